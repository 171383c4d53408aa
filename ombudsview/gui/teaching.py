"""Teaching by pointing: from the place of the field in focus to a rule that is tried, confirmed and kept; and the list of rules."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from ombudsview.errors import Trouble

if TYPE_CHECKING:
    from ombudsview.gui.desk import Desk
    from ombudsview.gui.dialogs.proposal import Proposal
    from ombudsview.gui.dialogs.rules import RulesDialog
    from ombudsview.gui.notice import Notice
    from ombudsview.gui.sitting import Sitting
    from ombudsview.letters.rule import Rule
    from ombudsview.paper.paper import Paper
    from ombudsview.reading.model import Source

translate = QCoreApplication.translate


class Teaching(QObject):
    """Its dialogs stay open beside the letters. `leave` commits what is typed before another letter comes to the desk."""

    def __init__(
        self, desk: Desk, sitting: Sitting, notice: Notice, window: QWidget, leave: Callable[[], object]
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._sitting = sitting
        self._notice = notice
        self._window = window
        self._leave = leave
        self.proposal: Proposal | None = None
        self.rules: RulesDialog | None = None

    def teach(self) -> None:
        """Propose a rule by the place of the field in focus; where there is none to go by, say how to give one."""
        from ombudsview.gui.letter import says
        from ombudsview.gui.letter.teachable import found_by_finders, teachable

        review, letter, key = self._desk.review, self._desk.letter, self._desk.focus_key
        if review is None or letter is None or letter.paper is None or not key:
            return
        try:
            self._desk.keeping.insist_on_writing()
        except Trouble as trouble:
            self._desk.troubled.emit(trouble)
            return
        source, read = teachable(review, key), review.reading.field(key)
        if source is None or read is None:
            words = translate("Teaching", "Point at “{field}” on the page first: then a rule can be made of its place.")
            self._notice.say(words.format(field=says.full_label(key)))
            return
        title = translate("Teaching", "Remember where “{field}” is printed").format(field=says.full_label(key))
        about = translate("Teaching", "You pointed at “{words}” on page {page}. Letters like this one can be read so:")
        dialog = self._propose(title, about.format(words=source.text, page=source.page))
        dialog.start(_Deriving(letter.paper, key, source, letter.identity[0] or None, instead=found_by_finders(read)))

    def _propose(self, title: str, about: str) -> Proposal:
        from ombudsview.gui.dialogs.proposal import Proposal

        if self.proposal is not None:
            self.proposal.reject()
        dialog = self.proposal = Proposal(title, about, self._desk.keeping.places, self._window, whole=False)
        dialog.kept.connect(self._keep)
        dialog.letter_asked.connect(self._show)
        dialog.finished.connect(lambda: self._closed(dialog))
        dialog.show()
        return dialog

    def _closed(self, dialog: Proposal) -> None:
        dialog.deleteLater()
        if dialog is self.proposal:
            self.proposal = None

    def show_rules(self) -> None:
        """The list of the officer's rules."""
        from ombudsview.gui.dialogs.rules import RulesDialog

        if self.rules is None:
            self.rules = RulesDialog(self._desk.keeping, self._window)
            self.rules.letter_asked.connect(self._show)
        self.rules.refresh()
        self.rules.show()
        self.rules.activateWindow()

    def _show(self, letter: str, key: str) -> None:
        """A letter of the trial, at the field that the rule is about."""
        self._leave()
        self._sitting.open_saved(letter, key)

    def _keep(self, rules: tuple[Rule, ...]) -> None:
        from ombudsview.history import rules as kept
        from ombudsview.letters.rule import in_words

        places = self._desk.keeping.places
        try:
            names = [kept.save(places, rule).name for rule in rules]
        except Trouble as trouble:
            self._desk.troubled.emit(trouble)
            return
        words = translate("Teaching", "Kept. Letters like this one are read by your rule from now on: {rule}.")
        forget = (translate("Teaching", "Forget it"), lambda: self._forget(names))
        self._notice.say(words.format(rule="; ".join(in_words(rule) for rule in rules)), forget)
        self._rules_changed()

    def _forget(self, names: list[str]) -> None:
        from ombudsview.history import rules as kept

        try:
            for name in names:
                kept.remove(self._desk.keeping.places, name)
        except Trouble as trouble:
            self._desk.troubled.emit(trouble)
            return
        self._notice.say(translate("Teaching", "The rule is forgotten."))
        self._rules_changed()

    def _rules_changed(self) -> None:
        if self.rules is not None and self.rules.isVisible():
            self.rules.refresh()


class _Deriving:
    """What the other thread begins with: the rules that the place teaches."""

    def __init__(self, paper: Paper, key: str, source: Source, authority: str | None, *, instead: bool) -> None:
        self._about = paper, key, source, authority
        self._instead = instead

    def __call__(self) -> tuple[Rule, ...]:
        from ombudsview.reading.pointing import teach

        return tuple(replace(rule, instead=self._instead) for rule in teach(*self._about))

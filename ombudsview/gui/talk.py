"""What the desk says to the officer and asks of them: the notice, and the few dialogs."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from ombudsview.errors import Trouble, Verdict
from ombudsview.gui.again.reading_again import ReadingAgain
from ombudsview.gui.desk import Desk
from ombudsview.gui.notice import Notice
from ombudsview.gui.open_letter import OpenLetter
from ombudsview.gui.record.telling import OfDrafts
from ombudsview.gui.sitting import Sitting

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from ombudsview.gui.printing import Printing
    from ombudsview.gui.queue.entry import Entry
    from ombudsview.review.journal import Draft

translate = QCoreApplication.translate

SLOW_MS = 600
"""Most letters are there in a tenth of that."""


class Talk(QObject):
    """Dialogs are opened, never executed: the window goes on living beneath them."""

    welcome_stale = Signal()

    def __init__(self, desk: Desk, sitting: Sitting, notice: Notice, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._sitting = sitting
        self._notice = notice
        self._window = window
        self.dialog: QDialog | None = None
        self.reading_again = ReadingAgain(desk, notice, window)
        self._of_letter = self._slow = False
        self._said_at = ""
        self.of_drafts = OfDrafts(desk, sitting, notice, self)
        desk.arriving.connect(self._arriving)
        desk.arrived.connect(self._arrived)
        desk.noticed.connect(notice.say)
        sitting.arrivals.waits.connect(self._waiting)
        notice.shown.connect(self._on_shown)
        desk.changed.connect(notice.moved_on)
        desk.troubled.connect(self._troubled)
        desk.refused.connect(self._on_refused)
        desk.focused.connect(self._on_focused)
        desk.failed.connect(self._failed)
        desk.still_open.connect(self._still_open)
        desk.finished.connect(self._finished)
        desk.opening.password_wanted.connect(self._ask_password)
        desk.rereading.connect(self._let_go)
        desk.left.connect(self._let_go)

    @cached_property
    def printing(self) -> Printing:
        """Made when something is first printed."""
        from ombudsview.gui.printing import Printing

        return Printing(self._desk, self._window)

    def print_pages(self) -> None:
        """Ask for a printer for the letter's pages."""
        self.printing.ask_pages()

    def print_record(self) -> None:
        """Ask for a printer for the record of its fields."""
        self.printing.ask_record()

    # Notices

    def _troubled(self, trouble: Trouble) -> None:
        self._notice.warn(trouble.sentence)

    def _on_refused(self, trouble: Trouble) -> None:
        self._notice.refuse(trouble.sentence)

    def _on_shown(self) -> None:
        self._said_at = self._desk.focus_key

    def _on_focused(self, key: str) -> None:
        """Another field is a step; the first one of a letter is not, for that comes by itself."""
        if self._said_at not in ("", key):
            self._notice.moved_on()

    def _arriving(self, name: str) -> None:
        self._let_go()
        self._slow = False
        QTimer.singleShot(SLOW_MS, self, lambda: self._still_opening(self._desk.letter, name))

    def _still_opening(self, letter: OpenLetter | None, name: str) -> None:
        """A letter that takes its time says so, and can be given up."""
        if letter is None or letter is not self._desk.letter or letter.name != name or not self._desk.is_opening:
            return
        words = translate("Talk", "“{name}” is being opened.").format(name=name)
        if name.lower().endswith(".docx"):
            words += " " + translate("Talk", "LibreOffice prints it to a PDF first, which takes some seconds.")
        self._slow = True
        self._notice.say(words, (translate("Talk", "Stop"), self._desk.close))

    def _arrived(self) -> None:
        if self._slow:
            self._slow = False
            self._notice.put_away()

    def _failed(self, letter: OpenLetter, trouble: Trouble) -> None:
        if self._sitting.passes_over:  # it is told with the letter that comes instead
            return
        path = letter.path
        again: tuple[tuple[str, Callable[[], object]], ...] = ()
        if path is not None and trouble.code in {Verdict.MISSING, Verdict.CRASHED, Verdict.TIMED_OUT, Verdict.PASSWORD}:
            again = ((translate("Talk", "Try again"), lambda: self._sitting.open_files([path])),)
        elif path is not None and trouble.code == Verdict.TOO_BIG and letter.document is not None:
            again = ((translate("Talk", "Open it all the same"), lambda: self._sitting.insist(path)),)
        name = f"{letter.name}: " if letter.name not in trouble.sentence else ""
        self._notice.warn(f"{name}{trouble.sentence}", *again)

    def _waiting(self, words: str, entries: list[Entry]) -> None:
        """Letters have come that wait; the first that can be opened is a press away, whatever page is shown."""
        first = next((entry for entry in entries if not entry.trouble), entries[0])
        self._notice.say(words, (translate("Talk", "Show"), lambda: self._sitting.go_to(first)))

    def _finished(self, letter: OpenLetter) -> None:
        words = translate("Talk", "{title} is saved to the history.").format(title=letter.title)
        put_away, letter.put_away = letter.put_away, None
        if letter is not self._desk.letter or self._sitting.after_finish():
            self._notice.tell(words)
        elif not self._sitting.is_queue:  # else the summary says it
            self._notice.tell(words + " " + translate("Talk", "It was the only letter in the queue."))
        if put_away is not None:
            self.of_drafts.put_away(put_away, letter.title)

    def draft_discarded(self, draft: Draft) -> None:
        """Put a draft away for good, unless the officer thinks better of it at once."""
        try:
            put_away = self._desk.keeping.discard(draft)
        except Trouble as trouble:
            self._troubled(trouble)
            return
        words = translate("Talk", "The edits of “{name}” were discarded.").format(name=draft.header.file_name)
        self._sitting.bringing.let_go(draft)
        self._notice.say(words, (translate("Talk", "Bring them back"), lambda: self._restored(put_away)))
        self.welcome_stale.emit()

    def _restored(self, put_away: Path) -> None:
        try:
            self._desk.keeping.restore(put_away)
        except Trouble as trouble:
            self._troubled(trouble)
        self.welcome_stale.emit()

    # Dialogs

    def _open(self, dialog: QDialog, *, of_letter: bool = False) -> None:
        self.dialog, self._of_letter = dialog, of_letter
        dialog.finished.connect(partial(self._shut, dialog))
        dialog.open()

    def _shut(self, dialog: QDialog, _: int = 0) -> None:
        """A dialog was answered: that one goes, not one that was opened over it or under it."""
        dialog.deleteLater()
        if self.dialog is dialog:
            self.dialog = None

    def _let_go(self) -> None:
        """What a dialog asks of the letter that was on the desk would be answered for another one now, or for another reading."""
        if self.dialog is not None and self._of_letter:
            self.dialog.blockSignals(True)  # it is neither accepted nor refused
            self.dialog.close()
            self._shut(self.dialog)

    def ask(self, dialog: QDialog) -> None:
        """Show a question of somebody else's."""
        self._open(dialog)

    def _ask_password(self, name: str, attempt: int) -> None:
        from ombudsview.gui.dialogs.password import PasswordDialog

        dialog = PasswordDialog(name, attempt, self._window)
        dialog.accepted.connect(lambda: self._desk.opening.give_password(dialog.box.text()))
        dialog.rejected.connect(self._desk.opening.leave_locked)
        self._open(dialog, of_letter=True)

    def _still_open(self, trouble: Trouble) -> None:
        from ombudsview.gui.dialogs.finish import FinishDialog
        from ombudsview.gui.letter import says
        from ombudsview.review.noted import REASON

        review = self._desk.review
        if review is None:
            return
        names, half = [says.full_label(key) for key in review.open_keys()], review.noted.half.get(REASON, "")
        dialog = FinishDialog(trouble.what, names, self._window, half=half)
        dialog.typed.connect(partial(review.type_note, REASON))
        for going in (self._desk.leaving, self._desk.rereading):
            going.connect(dialog.tell)
        dialog.accepted.connect(lambda: self._desk.finish(dialog.reason.text()))
        dialog.first_asked.connect(self._desk.go_on)
        self._open(dialog, of_letter=True)

    def recognise(self) -> None:
        """Have the pages of the letter recognised, whatever text they bring along."""
        letter = self._desk.letter
        if letter is None or letter.paper is None:
            self._notice.say(translate("Talk", "Open a letter first; its pages can then be recognised."))
        else:
            self._sitting.recognising.ask()

    def fill_by_hand(self) -> None:
        """Choose a kind of letter whose fields shall be filled in by hand."""
        from PySide6.QtWidgets import QInputDialog

        from ombudsview.gui.again.by_hand import READER, begin_anew, by_hand
        from ombudsview.letters.kinds import KINDS

        letter = self._desk.letter
        reading = letter.review.reading if letter is not None and letter.review is not None else None
        known = reading is not None and reading.kind is not None
        given = reading is not None and reading.reader == READER
        if letter is None or letter.paper is None or (known and not given):
            self._notice.say(
                translate("Talk", "Open a letter first that was not recognised; its fields can then be filled in.")
            )
            return
        kinds = {kind.name: kind for kind in KINDS}
        dialog = QInputDialog(self._window)
        dialog.setWindowTitle(translate("Talk", "Fill in by hand"))
        dialog.setLabelText(translate("Talk", "Which kind of letter is it?"))
        dialog.setComboBoxItems(list(kinds))
        if reading is not None and given:
            dialog.setTextValue(next((kind.name for kind in KINDS if kind.key == reading.kind), ""))
            dialog.textValueSelected.connect(lambda name: begin_anew(self._desk, kinds[name]))
        else:
            dialog.textValueSelected.connect(lambda name: self._desk.begin_review(by_hand(kinds[name], letter.reading)))
        self._open(dialog, of_letter=True)

    def show_keys(self) -> None:
        """The key sheet."""
        from ombudsview.gui.dialogs.keys import KeySheet

        self._lay_beside(KeySheet(self._window))

    def show_access(self) -> None:
        """What works for those who see, hear or move in other ways, and what does not."""
        from ombudsview.gui.dialogs.access import AccessSheet

        self._lay_beside(AccessSheet(self._window))

    @staticmethod
    def _lay_beside(sheet: QDialog) -> None:
        sheet.finished.connect(sheet.deleteLater)
        sheet.show()

    def show_about(self) -> None:
        """What is inside."""
        from ombudsview.gui.dialogs.about import AboutDialog

        self._open(AboutDialog(self._desk.bridge.worker.holds, self._window))

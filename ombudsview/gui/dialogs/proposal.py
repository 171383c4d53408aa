"""Rules proposed to the officer, each tried on the saved letters before it is kept: one of several ways, or a colleague's all."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QVBoxLayout, QWidget

from ombudsview.errors import Trouble
from ombudsview.gui.dialogs.rule_words import field_name, precedence, scope
from ombudsview.gui.dialogs.trial_view import TrialView
from ombudsview.gui.style.room import open_at
from ombudsview.gui.style.theme import UNIT
from ombudsview.gui.work.trials import Trials
from ombudsview.letters.rule import Rule, in_words
from ombudsview.places import Places
from ombudsview.reading.trial import Trial, best


class Proposal(QDialog):
    """Not modal: letters can be looked at beside it. `kept`: the rules that the officer confirmed.

    `whole`: all the rules are to be kept together; otherwise they are ways to find one place, and one is chosen.
    """

    kept = Signal(tuple)
    letter_asked = Signal(str, str)

    def __init__(self, title: str, about: str, places: Places, parent: QWidget | None = None, *, whole: bool) -> None:
        super().__init__(parent)
        self._whole = whole
        self._results: tuple[Trial, ...] = ()
        self.setWindowTitle(title)
        self.setMinimumWidth(560)  # its height is the layout's to say
        open_at(self, 660, 600)
        self.trials = Trials(places, self)
        self.view = TrialView(self.trials, self)
        self.view.letter_asked.connect(self.letter_asked)
        heading = _words(title, kind="title")
        self._about = _words(about, ink="soft")
        self.rules = QListWidget(self)
        self.rules.setProperty("look", "boxed")
        self.rules.setWordWrap(True)
        self.rules.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rules.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.rules.setAccessibleName(self.tr("Rules") if whole else self.tr("Ways to find it"))
        self.rules.currentRowChanged.connect(self._chosen)
        self.scope = _words("", ink="soft")
        buttons = QDialogButtonBox(self)
        self.keep = buttons.addButton(
            self.tr("Take these rules") if whole else self.tr("Keep this rule"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.keep.setProperty("look", "primary")
        buttons.addButton(
            self.tr("Do not take them") if whole else self.tr("Do not keep it"), QDialogButtonBox.ButtonRole.RejectRole
        )
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * UNIT, 2 * UNIT, 3 * UNIT, 2 * UNIT)
        column.setSpacing(UNIT + 4)
        for widget in (heading, self._about, self.rules, self.scope):
            column.addWidget(widget)
        column.addWidget(self.view, 1)
        column.addWidget(buttons)
        self.rules.hide()
        self.scope.hide()
        self.keep.setEnabled(False)
        self.trials.done.connect(self._tried)
        self.trials.failed.connect(self._failed)
        self.finished.connect(self.trials.close)

    def start(self, bring: Callable[[], tuple[Rule, ...]]) -> None:
        """Bring the rules in another thread, and try them there."""
        self.keep.setEnabled(False)
        self.view.wait()
        self.trials.start(bring)

    def _failed(self, trouble: Trouble) -> None:
        self.view.say(trouble.sentence)

    def _tried(self, results: tuple[Trial, ...]) -> None:
        self._results = results
        if not results:
            self.view.say(
                self.tr("Nothing near this place tells it from others, so no rule can be made of it.")
                + " "
                + self.tr("Its value is kept with the letter all the same.")
            )
            return
        self.rules.clear()
        self.rules.addItems([self._line(trial.rule) for trial in results])
        proposed = results[0] if self._whole else best(results)
        self.rules.setCurrentRow(next(n for n, one in enumerate(results) if one is proposed))
        for widget in (self.rules, self.scope):
            widget.show()
        self._fit_rules()
        self.keep.setEnabled(True)
        self.keep.setDefault(True)
        (self.rules if len(results) > 1 else self.keep).setFocus(Qt.FocusReason.OtherFocusReason)

    def _line(self, rule: Rule) -> str:
        return f"{field_name(rule)}: {in_words(rule)}" if self._whole else in_words(rule)

    def _fit_rules(self) -> None:
        """As high as its first rules need."""
        rows = min(self.rules.count(), 3)
        height = sum(max(24, self.rules.sizeHintForRow(row)) for row in range(rows))
        self.rules.setFixedHeight(height + 2 * UNIT)

    def _chosen(self, row: int) -> None:
        if 0 <= row < len(self._results):
            trial = self._results[row]
            self.view.show_trial(trial)
            self.scope.setText("\n".join(part for part in (scope(trial.rule), precedence(trial.rule)) if part))

    def _accept(self) -> None:
        if self._whole:
            self.kept.emit(tuple(trial.rule for trial in self._results))
        elif 0 <= (row := self.rules.currentRow()) < len(self._results):
            self.kept.emit((self._results[row].rule,))
        self.accept()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.trials.close()
        super().closeEvent(event)


def _words(text: str, *, kind: str = "", ink: str = "") -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if kind:
        label.setProperty("type", kind)
    if ink:
        label.setProperty("ink", ink)
    return label

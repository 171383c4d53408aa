"""The saved letters beside a published spreadsheet: which year, how far it is, the totals, the figures, and what was left out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSettings, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from ombudsview.errors import Trouble
from ombudsview.gui.dialogs import published_words as say
from ombudsview.gui.dialogs.held_model import HeldModel, line
from ombudsview.gui.dialogs.held_table import HeldTable
from ombudsview.gui.dialogs.published_parts import Working, YearQuestion, ask_export, export, notes_box, words
from ombudsview.gui.record.reconciling import Question, Reconciling
from ombudsview.gui.style.drops import Drops
from ombudsview.gui.style.heading import Heading
from ombudsview.gui.style.room import open_at
from ombudsview.gui.style.table_style import table_style
from ombudsview.gui.style.theme import UNIT, theme, type_size
from ombudsview.gui.style.words import visible
from ombudsview.letters.fields import year_name

if TYPE_CHECKING:
    from ombudsview.gui.record.asking import Asking
    from ombudsview.published.compare import Comparison

_MOST_NOTES = 5
"""Lines of what was left out that are seen at once; the rest is scrolled to."""
_SOON_MS = 200
"""Letters are saved one after another: the spreadsheet is read once for those that come together."""


class PublishedDialog(QDialog):
    """A window of its own, so that letters are looked at beside it. `letter_asked`: a letter by its name in the history, and the
    field to show there; `file_asked`: a spreadsheet is wanted; `files_dropped`: these are. `ours` names the council whose letters
    come first."""

    letter_asked = Signal(str, str)
    file_asked = Signal()
    files_dropped = Signal(list)

    def __init__(self, history: Asking, ours: Callable[[], str], state: QSettings | None = None) -> None:
        super().__init__()
        self.setWindowFlag(Qt.WindowType.WindowMinMaxButtonsHint)
        Drops(self, self.tr("Drop to compare")).came.connect(self._dropped)
        self._ours, self._style = ours, ""
        self._path: Path | None = None
        self._year = ""
        self._years: tuple[str, ...] = ()
        self._outdated = self._waits = False
        self._was_at: tuple[str, str] | None = None
        self.found: Comparison | None = None
        self.setWindowTitle(self.tr("Compare with the published figures"))
        open_at(self, 1280, 700)
        self.work = Reconciling(history, self)
        self.work.progressed.connect(self._progressed)
        self.work.asked.connect(self._ask_year)
        self.work.done.connect(self._show)
        self.work.failed.connect(self._failed)
        self.model = HeldModel()
        self.table = HeldTable(self.model, state, self)
        self.table.asked.connect(self.letter_asked)
        self.table.copied.connect(self.copy)
        self.row = words("")
        self.table.told.connect(self._tell_row)
        self.summary = Heading("", self, look="strong")
        self.summary.setWordWrap(True)
        self.hint = words("", ink="soft")
        self.left_out = notes_box(self)
        self.working = Working(self.work.stop)
        self.question = YearQuestion(self._answered)
        self.empty = words("", ink="soft")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self.again)
        self._build()
        self._dress()
        self.say(say.nothing_yet())

    # What it does

    def compare(self, path: Path, year: str = "") -> None:
        """Hold the saved letters against this spreadsheet; `year` as the officer said, else as the spreadsheet says."""
        self._years = self._years if path == self._path else ()
        self._path, self._year = path, year
        self._hold()
        self._outdated = False
        self.about.setText(self.tr("Spreadsheet: {name}").format(name=visible(path.name)))
        self.about.setVisible(True)
        self.working.wait(self.tr("Reading “{name}”…").format(name=visible(path.name)))
        self.working.stop.setFocus()
        self.work.start(path, self._ours(), year)

    def again(self) -> None:
        """Compare the same spreadsheet with the letters as they are saved now."""
        if self._path is not None:
            self.compare(self._path, self._year)

    def history_changed(self) -> None:
        """Something was saved or taken back: what is shown is of before that, and is compared anew, now or when it is next seen."""
        if self.found is None and not (self.work.busy or self._outdated or self._waits):
            return  # nothing is shown that could be out of date
        self._outdated = True
        self._hold()
        self.working.wait(self.tr("The history has changed since: comparing again…"))
        if self.isVisible():
            self._soon.start()

    def other_year(self) -> None:
        """Ask for the year, whatever the spreadsheet says."""
        self._turn_to(self.question)
        self.question.ask(self.tr("Which year's letters shall be compared?"), self._years)

    def copy(self) -> None:
        """Put the rows that are selected, or all of them, on the clipboard."""
        rows = self.table.selected() or self.model.rows
        QGuiApplication.clipboard().setText("\n".join(line(one) for one in rows))
        self._tell(say.copied(len(rows)))

    def export_to(self, path: Path, *, replace: bool = False) -> None:
        """Write all of it as CSV."""
        if self.found is None:
            return
        try:
            export(path, self.found, replace=replace)
        except Trouble as trouble:
            self._tell(trouble.sentence)
        else:
            self._tell(self.tr("Saved “{name}”.").format(name=visible(path.name)))

    def say(self, sentence: str) -> None:
        """A sentence in the place of the figures."""
        self.empty.setText(sentence)
        self.empty.setAccessibleName(sentence)
        self._turn_to(self.empty)
        self.choose.setFocus()

    # What comes of it

    def _hold(self) -> None:
        """Nothing of before is shown, copied or exported until there is something new; the row in focus is come back to."""
        self._soon.stop()
        at = self.table.currentIndex()
        if self.found is not None and at.isValid():
            self._was_at = (self.model.rows[at.row()].letter, self.model.rows[at.row()].key)
        self.work.close()
        self.found, self._waits = None, False
        self._turn_to(self.working)

    def _progressed(self, done: int, total: int) -> None:
        self.working.progress(done, total)

    def _ask_year(self, question: Question) -> None:
        named = [one.period_end for one in question.named]
        self._years = tuple(dict.fromkeys([*named, *question.saved]))
        self._waits = not question.saved
        if self._waits:
            self.say(say.no_letters())
            return
        self._turn_to(self.question)
        self.question.ask(say.which_year(named), self._years)

    def _answered(self, period_end: str) -> None:
        if self._path is not None:
            self.compare(self._path, period_end)

    def _failed(self, trouble: Trouble) -> None:
        self.say(say.stopped() if trouble.code == "cancelled" else trouble.sentence)

    def _show(self, found: Comparison) -> None:
        self.found = found
        self._years = tuple(dict.fromkeys([found.period_end, *found.saved]))
        notes = (*found.doubts, *found.without, *found.notes)
        self.left_out.setPlainText("\n".join(visible(note) for note in notes))
        self.left_out.setFixedHeight(round(min(len(notes), _MOST_NOTES) * 1.5 * type_size(13)) + 2 * UNIT)
        self.model.show_held(found.held)
        year = year_name(found.period_end)
        self.about.setText(say.held_against(self._path.name if self._path else "", year))
        if not found.letters:
            self.say("\n".join(visible(one) for one in found.without[:5]) or say.no_letters_of(year))
            self.left_out.setVisible(bool(notes))
            return
        self.summary.say(f"{say.letters(found.letters)}: {found.summary}")
        self._turn_to(self.table)
        self.left_out.setVisible(bool(notes))
        self.table.to(self._was_at)
        self._was_at = None

    def _tell_row(self, sentence: str) -> None:
        self.row.setText(sentence)
        self.row.setAccessibleName(sentence)

    def _tell(self, sentence: str) -> None:
        self.hint.setText(sentence)
        self.hint.setAccessibleName(sentence)

    # How it is put together

    def _build(self) -> None:
        self.about = words("", ink="soft")
        self.about.hide()
        self.stack = QStackedWidget(self)
        for widget in (self.table, self.working, self.question, self.empty):
            self.stack.addWidget(widget)
        self.choose = self._button(self.tr("Choose a &spreadsheet…"), self.file_asked.emit)
        self.year_button = self._button(self.tr("Another &year…"), self.other_year)
        self.again_button = self._button(self.tr("Compare &again"), self.again)
        self.copy_button = self._button(self.tr("&Copy"), self.copy)
        self.copy_button.setToolTip(self.tr("The rows that are selected, or all of them (Ctrl+C)"))
        self.export_button = self._button(self.tr("&Export…"), self._ask_export)
        self.close_button = self._button(self.tr("Close"), self.reject)
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        for button in (self.choose, self.year_button, self.again_button):
            row.addWidget(button)
        row.addStretch(1)
        for button in (self.copy_button, self.export_button, self.close_button):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * UNIT, 2 * UNIT, 3 * UNIT, 2 * UNIT)
        column.setSpacing(UNIT)
        for part in (self.about, self.summary, self.stack, self.row, self.left_out, self.hint):
            column.addWidget(part, 1 if part is self.stack else 0)
        column.addLayout(row)

    def _button(self, text: str, then: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _=False: then())
        return button

    def _turn_to(self, page: QWidget) -> None:
        shown = page is self.table
        self.stack.setCurrentWidget(page)
        for widget in (self.summary, self.row, self.left_out, self.hint, self.copy_button, self.export_button):
            widget.setVisible(shown)
        self._tell(self.tr("Enter or a double click opens the letter at the figure; this window stays."))
        settled = self._path is not None and page in (self.table, self.empty)
        self.again_button.setVisible(settled)
        self.year_button.setVisible(settled and bool(self._years))
        self.choose.setEnabled(page is not self.working)

    def _ask_export(self) -> None:
        asked = ask_export(self, year_name(self.found.period_end)) if self.found is not None else None
        if asked is not None:
            self.export_to(asked[0], replace=asked[1])

    def _dropped(self, urls: list[QUrl]) -> None:
        if paths := [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]:
            self.files_dropped.emit(paths)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard; none has it unasked."""
        button = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(button, QPushButton):
            button.click()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._outdated:
            self._soon.start()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._leave_off()
        super().closeEvent(event)

    def reject(self) -> None:
        self._leave_off()
        super().reject()

    def _leave_off(self) -> None:
        """It may be shown once more: what was under way is not waited for then."""
        self._soon.stop()
        if self.work.busy:
            self.work.close()
            self.say(say.stopped())

    def _dress(self) -> None:
        style = table_style(theme())
        if style != self._style:
            self._style = style
            self.table.setStyleSheet(style)

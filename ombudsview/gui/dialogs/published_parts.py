"""Parts of the comparison's window: how far it is with a way to stop, the question of the year, and the file that is written of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from ombudsview.gui.style.combo import Combo
from ombudsview.gui.style.progress_bar import ProgressBar
from ombudsview.gui.style.theme import UNIT
from ombudsview.letters.fields import Unit, shown, year_name

if TYPE_CHECKING:
    from ombudsview.published.compare import Comparison

translate = QCoreApplication.translate


class Working(QWidget):
    """A sentence, a bar, and Stop."""

    def __init__(self, stop: Callable[[], object]) -> None:
        super().__init__()
        self.sentence = words("")
        self.bar = ProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Letters compared"))
        self.stop = QPushButton(self.tr("Stop"), self)
        self.stop.setAccessibleName(self.tr("Stop comparing"))
        self.stop.setAutoDefault(False)
        self.stop.clicked.connect(lambda _=False: stop())
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addWidget(self.sentence)
        column.addLayout(row)
        column.addStretch(1)

    def wait(self, sentence: str) -> None:
        """Nothing can be counted yet."""
        self.sentence.setText(sentence)
        self.bar.setRange(0, 0)

    def progress(self, done: int, total: int) -> None:
        """So many letters of so many have been held against the spreadsheet."""
        said = self.tr("Comparing the saved letters: {done} of {total}.").format(done=f"{done:,}", total=f"{total:,}")
        self.sentence.setText(said)
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)
        self.bar.setAccessibleDescription(said)


class YearQuestion(QWidget):
    """Of which year the spreadsheet is: asked where it does not say one, and one only. Nothing is guessed."""

    def __init__(self, answer: Callable[[str], object]) -> None:
        super().__init__()
        self._answer = answer
        self.why = words("")
        self.label = QLabel(self.tr("Its figures are of the &year"), self)
        self.years = Combo(self)
        self.years.currentIndexChanged.connect(lambda _: self._look())
        self.label.setBuddy(self.years)
        self.go = QPushButton(self.tr("Compare"), self)
        self.go.setProperty("look", "primary")
        self.go.clicked.connect(lambda _=False: self._answer(str(self.years.currentData())))
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        for widget in (self.label, self.years, self.go):
            row.addWidget(widget)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT + 4)
        column.addWidget(self.why)
        column.addLayout(row)
        column.addStretch(1)

    def ask(self, why: str, years: tuple[str, ...]) -> None:
        """Ask, offering these years (their last days), none of them chosen for the officer but where there is one only."""
        self.why.setText(why)
        self.years.clear()
        if len(years) > 1:
            self.years.addItem(self.tr("Choose the year"), "")
        for end in years:
            said = self.tr("{year} (to {day})").format(year=year_name(end), day=shown(Unit.DATE, end))
            self.years.addItem(said, end)
        self._look()
        self.years.setFocus()

    def _look(self) -> None:
        self.go.setEnabled(bool(self.years.currentData()))


def words(text: str, *, ink: str = "") -> QLabel:
    """Plain words that wrap."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("ink", ink)
    return label


def notes_box(parent: QWidget) -> QPlainTextEdit:
    """Where what is to know of a comparison is listed; Tab leaves it."""
    box = QPlainTextEdit(parent)
    box.setReadOnly(True)
    box.setTabChangesFocus(True)
    box.setProperty("look", "boxed")
    box.setProperty("ink", "soft")
    box.setAccessibleName(translate("PublishedDialog", "What to know of the comparison, and what was left out of it"))
    return box


def ask_export(parent: QWidget, year: str) -> tuple[Path, bool] | None:
    """Where the comparison shall be written, and whether a file there was agreed to be replaced; None where nothing was chosen."""
    from ombudsview.gui.save_as import ask_path

    title = translate("PublishedDialog", "Save the comparison")
    suggested = translate("PublishedDialog", "Compared {year}.csv").format(year=year)
    return ask_path(parent, title, "CSV", "csv", suggested)


def export(path: Path, found: Comparison, *, replace: bool) -> None:
    """Write all of a comparison as CSV. Trouble as `reports.saving.save`'s."""
    from ombudsview.reports.published_csv import as_published_csv
    from ombudsview.reports.saving import for_spreadsheet, save

    save(path, for_spreadsheet(as_published_csv(found)), replace=replace)

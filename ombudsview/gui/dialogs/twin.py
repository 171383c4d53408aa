"""Two letters that could be one: what they say differently, and what shall become of this one. Whatever is chosen, both are kept."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ombudsview.gui.dialogs.twin_differences import Differences
from ombudsview.gui.keeping import clock_time
from ombudsview.gui.table_style import prepare, table_style
from ombudsview.gui.theme import UNIT, theme
from ombudsview.history.alike import Alike, Difference, Likeness
from ombudsview.letters.fields import year_name

MOST_ROWS = 8


class Choice(Enum):
    """What the officer chose."""

    BOTH = auto()
    REVISION = auto()
    SAVED = auto()
    LATER = auto()


class TwinDialog(QDialog):
    """`choice` is what was chosen once it has closed. Enter keeps both: that loses nothing, whichever was meant."""

    def __init__(self, found: Alike, differences: tuple[Difference, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = Choice.LATER
        self.setWindowTitle(self.tr("A letter like this one is saved"))
        self.setMinimumWidth(620)
        second = found.likeness is Likeness.SAME_YEAR
        strong = QLabel(self._what(found), self)
        strong.setProperty("type", "strong")
        about = QLabel(self._about(found, len(differences)), self)
        about.setProperty("ink", "soft")
        self.table = self._table(differences)
        self.buttons = QDialogButtonBox(self)
        if second:
            self.both = self._button(self.tr("Keep both"), Choice.BOTH)
            self.revision = self._button(self.tr("Make it a new revision"), Choice.REVISION)
        else:
            self.revision = self._button(self.tr("Save as a new revision"), Choice.REVISION)
        self.saved = self._button(self.tr("Open the saved one"), Choice.SAVED)
        self.later = self._button(self.tr("Go on checking"), Choice.LATER)
        (self.both if second else self.revision).setDefault(True)
        (self.both if second else self.revision).setFocus()
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * UNIT, 2 * UNIT, 3 * UNIT, 2 * UNIT)
        column.setSpacing(UNIT + 4)
        for widget in (strong, about, self.table, self.buttons):
            if isinstance(widget, QLabel):
                widget.setTextFormat(Qt.TextFormat.PlainText)
                widget.setWordWrap(True)
            column.addWidget(widget)
        self.table.setVisible(bool(differences))

    def _what(self, found: Alike) -> str:
        row = found.row
        when = clock_time(row.saved)
        if found.likeness is Likeness.SAME_YEAR:
            words = self.tr("The history has a letter of {authority} for {year} already, saved {when}.")
            year = year_name(row.period_end) if row.period_end else ""
            return words.format(authority=row.authority or "", year=year, when=when)
        if found.likeness is Likeness.SAME_TEXT:
            return self.tr("The history has this letter from another file, saved {when}.").format(when=when)
        return self.tr("This letter was saved {when}, after you began with it.").format(when=when)

    def _about(self, found: Alike, count: int) -> str:
        if not count:
            differ = self.tr("All their figures are the same; what else they say is not.")
        elif count == 1:
            differ = self.tr("They differ in one field.")
        else:
            differ = self.tr("They differ in {count} fields.").format(count=count)
        if found.likeness is Likeness.SAME_YEAR:
            kept = self.tr(
                "Both can stand side by side, as first and second letter; or this one replaces what the saved one says."
            )
        else:
            kept = self.tr("A new revision replaces what the saved one says.")
        return f"{differ} {kept} {self.tr('Earlier revisions stay in the history.')}"

    def _table(self, differences: tuple[Difference, ...]) -> QTableView:
        table = QTableView(self)
        prepare(table)
        table.setStyleSheet(table_style(theme()))
        table.setModel(Differences(differences, table))
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setAccessibleName(self.tr("Fields that differ"))
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        rows = min(MOST_ROWS, max(1, table.model().rowCount()))
        table.setMinimumHeight((rows + 1) * table.verticalHeader().defaultSectionSize() + UNIT)
        return table

    def _button(self, words: str, choice: Choice) -> QPushButton:
        role = QDialogButtonBox.ButtonRole
        button = self.buttons.addButton(words, role.RejectRole if choice is Choice.LATER else role.ActionRole)
        if choice is not Choice.LATER:
            button.clicked.connect(lambda: self._chosen(choice))
        return button

    def _chosen(self, choice: Choice) -> None:
        self.choice = choice
        self.accept()

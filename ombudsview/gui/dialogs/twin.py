"""Two letters that could be one: what they say differently, and what shall become of this one. Whatever is chosen, both are kept."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, QSettings, Qt
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ombudsview.gui.dialogs.twin_differences import Differences
from ombudsview.gui.record.keeping import clock_time
from ombudsview.gui.style.button_row import ButtonRow
from ombudsview.gui.style.columns import Columns
from ombudsview.gui.style.elided import Elided
from ombudsview.gui.style.room import open_at, room_of
from ombudsview.gui.style.table_style import prepare, table_style
from ombudsview.gui.style.theme import UNIT, theme, type_size
from ombudsview.gui.style.words import visible
from ombudsview.history.alike import FILED_APART, Alike, Difference, Likeness
from ombudsview.letters.fields import year_name

translate = QCoreApplication.translate

MOST_ROWS = 8
_WIDTHS = (330, 150, 150)


class Choice(Enum):
    """What the officer chose."""

    BOTH = auto()
    REVISION = auto()
    SAVED = auto()
    LATER = auto()


def same_letter(when: str, *, recognised: bool, differ: int = 0) -> str:
    """What is said of a letter that another program made a file of, saved at that time with `differ` fields corrected."""
    if differ:
        read = translate("TwinDialog", "as far as it could be recognised, both read the same")
        read = read if recognised else translate("TwinDialog", "both read the same")
        fields = translate("TwinDialog", "1 field") if differ == 1 else translate("TwinDialog", "{count} fields")
        words = translate(
            "TwinDialog",
            "The history has this letter from another file, saved {when}: {read}; what you saved differs in {fields}.",
        )
        return words.format(when=when, read=read, fields=fields.format(count=differ))
    if recognised:
        words = translate(
            "TwinDialog",
            "The history has this letter from another file, saved {when}: the same figures and, as far as it could be "
            "recognised, the same wording.",
        )
    else:
        words = translate(
            "TwinDialog",
            "The history has this letter from another file, saved {when}: the same wording, the same figures.",
        )
    return words.format(when=when)


class TwinDialog(QDialog):
    """`choice` is what was chosen once it has closed. `name` is the file of the letter that comes.

    `finishing`: it is saved as soon as that is answered. Enter keeps both where they say something else then: that loses
    nothing, whichever was meant; the same letter from another file is a revision of the saved one. Where nothing is being
    finished, Enter goes on with the work.
    """

    def __init__(
        self,
        found: Alike,
        name: str,
        differences: tuple[Difference, ...],
        parent: QWidget | None = None,
        state: QSettings | None = None,
        *,
        finishing: bool = True,
    ) -> None:
        super().__init__(parent)
        self.choice = Choice.LATER
        self.setWindowTitle(self.tr("A letter like this one is saved"))
        self.setMinimumWidth(min(740, room_of(self).width()))
        strong = QLabel(self._what(found, len(differences)), self)
        strong.setProperty("type", "strong")
        about = QLabel(self._about(found, len(differences)), self)
        about.setProperty("ink", "soft")
        self.table = self._table(differences, state)
        files = (
            Elided(visible(found.row.file_name), self, before=self.tr("Saved from: ")),
            Elided(visible(name), self, before=self.tr("This letter: ")),
        )
        self._buttons: list[QPushButton] = []
        self._offer(found, finishing=finishing)
        self.saved = self._button(self.tr("Open the saved one"), Choice.SAVED)
        self.later = self._button(self.tr("Go on checking"), Choice.LATER)
        buttons = ButtonRow(self._buttons, self)
        usual: QPushButton | None = self.both if found.likeness is Likeness.SAME_YEAR or found.moving else self.revision
        if not finishing:
            usual = self.later
        if usual is not None:
            usual.setDefault(True)
            usual.setFocus()
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * UNIT, 2 * UNIT, 3 * UNIT, 2 * UNIT)
        column.setSpacing(UNIT + 4)
        for widget in (strong, about, *files, self.table, buttons):
            if widget in (strong, about):
                widget.setTextFormat(Qt.TextFormat.PlainText)
                widget.setWordWrap(True)
            column.addWidget(widget)
        self.table.setVisible(bool(differences))
        if differences:
            open_at(self, self.minimumWidth(), type_size(480))

    def _offer(self, found: Alike, *, finishing: bool) -> None:
        """What can be chosen. A letter that is saved itself, and is only filed elsewhere now, is no revision of another one."""
        self.both = self.revision = None
        if found.likeness is not Likeness.SAME_YEAR and not found.moving:
            words = self.tr("Save as a new revision") if finishing else self.tr("Make it a new revision")
            self.revision = self._button(words, Choice.REVISION)
        if found.likeness in FILED_APART:
            self.both = self._button(self.tr("Keep both"), Choice.BOTH)
        if found.likeness is Likeness.SAME_YEAR and not found.moving:
            words = self.tr("Save as a new revision") if finishing else self.tr("Make it a new revision")
            self.revision = self._button(words, Choice.REVISION)

    def _what(self, found: Alike, count: int) -> str:
        row = found.row
        when = clock_time(row.saved)
        if found.likeness is Likeness.SAME_YEAR:
            words = self.tr("The history has a letter of {authority} for {year} already, saved {when}.")
            year = year_name(row.period_end) if row.period_end else ""
            words = words.format(authority=row.authority or "", year=year, when=when)
            return f"{words} {self.tr('This one has been filed elsewhere until now.')}" if found.moving else words
        if found.likeness is Likeness.SAME_WORDS:
            return same_letter(when, recognised=found.recognised, differ=count)
        if found.likeness is Likeness.SAME_TEXT:
            return self.tr("The history has this letter from another file, saved {when}.").format(when=when)
        return self.tr("This letter was saved {when}, after you began with it.").format(when=when)

    def _about(self, found: Alike, count: int) -> str:
        if not count and found.likeness is Likeness.SAME_YEAR:
            differ = self.tr("All their figures are the same; what else they say is not.")
        elif not count:
            differ = self.tr("Nothing that was read from them differs.")
        elif found.likeness is Likeness.SAME_WORDS:
            differ = ""  # the line above says it
        elif count == 1:
            differ = self.tr("They differ in one field.")
        else:
            differ = self.tr("They differ in {count} fields.").format(count=count)
        if found.moving:
            return f"{differ} {self.tr('Both can stand side by side, as first and second letter.')}"
        if found.likeness is Likeness.SAME_YEAR:
            kept = self.tr(
                "Both can stand side by side, as first and second letter; or this one replaces what the saved one says."
            )
        else:
            kept = self.tr("A new revision replaces what the saved one says.")
        return f"{differ} {kept} {self.tr('Earlier revisions stay in the history.')}".lstrip()

    def _table(self, differences: tuple[Difference, ...], state: QSettings | None) -> QTableView:
        table = QTableView(self)
        prepare(table)
        table.setStyleSheet(table_style(theme()))
        table.setModel(Differences(differences, table))
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setAccessibleName(self.tr("Fields that differ"))
        Columns(table, _WIDTHS, range(3), state, "twin")
        rows = min(MOST_ROWS, max(1, table.model().rowCount()))
        tall = (rows + 1) * table.verticalHeader().defaultSectionSize() + UNIT
        table.setMinimumHeight(
            min(tall, room_of(self).height() // 3)
        )  # of a low screen the words and answers need the rest
        return table

    def _button(self, words: str, choice: Choice) -> QPushButton:
        button = QPushButton(words, self)
        button.clicked.connect(self.reject if choice is Choice.LATER else lambda: self._chosen(choice))
        self._buttons.append(button)
        return button

    def _chosen(self, choice: Choice) -> None:
        self.choice = choice
        self.accept()

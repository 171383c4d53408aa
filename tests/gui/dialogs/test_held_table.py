"""The columns of a comparison: as wide as their words need, and what a difference means has room to be read."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from pytestqt.qtbot import QtBot

from ombudsview.gui.dialogs.held_model import AUTHORITY, COLUMNS, FIGURE, MEANING, OUTCOME, HeldModel
from ombudsview.gui.dialogs.held_table import HeldTable, in_two_lines
from ombudsview.gui.style.table_style import table_style
from ombudsview.gui.style.theme import theme
from ombudsview.published.hold import Held, Outcome
from ombudsview.published.table import Place

NAME = "Mereford Borough Council"
LOOK = "Look at the printed line first; if the letter does say so, the spreadsheet may have been corrected after it was sent."
ROWS = (
    Held("one", NAME, "upheld_rate", Outcome.DIFFERS, "80%", "62.5%", Place("Decided", "I4"), LOOK),
    Held("one", NAME, "investigations", Outcome.AGREES, "5", "5", Place("Decided", "C4 + D4"), ""),
    Held(
        "one", NAME, "remedy_base", Outcome.ONLY_SHEET, "", "9", Place("Decided", "J4"), "The letter does not give it."
    ),
)


@pytest.fixture
def table(qtbot: QtBot) -> HeldTable:
    made = HeldTable(HeldModel())
    made.setStyleSheet(table_style(theme()))
    qtbot.addWidget(made)
    made.resize(1230, 400)
    made.show()
    made._held.show_held(ROWS)
    return made


def whole(table: HeldTable, row: int, column: int) -> bool:
    """Whether the words of a cell stand in it unabridged."""
    index = table.model().index(row, column)
    room = table.visualRect(index).adjusted(15, 0, -15, 0)
    words = table.fontMetrics().boundingRect(
        QRect(0, 0, room.width(), 10_000), int(Qt.TextFlag.TextWordWrap), str(index.data() or "")
    )
    return words.height() <= room.height() and words.width() <= room.width()


def test_every_cell_is_whole_in_a_window_of_a_small_screen(table: HeldTable) -> None:
    assert all(whole(table, row, column) for row in range(len(ROWS)) for column in range(len(COLUMNS)))
    assert sum(table.columnWidth(column) for column in range(len(COLUMNS))) <= table.viewport().width()
    assert table.columnWidth(MEANING) > 2 * table.columnWidth(OUTCOME)


def test_what_does_not_fit_is_cut_at_its_end_and_whole_in_its_tooltip(table: HeldTable) -> None:
    assert table.textElideMode() is Qt.TextElideMode.ElideRight
    index = table.model().index(0, MEANING)
    assert LOOK in str(index.data(Qt.ItemDataRole.ToolTipRole))


def test_a_narrow_window_scrolls_and_cuts_no_column_to_nothing(table: HeldTable) -> None:
    table.resize(500, 400)
    assert all(whole(table, row, column) for row in range(len(ROWS)) for column in (OUTCOME, AUTHORITY, FIGURE))
    assert table.columnWidth(MEANING) >= 300
    assert table.horizontalScrollBar().maximum() > 0


def test_what_the_officer_drew_stays(table: HeldTable) -> None:
    table.setColumnWidth(AUTHORITY, 333)
    table._held.show_held(ROWS[:1])
    assert table.columnWidth(AUTHORITY) == 333


def test_words_are_cut_in_two_where_that_is_narrowest(table: HeldTable) -> None:
    metrics = table.fontMetrics()
    assert in_two_lines("only in the spreadsheet", metrics) == metrics.horizontalAdvance("only in the") or in_two_lines(
        "only in the spreadsheet", metrics
    ) == metrics.horizontalAdvance("spreadsheet")
    assert in_two_lines("1,200", metrics) == metrics.horizontalAdvance("1,200")

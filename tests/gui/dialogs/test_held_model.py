"""The rows of a comparison: words, signs and places as they are read, heard and copied."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from ombudsview.gui.dialogs.held_model import CELL, MINE, OUTCOME, THEIRS, HeldModel, line, told
from ombudsview.published.hold import Held, Outcome
from ombudsview.published.table import Place

NAME = "Mereford Borough Council"
DIFFERS = Held("one", NAME, "upheld_rate", Outcome.DIFFERS, "80%", "62.5%", Place("Decided", "I4"), "Look.")
AGREES = Held("one", NAME, "investigations", Outcome.AGREES, "5", "5", Place("Decided", "C4"), "")
ALONE = Held("one", NAME, "dealt_with", Outcome.ONLY_LETTER, "9", "", None, "No column.")
OTHER = Held("one", NAME, "compliance_rate", Outcome.CANNOT, "100%", "1", Place("Rates", "B2"), "Either.")


def model(*held: Held) -> HeldModel:
    made = HeldModel()
    made.show_held(held)
    return made


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester) -> None:
    made = model(DIFFERS, AGREES, ALONE, OTHER)
    qtmodeltester.check(made)
    made.show_held(())
    qtmodeltester.check(made)


def test_outcomes_are_told_by_sign_and_words_and_heard_by_words() -> None:
    made = model(DIFFERS, OTHER, AGREES, ALONE)
    assert [made.index(row, OUTCOME).data() for row in range(4)] == [
        "\N{NOT EQUAL TO} differs",
        "? cannot be compared",
        "= agrees",
        "only in the letter",
    ]
    assert made.index(0, OUTCOME).data(Qt.ItemDataRole.AccessibleTextRole) == "differs"
    assert made.index(0, OUTCOME).data(Qt.ItemDataRole.FontRole).bold()
    assert made.index(2, OUTCOME).data(Qt.ItemDataRole.FontRole) is None


def test_the_sheet_is_named_only_where_there_are_several() -> None:
    assert model(DIFFERS, AGREES, ALONE).index(0, CELL).data() == "I4"
    many = model(DIFFERS, OTHER)
    assert [many.index(row, CELL).data() for row in (0, 1)] == ["I4, Decided", "B2, Rates"]
    assert model(DIFFERS).index(0, CELL).data(Qt.ItemDataRole.ToolTipRole) == "I4, Decided"


def test_what_is_not_there_is_a_dash() -> None:
    alone = model(ALONE)
    assert [alone.index(0, column).data() for column in (MINE, THEIRS, CELL)] == ["9", "\N{EN DASH}", ""]


def test_a_row_in_full_and_as_text() -> None:
    assert told(DIFFERS) == (
        "Upheld rate of Mereford Borough Council: 80% in the letter, 62.5% in the spreadsheet (Decided, I4). Look."
    )
    assert told(ALONE) == "Complaints dealt with of Mereford Borough Council: 9 in the letter. No column."
    assert line(DIFFERS).split("\t") == [
        *("\N{NOT EQUAL TO} differs", NAME, "Upheld rate", "80%", "62.5%", "I4, Decided", "Look."),
    ]

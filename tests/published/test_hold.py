"""One letter's figures beside published ones: what counts as the same, and what is said where it is not."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombudsview.history.of_year import OfYear
from ombudsview.history.rows import Figure
from ombudsview.letters.fields import Unit
from ombudsview.published.hold import Held, Outcome, agree, hold
from tests.published import sheets

NAME = "Mereford Borough Council"


def letter(state: str = "agreed", printed: str | None = None, **values: str | None) -> OfYear:
    figures = {
        key.replace("__", "."): Figure(
            "one", NAME, sheets.YEAR, key.replace("__", "."), value, state, 1, printed=printed or value
        )
        for key, value in values.items()
    }
    return OfYear("one", NAME, 1, figures)


def held(one: OfYear, headings: list[str], *rows: list[object]) -> dict[str, Held]:
    """The letter against the first of these rows; the others only tell how the columns are written."""
    book = sheets.book_of(
        sheets.table([["Authority", *headings], *([f"Body {n}", *row] for n, row in enumerate(rows))])
    )
    return {found.key: found for found in hold(one, book.tables[0].rows[:1])}


@given(st.integers(0, 10_000), st.integers(0, 2))
def test_a_value_agrees_with_what_it_rounds_to(hundredths: int, places: int) -> None:
    exact = Decimal(hundredths) / 100
    printed = round(exact, places)
    assert agree(Unit.PERCENT, str(printed), str(exact), (places, 2))
    assert agree(Unit.PERCENT, str(exact), str(printed), (2, places))
    step = Decimal(1).scaleb(-places)
    if places < 2:
        assert not agree(Unit.PERCENT, str(printed + step * Decimal("1.5")), str(exact), (places, 2))


def test_counts_are_never_rounded_and_like_precision_is_not_either() -> None:
    assert not agree(Unit.COUNT, "45", "44", (0, 0))
    assert not agree(Unit.PERCENT, "45", "44", (0, 0))
    assert not agree(Unit.PERCENT, "45.3", "45", (1, 2))  # a column of 63.16 means 45.00 by its 45


def test_rounding_is_respected_and_said() -> None:
    found = held(letter(upheld_rate="45"), ["Uphold rate"], [0.4483], [0.6])["upheld_rate"]
    assert (found.outcome, found.mine, found.theirs) == (Outcome.AGREES, "45%", "44.83%")
    assert "rounding" in found.says
    assert found.place is not None
    assert found.place.words == "Sheet, B2"


def test_what_is_printed_to_decimals_is_held_to_them() -> None:
    one = letter(printed="45.0%", upheld_rate="45")
    assert held(one, ["Uphold rate"], [0.4483], [0.6])["upheld_rate"].outcome is Outcome.DIFFERS
    assert held(one, ["Uphold rate"], [0.4497], [0.6])["upheld_rate"].outcome is Outcome.AGREES


def test_a_difference_is_said_with_both_values_and_what_to_look_at() -> None:
    found = held(letter(decided__not_upheld="2"), ["Not upheld", "Uphold rate"], [3, 0.5])["decided.not_upheld"]
    assert (found.outcome, found.mine, found.theirs) == (Outcome.DIFFERS, "2", "3")
    assert found.says.startswith("Look at the printed line first")


def test_the_count_that_is_upheld_has_two_names() -> None:
    headings = ["Not upheld", "Upheld", "Advice given"]
    found = held(letter(upheld_decisions="4"), headings, [1, 4, 2])
    assert found["upheld_decisions"].outcome is Outcome.AGREES
    assert "decided.upheld" not in found
    assert found["decided.not_upheld"].outcome is Outcome.ONLY_SHEET


def test_investigations_are_worked_out_of_what_is_upheld_and_not() -> None:
    found = held(letter(investigations="6"), ["Not upheld", "Upheld", "Advice given"], [1, 4, 2])["investigations"]
    assert (found.outcome, found.theirs) == (Outcome.DIFFERS, "5")
    assert found.says.startswith("B2 + C2: not upheld and upheld together.")
    beside_a_rate = held(letter(investigations="5"), ["Not upheld", "Upheld", "Uphold rate"], [1, 4, "80%"])
    assert beside_a_rate["investigations"].outcome is Outcome.AGREES, "there the count is of what was upheld"
    assert "investigations" not in held(letter(investigations=None), ["Not upheld", "Advice given"], [1, 2])
    unprinted = held(letter(decided__upheld="4"), ["Not upheld", "Upheld", "Advice given"], [1, 4, 2])
    assert "investigations" not in unprinted  # nobody published it, and the letter does not give it


def test_only_in_one_of_them() -> None:
    one = letter(dealt_with="9", upheld_rate="45", compliance_rate=None)
    found = held(one, ["Uphold rate", "Compliance rate", "Not upheld"], ["-", "100%", 3])
    assert {key: one.outcome for key, one in found.items()} == {
        "dealt_with": Outcome.ONLY_LETTER,
        "upheld_rate": Outcome.ONLY_LETTER,
        "compliance_rate": Outcome.ONLY_SHEET,
        "decided.not_upheld": Outcome.ONLY_SHEET,
    }
    assert found["dealt_with"].says == "The spreadsheet has no column for it."
    assert "not nought" in found["upheld_rate"].says
    assert found["compliance_rate"].says == "The letter does not give it."
    assert found["decided.not_upheld"].says == "Letters of this layout do not print it."


@pytest.mark.parametrize(
    ("cell", "says"),
    [("<5", "no more than a range"), ("[c]", "withholds"), ("several", "no figure of this kind")],
)
def test_what_cannot_be_compared_is_said_with_its_reason(cell: str, says: str) -> None:
    found = held(letter(decided__not_upheld="0"), ["Not upheld", "Uphold rate"], [cell, "45%"])["decided.not_upheld"]
    assert (found.outcome, found.theirs) == (Outcome.CANNOT, cell)
    assert says in found.says


def test_a_percentage_that_may_be_two_is_not_compared() -> None:
    found = held(letter(compliance_rate="100"), ["Compliance rate"], [1])["compliance_rate"]
    assert (found.outcome, found.theirs) == (Outcome.CANNOT, "1")
    assert "may be 1% or 100%" in found.says
    found = held(letter(compliance_rate="45"), ["Compliance rate"], [0.45], [80])["compliance_rate"]
    assert "may be 0.45% or 45%" in found.says


def test_known_reasons_are_said_as_such() -> None:
    by_hand = letter(state="changed", printed="79%", upheld_rate="78")
    found = held(by_hand, ["Uphold rate"], ["79%"])["upheld_rate"]
    assert found.outcome is Outcome.DIFFERS
    assert found.says == "Corrected by hand in the letter. The letter prints 79%, as the spreadsheet does."
    base = letter(remedy_rate="25", satisfactory_remedies="1", investigations="5", upheld_decisions="4")
    found = held(base, ["Satisfactory remedy rate"], ["20%"])["remedy_rate"]
    assert found.says == "The spreadsheet's rate is of all investigations, the letter's of the upheld decisions."
    worked_out = held(letter(state="worked_out", upheld_decisions="0"), ["Not upheld", "Upheld"], [3, 0])
    assert worked_out["upheld_decisions"].says == "Worked out from other figures of the letter."


@pytest.mark.parametrize(
    ("state", "printed", "says"),
    [
        ("to_check", "45%", "Nobody checked it before the letter was finished."),
        ("look_here", "45%", "Nobody checked it before the letter was finished."),
        ("query", "45%", "A query stands on it."),
        ("query", "54%", "Corrected by hand in the letter. A query stands on it."),
        ("agreed", "45%", ""),
    ],
)
def test_what_agrees_says_how_it_stands_in_the_letter(state: str, printed: str, says: str) -> None:
    found = held(letter(state=state, printed=printed, upheld_rate="45"), ["Uphold rate"], ["45%"])["upheld_rate"]
    assert (found.outcome, found.says) == (Outcome.AGREES, says)


def test_a_figure_that_is_published_twice_alike_is_held_once() -> None:
    book = sheets.Workbook()
    sheets.fill(book.active, [["Authority", "Uphold rate"], ["Mereford", "45%"]])
    sheets.fill(book.create_sheet("More"), [["Authority", "Uphold rate"], ["Mereford", "45%"]])
    sheets.fill(book.create_sheet("Other"), [["Authority", "Uphold rate"], ["Mereford", "46%"]])
    rows = [table.rows[0] for table in sheets.book_of(book).tables]
    found = list(hold(letter(upheld_rate="45"), rows))
    assert [(one.outcome, one.place and one.place.sheet) for one in found] == [
        (Outcome.AGREES, "Sheet"),
        (Outcome.DIFFERS, "Other"),
    ]

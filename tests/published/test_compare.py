"""The letters of a year against a spreadsheet: order, totals, letters without a row, and a record that nothing was done to."""

from __future__ import annotations

import pytest

from ombudsview.errors import Trouble
from ombudsview.history.store import Store
from ombudsview.letters.fields import Value
from ombudsview.places import Places
from ombudsview.published.compare import Comparison, compare, years_saved
from ombudsview.published.hold import Outcome
from tests.history.made import VALUES, Letter, dump, ticking
from tests.published import sheets

MEREFORD, HOLTHAM = "Mereford Borough Council", "Holtham District Council"


def save(places: Places, *changes: dict[str, Value | None]) -> None:
    store = Store.open(places, ticking())
    for change in changes:
        Letter(VALUES | change).save(store)
    store.close()


def against(places: Places, content: object, ours: str = "") -> Comparison:
    return compare(places, sheets.book_of(content), ours=ours)  # type: ignore[arg-type]


def outcomes(found: Comparison, authority: str) -> dict[str, Outcome]:
    return {one.key: one.outcome for one in found.held if one.authority == authority}


def test_differences_come_first_and_our_council_before_others(places: Places) -> None:
    save(
        places,
        {},
        {"authority": HOLTHAM},
        {"authority": "Kent County Council", "upheld_rate": "63", "upheld_decisions": None},
    )
    found = against(places, sheets.plain(), ours=MEREFORD)
    assert found.letters == 3
    assert outcomes(found, MEREFORD)["upheld_rate"] is Outcome.AGREES
    assert outcomes(found, MEREFORD)["investigations"] is Outcome.AGREES
    assert outcomes(found, HOLTHAM)["upheld_rate"] is Outcome.DIFFERS
    assert outcomes(found, "Kent County Council")["upheld_rate"] is Outcome.AGREES
    order = [list(Outcome).index(one.outcome) for one in found.held]
    assert order == sorted(order)
    agreeing = [one.authority for one in found.held if one.outcome is Outcome.AGREES]
    assert agreeing[: agreeing.count(MEREFORD)] == [MEREFORD] * agreeing.count(MEREFORD)


def test_the_totals_in_a_line(places: Places) -> None:
    save(places, {"upheld_decisions": "3"})
    found = against(
        places, sheets.table([["Authority", "Upheld", "Investigations", "Uphold rate"], [MEREFORD, 4, 5, "80%"]])
    )
    assert found.summary == "2 figures agree, 1 differs."
    save(places, {"upheld_decisions": "4", "compliance_rate": "100"})
    assert "only in the letter" in against(places, sheets.plain()).summary


def test_nothing_in_the_record_is_changed(places: Places) -> None:
    save(places, {}, {"authority": HOLTHAM})
    before = dump(places.history)
    against(places, sheets.by_sheet())
    assert dump(places.history) == before


def test_letters_of_other_years_and_letters_without_a_row_are_left_out_and_said(places: Places) -> None:
    save(places, {"period_end": "2019-03-31"}, {"authority": "Aldham Council"}, {"authority": None})
    found = against(places, sheets.plain())
    assert (found.held, found.letters) == ((), 0)
    assert found.without == (
        "A letter without an authority cannot be compared: open it and say whose it is.",
        "No row is of Aldham Council.",
    )
    assert years_saved(places) == ("2020-03-31", "2019-03-31")


def test_what_was_not_used_and_what_was_taken_by_a_likeness_is_said(places: Places) -> None:
    save(places, {})
    found = against(places, sheets.by_sheet())
    assert found.notes == (
        "No figure that letters give is meant by “Authority type” (Upheld 2019-20, B2), “Per head” (Upheld 2019-20, G2).",
        "The sheet “Upheld 2018-19” says that it is about another year, and was left out.",
        "The sheet “Contents” has no table with a row for each authority.",
    )
    (doubt,) = found.doubts
    assert "“Mereford”, which is taken for Mereford Borough Council" in doubt


def test_rows_that_were_left_out_for_their_year_are_said(places: Places) -> None:
    save(places, {})
    rows = [["Council", "Year", "Uphold rate"], ["Mereford Borough Council", 2019, "70%"], ["Holtham", 2020, "80%"]]
    found = against(places, sheets.table(rows))
    assert (found.counts[Outcome.DIFFERS], found.counts[Outcome.AGREES]) == (0, 0)
    (note,) = found.notes
    assert note == "Rows were left out whose year is not written as 2019-20 or by its last day: “Year” (Sheet, B1)."


def test_no_history_is_no_letters(places: Places) -> None:
    found = against(places, sheets.plain())
    assert (found.letters, found.held, found.without) == (0, (), ())
    assert found.summary == "0 figures agree, none differs."


def test_it_is_stopped_between_letters(places: Places) -> None:
    save(places, {}, {"authority": HOLTHAM})
    asked: list[tuple[int, int]] = []

    def go_on(done: int, total: int) -> bool:
        asked.append((done, total))
        return done < 1

    with pytest.raises(Trouble, match="stopped"):
        compare(places, sheets.book_of(sheets.plain()), go_on=go_on)
    assert asked == [(0, 2), (1, 2)]


def test_figures_of_one_letter_keep_the_usual_order(places: Places) -> None:
    save(places, {})
    keys = [one.key for one in against(places, sheets.plain()).held if one.outcome is Outcome.AGREES]
    assert keys == ["upheld_rate", "upheld_decisions", "investigations"]


def test_a_table_without_a_row_of_the_authority_is_not_called_one_without_the_column(places: Places) -> None:
    save(places, {"compliance_rate": "100", "dealt_with": "9"})
    book = sheets.Workbook()
    sheets.fill(book.active, [["Authority", "Uphold rate"], [MEREFORD, "80%"]])
    sheets.fill(book.create_sheet("Other"), [["Authority", "Compliance rate"], [HOLTHAM, "100%"]])
    said = {one.key: one.says for one in against(places, book).held if one.outcome is Outcome.ONLY_LETTER}
    assert said["compliance_rate"] == "No row is of Mereford Borough Council."
    assert said["dealt_with"] == "The spreadsheet has no column for it."


def test_a_second_letter_of_the_year_is_told_from_the_first(places: Places) -> None:
    save(places, {}, {"letter_date": "2020-09-01", "upheld_rate": "81"})
    found = against(places, sheets.plain())
    rates = {one.whose: one.outcome for one in found.held if one.key == "upheld_rate"}
    assert rates == {MEREFORD: Outcome.AGREES, f"{MEREFORD} (letter 2)": Outcome.DIFFERS}

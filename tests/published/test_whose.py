"""Whose a row is: by the register's names, by the name alone where the register has none, and never by a likeness unsaid."""

from __future__ import annotations

from datetime import date

from ombudsview.authorities import Register
from ombudsview.published.table import Place, Row
from ombudsview.published.whose import Rows

ON = date(2020, 3, 31)


def rows(*names: str, on: date = ON) -> Rows:
    made = (Row(name, Place("Sheet", f"A{number}"), ()) for number, name in enumerate(names, 2))
    return Rows(made, Register.load(), on)


def test_the_same_body_under_another_of_its_names() -> None:
    found = rows("Kent", "King's Lynn & West Norfolk BC", "Somewhere Else")
    assert [row.name for row in found.of("Kent County Council").rows] == ["Kent"]
    own = found.of("Borough Council of King's Lynn and West Norfolk")
    assert [row.name for row in own.rows] == ["King's Lynn & West Norfolk BC"]
    assert own.doubt == ""


def test_a_body_that_the_register_does_not_know_is_known_by_its_name() -> None:
    assert rows("MEREFORD  Borough Council").of("Mereford Borough Council").rows
    assert rows("MEREFORD  Borough Council").of("Mereford Borough Council").doubt == ""


def test_the_place_alone_is_taken_and_said() -> None:
    found = rows("Mereford", "Holtham").of("Mereford Borough Council")
    assert [row.name for row in found.rows] == ["Mereford"]
    assert found.doubt == (
        "The row of Sheet, A2 is of “Mereford”, which is taken for Mereford Borough Council. Check that it is."
    )
    assert not rows("Mereford County Council").of("Mereford Borough Council").rows


def test_a_name_with_letters_wrong_is_taken_and_said() -> None:
    found = rows("Buckinghamshrie Council", on=date(2024, 3, 31)).of("Buckinghamshire Council")
    assert len(found.rows) == 1
    assert "“Buckinghamshrie Council”, which is taken for Buckinghamshire Council" in found.doubt


def test_two_rows_of_one_body_are_not_chosen_between() -> None:
    found = rows("Kent County Council", "Kent").of("Kent County Council")
    twice = rows("Mereford Borough Council", "Mereford Borough Council").of("Mereford Borough Council")
    assert not twice.rows
    assert twice.why == (
        "Several rows are of Mereford Borough Council: Sheet, A2 (“Mereford Borough Council”) and Sheet, A3 "
        "(“Mereford Borough Council”). None of them was taken."
    )
    assert not found.rows
    assert "Several rows are of Kent County Council" in found.why


def test_no_row_is_said_with_those_that_took_over() -> None:
    after = rows("Somerset West and Taunton Council").of("Taunton Deane Borough Council")
    assert not after.rows
    assert "may be counted with Somerset West and Taunton" in after.why
    assert rows("Kent").of("Mereford Borough Council").why == "No row is of Mereford Borough Council."


def test_a_row_that_may_be_of_several_is_not_taken_and_said() -> None:
    found = rows("Newcastle", "Kent").of("Newcastle upon Tyne City Council")
    assert not found.rows
    assert found.why == (
        "The row of Sheet, A2, “Newcastle”, may be of Newcastle upon Tyne City Council or of another, so it was not taken."
    )

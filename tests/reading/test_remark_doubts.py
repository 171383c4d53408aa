"""What goes on from a remark without naming the authority is doubted; the doubt goes where the remark goes."""

from __future__ import annotations

import pytest

from ombudsview.reading.model import Doubt, Reading
from ombudsview.reading.remark_doubts import CODE, doubt, still
from ombudsview.reading.wording import Said, Wording
from tests.letters.test_remarks import LATE, PLAIN, PRAISE, THEN
from tests.reading.test_wording import OTHER, bare, letter, said_of, told


def codes(reading: Reading) -> list[str]:
    field = reading.field("remarks")
    assert field is not None
    assert {one.code for one in field.doubts} <= {one.code for one in reading.doubts}
    return [one.code for one in field.doubts]


def test_a_remark_that_goes_on_is_doubted_and_quoted() -> None:
    reading = letter(LATE, THEN)
    assert told(reading) == (bare(LATE), bare(THEN))
    (said,) = [one.sentence for one in reading.doubts if one.code == CODE]
    assert "It then took four months before the" in said


@pytest.mark.parametrize("said", [(LATE, PRAISE), (PLAIN, THEN), ()])
def test_what_names_the_authority_itself_is_not_doubted(said: tuple[str, ...]) -> None:
    assert CODE not in codes(letter(*said))


def test_the_doubt_goes_with_the_remark_that_others_have_too() -> None:
    both = said_of(letter(LATE, THEN)).prints
    reading = letter(LATE, THEN, PRAISE)
    wording = Wording(lambda _: (Said(OTHER, both),))
    left = wording.told_apart(reading)
    assert told(left) == (bare(PRAISE),)
    assert codes(left) == []
    assert CODE not in {one.code for one in left.doubts}


def test_what_goes_on_from_a_remark_of_all_is_none_either() -> None:
    left = Wording(lambda _: (Said(OTHER, said_of(letter(LATE)).prints),)).told_apart(letter(LATE, THEN, PRAISE))
    assert told(left) == (bare(PRAISE),)


def test_the_doubt_stays_with_a_remark_that_stays() -> None:
    other = said_of(letter(PRAISE)).prints
    left = Wording(lambda _: (Said(OTHER, other),)).told_apart(letter(LATE, THEN, PRAISE))
    assert told(left) == (bare(LATE), bare(THEN))
    assert CODE in codes(left)


def test_other_doubts_are_left_alone() -> None:
    other = Doubt("sum", "The sum differs.", ("received.total",))
    assert still((other, doubt(THEN)), ()) == (other,)
    assert still((other, doubt(THEN)), (bare(THEN),)) == (other, doubt(THEN))

"""What words that are pointed at are worth, by the unit of the field."""

from __future__ import annotations

import pytest

from ombudsview.letters.fields import Unit, Value
from ombudsview.reading.printed_value import bare_words, is_printed, value_of


@pytest.mark.parametrize(
    ("unit", "words", "value"),
    [
        (Unit.COUNT, "(1,204),", "1204"),
        (Unit.COUNT, "Four", "4"),
        (Unit.COUNT, "twenty-three", "23"),
        (Unit.COUNT, "No", "0"),
        (Unit.COUNT, "45%", None),
        (Unit.COUNT, "complaints", None),
        (Unit.COUNT, "2019-20", None),
        (Unit.PERCENT, "“68.8%”", "68.8"),
        (Unit.PERCENT, "79 per cent", "79"),
        (Unit.PERCENT, "Twelve per cent.", "12"),
        (Unit.PERCENT, "twelve", None),
        (Unit.PERCENT, "101%", None),
        (Unit.RATE, "3.9", "3.9"),
        (Unit.DAYS, "ten", "10"),
        (Unit.DATE, "22  July 2020,", "2020-07-22"),
        (Unit.DATE, "(31/03/20)", "2020-03-31"),
        (Unit.DATE, "July", None),
        (Unit.TEXT, " Wraxmere  Council, ", "Wraxmere Council"),
        (Unit.TEXT, "Wraxmere (the Council)", "Wraxmere (the Council)"),
        (Unit.TEXT, " . ", None),
    ],
)
def test_words_are_read_by_their_unit(unit: Unit, words: str, value: str | None) -> None:
    assert value_of(unit, words) == value


def test_punctuation_around_words_is_not_theirs() -> None:
    assert bare_words(Unit.PERCENT, "(45%).") == "45%"
    assert bare_words(Unit.TEXT, "Mrs A. Brown:") == "Mrs A. Brown"


@pytest.mark.parametrize(
    ("unit", "value", "printed", "so"),
    [
        (Unit.PERCENT, "45", "45%", True),
        (Unit.PERCENT, "46", "45%", False),
        (Unit.COUNT, "4", "Four", True),
        (Unit.DATE, "2020-03-31", "31/03/20", True),
        (Unit.TEXT, ("Mrs A", "Mr B"), ("Mrs A,", "Mr B"), True),
        (Unit.TEXT, ("Mrs A",), ("Mrs A", "Mr B"), False),
        (Unit.COUNT, None, None, True),
        (Unit.COUNT, "0", None, False),
    ],
)
def test_a_value_is_what_is_printed_or_it_is_not(
    unit: Unit, value: Value | None, printed: Value | None, so: bool
) -> None:
    assert is_printed(unit, value, printed) is so

"""Letters read together: what they share is no remark, in every order, and nothing else waits or changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations

import pytest

from ombudsview.many import at_hand
from ombudsview.many.at_hand import told_apart
from ombudsview.many.one import Answer, Known
from ombudsview.reading.wording import Said, Wording
from ombudsview.reports.file_reading import FileReading
from tests.letters.test_remarks import LATE, PRAISE
from tests.many.archive import made
from tests.reading.test_wording import letter, said_of, told

OTHER = "Barrowmere Borough Council"
MINE = replace(made("mine.pdf"), readings=(letter(LATE, PRAISE),))
THEIRS = replace(made("theirs.pdf"), readings=(letter(LATE, authority=OTHER),))
NOTHING = replace(made("\udcff.pdf"), readings=(letter(),))
GONE = replace(made("gone.pdf"), readings=())


@pytest.mark.parametrize("order", tuple(permutations((MINE, THEIRS, NOTHING, GONE))))
def test_letters_read_together_teach_each_other_in_any_order(order: tuple[FileReading, ...]) -> None:
    answers = list(told_apart(order, Wording()))
    assert [one.file for one in answers] == [one.file for one in order]
    remarks = {one.file: told(reading) for one in answers if isinstance(one, FileReading) for reading in one.readings}
    assert remarks == {"mine.pdf": (PRAISE.removesuffix("."),), "theirs.pdf": None, "\udcff.pdf": None}
    assert NOTHING in answers
    assert GONE in answers


def test_what_has_no_remark_goes_by_before_the_next_is_read() -> None:
    taken: list[str] = []

    def answers() -> Iterator[Answer]:
        for one in (NOTHING, GONE, Known("known.pdf", "0" * 64), MINE, GONE):
            taken.append(one.file)
            yield one

    coming = told_apart(answers(), Wording())
    for number in (1, 2, 3):
        next(coming)
        assert len(taken) == number
    next(coming)
    assert len(taken) == 5, "a remark waits for the last letter"


def test_two_letters_in_one_file_teach_each_other() -> None:
    pack = replace(MINE, readings=(*MINE.readings, *THEIRS.readings))
    (answer,) = told_apart([pack], Wording())
    assert isinstance(answer, FileReading)
    assert [told(reading) for reading in answer.readings] == [(PRAISE.removesuffix("."),), None]


def test_a_letter_alone_is_as_it_was_read(monkeypatch: pytest.MonkeyPatch) -> None:
    assert list(told_apart([MINE], Wording())) == [MINE]
    monkeypatch.setattr(at_hand, "Waiting", None)
    assert list(told_apart([NOTHING, GONE], Wording())) == [NOTHING, GONE], "nothing waits, so nothing is written"


def test_the_record_teaches_too() -> None:
    kept = Said(OTHER, said_of(letter(LATE)).prints)
    (answer,) = told_apart([MINE], Wording(lambda year: [kept] if year == ("lgsco", "2020-03-31") else []))
    assert isinstance(answer, FileReading)
    assert told(answer.readings[0]) == (PRAISE.removesuffix("."),)

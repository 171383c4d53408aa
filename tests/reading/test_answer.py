"""What the reader process answers is unpacked with suspicion: anything off is a crash, never a value."""

from __future__ import annotations

from math import inf, nan

import msgspec
import pytest

from ombudsview.errors import Trouble, Verdict
from ombudsview.letters.fields import FIELDS
from ombudsview.paper.geometry import Box
from ombudsview.paper.paper import Paper, Sheet, Word
from ombudsview.reading.answer import Answer, decode, encode
from ombudsview.reading.model import Doubt, FieldReading, ReaderState, Reading, Source

SHA = "ab" * 32
BOX = Box(10.0, 20.0, 30.0, 40.0)
WORD = Word("45%", BOX, 0)
SHEET = Sheet(595.0, 842.0, 0, (WORD,))
SOURCE = Source(1, (BOX,), "45%")
DOUBT = Doubt("odd", "This looks odd.", ("upheld_rate",))
FIELD = FieldReading("upheld_rate", "45", "45%", ReaderState.TO_CHECK, (SOURCE,), (DOUBT,), None)
NAMES = FieldReading("addressees", ("A", "B"), ("A", "B"), ReaderState.TO_CHECK, (SOURCE, SOURCE), (), None)
READING = Reading("measures-2019", (1, 1), (FIELD, NAMES), (DOUBT,), "1")
PAPER = Paper(SHA, (SHEET,))
ANSWER = Answer(PAPER, (READING,))

change = msgspec.structs.replace


def field(**values: object) -> Answer:
    return Answer(PAPER, (change(READING, fields=(change(FIELD, **values),)),))


def reading(**values: object) -> Answer:
    return Answer(PAPER, (change(READING, **values),))


def sheet(**values: object) -> Answer:
    return Answer(Paper(SHA, (change(SHEET, **values),)), ())


def word(**values: object) -> Answer:
    return sheet(words=(change(WORD, **values),))


def test_an_honest_answer_comes_through_unchanged() -> None:
    assert decode(encode(ANSWER), SHA, ((595.0, 842.0),)) == ANSWER
    assert decode(encode(Answer(PAPER, ())), SHA) == Answer(PAPER, ())


def test_a_box_may_stick_out_by_a_hair() -> None:
    answer = word(box=Box(-0.5, -0.5, 595.5, 842.5))
    assert decode(encode(answer), SHA) == answer


WRONG = {
    "another letter": Answer(Paper("cd" * 32, (SHEET,)), ()),
    "no pages": Answer(Paper(SHA, ()), ()),
    "too many pages": Answer(Paper(SHA, (SHEET,) * 5_001), ()),
    "page of nan": sheet(width=nan),
    "page without end": sheet(height=inf),
    "page of nothing": sheet(width=0.0),
    "odd turn": sheet(turn=45),
    "box of nan": word(box=Box(nan, 0.0, 1.0, 1.0)),
    "box of nan, at its end": word(box=Box(0.0, 0.0, 1.0, nan)),
    "box without end": word(box=Box(0.0, 0.0, inf, 1.0)),
    "box turned over": word(box=Box(30.0, 20.0, 10.0, 40.0)),
    "box below the page": word(box=Box(10.0, 842.0, 20.0, 850.0)),
    "box beside the page": word(box=Box(-5.0, 20.0, 30.0, 40.0)),
    "word of nothing": word(text=""),
    "word without end": word(text="x" * 100_000),
    "line below nought": word(line=-1),
    "page nought": field(sources=(change(SOURCE, page=0),)),
    "page too far": field(sources=(change(SOURCE, page=2),)),
    "source of nan": field(sources=(change(SOURCE, boxes=(Box(nan, nan, nan, nan),)),)),
    "source beside the page": field(sources=(change(SOURCE, boxes=(Box(0.0, 0.0, 900.0, 1.0),)),)),
    "sources without end": field(sources=(SOURCE,) * 3_000),
    "boxes without end": field(sources=(change(SOURCE, boxes=(BOX,) * 3_000),)),
    "unknown field": field(key="salary"),
    "list for one": field(value=("45", "46")),
    "one for a list": field(key="addressees"),
    "value without end": field(value="9" * 1_000),
    "print without end": field(printed="9" * 100_000),
    "reason without end": field(reason="x" * 100_000),
    "doubt about what is not there": field(doubts=(change(DOUBT, keys=("salary",)),)),
    "the same field twice": reading(fields=(FIELD, FIELD)),
    "letter from page nought": reading(pages=(0, 1)),
    "letter back to front": reading(pages=(1, 0)),
    "letter beyond the file": reading(pages=(1, 2)),
    "readings without end": Answer(PAPER, (READING,) * 1_000),
}


@pytest.mark.parametrize("what", WRONG)
def test_what_cannot_be_is_a_crash(what: str) -> None:
    with pytest.raises(Trouble) as told:
        decode(encode(WRONG[what]), SHA)
    assert told.value.code == Verdict.CRASHED


def test_tables_give_more_figures_than_the_vocabulary_has_fields() -> None:
    single = [key for key, one in FIELDS.items() if not one.many]
    keys = tuple(f"{key}@{year}" for year in ("2003-04", "2004-05", "2005-06") for key in single)
    fields = tuple(change(FIELD, key=key) for key in keys)
    assert len(fields) > len(FIELDS)
    answer = reading(fields=fields, doubts=(change(DOUBT, keys=keys),))
    assert decode(encode(answer), SHA) == answer


def test_as_many_pages_as_were_opened() -> None:
    with pytest.raises(Trouble):
        decode(encode(ANSWER), SHA, ((595.0, 842.0), (595.0, 842.0)))


@pytest.mark.parametrize(
    "payload",
    [
        b"",
        b"\xc1",
        b"\xff" * 1_000,
        b"\xdd\xff\xff\xff\xff",
        b"\x91" * 100_000,
        msgspec.msgpack.encode({"paper": 1}),
        msgspec.msgpack.encode([[SHA, [[595, 842, 0, [["a", ["0", 0, 1, 1], 0]]]]], []]),
        encode(ANSWER)[:-3],
        encode(ANSWER) + b"\x00",
        encode(ANSWER).replace(b"45%", b"4\xff%"),
        encode(ANSWER).replace(b"to_check", b"to_chuck"),
    ],
)
def test_garbage_is_a_crash(payload: bytes) -> None:
    with pytest.raises(Trouble) as told:
        decode(payload, SHA)
    assert told.value.code == Verdict.CRASHED

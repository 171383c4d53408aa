"""What was read from pictures is marked: nobody agrees to it unseen."""

from __future__ import annotations

import msgspec
import pytest

from ombudsview.paper.geometry import Box
from ombudsview.paper.paper import Paper, Sheet, Word
from ombudsview.reading.model import FieldReading, ReaderState, Reading, Source
from ombudsview.reading.pictured import marked
from ombudsview.review.review import Review

WORD, BESIDE = Word("57%", Box(10.0, 10.0, 40.0, 22.0), 0), Word("of", Box(44.0, 10.0, 52.0, 22.0), 0)
TYPESET = Sheet(595.0, 842.0, 0, (WORD, BESIDE))
SCANNED = msgspec.structs.replace(TYPESET, recognised="rapidocr 3")


def _field(page: int) -> FieldReading:
    return FieldReading("upheld_rate", "57", "57%", ReaderState.TO_CHECK, (Source(page, (WORD.box,), "57%"),), (), None)


def _marked(*sheets: Sheet, page: int = 1) -> Reading:
    reading = Reading("measures-2019", (1, len(sheets)), (_field(page),), (), "1")
    return marked(reading, Paper("", sheets))


def test_a_typeset_letter_stays_as_it_is() -> None:
    with_a_crest = msgspec.structs.replace(TYPESET, pictured=0.1)
    for sheet in (TYPESET, with_a_crest):
        reading = _marked(sheet)
        assert reading.doubts == ()
        assert not reading.fields[0].recognised


def test_what_was_recognised_is_to_be_checked_and_never_agreed_unseen() -> None:
    reading = _marked(SCANNED)
    (field,) = reading.fields
    assert (field.state, field.recognised, field.doubts) == (ReaderState.TO_CHECK, True, ())
    assert [doubt.code for doubt in reading.doubts] == ["recognised"]
    assert Review(reading, "letter", who="officer", clock=lambda: "2026-01-05T10:00:00Z").agree_safe() == 0


def test_only_fields_on_recognised_pages_are_marked() -> None:
    assert not _marked(TYPESET, SCANNED, page=1).fields[0].recognised
    assert _marked(TYPESET, SCANNED, page=2).fields[0].recognised


@pytest.mark.parametrize(("unsure", "looked_at"), [((0,), True), ((1,), False)])
def test_a_word_that_was_hard_to_read_is_a_doubt(unsure: tuple[int, ...], looked_at: bool) -> None:
    (field,) = _marked(msgspec.structs.replace(SCANNED, unsure=unsure)).fields
    assert (field.state is ReaderState.LOOK_HERE) == looked_at
    assert [doubt.code for doubt in field.doubts] == (["hard_to_read"] if looked_at else [])


@pytest.mark.parametrize(
    ("text", "looked_at"),
    [("ofEastmere", True), ("Chie9f", True), ("Eastmere,", False), ("McDonald", False), ("–", False)],
)
def test_a_recognised_word_that_reads_like_none_is_a_doubt(text: str, looked_at: bool) -> None:
    word = msgspec.structs.replace(WORD, text=text)
    (field,) = _marked(msgspec.structs.replace(SCANNED, words=(word, BESIDE))).fields
    assert [doubt.code for doubt in field.doubts] == (["hard_to_read"] if looked_at else [])
    assert _marked(msgspec.structs.replace(TYPESET, words=(word, BESIDE))).doubts == ()


@pytest.mark.parametrize(("printed", "doubted"), [("Annual Letter 2021 -22", True), ("Annual Letter 2021-22", False)])
@pytest.mark.parametrize("hidden", [False, True])
def test_a_title_with_white_inside_of_its_year_is_a_doubt(printed: str, doubted: bool, hidden: bool) -> None:
    words = tuple(Word("word", Box(10.0, 40.0 + n, 90.0, 50.0 + n), n) for n in range(30))
    layer = msgspec.structs.replace(TYPESET, words=(WORD, *words), pictured=1.0, unseen=1.0)
    sheet = layer if hidden else SCANNED
    title = FieldReading("title", printed, printed, ReaderState.TO_CHECK, (Source(1, (WORD.box,), printed),), (), None)
    reading = marked(Reading("measures-2019", (1, 1), (title,), (), "1"), Paper("", (sheet,)))
    assert [doubt.code for doubt in reading.fields[0].doubts] == (["torn"] if doubted else [])
    assert (reading.fields[0].state is ReaderState.LOOK_HERE) is doubted


def test_a_poor_hidden_layer_is_a_doubt_on_each_value() -> None:
    garble = tuple(Word("c0mp1a|nt", Box(10.0, 40.0 + n, 90.0, 50.0 + n), n) for n in range(30))
    poor = msgspec.structs.replace(TYPESET, words=(WORD, *garble), pictured=1.0, unseen=1.0)
    (field,) = _marked(poor).fields
    assert [doubt.code for doubt in field.doubts] == ["poor_text"]
    assert field.state is ReaderState.LOOK_HERE

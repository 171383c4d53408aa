"""What the reader process answers: the paper and the readings of its letters, packed by the child and unpacked with suspicion.

Nothing that comes from the child is believed: sizes, boxes, page numbers and lengths are looked at before anyone uses them.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import inf

import msgspec

from ombudsview.errors import Verdict
from ombudsview.letters.fields import FIELDS, Unit, Value
from ombudsview.paper import troubles
from ombudsview.paper.belief import TOLERANCE, is_sheet
from ombudsview.paper.bounds import MOST_PAGES, MOST_WORDS
from ombudsview.paper.paper import Paper
from ombudsview.reading.model import Doubt, FieldReading, Reading, Source

MOST_READINGS = 500
_MOST_ITEMS = 2_000
_MOST_FIELDS = 2_000  # tables give most fields once more for each earlier year
_LONGEST_TEXT = 20_000

Size = tuple[float, float]
"""A page's width and height in points, as shown."""


class Answer(msgspec.Struct, frozen=True, array_like=True):
    """A file's paper, and a reading for each letter in it."""

    paper: Paper
    readings: tuple[Reading, ...]


class _Unbelievable(Exception):
    """The child said what cannot be."""


UNBELIEVABLE = (msgspec.DecodeError, UnicodeDecodeError, _Unbelievable, RecursionError)
"""What is raised over an answer that is off."""


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Answer)


def encode(answer: Answer) -> bytes:
    """Pack an answer; used in the reader process."""
    return _encoder.encode(answer)


def decode(payload: bytes, sha256: str, sizes: tuple[Size, ...] | None = None) -> Answer:
    """Unpack an answer about the document with that SHA-256 (hex) and, if given, those page sizes.

    Raises Trouble `crashed` for anything that is off.
    """
    try:
        answer = _decoder.decode(payload)
        _believe_paper(answer.paper, sha256, sizes)
        believe_readings(answer.readings, tuple((sheet.width, sheet.height) for sheet in answer.paper.sheets))
    except UNBELIEVABLE as error:
        raise troubles.trouble(Verdict.CRASHED) from error
    return answer


def check(so: bool, what: str) -> None:
    """Go on only where it is so."""
    if not so:
        raise _Unbelievable(what)


def _believe_paper(paper: Paper, sha256: str, sizes: tuple[Size, ...] | None) -> None:
    sheets = paper.sheets
    check(paper.sha256 == sha256, "another document")
    check(0 < len(sheets) <= MOST_PAGES, "pages")
    check(sum(len(sheet.words) for sheet in sheets) <= MOST_WORDS, "words")
    check(sizes is None or len(sizes) == len(sheets), "as many pages as were opened")
    check(all(map(is_sheet, sheets)), "a page")


def believe_readings(readings: tuple[Reading, ...], sizes: tuple[Size, ...]) -> None:
    """Whether there may be such readings of a document with pages of these sizes."""
    check(len(readings) <= MOST_READINGS, "readings")
    for reading in readings:
        _check_text(reading.kind)
        _check_text(reading.reader)
        _check_text(reading.sender)
        _check_text(reading.nearest)
        if reading.pages is not None:
            first, last = reading.pages
            check(1 <= first <= last <= len(sizes), "the letter's pages")
        check(len({field.key for field in reading.fields}) == len(reading.fields) <= _MOST_FIELDS, "fields")
        _believe_doubts(reading.doubts)
        for field in reading.fields:
            _believe_field(field, sizes)


def _believe_field(field: FieldReading, sizes: tuple[Size, ...]) -> None:
    declared = FIELDS.get(field.key)
    if declared is None:
        raise _Unbelievable("a field that is not in the vocabulary")
    for value in (field.value, field.printed):
        check(value is None or isinstance(value, tuple) == declared.many, "one value or many")
        for text in _texts(value):
            _check_text(text)
    if declared.unit is not Unit.TEXT:
        for text in _texts(field.value):
            check(text.isascii() and len(text) <= 40, "a canonical value")
    _check_text(field.reason)
    check(len(field.sources) <= _MOST_ITEMS, "sources")
    _believe_doubts(field.doubts)
    for source in field.sources:
        _believe_source(source, sizes)


def _believe_source(source: Source, sizes: tuple[Size, ...]) -> None:
    check(1 <= source.page <= len(sizes), "a source's page")
    check(len(source.boxes) <= _MOST_ITEMS, "boxes")
    _check_text(source.text)
    width, height = sizes[source.page - 1]
    right, bottom = width + TOLERANCE, height + TOLERANCE
    for x0, y0, x1, y1 in source.boxes:
        # A point of tolerance is allowed; NaN never is inside.
        if not (-TOLERANCE <= x0 <= x1 <= right and -TOLERANCE <= y0 <= y1 <= bottom < inf):
            raise _Unbelievable("a source outside its page")


def _believe_doubts(doubts: tuple[Doubt, ...]) -> None:
    check(len(doubts) <= _MOST_ITEMS, "doubts")
    for doubt in doubts:
        _check_text(doubt.code)
        _check_text(doubt.sentence)
        check(len(doubt.keys) <= _MOST_FIELDS and all(key in FIELDS for key in doubt.keys), "a doubt's fields")


def _texts(value: Value | None) -> Iterable[str]:
    if value is None:
        return ()
    if isinstance(value, str):
        return (value,)
    check(len(value) <= _MOST_ITEMS, "items")
    return value


def _check_text(text: str | None) -> None:
    check(text is None or len(text) <= _LONGEST_TEXT, "a text's length")

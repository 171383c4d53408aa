"""Two readings of recognised pages laid together: one of the words as they were recognised, one of the words put right.

What only the second tells is taken, and doubted: words that stand around it, or the value itself, were guessed.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ombudsview.letters.fields import FIELDS, Value
from ombudsview.reading.model import Doubt, FieldReading, ReaderState, Reading

CODE = "misread"


def together(first: tuple[Reading, ...], second: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """The readings to go by; the first alone where the words put right tell fewer letters."""
    if _known(second) < _known(first):
        return first
    return tuple(_together(next(_same(first, reading), None), reading) for reading in second)


def _known(readings: tuple[Reading, ...]) -> int:
    return sum(reading.kind is not None for reading in readings)


def _same(readings: tuple[Reading, ...], other: Reading) -> Iterator[Reading]:
    """The readings of the same kind on some of the same pages."""
    for reading in readings:
        if reading.kind == other.kind and (
            reading.pages is None
            or other.pages is None
            or (reading.pages[0] <= other.pages[1] and other.pages[0] <= reading.pages[1])
        ):
            yield reading


def _together(first: Reading | None, second: Reading) -> Reading:
    fields = tuple(_chosen(first.field(field.key) if first else None, field) for field in second.fields)
    keys = {field.key for field in fields}
    alone = (field for field in first.fields if field.key not in keys) if first else ()
    only_first = tuple(_chosen(field, _gone(field)) for field in alone)
    doubts = (doubt for field in (*fields, *only_first) for doubt in field.doubts)
    return msgspec.structs.replace(
        second, fields=(*fields, *only_first), doubts=tuple(dict.fromkeys((*second.doubts, *doubts)))
    )


def _gone(field: FieldReading) -> FieldReading:
    """A field as a reading has it that does not find it."""
    return msgspec.structs.replace(field, value=None, printed=None, state=ReaderState.ABSENT, sources=())


def _chosen(first: FieldReading | None, second: FieldReading) -> FieldReading:
    """The field as it was recognised where that is a value without a doubt; else, or where only white stands otherwise, as it
    reads with its words put right."""
    if first is not None and (first.value, first.state) == (second.value, second.state):
        return second
    sure = first is not None and first.value is not None and first.state is not ReaderState.LOOK_HERE
    spaced = first is not None and _unspaced(first.value) == _unspaced(
        second.value
    )  # a word torn in two was made whole
    field = first if first is not None and not spaced and (sure or second.value is None) else second
    if field.value is None:
        return field
    sentence = (
        f"{FIELDS[field.key].label}: words of this letter were misread and had to be guessed; compare it with the page."
    )
    doubt = Doubt(CODE, sentence, (field.key,))
    state = ReaderState.LOOK_HERE if field.state is ReaderState.TO_CHECK else field.state
    return msgspec.structs.replace(field, state=state, doubts=(*field.doubts, doubt))


def _unspaced(value: Value | None) -> str | None:
    """A value without its white."""
    return None if value is None else "".join("".join(value).split())

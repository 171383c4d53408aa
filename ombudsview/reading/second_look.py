"""Two readings of recognised pages laid together: one of the words as they were recognised, one of the words put right.

What only the second tells is taken, and doubted: words that stand around it, or the value itself, were guessed.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ombudsview.letters.fields import FIELDS, Value
from ombudsview.reading.model import Doubt, FieldReading, ReaderState, Reading
from ombudsview.reading.registered import known_name

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
    """The field as it was recognised where that is a value without a doubt; as it reads with its words put right where it is not,
    or where only white stands otherwise, or where an authority's name is known only so."""
    if first is not None and (first.value, first.state) == (second.value, second.state):
        return second
    sure = first is not None and first.value is not None and first.state is not ReaderState.LOOK_HERE
    better = first is not None and (_is_whole(first.value, second.value) or _is_known(first.value, second))
    field = first if first is not None and not better and (sure or second.value is None) else second
    if field.value is None:
        return field
    sentence = (
        f"{FIELDS[field.key].label}: words of this letter were misread and had to be guessed; compare it with the page."
    )
    doubt = Doubt(CODE, sentence, (field.key,))
    state = ReaderState.LOOK_HERE if field.state is ReaderState.TO_CHECK else field.state
    return msgspec.structs.replace(field, state=state, doubts=(*field.doubts, doubt))


def _is_whole(first: Value | None, second: Value | None) -> bool:
    """Whether two values differ in their white only."""
    one, other = ("".join("".join(value or ()).split()) for value in (first, second))
    return one == other


def _is_known(first: Value | None, second: FieldReading) -> bool:
    """Whether the second is an authority's name that is known, and the first is none."""
    if second.key != "authority" or not isinstance(first, str) or not isinstance(second.value, str):
        return False
    return known_name(second.value, None) is not None and known_name(first, None) is None

"""From places in the text to a field's reading: value, what is printed, and the boxes of the words it is printed with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from ombudsview.letters.fields import Field, Unit, parse
from ombudsview.letters.number_words import worded
from ombudsview.letters.punctuation import BRACKETS, STOPS
from ombudsview.letters.rates import same_rate
from ombudsview.letters.rows import MARKS, SPACE
from ombudsview.paper.text import TextMap
from ombudsview.reading.model import Doubt, FieldReading, ReaderState, Source

Span = tuple[int, int]

# What stands for letters that a font does not name: the replacement character, and those of private use.
_UNSPOKEN = re.compile("[\ufffd\ue000-\uf8ff]")
_AROUND_FIGURES = STOPS + BRACKETS + MARKS


def read_field(field: Field, text: TextMap, spans: tuple[Span, ...]) -> FieldReading:
    """The reading of one field from all places where it was found, at least one, the most telling first."""
    places = [(span, stripped(field.unit, text.printed(*span))) for span in spans]
    if field.many:
        items = [(span, printed) for span, printed in places if printed]
        values = tuple(" ".join(printed.split()) for _, printed in items)
        sources = tuple(source(text, span) for span, _ in items)
        doubts = _unspoken(field, " ".join(values), sources)
        state = ReaderState.LOOK_HERE if doubts else ReaderState.TO_CHECK
        return FieldReading(field.key, values, tuple(printed for _, printed in items), state, sources, doubts, None)
    return _read_one(field, text, places)


def _read_one(field: Field, text: TextMap, places: list[tuple[Span, str]]) -> FieldReading:
    parsed = [(span, printed, valued(field.unit, printed)) for span, printed in places]
    # What is shown as printed stands at the first place, so one that cannot be read gives way to one that can.
    readable = next((n for n, (_, _, value) in enumerate(parsed) if value is not None), 0)
    parsed.insert(0, parsed.pop(readable))
    sources = tuple(source(text, span) for span, _, _ in parsed)
    _, printed, value = parsed[0]
    doubts = [*_unspoken(field, value or "", sources), *_far_apart(field, text, printed, sources[0])]
    if value is None:
        sentence = f"{field.label}: “{printed}” on page {sources[0].page} is printed where this should be, and cannot be read as one."
        doubts.append(Doubt("unreadable", sentence, (field.key,)))
    other = next((n for n, (_, _, also) in enumerate(parsed) if not _agree(field.unit, value, also)), None)
    if value is not None and other is not None:
        sentence = (
            f"{field.label} is printed as {printed} on page {sources[0].page}"
            f" and as {parsed[other][1]} on page {sources[other].page}."
        )
        doubts.append(Doubt("printed_twice", sentence, (field.key,)))
    state = ReaderState.LOOK_HERE if doubts else ReaderState.TO_CHECK
    return FieldReading(
        field.key, value, printed, state, sources, tuple(doubts), doubts[0].sentence if value is None else None
    )


def _far_apart(field: Field, text: TextMap, printed: str, place: Source) -> Iterator[Doubt]:
    """A doubt where the parts of a count are not set as one figure: of other sizes, or further apart than words."""
    if field.unit is not Unit.COUNT or " " not in printed or not printed[0].isdigit():
        return
    boxes = [text.paper.sheets[place.page - 1].upright(box) for box in place.boxes]
    heights = [box.height for box in boxes]
    gaps = [other.x0 - one.x1 for one, other in pairwise(boxes)]
    if max(heights) > 1.1 * min(heights) or max(gaps, default=0) > SPACE * min(heights):
        where = f"“{printed}” on page {place.page}"
        sentence = f"{field.label}: {where} is taken for one figure, parted by a space; compare it with the page."
        yield Doubt("spaced", sentence, (field.key,))


def _unspoken(field: Field, value: str, sources: tuple[Source, ...]) -> tuple[Doubt, ...]:
    """A doubt where a text has letters that its font does not name."""
    if not _UNSPOKEN.search(value):
        return ()
    sentence = f"{field.label}: some letters on page {sources[0].page} cannot be told, for their font does not say what they are."
    return (Doubt("letters", sentence, (field.key,)),)


def valued(unit: Unit, printed: str) -> str | None:
    """The canonical value of what is printed; a count may be a word."""
    return parse(unit, printed) or (worded(printed) if unit is Unit.COUNT else None)


def source(text: TextMap, span: Span) -> Source:
    """The place of a span: the page, a box a word, and what these words say. Words beyond the first page are left out."""
    words = text.words(*span)
    page = words[0][0]
    here = [word for number, word in words if number == page]
    return Source(page, tuple(word.box for word in here), " ".join(word.said for word in here))


def stripped(unit: Unit, words: str) -> str:
    """Printed words without the punctuation around them."""
    return words.strip(STOPS if unit is Unit.TEXT else _AROUND_FIGURES)


def reads_as(place: Source, unit: Unit, printed: str) -> bool:
    """Whether the words under a source's boxes say what is printed, so that its highlight may be drawn solid."""
    return stripped(unit, place.text) == printed


def alike(unit: Unit, one: str | None, other: str | None) -> bool:
    """Whether two values mean the same; names may differ in case and punctuation."""
    if unit is not Unit.TEXT or one is None or other is None:
        return one == other
    return _bare(one) == _bare(other)


def _agree(unit: Unit, one: str | None, other: str | None) -> bool:
    """Whether two places of one letter say the same: a percentage may have more decimals at one of them."""
    if one == other:  # most are compared with themselves: spares the letters of long names
        return True
    if unit is Unit.PERCENT and one is not None and other is not None:
        return same_rate(Decimal(one), Decimal(other))
    return alike(unit, one, other)


def _bare(name: str) -> str:
    return "".join(c for c in name.replace("&", "and").casefold() if c.isalnum())

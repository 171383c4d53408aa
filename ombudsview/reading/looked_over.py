"""Doubts about figures that something lies over: a line through them, a bar, a note that a reader laid there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from ombudsview.letters.fields import FIELDS, Unit
from ombudsview.paper.geometry import Box
from ombudsview.paper.paper import Paper
from ombudsview.reading.model import Doubt, FieldReading, ReaderState, Reading, Source

LookOver = Callable[[int, Sequence[Box]], Sequence[str | None]]
"""Asked with a page (from 0) and boxes on it: for each what lies over it, `struck`, `hidden` or `marked`, or None."""

_NO_FIGURES = (Unit.TEXT, Unit.DATE)
_SENTENCES = {
    "struck": "{label}: a line is drawn through “{said}” on page {page}; look whether it still holds.",
    "hidden": "{label}: “{said}” on page {page} lies under something and cannot be seen there; look what the page shows.",
    "marked": "{label}: a note or a mark was laid over “{said}” on page {page}; look what was printed and what was added.",
}


def looked_over(readings: tuple[Reading, ...], paper: Paper, look: LookOver) -> tuple[Reading, ...]:
    """The readings, their figures doubted where something lies over the place that their value was taken from."""
    found = {
        (page, box): what
        for page, boxes in _places(readings, paper).items()
        for box, what in zip(boxes, look(page - 1, boxes), strict=True)
        if what is not None
    }
    return tuple(_doubted(reading, found) for reading in readings) if found else readings


def _places(readings: Iterable[Reading], paper: Paper) -> dict[int, list[Box]]:
    """The boxes of each page (from 1) whose words were not recognised on its picture."""
    places: dict[int, list[Box]] = {}
    for reading in readings:
        for source in _sources(reading.fields):
            if not paper.sheets[source.page - 1].recognised:
                places.setdefault(source.page, []).extend(source.boxes)
    return places


def _sources(fields: Iterable[FieldReading]) -> Iterator[Source]:
    """The place of each figure's value, which is its first. Dates and names are not looked over: they stand on pages of prose."""
    for field in fields:
        if field.value is not None and field.sources and FIELDS[field.key].unit not in _NO_FIGURES:
            yield field.sources[0]


def _doubted(reading: Reading, found: dict[tuple[int, Box], str]) -> Reading:
    fields = tuple(_with_doubt(field, found) for field in reading.fields)
    new = (doubt for field in fields for doubt in field.doubts)
    return msgspec.structs.replace(reading, fields=fields, doubts=tuple(dict.fromkeys((*reading.doubts, *new))))


def _with_doubt(field: FieldReading, found: dict[tuple[int, Box], str]) -> FieldReading:
    for source in _sources((field,)):
        for box in source.boxes:
            if (what := found.get((source.page, box))) is not None:
                label = FIELDS[field.key].label
                sentence = _SENTENCES[what].format(label=label, said=source.text, page=source.page)
                doubt = Doubt(what, sentence, (field.key,))
                state = ReaderState.LOOK_HERE if field.state is ReaderState.TO_CHECK else field.state
                return msgspec.structs.replace(field, state=state, doubts=(*field.doubts, doubt))
    return field

"""What stands beside the finders' answers: prose that tells a table's figure once more, and wordings that nobody has seen.

A figure that prose tells otherwise, or that was found by loose words only, keeps its value and is doubted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ombudsview.letters.fields import FIELDS
from ombudsview.letters.find import Span
from ombudsview.letters.kind import Entry, Kind
from ombudsview.letters.sections import Regions
from ombudsview.letters.told import Told
from ombudsview.paper.text import TextMap
from ombudsview.reading.evidence import read_field, stripped, valued
from ombudsview.reading.model import Doubt, FieldReading, ReaderState


def with_prose(fields: dict[str, FieldReading], text: TextMap, kind: Kind) -> dict[str, FieldReading]:
    """The fields, those that prose tells too with that place behind the table's."""
    for entry in kind.entries:
        if entry.told is not None and (field := fields[entry.key]).sources:
            fields[entry.key] = _told(field, entry.told, text)
    return fields


def _told(field: FieldReading, told: Told, text: TextMap) -> FieldReading:
    """The field with the place that agrees, or where none does the first that does not, and a doubt."""
    said = _values(field.key, told.says(text), text)
    place = next((span for span, value in said.items() if value == field.value), None)
    disagrees = place is None
    if place is None:
        near = said or _values(field.key, told.near(text), text)
        place = next(iter(near), None)
        if place is None or field.value in near.values():
            return field
    span = (field.sources[0], *read_field(FIELDS[field.key], text, (place,)).sources)
    if not disagrees:
        return FieldReading(field.key, field.value, field.printed, field.state, span, field.doubts, field.reason)
    label, printed = FIELDS[field.key].label, text.printed(*place)
    sentence = f"{label} is printed as {field.printed} on page {span[0].page}; the prose on page {span[1].page} says {printed}."
    doubts = (*field.doubts, Doubt("prose", sentence, (field.key,)))
    return FieldReading(field.key, field.value, field.printed, ReaderState.LOOK_HERE, span, doubts, field.reason)


def _values(key: str, spans: Iterable[Span], text: TextMap) -> dict[Span, str | None]:
    unit = FIELDS[key].unit
    return {span: valued(unit, stripped(unit, text.printed(*span))) for span in spans}


def loosely(
    entries: tuple[Entry, ...],
    text: TextMap,
    kind: Kind,
    fields: Mapping[str, FieldReading],
    pages: tuple[int, int] | None,
) -> dict[str, FieldReading]:
    """What loose words find of these fields on the letter's own pages: one place, or places that agree; each doubted.

    No rate is looked for where its base is nought or not there, nor an average outside of a block that is there.
    """
    regions = Regions(text, kind.sections)
    found: dict[str, FieldReading] = {}
    for entry in sorted(entries, key=lambda entry: entry.of is not None or entry.within is not None):
        base = found.get(entry.of or "") or fields.get(entry.of or "")
        block = found.get(entry.within or "") or fields.get(entry.within or "")
        if (base is not None and base.value in (None, "0")) or (block is not None and not block.sources):
            continue
        spans = dict.fromkeys(span for finder in entry.loose for span in finder.find(text, regions))
        within = tuple(span for span in spans if pages is None or pages[0] <= text.line_at(span[0]).page <= pages[1])
        field = read_field(FIELDS[entry.key], text, within) if within else None
        if field is None or field.value is None or field.doubts:
            continue
        sentence = f"{FIELDS[entry.key].label}: the words around “{field.printed}” are not those that such letters use."
        doubt = Doubt("loose_words", sentence, (entry.key,))
        found[entry.key] = FieldReading(
            entry.key, field.value, field.printed, ReaderState.LOOK_HERE, field.sources, (doubt,), None
        )
    return found

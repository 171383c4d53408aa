"""What is doubtful where recognition lost or misread a heading: the figures under it may pass for those of the section before it,
or for this letter's where they are another's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ombudsview.letters.kind import Entry, Kind
from ombudsview.letters.sections import Regions
from ombudsview.paper.text import TextMap
from ombudsview.reading.model import Doubt, FieldReading
from ombudsview.reading.page_heads import headed_otherwise


def heading_doubts(text: TextMap, kind: Kind) -> Iterator[Doubt]:
    """A doubt about the fields of each section behind which a heading is missing; none on pages with text of their own."""
    first, last = text.pages
    if not any(sheet.recognised for sheet in text.paper.sheets[first - 1 : last]):
        return
    found = {name for _, _, name in Regions(text, kind.sections).marks}
    before: str | None = None
    for section in kind.sections:
        if section.name in found:
            before = section.name
        elif before is not None:
            keys = tuple(entry.key for entry in kind.entries if before in _sections(entry))
            sentence = (
                "A heading further on was not found, so this figure may stand under another: look where it stands."
            )
            yield Doubt("lost_heading", sentence, keys)


def page_doubts(text: TextMap, start: int, fields: Mapping[str, FieldReading]) -> Iterator[Doubt]:
    """A doubt about the fields on recognised pages whose head is a sign apart from that of the letter's first page of figures."""
    for head in headed_otherwise(text, start):
        keys = tuple(key for key, field in fields.items() if field.sources and field.sources[0].page >= head.page)
        sentence = (
            f"Page {head.page} seems to be headed “{head.words}”, and the first page of figures “{head.first}”: look whether it"
            " belongs to this letter."
        )
        yield Doubt("page_head", sentence, keys)


def _sections(entry: Entry) -> set[str | None]:
    return {getattr(finder, "section", None) for finder in (*entry.finders, *entry.fallbacks, *entry.loose)}

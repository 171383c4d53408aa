"""What is doubtful where a heading of the figures was not found on recognised pages: the figures under it may pass for those of
the section before it."""

from __future__ import annotations

from collections.abc import Iterator

from ombudsview.letters.kind import Entry, Kind
from ombudsview.letters.sections import Regions
from ombudsview.paper.text import TextMap
from ombudsview.reading.model import Doubt


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


def _sections(entry: Entry) -> set[str | None]:
    return {getattr(finder, "section", None) for finder in (*entry.finders, *entry.fallbacks, *entry.loose)}

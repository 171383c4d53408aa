"""From the words that the officer pointed at to the rules that would find them in other letters."""

from __future__ import annotations

from collections.abc import Iterator

from ombudsview.letters.derive import derive
from ombudsview.letters.fields import FIELDS, Unit, parse
from ombudsview.letters.find import Span
from ombudsview.letters.identity import AUTHORITY, PEOPLE
from ombudsview.letters.kinds import KINDS
from ombudsview.letters.phrase import blanked, telling
from ombudsview.letters.rule import MOST_MARKS, Rule
from ombudsview.letters.sections import Regions
from ombudsview.letters.suggest import title
from ombudsview.letters.words_by_place import AROUND, bare, figures_in
from ombudsview.paper.paper import Paper
from ombudsview.paper.text import TextMap
from ombudsview.reading.identify import Found, find_letters
from ombudsview.reading.model import Source

_NOT_NAMES = frozenset(
    ("council", "borough", "district", "county", "city", "metropolitan", "london", "royal", "unitary", "authority")
)


def teach(paper: Paper, key: str, source: Source, authority: str | None = None) -> tuple[Rule, ...]:
    """Rules for a field by the place pointed at, the narrowest first; each finds that place in this letter and no other.

    `authority` is the name as the officer knows it. Empty where the words pointed at are no value of the field, or nothing
    near them tells them from others, or the field is a list.
    """
    found = next((one for one in find_letters(paper) if _holds(one, source.page)), None)
    text = found.text if found is not None else TextMap(paper)
    kind = found.kind.key if found is not None and found.kind is not None else None
    span = span_of(text, source, FIELDS[key].unit)
    if span is None:
        return ()
    names = tuple(dict.fromkeys(_names(text, authority)))
    return derive(text, span, key, kind=kind, marks=_marks(text, names) if kind is None else (), names=names)


def _holds(found: Found, page: int) -> bool:
    first, last = found.text.pages
    return first <= page <= last


def span_of(text: TextMap, source: Source, unit: Unit) -> Span | None:
    """The place in the text of the words under a source's boxes, or of the one figure of the unit in them."""
    if not 1 <= source.page <= len(text.paper.sheets):
        return None
    sheet = text.paper.sheets[source.page - 1]
    boxes = {sheet.upright(box) for box in source.boxes}
    words = [word for word in text.placed(source.page) if word.box in boxes]
    if not words:
        return None
    start, end = min(word.start for word in words), max(word.end for word in words)
    if parse(unit, text.printed(start, end).strip(AROUND)) is not None:
        return bare(text, start, end)
    figures = [span for span in figures_in(text, start, end, unit) if parse(unit, text.printed(*span)) is not None]
    return figures[0] if len(figures) == 1 else None


def _names(text: TextMap, authority: str | None) -> Iterator[str]:
    """The names in this letter that other letters will not have, long forms and short ones."""
    regions = Regions(text, ())
    bodies = [text.printed(*span) for finder in AUTHORITY.finders for span in finder.find(text, regions)]
    for body in (*((authority,) if authority else ()), *bodies):
        yield body
        yield " ".join(word for word in body.split() if word.lower() not in _NOT_NAMES)
    for entry in PEOPLE:
        if entry.key in ("addressees", "signatory"):
            yield from (text.printed(*span) for finder in entry.finders for span in finder.find(text, regions))


def _marks(text: TextMap, names: tuple[str, ...]) -> tuple[str, ...]:
    """What tells such a letter where its layout is not known: its title, and the sender where that is a known one."""
    marks = []
    place = title(text)
    words = blanked(text.text[slice(*place)], names) if place else []
    if words and "{name}" not in words:
        marks.append(" ".join(words))
    senders = dict.fromkeys(kind.sender.lower() for kind in KINDS)
    marks += [sender for sender in senders if sender in " ".join(text.text.split())]
    return tuple(mark for mark in marks if telling(mark.split()))[:MOST_MARKS]

"""Marks what was read from pictures: nobody may agree to it unseen, and what was hard to read is said so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from ombudsview.letters.fields import FIELDS
from ombudsview.paper.legible import Legibility, judge, reads
from ombudsview.paper.paper import Paper, Sheet
from ombudsview.reading.model import Doubt, FieldReading, ReaderState, Reading
from ombudsview.reading.nearly import nearly
from ombudsview.reading.registered import known_name
from ombudsview.reading.torn import torn


def marked(reading: Reading, paper: Paper) -> Reading:
    """The reading with its fields marked whose words stand on pictures; the same reading where none do."""
    first, last = reading.pages or (1, len(paper.sheets))
    seen = {page: worth for page in range(first, last + 1) if (worth := _worth(paper.sheets[page - 1])) is not None}
    if not seen:
        return reading
    fields = tuple(_marked(field, paper, seen) for field in reading.fields)
    new = tuple(doubt for field in fields for doubt in field.doubts)
    return msgspec.structs.replace(
        reading, fields=fields, doubts=tuple(dict.fromkeys((*reading.doubts, *new, _on_pictures(seen))))
    )


def _worth(sheet: Sheet) -> Legibility | None:
    """What the text of a page that is a picture is worth; None where the page is none, or has no text."""
    if not sheet.words or not (sheet.recognised or sheet.pictured):
        return None
    worth = judge(sheet)
    return worth if sheet.recognised or worth is not Legibility.FINE else None


def _on_pictures(pages: Iterable[int]) -> Doubt:
    numbers = sorted(pages)
    which = f"Page {numbers[0]} is a picture" if len(numbers) == 1 else f"{len(numbers)} pages are pictures"
    return Doubt("recognised", f"{which}: the text was recognised, so compare each figure with the page.", ())


def _marked(field: FieldReading, paper: Paper, pages: dict[int, Legibility]) -> FieldReading:
    on = [source for source in field.sources if source.page in pages]
    if not on:
        return field
    doubts = []
    if any(pages[source.page] is Legibility.POOR for source in on):
        sentence = f"{FIELDS[field.key].label}: the text under the picture on page {on[0].page} is poor; compare it with the page."
        doubts.append(Doubt("poor_text", sentence, (field.key,)))
    for source in on:
        if words := _unsure(paper.sheets[source.page - 1], source.boxes):
            sentence = (
                f"{FIELDS[field.key].label}: “{words}” on page {source.page} is hard to read; compare it with the page."
            )
            doubts.append(Doubt("hard_to_read", sentence, (field.key,)))
    doubts += _of_text(field, on[0].page)
    state = ReaderState.LOOK_HERE if doubts and field.state is ReaderState.TO_CHECK else field.state
    return msgspec.structs.replace(field, state=state, doubts=(*field.doubts, *doubts), recognised=True)


def _of_text(field: FieldReading, page: int) -> Iterator[Doubt]:
    """Doubts about words that look torn or joined, about a name or an office that is nearly a known one, and about a name of an
    authority that nobody knows: a letter may be lost."""
    label = FIELDS[field.key].label
    for value in (field.value,) if isinstance(field.value, str) else field.value or ():
        if (pieces := torn(field.key, value)) is not None:
            sentence = f"{label}: “{pieces}” on page {page} may be torn or joined; compare it with the page."
            yield Doubt("torn", sentence, (field.key,))
        if (meant := nearly(field.key, value)) is not None:
            sentence = f"{label}: “{value}” on page {page} differs by a letter or two from “{meant}”; compare it with the page."
            yield Doubt("nearly", sentence, (field.key,))
        if field.key == "authority" and known_name(value, None) is None and not field.doubts:
            sentence = (
                f"{label}: “{value}” is no name that the program knows; compare each of its letters with page {page}."
            )
            yield Doubt("unknown_name", sentence, (field.key,))


def _unsure(sheet: Sheet, boxes: tuple[object, ...]) -> str:
    """The words with these boxes that were hard to read, or read like no word: two may have run together."""
    if not sheet.recognised:
        return ""
    hard = set(sheet.unsure)
    return " ".join(
        word.text
        for number, word in enumerate(sheet.words)
        if word.box in boxes and (number in hard or not reads(word.text))
    )

"""Which pages of a file want recognising: by themselves, if the officer agrees, and when the officer asks for it."""

from __future__ import annotations

from dataclasses import dataclass

from ombudsview.paper.legible import Legibility, judge
from ombudsview.paper.paper import Paper
from ombudsview.reading.model import Reading


@dataclass(frozen=True)
class Wanting:
    """Pages, from 0: those that are pictures without text, and those whose text is poor."""

    pictures: tuple[int, ...]
    poor: tuple[int, ...]


def wanting(paper: Paper, reading: Reading | None) -> Wanting:
    """What the letter wants: of one whose kind is known its own pages and pictures that adjoin them, else the whole file."""
    within = _within(paper, reading)
    worth = {page: judge(paper.sheets[page]) for page in within}
    return Wanting(
        tuple(page for page in within if worth[page] is Legibility.PICTURE),
        tuple(page for page in within if worth[page] is Legibility.POOR),
    )


def asked_for(paper: Paper, reading: Reading | None) -> tuple[int, ...]:
    """The pages (from 0) that are meant by asking: all that are pictures, readable or not, else the letter's own.

    None where all of them were recognised already.
    """
    worth = [judge(sheet) for sheet in paper.sheets]
    on_pictures = {Legibility.PICTURE, Legibility.POOR, Legibility.HIDDEN}
    if pages := tuple(page for page, each in enumerate(worth) if each in on_pictures):
        return pages
    return tuple(
        page
        for page in _within(paper, reading)
        if worth[page] is not Legibility.BLANK and not paper.sheets[page].recognised
    )


def _within(paper: Paper, reading: Reading | None) -> range:
    """The pages of the letter, grown by pictures that adjoin them; all pages where nobody knows which letter it is."""
    sheets = paper.sheets
    if reading is None or reading.kind is None or reading.pages is None:
        return range(len(sheets))
    first, last = reading.pages[0] - 1, reading.pages[1] - 1
    while first > 0 and judge(sheets[first - 1]) is Legibility.PICTURE:
        first -= 1
    while last + 1 < len(sheets) and judge(sheets[last + 1]) is Legibility.PICTURE:
        last += 1
    return range(first, min(last + 1, len(sheets)))

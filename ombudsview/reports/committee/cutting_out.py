"""The pictures of the evidence, cut by the reader process from the kept bytes of each document; what fails is said, not left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from math import ceil, floor, sqrt
from typing import Protocol

from ombudsview.errors import Trouble
from ombudsview.paper.geometry import Box
from ombudsview.paper.paper import Paper
from ombudsview.reports.committee.model import Evidence
from ombudsview.reports.committee.png import Drawn, Rectangle, outlined
from ombudsview.reports.committee.strip import Cutting, cutting

DPI = 200
_MOST_PIXELS = 4_000_000  # of one strip; a line of a page as large as a wall is drawn less sharp
_CANCELLED = "cancelled"
BORDER = 3.0
"""Points of white around the strip, so that the outline has room where other words leave none."""


class Opened(Protocol):
    """What the reader says of a document: each page's size in points as shown."""

    @property
    def sizes(self) -> tuple[tuple[float, float], ...]: ...


class Reader(Protocol):
    """The reader process, as `paper.worker.Worker` stands for it."""

    def open(self, data: bytes, password: str | None = None, *, allow_large: bool = False) -> Opened: ...
    def picture(self, page: int, scale: float, clip: Box | None = None) -> Drawn: ...


Progress = Callable[[int, int], object]


def unheard(done: int, of: int) -> None:
    """Nobody wants to hear how far it is."""


@dataclass(frozen=True)
class Strip:
    """The picture of a figure's printed line as PNG, its size in points as printed, and the words in it; or why there is none."""

    png: bytes = b""
    size: tuple[float, float] = (0.0, 0.0)
    words: str = ""
    why_not: str = ""
    heading: str = ""


@dataclass(frozen=True)
class Source:
    """Where the pictures of one letter come from: its document's bytes, the password if it needs one, and the words of its pages."""

    bring: Callable[[], bytes]
    password: str | None = None
    paper: Paper | None = None


def strips(
    evidence: Iterable[Evidence],
    sources: Mapping[str, Source],
    reader: Reader,
    progress: Progress = unheard,
) -> dict[str, Strip]:
    """A strip for each piece of evidence that has a place and is to be pictured, by its name; `sources` by the letter's name.

    `progress` hears how many of how many are done, and may raise to stop. Trouble `cancelled` where the reader was; any other trouble
    is the strip's `why_not`.
    """
    wanted = [one for one in evidence if one.pictured and one.page is not None and one.boxes]
    made: dict[str, Strip] = {}
    for letter, of_letter in groupby(sorted(wanted, key=lambda one: one.letter), key=lambda one: one.letter):
        for one, strip in _of_letter(list(of_letter), sources[letter], reader):
            made[one.name] = strip
            progress(len(made), len(wanted))
    return made


def _of_letter(wanted: list[Evidence], source: Source, reader: Reader) -> Iterable[tuple[Evidence, Strip]]:
    try:
        opened = reader.open(source.bring(), source.password, allow_large=True)
    except Trouble as trouble:
        why_not = _why_not(trouble)
        yield from ((one, Strip(why_not=why_not)) for one in wanted)
        return
    for one in wanted:
        yield one, _strip(one, source.paper, opened.sizes, reader)


def _strip(one: Evidence, paper: Paper | None, sizes: tuple[tuple[float, float], ...], reader: Reader) -> Strip:
    page = (one.page or 0) - 1
    if not 0 <= page < len(sizes):
        return Strip(why_not="The document has no such page.")
    sheet = paper.sheets[page] if paper is not None and page < len(paper.sheets) else None
    cut = cutting(sheet, sizes[page], one.boxes)
    if cut is None:
        return Strip(why_not="The place that the record has lies outside the page.")
    scale = min(DPI / 72, sqrt(_MOST_PIXELS / (cut.clip.width * cut.clip.height)))
    try:
        picture = reader.picture(page, scale, cut.clip)
    except Trouble as trouble:
        return Strip(words=cut.words, why_not=_why_not(trouble))
    return finished(picture, cut, scale)


def finished(picture: Drawn, cut: Cutting, scale: float) -> Strip:
    """The strip made of the picture of `cut.clip` at `scale` pixels a point."""
    left, top = floor(cut.clip.x0 * scale), floor(cut.clip.y0 * scale)  # where the picture begins on the page's pixels

    def pixels(box: Box) -> Rectangle:
        return (
            floor(box.x0 * scale) - left,
            floor(box.y0 * scale) - top,
            ceil(box.x1 * scale) - left,
            ceil(box.y1 * scale) - top,
        )

    thick, border = max(1, round(scale)), ceil(BORDER * scale)
    png = outlined(picture, map(pixels, cut.outlines), thick, border, cut.turn)
    width, height = (picture.width + 2 * border) / scale, (picture.height + 2 * border) / scale
    return Strip(png, (height, width) if cut.turn in (90, 270) else (width, height), cut.words, heading=cut.heading)


def _why_not(trouble: Trouble) -> str:
    if trouble.code == _CANCELLED:
        raise trouble
    return f"The picture could not be made: {trouble.what[:1].lower()}{trouble.what[1:]}"

"""What happens to a letter on its way: turned, cropped, scanned, bundled, locked.

Each change carries the places of the fields along.
"""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pikepdf
import pymupdf

from tests.letters import fillers, pages
from tests.letters.eras.ink import Box, Places, turned
from tests.letters.scan import Scan, scanned


@dataclass(frozen=True)
class Sent:
    """A file as it arrives. `first` and `last` are the letter's pages in it; `legible` is False where no text can be had from it."""

    pdf: bytes
    places: Places
    first: int = 1
    last: int = 0
    password: str | None = None
    legible: bool = True
    sizes: tuple[tuple[float, float], ...] = field(default=(), repr=False)

    def __post_init__(self) -> None:
        if not self.last:
            with pymupdf.open("pdf", self.pdf) as document:
                sizes = tuple((page.rect.width, page.rect.height) for page in document)
            object.__setattr__(self, "last", len(sizes))
            object.__setattr__(self, "sizes", sizes)

    def moved(self, pdf: bytes, move: Callable[[Box], Box], **more: object) -> Sent:
        """Another file, every place moved."""
        places = {key: [move(box) for box in boxes] for key, boxes in self.places.items()}
        return replace(self, pdf=pdf, places=places, **more)  # type: ignore[arg-type]


Change = Callable[[Sent, random.Random], Sent]


def changed(name: str, sent: Sent, dice: random.Random) -> Sent:
    """The file after the change of that name; "" changes nothing."""
    return _CHANGES[name](sent, dice) if name else sent


def _turn(degrees: int) -> Change:
    def change(sent: Sent, dice: random.Random) -> Sent:
        def move(box: Box) -> Box:
            return (box[0], *turned(box[1:], *sent.sizes[box[0] - 1], degrees))

        with pymupdf.open("pdf", sent.pdf) as document:
            for page in document:
                page.set_rotation((page.rotation + degrees) % 360)
            return sent.moved(bytes(document.tobytes(garbage=3, no_new_id=True)), move)

    return change


def _crop(sent: Sent, dice: random.Random) -> Sent:
    return replace(sent, pdf=_upright(sent.pdf, pages.cropped))


def _upright(pdf: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """The change, on pages whose turn was first written into their content."""
    with pymupdf.open("pdf", pdf) as document:
        for page in document:
            if page.rotation:
                page.remove_rotation()
        return change(bytes(document.tobytes(garbage=3, no_new_id=True)))


def _scan(how: Scan) -> Change:
    def change(sent: Sent, dice: random.Random) -> Sent:
        pdf, moves = scanned(sent.pdf, how, dice)
        return sent.moved(pdf, lambda box: (box[0], *moves[box[0] - 1](box[1:])), legible=how.layer == "good")

    return change


def _bundle(before: int, after: int) -> Change:
    def change(sent: Sent, dice: random.Random) -> Sent:
        report = fillers.paper(fillers.REPORT, before)
        other = [fillers.paper(fillers.APPENDIX), fillers.paper(fillers.MINUTES, max(after - 2, 1)), fillers.picture()]
        pdf = pages.bound([report, sent.pdf, *other])

        def move(box: Box) -> Box:
            return (box[0] + before, *box[1:])

        return sent.moved(pdf, move, first=before + 1, last=before + sent.last)

    return change


def _lock(password: str) -> Change:
    def change(sent: Sent, dice: random.Random) -> Sent:
        return replace(sent, pdf=pages.locked(sent.pdf, password), password=password or None)

    return change


def _linear(sent: Sent, dice: random.Random) -> Sent:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(sent.pdf)) as document:
        document.save(out, linearize=True, static_id=True)
    return replace(sent, pdf=out.getvalue())


def _no_maps(sent: Sent, dice: random.Random) -> Sent:
    """Every font without the map that says which characters its glyphs are."""
    with pymupdf.open("pdf", sent.pdf) as document:
        for xref in range(1, document.xref_length()):
            if (
                document.xref_get_key(xref, "Type")[1] == "/Font"
                and document.xref_get_key(xref, "ToUnicode")[0] != "null"
            ):
                document.xref_set_key(xref, "ToUnicode", "null")
        return replace(sent, pdf=bytes(document.tobytes(garbage=3, no_new_id=True)), legible=False)


def _outlines(sent: Sent, dice: random.Random) -> Sent:
    """The text as drawn shapes."""
    with pymupdf.open("pdf", sent.pdf) as source, pymupdf.open() as document:
        for page in source:
            picture = page.get_svg_image(text_as_path=True).encode()
            with pymupdf.open("svg", picture) as drawn, pymupdf.open("pdf", drawn.convert_to_pdf()) as part:
                document.insert_pdf(part)
        return replace(sent, pdf=bytes(document.tobytes(garbage=3, deflate=True, no_new_id=True)), legible=False)


def _sizes(sent: Sent, dice: random.Random) -> Sent:
    """Every second page printed larger or smaller."""
    factors = [1.0 if number % 2 == 0 else dice.choice((0.707, 1.414, 0.9)) for number in range(sent.last)]
    with pymupdf.open("pdf", _upright(sent.pdf, lambda pdf: pdf)) as source, pymupdf.open() as document:
        for number, (factor, (wide, high)) in enumerate(zip(factors, sent.sizes, strict=True)):
            page = document.new_page(width=wide * factor, height=high * factor)
            page.show_pdf_page(page.rect, source, number)
        pdf = bytes(document.tobytes(garbage=3, no_new_id=True))

    def move(box: Box) -> Box:
        factor = factors[box[0] - 1]
        return (box[0], *(part * factor for part in box[1:]))  # type: ignore[return-value]

    return sent.moved(pdf, move)


_CHANGES: dict[str, Change] = {
    "turned-90": _turn(90),
    "turned-180": _turn(180),
    "turned-270": _turn(270),
    "cropped": _crop,
    "scan-150": _scan(Scan(150)),
    "scan-200": _scan(Scan(200)),
    "scan-300": _scan(Scan(300)),
    "scan-skewed": _scan(Scan(200, skew=1.2, noise=9.0, jpeg=45)),
    "stray": _scan(Scan(200, layer="stray")),
    "hidden-bad": _scan(Scan(200, layer="bad")),
    "hidden-good": _scan(Scan(200, layer="good")),
    "bundled": _bundle(3, 6),
    "bundled-300": _bundle(40, 255),
    "locked-empty": _lock(""),
    "locked": _lock("merrow-2020"),
    "linear": _linear,
    "no-maps": _no_maps,
    "outlines": _outlines,
    "mixed-sizes": _sizes,
}
CHANGES = tuple(_CHANGES)
SCANS = ("scan-150", "scan-200", "scan-300", "scan-skewed", "stray", "hidden-bad", "outlines")
"""Changes after which the figures can be had by recognition only."""

"""The drawing engine (ReportLab): every line put down at its place, in whatever order the style asks for.

What is read first in the file need not be what stands first on the page; words may be drawn one by one, without spaces.
"""

from __future__ import annotations

import io
import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from tests.letters.lines import Hand, Line, Piece, spread
from tests.letters.marks import Shade
from tests.letters.style import PAPERS, Style
from tests.letters.wording import Block, Content, Run, Text

_PURPLE: Shade = (92, 45, 131)
_GREY: Shade = (85, 85, 85)
_FACES = {
    "sans": ("Helvetica", "Helvetica-Bold"),
    "serif": ("Times-Roman", "Times-Bold"),
    "mono": ("Courier", "Courier-Bold"),
    "embedded": ("Vera", "VeraBd"),
}


@dataclass(frozen=True)
class _Stroke:
    """One drawing operation: pieces on a baseline `y` from the top of the page, or a ring."""

    x: float
    y: float
    words: tuple[tuple[Piece, ...], ...] = ()
    count: bool = False
    ring: tuple[float, float] | None = None  # radius, share


@dataclass
class _Desk:
    """The pages as they fill: a cursor, and what has been put down."""

    style: Style
    hand: Hand
    running: Text | None
    pages: list[list[_Stroke]] = field(default_factory=list)
    y: float = 0.0

    def __post_init__(self) -> None:
        self.wide, self.high = PAPERS[self.style.paper]
        self.turn()

    @property
    def room(self) -> float:
        return self.wide - 2 * self.style.margin

    @property
    def left(self) -> float:
        return self.style.margin

    def turn(self) -> None:
        """Begin a new page."""
        self.pages.append([])
        self.y = self.style.margin
        if self.running and len(self.pages) > 1:
            line = self.hand.broken(self.running, 8, self.room)[0]
            self.put(line, self.left, self.style.margin - 18)

    def need(self, high: float) -> None:
        """Begin a new page where the rest of this one is too short."""
        if self.y + high > self.high - self.style.margin - 12:
            self.turn()

    def put(self, line: Line, x: float, y: float, count: bool = False) -> None:
        """A line with its baseline at `y` on the current page."""
        self.pages[-1].append(_Stroke(x, y, line.words, count))

    def write(self, text: Text, size: float | None = None, colour: Shade | None = None, after: float = 0.0) -> None:
        """A paragraph across the page, broken where the page ends."""
        size = size or self.style.size
        lines = self.hand.broken(text, size, self.room, colour)
        if len(lines) <= 3:
            self.need(len(lines) * size * self.style.leading)
        for number, line in enumerate(lines):
            self.need(size * self.style.leading)
            self.y += size * self.style.leading
            last = number == len(lines) - 1
            self.put(spread(line, self.room) if self.style.justify and not last else line, self.left, self.y)
        self.y += after


def typeset(content: Content, style: Style, seed: int = 0) -> bytes:
    """The letter as a PDF."""
    regular, bold = _FACES[style.face]
    if style.face == "embedded" and "Vera" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))
        pdfmetrics.registerFont(TTFont("VeraBd", "VeraBd.ttf"))
    desk = _Desk(style, Hand(regular, bold, pdfmetrics.stringWidth), content.running)
    _prose(desk, content)
    if style.new_page:
        desk.turn()
    _header(desk, content.header)
    for block in content.blocks:
        _block(desk, block)
    _footers(desk)
    return _printed(desk, seed)


def _prose(desk: _Desk, content: Content) -> None:
    size = desk.style.size
    desk.write((Run("Local Government & Social Care"),), 15, _PURPLE)
    desk.write((Run("OMBUDSMAN"),), 15, _PURPLE, after=size * 2)
    top = desk.y
    for group in content.left:
        for text in group:
            desk.write(text)
        desk.y += size
    bottom, desk.y = desk.y, top
    for group in content.right:
        for text in group:
            desk.y += size * desk.style.leading
            line = desk.hand.broken(text, size, desk.room / 2)[0]
            desk.put(line, desk.wide - desk.style.margin - line.width, desk.y)
        desk.y += size
    desk.y = bottom
    for paragraph in content.body:
        heading = paragraph.look == "heading"
        if paragraph.look != "body":
            desk.need(size * 4)
        desk.write(paragraph.text, size + 2 * heading, _PURPLE if heading else None, after=size * 0.9)
    desk.need(size * 8)
    desk.y += size * 2
    for text in content.signature:
        desk.write(text)
    desk.y += size * 2


def _header(desk: _Desk, header: tuple[Text, ...]) -> None:
    size = desk.style.size - 1
    for text in header:
        desk.y += size * 1.3
        line = desk.hand.broken(text, size, desk.room)[0]
        desk.put(line, desk.wide - desk.style.margin - line.width, desk.y)
    desk.y += size


def _block(desk: _Desk, block: Block) -> None:
    style, size = desk.style, desk.style.size
    column = desk.room * style.column
    step = size * style.leading
    lines = [desk.hand.broken(text, size, column) for text in block.sentences]
    high = sum(len(group) * step + size * 0.6 for group in lines) + style.number_size * 2 + size * 8
    desk.need(high if style.keep_blocks else size * 9)
    desk.y += size
    desk.write((Run(block.heading),), size + 3, _PURPLE, after=size * 0.8)
    x = desk.left + (_aside(style) if style.number == "left" else 0) + (60 if style.graphic else 0)
    x = min(x, desk.wide - style.margin - column)
    if style.number == "above":
        _stacked(desk, block, x)
    top = desk.y
    if style.graphic and block.sentences:
        desk.pages[-1].append(_Stroke(x - 34, top + 22, ring=(18, block.share)))
    page = len(desk.pages)
    for group in lines:
        desk.need(step * (len(group) if style.keep_blocks or len(group) <= 3 else 2))
        for line in group:
            desk.need(step)
            desk.y += step
            desk.put(line, x, desk.y)
        desk.y += size * 0.6
    _beside(desk, block, top if page == len(desk.pages) else style.margin, x)
    if block.base:
        desk.y += size * 0.4
        desk.write(block.base, size - 2.5, _GREY, after=size * 0.8)
    if block.note:
        desk.write((Run("• "), *block.note), size, after=size * 0.5)


def _beside(desk: _Desk, block: Block, top: float, x: float) -> None:
    """The count, wherever the style has it other than above; leaves the cursor under all of the block."""
    style = desk.style
    if block.count is None or style.number == "above":
        return
    if style.number in ("right", "left"):
        label = desk.hand.broken((Run(block.label),), style.size, _aside(style) - 14)
        middle = desk.wide - style.margin - 48 if style.number == "right" else desk.left + _aside(style) / 2 - 7
        bottom, desk.y = desk.y, top
        _stack(desk, block.count, label, middle)
        desk.y = max(bottom, desk.y)
    elif style.number == "below":
        _stacked(desk, block, x)
    else:
        size = style.size if style.number == "inline" else style.number_size
        desk.need(size * 1.4)
        desk.y += size * 1.2
        number = desk.hand.broken(block.count, size, 200)[0]
        desk.put(number, x, desk.y, count=True)
        gap = desk.hand.width(" ", desk.hand.regular, style.size)
        label = desk.hand.broken((Run(block.label),), style.size, 300)
        desk.put(label[0], x + number.width + gap, desk.y)
        desk.y += style.size * 0.6


def _aside(style: Style) -> float:
    """The width of a column for the count and its label."""
    return max(style.number_size * 3, style.size * 8)


def _stacked(desk: _Desk, block: Block, x: float) -> None:
    """The count with its label under it, in the column of the sentences."""
    if block.count:
        desk.need(desk.style.number_size * 1.2 + desk.style.size * 3)
        label = desk.hand.broken((Run(block.label),), desk.style.size, 200)
        _stack(desk, block.count, label, x + 70)
        desk.y += desk.style.size * 0.6


def _stack(desk: _Desk, count: Text, label: list[Line], middle: float) -> None:
    big = desk.style.number_size
    number = desk.hand.broken(count, big, 300)[0]
    desk.y += big
    desk.put(number, middle - number.width / 2, desk.y, count=True)
    desk.y += desk.style.size * 0.5
    for line in label:
        desk.y += desk.style.size * 1.2
        desk.put(line, middle - line.width / 2, desk.y)


def _footers(desk: _Desk) -> None:
    if not desk.style.footer:
        return
    for number, page in enumerate(desk.pages, 1):
        text = (Run(f"Page {number} of {len(desk.pages)}"),)
        line = desk.hand.broken(text, 8, desk.room, _GREY)[0]
        page.append(_Stroke((desk.wide - line.width) / 2, desk.high - 26, line.words))


def _printed(desk: _Desk, seed: int) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(desk.wide, desk.high), invariant=1)
    canvas.setTitle("Letter")
    dice = random.Random(seed)
    for page in desk.pages:
        for stroke in _ordered(page, desk.style, dice):
            _draw(canvas, stroke, desk)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _ordered(page: list[_Stroke], style: Style, dice: random.Random) -> list[_Stroke]:
    if style.order == "numbers_first":
        return sorted(page, key=lambda stroke: not stroke.count)
    if style.order == "bottom_up":
        return sorted(page, key=lambda stroke: -stroke.y)
    if style.order == "shuffled":
        return dice.sample(page, len(page))
    if style.order == "wild":
        words = [_Stroke(s.x, s.y, (word,), s.count) for s in page for word in s.words]
        return [s for s in page if s.ring] + dice.sample(words, len(words))
    return page


def _draw(canvas: Canvas, stroke: _Stroke, desk: _Desk) -> None:
    if stroke.ring:
        radius, share = stroke.ring
        canvas.setLineWidth(7)
        canvas.setStrokeColorRGB(0.85, 0.85, 0.85)
        canvas.circle(stroke.x, desk.high - stroke.y, radius)
        canvas.setStrokeColorRGB(*(part / 255 for part in _PURPLE))
        if not share:
            return
        box = (stroke.x - radius, desk.high - stroke.y - radius, stroke.x + radius, desk.high - stroke.y + radius)
        canvas.arc(*box, startAng=90, extent=-359.9 * share)
    for piece in _phrases(stroke.words, desk):
        canvas.setFillColorRGB(*(part / 255 for part in piece.colour))
        canvas.setFont(piece.font, piece.size)
        canvas.drawString(stroke.x + piece.x, desk.high - stroke.y, piece.text)


def _phrases(words: tuple[tuple[Piece, ...], ...], desk: _Desk) -> Iterator[Piece]:
    """What is shown at one go: single pieces, or as much of a line as is set in one font and colour, spaces included."""
    whole = desk.style.pieces == "line" and not desk.style.justify
    held: Piece | None = None
    for word in words:
        for number, piece in enumerate(word):
            space = " " if number == 0 and whole else ""
            if held and whole and (held.font, held.size, held.colour) == (piece.font, piece.size, piece.colour):
                held = replace(held, text=f"{held.text}{space}{piece.text}")
                continue
            if held:
                yield replace(held, text=held.text + space)
            held = piece
    if held:
        yield held

"""The drawing engine: every part of a letter put down at its place, then drawn in whatever order the look asks for."""

from __future__ import annotations

import io
import random

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from tests.letters.eras.book import Break, Lines, Para, Part, Sides, Table
from tests.letters.eras.desk import PURPLE, Desk, InkedHand, Sheet, Stroke
from tests.letters.eras.ink import Ink
from tests.letters.eras.look import Look
from tests.letters.eras.ruled import table
from tests.letters.wording import Block, Run, Text

_FACES = {
    "sans": ("Helvetica", "Helvetica-Bold"),
    "serif": ("Times-Roman", "Times-Bold"),
    "embedded": ("Vera", "VeraBd"),
}


def typeset(parts: tuple[Part, ...], look: Look, ink: Ink, running: Text | None, seed: int) -> bytes:
    """The letter as a PDF."""
    # The standard fonts have no ligatures.
    regular, bold = _FACES["embedded" if look.script == "ligatures" else look.face]
    if regular == "Vera" and "Vera" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))
        pdfmetrics.registerFont(TTFont("VeraBd", "VeraBd.ttf"))
    desk = Desk(look, InkedHand(regular, bold, pdfmetrics.stringWidth, ink), running)
    for part in parts:
        _part(desk, part)
    if look.footer:
        _footers(desk)
    return _printed(desk, random.Random(seed))


def _part(desk: Desk, part: Part) -> None:
    size = desk.look.size
    match part:
        case Para(look, words):
            _para(desk, look, words)
        case Lines(lines, side):
            desk.need(len(lines) * size * desk.look.leading)
            for line in lines:
                desk.write(line, how=side)
            desk.y += size
        case Sides(left, right):
            desk.need(size * 4)
            desk.y += size * 1.8
            desk.put(desk.hand.broken(left, size + 1, desk.room, PURPLE)[0], desk.left, desk.y)
            line = desk.hand.broken(right, size, desk.room)[0]
            desk.put(line, desk.left + desk.room - line.width, desk.y)
            desk.y += size
        case Table():
            table(desk, part)
        case Block():
            _block(desk, part)
        case Break(wide):
            desk.turn(wide)


def _para(desk: Desk, look: str, words: Text) -> None:
    size = desk.look.size
    match look:
        case "heading" | "title":
            desk.need(size * (16 if look == "heading" else 9))
            desk.y += size * 0.5
            desk.write(words, size + 2, PURPLE if look == "heading" else None, after=size * 0.6)
        case "cover":
            desk.y += size * 3
            desk.write(words, size * 1.9, after=size, how="centre")
        case "small":
            desk.write(words, size - 2, after=size * 0.6)
        case _:
            desk.write(words, after=size * 0.8)


def _block(desk: Desk, block: Block) -> None:
    size, look = desk.look.size, desk.look
    step = size * look.leading
    column = desk.room * 0.58
    lines = [line for sentence in block.sentences for line in desk.hand.broken(sentence, size, column)]
    desk.need(size * 9 + step * len(lines) + look.number_size)
    desk.y += size
    desk.write((Run(block.heading),), size + 3, PURPLE, after=size * 0.7)
    if block.count and look.number == "above":
        desk.write(block.count, look.number_size)
        desk.write((Run(block.label),), after=size * 0.5)
    top = desk.y
    for line in lines:
        desk.y += step
        desk.put(line, desk.left, desk.y)
    if block.count and look.number == "right":
        middle = desk.left + desk.room * 0.8
        number = desk.hand.broken(block.count, look.number_size, 300)[0]
        desk.put(number, middle - number.width / 2, top + look.number_size, number=True)
        label = desk.hand.broken((Run(block.label),), size, desk.room * 0.36)
        y = top + look.number_size + size * 0.4
        for line in label:
            y += step
            desk.put(line, middle - line.width / 2, y)
        desk.y = max(desk.y, y)
    elif block.count and look.number == "inline":
        desk.write((*block.count, Run(f" {block.label}")))
    desk.y += size * 0.5
    for words in (block.base, block.note):
        if words:
            desk.write(words, size - 1.5, after=size * 0.6)


def _footers(desk: Desk) -> None:
    for number, sheet in enumerate(desk.sheets, 1):
        line = desk.hand.broken((Run(f"Page {number} of {len(desk.sheets)}"),), 8, 200, (85, 85, 85))[0]
        sheet.strokes.append(Stroke((sheet.wide - line.width) / 2, sheet.high - 24, line.words))


def _printed(desk: Desk, dice: random.Random) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    for sheet in desk.sheets:
        canvas.setPageSize((sheet.wide, sheet.high))
        _draw(canvas, sheet, desk.look, dice)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _ordered(strokes: list[Stroke], order: str, dice: random.Random) -> list[Stroke]:
    match order:
        case "numbers_last":
            return sorted(strokes, key=lambda stroke: stroke.number)
        case "numbers_first":
            return sorted(strokes, key=lambda stroke: not stroke.number)
        case "shuffled":
            return dice.sample(strokes, len(strokes))
        case _:
            return strokes


def _draw(canvas: Canvas, sheet: Sheet, look: Look, dice: random.Random) -> None:
    drawn: set[int] = set()
    for stroke in _ordered(sheet.strokes, look.order, dice):
        if stroke.rule:
            canvas.setLineWidth(0.5)
            canvas.line(stroke.x, sheet.high - stroke.y, stroke.rule[0], sheet.high - stroke.rule[1])
        elif stroke.joined and stroke.joined not in drawn:
            drawn.add(stroke.joined)
            _joined(canvas, sheet, [other for other in sheet.strokes if other.joined == stroke.joined])
        elif not stroke.joined:
            _words(canvas, sheet, stroke)


def _joined(canvas: Canvas, sheet: Sheet, strokes: list[Stroke]) -> None:
    """A row of numbers as one run: one text object, filled from left to right with spaces between."""
    run = canvas.beginText()
    for stroke in sorted(strokes, key=lambda stroke: stroke.x):
        for piece in (piece for word in stroke.words for piece in word):
            run.setTextOrigin(stroke.x + piece.x, sheet.high - stroke.y)
            run.setFont(piece.font, piece.size)
            run.setFillColorRGB(*(part / 255 for part in piece.colour))
            run.textOut(f"{piece.text} ")
    canvas.drawText(run)


def _words(canvas: Canvas, sheet: Sheet, stroke: Stroke) -> None:
    words = stroke.words
    for number, word in enumerate(words):
        for place, piece in enumerate(word):
            last = place == len(word) - 1 and number < len(words) - 1
            canvas.setFillColorRGB(*(part / 255 for part in piece.colour))
            canvas.setFont(piece.font, piece.size)
            canvas.drawString(stroke.x + piece.x, sheet.high - stroke.y, piece.text + (" " if last else ""))

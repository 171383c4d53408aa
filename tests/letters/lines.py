"""Runs of text broken into lines, for the engine that draws its letters: words of glued pieces, each piece with font and colour."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tests.letters.marks import Shade, shade
from tests.letters.wording import Run, Text

Width = Callable[[str, str, float], float]


@dataclass(frozen=True)
class Piece:
    """Text in one font and colour, at `x` from the start of its line."""

    text: str
    font: str
    size: float
    colour: Shade
    x: float = 0.0


@dataclass(frozen=True)
class Line:
    """One line: its words, each of one or more pieces that stand close together, and its natural width."""

    words: tuple[tuple[Piece, ...], ...]
    width: float


@dataclass(frozen=True)
class Hand:
    """The fonts that a letter is drawn with; `width(text, font, size)` measures."""

    regular: str
    bold: str
    width: Width

    def words(self, text: Text, size: float, colour: Shade | None = None) -> list[list[Piece]]:
        """The runs as words of pieces without spaces."""
        words: list[list[Piece]] = []
        glue = False
        for run in text:
            for number, part in enumerate(run.text.split(" ")):
                glue = glue and number == 0
                if not part:
                    continue
                if not glue:
                    words.append([])
                words[-1].append(self._piece(part, run, size, colour))
                glue = True
            glue = not run.text.endswith(" ")
        return words

    def _piece(self, part: str, run: Run, size: float, colour: Shade | None) -> Piece:
        ink = shade(run.key, run.block) if run.key or colour is None else colour
        return Piece(part, self.bold if run.bold else self.regular, size, ink)

    def broken(self, text: Text, size: float, room: float, colour: Shade | None = None) -> list[Line]:
        """The runs as lines that fit into `room` points."""
        space = self.width(" ", self.regular, size)
        lines: list[Line] = []
        row: list[tuple[Piece, ...]] = []
        x = 0.0
        for word in self.words(text, size, colour):
            wide = sum(self.width(piece.text, piece.font, size) for piece in word)
            if row and x + space + wide > room:
                lines.append(Line(tuple(row), x))
                row, x = [], 0.0
            start = x + space if row else 0.0
            row.append(tuple(self._placed(word, start)))
            x = start + wide
        return [*lines, Line(tuple(row), x)] if row else lines

    def _placed(self, word: list[Piece], x: float) -> Iterable[Piece]:
        for piece in word:
            yield Piece(piece.text, piece.font, piece.size, piece.colour, x)
            x += self.width(piece.text, piece.font, piece.size)


def spread(line: Line, room: float) -> Line:
    """The line with its words spread over the whole width."""
    gaps = len(line.words) - 1
    if gaps < 1:
        return line
    extra = (room - line.width) / gaps
    moved = (
        tuple(Piece(p.text, p.font, p.size, p.colour, p.x + extra * number) for p in word)
        for number, word in enumerate(line.words)
    )
    return Line(tuple(moved), room)

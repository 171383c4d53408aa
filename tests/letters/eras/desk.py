"""The drawing engine's desk: pages as they fill, each a size and its strokes, with a cursor from the top."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from tests.letters.eras.ink import Ink
from tests.letters.eras.look import PAPERS, Look
from tests.letters.lines import Hand, Line, Piece
from tests.letters.marks import Shade
from tests.letters.wording import Run, Text

PURPLE: Shade = (92, 45, 131)


@dataclass(frozen=True)
class InkedHand(Hand):
    """A hand that marks words with the inks of one letter."""

    ink: Ink = field(default_factory=lambda: Ink(()))

    def _piece(self, part: str, run: Run, size: float, colour: Shade | None) -> Piece:
        ink = self.ink.shade(run.key) if run.key or colour is None else colour
        return Piece(_drawable(part), self.bold if run.bold else self.regular, size, ink)

    def broken(self, text: Text, size: float, room: float, colour: Shade | None = None) -> list[Line]:
        """The runs as lines; a word is broken at its soft hyphen where it does not fit, and shows a hyphen only there."""
        lines: list[Line] = []
        row: list[tuple[Piece, ...]] = []
        x, space = 0.0, self.width(" ", self.regular, size)
        words = self.words(text, size, colour)
        while words:
            word = words.pop(0)
            start = x + space if row else 0.0
            wide = self._wide(_shut(word))
            if row and start + wide > room:
                halves = _halves(word)
                if halves and start + self._wide(halves[0]) <= room:
                    row.append(tuple(self._placed(halves[0], start)))
                    x, word = start + self._wide(halves[0]), halves[1]
                words.insert(0, word)
                lines.append(Line(tuple(row), x))
                row, x = [], 0.0
                continue
            row.append(tuple(self._placed(_shut(word), start)))
            x = start + wide
        return [*lines, Line(tuple(row), x)] if row else lines

    def _wide(self, word: list[Piece]) -> float:
        return sum(self.width(piece.text, piece.font, piece.size) for piece in word)


def _drawable(part: str) -> str:
    """The words in characters that the embedded face has: no thin space, and of the ligatures two."""
    return part.replace("\u2009", "\u00a0").replace("ﬃ", "fﬁ").replace("ﬀ", "ff")


def _shut(word: list[Piece]) -> list[Piece]:
    return [replace(piece, text=piece.text.replace("\u00ad", "")) for piece in word]


def _halves(word: list[Piece]) -> tuple[list[Piece], list[Piece]] | None:
    """A word of one piece before its soft hyphen (which stays) and after it."""
    if len(word) != 1 or "\u00ad" not in word[0].text:
        return None
    before, after = word[0].text.split("\u00ad", 1)
    return [replace(word[0], text=before + "\u00ad")], [replace(word[0], text=after)]


@dataclass(frozen=True)
class Stroke:
    """A line of words with its baseline at `y` from the top, or a rule from x, y to x2, y2."""

    x: float
    y: float
    words: tuple[tuple[Piece, ...], ...] = ()
    number: bool = False
    rule: tuple[float, float] | None = None
    joined: int = 0  # strokes with the same mark, not nought, are one run of text


@dataclass
class Sheet:
    """One page and its size."""

    wide: float
    high: float
    strokes: list[Stroke] = field(default_factory=list)


@dataclass
class Desk:
    """The pages so far."""

    look: Look
    hand: InkedHand
    running: Text | None = None
    sheets: list[Sheet] = field(default_factory=list)
    y: float = 0.0
    runs: int = 0

    def __post_init__(self) -> None:
        self.turn(False)

    @property
    def sheet(self) -> Sheet:
        return self.sheets[-1]

    @property
    def left(self) -> float:
        return self.look.margin

    @property
    def room(self) -> float:
        return self.sheet.wide - 2 * self.look.margin

    def turn(self, wide: bool | None = None) -> None:
        """Begin a new page: wide, upright, or like the one before."""
        wide = self.sheet.wide > self.sheet.high if wide is None else wide and self.look.pages != "upright"
        across, along = PAPERS[self.look.paper]
        size = (along, across) if wide else (across, along)
        self.sheets.append(Sheet(*size))
        self.y = self.look.margin
        if self.running and len(self.sheets) > 1:
            self.put(self.hand.broken(self.running, 8, self.room)[0], self.left, self.y - 16)

    def need(self, high: float) -> None:
        """Begin a new page where the rest of this one is too short."""
        if self.y + high > self.sheet.high - self.look.margin - 12 and self.sheet.strokes:
            self.turn()

    def put(self, line: Line, x: float, y: float, number: bool = False, joined: int = 0) -> None:
        """A line with its baseline at `y`."""
        self.sheet.strokes.append(Stroke(x, y, line.words, number, None, joined))

    def rule(self, x: float, y: float, x2: float, y2: float) -> None:
        """A thin line."""
        self.sheet.strokes.append(Stroke(x, y, rule=(x2, y2)))

    def aligned(self, line: Line, x: float, room: float, how: str) -> float:
        """Where a line starts in a column that begins at `x`."""
        if how == "left":
            return x + 3
        return x + room - line.width - 3 if how == "right" else x + (room - line.width) / 2

    def write(
        self, words: Text, size: float | None = None, colour: Shade | None = None, after: float = 0.0, how: str = "left"
    ) -> None:
        """A paragraph across the page."""
        size = size or self.look.size
        lines = self.hand.broken(words, size, self.room, colour)
        step = size * self.look.leading
        self.need(step * min(len(lines), 3))
        for line in lines:
            self.need(step)
            self.y += step
            self.put(line, self.left if how == "left" else self.aligned(line, self.left, self.room, how), self.y)
        self.y += after

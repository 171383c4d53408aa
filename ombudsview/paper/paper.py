"""Paper: the words that a document prints, page by page, each with its box. Immutable; it crosses the process boundary whole."""

from __future__ import annotations

import msgspec

from ombudsview.paper.geometry import Box


class Word(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One whole word as the PDF spells it, its box on the page as shown, and the number of the line that MuPDF put it in."""

    text: str
    box: Box
    line: int


class Sheet(msgspec.Struct, frozen=True, array_like=True):
    """One page as shown (after rotation and crop): its size in points, its words, and how it must be turned to be read.

    `turn` is the clockwise turn in degrees (0, 90, 180, 270) that makes most of its text upright.
    """

    width: float
    height: float
    turn: int
    words: tuple[Word, ...]


class Paper(msgspec.Struct, frozen=True, array_like=True):
    """A document's sheets, under the SHA-256 (hex) of the bytes they were taken from."""

    sha256: str
    sheets: tuple[Sheet, ...]

    @property
    def has_text(self) -> bool:
        """Whether any page has a word on it."""
        return any(sheet.words for sheet in self.sheets)

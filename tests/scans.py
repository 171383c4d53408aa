"""Scans for tests: letters of the corpus as a scanner makes them, and where their words have gone."""

from __future__ import annotations

import random
from functools import cache

import pymupdf
import pytest

from ombudsview.paper import ocr
from ombudsview.paper.geometry import Box
from ombudsview.paper.paper import Word
from tests.letters.corpus import Letter, letters
from tests.letters.scan import Move, Scan, scanned

needs_recognition = pytest.mark.skipif(not ocr.available(), reason=f"recognition is not installed: {ocr.INSTALL}")

DRAWN, _, _, FLOWED = letters(seed=1, count=4)
STATISTICS = 2
"""The page (from 0) of both letters on which the figures stand."""


@cache
def scan(letter: Letter, how: Scan, turn: int = 0) -> tuple[bytes, tuple[Move, ...]]:
    """The letter's statistics page as a scan, its picture turned clockwise by `turn`, and how its places moved before the turn."""
    with pymupdf.open("pdf", letter.pdf()) as whole, pymupdf.open() as page:
        page.insert_pdf(whole, from_page=STATISTICS, to_page=STATISTICS)
        pdf, moves = scanned(page.tobytes(), how, random.Random(5))
    if turn:
        with pymupdf.open("pdf", pdf) as upright, pymupdf.open() as turned:
            upright[0].set_rotation(turn)
            shown = upright[0].get_pixmap(dpi=how.dpi)
            sheet = turned.new_page(width=upright[0].rect.width, height=upright[0].rect.height)
            sheet.insert_image(sheet.rect, pixmap=shown)
            pdf = turned.tobytes(deflate=True)
    return pdf, tuple(moves)


def figures(letter: Letter) -> list[tuple[str, Box]]:
    """The words with a figure on the letter's statistics page as it was typeset, with their boxes."""
    with pymupdf.open("pdf", letter.pdf()) as whole:
        words = whole[STATISTICS].get_text("words")
    return [(word[4], Box(*word[:4])) for word in words if any(sign.isdigit() for sign in word[4])]


def at(words: tuple[Word, ...], box: Box) -> list[str]:
    """The words whose middle lies in the box."""
    return [word.text for word in words if box.holds(*word.box.middle)]

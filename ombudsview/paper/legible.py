"""Whether a page's text can be believed, judged by how much of it there is, how well it reads, and what covers the page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache

from ombudsview.paper.paper import Paper, Sheet

_FEW = 25
"""Words; fewer than these over a picture are a stamp or a stray letter, not the page's text."""
_TO_JUDGE, _SAMPLE = 8, 100
_COVERED, _TOUCHED = 0.5, 0.04
_HIDDEN = 0.5
_ODD, _UNLIKELY, _UNLIKELY_TOO = 0.1, 0.12, 0.06
_UNLIKELY_LEAST = 4
_FOREIGN = 0.03
_ENOUGH = 50

# What belongs in no British letter; bullets of private fonts do.
_ODD_SIGN = re.compile("[^\0-\u024f\u2000-\u22ff\u2500-\u27bf\ufb00-\ufb06\uf0b7\uf0a7]")
_UNTOLD = re.compile("[\ufffd\ue000-\uf8ff]")
# Around a word of any print, bullets of private fonts among it; letters' own punctuation is told in a later room.
_AROUND = "\uf0b7\uf0a7\"'“”‘’()[]{}.,;:!?…•·–—-*/&|"
_DOTS = re.compile(r"\.{3,}|…+")  # that lead from a label to its figure, without a space
_FIGURE = re.compile(r"[£€+±~<>=]?[\d.,:/()%-]*\d[\d.,:/()%°+-]*(?:st|nd|rd|th|pm|am|[kmbKMB]|[a-z])?\Z")
_REFERENCE = re.compile(r"(?:[A-Z]{1,8}[/_-]?)+\d[\w/_.-]*\Z|.*[@_].*|(?:www|https?:).*|.*\.(?:uk|org|com|gov).*")
_LETTERS = re.compile(r"[^\W\d_]+(?:['’./&-][^\W\d_]+)*['’]?\Z")
_CASES = re.compile(r"(?:[A-Z]{1,2}[a-z]*|[a-z]+|[A-Z]+|Ma?c[A-Z][a-z]+|[A-Z]+[a-z]{1,2})\Z")
_VOWELS = set("aeiouywAEIOUYWâêîôûŵŷáéíóú")
_CONSONANTS = re.compile(r"[^aeiouyw\W\d_]{6,}", re.IGNORECASE)
# What prose cannot do without; the second line is Welsh.
_COMMON = frozenset(
    re.findall(
        r"\S+",
        "the of and to in a for is we you that on it with by this as are be was have or from at your our not "
        "y yr yn i ac o a'r ar am mae ei eu hyn wedi gan",
    )
)


class Legibility(StrEnum):
    """What a page's text is worth."""

    FINE = "fine"
    """Printed text, or recognised by this program."""
    BLANK = "blank"
    """Neither text nor picture."""
    PICTURE = "picture"
    """A picture without text, or with a stray letter of it."""
    POOR = "poor"
    """Text that does not read like any: a poor hidden layer, or letters without their meaning."""
    HIDDEN = "hidden"
    """A picture with readable text hidden under it, which somebody else recognised."""


def is_picture(paper: Paper) -> bool:
    """Whether there is nothing to read in a document because its pages are pictures."""
    return all(judge(sheet) in (Legibility.PICTURE, Legibility.BLANK) for sheet in paper.sheets)


def judge(sheet: Sheet) -> Legibility:
    """What the text of one page is worth."""
    if sheet.recognised:
        return Legibility.FINE
    words = [word.text for word in sheet.words]
    if not words:
        return Legibility.PICTURE if sheet.pictured >= _TOUCHED else Legibility.BLANK
    if len(words) < _FEW and sheet.pictured >= _COVERED:
        return Legibility.PICTURE
    if (len(words) >= _TO_JUDGE and garbled(words)) or _untold(words):
        return Legibility.POOR
    if sheet.unseen >= _HIDDEN and sheet.pictured >= _COVERED:
        return Legibility.HIDDEN
    return Legibility.FINE


def to_recognise(paper: Paper) -> tuple[int, ...]:
    """The pages (from 0) whose text can be had, or had better, by recognition only."""
    wanting = (Legibility.PICTURE, Legibility.POOR)
    return tuple(page for page, sheet in enumerate(paper.sheets) if judge(sheet) in wanting)


def _untold(words: Sequence[str]) -> bool:
    """Whether most letters of however few words, a cover's perhaps, are such as their font does not name."""
    signs = "".join(word for word in words if len(word) > 1)
    return 2 * len(_UNTOLD.findall(signs)) > len(signs)


def garbled(words: Sequence[str]) -> bool:
    """Whether words read like no text: odd signs, figures among letters, words that nobody can say."""
    words = words[:: max(1, len(words) // _SAMPLE)]
    signs = "".join(words)
    if not signs.isascii() and len(_ODD_SIGN.findall(signs)) > _ODD * len(signs):
        return True
    if _DOTS.search(signs):
        words = [part for word in words for part in _DOTS.split(word)]
    bare = [word for word in (word.strip(_AROUND) for word in words) if word]
    if not bare:
        return False
    count = sum(not likely(word) for word in bare)
    unlikely = count / len(bare)
    if count >= _UNLIKELY_LEAST and unlikely > _UNLIKELY:
        return True
    spoken = [word.lower() for word in bare if word.isalpha()]
    foreign = len(spoken) >= _ENOUGH and sum(word in _COMMON for word in spoken) < _FOREIGN * len(spoken)
    return foreign and unlikely > _UNLIKELY_TOO


def reads(word: str) -> bool:
    """Whether this may be a word or figure with its punctuation, or a sign alone."""
    bare = word.strip(_AROUND)
    return not bare or likely(bare)


@lru_cache(maxsize=10_000)
def likely(word: str) -> bool:
    """Whether this may be a word, a figure, a name or a reference; punctuation around it is gone."""
    if _FIGURE.match(word) or _REFERENCE.match(word):
        return True
    if not _LETTERS.match(word):
        return False
    parts = re.split(r"['’./&-]", word)
    if not all(_CASES.match(part) for part in parts if part and part.isascii()):
        return False
    if len(word) <= 3 or word.isupper():  # initials and short names go without vowels
        return True
    return bool(_VOWELS & set(word)) and not _CONSONANTS.search(word)

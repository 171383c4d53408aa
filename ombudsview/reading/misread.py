"""Puts misread words of recognised pages right, so that headings and sentences are found in spite of them; what is found only so
is doubted. A word is put right where it can be one usual word of such letters, or a figure with an O for its nought."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

import msgspec

from ombudsview.letters.punctuation import BRACKETS, QUOTES, STOPS
from ombudsview.letters.row_labels import year_of
from ombudsview.letters.usual_words import is_usual, joined, meant
from ombudsview.paper.geometry import Box, around
from ombudsview.paper.paper import Paper, Sheet, Word
from ombudsview.reading import registered

_AROUND = STOPS + BRACKETS + QUOTES + "*"
_FIGURE = re.compile(r"(?=.*[\d%])(?=.*[OoQlI|])[\dOoQlI|]+(?:[.,/-][\dOoQlI|]+)*%?")
_MOST_PIECES = 3
_LIGATURES, _LEAST_LEFT = ("ff", "ffi", "ffl", "fi", "fl"), 3
_ALONE, _COUNT = frozenset("OoQlI|"), re.compile(r"[\d,.]+%?|[-–]")
_STROKE = re.compile(r"\w(?:[-–/] | [-–/])\w")
_DATE = re.compile(r"\W*\d{1,2}/\d{1,2}/\d{2,4}\b")
_ROUND_AND_STRAIGHT = str.maketrans("OoQlI|", "000111")


def put_right(paper: Paper) -> Paper | None:
    """The paper with the misread words of its recognised pages put right; None where there is nothing to put right."""
    sheets = tuple(_put_right(sheet) if sheet.recognised else sheet for sheet in paper.sheets)
    if all(one is other for one, other in zip(sheets, paper.sheets, strict=True)):
        return None
    return Paper(paper.sha256, sheets)


def _put_right(sheet: Sheet) -> Sheet:
    words = tuple(part for word in _counted(_whole(sheet.words)) for part in _meant(word))
    return sheet if words == sheet.words else msgspec.structs.replace(sheet, words=words, unsure=())


def _whole(words: tuple[Word, ...]) -> Iterator[Word]:
    """The words, neighbours that are the pieces of a usual one as that one."""
    at = 0
    while at < len(words):
        line = words[at].line
        pieces = next(
            (
                some
                for count in range(_MOST_PIECES, 1, -1)
                if len(some := words[at : at + count]) == count
                and all(word.line == line for word in some)
                and _is_torn([word.text for word in some])
            ),
            words[at : at + 1],
        )
        text = "".join(word.text for word in pieces)
        yield pieces[0] if len(pieces) == 1 else Word(text, around(word.box for word in pieces), line)
        at += len(pieces)


def _counted(words: Iterable[Word]) -> Iterator[Word]:
    """The words, an O or a stroke alone between two figures as the figure that it is in a table's row."""
    before: Word | None = None
    for word, following in pairwise((*words, None)):
        if word is None:
            continue
        alone = (
            word.text in _ALONE and _counts(before) and (_counts(following) or (following and following.text in _ALONE))
        )
        before = Word(word.text.translate(_ROUND_AND_STRAIGHT), word.box, word.line) if alone else word
        yield before


def _counts(word: Word | None) -> bool:
    return word is not None and _COUNT.fullmatch(word.text) is not None


def _is_torn(pieces: list[str]) -> bool:
    """Whether these are one usual word that was torn, or what a stroke joins; pieces that are words themselves are none."""
    if len(pieces) == 2 and _is_torn_at_stroke(*pieces):
        return True
    bare = [*pieces[:-1], pieces[-1].rstrip(_AROUND)]
    if not all(map(str.isalpha, bare)) or all(is_usual(piece.lower()) or _is_name(piece) for piece in bare):
        return False
    whole = "".join(bare)
    return is_usual(whole.lower()) or meant(whole) is not None


def _is_torn_at_stroke(first: str, second: str) -> bool:
    """Whether white stands on one side only of the stroke in two years, or in a reference: “2021 -22”, “AR/ 20”. Dates are two."""
    if _STROKE.search(f"{first} {second}") is None or _DATE.match(first) or _DATE.match(second.lstrip("-–/")):
        return False
    if "/" in first[-1] + second[0]:
        return any(map(str.isdigit, first + second))
    return year_of(first + second) is not None


def _meant(word: Word) -> Iterator[Word]:
    """What a word stands for: itself, a usual word, a figure, or several of these."""
    core = word.text.strip(_AROUND)
    start = word.text.find(core)
    before, after = word.text[:start], word.text[start + len(core) :]
    if _FIGURE.fullmatch(core):
        yield Word(before + core.translate(_ROUND_AND_STRAIGHT) + after, word.box, word.line)
    elif _is_name(core):
        yield word
    elif usual := meant(core) or _with_ligature(core):
        yield Word(before + _like(core, usual) + after, word.box, word.line)
    elif parts := joined(core):
        yield from _parted(word, (before + parts[0], *parts[1:-1], parts[-1] + after))
    else:
        yield word


def _with_ligature(word: str) -> str | None:
    """The one usual word, or word of an authority's name, that is left where letters drawn as one sign were not seen: “oce”."""
    if len(word) < _LEAST_LEFT or not word.isalpha() or is_usual(word.lower()):
        return None
    small = word.lower()
    whole = {
        small[:at] + sign + small[at:]
        for sign in _LIGATURES
        for at in range(1, len(small) + 1)
        if is_usual(small[:at] + sign + small[at:]) or _is_name(small[:at] + sign + small[at:])
    }
    return whole.pop() if len(whole) == 1 else None


def _is_name(word: str) -> bool:
    """Whether it is a word of an authority's name: Woking is not "working" misread."""
    return word.lower() in registered.words()


def _like(misread: str, usual: str) -> str:
    """A usual word with its letters as large as those of the misread one."""
    if 2 * sum(sign.isupper() for sign in misread) > len(misread):
        return usual.upper()
    return usual if misread[0].islower() else usual[0].upper() + usual[1:]


def _parted(word: Word, parts: tuple[str, ...]) -> Iterator[Word]:
    """Words that ran together, each with its share of the box."""
    x0, y0, x1, y1 = word.box
    step = (x1 - x0) / (len(word.text) + len(parts) - 1)  # a letter's width stands between two of them
    for part in parts:
        yield Word(part, Box(x0, y0, min(x0 + step * len(part), x1), y1), word.line)
        x0 += step * (len(part) + 1)

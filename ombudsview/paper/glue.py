"""Takes apart what MuPDF glued: a big figure and the small word after it come as one word where no space stands between.

MuPDF's words know no sizes, so suspicion is cheap and the characters are looked at only where it falls.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice, pairwise
from typing import Any

from ombudsview.paper.paper import MARKS

# Each starts with one class of characters, which the engine looks for quickly.
_MIXED = re.compile(r"[0-9](?:(?<=[^\W\d_][0-9])|(?=[^\W\d_]))")
_SIGNED = re.compile(r"[%).,;:](?:(?<=[%)])\w|(?<=[^\W\d_].)[0-9])")
_FIGURES = re.compile(r"[0-9](?<![^ ].)[0-9]*(?= |\Z)")
_ORDINAL = re.compile(r"\d{1,2}(?:st|nd|rd|th)\b", re.IGNORECASE)
_MUCH_BIGGER, _BIGGER, _RAISED, _APART, _EVEN, _SAME = 1.5, 1.1, 0.15, 0.5, 0.97, 1.015
_HIGHER = 0.02  # points
_RAISED_EVEN = 0.22  # of the size: so far is a mark raised, and no figure of a line, where both are of one size
_NARROW = 0.85  # of the widest figure of a size: raised ones are, and so is a 1
_AS_MARKS = str.maketrans("0123456789", MARKS)
_FIGURE_SIGNS = frozenset("0123456789")
_AFTER = _FIGURE_SIGNS | frozenset("%)")

Raw = Any
"""MuPDF's word tuple, see `extract.Raw`."""


Character = tuple[str, float, tuple[float, float], tuple[float, float, float, float]]
"""A character: its sign, its size, its origin on the base line, its box."""
_NOTHING: Character = ("", 0.0, (0.0, 0.0), (0.0, 0.0, 0.0, 0.0))

Place = tuple[int, int]
"""A line: the number of its block, and its own in the block."""


def suspect(raw: Sequence[Raw], texts: str) -> bool:
    """Whether any of MuPDF's words may be two: figures and letters mixed, or numbers of uneven figures.

    `texts` is the words' texts with a space between.
    """
    if _MIXED.search(texts) or _SIGNED.search(texts):
        return True
    numbers = [raw[texts.count(" ", 0, found.start())] for found in _FIGURES.finditer(texts)]
    return _uneven(numbers) or _tall(raw, [number for number in numbers if len(number[4]) > 1])


def _uneven(numbers: Sequence[Raw]) -> bool:
    """Whether some numbers are narrower than others of their height: a raised footnote mark takes less room than a figure.

    A narrower font is told from that by numbers of different lengths whose figures are all as wide.
    """
    heights: dict[int, list[tuple[float, int]]] = {}
    for x0, y0, x1, y1, text, *_ in numbers:
        heights.setdefault(round(4 * (y1 - y0)), []).append(((x1 - x0) / len(text), len(text)))
    return any(_has_odd(steps) for steps in heights.values())


def _tall(raw: Sequence[Raw], numbers: Sequence[Raw]) -> bool:
    """Whether a number reaches higher than what stands on its base line, or is as high as nothing else: so does one with a mark
    that is raised above it."""
    if not numbers:
        return False
    bases = {number[3] for number in numbers}
    tops: dict[float, float] = {}
    for word in [word for word in raw if word[3] in bases]:
        tops[word[3]] = max(tops.get(word[3], word[1]), word[1])
    heights = {round((y1 - y0) / _HIGHER): y1 - y0 for _, y0, _, y1, *_ in numbers}
    return any(y0 < tops[y1] - _HIGHER for _, y0, _, y1, *_ in numbers) or any(
        len(list(islice((True for word in raw if abs(word[3] - word[1] - height) < _HIGHER), 2))) < 2
        for height in heights.values()
    )


def _has_odd(steps: list[tuple[float, int]]) -> bool:
    """Whether any figures' width, below the widest, belongs to numbers of one length only."""
    widest = max(steps)[0]
    narrow = sorted(step for step in steps if step[0] < _EVEN * widest)
    while narrow:
        first = narrow[0][0]
        alike = [step for step in narrow if step[0] <= _SAME * first]
        if len({length for _, length in alike}) < 2:
            return True
        narrow = narrow[len(alike) :]
    return False


Blocks = Sequence[dict[str, Any]]


def unglued(raw: Sequence[Raw], blocks: Blocks, inked: Callable[[], Blocks]) -> list[Raw]:
    """The words with the glued ones taken apart, each part with its own box.

    `blocks` is MuPDF's "rawdict" of the same page. Its characters are in the order of the words, so the words of a line are
    found again by reading along it. `inked` gives the same with boxes of the ink alone, which is slow to ask.
    """
    lines = _lines(blocks)
    words, figures = _apart(raw, lines)
    if _may_hold_small_figures(figures):
        _place_by_ink(lines, _lines(inked()))
        words, _ = _apart(raw, lines)
    return words


def _apart(raw: Sequence[Raw], lines: Mapping[Place, list[Character]]) -> tuple[list[Raw], list[list[Character]]]:
    """The words, glued ones in their parts, and the characters of those that end with figures."""
    words: list[Raw] = []
    figures: list[list[Character]] = []
    characters: list[Character] = []
    said, place, at = "", None, 0
    for word in raw:
        text = word[4]
        if word[5:7] != place:
            place, at = word[5:7], 0
            characters = lines.get(place, [])
            said = "".join([character[0] for character in characters])
        start = said.find(text[:1], at)
        at = start + len(text) if start >= 0 else len(said)
        if start >= 0 and said[start:at] == text:
            words.extend(_parts(word, characters[start:at]))
            if len(text) > 1 and (text[-1] in _AFTER or text[-2] in _AFTER):
                figures.append(characters[start:at])
        else:
            words.append(word)
    return words, figures


def _lines(blocks: Blocks) -> dict[Place, list[Character]]:
    """The characters of each line by block and line number."""
    lines: dict[Place, list[Character]] = {}
    for block_number, block in enumerate(blocks):
        for line_number, line in enumerate(block.get("lines", ())):
            lines[block_number, line_number] = [
                (character["c"], span["size"], character["origin"], character["bbox"])
                for span in line["spans"]
                for character in span["chars"]
            ]
    return lines


def _may_hold_small_figures(words: Iterable[Sequence[Character]]) -> bool:
    """Whether a figure narrower than others of its size follows one, or a sign behind one: fonts have raised figures of their own,
    which are drawn on the line's base as far as size and place tell."""
    wide: dict[float, list[float]] = {}
    narrow: dict[float, list[float]] = {}
    for word in words:
        for (before, *_), (sign, size, _, (x0, y0, x1, y1)) in pairwise((_NOTHING, *word)):
            if sign in _FIGURE_SIGNS:
                # Type lies across the page or along it: a figure is narrower than high.
                wide.setdefault(round(size, 1), []).append(width := min(x1 - x0, y1 - y0))
                if before in _AFTER:
                    narrow.setdefault(round(size, 1), []).append(width)
    return any(min(some) < _NARROW * max(wide[size]) for size, some in narrow.items())


def _place_by_ink(
    lines: dict[tuple[int, int], list[Character]], inked: Mapping[tuple[int, int], list[Character]]
) -> None:
    """Put figures whose ink stands above the base line there (in place)."""
    for place, characters in lines.items():
        exact = inked.get(place, [])
        if [character[0] for character in exact] != [character[0] for character in characters]:
            continue
        for at in range(1, len(characters)):
            sign, size, (x, y), box = characters[at]
            if sign.isdecimal() and characters[at - 1][0] in _AFTER:
                right, down = _ink_above(characters[at - 1], characters[at], exact[at][3])
                if abs(right + down) > _RAISED_EVEN * size:
                    characters[at] = (sign, size, (x + right, y + down), box)


def _ink_above(left: Character, character: Character, ink: tuple[float, float, float, float]) -> tuple[float, float]:
    """How far right and down a character's ink begins from its base line, as one climbs from it; nought where it begins below."""
    x, y = character[2]
    if _is_level(left, character):
        return 0.0, min(0.0, ink[3] - y) if x > left[2][0] else max(0.0, ink[1] - y)
    return max(0.0, ink[0] - x) if y > left[2][1] else min(0.0, ink[2] - x), 0.0


def _parts(word: Raw, characters: list[Character]) -> Sequence[Raw]:
    text = word[4]
    cuts = [at for at, (left, right) in enumerate(pairwise(characters), 1) if _cut(left, right)]
    if cuts and (kept := _ORDINAL.match(text)):
        cuts = [at for at in cuts if at >= kept.end()]
    if not cuts:
        return (word,)
    parts: list[Raw] = []
    for start, end in zip((0, *cuts), (*cuts, len(text)), strict=True):
        lefts, tops, rights, bottoms = zip(*(box for _, _, _, box in characters[start:end]), strict=True)
        part = (min(lefts), min(tops), max(rights), max(bottoms), text[start:end], *word[5:])
        if start and _is_mark(part[4], characters[start - 1], characters[start]):
            part = (*part[:4], part[4].translate(_AS_MARKS), *part[5:])
            if text[start - 1] in _AFTER:
                part = _with_mark(parts.pop(), part, level=_is_level(characters[start - 1], characters[start]))
        parts.append(part)
    return parts


def _is_mark(text: str, before: Character, first: Character) -> bool:
    """Whether a part of a word is what a footnote is known by: figures raised behind what is no smaller."""
    return text.isascii() and text.isdigit() and first[1] <= before[1] and _rise(before, first) > _RAISED * before[1]


def _with_mark(figure: Raw, mark: Raw, *, level: bool) -> Raw:
    """A figure with the mark behind it: one word, no taller than the figure, so that the sentence goes on behind it."""
    x0, y0, x1, y1, text, *place = figure
    if level:
        return (min(x0, mark[0]), y0, max(x1, mark[2]), y1, text + mark[4], *place)
    return (x0, min(y0, mark[1]), x1, max(y1, mark[3]), text + mark[4], *place)


def _cut(left: Character, right: Character) -> bool:
    """Whether two neighbours belong to different words. A sign beside a figure (`%`, a pound) stays with it whatever its size."""
    sign, size, _, (lx0, ly0, lx1, ly1) = left
    other, other_size, _, (rx0, ry0, rx1, ry1) = right
    if not (other.isalnum() and (sign.isalnum() or sign in "%).,;:")):
        return False
    small, big = (size, other_size) if size < other_size else (other_size, size)
    apart = _APART * big
    if rx0 - lx1 > apart or lx0 - rx1 > apart or ry0 - ly1 > apart or ly0 - ry1 > apart:
        return True
    ratio = big / small if small > 0 else 1.0
    if ratio <= _BIGGER:  # so it is of nearly all
        return other.isdecimal() and other_size <= size and _rise(left, right) > _RAISED_EVEN * big
    return ratio > _MUCH_BIGGER or abs(_rise(left, right)) > _RAISED * big


def _rise(left: Character, right: Character) -> float:
    """How far a character's base line is above the one before it, whichever way the line runs; below it is less than nought."""
    right_by, down_by = right[2][0] - left[2][0], right[2][1] - left[2][1]
    if _is_level(left, right):
        return -down_by if right_by > 0 else down_by
    return right_by if down_by > 0 else -right_by


def _is_level(left: Character, right: Character) -> bool:
    """Whether a line runs across the page as shown and not up or down it."""
    return abs(right[2][0] - left[2][0]) >= abs(right[2][1] - left[2][1])

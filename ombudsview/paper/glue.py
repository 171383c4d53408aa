"""Takes apart what MuPDF glued: a big figure and the small word after it come as one word where no space stands between.

MuPDF's words know no sizes, so suspicion is cheap and the characters are looked at only where it falls.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

# Each starts with one class of characters, which the engine looks for quickly.
_MIXED = re.compile(r"[0-9](?:(?<=[^\W\d_][0-9])|(?=[^\W\d_]))")
_SIGNED = re.compile(r"[%).,;:](?:(?<=[%)])\w|(?<=[^\W\d_].)[0-9])")
_FIGURES = re.compile(r"[0-9](?<![^ ].)[0-9]*(?= |\Z)")
_ORDINAL = re.compile(r"\d{1,2}(?:st|nd|rd|th)\b", re.IGNORECASE)
_MUCH_BIGGER, _BIGGER, _RAISED, _APART, _EVEN, _SAME = 1.5, 1.1, 0.15, 0.5, 0.97, 1.015
_HIGHER = 0.02  # points

Raw = Any
"""MuPDF's word tuple, see `extract.Raw`."""


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


def unglued(raw: Sequence[Raw], blocks: Sequence[dict[str, Any]]) -> list[Raw]:
    """The words with the glued ones taken apart, each part with its own box.

    `blocks` is MuPDF's "rawdict" of the same page. Its characters are in the order of the words, so the words of a line are
    found again by reading along it.
    """
    lines = _lines(blocks)
    words: list[Raw] = []
    characters: Iterator[dict[str, Any]] = iter(())
    place = None
    for word in raw:
        if word[5:7] != place:
            place = word[5:7]
            characters = iter(lines.get(place, ()))
        mine = _taken(characters, word[4])
        words.extend(_parts(word, mine) if mine else (word,))
    return words


def _lines(blocks: Sequence[dict[str, Any]]) -> dict[tuple[int, int], list[dict[str, Any]]]:
    """The characters of each line by block and line number, each with the size of its span."""
    lines: dict[tuple[int, int], list[dict[str, Any]]] = {}
    for block_number, block in enumerate(blocks):
        for line_number, line in enumerate(block.get("lines", ())):
            lines[block_number, line_number] = [
                character | {"size": span["size"]} for span in line["spans"] for character in span["chars"]
            ]
    return lines


def _taken(characters: Iterator[dict[str, Any]], text: str) -> list[dict[str, Any]] | None:
    """The next characters of the line that spell the word, or None where they do not."""
    mine: list[dict[str, Any]] = []
    for character in characters:
        if not mine and character["c"] != text[0]:
            continue
        mine.append(character)
        if len(mine) == len(text):
            break
    return mine if "".join([character["c"] for character in mine]) == text else None


def _parts(word: Raw, characters: list[dict[str, Any]]) -> Iterator[Raw]:
    text = word[4]
    kept = _ORDINAL.match(text)
    cuts = [
        at for at in range(1, len(text)) if not (kept and at < kept.end()) and _cut(characters[at - 1], characters[at])
    ]
    if not cuts:
        yield word
        return
    for start, end in zip((0, *cuts), (*cuts, len(text)), strict=True):
        boxes = [character["bbox"] for character in characters[start:end]]
        lefts, tops, rights, bottoms = zip(*boxes, strict=True)
        yield (min(lefts), min(tops), max(rights), max(bottoms), text[start:end], *word[5:])


def _cut(left: dict[str, Any], right: dict[str, Any]) -> bool:
    """Whether two neighbours belong to different words. A sign beside a figure (`%`, a pound) stays with it whatever its size."""
    if not (right["c"].isalnum() and (left["c"].isalnum() or left["c"] in "%).,;:")):
        return False
    small, big = sorted((left["size"], right["size"]))
    ratio = big / small if small > 0 else 1.0
    (x0, y0), (x1, y1) = left["origin"], right["origin"]
    # Along and across the line, whichever way it runs: the smaller of the two is the rise.
    rise = min(abs(x1 - x0), abs(y1 - y0))
    (lx0, ly0, lx1, ly1), (rx0, ry0, rx1, ry1) = left["bbox"], right["bbox"]
    gap = max(rx0 - lx1, lx0 - rx1, ry0 - ly1, ly0 - ry1)
    return ratio > _MUCH_BIGGER or (ratio > _BIGGER and rise > _RAISED * big) or gap > _APART * big

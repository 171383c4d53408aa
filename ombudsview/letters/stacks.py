"""Column headings by columns of white space: what stands over one another is one heading, whatever its words are broken into."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from ombudsview.paper.geometry import around
from ombudsview.paper.text import Placed

Extent = tuple[float, float]
Wordings = tuple[tuple[str, tuple[str, ...]], ...]
"""For each column: the field, how its heading may read."""
Attempt = tuple[dict[str, Extent], list[list[Placed]]]
"""The headings found among some lines, and the stacks of words that spell none."""

_NO_LETTERS = re.compile(r"[^a-z0-9&<>=%]+")
_MOST_STACKS = 4  # "Omb disc" on one line is two stacks, "No. of First Enquiries" four
_LINES = 6


def attempts(words: list[Placed], columns: Wordings) -> list[Attempt]:
    """The headings looked for with ever more lines left off from the top: those may span several columns."""
    wordings, jumbled = _spellings(columns)
    lines = in_lines(words)
    return [
        _segmented(_stacks([word for line in lines[first:] for word in line]), wordings, jumbled)
        for first in range(max(0, len(lines) - _LINES), len(lines))
    ]


def stacked_headings(tried: Sequence[Attempt]) -> dict[str, Extent]:
    """Left and right of each heading, by the attempt that found most."""
    return max((found for found, _ in tried), key=len, default={})


def stray_stacks(tried: Sequence[Attempt]) -> list[tuple[Extent, str]]:
    """What else stands among the headings: left and right of each stack of words that spells none, and its words."""
    # Of the attempts that find as many, the one with the fewest lines above them.
    _, strays = max(reversed(tried), key=lambda attempt: len(attempt[0]), default=({}, []))
    found = []
    for stack in strays:
        box = around(word.box for word in stack)
        found.append(((box.x0, box.x1), _spelt(stack, " ")))
    return found


@lru_cache(maxsize=32)  # tables have the same columns in every letter
def _spellings(columns: Wordings) -> tuple[dict[str, str], frozenset[str]]:
    """The letters of each heading with the field that it stands for, and the same letters jumbled."""
    wordings = {letters_of(heading): key for key, headings in columns for heading in reversed(headings)}
    return wordings, frozenset(map(_jumbled, wordings))


def _spelt(words: list[Placed], between: str = "") -> str:
    return between.join(word.text for line in in_lines(words) for word in sorted(line, key=lambda w: w.box.x0))


def letters_of(text: str) -> str:
    """The letters of a heading, without its spaces and punctuation, which change with the way it is broken."""
    return _NO_LETTERS.sub("", text.lower())


def in_lines(words: list[Placed]) -> list[list[Placed]]:
    """Words on one base line, from top to bottom."""
    lines: list[list[Placed]] = []
    for word in sorted(words, key=lambda word: (word.page, word.box.middle[1])):
        if (
            lines
            and word.box.middle[1] - lines[-1][-1].box.middle[1] < 0.4 * word.box.height
            and word.page == lines[-1][-1].page
        ):
            lines[-1].append(word)
        else:
            lines.append([word])
    return lines


def _jumbled(letters: str) -> str:
    return "".join(sorted(letters))


def _stacks(words: list[Placed]) -> list[list[Placed]]:
    """Words that stand over one another, from left to right."""
    stacks: list[tuple[float, list[Placed]]] = []
    for word in sorted(words, key=lambda word: word.box.x0):
        if stacks and word.box.x0 < stacks[-1][0]:
            right, stack = stacks[-1]
            stack.append(word)
            stacks[-1] = (max(right, word.box.x1), stack)
        else:
            stacks.append((word.box.x1, [word]))
    return [stack for _, stack in stacks]


def _segmented(stacks: list[list[Placed]], wordings: dict[str, str], jumbled: frozenset[str]) -> Attempt:
    """Neighbouring stacks put together wherever they spell a heading, the longest first; and the stacks that spell none."""
    # Most neighbours have not even the letters of a heading, in whatever order: only the others are sorted by lines and spelt.
    letters = ["".join(letters_of(word.text) for word in stack) for stack in stacks]
    found: dict[str, Extent] = {}
    strays = []
    number = 0
    while number < len(stacks):
        for count in range(min(_MOST_STACKS, len(stacks) - number), 0, -1):
            if _jumbled("".join(letters[number : number + count])) not in jumbled:
                continue
            words = [word for stack in stacks[number : number + count] for word in stack]
            key = wordings.get(letters_of(_spelt(words)))
            if key is not None and key not in found:
                box = around(word.box for word in words)
                found[key] = (box.x0, box.x1)
                number += count
                break
        else:
            strays.append(stacks[number])
            number += 1
    return found, strays

"""Column headings by columns of white space: what stands over one another is one heading, whatever its words are broken into."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ombudsview.paper.geometry import around
from ombudsview.paper.text import Placed

Extent = tuple[float, float]

_MOST_STACKS = 4  # "Omb disc" on one line is two stacks, "No. of First Enquiries" four
_LINES = 6


def stacked_headings(words: list[Placed], columns: Sequence[tuple[str, tuple[str, ...]]]) -> dict[str, Extent]:
    """Left and right of each heading found; lines that span several columns are left off from the top until most fit."""
    return max((found for found, _ in _attempts(words, columns)), key=len, default={})


def stray_stacks(words: list[Placed], columns: Sequence[tuple[str, tuple[str, ...]]]) -> list[tuple[Extent, str]]:
    """What else stands among the headings: left and right of each stack of words that spells none, and its words."""
    attempts = list(_attempts(words, columns))[
        ::-1
    ]  # of those that find as many, the one with the fewest lines above them
    _, strays = max(attempts, key=lambda attempt: len(attempt[0]), default=({}, []))
    found = []
    for stack in strays:
        box = around(word.box for word in stack)
        found.append(((box.x0, box.x1), _spelt(stack, " ")))
    return found


def _attempts(
    words: list[Placed], columns: Sequence[tuple[str, tuple[str, ...]]]
) -> Iterator[tuple[dict[str, Extent], list[list[Placed]]]]:
    wordings = {letters_of(heading): key for key, headings in columns for heading in reversed(headings)}
    lines = in_lines(words)
    for first in range(max(0, len(lines) - _LINES), len(lines)):
        yield _segmented(_stacks([word for line in lines[first:] for word in line]), wordings)


def _spelt(words: list[Placed], between: str = "") -> str:
    return between.join(word.text for line in in_lines(words) for word in sorted(line, key=lambda w: w.box.x0))


def letters_of(text: str) -> str:
    """The letters of a heading, without its spaces and punctuation, which change with the way it is broken."""
    return re.sub(r"[^a-z0-9&<>=%]", "", text.lower())


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


def _segmented(stacks: list[list[Placed]], wordings: dict[str, str]) -> tuple[dict[str, Extent], list[list[Placed]]]:
    """Neighbouring stacks put together wherever they spell a heading, the longest first; and the stacks that spell none."""
    found: dict[str, Extent] = {}
    strays = []
    number = 0
    while number < len(stacks):
        for count in range(min(_MOST_STACKS, len(stacks) - number), 0, -1):
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

"""Paragraphs within a block: told by leading, by an indent, by a short last line."""

from __future__ import annotations

import pytest

from ombudsview.letters.paragraphs import paragraphs
from ombudsview.paper.geometry import Box


@pytest.mark.parametrize(
    ("lines", "parted"),
    [
        ([(0, 100, 0, "One"), (0, 100, 14, "two"), (0, 100, 28, "three."), (0, 100, 48, "New")], [(0, 2), (3, 3)]),
        ([(0, 100, 0, "It is full"), (0, 40, 14, "or short."), (0, 100, 28, "New it is")], [(0, 1), (2, 2)]),
        ([(0, 100, 0, "It ends full."), (12, 100, 14, "Indented it"), (0, 100, 28, "goes on.")], [(0, 0), (1, 2)]),
        ([(0, 100, 0, "- An item.."), (12, 100, 14, "Its second"), (12, 100, 28, "and third.")], [(0, 2)]),
        ([(0, 100, 0, "It has been"), (0, 99, 14, "filled."), (0, 50, 28, "A heading")], [(0, 1), (2, 2)]),
        ([(0, 100, 0, "It has been"), (0, 99, 14, "filled."), (0, 50, 28, "It ends.")], [(0, 2)]),
        ([(0, 100, 0, "It has been"), (0, 99, 14, "filled."), (0, 50, 28, "It “ends.”")], [(0, 2)]),
        ([(0, 100, 0, "It has been"), (0, 99, 14, "filled."), (0, 50, 28, "It ends (here.)")], [(0, 2)]),
        ([(0, 100, 0, "It has been"), (0, 99, 14, '"filled."'), (0, 50, 28, "A heading")], [(0, 1), (2, 2)]),
        # The leading grows by a third of a line only, and behind most lines, for most are short paragraphs.
        (
            [(0, 99, 0, "One."), (0, 98, 17, "Two it is"), (0, 99, 30, "still."), (0, 98, 47, "Three.")],
            [(0, 0), (1, 2), (3, 3)],
        ),
        (
            [
                (0, 50, 0, "A heading"),
                (0, 99, 17, "One."),
                (0, 98, 34, "Two it is"),
                (0, 99, 47, "still."),
                (0, 98, 64, "Three."),
            ],
            [(0, 0), (1, 1), (2, 3), (4, 4)],
        ),
        # A line that was not quite filled ends nothing where the leading tells.
        (
            [(0, 99, 0, "It is so."), (0, 85, 13, "It was."), (0, 40, 26, "I was so."), (0, 99, 44, "New it is so.")],
            [(0, 2), (3, 3)],
        ),
        (
            [(0, 99, 0, "It is so."), (0, 85, 13, "It was."), (0, 40, 26, "I was so."), (0, 99, 39, "New it is so.")],
            [(0, 1), (2, 2), (3, 3)],
        ),
        ([(0, 100, 0, "It goes on"), (12, 100, 14, "by chance so"), (0, 100, 28, "and on.")], [(0, 2)]),
    ],
)
def test_a_block_is_parted(lines: list[tuple[int, int, int, str]], parted: list[tuple[int, int]]) -> None:
    printed = [(Box(x0, y, x1, y + 12), words) for x0, x1, y, words in lines]
    assert list(paragraphs(printed)) == parted

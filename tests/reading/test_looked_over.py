"""A figure that something lies over keeps its value and is doubted, with a sentence that says what lies there."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import pytest

from ombudsview.paper.geometry import Box
from ombudsview.paper.paper import Paper
from ombudsview.reading.looked_over import looked_over
from ombudsview.reading.model import ReaderState
from ombudsview.reading.read import read_letters
from tests.reading.made import field, letter


class Looker:
    """Says `what` of every box of the page's words that say `said`."""

    def __init__(self, paper: Paper, said: str, what: str) -> None:
        self.paper, self.said, self.what = paper, said, what
        self.asked: list[int] = []

    def __call__(self, page: int, boxes: Sequence[Box]) -> list[str | None]:
        self.asked.append(page)
        mine = {word.box for word in self.paper.sheets[page].words if word.text == self.said}
        return [self.what if box in mine else None for box in boxes]


@pytest.mark.parametrize(
    ("what", "says"),
    [
        ("struck", "Investigations: a line is drawn through “7” on page 2"),
        ("hidden", "Investigations: “7” on page 2 lies under something"),
        ("marked", "Investigations: a note or a mark was laid over “7” on page 2"),
    ],
)
def test_what_lies_over_a_figure_is_said(what: str, says: str) -> None:
    paper = letter()
    look = Looker(paper, "7", what)
    [one] = looked_over(read_letters(paper), paper, look)
    found = field(one, "investigations")
    assert (found.value, found.state) == ("7", ReaderState.LOOK_HERE)
    assert found.doubts[-1].sentence.startswith(says)
    assert found.doubts[-1] in one.doubts
    assert field(one, "upheld_decisions").doubts == ()
    assert look.asked == [1]


def test_with_nothing_over_them_the_readings_stay_as_they_are() -> None:
    paper = letter()
    readings = read_letters(paper)
    assert looked_over(readings, paper, lambda _, boxes: [None] * len(boxes)) is readings


def test_recognised_pages_are_not_looked_at() -> None:
    paper = letter()
    sheets = tuple(msgspec.structs.replace(sheet, recognised="something") for sheet in paper.sheets)
    paper = msgspec.structs.replace(paper, sheets=sheets)
    look = Looker(paper, "7", "struck")
    looked_over(read_letters(paper), paper, look)
    assert look.asked == []

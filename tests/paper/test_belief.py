"""What nobody believes of a page: words outside it, turns that there are not, numbers that are none."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from ombudsview.paper.belief import TOLERANCE, is_sheet
from ombudsview.paper.bounds import LARGEST_PAGE, LONGEST_WORD, MOST_WORDS
from ombudsview.paper.geometry import Box
from ombudsview.paper.paper import Sheet, Word

WORD = Word("57%", Box(1.0, 2.0, 30.0, 14.0), 0)
SHEET = Sheet(595.0, 842.0, 90, (WORD,), "a network", -0.4, (0,), 1.0, 0.5)
NAN = float("nan")


def test_a_page_as_it_comes_is_believed() -> None:
    assert is_sheet(SHEET)
    over = Box(-TOLERANCE, 0.0, SHEET.width + TOLERANCE, SHEET.height + TOLERANCE)
    assert is_sheet(replace(SHEET, words=(replace(WORD, box=over),)))


@pytest.mark.parametrize(
    "change",
    [
        {"turn": 45},
        {"width": 0.0},
        {"height": NAN},
        {"width": 2 * LARGEST_PAGE},
        {"recognised": "x" * 1_000},
        {"slant": NAN},
        {"slant": 90.0},
        {"unsure": (1,)},
        {"unsure": (-1,)},
        {"pictured": 1.5},
        {"unseen": NAN},
    ],
)
def test_a_page_that_cannot_be_is_not(change: dict[str, object]) -> None:
    assert not is_sheet(replace(SHEET, **change))


@pytest.mark.parametrize(
    "change",
    [
        {"box": Box(0.0, 0.0, 600.0, 9.0)},
        {"box": Box(NAN, 0.0, 5.0, 9.0)},
        {"box": Box(9.0, 0.0, 5.0, 9.0)},
        {"text": ""},
        {"text": "x" * (LONGEST_WORD + 1)},
        {"line": -1},
        {"line": 2 * MOST_WORDS},
    ],
)
def test_nor_a_word(change: dict[str, object]) -> None:
    assert not is_sheet(replace(SHEET, words=(WORD, replace(WORD, **change))))

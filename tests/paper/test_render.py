"""Pictures: their size, their bound, and what they show."""

from __future__ import annotations

import pytest

from ombudsview.paper import extract
from ombudsview.paper.bounds import MOST_PIXELS
from ombudsview.paper.geometry import Box
from ombudsview.paper.render import TooManyPixels, render
from tests import badfiles


def test_a_page_is_white_paper_with_black_ink() -> None:
    picture = render(extract.open_pdf(badfiles.page(), None)[0], 1.5)
    assert (picture.width, picture.height) == (893, 1263)
    assert picture.stride >= 3 * picture.width
    assert len(picture.pixels) == picture.stride * picture.height
    assert picture.pixels[:3] == b"\xff\xff\xff"
    assert min(picture.pixels) < 50


def test_annotations_are_drawn() -> None:
    import pymupdf

    document = extract.open_pdf(badfiles.page(b"q Q"), None)
    blank = render(document[0], 1)
    document[0].add_highlight_annot(pymupdf.Rect(100, 100, 200, 200))
    assert render(document[0], 1).pixels != blank.pixels


@pytest.mark.parametrize("scale", [10.0, 1e9, float("inf"), float("nan"), 0.0, -1.0])
def test_no_picture_is_larger_than_the_bound(scale: float) -> None:
    page = extract.open_pdf(badfiles.page(), None)[0]
    with pytest.raises(TooManyPixels):
        render(page, scale)


def test_a_tile_of_a_large_picture_is_allowed() -> None:
    page = extract.open_pdf(badfiles.page(), None)[0]
    tile = render(page, 16, Box(0, 0, 100, 100))
    assert tile.width * tile.height <= MOST_PIXELS
    assert (tile.width, tile.height) == (1600, 1600)


def test_a_clip_outside_the_page_is_refused() -> None:
    page = extract.open_pdf(badfiles.page(), None)[0]
    with pytest.raises(TooManyPixels):
        render(page, 1, Box(700, 900, 800, 1000))

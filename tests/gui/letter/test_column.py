from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombudsview.gui.letter.column import GAP, MARGIN, Column, fit_width
from ombudsview.paper.geometry import Box

SIZES = ((595.0, 842.0), (842.0, 595.0), (595.0, 842.0))

sizes = st.lists(st.tuples(st.floats(20, 3000), st.floats(20, 3000)), min_size=1, max_size=8).map(tuple)
scales = st.floats(0.1, 16)


def test_pages_stand_below_each_other_in_the_middle() -> None:
    column = Column(SIZES, 1.0, 1000)
    first, second, third = (column.page(number) for number in range(3))
    assert first == Box(202, MARGIN, 797, MARGIN + 842)
    assert second.y0 == first.y1 + GAP
    assert (second.x0, second.width) == (79, 842)
    assert third.y0 == second.y1 + GAP
    assert column.height == third.y1 + MARGIN


def test_a_wide_page_makes_the_column_wider_than_the_view() -> None:
    assert Column(SIZES, 2.0, 1000).width == 842 * 2 + 2 * MARGIN


def test_the_widest_page_fits() -> None:
    scale = fit_width(SIZES, 1000)
    assert Column(SIZES, scale, 1000).width == pytest.approx(1000)


@given(sizes, scales, st.sampled_from([0, 90, 180, 270]), st.data())
def test_a_place_is_found_again(sizes, scale, turn, data) -> None:
    column = Column(sizes, scale, 800, turn)
    number = data.draw(st.integers(0, len(sizes) - 1))
    x, y = sizes[number][0] / 3, sizes[number][1] / 4
    place = column.place(number, Box(x, y, x, y))
    found, at_x, at_y = column.at(place.x0, place.y0)
    assert found == number
    assert (at_x, at_y) == pytest.approx((x, y), abs=0.01)


@given(sizes, scales, st.floats(0, 1), st.integers(1, 2000))
def test_only_pages_that_show_are_drawn_and_all_of_them(sizes, scale, down, view_height) -> None:
    column = Column(sizes, scale, 800)
    top = down * max(0.0, column.height - view_height)
    bottom = top + view_height
    shown = set(column.between(top, bottom))
    inside = {n for n in range(len(sizes)) if column.page(n).y0 < bottom and column.page(n).y1 > top}
    assert inside <= shown
    assert len(shown) <= len(inside) + 1


def test_nothing_shows_without_pages() -> None:
    assert list(Column((), 1.0, 800).between(0, 600)) == []

"""Boxes: turned about a page, put around others, asked what they hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombudsview.paper.geometry import Box, around

WIDTH, HEIGHT = 600, 800
along = st.integers(0, WIDTH)
down = st.integers(0, HEIGHT)
boxes = st.builds(lambda a, b, c, d: Box(min(a, b), min(c, d), max(a, b), max(c, d)), along, along, down, down)


def test_a_corner_goes_where_a_turn_takes_it() -> None:
    top_left = Box(0, 0, 10, 20)
    assert top_left.turned(90, WIDTH, HEIGHT) == Box(780, 0, 800, 10)
    assert top_left.turned(180, WIDTH, HEIGHT) == Box(590, 780, 600, 800)
    assert top_left.turned(270, WIDTH, HEIGHT) == Box(0, 590, 20, 600)
    assert top_left.turned(0, WIDTH, HEIGHT) == top_left


@given(boxes, st.sampled_from([90, 180, 270]))
def test_a_turn_and_the_rest_of_the_circle_is_no_turn(box: Box, turn: int) -> None:
    size = (WIDTH, HEIGHT) if turn == 180 else (HEIGHT, WIDTH)
    assert box.turned(turn, WIDTH, HEIGHT).turned(360 - turn, *size) == box


@given(boxes)
def test_four_quarter_turns_are_none(box: Box) -> None:
    turned, size = box, (WIDTH, HEIGHT)
    for _ in range(4):
        turned, size = turned.turned(90, *size), size[::-1]
    assert turned == box


@given(boxes, st.sampled_from([90, 180, 270]))
def test_a_turned_box_keeps_its_sides_and_stays_on_the_page(box: Box, turn: int) -> None:
    turned = box.turned(turn, WIDTH, HEIGHT)
    width, height = (WIDTH, HEIGHT) if turn == 180 else (HEIGHT, WIDTH)
    assert sorted((turned.width, turned.height)) == sorted((box.width, box.height))
    assert 0 <= turned.x0 <= turned.x1 <= width
    assert 0 <= turned.y0 <= turned.y1 <= height


@given(st.lists(boxes, min_size=1, max_size=6))
def test_the_box_around_holds_all_and_is_no_larger(some: list[Box]) -> None:
    whole = around(some)
    for box in some:
        assert whole.holds(box.x0, box.y0)
        assert whole.holds(box.x1, box.y1)
    for side in range(4):
        assert whole[side] in {box[side] for box in some}


def test_nothing_has_no_box_around_it() -> None:
    with pytest.raises(ValueError):
        around([])


def test_edges_belong_to_a_box() -> None:
    box = Box(1, 2, 3, 4)
    assert box.holds(1, 2)
    assert box.holds(3, 4)
    assert not box.holds(0.9, 3)
    assert not box.holds(2, 4.1)
    assert (box.width, box.height, box.middle) == (2, 2, (2, 3))

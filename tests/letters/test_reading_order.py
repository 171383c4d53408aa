"""A page in columns is read column by column, between lines that go across; captions and addresses make no columns."""

from __future__ import annotations

from ombudsview.letters.reading_order import reading_order
from ombudsview.paper.geometry import Box


def line(x0: float, x1: float, row: int) -> Box:
    return Box(x0, 14.0 * row, x1, 14.0 * row + 12)


LEFT = [line(40, 270, row) for row in range(10)]
RIGHT = [line(300, 540, row) for row in range(10)]


def test_one_column_has_no_order_of_its_own() -> None:
    assert reading_order([]) is None
    assert reading_order([line(40, 540, row) for row in range(9)] + [line(40, 120, 9), line(60, 540, 10)]) is None


def test_the_left_column_is_read_before_the_right_one() -> None:
    order = reading_order(LEFT + RIGHT)
    assert order is not None
    assert sorted(RIGHT + LEFT, key=order) == LEFT + RIGHT


def test_three_columns() -> None:
    columns = [[line(x, x + 150, row) for row in range(8)] for x in (40, 210, 380)]
    order = reading_order([box for column in columns for box in column])
    assert order is not None
    assert [order(column[3])[1] for column in columns] == [0, 1, 2]


def test_a_line_across_parts_what_is_above_it_from_what_is_below() -> None:
    across, below = line(40, 540, 11), [line(40, 270, 13), line(300, 540, 13)]
    order = reading_order([*LEFT, *RIGHT, across, *below])
    assert order is not None
    assert sorted([*below[::-1], across, *RIGHT, *LEFT], key=order) == [*LEFT, *RIGHT, across, *below]


def test_a_few_captions_beside_prose_are_no_column() -> None:
    assert reading_order([*LEFT, *(line(300, 540, row) for row in (0, 3, 9))]) is None
    long = [line(40, 270, row) for row in range(40)]
    assert reading_order([*long, *(line(300, 540, row) for row in (0, 1, 20, 21, 38, 39))]) is None


def test_a_last_column_may_be_short() -> None:
    assert reading_order([*(line(40, 270, row) for row in range(40)), *RIGHT[:5]]) is not None


def test_more_lines_than_a_page_has_are_not_held_against_each_other() -> None:
    """As fine as on no page, or the reader would have no time left: the page is taken for one of one column."""
    fine = [
        Box(40 + 260 * (number % 2), 0.1 * number, 270 + 260 * (number % 2), 0.1 * number + 3)
        for number in range(1_001)
    ]
    assert reading_order(fine[:1_000]) is not None
    assert reading_order(fine) is None

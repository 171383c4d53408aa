import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombudsview.trends.labels import AROUND, Area, Room, crosses


def box(middle, width, height):
    return Area.around(*middle, width, height)


def test_right_above_is_taken_where_nothing_is_in_the_way():
    x, y = Room(Area(0, 0, 400, 300)).place((100, 100), 40, 12, AROUND)
    assert x > 100
    assert y < 100


def test_labels_do_not_lie_on_each_other_nor_on_marks():
    room = Room(Area(0, 0, 400, 300), marks=[Area.around(100, 100, 10, 10), Area.around(104, 92, 10, 10)])
    placed = [box(room.place((100, 100), 40, 12, AROUND), 40, 12), box(room.place((104, 92), 40, 12, AROUND), 40, 12)]
    assert not placed[0].meets(placed[1])
    assert not any(label.meets(mark) for label in placed for mark in room.marks)


def test_a_label_stays_inside_the_frame():
    room = Room(Area(0, 0, 400, 300))
    for anchor in ((398, 2), (2, 298), (398, 298)):
        assert room.frame.holds(box(room.place(anchor, 40, 12, AROUND), 40, 12))


def test_a_line_is_avoided():
    room = Room(Area(0, 0, 400, 300), lines=[(100, 100, 200, 20)])
    label = box(room.place((100, 100), 40, 12, AROUND), 40, 12)
    assert not crosses(room.lines[0], label)


@pytest.mark.parametrize(
    ("line", "hit"),
    [
        ((0, 0, 100, 100), True),
        ((0, 50, 100, 50), True),
        ((50, 45, 50, 55), True),
        ((0, 0, 100, 0), False),
        ((0, 0, 30, 30), False),
        ((70, 0, 70, 100), False),
        ((45, 50, 55, 50), True),
    ],
)
def test_whether_a_line_runs_through_a_box(line, hit):
    assert crosses(line, Area(40, 40, 60, 60)) is hit
    assert crosses((*line[2:], *line[:2]), Area(40, 40, 60, 60)) is hit


@given(st.tuples(*[st.integers(0, 100)] * 4))
def test_a_line_whose_end_is_inside_runs_through(line):
    area = Area(20, 20, 80, 80)
    inside = any(20 < x < 80 and 20 < y < 80 for x, y in (line[:2], line[2:]))
    if inside and line[:2] != line[2:]:
        assert crosses(line, area)

"""The thread goes beside what is printed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF

from ombudsview.gui.letter.column import Column
from ombudsview.gui.letter.lie import Lie
from ombudsview.gui.letter.route import CLEAR, Inks, Route, ink, route
from ombudsview.paper.geometry import Box
from ombudsview.paper.paper import Sheet, Word

EDGE = 900.0
LINE = 20


def line(number: int, *places: tuple[int, int]) -> list[QRectF]:
    """Words of a line of text, each from one x to another."""
    return [QRectF(left, number * LINE + 4, right - left, LINE - 10) for left, right in places]


def hit(way: Route, printed: list[QRectF]) -> list[QRectF]:
    points = [way.path.pointAtPercent(step / 500) for step in range(501)]
    return [one for one in printed if any(one.contains(point) for point in points)]


PAGE = [word for number in range(20) for word in line(number, (100, 150), (155, 300), (305, 520), (525, 780))]


@pytest.mark.parametrize("height", [30.0, 211.0, 380.0])
@pytest.mark.parametrize("number", [0, 3, 10, 19])
@pytest.mark.parametrize("word", [0, 2, 3])
def test_words_after_it_on_its_line_are_gone_round(number: int, word: int, height: float) -> None:
    place = PAGE[4 * number + word]
    printed = [one for one in PAGE if one is not place]
    way = route(place.adjusted(-3, -2, 3, 2), printed, QPointF(930, height), EDGE)
    assert hit(way, printed) == []
    assert way.start.x() == place.right() + 3
    assert way.end == QPointF(930, height)


def test_nothing_after_it_and_it_leaves_at_its_middle() -> None:
    place = QRectF(100, 100, 60, 12)
    way = route(place, line(0, (100, 700)) + line(9, (100, 700)), QPointF(930, 110), EDGE)
    assert way.start == QPointF(160, 106)
    assert way.bend.x() < 200, "nothing stands in the way, so that the curve is a gentle one"


def test_it_goes_on_the_fields_side_of_the_line() -> None:
    place = PAGE[4 * 10]
    up = route(place, PAGE, QPointF(930, 20), EDGE)
    down = route(place, PAGE, QPointF(930, 390), EDGE)
    assert up.bend.y() < place.center().y() < down.bend.y()


def test_a_line_that_is_too_near_is_left_for_the_wider_gap() -> None:
    place = QRectF(100, 100, 60, 12)
    printed = [QRectF(200, 100, 60, 12), QRectF(200, 113, 60, 12), QRectF(200, 80, 60, 12)]
    way = route(place, printed, QPointF(930, 300), EDGE)
    assert 92 < way.bend.y() < 100
    assert hit(way, printed) == []


def test_words_as_far_as_the_edge_are_passed_outside_the_page() -> None:
    printed = [QRectF(200, 100, 900, 12), QRectF(200, 200, 900, 12)]
    way = route(QRectF(100, 100, 60, 12), printed, QPointF(930, 300), EDGE)
    assert way.bend.x() == EDGE
    inside = [one.intersected(QRectF(0, 0, EDGE, 1000)) for one in printed]
    assert hit(way, inside) == []


def test_the_room_that_a_font_keeps_is_no_ink() -> None:
    box = Box(0, 0, 40, 20)
    assert ink(Word("total", box, 0), box) == Box(0, 3, 40, 16)
    assert ink(Word("page", box, 0), box) == Box(0, 3, 40, 20)
    assert ink(Word("total", box, 0), box, 180) == Box(0, 4, 40, 17)
    assert ink(Word("total", box, 0), box, 90) == box


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_only_what_shows_is_looked_at(turn: int) -> None:
    words = tuple(Word("word", Box(100, y, 130, y + 10), 0) for y in (50, 400, 780))
    lie = Lie(Column(((595.0, 842.0),) * 3, 1.0, 700, turn), 0, 0)
    found = Inks((Sheet(595.0, 842.0, 0, words),)).on(lie, 300)
    view = QRectF(0, 0, 700, 300 + CLEAR)
    shown = [one for word in words if view.intersects(one := lie.place(0, word.box))]
    assert len(found) >= len(shown)
    assert all(any(place.contains(one) for one in found) for place in shown)
    assert Inks(()).on(lie, 300) == []
    right = max((one.right() for one in found), default=0.0)
    assert Inks((Sheet(595.0, 842.0, 0, words),)).on(lie, 300, right) == [], (
        "what ends left of the source is not looked at"
    )


def test_what_is_known_of_pages_stays_while_they_do() -> None:
    sheets = (Sheet(600, 800, 0, (Word("one", Box(10, 10, 30, 20), 0),)),)
    inks = Inks(sheets)
    assert inks.upon(sheets) is inks
    assert inks.upon((*sheets, *sheets)) is not inks

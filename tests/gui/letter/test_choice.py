"""Where the tag of words that would be taken lies."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF

from ombudsview.gui.letter.choice import tag_place

ROOM = QRect(0, 0, 600, 400)
WORDS = [QRectF(100, 200, 60, 12), QRectF(80, 216, 90, 12)]


def test_it_lies_above_the_words_and_not_over_them(qtbot) -> None:
    tag = tag_place("Title: July. Click again to take it", WORDS, ROOM)
    assert tag.bottom() <= WORDS[0].top()
    assert ROOM.contains(tag.toAlignedRect())


def test_what_the_field_in_focus_is_printed_as_stays_in_sight(qtbot) -> None:
    source = QRectF(90, 184, 120, 12)
    tag = tag_place("Title: July. Click again to take it", WORDS, ROOM, [source])
    assert not tag.intersects(source)
    assert tag.top() >= WORDS[-1].bottom()


def test_at_the_edges_it_is_whole(qtbot) -> None:
    at_top = tag_place("Title: July", [QRectF(590, 2, 40, 12)], ROOM)
    assert at_top.top() >= 14
    assert at_top.right() <= ROOM.right()
    both = [QRectF(100, 184, 60, 12), QRectF(100, 216, 60, 12)]
    assert tag_place("Title: July", WORDS[:1], ROOM, both).bottom() <= WORDS[0].top(), (
        "where nothing is free it is as ever"
    )

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.modeltest import ModelTester

from ombudsview.gui.open_letter import OpenLetter
from ombudsview.gui.queue.model import NOTE_ROLE, STATE_ROLE, Entry, Queue
from ombudsview.gui.queue.pane import QueuePane
from ombudsview.review.review import Review
from ombudsview.review.state import State
from tests.gui.handmade import reading


def entry(name: str) -> Entry:
    return Entry(name, Path(f"/letters/{name}"))


def letter() -> OpenLetter:
    made = OpenLetter("a.pdf")
    made.review = Review(reading(), "a-1", who="", clock=lambda: "2026-11-23T10:00:00+00:00")
    return made


@pytest.fixture
def queue(qtmodeltester: ModelTester) -> Queue:
    queue = Queue()
    qtmodeltester.check(queue)
    queue.add([entry("a.pdf"), entry("b.pdf"), entry("c.pdf")])
    return queue


def test_a_new_letter_shows_its_file(queue: Queue) -> None:
    index = queue.index(0)
    assert (index.data(), index.data(NOTE_ROLE), index.data(STATE_ROLE)) == ("a.pdf", "New", State.TO_CHECK)


def test_a_letter_shows_what_is_left_to_do(queue: Queue) -> None:
    first = queue.entries[0]
    first.letter = letter()
    assert first.title == "Wraxmere Council"
    assert first.note == "2019-20  ·  1 to look at, 7 to check"
    assert first.state is State.LOOK_HERE
    assert first.letter.review is not None
    first.letter.review.agree_safe()
    first.letter.review.deny("compliance_rate")
    assert first.note == "2019-20  ·  Ready to finish"
    first.letter.review.finish()
    first.letter.saved = "14:02"
    assert (first.note, first.state) == ("2019-20  ·  Saved 14:02", State.AGREED)


def test_a_file_of_several_letters_is_split_once(queue: Queue, qtmodeltester: ModelTester) -> None:
    queue.split(queue.entries[1], 3)
    queue.split(queue.entries[1], 3)
    assert [(one.name, one.number) for one in queue.entries] == [
        ("a.pdf", 0), ("b.pdf", 0), ("b.pdf", 1), ("b.pdf", 2), ("c.pdf", 0),
    ]  # fmt: skip
    qtmodeltester.check(queue)


def test_the_next_unfinished_one_is_found_round_the_end(queue: Queue) -> None:
    first, second, third = queue.entries
    queue.set_current(second)
    third.trouble = "It is damaged."
    assert queue.next_unfinished() is first
    assert queue.left == 2
    first.letter = letter()
    assert first.letter.review is not None
    first.letter.review.finish("a reason")
    queue.set_current(first)
    assert queue.next_unfinished() is second


def test_the_ends_hold_still(queue: Queue) -> None:
    queue.set_current(queue.entries[0])
    assert queue.neighbour(-1) is None
    assert queue.neighbour(1) is queue.entries[1]


def test_the_pane_asks_for_another_letter_only(queue: Queue, qtbot) -> None:
    pane = QueuePane(queue)
    qtbot.addWidget(pane)
    pane.resize(230, 400)
    pane.show()
    queue.set_current(queue.entries[0])
    asked = []
    pane.asked.connect(asked.append)
    for number in (0, 2):
        pane.list.clicked.emit(queue.index(number))
    assert asked == [queue.entries[2]]
    assert pane._heading.text() == "QUEUE   3 of 3 left"
    assert not pane.grab().isNull()

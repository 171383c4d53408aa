"""The end of the queue, on queues made by hand."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ombudsview.gui import actions
from ombudsview.gui.queue.glimpse import Glimpse
from ombudsview.gui.queue.model import Entry, Queue
from ombudsview.gui.queue.status import Status
from ombudsview.gui.queue.summary import MOST, Summary, summary_words


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ({Status.FINISHED: 10, Status.QUERIED: 2, Status.PROBLEM: 1}, "10 letters finished, 2 queried, 1 problem"),
        ({Status.FINISHED: 1, Status.PROBLEM: 3}, "1 letter finished, 3 problems"),
        ({Status.FINISHED: 4}, "4 letters finished"),
    ],
)
def test_it_counts_what_became_of_the_letters(counts: dict[Status, int], words: str) -> None:
    assert summary_words(Counter(counts)) == words


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    owner = QWidget()
    qtbot.addWidget(owner)
    return owner


def summary_of(queue: Queue, owner: QWidget) -> tuple[Summary, list[str]]:
    called: list[str] = []
    verbs = {act.name: (lambda name=act.name: called.append(name)) for act in actions.ACTS}
    summary = Summary(queue, actions.build(owner, verbs), owner)
    owner.show()
    summary.refresh()
    return summary, called


def queried(number: int) -> Entry:
    return Entry(
        f"{number}.pdf", Path(f"/{number}.pdf"), glimpse=Glimpse("Axford", "2019-20", queries=1, saved="14:02")
    )


def test_queried_letters_and_problems_are_a_press_away(owner: QWidget) -> None:
    queue = Queue()
    queue.add([queried(1), Entry("broken & sad.pdf", Path("/b.pdf"), trouble="It is damaged."), queried(2)])
    summary, called = summary_of(queue, owner)
    asked: list[Entry] = []
    summary.asked.connect(asked.append)
    names = [button.accessibleName() or button.text() for button in summary.buttons]
    assert names == [
        "Axford  ·  2019-20  ·  Queried 14:02",
        "Axford  ·  2019-20  ·  Queried 14:02",
        "broken & sad.pdf  ·  Problem: damaged",
        "Trends", "History", "Open more letters", "Back to the letter",
    ]  # fmt: skip
    for button in summary.buttons:
        assert button.sizeHint().height() >= 24
        button.click()
    assert asked == [queue.entries[0], queue.entries[2], queue.entries[1]]
    assert called == ["show_trends", "show_history", "open"]


def test_very_many_are_counted_and_not_listed(owner: QWidget) -> None:
    queue = Queue()
    queue.add([queried(number) for number in range(MOST + 5)])
    summary, _ = summary_of(queue, owner)
    assert len(summary.buttons) == MOST + 4

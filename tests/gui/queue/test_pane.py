"""The pane on a queue made by hand: what it says, what its buttons and keys call."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from ombudsview.gui import actions
from ombudsview.gui.queue.glimpse import Glimpse
from ombudsview.gui.queue.model import Entry, Queue
from ombudsview.gui.queue.order import Order
from ombudsview.gui.queue.pane import QueuePane
from ombudsview.gui.queue.standing import Standing, spoken


class Called:
    """The window's actions, and which of them were called."""

    def __init__(self, owner: QWidget) -> None:
        self.owner, self.names = owner, list[str]()
        verbs = {act.name: (lambda name=act.name: self.names.append(name)) for act in actions.ACTS}
        self.actions: dict[str, QAction] = actions.build(owner, verbs)


@pytest.fixture
def queue() -> Queue:
    queue = Queue()
    queue.add([Entry(f"{name}.pdf", Path(f"/letters/{name}.pdf")) for name in "abc"])
    return queue


@pytest.fixture
def called(qtbot: QtBot) -> Called:
    owner = QWidget()
    qtbot.addWidget(owner)
    return Called(owner)


@pytest.fixture
def pane(queue: Queue, called: Called, qtbot: QtBot) -> QueuePane:
    pane = QueuePane(queue, called.actions)
    qtbot.addWidget(pane)
    pane.resize(232, 500)
    pane.show()
    return pane


def test_it_asks_for_another_letter_only(pane: QueuePane, queue: Queue) -> None:
    queue.set_current(queue.entries[0])
    asked: list[Entry] = []
    pane.asked.connect(asked.append)
    for number in (0, 2):
        pane.list.setCurrentIndex(queue.index(number))
        pane.list.clicked.emit(queue.index(number))
    assert asked == [queue.entries[2]]
    assert pane._heading.text() == "QUEUE   3 of 3 left"
    assert not pane.grab().isNull()


def test_choosing_several_opens_none_of_them(pane: QueuePane, queue: Queue) -> None:
    asked: list[Entry] = []
    pane.asked.connect(asked.append)
    model = pane.list.selectionModel()
    for row in (0, 2):
        model.select(queue.index(row), QItemSelectionModel.SelectionFlag.Select)
    pane.list.clicked.emit(queue.index(2))
    assert asked == []
    assert pane.selected() == [queue.entries[0], queue.entries[2]]


def test_news_of_other_letters_leaves_the_selection_alone(pane: QueuePane, queue: Queue, qtbot: QtBot) -> None:
    queue.set_current(queue.entries[0])
    pane.list.setCurrentIndex(queue.index(2))
    queue.entries[1].glimpse = Glimpse("Axford", "2019-20")
    queue.touch(queue.entries[1])
    queue.add([Entry("d.pdf")])
    qtbot.wait(80)
    assert pane.list.currentIndex().row() == 2
    assert pane._heading.text() == "QUEUE   4 of 4 left"
    queue.set_current(queue.entries[1])
    assert pane.list.currentIndex().row() == 1


def test_delete_removes_and_enter_opens(pane: QueuePane, queue: Queue, called: Called) -> None:
    asked: list[Entry] = []
    pane.asked.connect(asked.append)
    pane.list.setCurrentIndex(queue.index(1))
    QTest.keyClick(pane.list, Qt.Key.Key_Delete)
    assert called.names == ["remove_from_queue"]
    QTest.keyClick(pane.list, Qt.Key.Key_Return)
    assert asked == [queue.entries[1]]


def test_a_problem_says_its_whole_sentence_when_it_is_selected(pane: QueuePane, queue: Queue, qtbot: QtBot) -> None:
    queue.entries[1].trouble = "This letter is locked with a password. Type the password to open it."
    queue.touch(queue.entries[1])
    pane.list.setCurrentIndex(queue.index(0))
    assert not pane.why.isVisible()
    pane.list.setCurrentIndex(queue.index(1))
    assert pane.why.isVisible()
    assert pane.why.text() == queue.entries[1].trouble
    qtbot.waitUntil(pane._actions["try_again"].isEnabled)


def test_the_order_is_said_and_its_actions_are_checked(pane: QueuePane, queue: Queue) -> None:
    assert pane.order.text() == "As they came"
    assert pane._actions["order_came"].isChecked()
    queue.set_order(Order.NEED)
    assert (pane.order.text(), pane.order.accessibleName()) == ("By need", "Order of the queue: By need")
    menu = pane.order.menu()
    assert [action.objectName() for action in menu.actions()] == ["order_came", "order_need", "order_authority"]


def test_progress_says_how_far_and_its_button_stops_and_goes_on(pane: QueuePane, called: Called) -> None:
    progress = pane.progress
    assert not progress.isVisible()
    pane.show_standing(Standing(12, 40, 1, 24.0))
    assert progress.isVisible()
    assert progress.words.text() == "12 of 40 read, 1 problem, about 1 minute left"
    assert (progress.bar.minimum(), progress.bar.value(), progress.bar.maximum()) == (0, 12, 40)
    assert progress.bar.accessibleDescription() == progress.words.text()
    progress.button.click()
    pane.show_standing(Standing(12, 40, 1, 24.0, stopped=True))
    assert progress.words.text() == "12 of 40 read, 1 problem, stopped"
    assert progress.button.accessibleName() == "Go on reading the letters"
    progress.button.click()
    assert called.names == ["stop_reading", "go_on_reading"]
    pane.show_standing(None)
    assert not progress.isVisible()


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (3, "less than a minute left"),
        (60, "about 1 minute left"),
        (150, "about 2 minutes left"),
        (3 * 3600, "about 3 hours left"),
    ],
)
def test_the_time_left_is_said_as_people_say_it(seconds: float, words: str) -> None:
    assert spoken(seconds) == words


def test_no_time_is_told_before_it_can_be_known() -> None:
    assert Standing(1, 40, seconds=20).words == "1 of 40 read"
    assert Standing(10, 40, seconds=0.5).words == "10 of 40 read"


def test_targets_are_large_enough_and_named(pane: QueuePane) -> None:
    pane.show_standing(Standing(1, 3))
    small = [
        (widget.accessibleName() or widget.text(), widget.size())
        for widget in pane.findChildren(QAbstractButton)
        if widget.isVisible() and (widget.height() < 24 or widget.width() < 24)
    ]
    assert small == []
    assert pane.list.visualRect(pane.list.model().index(0, 0)).height() >= 24
    nameless = [w for w in pane.findChildren(QAbstractButton) if w.isVisible() and not (w.accessibleName() or w.text())]
    assert nameless == []

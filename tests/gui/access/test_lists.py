from __future__ import annotations

import pytest
from PySide6.QtCore import QStringListModel
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QListView, QListWidget
from pytestqt.qtbot import QtBot

from ombudsview.gui.access import factory
from ombudsview.gui.access.lists import ListAccess

Role, Name = QAccessible.Role, QAccessible.Text.Name
NAMES = ["Alder", "Birch", "Cedar"]


@pytest.fixture(autouse=True)
def installed() -> None:
    factory.install()


@pytest.fixture(params=[QListView, QListWidget])
def view(request: pytest.FixtureRequest, qtbot: QtBot) -> QListView:
    view = request.param()
    qtbot.addWidget(view)
    if isinstance(view, QListWidget):
        view.addItems(NAMES)
    else:
        view.setModel(QStringListModel(NAMES, view))
    view.show()
    return view


@pytest.fixture
def told(view: QListView) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(view)


def test_each_row_is_told_by_its_name_and_whether_it_is_selected(view: QListView, told: QAccessibleInterface) -> None:
    assert told.role() == Role.List
    items = [told.child(row) for row in range(told.childCount())]
    assert [(item.role(), item.text(Name)) for item in items] == [(Role.ListItem, name) for name in NAMES]
    view.setCurrentIndex(view.model().index(1, 0))
    assert [bool(item.state().selected) for item in items] == [False, True, False]
    assert [told.indexOfChild(item) for item in items] == [0, 1, 2]


def test_a_press_is_a_click(view: QListView, told: QAccessibleInterface, qtbot: QtBot) -> None:
    clicked: list[int] = []
    view.clicked.connect(lambda index: clicked.append(index.row()))
    told.child(2).actionInterface().doAction("Press")
    qtbot.waitUntil(lambda: clicked == [2])
    assert view.currentIndex().row() == 2


def test_several_can_be_chosen_where_the_list_allows_it(view: QListView, qtbot: QtBot) -> None:
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    told = QAccessible.queryAccessibleInterface(view)
    assert told.state().multiSelectable
    for row in (0, 2):
        told.child(row).actionInterface().doAction("Toggle")
    qtbot.waitUntil(lambda: len(view.selectionModel().selectedRows()) == 2)
    chosen = told.selectionInterface()
    assert [item.text(Name) for item in chosen.selectedItems()] == ["Alder", "Cedar"]


def test_rows_that_are_gone_say_so(view: QListView, told: QAccessibleInterface) -> None:
    last = told.child(2)
    view.model().removeRows(2, 1)
    assert told.childCount() == 2
    assert told.child(2) is None
    assert not last.isValid()
    assert last.state().invalid


def test_the_list_of_a_choice_is_left_to_qt(qtbot: QtBot) -> None:
    box = QComboBox()
    qtbot.addWidget(box)
    assert not isinstance(QAccessible.queryAccessibleInterface(box.view()), ListAccess)

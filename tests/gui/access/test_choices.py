from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from ombudsview.gui.access import factory

Role, Text = QAccessible.Role, QAccessible.Text


@pytest.fixture
def box(qtbot: QtBot) -> QComboBox:
    factory.install()
    box = QComboBox()
    qtbot.addWidget(box)
    box.addItems(["Alder", "Birch"])
    box.setAccessibleName("Authority")
    return box


@pytest.fixture
def told(box: QComboBox) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(box)


def test_it_is_called_by_its_name_and_says_what_is_chosen(box: QComboBox, told: QAccessibleInterface) -> None:
    assert (told.role(), told.text(Text.Name), told.text(Text.Value)) == (Role.ComboBox, "Authority", "Alder")
    assert told.text(Text.Description) == "Alder"
    choices = [told.child(number) for number in range(told.childCount())]
    assert [(one.text(Text.Name), bool(one.state().selected)) for one in choices] == [("Alder", True), ("Birch", False)]


def test_a_press_takes_a_choice_without_opening_the_box(
    box: QComboBox, told: QAccessibleInterface, qtbot: QtBot
) -> None:
    taken: list[int] = []
    box.activated.connect(taken.append)
    told.child(1).actionInterface().doAction("Press")
    qtbot.waitUntil(lambda: taken == [1])
    assert box.currentText() == told.text(Text.Value) == "Birch"


def test_choices_that_are_gone_say_so(box: QComboBox, told: QAccessibleInterface) -> None:
    last = told.child(1)
    box.removeItem(1)
    assert not last.isValid()
    assert last.text(Text.Name) == ""
    assert told.child(1) is None

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from ombudsview.gui.access import factory
from ombudsview.gui.actions import ACTS
from ombudsview.gui.notice import Notice
from ombudsview.gui.style.heading import Heading
from ombudsview.gui.tabs import Tabs

Role, Name = QAccessible.Role, QAccessible.Text.Name


@pytest.fixture(autouse=True)
def installed() -> None:
    factory.install()


def test_a_heading_is_one_and_is_not_spelt_in_capitals(qtbot: QtBot) -> None:
    heading = Heading("Complaints upheld")
    qtbot.addWidget(heading)
    told = QAccessible.queryAccessibleInterface(heading)
    assert (told.role(), told.text(Name), heading.text()) == (Role.Heading, "Complaints upheld", "COMPLAINTS UPHELD")
    plain = QLabel("Complaints upheld")
    qtbot.addWidget(plain)
    assert QAccessible.queryAccessibleInterface(plain).role() == Role.StaticText


def test_tabs_say_which_is_chosen_and_can_be_pressed(qtbot: QtBot) -> None:
    acts, turned = {act.name: QAction() for act in ACTS}, []
    acts["show_trends"].triggered.connect(lambda: turned.append("trends"))
    tabs = Tabs(acts)
    qtbot.addWidget(tabs)
    strip = QAccessible.queryAccessibleInterface(tabs)
    each = [strip.child(number) for number in range(strip.childCount())]
    each = [one for one in each if one.role() == Role.PageTab]
    assert strip.role() == Role.PageTabList
    assert [(one.role(), one.text(Name), one.state().selected) for one in each] == [
        (Role.PageTab, "Letter", True),
        (Role.PageTab, "History", False),
        (Role.PageTab, "Trends", False),
    ]
    each[2].actionInterface().doAction("Press")
    qtbot.waitUntil(lambda: turned == ["trends"])


def test_a_notice_is_an_alert_by_its_sentence(qtbot: QtBot) -> None:
    from PySide6.QtCore import QRect

    parent = QWidget()
    qtbot.addWidget(parent)
    notice = Notice(lambda: QRect(0, 0, 600, 400), parent)
    parent.show()
    notice.warn("The disk is full.")
    told = QAccessible.queryAccessibleInterface(notice)
    assert (told.role(), told.text(Name)) == (Role.AlertMessage, "The disk is full.")


def test_interfaces_go_with_their_widgets(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    for _ in range(2 * factory.LOOK_EVERY):
        heading = Heading("One of many", parent)
        QAccessible.queryAccessibleInterface(heading)
        heading.deleteLater()
        QCoreApplication.sendPostedEvents(heading, QEvent.Type.DeferredDelete)
    assert len(factory._kept) <= factory.LOOK_EVERY

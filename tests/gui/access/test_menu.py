"""Menus show the keys of the fields; neither menus nor buttons are called by them."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton, QStyleOptionMenuItem, QWidget
from pytestqt.qtbot import QtBot

from ombudsview.gui import actions
from ombudsview.gui.access import factory
from ombudsview.gui.access.menu import Menu
from ombudsview.gui.window import Window
from tests.gui.access.tree import below

Role, Name = QAccessible.Role, QAccessible.Text.Name
PRESSED = {Role.Button, Role.ButtonMenu, Role.MenuItem, Role.CheckBox, Role.RadioButton, Role.ComboBox, Role.PageTab}
AT_THE_END = re.compile(r"\W(Enter|Return|Del|Delete|Esc|Tab|F\d+|(Ctrl|Shift|Alt)\+\S+)\)?$")


@pytest.fixture(autouse=True)
def installed() -> None:
    factory.install()


def misnamed(top: QWidget) -> list[str]:
    """What can be pressed below, and is called nothing, or by its key, or by its mnemonic; and a box without a name."""
    found = []
    for part in below(top):
        name, role = part.text(Name), part.role()
        if (role in PRESSED or (role is Role.EditableText and not part.state().invisible)) and (
            not name.strip() or "\t" in name or "&" in name or AT_THE_END.search(name)
        ):
            found.append(f"{role.name}: {name!r}")
    return found


def shown(menu: Menu, name: str) -> str:
    """What a menu paints of one of its entries."""
    option = QStyleOptionMenuItem()
    action = next(action for action in menu.actions() if action.objectName() == name)
    menu.initStyleOption(option, action)
    return str(option.text)  # type: ignore[attr-defined]


def test_a_menu_shows_the_keys_of_the_fields(working: Window) -> None:
    menus = {menu.title().replace("&", ""): menu for menu in working.menuBar().findChildren(Menu)}
    assert shown(menus["Letter"], "agree") == "&Agree, and on to the next\tEnter"
    assert shown(menus["Letter"], "deny").endswith("\tDel")
    assert shown(menus["Go"], "next_field").endswith("\tTab")
    of_field = working.letter_page.menu.of(working.letter_page.panel.row("authority"))
    assert shown(of_field, "agree").endswith("\tEnter")
    assert misnamed(of_field) == []


def test_every_button_and_entry_is_called_what_it_does(working: Window, qtbot: QtBot) -> None:
    working.letter_page.panel.ask_note()
    assert misnamed(working) == []
    names = {part.text(Name) for part in below(working.menuBar()) if part.role() is Role.MenuItem}
    assert {actions.plain_words(act) for act in actions.ACTS} <= names
    for page in ("history", "trends"):
        working.show_page(page)
        assert misnamed(working) == []
    working.talk.show_keys()
    working.talk.show_about()
    working.desk.close()
    assert misnamed(working) == []


BUTTONS = {
    "Undo": "undo",
    "Finish": "finish",
    "Find in letter": "find",
    "Letter": "show_letter",
    "History": "show_history",
    "Trends": "show_trends",
    "Zoom in": "zoom_in",
    "Zoom out": "zoom_out",
    "Fit width": "fit_width",
    "Agree: Authority": "agree",
    "Not in letter: Authority": "deny",
    "Query: Authority": "query",
}
"""Buttons about the letter, as they are called; and what does the same by key."""


@pytest.mark.parametrize("name", BUTTONS)
def test_each_button_shows_the_key_that_does_the_same(working: Window, name: str) -> None:
    buttons = [one for one in working.findChildren(QPushButton) if one.isVisible() and called(one) == name]
    (button,) = buttons
    assert actions.keys_of(BUTTONS[name]) in f"{button.text()} {button.toolTip()}"


def called(button: QPushButton) -> str:
    part = QAccessible.queryAccessibleInterface(button)
    return str(part.text(Name))

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QLabel, QMainWindow
from pytestqt.qtbot import QtBot

from ombudsview.gui import actions
from ombudsview.gui.actions import ACTS, Act
from ombudsview.gui.dialogs.keys import KeySheet
from ombudsview.gui.letter.value_edit import ValueEdit

# The keys that an officer was promised, row by row: what is done, and the keys for it.
PROMISED = (
    ("next_field", "Tab"),
    ("previous_field", "Shift+Tab"),
    ("agree", "Enter"),
    ("next_open", "F8"),
    ("previous_open", "Shift+F8"),
    ("", "Esc"),
    ("reset", "Ctrl+R"),
    ("deny", "Del"),
    ("query", "Ctrl+Shift+Q"),
    ("agree_safe", "Ctrl+Shift+Enter"),
    ("finish", "Ctrl+Enter"),
    ("next_letter", "Ctrl+PgDown"),
    ("previous_letter", "Ctrl+PgUp"),
    ("undo", "Ctrl+Z"),
    ("redo", "Ctrl+Y"),
    ("redo", "Ctrl+Shift+Z"),
    ("swap_side", "F2"),
    ("flash", "Ctrl+Space"),
    ("find", "Ctrl+F"),
    ("zoom_in", "Ctrl++"),
    ("zoom_out", "Ctrl+-"),
    ("fit_width", "Ctrl+0"),
    ("save_draft", "Ctrl+S"),
    ("key_sheet", "F1"),
)
ON_THE_PAGE = (
    ("Next and previous word", "]   ["),
    ("Take that word in as well", "Shift+]   Shift+["),
    ("Fill the field with these words", "Enter"),
    ("Fill it with the words in a box", "Shift+drag"),
    ("Show where it is printed (nothing typed)", "Space"),
)
WITH_KEYS = [act for act in ACTS if act.keys]


def lines(sheet: KeySheet) -> dict[str, str]:
    """What the sheet says: each line's words, and its keys."""
    texts = [label.text() for label in sheet.findChildren(QLabel)]
    words = {actions.plain_words(act).rstrip(".") for act in ACTS} | {
        "Drop what is typed; else put a notice away",
        *dict(ON_THE_PAGE),
    }
    return {text: before for before, text in itertools.pairwise(texts) if text in words}


@pytest.mark.parametrize(("name", "key"), PROMISED)
def test_every_promised_key_does_it_and_stands_in_the_sheet(qtbot: QtBot, name: str, key: str) -> None:
    sheet = KeySheet()
    qtbot.addWidget(sheet)
    if not name:
        assert lines(sheet)["Drop what is typed; else put a notice away"] == key
        return
    act = next(act for act in ACTS if act.name == name)
    assert key in actions.all_keys_text(act).split(" or ")
    assert key in lines(sheet)[actions.plain_words(act).rstrip(".")].split(" or ")


@pytest.mark.parametrize(("words", "key"), ON_THE_PAGE)
def test_what_the_page_hears_stands_in_the_sheet(qtbot: QtBot, words: str, key: str) -> None:
    sheet = KeySheet()
    qtbot.addWidget(sheet)
    assert lines(sheet)[words] == key


def test_its_menus_stand_side_by_side_on_a_small_screen(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(KeySheet, "room", QSize(1350, 700))
    sheet = KeySheet()
    qtbot.addWidget(sheet)
    directions = {layout.direction() for layout in sheet.findChildren(QHBoxLayout) if layout.parentWidget() is not None}
    assert QBoxLayout.Direction.TopToBottom not in directions


def test_whatever_has_a_key_stands_in_the_sheet(qtbot: QtBot) -> None:
    sheet = KeySheet()
    qtbot.addWidget(sheet)
    said = lines(sheet)
    for act in ACTS:
        if actions.keys_text(act):
            assert said[actions.plain_words(act).rstrip(".")] == actions.all_keys_text(act)


@pytest.mark.parametrize("act", WITH_KEYS, ids=[act.name for act in WITH_KEYS])
def test_each_key_works_while_a_field_has_the_focus(qtbot: QtBot, act: Act) -> None:
    owner, called = QMainWindow(), []
    qtbot.addWidget(owner)
    actions.build(owner, {one.name: (lambda name=one.name: called.append(name)) for one in ACTS})
    box = ValueEdit()
    owner.setCentralWidget(box)
    box.settle("57%")
    owner.show()
    owner.activateWindow()
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    ordinary = [keys for keys in actions.sequences(act) if keys[0].key() < Qt.Key.Key_Back]
    assert ordinary
    for number, keys in enumerate(ordinary, start=1):
        combination = QKeySequence(keys)[0]
        QTest.keyClick(QApplication.focusWidget(), combination.key(), combination.keyboardModifiers())
        assert called == [act.name] * number, keys.toString()
        assert box.text() == "57%"


def test_a_field_hears_its_own_keys(qtbot: QtBot) -> None:
    box, heard = ValueEdit(), []
    qtbot.addWidget(box)
    box.settle("57%")
    box.selectAll()
    box.entered.connect(lambda: heard.append("Enter"))
    box.emptied.connect(lambda: heard.append("Del"))
    box.escaped.connect(lambda: heard.append("Esc"))
    box.stepped.connect(lambda by: heard.append("Tab" if by > 0 else "Shift+Tab"))
    for key, modifiers in (
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier),
    ):
        QTest.keyClick(box, key, modifiers)
    assert heard == ["Enter", "Del", "Esc", "Tab", "Shift+Tab"]

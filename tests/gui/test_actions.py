from __future__ import annotations

from collections import Counter
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow

from ombudsview.gui import actions
from ombudsview.gui.actions import ACTS, MENUS


def test_every_action_is_declared_once() -> None:
    for what in ("name", "text"):
        counted = Counter(getattr(act, what).replace("&", "") for act in ACTS)
        assert not {word for word, count in counted.items() if count > 1}


def test_no_key_does_two_things(qapp: QApplication) -> None:
    keys = Counter(
        key.toString()
        for act in ACTS
        for key in [*actions.sequences(act), *([QKeySequence(act.field_key)] if act.field_key else [])]
    )
    assert not {key for key, count in keys.items() if count > 1}
    assert len(keys) > 30


def test_every_action_is_in_a_menu_with_a_mnemonic_of_its_own() -> None:
    assert {act.menu for act in ACTS} == {name for name, _ in MENUS}
    for menu, acts in groupby(sorted(ACTS, key=lambda act: act.menu), key=lambda act: act.menu):
        letters = [act.text[act.text.index("&") + 1].lower() for act in acts]
        assert len(letters) == len(set(letters)), f"{menu}: {sorted(letters)}"


def test_menus_have_a_mnemonic_of_their_own() -> None:
    letters = [text[text.index("&") + 1].lower() for _, text in MENUS]
    assert len(letters) == len(set(letters))


def test_every_action_calls_its_verb(qapp: QApplication) -> None:
    owner, called = QMainWindow(), []
    made = actions.build(owner, {act.name: (lambda name=act.name: called.append(name)) for act in ACTS})
    menus = actions.fill(owner.menuBar(), made)
    for action in made.values():
        action.trigger()
    assert called == [act.name for act in ACTS]
    listed = [action.objectName() for menu in menus.values() for action in menu.actions() if not action.isSeparator()]
    assert sorted(listed) == sorted(act.name for act in ACTS)


def test_actions_that_need_a_review_exist() -> None:
    assert set(actions.NEED_REVIEW) <= {act.name for act in ACTS}


def test_keys_are_written_as_people_say_them(qapp: QApplication) -> None:
    assert actions.keys_of("finish") == "Ctrl+Enter"
    assert actions.keys_of("deny") == "Del"
    assert actions.keys_of("next_open") == "F8"


def test_no_letter_alone_is_a_key_of_an_action(qapp: QApplication) -> None:
    """What is typed into a field is text, whatever it is."""
    for act in ACTS:
        for keys in actions.sequences(act):
            for number in range(keys.count()):
                plain = keys[number].keyboardModifiers() & ~Qt.KeyboardModifier.ShiftModifier
                prints = keys[number].key() < Qt.Key.Key_Escape
                assert plain != Qt.KeyboardModifier.NoModifier or not prints, f"{act.name}: {keys.toString()}"

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ombudsview.gui.desk import Desk
from ombudsview.gui.letter import says
from ombudsview.gui.letter.announcer import Announcer


@pytest.fixture
def said(opened: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What is announced, each sentence as its step has come to its end."""
    from ombudsview.gui.access import announce

    heard: list[str] = []
    monkeypatch.setattr(announce, "announce", lambda widget, sentence, urgent=False: heard.append(sentence))
    widget = QWidget()
    qtbot.addWidget(widget)
    Announcer(opened, widget)
    yield heard
    widget.deleteLater()


def heard(said: list[str], qtbot: QtBot) -> str:
    """The next sentence; taken off."""
    qtbot.waitUntil(lambda: bool(said))
    (sentence,) = said
    said.clear()
    return sentence


def test_what_was_done_and_what_is_next_are_one_sentence(opened: Desk, said: list[str], qtbot: QtBot) -> None:
    opened.focus("upheld_rate")
    opened.agree("upheld_rate")
    assert heard(said, qtbot) == f"Upheld rate agreed, next: {says.full_label(opened.focus_key)}"
    assert opened.focus_key != "upheld_rate"
    opened.undo()
    assert heard(said, qtbot) == "Upheld rate undone, to check"
    opened.redo()
    assert heard(said, qtbot) == "Upheld rate done again, agreed"


def test_a_change_says_the_value(opened: Desk, said: list[str], qtbot: QtBot) -> None:
    opened.focus("upheld_rate")
    opened.correct("upheld_rate", "98")
    assert heard(said, qtbot) == "Upheld rate changed to 98%"
    opened.query("upheld_rate", "Which?")
    assert heard(said, qtbot) == "Upheld rate query, next: Authority"
    opened.focus("upheld_rate")
    opened.deny("upheld_rate")
    assert heard(said, qtbot) == "Upheld rate not in letter"


def test_what_was_refused_says_why(opened: Desk, said: list[str], qtbot: QtBot) -> None:
    opened.correct("upheld_rate", "many")
    assert heard(said, qtbot).startswith("Upheld rate: ")


def test_a_draft_that_is_not_kept_is_said_and_one_that_is_kept_is_not(
    opened: Desk, said: list[str], qtbot: QtBot
) -> None:
    opened.drafted.emit("")
    assert heard(said, qtbot) == "The draft is not saved"
    opened.drafted.emit("14:02")
    qtbot.wait(20)
    assert said == []


def test_a_step_of_many_fields_is_left_to_its_notice(opened: Desk, said: list[str], qtbot: QtBot) -> None:
    opened.agree_safe()
    qtbot.wait(20)
    assert said == []
    opened.undo()
    assert heard(said, qtbot).endswith(" answers undone")


def test_a_letter_that_was_read_says_what_there_is_to_do(opened: Desk, said: list[str], qtbot: QtBot) -> None:
    opened.read.emit()
    assert heard(said, qtbot) == "Wraxmere Council 2019-20 is read: 8 fields to check, 1 of them needs a look"
    assert opened.review is not None
    for key in [key for key in opened.review.open_keys() if key != "compliance_rate"]:
        opened.agree(key)
    heard(said, qtbot)
    opened.read.emit()
    assert heard(said, qtbot) == "Wraxmere Council 2019-20 is read: 1 field to check, which needs a look"

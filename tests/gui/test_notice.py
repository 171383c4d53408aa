"""The notice has room for its words, and stays with what it was said of."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ombudsview.gui.notice import Notice

LONG = (
    "The disk is full, so the draft is not kept. Make room on it, then change any field: everything is written again. "
    * 2
)
NAMED = "“Annual_Review_Letter_2021_Some_District_Council_FINAL_with_all_its_appendices_v2.pdf” waits in the queue."


class Desk(QWidget):
    """A window whose page may be of any width."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(1200, 800)
        self.page = QRect(0, 0, 900, 700)
        self.notice = Notice(lambda: self.page, self)
        self.view = QWidget(self)
        self.notice.follow(self.view)


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    desk = Desk()
    qtbot.addWidget(desk)
    desk.show()
    return desk


def room_for_words(notice: Notice) -> bool:
    notice.layout().activate()  # type: ignore[union-attr]
    words = notice._words
    return words.height() >= words.heightForWidth(words.width()) and words.width() >= words.minimumSizeHint().width()


@pytest.mark.parametrize("width", [220, 420, 560, 900])
@pytest.mark.parametrize("sentence", ["Saved.", LONG, NAMED])
@pytest.mark.parametrize("ways", [0, 1, 2])
def test_no_line_is_cut_off(desk: Desk, width: int, sentence: str, ways: int) -> None:
    desk.page = QRect(0, 0, width, 700)
    desk.notice.warn(sentence, *[("Bring them back", lambda: None)] * ways)
    assert room_for_words(desk.notice)
    assert desk.page.contains(desk.notice.geometry()), "what stands beside the page is not covered"
    for button in (*desk.notice._ways, desk.notice._close):
        assert desk.notice.rect().contains(button.geometry())
        assert button.width() >= button.sizeHint().width()
        assert not button.geometry().intersects(desk.notice._words.geometry())


def test_it_settles_anew_when_the_page_becomes_another_size(desk: Desk) -> None:
    desk.page = QRect(0, 0, 300, 200)
    desk.notice.warn(LONG)
    desk.page = QRect(0, 0, 900, 700)
    desk.view.resize(desk.page.size())
    assert desk.page.contains(desk.notice.geometry())
    assert room_for_words(desk.notice)


def test_what_is_said_of_a_letter_does_not_follow_to_another_page(desk: Desk) -> None:
    desk.notice.warn("The disk is full.")
    desk.notice.turn_to("history")
    assert desk.notice.text == ""
    desk.notice.turn_to("letter")
    assert desk.notice.text == "The disk is full."
    desk.notice.put_away()
    desk.notice.turn_to("history")
    desk.notice.turn_to("letter")
    assert desk.notice.text == ""


def test_a_name_in_it_cannot_turn_its_words_round(desk: Desk) -> None:
    desk.notice.say("“letter\N{RIGHT-TO-LEFT OVERRIDE}fdp” waits.")
    assert desk.notice.text == "“letter\N{REPLACEMENT CHARACTER}fdp” waits."


def test_what_was_told_of_a_step_and_what_comes_by_itself_are_both_seen(desk: Desk) -> None:
    """Whichever comes first: the save of a letter ends while the next one says that it has a draft."""
    pressed: list[str] = []
    for first in ("saved", "draft"):
        for said in (first, "draft" if first == "saved" else "saved"):
            if said == "saved":
                desk.notice.tell("Adur 2020 is saved to the history.")
            else:
                desk.notice.say("Edits from 14:02 were not saved.", ("Bring them back", lambda: pressed.append("back")))
        assert desk.notice.text == "Adur 2020 is saved to the history.\nEdits from 14:02 were not saved."
        assert room_for_words(desk.notice)
        desk.notice.moved_on()
        assert desk.notice.text == "Edits from 14:02 were not saved.", "it still offers something"
        desk.notice._ways[0].click()
        assert desk.notice.text == ""
    assert pressed == ["back", "back"]


def test_what_was_told_outlives_the_letter_that_the_step_brought(desk: Desk) -> None:
    desk.notice.warn("The disk is full.")
    desk.notice.moved_on()
    desk.notice.tell("Adur 2020 is saved.")
    desk.notice.tell("Bury 2020 is saved.")
    assert desk.notice.text == "Adur 2020 is saved.\nBury 2020 is saved.\nThe disk is full."
    desk.notice.give_way()  # that letter cannot be opened, and another comes
    assert desk.notice.text == "Adur 2020 is saved.\nBury 2020 is saved."
    desk.notice.moved_on()
    assert desk.notice.text == ""
    desk.notice.give_way()
    desk.notice.say("Copied.")
    assert desk.notice.text == "Copied."
    desk.notice.put_away()
    desk.notice.tell("Adur 2020 is saved.")
    assert desk.notice.text == "Adur 2020 is saved."


def test_what_went_wrong_is_not_covered_by_what_comes_by_itself(desk: Desk) -> None:
    desk.notice.warn("The second copy was not written.")
    desk.notice.warn("The second copy was not written.")
    assert desk.notice.text == "The second copy was not written."
    desk.notice.say("Edits from 14:02 were not saved.", ("Bring them back", lambda: None))
    assert desk.notice.text == "The second copy was not written.\nEdits from 14:02 were not saved."
    desk.notice.say("Copied.")
    assert desk.notice.text == "The second copy was not written.\nCopied."
    desk.notice.moved_on()
    assert desk.notice.text == ""


def test_what_is_told_over_and_over_stands_there_once(desk: Desk) -> None:
    for sentence in ("Adur 2020 is saved.", "Barnet 2020 is saved.", "Adur 2020 is saved.", "Adur 2020 is saved."):
        desk.notice.tell(sentence)
    assert desk.notice.text == "Barnet 2020 is saved.\nAdur 2020 is saved."
    for sentence in ("The disk is full.", "The file is gone.", "The disk is full.", "The file is gone."):
        desk.notice.warn(sentence)
    assert desk.notice.text.count("The disk is full.") == desk.notice.text.count("The file is gone.") == 1


@pytest.mark.parametrize("kind", ["say", "warn", "tell"])
def test_what_went_wrong_is_seen_although_another_page_shows_when_the_next_comes(desk: Desk, kind: str) -> None:
    notice = desk.notice
    notice.warn("The disk is full.")
    notice.turn_to("history")
    assert notice.text == ""
    getattr(notice, kind)("The letter is saved.")
    assert notice.text == "The disk is full.\nThe letter is saved."
    notice.put_away()
    getattr(notice, kind)("Another is saved.")
    assert notice.text == "Another is saved.", "what was put away does not come back"


def test_how_far_something_is_takes_the_place_of_what_was_said_of_it_and_of_nothing_else(desk: Desk) -> None:
    desk.notice.say("1 of 9.", ("Stop", lambda: None))
    desk.notice.reword("1 of 9.", "2 of 9.")
    assert desk.notice.text == "2 of 9."
    assert len(desk.notice._ways) == 1
    desk.notice.warn("The disk is full.")
    desk.notice.reword("2 of 9.", "3 of 9.")
    assert desk.notice.text == "The disk is full."
    desk.notice.put_away()
    desk.notice.reword("The disk is full.", "It is not.")
    assert desk.notice.text == ""


def test_a_way_is_offered_beside_what_is_said(desk: Desk) -> None:
    pressed: list[str] = []
    desk.notice.offer("It lies behind.", ("Back", lambda: pressed.append("first")))
    assert desk.notice.text == "It lies behind."
    desk.notice.say("This is a draft.")
    desk.notice.offer("It lies behind.", ("Back", lambda: pressed.append("second")))
    assert desk.notice.text == "This is a draft."
    desk.notice.moved_on()
    (way,) = [
        button for button in desk.notice.findChildren(QPushButton) if button.isVisible() and button.text() == "Back"
    ]
    assert way.geometry().right() < desk.notice.width()
    way.click()
    assert pressed == ["second"]
    assert desk.notice.text == ""

"""What was left unfinished is all there, and each of it told apart."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from ombudsview.gui.desk import Desk
from ombudsview.gui.style.elided import Elided
from ombudsview.gui.welcome import MOST_DRAFTS, Welcome
from ombudsview.review.journal import Draft
from ombudsview.review.states import Deed


@pytest.fixture
def draft(opened: Desk) -> Draft:
    opened.agree("authority")
    (draft,) = opened.keeping.drafts()
    return draft


@pytest.fixture
def welcome(qtbot: QtBot) -> Welcome:
    welcome = Welcome()
    qtbot.addWidget(welcome)
    welcome.resize(1200, 700)
    welcome.show()
    return welcome


def named(draft: Draft, name: str) -> Draft:
    return replace(draft, header=structs.replace(draft.header, file_name=name))


def going_on(welcome: Welcome) -> list[QPushButton]:
    return [b for b in welcome.findChildren(QPushButton) if b.isVisible() and b.text().startswith("Go on")]


def more(welcome: Welcome) -> list[QPushButton]:
    return [b for b in welcome.findChildren(QPushButton) if b.isVisible() and b.text().endswith("more")]


def test_the_number_of_drafts_beyond_the_first_is_said_and_leads_to_them(
    welcome: Welcome, draft: Draft, qtbot: QtBot
) -> None:
    drafts = tuple(named(draft, f"{number}.pdf") for number in range(MOST_DRAFTS + 3))
    welcome.show_state(drafts, (), sample=True)
    assert len(going_on(welcome)) == MOST_DRAFTS
    (button,) = more(welcome)
    assert button.text() == "and 3 more"
    button.click()
    assert len(going_on(welcome)) == MOST_DRAFTS + 3
    assert more(welcome) == []
    welcome.show_state(drafts[:2], (), sample=True)
    qtbot.waitUntil(lambda: len(going_on(welcome)) == 2)
    assert more(welcome) == []


def test_a_draft_is_called_what_its_letter_is_called_by_now(welcome: Welcome, opened: Desk, qtbot: QtBot) -> None:
    def called() -> str:
        welcome.show_state(opened.keeping.drafts(), (), sample=True)
        qtbot.waitUntil(lambda: len(going_on(welcome)) == 1)
        return going_on(welcome)[0].text()

    opened.correct("authority", "Half a name")
    assert called() == "Go on with Half a name 2019-20"
    opened.undo()
    assert called() == "Go on with Wraxmere Council 2019-20"
    opened.correct("period_end", "31 March 2019")
    assert called() == "Go on with Wraxmere Council 2018-19"
    opened.deny("authority")
    opened.deny("period_end")
    assert called() == "Go on with letter.pdf"


def test_a_draft_whose_edits_do_not_fit_is_called_what_it_was(welcome: Welcome, draft: Draft) -> None:
    spoilt = structs.replace(draft.events[-1], deed=Deed.UNDO, target=99)
    welcome.show_state((replace(draft, events=(*draft.events, spoilt)),), (), sample=True)
    assert [button.text() for button in going_on(welcome)] == ["Go on with Wraxmere Council 2019-20"]


def test_two_drafts_of_one_letter_are_told_apart_by_their_files(welcome: Welcome, draft: Draft) -> None:
    welcome.show_state((named(draft, "scan.pdf"), named(draft, "copy.pdf")), (), sample=True)
    words = [label.text() for label in welcome.findChildren(QLabel) if label.isVisible()]
    assert any("1 edit" in text and "scan.pdf" in text for text in words)
    assert any("1 edit" in text and "copy.pdf" in text for text in words)


def test_names_of_recent_files_show_what_would_turn_them_round(welcome: Welcome) -> None:
    welcome.show_state((), (Path("/letters/a\N{RIGHT-TO-LEFT OVERRIDE}fdp.pdf"),), sample=False)
    texts = [button.text() for button in welcome.findChildren(QPushButton) if button.isVisible()]
    assert "a\N{REPLACEMENT CHARACTER}fdp.pdf" in texts


LONG = "annual-review-letter-of-a-council-with-a-very-long-name-indeed-2020-final-version.pdf"


def test_a_long_name_is_cut_in_its_middle_and_whole_for_those_who_ask(welcome: Welcome, draft: Draft) -> None:
    welcome.resize(640, 700)
    welcome.show_state((named(draft, LONG),), (Path("/letters") / (LONG * 2) / LONG,), sample=True)
    QTest.qWait(20)
    about, folder = welcome.findChildren(Elided)
    for label, name in ((about, LONG), (folder, LONG * 2)):
        assert name in label.accessibleName()
        assert name in label.toolTip()
        assert name not in label.text()
        assert "…" in label.text()
    assert about.text().startswith("1 edit, ")
    assert about.text().endswith(".pdf")
    short = "annual-review-letter-2020.pdf"
    welcome.show_state((named(draft, short),), (), sample=True)
    welcome.resize(1400, 700)
    QTest.qWait(20)
    (about,) = [label for label in welcome.findChildren(Elided) if label.isVisible()]
    assert about.text().endswith(short), "there is room for this one"


def test_what_can_be_dropped_is_said(welcome: Welcome) -> None:
    words = " ".join(label.text() for label in welcome.findChildren(QLabel))
    for kind in ("PDF", "scan or photo", "Word file", "folder of letters", "committee pack"):
        assert kind in words


def test_what_was_undone_is_no_edit(welcome: Welcome, opened: Desk, qtbot: QtBot) -> None:
    def said() -> str:
        welcome.show_state(opened.keeping.drafts(), (), sample=True)
        qtbot.waitUntil(lambda: len(going_on(welcome)) == 1)
        (about,) = [one for one in welcome.findChildren(Elided) if one.isVisible()]
        return about.accessibleName().partition(",")[0]

    opened.correct("upheld_decisions", "3")
    opened.correct("upheld_decisions", "4")
    assert said() == "2 edits"
    opened.undo()
    assert said() == "1 edit"
    opened.undo()
    assert said() == "begun"
    opened.redo()
    assert said() == "1 edit"


def test_tab_goes_down_the_page_as_it_is_read(welcome: Welcome, draft: Draft, qtbot: QtBot) -> None:
    drafts = tuple(named(draft, f"{number}.pdf") for number in range(MOST_DRAFTS + 1))
    above = QPushButton("Go on with the next")
    for _ in range(2):  # lines that are made anew come where those before them stood
        welcome.show_state(drafts, (Path("/letters/one.pdf"), Path("/letters/two.pdf")), sample=True)
        welcome.put_first(above)
    welcome.activateWindow()
    QTest.qWaitForWindowActive(welcome)
    qtbot.waitUntil(lambda: len(going_on(welcome)) == MOST_DRAFTS + 1)  # and that above them
    above.setFocus()
    reached = []
    for _ in range(2 + 2 * MOST_DRAFTS + 3):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget().text())
    name = "Go on with Wraxmere Council 2019-20"
    lines = [name, "Discard"] * MOST_DRAFTS
    assert reached == ["Open a letter   Ctrl+O", "Try the sample letter", *lines, "and 1 more", "one.pdf", "two.pdf"]

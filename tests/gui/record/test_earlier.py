"""A letter held against the history when its work begins, and again before it is saved."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ombudsview.errors import Trouble
from ombudsview.gui.desk import Desk
from ombudsview.gui.letter import says
from ombudsview.gui.window import Window
from ombudsview.review.journal import Draft
from tests.gui.at_once import AtOnce
from tests.gui.handmade import DATA, edited
from tests.gui.listen import Heard, waiting


@pytest.fixture
def unseen(opened: Desk, letter_file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A saved letter opened anew while nobody could look into the history."""
    assert opened.finish("a test")
    opened.close()

    def busy(*_: object) -> None:
        raise Trouble("history_locked", "The history is in use.", "Wait a little.")

    with monkeypatch.context() as patch:
        patch.setattr(opened.keeping, "ask", busy)
        with waiting(qtbot, opened.read):
            opened.open(letter_file)
    assert opened.letter is not None
    assert opened.letter.seen is None
    return opened


def test_a_busy_moment_at_the_start_does_not_let_a_save_replace_another_ones(unseen: Desk) -> None:
    clashed = Heard(unseen.clashed)
    unseen.correct("upheld_rate", "99")
    unseen.finish("a test")
    assert [trouble.code for trouble, _ in clashed.all] == ["stale"], "what is saved is asked about"
    (row,) = unseen.keeping.rows()
    assert row.revision == 1


def test_nothing_is_asked_where_the_saved_one_says_the_same(unseen: Desk) -> None:
    clashed = Heard(unseen.clashed)
    assert unseen.finish("a test")
    assert clashed.all == []
    assert [row.revision for row in unseen.keeping.rows()] == [1]


@pytest.fixture
def looking(opened: Desk, letter_file: Path, qtbot: QtBot) -> AtOnce:
    """A saved letter opened anew; the record's thread has not looked for it yet."""
    assert opened.finish("a test")
    opened.close()
    record = opened.record
    assert isinstance(record, AtOnce)
    record.hold = True
    with waiting(qtbot, opened.read):
        opened.open(letter_file)
    return record


def test_what_is_found_late_of_a_letter_that_was_left_is_not_told(looking: AtOnce, opened: Desk) -> None:
    told, letter = Heard(opened.beside_found), opened.letter
    assert letter is not None
    opened.close()
    looking.go()
    assert told.all == []
    assert letter.seen is None, "the officer knows of none, so that a save asks"


def test_a_draft_that_was_begun_before_anything_was_found_is_not_offered(looking: AtOnce, opened: Desk) -> None:
    drafts, told, letter = Heard(opened.draft_found), Heard(opened.beside_found), opened.letter
    assert letter is not None
    opened.correct("upheld_rate", "99")
    assert letter.journal is not None
    looking.go()
    assert drafts.all == [], "it is what the officer is at"
    assert [found.likeness for (found,) in told.all] == ["same_file"]
    assert letter.seen is not None


def test_a_save_waits_for_the_look_that_tells_what_it_may_replace(looking: AtOnce, opened: Desk) -> None:
    clashed = Heard(opened.clashed)
    opened.correct("upheld_rate", "99")
    assert opened.finish("a test")
    looking.go()
    assert clashed.all == []
    assert [row.revision for row in opened.keeping.rows()] == [2]


@pytest.fixture
def saved(working: Window, qtbot: QtBot) -> str:
    """A letter in the history, off the desk; its name there."""
    desk = working.desk
    assert desk.letter is not None
    desk.finish("a test")
    qtbot.waitUntil(lambda: bool(desk.letter and desk.letter.saved) and not desk.saving.busy)
    kept = desk.letter.kept
    off_the_desk(working)
    return kept


def off_the_desk(window: Window) -> None:
    window.desk.close()
    window.queue.remove(list(window.queue.entries))


def test_a_draft_of_a_saved_letter_is_offered_beside_the_saved_one(
    working: Window, saved: str, letter_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    with waiting(qtbot, working.desk.read):
        working.open_files([letter_file])
    working.desk.correct("upheld_rate", "99")
    off_the_desk(working)
    again = tmp_path / "again.pdf"
    again.write_bytes(DATA)
    working.open_files([again])
    qtbot.waitUntil(lambda: "are back" in working.notice.text)
    assert "The history has this letter" in working.notice.text
    ways = {button.text(): button for button in working.notice._ways}
    assert list(ways) == ["Begin anew", "Open the saved one"]
    with waiting(qtbot, working.desk.read):
        ways["Open the saved one"].click()
    assert working.desk.letter is not None
    assert working.desk.letter.kept == saved


def test_trends_lead_to_another_figure_only_with_a_word(working: Window, saved: str, qtbot: QtBot) -> None:
    def ask() -> None:
        with waiting(qtbot, working.desk.read):
            working.pages.open_letter.emit(saved, "upheld_rate")

    ask()
    assert working.desk.review is not None
    there = says.line(working.desk.review.field("upheld_rate")).value
    ask()
    assert "draft" not in working.notice.text
    working.desk.correct("upheld_rate", "99")
    ask()
    assert working.desk.focus_key == "upheld_rate"
    assert "This is a draft" in working.notice.text
    assert f"There it says {there} for Upheld rate" in working.notice.text
    assert working.notice.isVisible()


def test_a_draft_that_was_set_aside_before_anything_was_found_is_not_offered(
    desk: Desk, letter_file: Path, draft: Draft, qtbot: QtBot
) -> None:
    """The look found it where it lay; the first edit has set it aside, and told of that, before the answer came."""
    record = desk.record
    assert isinstance(record, AtOnce)
    offered, told = Heard(desk.draft_found), Heard(desk.set_aside)
    record.hold = True
    with waiting(qtbot, desk.read):
        desk.open(letter_file)
    record.look()
    desk.correct("upheld_rate", "99")
    record.go()
    assert [edited(one) for one, _ in told.all] == [["authority"]]
    assert offered.all == []

"""The file of a letter that has a draft goes on from it, says so, and can be begun anew; no edit waits where nobody sees it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ombudsview.gui.window import Window
from ombudsview.review.states import State
from tests.gui.handmade import DATA, edited


def there(working: Window, qtbot: QtBot, words: str) -> None:
    qtbot.waitUntil(lambda: working.desk.review is not None and words in working.notice.text)


def way(working: Window, words: str) -> None:
    (button,) = [one for one in working.notice._ways if one.text() == words]
    button.click()


def agreed(working: Window) -> list[str]:
    assert working.desk.review is not None
    return [field.key for field in working.desk.review.fields() if field.state is State.AGREED]


@pytest.fixture
def again(working: Window, letter_file: Path, qtbot: QtBot) -> Window:
    """The next start, and the file of a letter that was worked on and not finished is opened once more."""
    working.desk.agree("authority")
    working.desk.close()
    working.sitting.remove(working.queue.entries)
    working.desk.keeping.sweep()
    working.open_files([letter_file])
    return working


def test_the_file_of_a_letter_goes_on_from_its_draft(again: Window, qtbot: QtBot) -> None:
    there(again, qtbot, "Your edits of this letter from ")
    assert agreed(again) == ["authority"]
    assert len(again.queue.entries) == 1
    again.desk.agree("letter_date")
    (draft,) = again.desk.keeping.drafts()
    assert edited(draft) == ["authority", "letter_date"]


def test_a_draft_that_was_gone_on_with_and_its_file_are_one_row(
    working: Window, letter_file: Path, qtbot: QtBot
) -> None:
    working.desk.agree("authority")
    working.desk.close()
    working.sitting.remove(working.queue.entries)
    (draft,) = working.desk.keeping.drafts()
    working.sitting.go_on(draft)
    qtbot.waitUntil(lambda: working.desk.review is not None)
    working.desk.close()
    working.open_files([letter_file])
    there(working, qtbot, "Your edits of this letter from ")
    (entry,) = working.queue.entries
    assert (entry.path, entry.letter) == (letter_file, working.desk.letter)
    assert working.desk.finish("a test")
    qtbot.waitUntil(lambda: "is saved to the history" in working.notice.text)
    assert working.queue.entries == [entry]
    assert working.desk.keeping.drafts() == ()


def test_it_can_be_begun_anew_and_the_draft_has_a_way_back_at_each_step(again: Window, qtbot: QtBot) -> None:
    there(again, qtbot, "Your edits of this letter from ")
    way(again, "Begin anew")
    there(again, qtbot, "were not saved to the history")
    assert agreed(again) == []
    assert [edited(draft) for draft in again.desk.keeping.drafts()] == [["authority"]]
    again.desk.correct("upheld_rate", "99")
    assert "Other edits of this letter, from " in again.notice.text
    way(again, "Bring those back")
    there(again, qtbot, "Other edits of this letter")
    assert agreed(again) == ["authority"]
    assert again.desk.review is not None
    assert again.desk.review.field("upheld_rate").state is not State.CHANGED
    assert len(again.queue.entries) == 1


def test_what_was_done_meanwhile_is_not_taken_away(again: Window, letter_file: Path, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: again.desk.review is not None and again.desk.letter is not None)
    there(again, qtbot, "Your edits of this letter from ")
    (draft,) = again.desk.keeping.drafts()
    assert not again.sitting.bringing.resume(draft), "the letter on the desk is worked on"


def test_a_second_file_of_the_letter_offers_the_draft_of_the_first(
    working: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    working.desk.agree("authority")
    other = tmp_path / "copy.pdf"
    other.write_bytes(DATA)
    working.open_files([other])
    there(working, qtbot, "were not saved to the history")
    assert working.queue.current is not None
    assert working.queue.current.path == other, "else nobody could step past it"


def test_the_other_draft_goes_with_the_save_and_can_be_brought_back(
    working: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    working.desk.agree("authority")
    other = tmp_path / "copy.pdf"
    other.write_bytes(DATA)
    working.open_files([other])
    there(working, qtbot, "were not saved to the history")
    working.desk.correct("upheld_rate", "99")
    assert working.desk.finish("a test")
    there(working, qtbot, "was put away")
    assert "until it is finished" not in working.notice.text
    assert all(entry.finished for entry in working.queue.entries), "one letter, one state"
    way(working, "Bring it back")
    qtbot.waitUntil(lambda: working.desk.review is not None and agreed(working) == ["authority"])
    assert [edited(draft) for draft in working.desk.keeping.drafts()] == [["authority"]]


def test_what_was_set_aside_for_a_draft_that_is_gone_is_offered_at_the_next_start(again: Window, qtbot: QtBot) -> None:
    there(again, qtbot, "Your edits of this letter from ")
    way(again, "Begin anew")
    there(again, qtbot, "were not saved to the history")
    again.desk.correct("upheld_rate", "99")
    (draft,) = again.desk.keeping.drafts()
    again.talk.draft_discarded(draft)
    assert again.desk.keeping.drafts() == ()
    again.desk.keeping.sweep()
    assert [edited(draft) for draft in again.desk.keeping.drafts()] == [["authority"]]


@pytest.mark.parametrize("more", [False, True])
@pytest.mark.parametrize("shut", [False, True])
def test_a_draft_that_the_save_that_counts_holds_goes_and_one_that_holds_more_stays(
    working: Window, qtbot: QtBot, more: bool, shut: bool
) -> None:
    def offers(words: str) -> None:
        qtbot.waitUntil(lambda: words in working.notice.text)

    desk, taking = working.desk, working.history_side.taking
    assert desk.finish("a wrong save")
    offers("is saved to the history")
    assert desk.letter is not None
    name, title = desk.letter.kept, desk.letter.title
    taking.take_back(name, title)
    offers("no longer in the history")
    if more:
        desk.correct("upheld_rate", "58")
    assert len(desk.keeping.drafts()) == 1
    if shut:
        desk.close()
        working.sitting.remove(working.queue.entries)
    taking.bring_back(name, title)
    offers("counts again")
    qtbot.waitUntil(lambda: len(desk.keeping.drafts()) == more)
    assert ("What you did since is in its draft." in working.notice.text) is (more and not shut)
    if not shut:
        qtbot.waitUntil(lambda: working.queue.entries[0].finished is not more)

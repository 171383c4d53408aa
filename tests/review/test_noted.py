"""What was done about an earlier letter's note: an event like any other, no step of undo, and nothing waits for it."""

from __future__ import annotations

from pathlib import Path

import msgspec

from ombudsview.review.edit import Carried, Deed, Event
from ombudsview.review.journal import DraftHeader, Journal
from tests.history.made import Letter

LATE = Carried("a" * 64 + "-1", "Mereford Borough Council", "2018-19", "Answer sooner.")
POOR = Carried("b" * 64 + "-1", "Mereford Borough Council", "2016-17", "One name on each case.")


def test_it_is_kept_with_the_note_that_it_answers_and_is_no_step() -> None:
    review = Letter().review
    review.follow_up(LATE, " A weekly list. ")
    review.follow_up(LATE, "A weekly list.")
    review.follow_up(POOR, "Done.")
    assert review.noted.answered == ((LATE, "A weekly list."), (POOR, "Done."))
    assert ([event.deed for event in review.events], review.can_undo) == ([Deed.DONE, Deed.DONE], False)
    assert Letter().anew(review.events).noted.answered == review.noted.answered
    review.follow_up(LATE, "")
    assert review.noted.answered == ((POOR, "Done."),)
    assert review.noted.lesson == ""


def test_it_never_holds_up_finish_and_amends_what_was_finished() -> None:
    review = Letter().review
    review.agree_safe()
    review.finish("The rest was not needed.")
    review.follow_up(LATE, "A weekly list.")
    assert not review.finished
    assert [event.deed for event in review.events[-2:]] == [Deed.REOPEN, Deed.DONE]
    review.finish("The rest was not needed.")
    assert review.finished


def test_it_is_in_the_draft_at_once(tmp_path: Path) -> None:
    letter = Letter()
    header = DraftHeader(letter.sha256, letter.name, "letter.pdf", (1, 1))
    journal = Journal.start(tmp_path, header, letter.reading)
    letter.review.subscribe(journal.append)
    letter.review.follow_up(LATE, "A weekly list.")
    draft = Journal.resume(journal.path)
    assert not draft.damaged
    assert letter.anew(draft.events).noted.answered == ((LATE, "A weekly list."),)


def test_an_event_without_a_note_is_written_as_before() -> None:
    event = Event(1, "2026-11-20T09:00:00+00:00", "A. Clerk", "x-1", "0.1", Deed.LEARNT, text="Answer sooner.")
    assert b"carried" not in msgspec.json.encode(event)

"""What was done about an earlier letter's note: an event like any other, no step of undo, and nothing waits for it."""

from __future__ import annotations

from pathlib import Path

import msgspec

from ombudsview.review import finishing
from ombudsview.review.edit import Carried, Deed, Event
from ombudsview.review.journal import DraftHeader, Journal
from ombudsview.review.noted import REASON
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


def test_the_note_of_a_query_is_kept_while_it_is_typed_until_it_is_given_or_dropped() -> None:
    review = Letter().review
    review.type_note("investigations", "all of")
    review.type_note("investigations", "all of")
    review.type_note("upheld_decisions", "whose")
    assert review.noted.half == {"investigations": "all of", "upheld_decisions": "whose"}
    assert (len(review.events), review.can_undo, review.typed_keys(), review.typed_last) == (2, False, (), "")
    assert Letter().anew(review.events).noted.half == review.noted.half
    review.query("investigations", "all of them?")
    review.type_note("upheld_decisions", "")
    assert review.noted.half == {}
    assert Letter().anew(review.events).noted.half == {}


def test_a_program_that_knows_no_half_typed_notes_reads_the_draft_without_them(tmp_path: Path) -> None:
    letter = Letter()
    journal = Journal.start(tmp_path, DraftHeader(letter.sha256, letter.name, "letter.pdf", (1, 1)), letter.reading)
    letter.review.subscribe(journal.append)
    letter.review.type("investigations", "1")
    letter.review.type_note("investigations", "all of")
    letter.review.correct("upheld_decisions", "3")
    letter.review.type_note("investigations", "")
    draft = Journal.resume(journal.path)
    older = letter.anew(
        [msgspec.structs.replace(event, asked="") for event in draft.events]
    )  # it leaves out what it does not know
    assert (older.field("investigations").typing, older.typed_keys()) == ("1", ("investigations",))
    assert older.values() == letter.review.values()
    older.undo()
    assert older.values() == Letter().review.values()


def test_the_reason_to_finish_is_kept_while_it_is_typed_and_asks_nothing_of_the_letter() -> None:
    review = Letter().review
    review.type_note(REASON, "The rest is")
    assert (review.can_undo, finishing.asking(review)) == (False, ())
    assert Letter().anew(review.events).noted.half == {REASON: "The rest is"}
    review.finish("The rest is not needed.")
    assert review.finished
    assert (review.noted.half, Letter().anew(review.events).noted.half) == ({}, {})

"""Three ways per field: read before, read now, the officer's own. The hand wins until the officer says otherwise."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count
from pathlib import Path

import msgspec

from ombudsview.reading.model import Doubt, FieldReading, ReaderState, Reading, Source
from ombudsview.review.anew import differences, taken, with_fields
from ombudsview.review.edit import Deed, Event, Ruling
from ombudsview.review.journal import DraftHeader, Journal
from ombudsview.review.review import Review
from ombudsview.review.state import State

GOLDEN = Path(__file__).parent.parent / "golden"


def field(key: str, value: str | None, *, doubt: str = "") -> FieldReading:
    doubts = (Doubt("two_places", doubt, (key,)),) if doubt else ()
    sources = (Source(1, (), value),) if value else ()
    return FieldReading(key, value, value, ReaderState.TO_CHECK if value else ReaderState.ABSENT, sources, doubts, None)


def reading(reader: str, **values: str | None) -> Reading:
    return Reading("measures-2019", (1, 1), tuple(field(key, value) for key, value in values.items()), (), reader)


def review(read: Reading, events: Iterable[Event] = ()) -> Review:
    seconds = count()
    return Review(
        read, "a-1", who="A. Clerk", clock=lambda: f"2026-11-20T09:00:{next(seconds):02d}+00:00", events=events
    )


OLD = reading("1", upheld_decisions="3", investigations="5", compliance_outcomes="2", remedy_base=None)
NEW = reading("2", upheld_decisions="4", investigations="6", compliance_outcomes="2", remedy_base="4", dealt_with="9")


def test_all_three_ways_are_told_and_nothing_is_touched() -> None:
    work = review(OLD)
    work.correct("investigations", "7")
    before = work.values()
    found = {one.key: one for one in differences(work, NEW)}
    assert set(found) == {"upheld_decisions", "investigations", "remedy_base", "dealt_with"}
    three = found["investigations"]
    assert three.old is not None
    assert three.hand is not None
    assert (three.old.value, three.new.value, three.hand.value) == ("5", "6", "7")
    assert not three.agrees_with_hand
    assert found["upheld_decisions"].hand is found["dealt_with"].old is None
    assert work.values() == before


def test_a_hand_that_says_what_is_read_now_is_told() -> None:
    work = review(OLD)
    work.correct("investigations", "6")
    work.query("upheld_decisions", "Which?")
    found = {one.key: one.agrees_with_hand for one in differences(work, NEW)}
    assert found == {"investigations": True, "upheld_decisions": False, "remedy_base": False, "dealt_with": False}


def test_what_is_taken_is_one_step_and_the_rest_stays() -> None:
    work = review(OLD)
    work.correct("investigations", "7")
    work.agree("upheld_decisions")
    found = differences(work, NEW)
    work.take_anew(taken(found, {"upheld_decisions", "remedy_base", "dealt_with"}), "2")
    assert work.field("investigations").value == "7"
    assert work.field("investigations").read.value == "5"
    taken_one = work.field("upheld_decisions")
    assert (taken_one.value, taken_one.state) == ("4", State.TO_CHECK)  # nobody has looked at it yet
    assert work.values()["dealt_with"] == "9"
    assert {one.key for one in differences(work, NEW)} == {"investigations"}

    work.undo()
    assert work.values() == {**{one.key: one.value for one in OLD.fields}, "investigations": "7"}
    answer = work.field("upheld_decisions").answer
    assert answer is not None
    assert answer.ruling is Ruling.AGREED
    work.redo()
    assert work.field("upheld_decisions").value == "4"
    assert work.reading.field("dealt_with") is not None


def test_that_nothing_was_taken_is_noted_and_is_no_step() -> None:
    work = review(OLD)
    assert "2" not in work.readers
    work.take_anew((), "2")
    assert work.readers == {"1", "2"}
    assert not work.can_undo
    assert work.events[-1].deed is Deed.REREAD


def test_it_comes_back_from_the_disk_upon_either_reading(tmp_path: Path) -> None:
    work = review(OLD)
    work.correct("investigations", "7")
    work.take_anew(taken(differences(work, NEW), {"upheld_decisions", "dealt_with"}), "2")
    header = DraftHeader("a" * 64, "a-1", "letter.pdf")
    for number, base in enumerate((OLD, work.reading)):  # a draft that goes on, and one begun anew after a save
        journal = Journal.start(tmp_path / str(number), header, base, tuple(work.events))
        draft = Journal.resume(journal.path)
        again = review(draft.reading, draft.events)
        assert (again.values(), again.readers) == (work.values(), work.readers)
        again.undo()
        assert again.reading.field("dealt_with") is None
        assert again.field("upheld_decisions").value == "3"


def test_the_doubts_of_what_was_read_before_go_with_it_and_come_back_with_undo() -> None:
    doubtful = field("upheld_decisions", "3", doubt="Two places differ.")
    old = Reading("measures-2019", (1, 1), (doubtful, field("investigations", "5")), doubtful.doubts, "1")
    work = review(old)
    assert work.field("upheld_decisions").state is State.LOOK_HERE
    work.take_anew(taken(differences(work, NEW), {"upheld_decisions"}), "2")
    assert work.field("upheld_decisions").doubts == ()
    work.undo()
    assert [doubt.sentence for doubt in work.field("upheld_decisions").doubts] == ["Two places differ."]


def test_a_box_that_moved_by_a_hair_is_no_difference_another_page_is() -> None:
    moved = msgspec.structs.replace(OLD.fields[0], reason="Other words.")
    other = msgspec.structs.replace(OLD.fields[0], sources=(Source(2, (), "3"),))
    work = review(OLD)
    assert differences(work, with_fields(OLD, {"upheld_decisions": moved})) == ()
    assert [one.key for one in differences(work, with_fields(OLD, {"upheld_decisions": other}))] == ["upheld_decisions"]


def test_a_note_of_what_was_learnt_is_kept_and_is_no_step() -> None:
    work = review(OLD)
    work.learn(" Answer sooner. ")
    work.learn("Answer sooner.")
    assert (work.noted.lesson, len(work.events), work.can_undo) == ("Answer sooner.", 1, False)
    assert review(OLD, work.events).noted.lesson == "Answer sooner."
    work.learn("")
    assert work.noted.lesson == ""


def test_drafts_of_the_first_format_still_open() -> None:
    draft = Journal.resume(GOLDEN / "draft-format-1.draft")
    assert (draft.damaged, draft.header.file_name, len(draft.events)) == (False, "letter.pdf", 10)
    work = review(draft.reading, draft.events)
    assert work.field("upheld_decisions").value == "3"
    assert work.field("title").state is State.QUERY
    assert work.typed_keys() == ("investigations",)
    assert work.readers == {"0.1"}

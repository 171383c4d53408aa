"""The review: its verbs, and that undo, redo and coming back from events always agree with a plain model of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombudsview.errors import Trouble
from ombudsview.paper.geometry import Box
from ombudsview.reading.model import Source
from ombudsview.review.edit import Deed, Event, Ruling
from ombudsview.review.review import Review
from ombudsview.review.state import State
from ombudsview.review.typed import typed_value
from tests.history.made import VALUES, Letter

KEYS = sorted(VALUES)
READ = [key for key in KEYS if VALUES[key] is not None]
Act = Callable[[Review], object]


@pytest.fixture
def review() -> Review:
    return Letter().review


def states(review: Review) -> dict[str, State]:
    return {field.key: field.state for field in review.fields()}


def shape(review: Review) -> tuple[object, ...]:
    """Everything that can be seen of a review."""
    return (review.fields(), review.values(), review.doubts(), review.can_undo, review.can_redo, review.finished)


# The verbs


def test_agreeing_keeps_the_value_and_closes_the_field(review: Review) -> None:
    review.agree("upheld_rate")
    field = review.field("upheld_rate")
    assert (field.state, field.value) == (State.AGREED, "80")
    assert "upheld_rate" not in review.open_keys()


def test_agreeing_settles_a_query_by_the_value_that_stands(review: Review) -> None:
    review.correct("upheld_rate", "79")
    for key, stands in (("upheld_rate", ("79", State.CHANGED)), ("investigations", ("5", State.AGREED))):
        review.query(key, "Is it?")
        review.agree(key)
        assert ((found := review.field(key)).value, found.state, found.answer.note) == (*stands, "Is it?")


def test_there_is_nothing_to_agree_where_nothing_was_read(review: Review) -> None:
    with pytest.raises(Trouble) as caught:
        review.agree("upheld_rate_similar")
    assert caught.value.code == "nothing_to_agree"
    assert not review.is_touched


@pytest.mark.parametrize(
    ("key", "text", "state", "value"),
    [
        ("upheld_rate", "79.50 %", State.CHANGED, "79.5"),
        ("upheld_rate", "80%", State.AGREED, "80"),
        ("investigations", "1,204", State.CHANGED, "1204"),
        ("letter_date", "22/07/20", State.AGREED, "2020-07-22"),
        ("addressees", "Mr Alder;  Ms Birch ;", State.AGREED, ("Mr Alder", "Ms Birch")),
        ("addressees", "Mr Alder", State.CHANGED, ("Mr Alder",)),
        ("upheld_rate_similar", "66", State.CHANGED, "66"),
    ],
)
def test_typed_text_becomes_the_value(review: Review, key: str, text: str, state: State, value: object) -> None:
    review.correct(key, text)
    assert (review.field(key).state, review.field(key).value) == (state, value)


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("upheld_rate", "101"),
        ("upheld_rate", "many"),
        ("investigations", "-1"),
        ("letter_date", "31/02/20"),
        ("addressees", " ; "),
    ],
)
def test_text_that_is_no_value_changes_nothing_and_says_what_would_do(review: Review, key: str, text: str) -> None:
    with pytest.raises(Trouble, match=r"is not (a|some)") as caught:
        review.correct(key, text)
    assert caught.value.code == "not_a_value"
    assert not review.is_touched
    with pytest.raises(Trouble):
        typed_value(key, text)


def test_the_readers_value_at_another_place_is_a_change(review: Review) -> None:
    there = Source(2, (Box(1, 2, 3, 4),), "80%")
    review.correct("upheld_rate", "80", (there,))
    assert review.field("upheld_rate").state is State.CHANGED
    assert review.field("upheld_rate").sources == (there,)


def test_denying_querying_and_resetting(review: Review) -> None:
    review.deny("upheld_rate")
    assert review.values()["upheld_rate"] is None
    review.query("upheld_rate", "Ask the council.")
    field = review.field("upheld_rate")
    assert field.answer is not None
    assert (field.state, field.value, field.answer.note) == (State.QUERY, "80", "Ask the council.")
    review.reset("upheld_rate")
    assert review.field("upheld_rate").answer is None


def test_the_same_again_is_no_event(review: Review) -> None:
    review.agree("title")
    count = len(review.events)
    review.agree("title")
    review.reset("authority")
    assert len(review.events) == count


def test_agreeing_all_that_is_safe_is_one_step_and_leaves_doubts_alone(review: Review) -> None:
    assert review.agree_safe() == len(READ) - 1
    assert states(review)["title"] is State.LOOK_HERE
    assert review.open_keys() == ("title",)
    assert len(review.events) == 1
    review.undo()
    assert not any(field.answer for field in review.fields())


def test_checks_follow_the_values_as_they_stand(review: Review) -> None:
    review.correct("investigations", "8")
    assert "upheld_rate" in {doubt.code for doubt in review.doubts()}
    assert states(review)["upheld_rate"] is State.LOOK_HERE
    review.correct("upheld_rate", "50")
    assert "upheld_rate" not in {doubt.code for doubt in review.doubts()}


def test_typing_is_kept_until_it_is_dropped_or_committed_and_is_not_undone(review: Review) -> None:
    review.type("upheld_rate", "7")
    review.type("upheld_rate", "79")
    assert review.field("upheld_rate").typing == "79"
    assert not review.can_undo
    review.correct("upheld_rate", "79")
    assert review.field("upheld_rate").typing is None
    review.type("title", "")
    assert review.field("title").typing == ""
    review.type("title", None)
    assert review.field("title").typing is None


def test_finishing_wants_every_field_or_a_reason(review: Review) -> None:
    with pytest.raises(Trouble, match=rf"{len(READ)} fields have"):
        review.finish()
    review.agree_safe()
    with pytest.raises(Trouble, match="1 field has"):
        review.finish("  ")
    review.agree("title")
    review.finish()
    assert review.finished
    review.reopen()
    review.reopen()
    assert [event.deed for event in review.events[-2:]] == [Deed.FINISH, Deed.REOPEN]
    review.finish("Enough.")
    assert review.events[-1].reason == "Enough."


def test_text_typed_after_the_last_step_is_told_apart_from_text_typed_before(review: Review) -> None:
    assert review.typed_last == ""
    review.type("upheld_rate", "570")
    assert review.typed_last == "upheld_rate"
    review.agree("title")
    assert review.typed_last == ""
    review.undo()
    assert review.typed_last == "upheld_rate"
    review.redo()
    assert review.typed_last == ""


def test_listeners_hear_each_new_event_after_it_counts() -> None:
    letter = Letter()
    letter.review.agree("title")
    again = letter.anew(letter.review.events)
    heard: list[tuple[Event, object]] = []
    again.subscribe(lambda event: heard.append((event, again.field("title").state)))
    again.deny("title")
    again.undo()
    assert [event.sequence for event, _ in heard] == [2, 3]
    assert [state for _, state in heard] == [State.NOT_IN_LETTER, State.AGREED]


def test_an_undo_of_a_step_that_is_not_there_is_a_damaged_draft() -> None:
    letter = Letter()
    letter.review.agree("title")
    wrong = Event(2, "2026-11-20T09:00:00+00:00", "A. Clerk", letter.name, "0.1", Deed.UNDO, target=9)
    with pytest.raises(Trouble) as caught:
        letter.anew([*letter.review.events, wrong])
    assert caught.value.code == "journal_damaged"


def test_a_field_that_is_not_there_is_a_fault_of_the_program(review: Review) -> None:
    with pytest.raises(KeyError):
        review.field("colour")


# Against a model

COUNTS = st.integers(0, 30).map(str)
STEPS = st.one_of(
    st.sampled_from(READ).map(lambda key: ("agree", key, "")),
    st.tuples(st.just("correct"), st.sampled_from(["investigations", "upheld_decisions"]), COUNTS),
    st.sampled_from(KEYS).map(lambda key: ("deny", key, "")),
    st.tuples(st.just("query"), st.sampled_from(KEYS), st.sampled_from(["Why?", "Ask."])),
    st.sampled_from(KEYS).map(lambda key: ("reset", key, "")),
    st.tuples(st.just("type"), st.sampled_from(KEYS), COUNTS),
    st.sampled_from([("undo", "", ""), ("redo", "", ""), ("agree_safe", "", ""), ("reopen", "", "")]),
    st.just(("finish", "", "Enough.")),
)


def act(review: Review, step: tuple[str, str, str]) -> None:
    verb, key, text = step
    arguments = (key, text) if key and text else (key,) if key else (text,) if text else ()
    if verb == "finish" and review.typed_keys():
        with pytest.raises(Trouble):
            review.finish(text)
        return
    getattr(review, verb)(*arguments)


@given(st.lists(STEPS, max_size=40))
def test_coming_back_from_events_at_any_point_is_the_same_review(steps: list[tuple[str, str, str]]) -> None:
    letter = Letter()
    for step in steps:
        act(letter.review, step)
        again = letter.anew(tuple(letter.review.events))
        assert shape(again) == shape(letter.review)
    assert [event.sequence for event in letter.review.events] == list(range(1, len(letter.review.events) + 1))


@given(st.lists(STEPS, max_size=40))
def test_undo_and_redo_are_a_plain_stack_of_answers(steps: list[tuple[str, str, str]]) -> None:
    review = Letter().review
    past, future = [answers(review)], list[object]()
    for step in steps:
        act(review, step)
        now = answers(review)
        if step[0] == "undo":
            if len(past) > 1:
                future.append(past.pop())
        elif step[0] == "redo":
            if future:
                past.append(future.pop())
        elif now != past[-1]:
            past.append(now)
            future.clear()
        assert now == past[-1]
        assert (review.can_undo, review.can_redo) == (len(past) > 1, bool(future))


@given(st.lists(STEPS, max_size=30))
def test_undone_to_the_start_and_done_again_to_the_end(steps: list[tuple[str, str, str]]) -> None:
    review = Letter().review
    for step in steps:
        act(review, step)
    while review.redo():
        pass
    end, events = answers(review), tuple(review.events)
    taken = 0
    while review.undo():
        taken += 1
    assert not any(answers(review).values())
    while review.redo():
        taken -= 1
    assert (answers(review), taken) == (end, 0)
    assert tuple(review.events[: len(events)]) == events


def answers(review: Review) -> dict[str, object]:
    return {field.key: field.answer for field in review.fields()}


def test_rulings_cover_every_answer_that_the_desk_can_show() -> None:
    review = Letter().review
    verbs: dict[Ruling, Act] = {
        Ruling.AGREED: lambda r: r.agree("title"),
        Ruling.CHANGED: lambda r: r.correct("title", "Another"),
        Ruling.NOT_IN_LETTER: lambda r: r.deny("title"),
        Ruling.QUERY: lambda r: r.query("title", "Why?"),
    }
    assert verbs.keys() == set(Ruling)
    for ruling, verb in verbs.items():
        verb(review)
        answer = review.field("title").answer
        assert answer is not None
        assert answer.ruling is ruling

"""What is shown for a field follows from what was read and what the officer said."""

from __future__ import annotations

import pytest

from ombudsview.paper.geometry import Box
from ombudsview.reading.model import Doubt, FieldReading, ReaderState, Source
from ombudsview.review.edit import Answer, Ruling
from ombudsview.review.state import FieldReview, State

PLACE = Source(1, (Box(1, 2, 3, 4),), "80%")
POINTED = Source(2, (Box(5, 6, 7, 8),), "79%")
DOUBT = Doubt("two_places", "Two places differ.", ("upheld_rate",))


def read(state: ReaderState) -> FieldReading:
    there = state is not ReaderState.ABSENT
    value = "80" if there else None
    return FieldReading("upheld_rate", value, value, state, (PLACE,) if there else (), (), None if there else "No.")


def shown(state: ReaderState, answer: Answer | None = None, *doubts: Doubt) -> FieldReview:
    return FieldReview(read(state), answer, doubts, None)


@pytest.mark.parametrize(
    ("reader", "doubts", "state"),
    [
        (ReaderState.TO_CHECK, (), State.TO_CHECK),
        (ReaderState.TO_CHECK, (DOUBT,), State.LOOK_HERE),
        (ReaderState.LOOK_HERE, (), State.LOOK_HERE),
        (ReaderState.WORKED_OUT, (), State.WORKED_OUT),
        (ReaderState.WORKED_OUT, (DOUBT,), State.LOOK_HERE),
        (ReaderState.ABSENT, (), State.NOT_FOUND),
        (ReaderState.ABSENT, (DOUBT,), State.NOT_FOUND),
    ],
)
def test_unanswered_it_is_the_readers_state_or_a_doubt(
    reader: ReaderState, doubts: tuple[Doubt, ...], state: State
) -> None:
    field = shown(reader, None, *doubts)
    assert field.state is state
    assert (field.value, field.sources) == (field.read.value, field.read.sources)
    assert field.key == "upheld_rate"


@pytest.mark.parametrize("reader", ReaderState)
@pytest.mark.parametrize(
    ("answer", "state", "value"),
    [
        (Answer(Ruling.AGREED, "80"), State.AGREED, "80"),
        (Answer(Ruling.CHANGED, "79"), State.CHANGED, "79"),
        (Answer(Ruling.NOT_IN_LETTER), State.NOT_IN_LETTER, None),
    ],
)
def test_the_officers_word_wins_whatever_was_read_or_doubted(
    reader: ReaderState, answer: Answer, state: State, value: str | None
) -> None:
    field = shown(reader, answer, DOUBT)
    assert (field.state, field.value) == (state, value)
    assert not field.state.is_open


def test_a_query_keeps_the_readers_value_and_holds_nothing_up() -> None:
    field = shown(ReaderState.TO_CHECK, Answer(Ruling.QUERY, note="Ask."))
    assert (field.state, field.value, field.sources) == (State.QUERY, "80", (PLACE,))
    assert not field.state.is_open


def test_the_place_is_the_readers_until_the_officer_points_elsewhere() -> None:
    assert shown(ReaderState.TO_CHECK, Answer(Ruling.CHANGED, "79")).sources == (PLACE,)
    assert shown(ReaderState.TO_CHECK, Answer(Ruling.CHANGED, "79", (POINTED,))).sources == (POINTED,)
    assert shown(ReaderState.TO_CHECK, Answer(Ruling.NOT_IN_LETTER)).sources == ()


def test_only_two_states_hold_up_finishing() -> None:
    assert {state for state in State if state.is_open} == {State.TO_CHECK, State.LOOK_HERE}


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        (Answer(Ruling.AGREED, "79"), State.CHANGED),  # agreed to before the letter was read anew
        (Answer(Ruling.CHANGED, "80"), State.AGREED),
        (Answer(Ruling.CHANGED, "80", (POINTED,)), State.CHANGED),
    ],
)
def test_what_differs_from_what_is_read_now_is_changed_and_nothing_else(answer: Answer, state: State) -> None:
    field = shown(ReaderState.TO_CHECK, answer)
    assert (field.state, field.value) == (state, answer.value)
    assert field.is_changed is (state is State.CHANGED)

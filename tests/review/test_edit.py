"""Events on disk: they come back as they were, and small."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombudsview.paper.geometry import Box
from ombudsview.reading.model import Source
from ombudsview.review.edit import Answer, Change, Deed, Event, Ruling, letter_name

SMALL = st.integers(1, 9)
TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)
NUMBERS = st.floats(0, 2000, allow_nan=False)
BOXES = st.builds(Box, NUMBERS, NUMBERS, NUMBERS, NUMBERS)
SOURCES = st.builds(Source, SMALL, st.lists(BOXES, max_size=2).map(tuple), TEXTS)
VALUES = st.none() | TEXTS | st.lists(TEXTS, max_size=3).map(tuple)
ANSWERS = st.builds(Answer, st.sampled_from(Ruling), VALUES, st.lists(SOURCES, max_size=2).map(tuple), TEXTS)
CHANGES = st.builds(Change, TEXTS, st.none() | ANSWERS, st.none() | ANSWERS)
EVENTS = st.builds(
    Event, SMALL, TEXTS, TEXTS, TEXTS, TEXTS, st.sampled_from(Deed), st.lists(CHANGES, max_size=2).map(tuple), SMALL
)


@given(EVENTS)
def test_any_event_comes_back_from_json_and_msgpack(event: Event) -> None:
    assert msgspec.json.decode(msgspec.json.encode(event), type=Event) == event
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(event), type=Event) == event
    assert b"\n" not in msgspec.json.encode(event)


def test_what_an_event_does_not_use_is_not_written() -> None:
    event = Event(1, "2026-11-20T09:00:00+00:00", "A. Clerk", "x-1", "0.1", Deed.UNDO, target=3)
    written = msgspec.json.decode(msgspec.json.encode(event))
    assert written.keys() == {"sequence", "when", "who", "letter", "reading", "deed", "target"}


@pytest.mark.parametrize("line", [b'{"sequence":1}', b"[]", b'{"deed":"forget"}', b""])
def test_what_is_no_event_is_refused(line: bytes) -> None:
    with pytest.raises(msgspec.DecodeError):
        msgspec.json.decode(line, type=Event)


def test_a_letters_name_is_its_file_and_its_first_page() -> None:
    assert letter_name("ab" * 32, 3) == "ab" * 32 + "-3"

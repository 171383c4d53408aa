"""A reading is a frozen value that goes through the reader's wire unchanged."""

from __future__ import annotations

import msgspec
import pytest

from ombudsview.errors import Verdict
from ombudsview.paper.geometry import Box
from ombudsview.reading.model import Doubt, FieldReading, ReaderState, Reading, Source

PLACE = Source(2, (Box(1, 2, 3, 4),), "45%")
RATE = FieldReading("upheld_rate", "45", "45%", ReaderState.TO_CHECK, (PLACE,), (), None)
PEOPLE = FieldReading("addressees", ("A", "B"), ("A", "B"), ReaderState.TO_CHECK, (PLACE, PLACE), (), None)
READING = Reading("measures-2019", (1, 3), (RATE, PEOPLE), (Doubt("x", "Look.", ("upheld_rate",)),), "1")


def test_a_field_is_found_by_its_key() -> None:
    assert READING.field("upheld_rate") is RATE
    assert READING.field("investigations") is None


def test_a_reading_goes_over_the_wire_and_comes_back_equal() -> None:
    back = msgspec.msgpack.decode(msgspec.msgpack.encode(READING), type=Reading)
    assert back == READING
    box = back.fields[0].sources[0].boxes[0]
    assert isinstance(box, Box)
    assert isinstance(back.fields[0].state, ReaderState)
    assert isinstance(back.fields[1].value, tuple)


def test_a_reading_does_not_change() -> None:
    with pytest.raises(AttributeError):
        RATE.value = "46"  # type: ignore[misc]
    assert len({RATE, PEOPLE, msgspec.structs.replace(RATE)}) == 2


def test_the_states_are_those_of_the_public_contract() -> None:
    assert [str(state) for state in ReaderState] == ["to_check", "look_here", "absent", "worked_out"]
    assert {str(verdict) for verdict in Verdict} == {
        "ok", "repaired", "no_text", "password", "not_pdf", "empty", "too_big", "timed_out", "out_of_memory", "crashed", "missing",
    }  # fmt: skip


def test_nothing_of_a_reading_is_a_score() -> None:
    """A state and a reason; no number says how sure the reader is, so none can be shown."""
    for struct in (FieldReading, Reading, Doubt, Source):
        for field in msgspec.structs.fields(struct):
            assert field.type not in (float, float | None), f"{struct.__name__}.{field.name}"
            assert not {"confidence", "score", "certainty", "probability"} & set(field.name.split("_"))

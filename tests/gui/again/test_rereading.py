from __future__ import annotations

from ombudsview.gui.again.by_hand import READER
from ombudsview.gui.again.rereading import differing, reread, touched
from ombudsview.reading.model import Doubt, FieldReading, ReaderState, Reading
from ombudsview.review.review import Review
from tests.gui.handmade import read


def reading(*fields: FieldReading, kind: str | None = "measures-2019", reader: str = "1") -> Reading:
    doubts = (Doubt("x", "About both.", ("upheld_rate", "received.total")), Doubt("y", "About nothing.", ()))
    return Reading(kind, (1, 2), fields, doubts, reader)


def review(of: Reading) -> Review:
    return Review(of, "a-1", who="tester", clock=lambda: "2026-07-01T10:00:00+01:00")


RATE, DECISIONS = read("upheld_rate", "50", "50%"), read("upheld_decisions", "2", "2")
ABSENT = FieldReading("remedy_rate", None, None, ReaderState.LOOK_HERE, (), (), "Type it.")


def test_what_was_read_anew_takes_the_place_of_what_was_read() -> None:
    new = reading(RATE)
    assert reread(review(reading(DECISIONS)), new) == new


def test_a_field_that_was_touched_stays_even_where_it_was_undone_or_is_being_typed() -> None:
    before = review(reading(DECISIONS, ABSENT, RATE))
    before.agree("upheld_decisions")
    before.undo()
    before.type("remedy_rate", "5")
    assert touched(before) == {"upheld_decisions", "remedy_rate"}
    after = reread(before, reading())
    assert after is not None
    assert after.fields == (DECISIONS, ABSENT)


def test_a_known_kind_does_not_give_way_to_an_unknown_one() -> None:
    assert reread(review(reading(RATE)), reading(RATE, kind=None)) is None
    assert reread(review(reading(RATE)), None) is None
    assert reread(review(reading(RATE, kind=None)), reading(RATE)) == reading(RATE)


def test_a_kind_chosen_by_hand_keeps_its_fields_and_takes_what_was_found() -> None:
    chosen = reading(
        FieldReading("upheld_rate", None, None, ReaderState.LOOK_HERE, (), (), "Type it."), ABSENT, reader=READER
    )
    for kind in ("population-2023", None):
        missing = FieldReading("remedy_rate", None, None, ReaderState.ABSENT, (), (), "Not found.")
        after = reread(review(chosen), reading(RATE, DECISIONS, missing, kind=kind))
        assert after is not None
        assert (after.kind, after.reader) == ("measures-2019", READER)
        assert after.fields == (RATE, ABSENT)
        assert [doubt.code for doubt in after.doubts] == ["x"]


def test_another_form_of_the_same_era_does_not_take_the_fields_of_the_chosen_one() -> None:
    """The letters of 2019 have two forms under one key: with tables, and with the three blocks."""
    total = FieldReading("received.total", None, None, ReaderState.LOOK_HERE, (), (), "Type it.")
    after = reread(review(reading(ABSENT, total, reader=READER)), reading(RATE, ABSENT))
    assert after is not None
    assert [field.key for field in after.fields] == ["remedy_rate", "received.total"]
    same = reading(RATE, DECISIONS, ABSENT)
    assert reread(review(reading(ABSENT, reader=READER)), same) == same, "the very form that was chosen"


def test_what_the_officer_says_otherwise_is_told() -> None:
    one = review(reading(RATE, DECISIONS, ABSENT))
    one.correct("upheld_rate", "51")
    one.correct("remedy_rate", "5")
    assert differing(one) == ("upheld_rate",)
    one.deny("upheld_decisions")
    assert differing(one) == ("upheld_rate", "upheld_decisions")
    one.agree("upheld_decisions")
    assert differing(one) == ("upheld_rate",)

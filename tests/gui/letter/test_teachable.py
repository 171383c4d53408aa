"""When a place is worth remembering: pointed at, for another value than the program found; anything settled in unknown layouts."""

from __future__ import annotations

import msgspec
import pytest

from ombudsview.gui.again.by_hand import READER
from ombudsview.gui.letter.teachable import found_by_finders, offered, teachable
from ombudsview.reading.model import Doubt
from ombudsview.review.review import Review
from tests.gui.handmade import read, reading, source

OTHER = source(6)  # “45%”, where the average is printed


def review(*, unknown: bool = False) -> Review:
    of = msgspec.structs.replace(reading(), reader=READER) if unknown else reading()
    return Review(of, "letter-1", who="tester", clock=lambda: "2026-11-20T09:00:00+00:00")


def shows_offer(one: Review, key: str) -> bool:
    return offered(one, one.field(key))


@pytest.mark.parametrize("unknown", [False, True])
def test_another_value_that_was_pointed_at_can_be_taught(unknown: bool) -> None:
    one = review(unknown=unknown)
    one.point("upheld_rate", OTHER)
    assert teachable(one, "upheld_rate") == OTHER
    assert shows_offer(one, "upheld_rate")
    one.undo()
    assert teachable(one, "upheld_rate") is None
    assert not shows_offer(one, "upheld_rate")


def test_what_was_typed_has_no_place_to_teach() -> None:
    one = review()
    one.correct("compliance_rate", "45%")
    assert teachable(one, "compliance_rate") is None


def test_what_the_program_finds_by_itself_needs_no_rule() -> None:
    one = review()
    one.agree("upheld_rate")
    assert teachable(one, "upheld_rate") is None


def test_in_an_unknown_layout_a_suggestion_that_was_agreed_can_be_taught_but_is_not_offered() -> None:
    one = review(unknown=True)
    one.agree("upheld_rate")
    assert teachable(one, "upheld_rate") == one.field("upheld_rate").sources[0]
    assert not shows_offer(one, "upheld_rate")


def test_a_second_place_of_the_same_value_needs_no_rule() -> None:
    one = review()
    one.point("upheld_decisions", source(8), add=True)
    assert teachable(one, "upheld_decisions") is None


def test_a_rule_is_asked_instead_only_where_the_finders_found_something() -> None:
    found = read("upheld_rate", "100", "100%", source(5))
    suggested = msgspec.structs.replace(found, doubts=(Doubt("suggested", "A suggestion.", ("upheld_rate",)),))
    absent = msgspec.structs.replace(found, value=None, printed=None, sources=())
    assert [found_by_finders(one) for one in (found, suggested, absent)] == [True, False, False]

"""Names folded, and told apart into the place and the kind of body."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from ombudsview.authorities.fold import COUNCIL, one_apart, parted, plain


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("King’s Lynn & West Norfolk", "kings lynn and west norfolk"),
        ("  The   St. Helens\tCouncil ", "st helens council"),
        ("Saint Albans", "st albans"),
        ("Stoke\u2011on\u2011Trent", "stoke on trent"),
        ("Shef\ufb01eld", "sheffield"),
        ("£$%", ""),
    ],
)
def test_case_and_marks_are_folded_away(name: str, folded: str) -> None:
    assert plain(name) == folded


@pytest.mark.parametrize(
    ("folded", "group", "place", "kinds"),
    [
        ("london borough of camden", COUNCIL, "camden", {"london", "borough"}),
        ("city of bradford metropolitan district council", COUNCIL, "bradford", {"city", "metropolitan", "district"}),
        ("st albans city and district council", COUNCIL, "st albans", {"city", "district"}),
        ("council of the isles of scilly", COUNCIL, "isles of scilly", set()),
        ("county durham", COUNCIL, "durham", {"county"}),
        ("liverpool city region", COUNCIL, "liverpool city region", set()),
        ("essex county fire and rescue service", "fire", "essex", set()),
        ("tyne and wear fire and cd authority", "fire", "tyne and wear", set()),
        ("peak district national park authority", "national_park", "peak district", set()),
        ("east midlands combined county authority", "combined", "east midlands", set()),
        ("ashford town council", "parish", "ashford", set()),
    ],
)
def test_place_and_kind(folded: str, group: str, place: str, kinds: set[str]) -> None:
    parts = parted(folded)
    assert (parts.group, parts.place, set(parts.kinds)) == (group, place, kinds)


@given(st.text())
def test_folding_twice_changes_nothing_more(name: str) -> None:
    once = plain(name)
    assert plain(once) in {once, once.removeprefix("the ")}


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_one_apart_is_a_distance_of_one(one: str, other: str) -> None:
    assert one_apart(one, other) == (OSA.distance(one, other) == 1)

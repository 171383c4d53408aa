"""The register's file: every cell is what its column holds, and the rows agree with each other."""

from __future__ import annotations

import csv
import re
from datetime import date

import pytest

from ombudsview.authorities import COMPARED, SOURCES, Authority, Register
from ombudsview.authorities.fold import plain
from ombudsview.places import resources

REGISTER = Register.load()
ALL = REGISTER.authorities
OTHER_TYPES = {
    "city_corporation",
    "combined",
    "fire",
    "national_park",
    "police",
    "regional",
    "regional_park",
    "transport",
    "waste",
}


def test_the_columns_are_the_promised_ones() -> None:
    with (resources() / "authorities.csv").open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    assert " ".join(head) == "key name aliases type gss start end successors latitude longitude source"
    assert len(rows) == len(ALL)
    assert all(cell == cell.strip() for row in rows for cell in row)


def test_every_kind_of_council_is_there_in_its_number() -> None:
    # As the list of mySociety counts those of today, the City and the Isles of Scilly among them.
    today = [one.type for one in ALL if one.end is None]
    numbers = {kind: today.count(kind) for kind in [*COMPARED, "city_corporation", "national_park"]}
    assert numbers == {
        "county": 21,
        "district": 164,
        "metropolitan": 36,
        "unitary": 63,
        "london_borough": 32,
        "city_corporation": 1,
        "national_park": 10,
    }


def test_keys_and_codes_are_single() -> None:
    assert len({one.key for one in ALL}) == len(ALL)
    codes = [one.gss for one in ALL if one.gss]
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"E\d{8}", code) for code in codes)


def test_codes_begin_as_their_type_does() -> None:
    begins = {"district": "E07", "county": "E10", "metropolitan": "E08", "unitary": "E06", "london_borough": "E09"}
    begins |= {"national_park": "E26", "combined": "E47"}
    uncoded = {
        "Cheshire and Warrington Combined Authority",
        "Cumbria Combined Authority",
        "Devon and Torbay Combined County Authority",
        "Hampshire and the Solent Combined County Authority",
        "Lancashire Combined County Authority",
        "North East Mayoral Combined Authority",
        "Sussex and Brighton Combined County Authority",
    }  # no source gives one
    wrong = [one for one in ALL if one.type in begins and not one.gss.startswith(begins[one.type])]
    assert {one.name for one in wrong} == uncoded
    assert not any(one.gss for one in wrong)


@pytest.mark.parametrize(
    ("before", "now", "day"),
    [
        ("Dorset Fire Authority", "Dorset & Wiltshire Fire and Rescue Authority", date(2016, 4, 1)),
        ("Wiltshire and Swindon Fire Authority", "Dorset and Wiltshire Fire & Rescue Authority", date(2016, 4, 1)),
        (
            "Hampshire Fire and Rescue Authority",
            "Hampshire and Isle of Wight Fire and Rescue Authority",
            date(2021, 4, 1),
        ),
        ("Essex Fire Authority", "Police, Fire and Crime Commissioner for Essex", date(2017, 10, 1)),
        ("London Fire and Emergency Planning Authority", "London Fire Commissioner", date(2018, 4, 1)),
        ("North of Tyne Combined Authority", "North East Mayoral Combined Authority", date(2024, 5, 7)),
        (
            "Durham, Gateshead, South Tyneside and Sunderland Combined Authority",
            "North East Mayoral Combined Authority",
            date(2024, 5, 7),
        ),
    ],
)
def test_authorities_that_took_over_are_those_of_their_orders(before: str, now: str, day: date) -> None:
    (old, new) = (REGISTER.match(name).authority for name in (before, now))
    assert old is not None
    assert new is not None
    assert REGISTER.successors(old) == (new,)
    assert new.start == day


@pytest.mark.parametrize(
    ("name", "last"),
    [
        ("Greater Manchester Fire and Rescue Authority", date(2017, 5, 7)),
        ("North Yorkshire Police, Fire and Crime Commissioner", date(2024, 5, 6)),
    ],
)
def test_fire_authorities_whose_functions_went_to_a_combined_authority_ended(name: str, last: date) -> None:
    found = REGISTER.match(name).authority
    assert found is not None
    assert (found.type, found.end) == ("fire", last)


def test_bodies_that_no_list_gives_are_there_by_the_instruments_that_made_them() -> None:
    made = {one.name for one in ALL if one.source == ("legislation",)}
    assert len(made) == 16
    assert {"London Fire Commissioner", "Lancashire Combined County Authority"} < made


def test_types_and_sources_are_known() -> None:
    assert {one.type for one in ALL} == COMPARED | OTHER_TYPES
    assert {source for one in ALL for source in one.source} == set(SOURCES)
    assert all(one.source for one in ALL)


def test_dates_are_in_order_and_successors_take_over_the_day_after() -> None:
    for one in ALL:
        assert one.start is None or one.end is None or one.start < one.end
        assert not one.successors or one.end
        heirs = REGISTER.successors(one)
        assert len(heirs) == len(one.successors)
        assert all(heir.start and one.end and (heir.start - one.end).days == 1 for heir in heirs), one.name
        assert all(one in REGISTER.predecessors(heir) for heir in heirs)


def test_councils_that_ended_say_who_came_after() -> None:
    assert not [one.name for one in ALL if one.compared and one.end and not one.successors]


def test_points_lie_in_england() -> None:
    for one in ALL:
        assert (one.latitude is None) == (one.longitude is None)
        if one.latitude is not None and one.longitude is not None:
            assert 49.8 < one.latitude < 55.9, one.name
            assert -6.5 < one.longitude < 1.8, one.name


def test_namesakes_are_never_there_on_the_same_day() -> None:
    by_name: dict[str, list[Authority]] = {}
    for one in ALL:
        by_name.setdefault(plain(one.name), []).append(one)
    several = [found for found in by_name.values() if len(found) > 1]
    assert {found[0].name for found in several} == {
        "Bedford Borough Council",
        "Durham County Council",
        "Northumberland County Council",
    }
    for before, after in (sorted(found, key=lambda one: one.start is not None) for found in several):
        assert REGISTER.successors(before) == (after,)


def test_a_row_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError):
        Authority.of_row(["X", "X Council"])
    with pytest.raises(ValueError):
        Authority.of_row(["X", "X Council", "", "district", "", "1 April", "", "", "", "", "made"])

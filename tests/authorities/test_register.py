"""Names as letters print them, and names that only resemble one: never another authority without a doubt."""

from __future__ import annotations

import string
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ombudsview.authorities import Authority, How, Match, Register
from ombudsview.authorities.fold import parted, plain
from tests.helpers.process import python

REGISTER = Register.load()
NAMES = [(name, one) for one in REGISTER.authorities for name in one.names]


def key(name: str, on: date | None = None) -> str | None:
    """The key of the authority where the register is sure."""
    found = REGISTER.match(name, on)
    return found.authority.key if found.authority and not found.doubt else None


def day_of(one: Authority) -> date:
    return one.end or one.start or date(2018, 3, 31)


def wrong(printed: str, meant: Authority) -> bool:
    """Whether another authority is taken without a doubt, and not by a form of its own name: Hertfordshire, Herefordshire."""
    found = REGISTER.match(printed, day_of(meant))
    if found.authority is None or found.authority is meant or found.doubt:
        return False
    said = parted(plain(printed))
    return all(parted(plain(name)) != said for name in found.authority.names)


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("King's Lynn & W Nor", "KIN"),
        ("KINGS LYNN AND WEST NORFOLK", "KIN"),
        ("King’s Lynn & West Norfolk Borough Council", "KIN"),
        ("Borough Council of King's Lynn and West Norfolk", "KIN"),
        ("LONDON BOROUGH OF CAMDEN", "CMD"),
        ("Camden London Borough Council", "CMD"),
        ("LB Camden", "CMD"),
        ("Camden Council", "CMD"),
        ("Royal Borough of Windsor & Maidenhead", "WNM"),
        ("Council of the Isles of Scilly", "IOS"),
        ("Isles of Scilly", "IOS"),
        ("City of York Council", "YOR"),
        ("York City Council", "YOR"),
        ("St. Helens MBC", "SHN"),
        ("Saint Albans City Council", "SAL"),
        ("Stockton on Tees Borough Council", "STT"),
        ("Telford and Wrekin Council", "TFW"),
        ("Colchester City Council", "COL"),
        ("Corporation of London", "LND"),
        ("Newcastle upon Tyne City Council", "NET"),
        ("Newcastle under Lyme BC", "NEC"),
        ("Bath & N E Somerset", "BAS"),
        ("Avon Fire & Rescue Service", "fire-avon"),
        ("Transport for London", "transport-for-london"),
        ("The Lake District National Park Authority", "lake-district-national-park-authority"),
    ],
)
def test_names_as_letters_print_them(printed: str, meant: str) -> None:
    assert key(printed) == meant


@pytest.mark.parametrize(
    ("printed", "on", "meant"),
    [
        ("Somerset", date(2023, 3, 31), "SOM"),
        ("Somerset", date(2024, 3, 31), "SMT"),
        ("Dorset", date(2018, 3, 31), "DOR"),
        ("Dorset", date(2020, 3, 31), "DST"),
        ("Durham", date(2010, 3, 31), "DUR"),
        ("Durham County Council", date(2008, 3, 31), "E10000010"),
        ("Durham City", date(2008, 3, 31), "E07000056"),
        ("Bedford Borough Council", date(2008, 3, 31), "E07000002"),
        ("Bedford Borough Council", date(2019, 3, 31), "BDF"),
        ("Cumberland", date(2024, 3, 31), "CBD"),
        ("Northamptonshire", date(2020, 3, 31), "NTH"),
        ("Northumberland", date(2020, 3, 31), "NBL"),
    ],
)
def test_the_day_decides_between_namesakes(printed: str, on: date, meant: str) -> None:
    assert key(printed, on) == meant


@pytest.mark.parametrize(
    "printed", ["Somerset", "Dorset", "Durham", "Bedford Borough Council", "Newcastle", "North D", "Est Suffolk"]
)
def test_without_a_day_namesakes_are_named(printed: str) -> None:
    found = REGISTER.match(printed)
    assert found.authority is None
    assert found.doubt
    assert len(found.candidates) > 1
    assert all(one.name in found.doubt for one in found.candidates)


@pytest.mark.parametrize(
    "printed",
    ["Newcastle Borough Council", "Wyre District Council", "Somerset District Council", "Leeds County Council"],
)
def test_another_kind_of_council_is_not_taken_for_the_place(printed: str) -> None:
    assert key(printed) is None or key(printed) == "SMT"


@pytest.mark.parametrize(
    "printed",
    ["", "  ", "Mereford Borough Council", "Ashford Town Council", "Care Home (Nowhere) Ltd", "£$%", "Council"],
)
def test_unknown_names_are_no_fault(printed: str) -> None:
    assert REGISTER.match(printed) == Match(None, How.NONE)


@pytest.mark.parametrize(
    ("printed", "neighbours"),
    [
        ("Bolton Borough Council", {"BOL", "BOT"}),
        ("Harrow District Council", {"HRW", "HAR"}),
        ("Merton Borough Council", {"MRT", "MEL"}),
        ("Hertfordshire Council", {"HRT", "HEF"}),
        ("Herefordshire County Council", {"HRT", "HEF"}),
        ("Newcastle Borough Council", {"NET", "NEC"}),
        ("Wyre District Council", {"WYR", "WYE"}),
    ],
)
def test_neighbours_in_letters_are_both_named_where_the_kind_fits_the_other(printed: str, neighbours: set[str]) -> None:
    found = REGISTER.match(printed)
    assert found.authority is None
    assert {one.key for one in found.candidates} == neighbours


@pytest.mark.parametrize(
    "printed", ["Boston Metropolitan Borough Council", "Liverpool Cit Council", "Sheffield Cit Council"]
)
def test_what_cannot_be_is_not_taken_without_a_doubt(printed: str) -> None:
    assert REGISTER.match(printed).doubt


def test_a_name_nearly_right_is_a_guess_and_says_so() -> None:
    found = REGISTER.match("Barnsly Metropolitan Borough Council")
    assert found.authority is REGISTER.get("BNS")
    assert found.how is How.FUZZY
    assert found.doubt
    assert "Barnsley" in found.doubt


def test_a_letter_long_after_the_end_is_doubted_and_one_soon_after_is_not() -> None:
    late = REGISTER.match("Christchurch Borough Council", date(2023, 3, 31))
    assert late.authority is REGISTER.get("CHC")
    assert late.doubt == "Christchurch Borough Council ended on 31 March 2019. Check the name and the year."
    assert key("Christchurch Borough Council", date(2019, 7, 24)) == "CHC"


@pytest.mark.parametrize(("name", "one"), NAMES, ids=[f"{one.key}-{name}" for name, one in NAMES])
def test_each_name_is_its_own_and_nobody_elses(name: str, one: Authority) -> None:
    shared = [other for other in REGISTER.match(name).candidates if other is not one and other.existed(day_of(one))]
    for printed in (name, name.upper(), name.replace("&", "and"), name.replace("-", " "), plain(name)):
        found = REGISTER.match(printed, day_of(one))
        if shared:  # Durham was a county's and a city's name at once
            assert found.authority is None
            assert found.doubt
        else:
            assert found.authority is one, (printed, found)
            assert found.doubt is None
        assert one in found.candidates
        undated = REGISTER.match(printed)
        assert one in undated.candidates
        assert undated.doubt or undated.authority is one


def typos(name: str, letters: str) -> Iterator[str]:
    """Every name that differs by one letter left out, doubled, swapped with the next, or replaced by one of these."""
    for at in range(len(name)):
        yield name[:at] + name[at + 1 :]
        yield name[: at + 1] + name[at:]
        yield name[:at] + name[at + 1 : at + 2] + name[at] + name[at + 2 :]
        for letter in letters:
            yield name[:at] + letter + name[at + 1 :]


@pytest.mark.full
def test_no_typo_lands_on_another_authority() -> None:
    tried = ((typo, one) for name, one in NAMES for typo in dict.fromkeys(typos(name, string.ascii_lowercase)))
    assert [(typo, one.name) for typo, one in tried if wrong(typo, one)] == []


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(NAMES), st.data())
def test_no_typo_drawn_at_random_does(pair: tuple[str, Authority], data: st.DataObject) -> None:
    name, one = pair
    at = data.draw(st.integers(0, len(name) - 1))
    letter = data.draw(st.sampled_from(["", *string.ascii_letters, " ", "-"]))
    typo = name[:at] + letter + name[at + data.draw(st.integers(0, 1)) :]
    assert not wrong(typo, one)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=80), st.none() | st.dates())
def test_whatever_is_printed_has_an_answer(name: str, on: date | None) -> None:
    found = REGISTER.match(name, on)
    assert (found.how is How.NONE) == (not found.candidates)
    assert found.doubt is not None or found.authority is not None or found.how is How.NONE
    assert found.authority is None or found.authority in found.candidates


@pytest.mark.parametrize(
    ("name", "compared"),
    [
        ("Leeds City Council", True),
        ("Somerset", True),  # whichever of the two
        ("LB Camden", True),
        ("Transport for London", False),
        ("Avon Fire Authority", False),
        ("Peak District National Park Authority", False),
        ("East Midlands Combined County Authority", False),
        ("West Yorkshire Combined Authority", False),
        ("Dorset & Wiltshire Fire and Rescue Authority", False),
        ("Nowhere Fire and Rescue Authority", False),  # not in the register, but says what it is
        ("Nowhere Parish Council", False),
        ("Mereford Borough Council", None),
        ("Barnsly", None),
    ],
)
def test_who_is_compared(name: str, compared: bool | None) -> None:
    assert REGISTER.compared(name) is compared


def test_those_before_and_after() -> None:
    cumbria = REGISTER.get("CMA")
    assert cumbria
    assert [one.key for one in REGISTER.successors(cumbria)] == ["CBD", "WAF"]
    somerset = REGISTER.get("SMT")
    assert somerset
    assert {one.key for one in REGISTER.predecessors(somerset)} == {"MEN", "SEG", "SOM", "SSO", "SWT"}


def test_no_register_knows_nobody_and_complains_of_nothing(tmp_path: Path) -> None:
    empty = Register(())
    assert empty.match("Leeds City Council") == Match(None, How.NONE)
    with pytest.raises(OSError, match="nowhere"):
        Register.read(tmp_path / "nowhere.csv")


def test_a_known_name_needs_no_library() -> None:
    done = python(
        "import sys; from ombudsview.authorities import Register; assert Register.load().match('LEEDS CC').authority;"
        "assert not {'rapidfuzz', 'numpy', 'pandas'} & set(sys.modules)"
    )
    assert done.returncode == 0, done.stderr


def test_a_known_name_is_found_without_guessing() -> None:
    register = Register.load()
    assert (
        register.known("exeter  CITY council")
        == register.known("Exeter")
        == register.match("Exeter City Council").authority
    )
    assert register.known("Exetr City Council") is None
    assert register.known("Wraxmere Borough Council") is None

"""The head and the foot of a letter, in the ways that councils and typesetters write them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from ombudsview.letters.address import addressee_role, addressees, authority, header_authority, letter_date
from ombudsview.letters.find import Span
from ombudsview.paper.text import TextMap
from tests.paper.handmade import typed_paper

LOGO = "Local Government & Social Care\nOMBUDSMAN\n\n22 July 2020\n\nBy email\n\n"
BODY = "\n\nAnnual Review letter 2020\n\nI write to you with our annual summary of statistics.\n"


def said(finder: Callable[[TextMap], Iterator[Span]], *pages: str) -> list[str]:
    text = TextMap(typed_paper(*pages))
    return [text.printed(*span) for span in finder(text)]


def headed(address: str, greeting: str = "Dear Mrs Jolly", before: str = LOGO) -> dict[str, list[str]]:
    page = before + address + "\n\n" + greeting + BODY
    return {
        "names": said(addressees, page),
        "role": said(addressee_role, page),
        "authority": said(authority, page),
    }


def told(names: list[str], role: list[str], body: list[str]) -> dict[str, list[str]]:
    return {"names": names, "role": role, "authority": body}


JOLLY = told(["Mrs Jolly"], ["Chief Executive"], ["Harborough District Council"])


def test_one_addressee() -> None:
    assert headed("Mrs Jolly\nChief Executive\nHarborough District Council") == JOLLY


def test_two_addressees_on_a_line_share_a_role() -> None:
    for joiner, greeting in (("&", "&"), ("and", "and"), ("and", "&")):
        address = f"Mrs Jolly {joiner} Mr Proudfoot\nDirectors\nHarborough District Council"
        assert headed(address, f"Dear Mrs Jolly {greeting} Mr Proudfoot") == told(
            ["Mrs Jolly", "Mr Proudfoot"], ["Directors"], ["Harborough District Council"]
        )


def test_two_addressees_on_two_lines() -> None:
    for open_end in (" &", " and", ",", ""):
        address = f"Mrs Jolly{open_end}\nMr Proudfoot\nJoint Chief Executives\nHarborough District Council"
        assert headed(address, "Dear Mrs Jolly & Mr Proudfoot") == told(
            ["Mrs Jolly", "Mr Proudfoot"], ["Joint Chief Executives"], ["Harborough District Council"]
        )


def test_addressees_with_roles_of_their_own() -> None:
    address = "Ms Adeyemi-Clarke\nChief Executive\nDr Quillfeather\nMonitoring Officer\nHarborough District Council"
    found = headed(address, "Dear Ms Adeyemi-Clarke and Dr Quillfeather")
    assert found == told(["Ms Adeyemi-Clarke", "Dr Quillfeather"], ["Chief Executive"], ["Harborough District Council"])


def test_names_in_full_where_the_greeting_gives_the_last() -> None:
    address = "Norma O'Neill & Jan de Vries\nDirectors\nHarborough District Council"
    assert headed(address, "Dear Ms O'Neill & Mr de Vries")["names"] == ["Norma O'Neill", "Jan de Vries"]


def test_a_greeting_by_office() -> None:
    assert headed("J Smith\nChief Executive\nHarborough District Council", "Dear Chief Executive") == told(
        ["J Smith"], ["Chief Executive"], ["Harborough District Council"]
    )


def test_an_office_without_a_name() -> None:
    for role in ("Chief Executive", "The Chief Executive", "The Town Clerk & Chief Executive"):
        assert headed(f"{role}\nHarborough District Council", "Dear Chief Executive") == told(
            [], [role], ["Harborough District Council"]
        )
        assert headed(f"{role}\nHarborough District Council", "Dear Sir or Madam")["names"] == []


def test_a_postal_address_below() -> None:
    address = "Mrs Jolly\nChief Executive\nHarborough District Council\nCouncil Offices\nAdam and Eve Street\nLE16 7AG"
    assert headed(address) == JOLLY
    # As older letters had it; the reading strips the comma.
    assert headed(address.replace("\n", ",\n"))["authority"] == ["Harborough District Council,"]


@pytest.mark.parametrize(
    "before",
    [
        "22 July 2020\n\n",
        "22 July 2020\n\nOur ref: LG/20/1\nYour ref: none\nIf telephoning contact: 0330 403 4001\nEmail: somebody@example.org\n\n",
        "Local Government & Social Care\nOMBUDSMAN\n\n                                                  22 July 2020\n\nBy email\n\n",
        "Date: 22 July 2020\n\nBy email only\n\n",
        "22 July 2020\n\nPrivate and confidential\n\n",
    ],
    ids=["date only", "references", "date on the right", "labelled date", "private"],
)
def test_whatever_stands_above(before: str) -> None:
    assert headed("Mrs Jolly\nChief Executive\nHarborough District Council", before=before) == JOLLY


def test_the_sending_line_between_address_and_greeting() -> None:
    assert headed("Mrs Jolly\nChief Executive\nHarborough District Council\n\nBy email") == JOLLY


def test_the_date_below_the_address() -> None:
    address = "Mrs Jolly\nChief Executive\nHarborough District Council\n\n22 July 2020"
    assert headed(address, before="Local Government & Social Care\nOMBUDSMAN\n\nBy email\n\n") == JOLLY


def test_office_and_council_on_one_line() -> None:
    assert headed("Mrs Jolly\nChief Executive, Harborough District Council") == told(
        ["Mrs Jolly"], [], ["Harborough District Council"]
    )


@pytest.mark.parametrize(
    "name",
    [
        "Royal Borough of Kensington and\nChelsea",
        "London Borough of\nBarking and Dagenham",
        "Council of the\nIsles of Scilly",
        "Bournemouth, Christchurch and\nPoole Council",
        "London Borough of Hammersmith\n& Fulham",
        "London Borough of Hammersmith\nand Fulham Council",
        "Borough Council of King's Lynn and\nWest Norfolk",
    ],
)
def test_a_name_over_two_lines(name: str) -> None:
    found = headed(f"Mrs Jolly\nChief Executive\n{name}\nTown Hall\nHornton Street")
    assert found == told(["Mrs Jolly"], ["Chief Executive"], [" ".join(name.split())])


@pytest.mark.parametrize(
    "name",
    [
        "Transport for London",
        "The Broads Authority",
        "City of London Corporation",
        "Peak District National Park",
        "Devon & Somerset Fire & Rescue Service",
        "Greater Manchester Combined Authority",
        "East Midlands Combined County Authority",
        "Council of the Isles of Scilly",
        "Westminster City Council",
        "City of York",
        "King's Lynn & West Norfolk Borough Council",
        "Bath and North East Somerset Council",
        "Stoke-on-Trent City Council",
        "Cornwall",
        "Nexus",
    ],
)
def test_bodies_of_every_name(name: str) -> None:
    assert headed(f"Mrs Jolly\nChief Executive\n{name}") == told(["Mrs Jolly"], ["Chief Executive"], [name])


@pytest.mark.parametrize(
    "role",
    [
        "Chief Executive",
        "Interim Chief Executive",
        "Chief Fire Officer",
        "Director of Council Services",
        "Head of Paid Service",
        "Executive Director of Housing & Council Tax",
        "Borough Solicitor and Monitoring Officer",
        "Borough Treasurer",
        "Deputy Leader of the Council",
        "Corporate Lead for Council Tax",
        "Town Clerk & Chief Executive",
        "Director, Council Services",
        "Commissioner for Transport",
        "Managing Director",
        "Complaints Manager, Fire Safety",
    ],
)
def test_offices_that_hold_the_words_of_bodies(role: str) -> None:
    assert headed(f"Mrs Jolly\n{role}\nHarborough District Council") == told(
        ["Mrs Jolly"], [role], ["Harborough District Council"]
    )


def test_an_office_over_two_lines() -> None:
    for role in ("Executive Director of Housing and\nCouncil Tax", "Chief Executive and\nHead of Paid Service"):
        assert headed(f"Mrs Jolly\n{role}\nHarborough District Council") == told(
            ["Mrs Jolly"], [" ".join(role.split())], ["Harborough District Council"]
        )
    assert headed("Mrs Jolly\nChief Executive of\nHarborough District Council")["authority"] == [
        "Harborough District Council"
    ]


def test_a_person_who_is_called_as_a_place_or_an_office_is() -> None:
    assert headed("Mr Kent\nChief Executive\nKent County Council", "Dear Mr Kent") == told(
        ["Mr Kent"], ["Chief Executive"], ["Kent County Council"]
    )
    assert headed("Mr Head\nChief Executive\nKent County Council", "Dear Mr Head")["names"] == ["Mr Head"]


def test_no_greeting_no_address() -> None:
    page = LOGO + "Mrs Jolly\nChief Executive\nHarborough District Council" + BODY
    assert said(authority, page) == said(addressees, page) == said(addressee_role, page) == []
    assert said(letter_date, page) == ["22 July 2020"]


def test_a_greeting_alone() -> None:
    assert headed("", before="") == told([], [], [])


def test_a_greeting_is_the_start_of_its_line() -> None:
    page = (
        "Oh dear Mrs Jolly\n\n"
        + LOGO
        + "Mrs Jolly\nChief Executive\nHarborough District Council\n\nDear Mrs Jolly"
        + BODY
    )
    assert said(authority, page) == ["Harborough District Council"]


@pytest.mark.parametrize("date", ["22 July 2020", "1st July 2020", "22/07/20", "22/07/2020"])
def test_the_letters_date_fills_a_line(date: str) -> None:
    page = f"{date}\n\nMrs Jolly\nHarborough District Council\n\nDear Mrs Jolly{BODY}It goes out on\n29 July 2020\n"
    assert said(letter_date, page) == [date]


def test_a_date_in_a_sentence_is_not_the_letters() -> None:
    assert said(letter_date, "Dear Mrs Jolly" + BODY + "It will be published on 29 July 2020.") == []


def test_the_last_day_of_a_year_on_a_cover_is_no_letters_date() -> None:
    page = "Annual Review\n\n31 March 2009\n\nThe review\n\nTony Redmond\n\n23 June 2009"
    assert said(letter_date, page) == ["23 June 2009"]


@pytest.mark.parametrize(
    "title", ["Local Authority Report: Wraxmere District Council", "Local Authority Report - Wraxmere District Council"]
)
def test_the_title_of_the_statistics_is_no_part_of_the_name(title: str) -> None:
    page = f"{title}\nFor the Period Ending: 31/03/2016\n"
    assert said(header_authority, page) == ["Wraxmere District Council"]


@pytest.mark.parametrize("title", ["Complaints received by subject area", "Decisions made", "Response times"])
def test_a_tables_title_above_the_period_is_no_name(title: str) -> None:
    assert said(header_authority, f"Wraxmere District Council\n\n{title}\nFor the period ending 31/03/2008\n") == []


@pytest.mark.parametrize("beside", ["Your ref: ITH/17", "Our ref MK/22", "Date: 22 July 2020", "Tel: 0300 061 0614"])
def test_a_reference_that_touches_a_line_is_no_part_of_it(beside: str) -> None:
    for address in (
        f"Mrs Jolly {beside}\nChief Executive\nHarborough District Council",
        f"Mrs Jolly\nChief Executive {beside}\nHarborough District Council",
        f"Mrs Jolly\nChief Executive\nHarborough District Council {beside}",
    ):
        assert headed(address) == JOLLY


def test_the_senders_date_and_not_that_of_the_letter_before() -> None:
    page = (
        "Our date: 22 July 2020\nYour date: 3 June 2020\n\nMrs Jolly\nHarborough District Council\n\nDear Mrs Jolly"
        + BODY
    )
    assert said(letter_date, page) == ["22 July 2020"]
    assert said(addressees, page) == ["Mrs Jolly"]


def test_a_name_drawn_twice_is_one_person() -> None:
    twice = "Mrs Jolly\nMrs Jolly\nMr Proudfoot\nDirectors\nHarborough District Council"
    assert headed(twice, "Dear Mrs Jolly and Mr Proudfoot")["names"] == ["Mrs Jolly", "Mr Proudfoot"]

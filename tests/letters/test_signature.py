"""Who signs a letter, and in what office."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from ombudsview.letters.find import Span
from ombudsview.letters.signature import signatory, signatory_role
from ombudsview.paper.text import TextMap
from tests.paper.handmade import typed_paper

CLOSE = "and that is all.\n\nYours sincerely,\n\n\n\n"
OFFICE = "Local Government and Social Care Ombudsman\nChair, Commission for Local Administration in England\n"


def said(finder: Callable[[TextMap], Iterator[Span]], *pages: str) -> list[str]:
    text = TextMap(typed_paper(*pages))
    return [text.printed(*span) for span in finder(text)]


@pytest.mark.parametrize(
    "name", ["Michael King", "Dr Jane Martin", "J R White", "Amerdeep Somal", "Siân O'Brien-Jones", "Élodie Martin"]
)
def test_who_signs(name: str) -> None:
    page = CLOSE + name + "\n" + OFFICE
    assert said(signatory, page) == [name]
    assert said(signatory_role, page) == ["Local Government and Social Care Ombudsman"]


def test_an_office_is_nobodys_name_where_the_name_was_lost() -> None:
    assert said(signatory, CLOSE + OFFICE) == []
    assert said(signatory_role, CLOSE + OFFICE) == []


def test_an_office_of_another_kind() -> None:
    page = CLOSE + "Paul Najsarek\nInterim Local Government and Social Care Ombudsman\n"
    assert said(signatory_role, page) == ["Interim Local Government and Social Care Ombudsman"]
    page = "Yours faithfully\n\n\nAnne Seex\nLocal Government Ombudsman\n"
    assert said(signatory, page) == ["Anne Seex"]
    page = CLOSE + "Paul Smith\nAssistant to Somebody\n"
    assert (said(signatory, page), said(signatory_role, page)) == (["Paul Smith"], ["Assistant to Somebody"])


def test_a_signature_on_the_next_page_under_a_running_header() -> None:
    for header in (
        "Local Government and Social Care Ombudsman\n\n\n",
        "Harborough District Council - Annual Review letter 2020\n\n\n",
    ):
        pages = (header + CLOSE, header + "Michael King\n" + OFFICE)
        assert said(signatory, *pages) == ["Michael King"]
        assert said(signatory_role, *pages) == ["Local Government and Social Care Ombudsman"]


def test_a_name_over_the_office_signs_even_without_a_close() -> None:
    assert said(signatory, "Michael King\n" + OFFICE) == ["Michael King"]
    assert said(signatory, "Yours sincerely what follows is no close\n\nMichael King\n" + OFFICE) == ["Michael King"]


def test_nobody_signs() -> None:
    assert said(signatory, CLOSE) == said(signatory_role, CLOSE) == []
    assert said(signatory, CLOSE + "on behalf of the office\n") == []


def test_who_signs_a_reply_does_not_sign_the_letter() -> None:
    letter = "Dear Mr Jolly\n\nand that is all.\n\nYour sincerely,\n\n\nMichael King\n" + OFFICE
    reply = "Dear Mr King\n\nThank you.\n\nYours sincerely\n\nAnne Jolly\nLocal Government Ombudsman's Link Officer\n"
    assert said(signatory, letter, reply) == ["Michael King"]
    assert said(signatory, "Dear Mr Jolly\n\nand that is all.", reply) == []

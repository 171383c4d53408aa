"""Who signs letters and in what office: what differs from it by a letter or two may be misread, whatever else is somebody else."""

from __future__ import annotations

import msgspec
import pytest

from ombudsview.paper.geometry import Box
from ombudsview.paper.paper import Paper, Sheet, Word
from ombudsview.reading.model import FieldReading, ReaderState, Reading, Source
from ombudsview.reading.nearly import nearly
from ombudsview.reading.pictured import marked


@pytest.mark.parametrize(
    ("key", "value", "meant"),
    [
        ("signatory", "Michae1 King", "Michael King"),
        ("signatory", "Amerdeep Somai", "Amerdeep Somal"),
        ("signatory", "Dr Jane Martm", "Jane Martin"),
        ("signatory", "Anne Seox", "Anne Seex"),
        ("signatory_role", "Local Government and Social Gare Ombudsman", "Local Government and Social Care Ombudsman"),
        ("signatory_role", "Loca Government Ombudsman", "Local Government Ombudsman"),
        ("addressee_role", "Chief Executlve", "Chief Executive"),
    ],
)
def test_a_letter_or_two_away(key: str, value: str, meant: str) -> None:
    assert nearly(key, value) == meant


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("signatory", "Michael King"),
        ("signatory", "MICHAEL KING"),
        ("signatory", "Dr Jane Martin"),
        ("signatory", "Jane Martin"),
        ("signatory", "J.R. White"),
        ("signatory", "Ms Amerdeep Somal"),
        ("signatory", "Michaela Kingston"),
        ("signatory", "Mary White"),
        ("signatory_role", "Interim Local Government and Social Care Ombudsman"),
        ("addressee_role", "Chief Executive & Town Clerk"),
        ("addressee_role", "Executive Director"),
        ("authority", "Michae1 King"),
    ],
)
def test_the_same_in_other_dress_and_others_are_left_alone(key: str, value: str) -> None:
    assert nearly(key, value) is None


@pytest.mark.parametrize(("recognised", "codes"), [("rapidocr 3", ["nearly"]), ("", [])])
def test_it_is_doubted_on_recognised_pages_only(recognised: str, codes: list[str]) -> None:
    words = (Word("Michaet", Box(10, 10, 60, 22), 0), Word("King", Box(64, 10, 90, 22), 0))
    sheet = msgspec.structs.replace(Sheet(595.0, 842.0, 0, words), recognised=recognised)
    places = (Source(1, tuple(word.box for word in words), "Michaet King"),)
    field = FieldReading("signatory", "Michaet King", "Michaet King", ReaderState.TO_CHECK, places, (), None)
    [read] = marked(Reading("measures-2019", (1, 1), (field,), (), "1"), Paper("", (sheet,))).fields
    assert [doubt.code for doubt in read.doubts] == codes
    assert read.state == (ReaderState.LOOK_HERE if codes else ReaderState.TO_CHECK)

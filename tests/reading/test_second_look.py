"""What is found only with misread words put right is taken and doubted; what was read as it stands is not."""

from __future__ import annotations

import msgspec
import pytest

from ombudsview.paper.paper import Paper
from ombudsview.reading.model import FieldReading, ReaderState, Reading
from ombudsview.reading.second_look import together
from tests.reading.made import BLOCKS, LETTER, changed, field, letter, reading


def scanned(paper: Paper) -> Paper:
    """The paper as if it had been recognised on pictures."""
    sheets = (msgspec.structs.replace(sheet, recognised="rapidocr 3", pictured=1.0) for sheet in paper.sheets)
    return Paper(paper.sha256, tuple(sheets))


@pytest.mark.parametrize(
    ("words", "misread", "keys"),
    [
        ("of complaints we investigated", "of cornplaints we lnvestigated", ("upheld_rate",)),
        ("3 compliance outcomes", "3 compltance oulcomes", ("compliance_outcomes",)),
        ("total of 3 compliance", "totalof3compliance", ("compliance_outcomes",)),
        ("In 100% of cases", "In 1OO% of cases", ("compliance_rate",)),
        ("57% of complaints", "57%ofcomplaints", ("upheld_rate",)),
    ],
)
def test_a_figure_among_misread_words_is_found_and_doubted(words: str, misread: str, keys: tuple[str, ...]) -> None:
    plain = reading(scanned(letter()))
    misled = reading(scanned(letter(blocks=changed(BLOCKS, {words: misread}))))
    for one in plain.fields:
        other = field(misled, one.key)
        assert other.value == one.value, one.key
        if one.key in keys:
            assert other.state is ReaderState.LOOK_HERE
            assert "misread" in [doubt.code for doubt in other.doubts]
        elif one.value is not None:
            assert other.state is one.state, one.key


def test_under_a_misread_heading_every_figure_is_found_and_none_passes_unsaid_for_another() -> None:
    heading = {
        "Compliance with Ombudsman recommendations": "CornpIiance with 0mbudsman recommendatlons",
        "we were satisfied": "we were satlsfied",
    }
    one = reading(scanned(letter(blocks=changed(BLOCKS, heading))))
    values = {
        key: field(one, key).value for key in ("compliance_rate", "compliance_rate_similar", "upheld_rate_similar")
    }
    assert values == {"compliance_rate": "100", "compliance_rate_similar": "99", "upheld_rate_similar": "45"}
    assert field(one, "upheld_rate_similar").state is ReaderState.LOOK_HERE


def test_a_letter_known_only_with_its_words_put_right_is_doubted_throughout() -> None:
    misread = {"omplaints": "ornplaints", "tatistics": "tatlstics", "upheld cases": "upheid cascs", "atisf": "atlsf"}
    one = reading(
        scanned(letter(front=changed(LETTER, {"Annual Review": "AnnuaI Revlew"}), blocks=changed(BLOCKS, misread)))
    )
    assert one.kind == "measures-2019"
    assert field(one, "upheld_rate").value == "57"
    assert all(found.state is not ReaderState.TO_CHECK for found in one.fields if found.key == "upheld_rate")


@pytest.mark.parametrize("authority", ["Woking Borough Council", "Central Bedfordshire Council"])
def test_an_authoritys_name_is_no_misread_word(authority: str) -> None:
    front = changed(LETTER, {"Wraxmere District Council": authority})
    one = reading(scanned(letter(front=front, blocks=changed(BLOCKS, {"of complaints we": "of cornplaints we"}))))
    found = field(one, "authority")
    assert (found.value, found.state, found.doubts) == (authority, ReaderState.TO_CHECK, ())


def test_a_typeset_letter_with_such_words_is_read_as_it_is_printed() -> None:
    misprinted = letter(blocks=changed(BLOCKS, {"3 compliance outcomes": "3 compltance oulcomes"}))
    assert "misread" not in [doubt.code for doubt in reading(misprinted).doubts]


def test_a_figure_that_is_gone_with_the_words_put_right_stays_and_is_doubted() -> None:
    rate, cases, none = (
        FieldReading("upheld_rate", "57", "57%", ReaderState.TO_CHECK, (), (), None),
        FieldReading("investigations", "7", "7", ReaderState.TO_CHECK, (), (), None),
        FieldReading("late_remedies", None, None, ReaderState.ABSENT, (), (), "Not printed."),
    )
    first, second = (Reading("measures-2019", (1, 2), some, (), "t") for some in ((rate, cases, none), (rate,)))
    (one,) = together((first,), (second,))
    assert field(one, "upheld_rate") == rate
    found = field(one, "investigations")
    assert (found.value, found.state) == ("7", ReaderState.LOOK_HERE)
    assert [doubt.code for doubt in found.doubts] == ["misread"]
    assert found.doubts[0] in one.doubts
    assert field(one, "late_remedies") == none


@pytest.mark.parametrize("torn", ["Annual Review letter 2019 -20", "Annual Review letter 2019- 20"])
def test_white_inside_of_a_year_is_taken_out_and_said(torn: str) -> None:
    one = reading(scanned(letter(front=changed(LETTER, {"Annual Review letter 2020": torn}))))
    title = field(one, "title")
    assert (title.value, title.state) == ("Annual Review letter 2019-20", ReaderState.LOOK_HERE)
    assert "misread" in [doubt.code for doubt in title.doubts]


@pytest.mark.parametrize(
    ("recognised", "value", "code"),
    [
        ("Sheeld City Council", "Sheffield City Council", "misread"),
        ("Wrxmere District Council", "Wrxmere District Council", "unknown_name"),
        ("Sheffield City Council", "Sheffield City Council", None),
    ],
)
def test_a_name_with_letters_lost_is_made_whole_where_one_is_known_and_said(
    recognised: str, value: str, code: str | None
) -> None:
    one = reading(scanned(letter(front=changed(LETTER, {"Wraxmere District Council": recognised}))))
    authority = field(one, "authority")
    assert authority.value == value
    assert [doubt.code for doubt in authority.doubts] == ([code] if code else [])

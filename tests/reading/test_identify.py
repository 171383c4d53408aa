"""Which letters a file holds, on which pages, of which kind; and what is said where there is no telling."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ombudsview.letters.kinds import KINDS
from ombudsview.letters.measures_2019 import MEASURES_2019
from ombudsview.paper.paper import Paper
from ombudsview.reading import identify
from ombudsview.reading.identify import find_letters, scores
from tests.paper.handmade import paper, sheet, typed_paper
from tests.reading.made import BLOCKS, LETTER, NO_CASES, changed, letter

REPORT = "Wraxmere District Council\n\nReport to the Audit Committee\n\nThe Ombudsman's annual review letter is in appendix A.\n"
MINUTES = "Appendix B\n\nMinutes of the last meeting of the committee, held on 3 June 2020.\n"
REPLY = """
Wraxmere District Council

3 August 2020

Michael King
Local Government and Social Care Ombudsman

Dear Mr King

Annual Review letter 2020

Thank you for your letter. We were pleased with it.

Yours sincerely

Mrs Thistlewood
Chief Executive
"""
NEXT_YEAR = {"2020": "2021", "April 2019": "April 2020"}


@pytest.fixture(autouse=True)
def _one_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many layouts there will be, these tests are about letters of one of them, and documents that are none."""
    monkeypatch.setattr(identify, "KINDS", (MEASURES_2019,))


def pages(document: Paper) -> list[tuple[int, int] | None]:
    return [found.pages for found in find_letters(document)]


def codes(document: Paper) -> list[str]:
    return [doubt.code for found in find_letters(document) for doubt in found.doubts]


def test_a_letter_alone() -> None:
    [found] = find_letters(letter())
    assert (found.kind, found.pages, found.doubts) == (MEASURES_2019, (1, 2), ())


def test_blank_pages_before_and_after_are_not_of_the_letter() -> None:
    whole = letter()
    assert pages(paper(sheet(), *whole.sheets, sheet())) == [(2, 3)]


def test_a_letter_between_a_report_and_another_appendix() -> None:
    document = typed_paper(REPORT, REPORT, LETTER, BLOCKS, MINUTES, MINUTES)
    assert pages(document) == [(3, 4)]
    assert codes(document) == []


def test_several_letters_in_one_file() -> None:
    document = typed_paper(
        REPORT, LETTER, BLOCKS, changed(LETTER, {"2020": "2021"}), changed(BLOCKS, NEXT_YEAR), MINUTES
    )
    assert pages(document) == [(2, 3), (4, 5)]


def test_a_reply_is_not_a_letter_of_the_ombudsmans() -> None:
    assert pages(typed_paper(LETTER, BLOCKS, REPLY)) == [(1, 2)]
    assert pages(typed_paper(REPLY, LETTER, BLOCKS)) == [(2, 3)]
    [alone] = find_letters(typed_paper(REPLY))
    assert alone.kind is None
    assert [doubt.code for doubt in alone.doubts] == ["unknown_kind"]


def test_figures_without_their_letter() -> None:
    [found] = find_letters(typed_paper(MINUTES, "Annual Review letter 2020\n\n" + BLOCKS))
    assert found.kind is MEASURES_2019
    assert found.pages == (2, 2)


def test_a_letter_without_its_figures_is_not_known() -> None:
    [found] = find_letters(typed_paper(LETTER))
    assert (found.kind, found.pages) == (None, None)


def test_an_unknown_document_says_what_it_lacks() -> None:
    [found] = find_letters(typed_paper(REPLY))
    [doubt] = found.doubts
    assert (found.kind, found.pages, doubt.code, doubt.keys) == (None, None, "unknown_kind", ())
    assert MEASURES_2019.name in doubt.sentence
    [score] = scores(found.text)
    lacking = [anchor.name for anchor in MEASURES_2019.anchors if anchor.weight and anchor not in score.has]
    assert lacking
    assert all(name in doubt.sentence for name in lacking)


def test_a_document_with_nothing_of_a_letter_is_measured_by_no_kind() -> None:
    [found] = find_letters(typed_paper(MINUTES))
    assert (found.kind, found.nearest) == (None, None)
    assert MEASURES_2019.name not in found.doubts[0].sentence


def test_pictures_alone_say_so() -> None:
    [found] = find_letters(paper(sheet(), sheet()))
    assert (found.kind, found.pages, [doubt.code for doubt in found.doubts]) == (None, None, ["no_text"])


@pytest.mark.parametrize(
    "phrase",
    [
        "This is 3.9 upheld decisions per 100,000 residents.",
        "Between April and March, we dealt with 1,234 complaints.",
    ],
)
def test_a_phrase_of_later_years_rules_the_kind_out(phrase: str) -> None:
    [found] = find_letters(letter(blocks=f"{BLOCKS}\n{phrase}\n"))
    assert found.kind is None
    assert "phrases of another layout" in found.doubts[0].sentence


@pytest.mark.parametrize(("year", "key"), [("2020", "measures-2019"), ("2023", "population-2023")])
def test_a_letter_of_a_year_without_cases_is_told_by_its_year(
    year: str, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is printed per 100,000 residents there, which else tells the later layout."""
    monkeypatch.setattr(identify, "KINDS", KINDS)
    [found] = find_letters(letter(blocks=NO_CASES, front=LETTER.replace("2020", year)))
    assert found.kind is not None
    assert found.kind.key == key


def test_a_tie_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    twin = replace(MEASURES_2019, key="twin", name="The twin")
    monkeypatch.setattr(identify, "KINDS", (MEASURES_2019, twin))
    [found] = find_letters(letter())
    assert found.kind is None
    assert [doubt.code for doubt in found.doubts] == ["kind_tie"]
    assert "The twin" in found.doubts[0].sentence


def test_the_score_is_a_share_of_the_weights() -> None:
    [whole] = scores(find_letters(letter())[0].text)
    [none] = scores(find_letters(typed_paper(MINUTES))[0].text)
    [front] = scores(find_letters(typed_paper(LETTER))[0].text)
    assert whole.value == 1
    assert none.value == 0
    assert 0 < front.value < 0.4
    assert not whole.missing


def test_the_lines_of_a_letter_may_be_on_more_pages() -> None:
    front, end = LETTER.split("\nComplaints upheld -")
    first, second = BLOCKS.split("\nCompliance with")
    document = typed_paper(front, "Complaints upheld -" + end, first, "Compliance with" + second, MINUTES)
    assert pages(document) == [(1, 4)]


def test_a_letter_that_nobody_knows_stays_beside_one_that_is_known() -> None:
    strange = changed(
        BLOCKS, {"Complaints upheld": "What we found", "of complaints we investigated": "of what came to us"}
    )
    document = typed_paper(LETTER, BLOCKS, "Dear Mrs Thistlewood\n\nAnnual Review 1999\n\nSomething else.", strange)
    found = find_letters(document)
    assert [letter.pages for letter in found] == [(1, 2), (3, 4)]


APPENDIX = """
Appendix C: other councils

Complaints upheld

In Ilverton 100% of complaints we investigated were upheld.

9
upheld decisions
"""


def test_an_appendix_that_quotes_the_figures_words_is_not_the_letters() -> None:
    [found] = find_letters(typed_paper(LETTER, BLOCKS, APPENDIX))
    assert found.pages == (1, 2)
    assert "ilverton" not in found.text.text
    assert ["Page 3 says again" in doubt.sentence for doubt in found.doubts] == [True]


HEAD = "Local Authority Report: {}\nFor the Period Ending: 31/03/{}\n\n"


def test_a_report_that_follows_under_the_same_heading_is_not_the_letters() -> None:
    report = (
        "Report to the committee\n\nComplaints upheld\n\nThis compares to an average of 58% in similar authorities.\n"
    )
    [found] = find_letters(typed_paper(LETTER, BLOCKS, report))
    assert found.text.pages == (1, 2)
    first, second = BLOCKS.split("\nCompliance with")
    [found] = find_letters(typed_paper(LETTER, first, "Compliance with" + second, report))
    assert found.text.pages == (1, 3)


@pytest.mark.parametrize(
    ("name", "year", "pages"),
    [("Wraxmere", "2020", 3), ("Wraxm DC", "2020", 3), ("Wraxmere", "2019", 2), ("Ilverton", "2020", 2)],
)
def test_statistics_headed_otherwise_are_not_the_letters(name: str, year: str, pages: int) -> None:
    document = typed_paper(
        LETTER, HEAD.format("Wraxmere", "2020") + BLOCKS, HEAD.format(name, year) + "Decisions made\n"
    )
    [found] = find_letters(document)
    assert found.pages == (1, pages)
    assert found.text.pages == (1, pages)
    assert [doubt.code for doubt in found.doubts] == ([] if pages == 3 else ["pages_left_out"])
    assert all("Page 3 is headed" in doubt.sentence for doubt in found.doubts)

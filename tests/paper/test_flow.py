"""From page to page: what a page break cuts runs on, past what stands on every page."""

from __future__ import annotations

import pytest

from ombudsview.paper.text import TextMap
from tests.paper.handmade import laid, paper, sheet, typed, typed_paper

CUT = ("This compares to an\naverage of", "45% in similar authorities.")


def raw(*pages: str) -> str:
    return TextMap(typed_paper(*pages)).raw


def test_a_sentence_cut_by_a_page_break_runs_on() -> None:
    text = TextMap(typed_paper(*CUT))
    assert text.raw == "This compares to an\naverage of\f45% in similar authorities.\n\n\f"
    start = text.text.index("average of")
    assert [(page, word.text) for page, word in text.words(start, start + 14)] == [
        (1, "average"),
        (1, "of"),
        (2, "45%"),
    ]
    assert text.line_at(start + 12).page == 2


@pytest.mark.parametrize(
    ("before", "after"),
    [("\n\n\n\nPage 1 of 2", ""), ("\n\n\n\n1", ""), ("", "2\n\n\n"), ("\n\n\n\n1/2", "Page 2\n\n\n")],
    ids=["under", "number", "over", "both"],
)
def test_page_numbers_do_not_stop_it(before: str, after: str) -> None:
    assert "average of\f45% in" in raw(CUT[0] + before, after + CUT[1])


def test_running_headers_do_not_stop_it() -> None:
    header = "Wraxmere District Council - Annual Review letter 2020\n\n\n"
    assert "average of\f45% in" in raw(header + CUT[0], header + CUT[1])


@pytest.mark.parametrize("end", [".", ":", "?", "!"])
def test_a_whole_sentence_does_not_run_on(end: str) -> None:
    assert raw(f"It ends here{end}", "Another begins.") == f"It ends here{end}\n\n\fAnother begins.\n\n\f"


def test_a_heading_of_another_size_is_not_run_into() -> None:
    text = TextMap(paper(sheet(laid("and so on", 40, 40)), sheet(laid("Complaints upheld", 40, 40, size=18))))
    assert text.raw == "and so on\n\n\fComplaints upheld\n\n\f"


def test_a_page_without_words_parts() -> None:
    assert TextMap(paper(sheet(typed(CUT[0])), sheet(), sheet(typed(CUT[1])))).raw.count("\f") == 3
    assert "\n\n\f\f" in TextMap(paper(sheet(typed(CUT[0])), sheet(), sheet(typed(CUT[1])))).raw


def test_as_many_pages_as_there_are() -> None:
    pages = ["one and", "two and", "three and", "four"]
    assert raw(*pages) == "one and\ftwo and\fthree and\ffour\n\n\f"

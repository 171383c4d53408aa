"""Letters such as nobody typeset for us: struck and covered figures, notes over them, footnote marks, columns, drafts, form fields.

Drawn on demand, read by the reader process: what is no figure of the letter is never taken for one without a word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import pymupdf
import pytest
import typst

from ombudsview.paper.worker import Worker
from ombudsview.reading import answer
from ombudsview.reading.model import Reading

FIGURES = {
    "upheld_rate": "57%",
    "upheld_rate_similar": "45%",
    "upheld_decisions": "4",
    "investigations": "7",
    "compliance_rate": "100%",
    "compliance_rate_similar": "99%",
    "compliance_outcomes": "3",
    "remedy_rate": "25%",
    "remedy_rate_similar": "20%",
    "satisfactory_remedies": "1",
    "remedy_base": "4",
}
FRONT = """
22 July 2020

Mrs Thistlewood \\ Director \\ Wraxmere District Council

Dear Mrs Thistlewood

#text(14pt)[Annual Review letter 2020]

I write to you with our annual summary of statistics on the decisions made by the Local Government and Social Care
Ombudsman about your authority for the year ending 31 March 2020.

A compliance rate below 100% is rare. We trained more than 1,400 people, 47 more than before.

Yours sincerely

#v(3em)
Michael King \\ Local Government and Social Care Ombudsman
"""
BLOCKS = """
Wraxmere District Council \\ For the period ending: 31/03/20

#text(14pt)[Complaints upheld]

{upheld_rate} of complaints we investigated were upheld.

This compares to an average of {upheld_rate_similar} in similar authorities.

#big[{upheld_decisions}]
upheld decisions

Statistics are based on a total of {investigations} detailed investigations for the period between 1 April 2019 to 31 March 2020

#text(14pt)[Compliance with Ombudsman recommendations]

In {compliance_rate} of cases we were satisfied the authority had successfully implemented our recommendations.

This compares to an average of {compliance_rate_similar} in similar authorities.

Statistics are based on a total of {compliance_outcomes} compliance outcomes for the period between 1 April 2019 to 31 March 2020

#text(14pt)[Satisfactory remedies provided by the authority]

In {remedy_rate} of upheld cases we found the authority had provided a satisfactory remedy before the complaint reached the
Ombudsman.

This compares to an average of {remedy_rate_similar} in similar authorities.

#big[{satisfactory_remedies}]
satisfactory remedy decision

Statistics are based on a total of {remedy_base} detailed investigations for the period between 1 April 2019 to 31 March 2020
"""
SET = '#set page(paper: "a4", margin: 2cm)\n#set text(11pt)\n#let big(it) = text(30pt, it)\n'


def drawn(
    figures: Mapping[str, str] | None = None, *, settings: str = "", blocks: str = "#pagebreak()\n{}", before: str = ""
) -> bytes:
    """The letter with some of its figures set otherwise, as Typst source; `blocks` says how the figures' page is set."""
    said = BLOCKS.format_map(FIGURES | dict(figures or {}))
    return typst.compile((SET + settings + before + FRONT + blocks.replace("{}", said)).encode(), timestamp=0)


@pytest.fixture(scope="module")
def read() -> Iterator[Callable[[bytes], Reading]]:
    with Worker.start(spare=False) as worker:

        def reading(data: bytes) -> Reading:
            opened = worker.open(data)
            [one] = answer.decode(worker.read(), opened.sha256, opened.sizes).readings
            return one

        yield reading


Read = Callable[[bytes], Reading]


def wrong(one: Reading, figures: Mapping[str, str] | None = None) -> dict[str, object]:
    """What was read otherwise than it is printed."""
    true = {key: said.rstrip("%") for key, said in (FIGURES | dict(figures or {})).items()}
    said = {key: field.value for key in true if (field := one.field(key)) is not None}
    return {key: said.get(key) for key in true if said.get(key) != true[key]}


def codes(one: Reading, key: str) -> list[str]:
    field = one.field(key)
    assert field is not None
    return [doubt.code for doubt in field.doubts]


def test_the_letter_itself_is_read_without_a_doubt(read: Read) -> None:
    one = read(drawn())
    assert (wrong(one), one.doubts) == ({}, ())


def test_struck_figures_are_doubted(read: Read) -> None:
    old = {"compliance_outcomes": "#strike[8]", "upheld_decisions": "#strike[9]", "upheld_rate_similar": "#strike[61%]"}
    one = read(drawn(old))
    assert wrong(one, {"compliance_outcomes": "8", "upheld_decisions": "9", "upheld_rate_similar": "61%"}) == {}
    assert all("struck" in codes(one, key) for key in old)
    assert "struck" not in [code for key in FIGURES if key not in old for code in codes(one, key)]


def test_a_struck_figure_glued_to_the_one_that_takes_its_place_is_doubted(read: Read) -> None:
    one = read(drawn({"compliance_outcomes": "#strike[8]3"}))
    assert "struck" in codes(one, "compliance_outcomes")


@pytest.mark.parametrize("fill", ["black", "white"])
def test_covered_figures_are_doubted(fill: str, read: Read) -> None:
    cover = f"#box[8#place(top + left, dx: -1pt, dy: -1pt, rect(width: 120%, height: 11pt, fill: {fill}))]"
    one = read(drawn({"compliance_outcomes": cover}))
    assert "hidden" in codes(one, "compliance_outcomes")


@pytest.mark.parametrize(
    "how", ["super(typographic: false, ", "super(typographic: false, size: 0.95em, baseline: -0.3em, ", "super("]
)
def test_footnote_marks_are_no_part_of_a_figure(how: str, read: Read) -> None:
    marked = {key: f"{said}#{how}[{number}])" for number, (key, said) in enumerate(FIGURES.items(), 1)}
    assert wrong(read(drawn(marked))) == {}


def test_signs_of_footnotes_are_no_part_of_a_figure(read: Read) -> None:
    assert wrong(read(drawn({key: f"{said}²" for key, said in FIGURES.items()}))) == {}


def test_figures_in_two_columns_are_those_of_their_headings(read: Read) -> None:
    assert wrong(read(drawn(blocks="#pagebreak()\n#columns(2)[{}]"))) == {}


def test_a_draft_behind_the_words_and_numbered_pages_are_no_figures(read: Read) -> None:
    behind = "#set page(background: rotate(-45deg, text(90pt, luma(220))[DRAFT 2]), header: [Letter 9 of 12], footer: [Page 2 of 5])\n"
    assert wrong(read(drawn(settings=behind))) == {}


def place_of(page: pymupdf.Page, words: str) -> pymupdf.Rect:
    """Where the first of these words stands."""
    found = page.search_for(words)[0]
    return pymupdf.Rect(
        found.x0, found.y0, found.x0 + found.width * len(words.split(maxsplit=1)[0]) / len(words), found.y1
    )


@pytest.mark.parametrize("kind", ["freetext", "strikeout", "redact"])
def test_a_note_over_a_figure_is_said_and_its_number_never_taken_without_a_doubt(kind: str, read: Read) -> None:
    with pymupdf.open("pdf", drawn()) as document:
        page = document[1]
        place = place_of(page, "3 compliance")
        if kind == "freetext":
            page.add_freetext_annot(place, "8", fontsize=9, fill_color=(1, 1, 1))
        elif kind == "strikeout":
            page.add_strikeout_annot(place)
        else:
            page.add_redact_annot(place)
        one = read(document.tobytes())
    assert codes(one, "compliance_outcomes") != []


def test_notes_in_the_margin_and_highlights_change_nothing(read: Read) -> None:
    with pymupdf.open("pdf", drawn()) as document:
        page = document[1]
        page.add_highlight_annot(place_of(page, "57% of")).set_info(content="61%")
        page.add_text_annot((30, 100), "9 upheld decisions")
        page.add_freetext_annot(pymupdf.Rect(300, 700, 560, 740), "9 upheld decisions, I think", fontsize=9)
        one = read(document.tobytes())
    assert (wrong(one), one.doubts) == ({}, ())


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_turned_and_cropped_pages_are_looked_over_too(turn: int, read: Read) -> None:
    with pymupdf.open("pdf", drawn({"compliance_outcomes": "#strike[8]"})) as document:
        for page in document:
            page.set_cropbox(pymupdf.Rect(20, 30, page.mediabox.width - 15, page.mediabox.height - 25))
            page.set_rotation(turn)
        one = read(document.tobytes())
    assert wrong(one, {"compliance_outcomes": "8"}) == {}
    assert "struck" in codes(one, "compliance_outcomes")

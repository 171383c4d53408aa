"""The paper as a Word document, opened back: figures, pictures, links, structure; and letters' words that are nothing but words."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from docx.oxml.ns import qn
from PIL import Image

from ombudsview.history.dossier import Dossier
from ombudsview.reports.committee.cutting_out import Source, Strip, strips
from ombudsview.reports.committee.describe import describe
from ombudsview.reports.committee.model import Table
from ombudsview.reports.committee.word import as_word
from tests.reports.committee.dossiers import COMPLIED, LAST, NOW, THIS, UPHELD_2019, UPHELD_2020, filed, told
from tests.reports.committee.opened import Opened
from tests.reports.committee.test_cutting_out import Reader

OLDER = filed(2018, upheld_rate="43", upheld_decisions="3", investigations="7")
THREE_YEARS = Dossier(THIS, (OLDER, LAST))
HOSTILE = (
    '=HYPERLINK("http://example.org","Click")',
    '{ HYPERLINK "http://example.org" }',
    "{ DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe }",
    "\x15 INCLUDEPICTURE http://example.org \x15",
    '<w:hyperlink r:id="rId1">Click</w:hyperlink>',
    '</w:t></w:r><w:fldSimple w:instr=" DATE "/>',
    "nought\x00, bell\x07, escape\x1b, tab\t, line\n, page\x0c",
    "turned \u202egnorw\u202c and \u2066isolated\u2069",
    "lone \ud800 surrogate, \ufffe and \uffff",
    "<script>alert(1)</script> & ]]> <!-- -->",
    "long " * 8_000,
)


def made(dossier: Dossier, **how) -> Opened:
    paper = describe(dossier, now=NOW, version="1.2", **how)
    sources = {one.row.letter: Source(lambda: b"bytes", None, one.paper) for one in (dossier.letter, *dossier.earlier)}
    return Opened(as_word(paper, strips(paper.evidence, sources, Reader()), NOW))


@pytest.fixture(scope="module")
def opened() -> Opened:
    return made(THREE_YEARS)


def test_every_cell_says_what_was_described(opened: Opened) -> None:
    paper = describe(THREE_YEARS, now=NOW, version="1.2")
    described = [block for one in paper.sections for block in one.blocks if isinstance(block, Table)]
    assert len(opened.document.tables) == len(described) + 1  # the figures of earlier letters
    for table, meant in zip(opened.document.tables, described, strict=False):
        cells = [[cell.text for cell in row.cells] for row in table.rows]
        assert cells == [
            list(meant.head),
            *[["".join(part.text for part in line) for line in row] for row in meant.rows],
        ]


def test_each_figure_leads_to_its_evidence_and_back(opened: Opened) -> None:
    paper = describe(THREE_YEARS, now=NOW, version="1.2")
    bookmarks = opened.bookmarks
    assert {anchor for _, anchor in opened.links} == set(bookmarks)
    quoted = [(text, anchor) for text, anchor in opened.links if anchor.startswith("strip_")]
    by_name = {f"strip_{one.name}": one for one in paper.evidence}
    assert {anchor for _, anchor in quoted} == set(by_name)
    for text, anchor in quoted:
        assert text == by_name[anchor].value
        assert bookmarks[anchor].startswith(by_name[anchor].figure)
    for one in paper.evidence:
        assert one.value in bookmarks[f"figure_{one.name}"]


def test_each_strip_has_its_picture_with_its_words_and_its_caption(opened: Opened) -> None:
    paper = describe(THREE_YEARS, now=NOW, version="1.2")
    pictured = [one for one in paper.evidence if one.pictured]
    assert len(opened.pictures) == len(pictured) == 11
    captions = [one.text for one in opened.document.paragraphs if one.style.name == "Caption"]
    in_order = sorted(pictured, key=lambda one: one.letter != THIS.row.letter)  # this letter's first
    for one, (title, alternative, image) in zip(in_order, opened.pictures, strict=True):
        assert title == one.caption
        assert f"Outlined in it: “{one.printed}”" in alternative
        assert f"{one.printed}”." in alternative.rpartition("The line reads: “")[2]
        assert one.caption in captions
        assert Image.open(io.BytesIO(image)).width > 100
    assert "100% - page 3, Annual Review letter 2020" in captions


def test_older_figures_are_named_by_letter_and_page(opened: Opened) -> None:
    rows = [[cell.text for cell in row.cells] for row in opened.document.tables[-1].rows]
    assert rows[0] == ["Figure", "As given", "Where it is printed"]
    assert ["Upheld rate, 2017-18 back", "43%", "page 3, Annual Review letter 2018"] in rows


def test_its_structure_can_be_heard(opened: Opened) -> None:
    styles = {one.style.name for one in opened.document.paragraphs}
    assert {"Title", "Heading 1", "Heading 2", "Caption", "List Bullet"} <= styles
    for table in opened.document.tables:
        properties = table._tbl.tblPr
        assert properties.find(qn("w:tblCaption")).get(qn("w:val"))
        assert properties.find(qn("w:tblDescription")).get(qn("w:val"))
        heads = [row for row in table.rows if row._tr.find(f".//{qn('w:tblHeader')}") is not None]
        assert [row._tr for row in heads] == [table.rows[0]._tr]
        assert properties.find(qn("w:tblLook")).get(qn("w:firstColumn")) == "1"
    languages = {one.get(qn("w:val")) for one in opened.document.styles.element.iter(qn("w:lang"))}
    assert languages == {"en-GB"}
    about = opened.document.core_properties
    assert about.title == "Exampleborough District Council: the Ombudsman's letter for 2019-20"
    assert about.author == "OmbudsView"
    assert not any("thumbnail" in name for name in opened.parts)


def test_a_small_table_is_not_parted_by_a_page_and_a_row_never_is(opened: Opened) -> None:
    for table in opened.document.tables:
        held = [
            [cell.paragraphs[0].paragraph_format.keep_with_next for cell in row.cells] == [True] * len(row.cells)
            for row in table.rows
        ]
        small = len(table.rows) <= 12
        assert held == [small] * (len(held) - 1) + [False]
        assert len(list(table._tbl.iter(qn("w:cantSplit")))) >= len(table.rows) - 1
    assert any(len(table.rows) <= 12 for table in opened.document.tables)
    leads = [one for one in opened.document.paragraphs if one.text.startswith(("Each figure leads", "Each year as"))]
    assert [one.paragraph_format.keep_with_next for one in leads] == [True, True]


def test_the_page_number_is_its_only_field_and_nothing_leads_out(opened: Opened) -> None:
    assert opened.fields == [" PAGE "]
    assert opened.outward == []


def test_the_words_of_letters_are_words_and_nothing_else() -> None:
    title = HOSTILE[0]
    given = zip(UPHELD_2020.items(), HOSTILE, strict=False)
    fields = [told("x", 2020, key, value, "query", words, note=words) for (key, value), words in given]
    letter = filed(
        2020,
        *fields,
        lesson=HOSTILE[2],
        early=HOSTILE[3],
        title=title,
        remarks=HOSTILE,
        signatory=HOSTILE[4],
        **COMPLIED,
    )
    letter = replace(letter, row=replace(letter.row, authority=HOSTILE[5], file_name=HOSTILE[7]), who=HOSTILE[8])
    earlier = filed(2019, title=HOSTILE[6], **UPHELD_2019)
    opened = made(Dossier(letter, (earlier,), took_over=(HOSTILE[1],)))
    assert opened.fields == [" PAGE "]
    assert opened.outward == []
    assert {anchor for _, anchor in opened.links} == set(opened.bookmarks)
    for text in (*HOSTILE[:3], HOSTILE[4], HOSTILE[9]):
        assert text in opened.text
    for name, content in opened.parts.items():
        if name.endswith(".xml"):
            words = content.decode("utf-8")
            assert not [
                mark
                for mark in words
                if mark not in "\n\r\t" and (ord(mark) < 32 or mark in "\u202e\u2066\ufffe\uffff")
            ]
    assert "nought\ufffd, bell\ufffd, escape\ufffd, tab , line , page" in opened.text


def test_what_could_not_be_pictured_keeps_its_words_and_its_place() -> None:
    worked = told("x", 2020, "investigations", "2", "worked_out", placed=False, reason="It follows from the rate.")
    letter = filed(2020, worked, upheld_rate="100", upheld_decisions="2")
    paper = describe(Dossier(letter), now=NOW, version="1.2")
    names = {one.figure: one.name for one in paper.evidence}
    opened = Opened(as_word(paper, {names["Upheld rate, 2019-20"]: Strip(why_not="The reader died.")}, NOW))
    captions = [one.text for one in opened.document.paragraphs if one.style.name == "Caption"]
    assert "100% - page 3, Annual Review letter 2020. There is printed “100%”. The reader died" in captions
    assert "2 - not printed in Annual Review letter 2020. Worked out, not printed. It follows from the rate" in captions
    assert opened.pictures == []
    assert {anchor for _, anchor in opened.links} == set(opened.bookmarks)


def test_notices_stand_before_the_first_heading() -> None:
    opened = made(THREE_YEARS, unsaved=True)
    texts = [one.text for one in opened.document.paragraphs]
    first = next(number for number, one in enumerate(texts) if one == "The year in short")
    assert any(one.startswith("Please note: The letter is being amended") for one in texts[:first])


def test_a_letter_of_no_figures_makes_a_paper_all_the_same() -> None:
    opened = made(Dossier(filed(2020)))
    assert "has no rate of which anything could be said" in opened.text
    assert "Evidence" not in opened.text


def test_the_time_of_making_is_kept_as_the_file_format_has_it_in_utc() -> None:
    paper = describe(THREE_YEARS, now=NOW, version="1.2")
    about = Opened(as_word(paper, {}, "2026-07-01T00:30:15+01:00")).document.core_properties
    assert about.created is not None
    assert about.created.replace(tzinfo=UTC) == datetime(2026, 6, 30, 23, 30, 15, tzinfo=UTC)

"""What the paper says, apart from Word: each sentence borne by the record, what nobody checked said first."""

from __future__ import annotations

from dataclasses import replace

from ombudsview.history.dossier import Dossier
from ombudsview.letters.fields import FIELDS, shown
from ombudsview.paper.geometry import Box
from ombudsview.paper.paper import Paper, Sheet, Word
from ombudsview.reading.model import Source
from ombudsview.reports.committee.citing import label
from ombudsview.reports.committee.describe import describe
from ombudsview.reports.committee.model import Heading, Paragraph, Table
from ombudsview.trends.finding import finding
from ombudsview.trends.measure import measure
from ombudsview.trends.series import series
from tests.reports.committee.dossiers import COMPLIED, COUNCIL, LAST, NOW, THIS, TWO_YEARS, UPHELD_2020, filed, told


def described(dossier: Dossier, **how):
    return describe(dossier, now=NOW, version="1.2", **how)


def text(line) -> str:
    return "".join(part.text for part in line)


def section(paper, heading: str) -> list[str]:
    """Every line of a section, tables row by row."""
    (found,) = [one for one in paper.sections if one.heading == heading]
    lines = []
    for block in found.blocks:
        if isinstance(block, Table):
            lines += [" | ".join(map(text, row)) for row in block.rows]
        else:
            lines.append(block.text if isinstance(block, Heading) else text(block.line))
    return lines


def test_it_begins_with_whose_letter_it_is_and_what_is_found() -> None:
    paper = described(TWO_YEARS)
    assert paper.title == f"{COUNCIL}: the Ombudsman's letter for 2019-20"
    particulars = dict(paper.particulars)
    assert particulars["Letter"] == "Annual Review letter 2020"
    assert particulars["Sent by"] == "Ann Other, Ombudsman"
    assert particulars["Year"] == "to 31 March 2020"
    assert particulars["File"] == "2020.pdf, pages 1 to 3"
    assert paper.notices == ()
    figures = [one.figure for letter in (LAST, THIS) for one in letter.fields.values()]
    upheld, complied, *rest = section(paper, "The year in short")
    said = finding(series(figures, measure("upheld_rate"))).replace(
        "Upheld rate", "Upheld rate, of detailed investigations"
    )
    assert upheld.startswith(f"{said}. Up 44 points since 2018-19, ")
    assert "may be chance with so few cases" in upheld
    assert complied.startswith(
        "Compliance rate, of compliance outcomes: 100% (3 of 3 as worked out) in 2019-20, above the average"
    )
    assert rest == []
    assert "save 2, of 20 November 2026, under the user name “A. Clerk”" in paper.made


def test_every_figure_is_the_records_and_has_its_evidence() -> None:
    paper = described(TWO_YEARS)
    by_name = {one.name: one for one in paper.evidence}
    letters = {THIS.row.letter: THIS, LAST.row.letter: LAST}
    quoted = [part for line in paper.lines() for part in line if part.evidence]
    assert len(quoted) > 20
    for part in quoted:
        assert part.text == by_name[part.evidence].value
    for one in paper.evidence:
        fields = letters[one.letter].fields
        assert any(
            one.value == shown(FIELDS[key].unit, field.figure.value) and one.boxes == field.sources[0].boxes
            for key, field in fields.items()
            if field.sources
        )
    first = ["Upheld rate, 2019-20", "Upheld decisions, 2019-20", "Investigations, 2019-20", "Upheld rate, 2018-19"]
    assert [one.figure for one in paper.evidence[:4]] == first
    assert {(one.figure, one.caption) for one in paper.evidence} >= {
        ("Upheld rate, 2019-20", "100% - page 3, Annual Review letter 2020"),
        ("Upheld rate: average of similar authorities, 2018-19", "43% - page 3, Annual Review letter 2019"),
    }


def test_what_nobody_checked_is_said_before_anything_else() -> None:
    rate = told("x", 2020, "compliance_rate", "100", "to_check")
    base = told("x", 2020, "investigations", "2", "query", note="Two of what?")
    letter = filed(2020, rate, base, early="The meeting is tomorrow.", upheld_rate="100", upheld_decisions="2")
    paper = described(Dossier(letter), unsaved=True)
    unchecked, queried, amended = paper.notices
    assert unchecked.startswith("This field was not checked before the letter was finished: Compliance rate.")
    assert unchecked.endswith("The reason given: “The meeting is tomorrow.”")
    assert queried == "Put off with a query: Investigations (“Two of what?”)."
    assert amended.startswith("The letter is being amended")
    figures = section(paper, "The year's figures")
    assert any("2 of 2 detailed investigations (Investigations: put off with a query)" in one for one in figures)
    assert any("100% (Compliance rate: not checked)" in one for one in figures)


def test_unchecked_fields_are_named_in_the_order_of_the_letter() -> None:
    keys = ("investigations", "letter_date", "upheld_rate", "compliance_rate")
    values = ("2", "2020-07-22", "100", "90")
    open_ = [told("x", 2020, key, value, "to_check") for key, value in zip(keys, values, strict=True)]
    open_[0] = replace(open_[0], sources=(Source(1, (Box(1, 1, 2, 2),), "2"),))
    nowhere = told("x", 2020, "upheld_decisions", "2", "to_check", placed=False)
    (notice,) = described(Dossier(filed(2020, *open_, nowhere))).notices
    in_order = ("Investigations", *(label(key) for key in FIELDS if key in keys[1:]), "Upheld decisions")
    assert f": {'; '.join(in_order)}." in notice


def test_a_specimen_of_an_invented_council_says_so() -> None:
    words = "Specimen typeset for OmbudsView. This council does not exist."
    spoken = tuple(Word(one, Box(40.0, 10.0, 95.0, 20.0), 0) for one in words.split())
    letter = replace(THIS, paper=Paper("0" * 64, (Sheet(595.0, 842.0, 0, spoken),)))
    (notice,) = described(Dossier(letter)).notices
    assert notice.startswith("This letter is a specimen")
    assert described(Dossier(THIS)).notices == ()


def test_what_the_officer_set_is_said_before_anything_else_and_no_gap_is_called_of_printed_figures() -> None:
    rate = replace(told("x", 2020, "upheld_rate", "100", "changed"), was="45", known=True)
    denied = told("x", 2020, "compliance_rate_similar", None, "not_in_letter", printed="99%")
    letter = filed(2020, rate, denied, **UPHELD_2020, compliance_rate="100", compliance_outcomes="3")
    paper = described(Dossier(letter, (LAST,)))
    assert paper.notices == (
        "Set by the officer, not as the program read it: Upheld rate (corrected by the officer; read as 45%).",
        (
            "Not in the letter, says the officer, where the program had read something: "
            "Compliance rate: average of similar authorities (read as 99%)."
        ),
    )
    words = " ".join(text(line) for line in paper.lines())
    assert "as corrected by the officer where that is said" in words
    assert "printed figures" not in words
    assert "was printed in that letter" not in words
    assert "from the printed figures" in " ".join(text(line) for line in described(TWO_YEARS).lines())


def test_what_is_left_out_is_said() -> None:
    paper = described(replace(TWO_YEARS, others=1, took_over=("Old Borough Council", "Older Borough Council")))
    another, before = paper.notices
    assert another.startswith("Another letter to this authority about the same year is saved")
    assert "Old Borough Council and Older Borough Council, which this authority took over from" in before
    (spelt,) = described(replace(TWO_YEARS, alike=("Council of Exampleborough",))).notices
    assert "“Council of Exampleborough”, another spelling of this authority's name" in spelt


def test_a_letter_without_any_rate_says_so_and_claims_nothing() -> None:
    paper = described(Dossier(filed(2020, upheld_decisions="2")))
    assert section(paper, "The year in short") == [
        "The record of this letter has no rate of which anything could be said."
    ]
    assert "Questions that committees ask" not in [one.heading for one in paper.sections]


def test_a_letter_alone_says_that_nothing_can_be_said_of_a_change() -> None:
    paper = described(Dossier(THIS))
    assert "nothing can be said of a change" in section(paper, "The year in short")[-1]
    assert not any("no letter saved" in one for one in section(paper, "The year's figures"))
    assert "Year by year" not in [one.heading for one in paper.sections]


def test_letters_of_later_years_and_the_other_one_of_the_year_are_not_in_it() -> None:
    second = filed(2020, sequence=2, upheld_rate="0", upheld_decisions="0", investigations="2")
    paper = described(Dossier(second, (LAST,), others=1))
    assert "100%" not in " ".join(section(paper, "The year's figures"))
    assert any(
        one.startswith("Upheld rate, of detailed investigations | 0%, 0 of 2")
        for one in section(paper, "The year's figures")
    )


def test_nothing_ranks_anybody() -> None:
    words = " ".join(text(line) for line in described(TWO_YEARS).lines()).casefold()
    assert not any(word in words for word in ("best", "worst", "ranked", "league", "position"))


def test_paragraphs_have_looks_that_are_known() -> None:
    looks = {
        block.look
        for one in described(
            Dossier(filed(2020, **UPHELD_2020, **COMPLIED, remarks=("I am pleased.",)), (LAST,))
        ).sections
        for block in one.blocks
        if isinstance(block, Paragraph)
    }
    assert looks == {"body", "bullet", "quote", "note"}

"""Sections: headings are told from prose that begins with the same words, and rule what stands below them in their column."""

from __future__ import annotations

from ombudsview.letters.sections import Regions, Section
from ombudsview.paper.text import Line, TextMap
from tests.paper.handmade import laid, paper, sheet, typed, typed_paper

SECTIONS = (
    Section("upheld", "complaints upheld", ("of complaints were upheld",)),
    Section("remedies", "satisfactory remedies provided by the (?:authority|council)", ("of upheld cases",)),
)


def section_of(text: TextMap, words: str) -> str | None:
    return Regions(text, SECTIONS).section_at(text.text.index(words))


def test_what_stands_below_a_heading_belongs_to_it() -> None:
    text = TextMap(
        typed_paper(
            "before\n\nComplaints upheld\n\nfirst\n\nSatisfactory remedies provided by the Council\n\nsecond", "third"
        )
    )
    assert section_of(text, "before") is None
    assert section_of(text, "first") == "upheld"
    assert section_of(text, "second") == "remedies"
    assert section_of(text, "third") == "remedies"


def test_the_heading_is_of_its_own_section() -> None:
    text = TextMap(typed_paper("before\n\nComplaints upheld\n\nfirst"))
    assert section_of(text, "complaints upheld") == "upheld"


def test_a_paragraph_that_begins_with_the_same_words_is_no_heading() -> None:
    text = TextMap(typed_paper("Complaints upheld - We uphold complaints\n\nprose\n\nComplaints upheld\n\nfigures"))
    assert section_of(text, "prose") is None
    assert section_of(text, "figures") == "upheld"


def test_a_heading_over_two_lines() -> None:
    text = TextMap(typed_paper("Satisfactory remedies provided\nby the authority\n\nfigures"))
    assert section_of(text, "figures") == "remedies"


def test_columns_have_their_own_headings() -> None:
    left = typed("Complaints upheld\n\nof the left", x=40, y=100)
    right = typed("Satisfactory remedies provided by the Council\n\nof the right", x=320, y=100)
    text = TextMap(paper(sheet(laid("above both", 40, 40), right, left, laid("over the page", 60, 300))))
    assert section_of(text, "above both") is None
    assert section_of(text, "of the left") == "upheld"
    assert section_of(text, "of the right") == "remedies"


def test_a_big_number_beside_the_top_of_its_block_belongs_to_it() -> None:
    """It reaches over the block's first lines; its middle tells."""
    text = TextMap(
        paper(
            sheet(laid("Complaints upheld", 40, 100), laid("31", 300, 104, size=48), laid("upheld decisions", 300, 166))
        )
    )
    assert section_of(text, "31") == "upheld"


def test_an_opening_sentence_stands_in_for_a_heading_worded_differently() -> None:
    text = TextMap(typed_paper("How often we upheld\n\n79% of complaints were upheld.\n\nfigures"))
    assert section_of(text, "figures") == "upheld"


def test_prose_in_the_words_of_an_opening_sentence_does_not_count_where_there_is_a_heading() -> None:
    text = TextMap(typed_paper("Last year 71% of complaints were upheld.\n\nprose\n\nComplaints upheld\n\nfigures"))
    assert section_of(text, "prose") is None
    assert section_of(text, "figures") == "upheld"


def test_a_text_without_headings_has_no_sections() -> None:
    text = TextMap(typed_paper("nothing of the kind"))
    assert Regions(text, SECTIONS).marks == []
    assert section_of(text, "nothing") is None
    assert Regions(text, ()).section_at(0) is None


LEFT = """
Complaints upheld

Of what we looked into much
was upheld, as we often find.
In the left are four or more
lines that run on like this.

Satisfactory remedies provided by the Council

Here the left column ends with
"""
RIGHT = """
the end of what is said there
and some more about remedies
which takes a line or another
and then some lines that this
test has only to fill columns
before a heading comes again.

Complaints upheld

At the foot of the right one.
"""


def test_on_a_page_in_columns_a_place_belongs_to_the_heading_read_before_it() -> None:
    text = TextMap(paper(sheet(typed(LEFT, x=40, y=100), typed(RIGHT, x=320, y=100))))
    assert section_of(text, "was upheld") == "upheld"
    assert section_of(text, "here the left") == "remedies"
    assert section_of(text, "about remedies") == "remedies"
    assert section_of(text, "foot of the right") == "upheld"


def test_captions_beside_a_column_belong_to_the_headings_they_stand_by() -> None:
    captions = [laid("decisions that we upheld", 330, 140), laid("remedies that satisfied us", 330, 230)]
    text = TextMap(paper(sheet(typed(LEFT, x=40, y=100), *captions)))
    assert section_of(text, "decisions that we upheld") == "upheld"
    assert section_of(text, "remedies that satisfied us") == "remedies"


class Counted(tuple[Line, ...]):
    """Lines that count how often somebody goes through them."""

    times = 0

    def __iter__(self):  # type: ignore[no-untyped-def]
        Counted.times += 1
        return super().__iter__()


def test_the_lines_of_a_long_letter_are_gone_through_once_not_for_each_page() -> None:
    text = TextMap(
        typed_paper("Complaints upheld\n\nfigures", *(f"on page {number} there is prose" for number in range(30)))
    )
    places = [text.text.index(f"on page {number} ") for number in range(30)]
    text.lines = Counted(text.lines)  # type: ignore[assignment]
    Counted.times = 0
    regions = Regions(text, SECTIONS)
    assert {regions.section_at(place) for place in places} == {"upheld"}
    assert Counted.times <= 3

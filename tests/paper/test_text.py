"""The text map: one string for many pages, in which every character leads back to its word and so to its box."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombudsview.paper.paper import Paper, Sheet
from ombudsview.paper.text import TextMap
from tests.paper.handmade import laid, paper, renumbered, sheet, typed, typed_paper

PAGE = """
Complaints upheld

79% of complaints we                Compliance
investigated were upheld.           In 100% of cases we were
This compares to an average         satisfied the Council had
of 45% in similar authorities.      done as we asked.
"""
WORDS = [*typed(PAGE), *laid("31", 40, 300, size=48), *laid("upheld decisions", 40, 370)]

word_texts = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Zs", "Zl", "Zp")), min_size=1, max_size=9)


def text_of(*pages: str) -> TextMap:
    return TextMap(typed_paper(*pages))


def test_lines_blocks_and_pages_are_parted_each_in_its_own_way() -> None:
    text = text_of("One line\nand the next.\n\nA paragraph.", "Overleaf")
    assert text.raw == "One line\nand the next.\n\nA paragraph.\n\n\fOverleaf\n\n\f"


def test_a_page_without_words_is_still_a_page() -> None:
    text = TextMap(paper(sheet(), sheet(laid("second", 40, 40)), sheet()))
    assert text.raw == "\fsecond\n\n\f\f"
    assert text.line_at(1).page == 2


def test_some_pages_of_a_paper() -> None:
    whole = typed_paper("First.", "Second.", "Third.")
    some = TextMap(whole, 2, 3)
    assert some.raw == "Second.\n\n\fThird.\n\n\f"
    assert [line.page for line in some.lines] == [2, 3]
    assert [page for page, _ in some.words(0, len(some.raw))] == [2, 3]
    assert some.pages == (2, 3)


@given(st.permutations(range(len(WORDS))), st.booleans())
def test_the_order_of_drawing_does_not_matter(order: list[int], one_line: bool) -> None:
    mixed = [WORDS[place] for place in order]
    words = renumbered(mixed, [0] * len(mixed) if one_line else range(len(mixed)))
    whole = sheet(WORDS)
    assert TextMap(paper(Sheet(whole.width, whole.height, 0, words))).raw == TextMap(paper(whole)).raw


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_on_its_side_reads_the_same_and_keeps_its_own_boxes(turn: int) -> None:
    upright, turned = TextMap(paper(sheet(WORDS))), TextMap(paper(sheet(WORDS, turn=turn)))
    assert turned.raw == upright.raw
    shown = {word.text: word.box for word in turned.paper.sheets[0].words}
    place = turned.text.index("investigated")
    [(page, word)] = turned.words(place, place + 5)
    assert page == 1
    assert word.box == shown["investigated"]
    assert word.box.height > word.box.width or turn == 180


def every_word(text: TextMap) -> None:
    """Each word's letters, wherever it stands, lead to exactly that word; what is printed there is the word."""
    places: dict[int, int] = {}
    at = 0
    for line in text.lines:
        at = line.start
        for piece in text.raw[line.start : line.end].split(" "):
            [(page, word)] = text.words(at, at + len(piece))
            assert page == line.page
            assert word.text.replace("\u00ad", "").startswith(piece)
            assert id(word) not in places
            places[id(word)] = at
            for place in range(at, at + len(piece)):
                assert text.words(place, place + 1) == [(page, word)]
                assert text.line_at(place) == line
            at += len(piece) + 1
    assert len(places) == sum(len(one.words) for one in text.paper.sheets)


def test_every_character_knows_its_word() -> None:
    every_word(TextMap(paper(sheet(WORDS), sheet(typed("and a second page\nof two lines")))))


@given(st.lists(st.lists(word_texts, min_size=1, max_size=5), min_size=1, max_size=4))
def test_every_character_knows_its_word_whatever_is_printed(rows: list[list[str]]) -> None:
    rows = [[word.replace("\u00ad", "x").replace("-", "x").replace("\u2010", "x") for word in row] for row in rows]
    page = sheet(*(laid(" ".join(row), 40, 40 + 14 * number) for number, row in enumerate(rows)))
    text = TextMap(paper(page))
    every_word(text)
    assert len(text.text) == len(text.raw)


def test_a_span_gives_the_words_that_it_touches() -> None:
    text = text_of("of 45% in similar authorities.")
    start = text.text.index("45%")
    assert [word.text for _, word in text.words(start, start + 2)] == ["45%"]
    assert [word.text for _, word in text.words(start, start + 6)] == ["45%", "in"]
    assert text.printed(start, start + 6) == "45% in"


def test_words_broken_over_lines_are_joined_and_keep_both_halves() -> None:
    text = text_of("the remedies that the author-\nity had provided")
    assert "that the authority had" in text.text
    start = text.text.index("authority")
    assert [word.text for _, word in text.words(start, start + 9)] == ["author-", "ity"]


def test_soft_hyphens_are_not_printed() -> None:
    text = text_of("a satis\u00adfactory rem\u00ad\nedy of 2\u00ad0% at last")
    assert text.text.startswith("a satisfactory remedy of 20% at last")
    start = text.text.index("20%")
    assert [word.text for _, word in text.words(start, start + 3)] == ["2\u00ad0%"]
    start = text.text.index("last")
    assert [word.text for _, word in text.words(start, start + 4)] == ["last"]


@pytest.mark.parametrize("page", ["2019-\n2020", "A -\nnote", "OMBUDS-\nMAN", "pre-\n\ntended", "Southend-on-\n\nSea"])
def test_a_dash_that_breaks_no_word_stays(page: str) -> None:
    assert text_of(page).raw == page + "\n\n\f"


@pytest.mark.parametrize(
    ("page", "name"),
    [
        ("Stoke-\non-Trent City Council", "Stoke-on-Trent City Council"),
        ("Borough of Southend-on-\nSea", "Borough of Southend-on-Sea"),
        ("Newcastle-under-\nLyme Borough Council", "Newcastle-under-Lyme Borough Council"),
    ],
)
def test_a_name_with_hyphens_of_its_own_keeps_them_over_a_line_break(page: str, name: str) -> None:
    text = text_of(page)
    assert text.printed(0, len(text.raw)) == name


def test_folding_makes_one_of_one() -> None:
    text = text_of("\u2018Don\u2019t\u2019 \u2013 \u201cKing\u2019s Lynn\u201d \u0130zmir CO\u2011OP 5\u00a0%")
    assert text.text.startswith("'don't' - \"king's lynn\" \u0130zmir co-op 5 %")
    assert len(text.text) == len(text.raw)


@given(st.lists(word_texts, min_size=1, max_size=8))
def test_folding_never_moves_a_character(words: list[str]) -> None:
    text = TextMap(paper(sheet(laid(" ".join(words), 40, 40))))
    assert len(text.text) == len(text.raw)


def test_a_line_knows_its_page_and_place() -> None:
    text = text_of("One line\nand the next.\n\nA paragraph.", "Overleaf")
    one, two, three, four = text.lines
    assert [line.page for line in text.lines] == [1, 1, 1, 2]
    assert one.block == two.block != three.block != four.block
    assert one.box.y1 < two.box.y1 < three.box.y1
    assert text.line_at(text.text.index("paragraph")) == three
    assert text.line_at(one.end) == one
    assert text.line_at(len(text.raw)) == four


def test_the_files_own_order_on_demand() -> None:
    words = [*typed("lower", y=100), *typed("upper", y=40)]
    both: Paper = paper(sheet(words))
    assert TextMap(both).raw == "upper\n\nlower\n\n\f"
    assert TextMap(both, as_drawn=True).raw == "lower\n\nupper\n\n\f"

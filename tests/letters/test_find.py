"""Finders: what each takes for a value, what it leaves alone, and that none of them guesses."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from ombudsview.letters.find import Beside, Says, Seeks, Side, at_line_starts, compiled
from ombudsview.letters.sections import Regions, Section
from ombudsview.paper.text import TextMap
from tests.paper.handmade import Laid, laid, paper, sheet, typed_paper

Finder = Says | Beside | Seeks

COUNTED = Says("{count} upheld decisions?")
RATED = Says("{percent} of (?:the )?complaints")
LABELLED = Beside("upheld decisions?")


def found(finder: Finder, text: TextMap, *sections: Section) -> list[str]:
    return [text.printed(*span) for span in finder.find(text, Regions(text, sections))]


def told(finder: Finder, page: str, *sections: Section) -> list[str]:
    return found(finder, TextMap(typed_paper(page)), *sections)


def drawn(*words: Laid) -> TextMap:
    return TextMap(paper(sheet(*words)))


@pytest.mark.parametrize(
    ("page", "count"),
    [
        ("2 upheld decisions", "2"),
        ("1 upheld decision", "1"),
        ("0 upheld decisions", "0"),
        ("1,234 upheld decisions", "1,234"),
        ("12,345,678 upheld decisions", "12,345,678"),
        ("1234 upheld decisions", "1234"),
        ("a total of\n31\nupheld decisions", "31"),
        ("(31 upheld decisions)", "31"),
        ("There were\u00a031 UPHELD DECISIONS.", "31"),
    ],
)
def test_counts(page: str, count: str) -> None:
    assert told(COUNTED, page) == [count]


@pytest.mark.parametrize(
    "page",
    [
        "2.5 upheld decisions",
        "31/03/20 upheld decisions",
        "45% upheld decisions",
        "45 % upheld decisions",
        "1,23 upheld decisions",
        "12,34,567 upheld decisions",
        "1,2345 upheld decisions",
        ".5 upheld decisions",
        "two upheld decisions",
        "2 withheld upheld decisions",
        "2\n\nupheld decisions",
    ],
)
def test_no_counts(page: str) -> None:
    assert told(COUNTED, page) == []


@pytest.mark.parametrize("blank", ["count", "number", "percent", "rate", "date"])
def test_what_must_not_stand_before_a_figure(blank: str) -> None:
    """Wherever the pattern looks for it: nothing but the words themselves keeps the figure from being found."""
    figure = {"percent": "31%", "date": "31 March 2020"}.get(blank, "31")
    guarded = f"(?<!total of ){{{blank}}} upheld"
    for page in (f"{figure} upheld", f"a total\nof, {figure} upheld", f"subtotal off {figure} upheld"):
        assert told(Says(guarded), page) == [figure]
    for page in (f"a total of {figure} upheld", f"in total of\n{figure} upheld"):
        assert told(Says(guarded), page) == []
    if blank == "number":
        assert told(Says(guarded), "a total of seven upheld") == []


def test_figures_of_other_scripts_are_none() -> None:
    assert told(COUNTED, "\u0663\u0661 upheld decisions") == []


def test_a_count_is_never_a_part_of_a_number() -> None:
    blank = compiled("{count}")
    for text in ("100%", "68.8", "1.234", "31/03/20", "7/8", "1,00", "12.5%", "5 %", "1,234.5", "12,34", "1,234%"):
        assert blank.findall(text) == [], text
    assert blank.findall("1 of 23, or 4,567; 89. And (10)") == ["1", "23", "4,567", "89", "10"]


@pytest.mark.parametrize(
    ("page", "rate"),
    [
        ("79% of complaints", ["79%"]),
        ("79 % of the complaints", ["79 %"]),
        ("68.8% of complaints", ["68.8%"]),
        ("100% of complaints", ["100%"]),
        ("0% of complaints", ["0%"]),
        ("1079% of complaints", []),
        ("1.079% of complaints", ["1.079%"]),
        (".5% of complaints", []),
        ("68,8% of complaints", []),
        ("79 of complaints", []),
        ("100%% of complaints", []),
    ],
)
def test_percentages(page: str, rate: list[str]) -> None:
    assert told(RATED, page) == rate


@pytest.mark.parametrize(
    ("page", "date"),
    [
        ("ending 31 March 2020", ["31 March 2020"]),
        ("ending 31st March, 2020", ["31st March, 2020"]),
        ("ending 31 MARCH\n2020 and on", ["31 MARCH 2020"]),
        ("ending 31/03/20", ["31/03/20"]),
        ("ending 31/3/2020.", ["31/3/2020"]),
        ("ending 31/03/202", []),
        ("ending 31/03/20201", []),
        ("ending 31 March 20201", []),
        ("ending March 2020", []),
        ("ending 31 Marcher 2020", []),
        ("ending 31 March", []),
    ],
)
def test_dates(page: str, date: list[str]) -> None:
    assert told(Says("ending {date}"), page) == date


def test_a_date_that_is_only_passed_over() -> None:
    page = "between 1 April 2019 to 31 March 2020"
    assert told(Says("between {date} to {any_date}"), page) == ["1 April 2019"]
    assert told(Says("between {any_date} to {date}"), page) == ["31 March 2020"]


def test_the_rest_of_a_line() -> None:
    assert told(Says("our ref: {line}"), "Our ref: LG/20 A\nBy email") == ["LG/20 A"]


def test_a_value_marked_by_hand() -> None:
    assert told(Says("(?P<value>no complaints) were"), "No complaints were upheld") == ["No complaints"]


def test_every_place_is_found_in_order() -> None:
    assert told(COUNTED, "2 upheld decisions.\n\nAgain 3 upheld decisions.") == ["2", "3"]


SECTIONS = (Section("first", "first heading"), Section("second", "second heading"))
TWICE = """
7 upheld decisions

First heading

2 upheld decisions

Second heading

3 upheld decisions
"""


def test_a_sentence_in_one_section_only() -> None:
    assert told(Says(COUNTED.pattern, "first"), TWICE, *SECTIONS) == ["2"]
    assert told(Says(COUNTED.pattern, "second"), TWICE, *SECTIONS) == ["3"]
    assert told(COUNTED, TWICE, *SECTIONS) == ["7", "2", "3"]


LABEL = laid("upheld decisions", 100, 200)


@pytest.mark.parametrize(
    "number",
    [
        laid("31", 130, 140, size=48),
        laid("31", 60, 190, size=24),
        laid("31", 200, 190, size=24),
        laid("31", 100, 220),
        laid("1,234", 100, 180),
    ],
    ids=["above", "before", "after", "below", "small"],
)
def test_a_number_beside_its_label(number: Laid) -> None:
    assert found(LABELLED, drawn(LABEL, number)) == [number[0].text]


@pytest.mark.parametrize(
    "number",
    [
        laid("31", 130, 20, size=48),
        laid("31", 400, 200),
        laid("31", 100, 280),
        laid("31", 400, 140, size=24),
        laid("31%", 130, 140, size=48),
        laid("3.1", 130, 140, size=48),
        laid("31 in all", 130, 170),
    ],
    ids=["far above", "far aside", "far below", "across", "percentage", "decimal", "not alone"],
)
def test_a_number_that_is_not_beside_it(number: Laid) -> None:
    assert found(LABELLED, drawn(LABEL, number)) == []


def test_of_two_numbers_the_nearer() -> None:
    assert found(LABELLED, drawn(LABEL, laid("31", 100, 180), laid("9", 100, 225))) == ["31"]


def test_of_two_numbers_about_as_near_neither() -> None:
    assert found(LABELLED, drawn(LABEL, laid("31", 60, 190, size=24), laid("9", 196, 190, size=24))) == []
    assert found(LABELLED, drawn(LABEL, laid("31", 100, 180), laid("9", 150, 180))) == []


def test_a_number_on_another_page_is_not_near() -> None:
    text = TextMap(paper(sheet(LABEL), sheet(laid("31", 130, 140, size=48))))
    assert found(LABELLED, text) == []


def test_a_label_over_two_lines() -> None:
    words = [*laid("upheld", 100, 200), *laid("decisions", 100, 214)]
    assert found(LABELLED, drawn(words, laid("31", 100, 150, size=36))) == ["31"]


def test_a_label_in_one_section_only() -> None:
    text = drawn(laid("First heading", 40, 40), LABEL, laid("31", 100, 180))
    assert found(Beside("upheld decisions", "first"), text, *SECTIONS) == ["31"]
    assert found(Beside("upheld decisions", "second"), text, *SECTIONS) == []


def test_a_label_on_a_page_turned_on_its_side() -> None:
    text = TextMap(paper(sheet(LABEL, laid("31", 130, 140, size=48), turn=90)))
    assert found(LABELLED, text) == ["31"]


def test_a_twist_gives_its_own_places() -> None:
    def last_word(text: TextMap) -> Iterator[tuple[int, int]]:
        start = text.text.rindex("word")
        yield start, start + 4

    assert told(Seeks(last_word), "a word and a Word") == ["Word"]


@pytest.mark.parametrize(
    "text",
    [
        "1" * 1_000_000,
        "1," * 500_000,
        "1,234" * 200_000,
        "12/" * 300_000,
        "1.1 % " * 150_000,
        "1 " * 500_000,
        "31 march " * 100_000,
        "dear " * 200_000,
        "\n" * 1_000_000,
    ],
    ids=["digits", "commas", "thousands", "slashes", "decimals", "ones", "dates", "words", "lines"],
)
def test_a_million_characters_made_to_be_slow_come_to_an_end(text: str) -> None:
    """Patterns that went back over what they have seen would need hours for these."""
    for blank in ("{count}", "{percent}", "{date}"):
        for pattern in (f"{blank} upheld decisions?", f"in all {blank}", f"{{any_date}} to {blank}"):
            assert compiled(pattern).search(text) is None


@pytest.mark.parametrize(("blank", "figure"), [("{percent}", "84%"), ("{rate}", "4.9"), ("{count}", "1,031")])
def test_a_figure_drawn_above_the_sentence_that_it_begins(blank: str, figure: str) -> None:
    begins = Beside("of complaints", None, blank, Side.BEFORE)
    assert found(begins, drawn(laid(figure, 100, 140, size=36), laid("of complaints were upheld", 100, 200))) == [
        figure
    ]
    assert found(begins, drawn(laid(figure, 40, 180, size=26), laid("of complaints were upheld", 130, 195))) == [figure]


def test_a_figure_below_or_right_of_a_sentence_is_not_the_one_it_begins_with() -> None:
    begins = Beside("of complaints", None, "{percent}", Side.BEFORE)
    assert found(begins, drawn(laid("of complaints were upheld", 100, 200), laid("84%", 100, 220, size=36))) == []
    assert found(begins, drawn(laid("of complaints", 100, 200), laid("84%", 200, 190, size=36))) == []


def test_a_figure_drawn_after_the_words_that_lead_to_it() -> None:
    leads = Beside("an average of", None, "{percent}", Side.AFTER)
    below, above = laid("80%", 100, 220, size=36), laid("84%", 100, 150, size=36)
    assert found(leads, drawn(above, laid("to an average of", 100, 200), below)) == ["80%"]
    assert found(leads, drawn(laid("an average of", 100, 200), laid("80%", 190, 180, size=36))) == ["80%"]
    assert found(leads, drawn(above, laid("an average of", 100, 200))) == []


@pytest.mark.parametrize(
    ("label", "count"),  # of "upheld" over two lines the second begins no other; "sions" is the rest of a broken word
    [("upheld decisions?", 2), ("(?:not )?upheld", 3), ("upheld decisions? upheld", 1), ("of upheld", 0), ("sions", 0)],
)
def test_only_the_beginnings_of_lines_are_looked_at(label: str, count: int) -> None:
    text = TextMap(typed_paper("upheld decisions\nupheld decisions of upheld deci-\nsions\n\nnot upheld\n"))
    pattern = compiled(rf"(?<![^\n\f])(?:{label})")
    spans = [match.span() for match in at_line_starts(text, pattern)]
    assert spans == [match.span() for match in pattern.finditer(text.text)]
    assert len(spans) == count

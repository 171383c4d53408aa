"""From a place in the text to a value with its evidence: boxes of whole words, and a doubt wherever there is one."""

from __future__ import annotations

import pytest

from ombudsview.letters.fields import FIELDS, Unit
from ombudsview.paper.paper import Word
from ombudsview.paper.text import TextMap
from ombudsview.reading.evidence import alike, read_field, reads_as, source, stripped
from ombudsview.reading.model import FieldReading, ReaderState
from tests.paper.handmade import laid, paper, sheet, typed_paper


def text_of(*pages: str) -> TextMap:
    return TextMap(typed_paper(*pages))


def span(text: TextMap, words: str) -> tuple[int, int]:
    start = text.raw.index(words)
    return start, start + len(words)


def read(key: str, text: TextMap, *words: str) -> FieldReading:
    return read_field(FIELDS[key], text, tuple(span(text, each) for each in words))


def test_a_value_with_its_place() -> None:
    text = text_of("nothing", "(compared with 45%)")
    found = read("upheld_rate", text, "45%")
    assert (found.value, found.printed, found.state, found.doubts, found.reason) == (
        "45",
        "45%",
        ReaderState.TO_CHECK,
        (),
        None,
    )
    [place] = found.sources
    [word] = [word for word in text.paper.sheets[1].words if word.text == "45%)"]
    assert (place.page, place.boxes, place.text) == (2, (word.box,), "45%)")
    assert reads_as(place, Unit.PERCENT, "45%")


def test_a_soft_hyphen_is_no_part_of_what_stands_under_the_boxes() -> None:
    text = text_of("a late rem\u00ad\nedy")
    assert source(text, span(text, "late remedy")).text == "late rem edy"


def test_a_value_of_many_words_has_a_box_for_each() -> None:
    text = text_of("London Borough of\nBarking and Dagenham.")
    found = read("authority", text, "London Borough of\nBarking and Dagenham.")
    assert found.value == found.printed == "London Borough of Barking and Dagenham"
    assert len(found.sources[0].boxes) == 6
    assert found.sources[0].boxes[0].y0 < found.sources[0].boxes[-1].y0


def test_a_place_over_two_pages_shows_its_first() -> None:
    text = text_of("the first page", "the second page")
    place = source(text, (text.raw.index("page"), text.raw.index("second") + 6))
    assert (place.page, place.text, len(place.boxes)) == (1, "page", 1)


def test_a_list_goes_item_by_item() -> None:
    text = text_of("Mrs Jolly & Mr Proudfoot,")
    found = read("addressees", text, "Mrs Jolly", "Mr Proudfoot,")
    assert found.value == found.printed == ("Mrs Jolly", "Mr Proudfoot")
    assert [place.text for place in found.sources] == ["Mrs Jolly", "Mr Proudfoot,"]
    assert read("addressees", text, "&", "Mrs Jolly").value == ("&", "Mrs Jolly")


def test_nothing_but_marks_is_no_item() -> None:
    text = text_of("Mrs Jolly , Mr Proudfoot")
    found = read("addressees", text, "Mrs Jolly", ",", "Mr Proudfoot")
    assert found.value == ("Mrs Jolly", "Mr Proudfoot")
    assert len(found.sources) == 2


def test_a_value_that_cannot_be_read_is_said_and_shown() -> None:
    found = read("upheld_rate", text_of("", "", "120% of complaints"), "120%")
    assert (found.value, found.printed, found.state) == (None, "120%", ReaderState.LOOK_HERE)
    assert [doubt.code for doubt in found.doubts] == ["unreadable"]
    assert "“120%” on page 3" in found.doubts[0].sentence
    assert found.reason == found.doubts[0].sentence
    assert len(found.sources) == 1


def test_printed_twice_alike() -> None:
    found = read("period_end", text_of("ending 31/03/20", "ending 31 March 2020"), "31/03/20", "31 March 2020")
    assert (found.value, found.printed, found.doubts, found.state) == (
        "2020-03-31",
        "31/03/20",
        (),
        ReaderState.TO_CHECK,
    )
    assert [place.page for place in found.sources] == [1, 2]


def test_printed_twice_and_not_alike() -> None:
    found = read("period_end", text_of("ending 31/03/20", "ending 31 March 2019"), "31/03/20", "31 March 2019")
    assert (found.value, found.state) == ("2020-03-31", ReaderState.LOOK_HERE)
    assert [place.page for place in found.sources] == [1, 2]
    [doubt] = found.doubts
    assert doubt.code == "printed_twice"
    assert doubt.keys == ("period_end",)
    assert "31/03/20 on page 1" in doubt.sentence
    assert "31 March 2019 on page 2" in doubt.sentence
    assert found.reason is None


def test_a_place_that_cannot_be_read_gives_way_to_one_that_can() -> None:
    found = read("period_end", text_of("ending 31/04/20", "ending 31 March 2020"), "31/04/20", "31 March 2020")
    assert (found.value, found.printed) == ("2020-03-31", "31 March 2020")
    assert found.sources[0].page == 2, "the first place is the one that the value is printed at"
    assert [place.page for place in found.sources] == [2, 1]
    assert [doubt.code for doubt in found.doubts] == ["printed_twice"]
    assert "31 March 2020 on page 2 and as 31/04/20 on page 1" in found.doubts[0].sentence


def test_two_places_that_cannot_be_read_are_one_doubt() -> None:
    found = read("upheld_rate", text_of("120% and 130% of complaints"), "120%", "130%")
    assert [doubt.code for doubt in found.doubts] == ["unreadable"]
    assert len(found.sources) == 2


def test_the_first_place_is_always_where_the_value_is_printed() -> None:
    text = text_of("Wraxmere D.C. and Wraxmere District Council")
    found = read("authority", text, "Wraxmere D.C.", "Wraxmere District Council")
    assert found.value == "Wraxmere D.C"
    assert [doubt.code for doubt in found.doubts] == ["printed_twice"]
    assert reads_as(found.sources[0], Unit.TEXT, str(found.printed))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("King's Lynn & West Norfolk", "Kings Lynn and West Norfolk", True),
        ("WRAXMERE DISTRICT COUNCIL", "Wraxmere District Council", True),
        ("Stoke-on-Trent", "Stoke on Trent", True),
        ("Wraxmere District Council", "Wraxmere Borough Council", False),
    ],
)
def test_names_may_differ_in_case_and_marks(one: str, other: str, same: bool) -> None:
    assert alike(Unit.TEXT, one, other) is same


def test_figures_may_not_differ() -> None:
    assert alike(Unit.COUNT, "1", "1")
    assert not alike(Unit.COUNT, "1", "10")
    assert not alike(Unit.TEXT, "a", None)


@pytest.mark.parametrize(
    ("unit", "words", "bare"),
    [
        (Unit.PERCENT, "(45%),", "45%"),
        (Unit.COUNT, "1,234.", "1,234"),
        (Unit.DATE, "31/03/20;", "31/03/20"),
        (Unit.TEXT, "Wraxmere (West) Council,", "Wraxmere (West) Council"),
        (Unit.TEXT, "Council (Wraxmere)", "Council (Wraxmere)"),
    ],
)
def test_marks_around_a_value_are_not_of_it(unit: Unit, words: str, bare: str) -> None:
    assert stripped(unit, words) == bare


def test_a_highlight_that_says_something_else_is_known() -> None:
    text = text_of("2upheld decisions")
    place = source(text, (0, 1))
    assert place.text == "2upheld"
    assert not reads_as(place, Unit.COUNT, "2")


def test_a_rate_printed_again_with_a_decimal_more_is_the_same() -> None:
    text = text_of("91% of complaints; 91.5% in the table; 92% elsewhere")
    assert read("upheld_rate", text, "91%", "91.5%").doubts == ()
    assert [doubt.code for doubt in read("upheld_rate", text, "91%", "92%").doubts] == ["printed_twice"]


def test_a_count_may_be_a_word() -> None:
    found = read("received.total", text_of("We received Seven complaints"), "Seven")
    assert (found.value, found.printed, found.doubts) == ("7", "Seven", ())


def test_letters_that_a_font_does_not_name_are_doubted() -> None:
    text = text_of("Dy\ufffdryn Taf County Council\n\nMr \ue000unt and Mrs Jolly")
    for found in (
        read("authority", text, "Dy\ufffdryn Taf County Council"),
        read("addressees", text, "Mr \ue000unt", "Mrs Jolly"),
    ):
        assert [doubt.code for doubt in found.doubts] == ["letters"]
        assert found.state is ReaderState.LOOK_HERE
    assert read("addressees", text, "Mrs Jolly").doubts == ()


@pytest.mark.parametrize("mark", ["¹", "²³", "*"])
def test_a_raised_mark_is_not_printed_as_part_of_a_count(mark: str) -> None:
    text = TextMap(typed_paper(f"20{mark} investigations"))
    found = read("investigations", text, text.raw.split()[0])
    assert (found.value, found.printed) == ("20", "20")
    assert reads_as(found.sources[0], Unit.COUNT, "20")


@pytest.mark.parametrize(
    ("gap", "sizes", "doubts"),
    [(0.25, (11, 11), []), (0.9, (11, 11), ["spaced"]), (0.25, (11, 9), ["spaced"])],
)
@pytest.mark.parametrize("turn", [0, 90])
def test_thousands_parted_by_a_space_are_doubted_unless_set_as_one_figure(
    gap: float, sizes: tuple[int, int], doubts: list[str], turn: int
) -> None:
    one, *_ = words = laid("1", 40, 40, size=sizes[0])
    line = [*words, *laid("204 complaints", one.box.x1 + gap * 11, 40, size=sizes[1])]
    text = TextMap(paper(sheet([Word(word.text, word.box, one.line) for word in line], turn=turn)))
    found = read("upheld_decisions", text, "1 204")
    assert (found.value, found.printed, len(found.sources[0].boxes)) == ("1204", "1 204", 2)
    assert [doubt.code for doubt in found.doubts] == doubts

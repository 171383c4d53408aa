from ombudsview.letters.fields import Unit
from ombudsview.paper.geometry import Box
from ombudsview.paper.paper import Paper, Sheet, Word
from ombudsview.reading.matching import matches
from ombudsview.reading.picked import PageWords


def page(*lines: str) -> PageWords:
    words = []
    for number, line in enumerate(lines):
        x = 50.0
        for text in line.split():
            words.append(Word(text, Box(x, 100 + 20 * number, x + 6 * len(text), 112 + 20 * number), number))
            x += 6 * len(text) + 4
    return PageWords(Paper("", (Sheet(595, 842, 0, tuple(words)),)), 1)


PAGE = page(
    "to an average of 45% in similar authorities", "a total of 4 upheld (45%)", "on 4 March 2021 we wrote", "14 and 40"
)


def found(unit: Unit, typed: str) -> list[tuple[str, str]]:
    return [(match.source.text, match.value) for match in matches((PAGE,), unit, typed)]


def test_only_words_that_print_a_value_of_the_unit_are_offered():
    assert found(Unit.PERCENT, "4") == [("45%", "45"), ("4", "4"), ("(45%)", "45"), ("4", "4"), ("40", "40")]
    assert found(Unit.COUNT, "4") == [("4", "4"), ("4", "4"), ("40", "40")]
    assert found(Unit.COUNT, "40") == [("40", "40")]


def test_a_date_is_offered_whole_and_once():
    assert found(Unit.DATE, "4") == [("4 March 2021", "2021-03-04")]
    assert found(Unit.DATE, "4 mar") == [("4 March 2021", "2021-03-04")]
    assert found(Unit.DATE, "5") == []


def test_text_goes_to_the_end_of_its_line():
    assert found(Unit.TEXT, "upheld") == [("upheld (45%)", "upheld (45%)")]
    assert found(Unit.TEXT, "a total") == [("a total of 4 upheld (45%)", "a total of 4 upheld (45%)")]


def test_nothing_typed_offers_nothing_and_never_more_than_asked():
    assert found(Unit.COUNT, "  ") == []
    assert len(matches((PAGE,) * 9, Unit.PERCENT, "4", most=3)) == 3


def test_a_place_is_told_by_the_words_around_it():
    first = matches((PAGE,), Unit.PERCENT, "45")[0]
    assert (first.before, first.after) == ("to an average of", "in similar authorities a total")

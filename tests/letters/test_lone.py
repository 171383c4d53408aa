"""Figures beside labels: on the side asked for, and only where they stand by themselves."""

from __future__ import annotations

import pytest

from ombudsview.letters.fields import Unit
from ombudsview.letters.lone import Where, beside
from ombudsview.letters.words_by_place import figures_in, is_figure
from ombudsview.paper.text import TextMap
from tests.paper.handmade import laid, paper, sheet, typed, typed_paper


def beside_label(text: TextMap, where: Where, unit: Unit = Unit.COUNT) -> str | None:
    start = text.text.index("label")
    span = beside(text, start, start + 5, where, unit)
    return text.printed(*span) if span else None


@pytest.mark.parametrize(
    ("page", "where", "unit", "figure"),
    [
        ("label: 12 (45%)", Where.AFTER, Unit.COUNT, "12"),
        ("label: 12 more", Where.AFTER, Unit.COUNT, None),
        ("a total of 12 label", Where.BEFORE, Unit.COUNT, None),
        ("the label 12", Where.AFTER, Unit.COUNT, None),
        ("label          1,204", Where.AFTER, Unit.COUNT, "1,204"),
        ("label ....... 12", Where.AFTER, Unit.COUNT, "12"),
        ("label 45 %", Where.AFTER, Unit.PERCENT, "45 %"),
        ("label 31 March 2020", Where.AFTER, Unit.DATE, "31 March 2020"),
        ("12 label", Where.BEFORE, Unit.COUNT, "12"),
        ("12\nlabel", Where.ABOVE, Unit.COUNT, "12"),
        ("label\n\n3.9", Where.BELOW, Unit.RATE, "3.9"),
        ("label\nThe line below", Where.BELOW, Unit.TEXT, "The line below"),
        ("label of 12", Where.AFTER, Unit.COUNT, None),
        ("12 of them\nlabel", Where.ABOVE, Unit.COUNT, None),
        ("label 45%", Where.AFTER, Unit.COUNT, None),
        ("label\n\n\n\n\n\n\n12", Where.BELOW, Unit.COUNT, None),
        ("label", Where.BELOW, Unit.COUNT, None),
    ],
)
def test_the_figure_on_that_side(page: str, where: Where, unit: Unit, figure: str | None) -> None:
    assert beside_label(TextMap(typed_paper(page)), where, unit) == figure


def test_two_that_are_about_as_near_give_none() -> None:
    side_by_side = paper(sheet(laid("12", 40, 40), laid("13", 75, 41), laid("label", 40, 60, size=20)))
    assert beside_label(TextMap(side_by_side), Where.ABOVE) is None


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_on_its_side_is_read_upright(turn: int) -> None:
    text = TextMap(paper(sheet(typed("12\nlabel        13"), turn=turn)))
    assert (beside_label(text, Where.ABOVE), beside_label(text, Where.AFTER)) == ("12", "13")


def test_what_a_figure_is() -> None:
    assert is_figure(Unit.COUNT, "(1,204)")
    assert not is_figure(Unit.COUNT, "1,20")
    assert not is_figure(Unit.TEXT, "12")
    text = TextMap(typed_paper("of 12 and 13%"))
    assert [text.printed(*span) for span in figures_in(text, 0, 13, Unit.PERCENT)] == ["13%"]
    assert [text.printed(*span) for span in figures_in(text, 0, 13, Unit.TEXT)] == ["of 12 and 13%"]

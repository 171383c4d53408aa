"""Labels of rows: what belongs to them, and the year that they name."""

from __future__ import annotations

import pytest

from ombudsview.letters.row_labels import begins_year, goes_on, labels, year_of
from ombudsview.paper.geometry import Box
from ombudsview.paper.text import Placed


@pytest.mark.parametrize(
    ("label", "figure", "so"),
    [
        ("2007 /", "2008", True),
        ("2007 -", "08", True),
        ("2007 /", "36", False),
        ("1/04/2009 /", "31/03/2010", True),
        ("1/04/2009 /", "36", False),
        ("01/04/06 -", "31", False),
        ("April to", "12", True),
    ],
)
def test_whether_a_figure_goes_on_a_label(label: str, figure: str, so: bool) -> None:
    assert goes_on(label, figure) is so


@pytest.mark.parametrize(
    ("label", "year"),
    [
        ("2005/06", "2005-06"),
        ("2009 / 2010", "2009-10"),
        ("01/04/06 - 31/03/07", "2006-07"),
        ("1/04/2009/31/03/2010", "2009-10"),
        ("Decisions", None),
        ("01/04/05 -", "2005-06"),
        ("1/04/2009 /", "2009-10"),
        ("- 31/03/06", "2005-06"),
        ("31.3.2000", "1999-00"),
        ("30/06/06", None),
        ("Received by 31/03/06", None),
    ],
)
def test_the_year_of_a_label(label: str, year: str | None) -> None:
    assert year_of(label) == year


@pytest.mark.parametrize(
    ("label", "so"),
    [("2005/06", True), ("01/04/05 -", True), ("1/04/2009 /", True), ("29 - 35", False), ("Decisions", False)],
)
def test_whether_a_line_begins_a_years_label(label: str, so: bool) -> None:
    assert begins_year(label) is so


@pytest.mark.parametrize(
    ("label", "year"),
    [("06/07", "2006-07"), ("Year 09/10", "2009-10"), ("06/08", None), ("31/03/04", "2003-04"), ("1/2", None)],
)
def test_years_of_two_figures_each(label: str, year: str | None) -> None:
    assert year_of(label) == year


@pytest.mark.parametrize("label", ["2008/07", "2008-2010", "01/04/06 - 31/03/09", "09/08"])
def test_two_years_that_do_not_follow_each_other_name_none(label: str) -> None:
    assert year_of(label) is None


def test_the_words_of_a_label_on_a_line_that_climbs_stand_in_their_order() -> None:
    def word(text: str, x: float, y: float) -> Placed:
        return Placed(1, Box(x, y, x + 5 * len(text), y + 9), 0, len(text), text)

    label = [word("2008", 40, 100.7), word("/", 62, 100.5), word("2009", 69, 100.3)]
    row = [word("26", 300, 98), word("51.6", 420, 97)]
    assert labels([row], [*label, *row]) == ["2008/2009"]


def test_a_date_wrapped_before_its_stroke_stays_with_its_row() -> None:
    def lines(text: str, x: float, y: float) -> list[Placed]:
        words = ((row, word) for row, line in enumerate(text.split("|")) for word in line.split())
        return [
            Placed(1, Box(x, y + 13 * row, x + 5 * len(word), y + 13 * row + 10), 0, len(word), word)
            for row, word in words
        ]

    beside = [*lines("01/04|/05 -|31/03|/06|2004/|05", 40, 100)]
    rows = [lines("7", 150, 100) + lines("65", 200, 100), lines("18", 150, 152) + lines("70", 200, 152)]
    assert labels(rows, [*beside, *rows[0], *rows[1]]) == ["01/04/05 - 31/03/06", "2004/05"]

import subprocess
import sys
from itertools import combinations

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text

from ombudsview.trends.figure import draw
from ombudsview.trends.frame import Look
from ombudsview.trends.measure import MEASURES, measure
from ombudsview.trends.palette import PRINT
from ombudsview.trends.series import series
from tests.helpers.process import ROOT
from tests.trends.figures import TEN_YEARS, letter, upheld

UPHELD = measure("upheld_rate")


def texts(figure):
    """Every text that is shown, by what it says, with its rectangle in pixels."""
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    shown = [text for text in figure.findobj(Text) if text.get_visible() and text.get_text().strip()]
    return [(text.get_text(), text.get_window_extent(canvas.get_renderer())) for text in shown]


def words(figure):
    return [text for text, _ in texts(figure)]


def drawn(figures, of=UPHELD, look=None):
    return draw(series(figures, of), PRINT, look or Look((1000, 340)))


def strokes(figure, name):
    """The lines of that name as lists of (year, value)."""
    found = [part for part in figure.axes[0].collections if part.get_gid() == name]
    return [[tuple(spot) for spot in stroke] for part in found for stroke in part.get_segments()]


def marks(figure, name):
    """The marks of that name as (year, value)."""
    found = [part for part in figure.axes[0].lines if part.get_gid() == name]
    return [tuple(spot) for part in found for spot in part.get_xydata()]


def test_every_point_says_its_n_of_n():
    said = words(drawn(TEN_YEARS))
    for cases in ("3 of 8", "2 of 5", "4 of 7", "3 of 7", "5 of 9", "2 of 2", "1 of 2", "4 of 6", "3 of 4", "5 of 6"):
        assert said.count(cases) == 1


@pytest.mark.parametrize("width", [640, 1000, 1600])
def test_no_text_lies_on_another(width):
    shown = texts(drawn(TEN_YEARS, look=Look((width, 380), titled=True)))
    clashes = [(one, other) for (one, a), (other, b) in combinations(shown, 2) if a.overlaps(b)]
    assert clashes == []


def test_the_line_is_broken_at_breaks_and_gaps():
    figure = drawn((*TEN_YEARS, *upheld(2026, "80", "8", "10", "64")))
    joined = [[year for year, _ in stroke] for stroke in strokes(figure, "own") if len(stroke) > 1]
    assert joined == [[2015, 2016, 2017, 2018], [2019, 2020], [2021, 2022], [2023, 2024]]
    assert [stroke[0][0] for stroke in strokes(figure, "breaks")] == [2018.5, 2020.5, 2022.5, 2024.5]
    assert {"three measures begin", "Covid pause", "overview replaces categories"} <= set(words(figure))


def test_a_gap_says_why():
    assert any(
        "no letter" in text
        for text in words(drawn((*upheld(2016, "40", "2", "5", "42"), *upheld(2018, "43", "3", "7", "47"))))
    )


def test_bars_are_the_intervals_and_do_not_say_more():
    figure = drawn(upheld(2024, "83", "5", "6", "63"))
    (bar,) = strokes(figure, "intervals")
    low, high = series(upheld(2024, "83", "5", "6", "63"), UPHELD).points[0].interval
    bottom, top = (value for _, value in bar)
    assert low < bottom < low + 5
    assert high - 5 < top < high


def test_the_average_is_dashed_squares_and_can_be_left_out():
    figure = drawn(TEN_YEARS)
    assert len(marks(figure, "similar-marks")) == 10
    (dashed,) = [part for part in figure.axes[0].collections if part.get_gid() == "similar"]
    assert dashed.get_linestyle()[0][1] is not None
    alone = drawn(TEN_YEARS, look=Look((1000, 340), compare=False))
    assert marks(alone, "similar-marks") == strokes(alone, "similar") == []
    assert "average of similar" not in words(alone)


def test_a_figure_that_nobody_checked_is_hollow():
    checked, unchecked = (
        drawn(upheld(2024, "83", "5", "6", None)),
        drawn(upheld(2024, "83", "5", "6", None, state="to_check")),
    )
    assert (marks(checked, "own-marks"), marks(checked, "own-hollow")) == ([(2024, 83)], [])
    assert (marks(unchecked, "own-marks"), marks(unchecked, "own-hollow")) == ([], [(2024, 83)])


def test_a_part_that_is_worked_out_has_a_star():
    figure = drawn(letter(2024, compliance_rate="67", compliance_outcomes="3"), measure("compliance_rate"))
    assert "2 of 3*" in words(figure)


def test_the_scale_of_a_rate_is_0_to_100_and_of_a_count_starts_at_0():
    assert drawn(upheld(2024, "83", "5", "6", "63")).axes[0].get_ylim() == (0, 100)
    counts = drawn(upheld(2024, "83", "1400", "1687", "63"), measure("upheld_decisions"))
    assert counts.axes[0].get_ylim() == (0, 2000)
    assert {"1,400", "2,000"} <= set(words(counts))


def test_a_dollar_in_a_name_is_a_dollar():
    figure = drawn(
        letter(2024, authority="Ca$h & Tru$t^_{ Council", upheld_rate="50"), look=Look((1000, 400), titled=True)
    )
    assert any("Ca$h & Tru$t^_{ Council" in text for text in words(figure))


@pytest.mark.parametrize("size", [(60, 40), (300, 120), (4000, 200)])
@pytest.mark.parametrize("of", MEASURES[2:4], ids=lambda of: of.key)
def test_any_size_and_any_measure_can_be_drawn(of, size):
    for figures in ((), upheld(2024, None, None, None, None), TEN_YEARS):
        figure = drawn(figures, of, Look(size, titled=True))
        canvas = FigureCanvasAgg(figure)
        canvas.draw()
        assert canvas.get_width_height(physical=True) == size
        assert " ".join(words(figure)).startswith(of.label)
        assert len(marks(figure, "own-marks")) == len(series(figures, of).given)


def test_a_long_series_is_drawn():
    figures = [figure for year in range(1980, 2031) for figure in upheld(year, "50", "1204", "2408", "51")]
    assert words(drawn(figures)).count("1,204 of 2,408") == 51


def test_pyplot_is_never_imported_and_series_need_no_matplotlib():
    code = (
        "import sys, ombudsview.trends.series, ombudsview.trends.finding;"
        "assert not {'matplotlib', 'numpy'} & set(sys.modules);"
        "import ombudsview.trends.figure, ombudsview.trends.export;"
        "assert 'matplotlib.pyplot' not in sys.modules and 'PySide6' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT, timeout=60)

from __future__ import annotations

import pytest

from ombudsview.gui.theme import DARK, LIGHT, Theme
from ombudsview.trends.palette import PRINT
from tests.helpers.contrast import ON_PAPER, PAIRS, ratio


def test_the_ratio_is_that_of_the_guidelines() -> None:
    assert ratio("#000000", "#ffffff") == pytest.approx(21)
    assert ratio("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert ratio("#0000ff", "#ffff00") == ratio("#ffff00", "#0000ff") == pytest.approx(8.0, abs=0.1)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("one", "other", "least"), sorted(set(PAIRS)))
def test_every_pair_reaches_its_ratio(theme: Theme, one: str, other: str, least: float) -> None:
    assert ratio(getattr(theme, one), getattr(theme, other)) >= least


@pytest.mark.parametrize(("one", "other", "least"), ON_PAPER)
def test_what_is_lit_on_paper_stands_out(one: str, other: str, least: float) -> None:
    assert ratio(getattr(LIGHT, one), getattr(LIGHT, other)) >= least


@pytest.mark.parametrize("ink", ["ink", "soft", "own", "similar"])
def test_charts_on_paper_can_be_read(ink: str) -> None:
    assert ratio(getattr(PRINT, ink), PRINT.surface) >= 4.5

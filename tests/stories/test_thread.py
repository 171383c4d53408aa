"""The thread from a field to its source strikes through nothing that is printed, whatever the zoom."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from tests.stories.conftest import SAMPLE, Officer

DARK = 130
"""Lightness, of 255, below which a pixel of the page is lettering."""


def struck(officer: Officer) -> int:
    """How many pixels of lettering the thread crosses just now; -1 where there is none."""
    page = officer.window.letter_page
    way = page.thread_line.route
    if way is None:
        return -1
    lit, words = page.view._highlights, page.view._words
    page.view.set_highlights((), {})
    picture = page.view.viewport().grab().toImage()
    page.view.set_highlights(lit, words)
    corner = page.view.viewport().mapTo(page, QPoint(0, 0))
    steps = round(way.path.length())
    points = {way.path.pointAtPercent(step / steps).toPoint() - corner for step in range(8, steps)}
    return sum(1 for at in points if picture.rect().contains(at) and picture.pixelColor(at).lightness() < DARK)


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_nothing_printed_is_struck_through(officer: Officer, zoom: float) -> None:
    officer.opens(SAMPLE)
    view = officer.window.letter_page.view
    if zoom != 1.0:
        view.zoom_by(zoom)
    drawn, keys = 0, officer.desk.review.keys()
    for key in keys:
        officer.desk.focus(key)
        QTest.qWait(250)  # it glides there
        officer.sees(officer.page_is_drawn)
        crossed = struck(officer)
        drawn += crossed >= 0
        assert crossed <= 0, key
    assert drawn > 12

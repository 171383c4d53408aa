"""A screen of 3840 x 2160: at 100% there is room for everything, and the page is as sharp as it is large."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QApplication

from tests.stories.conftest import SAMPLE, Officer
from tests.stories.test_access import PAGES, turn_to
from tests.stories.test_large_text import cut_off, overlapping

LARGE = QSize(3840 - 16, 2160 - 48)


@pytest.mark.parametrize("page", PAGES)
def test_every_page_fits_and_nothing_is_cut_off(officer: Officer, page: str) -> None:
    officer.window.resize(LARGE)
    turn_to(officer, page)
    QApplication.processEvents()
    assert officer.window.size() == LARGE
    assert not cut_off(officer.window)
    assert not overlapping(officer.window)


def test_the_page_has_the_room_and_is_sharp_and_the_thread_joins_it_to_the_field(officer: Officer) -> None:
    officer.window.resize(LARGE)
    officer.opens(SAMPLE)
    page = officer.window.letter_page
    assert page.view.width() > 0.7 * LARGE.width(), "the fields take what their words need, the page the rest"
    officer.desk.focus("upheld_rate")
    officer.sees(lambda: page.view.source_place() is not None and page.thread_line.isVisible())
    keys = [key for _, keys in page.view._showing.keys.items() for key in keys]
    scale = page.view.lie.column.scale * page.view.devicePixelRatioF()
    assert [key.scale for key in keys] == pytest.approx([scale] * len(keys), abs=1e-3)
    officer.sees(lambda: all(page.pictures.sharp(key) is not None for key in keys))
    row = page.panel.row("upheld_rate")
    place = QRect(row.mapTo(page, QPoint(0, 0)), row.size())
    end = page.thread_line.route.end.toPoint()
    assert place.adjusted(-16, 0, 16, 0).contains(end)

"""A hand at the History and the Trends page: from what it does to the picture that shows it, and what the window was at meanwhile."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ombudsview.gui.window import Window
from tests.benchmarks.at_desk import Driver, Paints


class AtPages:
    """`taken` gathers milliseconds by what was done, for those things that the house has set a time for."""

    def __init__(self, window: Window, driver: Driver) -> None:
        self._window, self._driver = window, driver
        self.taken: dict[str, list[float]] = {}
        self._counted: dict[QWidget, Paints] = {}

    def history(self) -> None:
        """Opened, filtered as it is typed, ordered by other columns, scrolled; a letter opened from it, and back."""
        show = self._window.actions_by_name["show_history"].trigger
        show()
        page, pages = self._window.pages.history, self._window.pages
        self._until_painted(page.table.viewport(), lambda: page.model.saved > 0)
        self._window.actions_by_name["show_letter"].trigger()
        self._driver.rest(0.5)
        self._timed("open", show, page.table.viewport(), lambda: pages.stack.currentWidget() is page)
        for text in ("c", "co", "council", "council 7", "council 7 2", ""):
            self._timed("filter", lambda text=text: page.filter.setText(text), page.table.viewport())
        for column in (0, 1, 4):
            page.table.sortByColumn(column, page.table.horizontalHeader().sortIndicatorOrder())
            self._driver.rest(0.2)
        bar = page.table.verticalScrollBar()
        for step in range(20):
            bar.setValue(bar.maximum() * step // 20)
            self._driver.rest(0.03)
        pages.open_letter.emit(page.model.rows[0].letter, "")
        self._driver.until(lambda: self._window.desk.review is not None)
        self._driver.rest(0.5)
        show()
        self._driver.rest(0.5)

    def trends(self) -> None:
        """Opened, another measure, another authority."""
        self._window.actions_by_name["show_trends"].trigger()
        page = self._window.pages.trends
        self._driver.until(lambda: page.chart.plan is not None)
        self._driver.rest(0.5)
        for row in (1, 2, 3, 0):
            self._drawn(lambda row=row: page.choices.measures.setCurrentRow(row))
        for row in (1, 2, 3):
            last = page.choices.authorities.count() - 1
            self._drawn(lambda row=row, last=last: page.choices.authorities.setCurrentIndex(min(row, last)))
        self._window.actions_by_name["show_letter"].trigger()
        self._driver.rest(0.5)

    def _drawn(self, do: Callable[[], object]) -> None:
        chart = self._window.pages.trends.chart
        before = chart.series
        self._timed("draw one trend", do, chart, lambda: chart.plan is not None and chart.series is not before)

    def _timed(
        self, what: str, do: Callable[[], object], shown: QWidget, so: Callable[[], bool] = lambda: True
    ) -> None:
        """Do it, and wait for the first picture once it is `so`."""
        started = time.perf_counter()
        do()
        self._until_painted(shown, so)
        self.taken.setdefault(what, []).append((time.perf_counter() - started) * 1000)
        self._driver.rest(0.3)

    def _until_painted(self, shown: QWidget, so: Callable[[], bool]) -> None:
        paints = self._counted.get(shown) or self._counted.setdefault(shown, Paints(shown))
        self._driver.until(so)
        before = paints.count
        shown.update()  # it may have been painted while it was waited for
        self._driver.until(lambda: paints.count > before)

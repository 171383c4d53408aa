"""What an officer comes to next is there before they do: what has no window is imported behind, the pages a module at a turn.

So are the rows that the fields of the first letter will stand in, a few at a turn.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

BETWEEN_MS = 30
"""From one module to the next: what the officer does meanwhile comes first."""

PAGES = (
    "arrival.looking",
    "queue.painter",
    "queue.progress",
    "queue.pane",
    "style.table_style",
    "style.columns",
    "history.model",
    "history.page",
    "letter.find_bar",
    "letter.finder",
    "letter.plain_text",
    "trends.table",
    "trends.pane",
    "trends.drawer",
    "trends.canvas",
    "trends.export",
    "trends.page",
)
"""Modules of `gui`, those first that bring others along the least. Qt's classes are made in the window's own thread."""

USUAL_ROWS, MOST_ROWS = 42, 80
"""Fields that letters have: those of most years, and those of 2006 to 2008 with their tables of three years."""


def behind() -> None:
    """In another thread: what the first letter, the first edit and the first look at the history need."""
    import ombudsview.history.alike
    import ombudsview.history.beside
    import ombudsview.history.documents
    import ombudsview.history.glance
    import ombudsview.history.wording
    import ombudsview.review.finishing
    import ombudsview.review.journal
    import ombudsview.review.lesson
    import ombudsview.review.review  # noqa: F401
    from ombudsview.reading.registered import official_name

    official_name("Nowhere at all", None)  # a name that it must compare with all of them makes the register ready


def further() -> None:
    """In another thread, later: what a letter of no known kind needs, as a scan is before it is recognised; trends and their files."""
    import ombudsview.letters.kinds
    import ombudsview.reports.trend_csv
    import ombudsview.trends.breaks
    import ombudsview.trends.caption
    import ombudsview.trends.drawing
    import ombudsview.trends.finding
    import ombudsview.trends.labels
    import ombudsview.trends.palette
    import ombudsview.trends.series  # noqa: F401


class Warming(QObject):
    """Does a little each time that its turn comes; `run` does so behind, in the thread of whoever is given.

    `rows` makes some of that many rows, and says whether they are there.
    """

    def __init__(
        self, run: Callable[[Callable[[], object]], object], parent: QObject, rows: Callable[[int], bool]
    ) -> None:
        super().__init__(parent)
        self._run, self._rows = run, rows
        self._left = list(PAGES)
        self._turn = QTimer(self, interval=BETWEEN_MS)
        self._turn.timeout.connect(self._next)

    def start(self) -> None:
        """Begin with what the next letter needs."""
        self._run(behind)
        self._run(further)
        self._turn.start()

    def _next(self) -> None:
        if not self._rows(USUAL_ROWS):
            return
        if self._left:
            import_module(f"ombudsview.gui.{self._left.pop(0)}")
        elif self._rows(MOST_ROWS):
            self._turn.stop()

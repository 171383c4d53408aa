"""What an officer comes to next is imported before they do: what has no window behind it, the pages a module at a turn."""

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
    """Imports a module each time that its turn comes; `run` does so behind, in the thread of whoever is given."""

    def __init__(self, run: Callable[[Callable[[], object]], object], parent: QObject) -> None:
        super().__init__(parent)
        self._run = run
        self._left = list(PAGES)
        self._turn = QTimer(self, interval=BETWEEN_MS)
        self._turn.timeout.connect(self._next)

    def start(self) -> None:
        """Begin with what the next letter needs."""
        self._run(behind)
        self._run(further)
        self._turn.start()

    def _next(self) -> None:
        if not self._left:
            self._turn.stop()
            return
        import_module(f"ombudsview.gui.{self._left.pop(0)}")

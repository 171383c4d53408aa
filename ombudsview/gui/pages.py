"""The window's pages: the strip of tabs, and under it the letter, the history or the trends. The last two are made when asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from ombudsview.errors import Trouble
from ombudsview.gui.desk import Desk
from ombudsview.gui.tabs import Tabs
from ombudsview.gui.work.errands import Errand, Rank

if TYPE_CHECKING:
    from ombudsview.gui.history.page import HistoryPage
    from ombudsview.gui.record.keeping import Keeping
    from ombudsview.gui.trends.page import TrendsPage
    from ombudsview.gui.welcome import Welcome
    from ombudsview.gui.workplace import Workplace
    from ombudsview.history.rows import LetterRow

    Listed = tuple[tuple[LetterRow, ...], dict[str, str]]


class Pages(QWidget):
    """`open_letter` names a saved letter and the field to show, `noticed` and `warned` are sentences for the notice.

    `saves_asked`, `take_back_asked` and `paper_asked` name a letter in the record and for people.
    """

    open_letter = Signal(str, str)
    saves_asked = Signal(str, str)
    take_back_asked = Signal(str, str)
    paper_asked = Signal(str, str)
    noticed = Signal(str)
    warned = Signal(str)

    def __init__(
        self,
        desk: Desk,
        acts: Mapping[str, QAction],
        welcome: Welcome,
        workplace: Callable[[], Workplace],
        *,
        state: QSettings,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._state = state
        self._desk, self._actions, self._welcome, self._workplace = desk, acts, welcome, workplace
        self.rests: Callable[[], bool] = lambda: False
        """Whether there is a queue although no letter is open: the start page then stands beside it."""
        self.made: dict[str, QWidget] = {}
        self._wished = self._told = ""
        self.tabs = Tabs(acts, self)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(welcome)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.tabs, self.stack):
            column.addWidget(widget)
        column.setStretchFactor(self.stack, 1)

    def turn_to(self, name: str) -> None:
        """Show `letter`, `history` or `trends`, brought up to date."""
        self.tabs.turn_to(name)
        if name == "letter":
            self._turn_to_letter()
            return
        self.tabs.show_tools(False)
        page = self.made.get(name)
        if page is None:
            page = self.made[name] = self._history_page() if name == "history" else self._trends_page()
            self.stack.addWidget(page)
        if name == "history":
            self._fill_history(turned=True)
        else:
            self._wish_authority()
        self.stack.setCurrentWidget(page)
        page.setFocus()

    def _turn_to_letter(self) -> None:
        if self._desk.letter is not None:
            self.stack.setCurrentWidget(self._workplace())
        elif self.rests():
            workplace = self._workplace()
            self.stack.setCurrentWidget(workplace)
            workplace.rest(self._welcome)
        else:
            if self.stack.indexOf(self._welcome) < 0:
                self._welcome.put_first(None)
                self.stack.addWidget(self._welcome)
            self.stack.setCurrentWidget(self._welcome)
        self._show_tools()

    def _show_tools(self) -> None:
        """What is for the letter's page shows with it alone."""
        working = self._desk.letter is not None and self.stack.currentWidget() is self._workplace()
        self.tabs.show_tools(working and self._workplace().shows_page)

    @property
    def shows_letter(self) -> bool:
        """Whether the page of the letter shows, or the start page in its place."""
        return self.stack.currentWidget() not in self.made.values()

    def add_workplace(self, workplace: Workplace, tools: QWidget) -> None:
        """Where a letter is worked on, once it has been made, and what has its place above it."""
        self.stack.addWidget(workplace)
        workplace.turned.connect(self._show_tools)
        self.tabs.add_tools(tools)

    def shut(self) -> None:
        """End what the pages have under way."""
        for page in self.made.values():
            page.close()

    def _history_page(self) -> HistoryPage:
        from ombudsview.gui.history.page import HistoryPage

        page = self.history = HistoryPage(self, self._state)
        page.open_letter.connect(lambda name: self.open_letter.emit(name, ""))
        page.open_asked.connect(self._actions["open"].trigger)
        page.saves_asked.connect(self.saves_asked)
        page.take_back_asked.connect(self.take_back_asked)
        page.paper_asked.connect(self.paper_asked)
        page.tell(self._told)
        page.wait()
        return page

    def tell_of_history(self, sentence: str) -> None:
        """What became of the history stands on its page, also once the notice of it has given way to another."""
        self._told = sentence
        if "history" in self.made:
            self.history.tell(sentence)

    def refill(self) -> None:
        """The history has changed: where it is shown, it is shown anew."""
        if (page := self.made.get("history")) is not None and page.isVisible():
            self._fill_history()
        if (page := self.made.get("trends")) is not None and page.isVisible():
            self.trends.refresh()

    def _trends_page(self) -> TrendsPage:
        from ombudsview.gui.trends.page import TrendsPage

        keeping = self._desk.keeping
        page = self.trends = TrendsPage(
            keeping.figures, keeping.authorities, font_cache=keeping.places.cache / "fonts", parent=self
        )
        page.open_letter.connect(self.open_letter)
        page.open_asked.connect(self._actions["open"].trigger)
        page.noticed.connect(self.noticed)
        page.troubled.connect(lambda trouble: self.warned.emit(trouble.sentence))
        return page

    def _wish_authority(self) -> None:
        """Trends open on the authority of the letter that was last looked at, but do not leave one chosen since for it."""
        name = self._desk.letter.filed_under if self._desk.letter is not None else ""
        if name and name != self._wished:
            self._wished = name
            self.trends.show_authority(name)

    def _fill_history(self, *, turned: bool = False) -> None:
        """Ask for the saved letters in the record's thread, which takes a while for thousands; the window stays awake."""
        self._desk.record.ask(partial(_listed, self._desk.keeping), partial(self._show_history, turned), Rank.VISIBLE)

    def _show_history(self, turned: bool, errand: Errand[Listed]) -> None:
        page = self.history
        try:
            page.show_rows(*errand.result)
        except Trouble as trouble:
            page.show_trouble(trouble.sentence)
        focused = QApplication.focusWidget()
        if turned and self.stack.currentWidget() is page and (focused is None or not page.isAncestorOf(focused)):
            page.setFocus()  # what takes the keys there was not to be seen before


def _listed(keeping: Keeping) -> Listed:
    """The saved letters, and what the filter finds each by."""
    from ombudsview.gui.history.model import text_of

    rows = keeping.rows()
    return rows, {row.letter: text_of(row) for row in rows}

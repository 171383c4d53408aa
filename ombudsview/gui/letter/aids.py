"""What helps to look around in a letter: find, plain text, small pages. Each is made when it is first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QWidget

from ombudsview.gui.desk import Desk
from ombudsview.gui.style.theme import UNIT

if TYPE_CHECKING:
    from ombudsview.gui.letter.find_bar import FindBar
    from ombudsview.gui.letter.finder import Finder
    from ombudsview.gui.letter.page import PageView
    from ombudsview.gui.letter.page_texts import PageTexts
    from ombudsview.gui.letter.plain_text import PlainText
    from ombudsview.gui.letter.thumbnails import Thumbnails


class Aids(QWidget):
    """The page's side of the splitter: small pages, then the page or its text."""

    def __init__(self, desk: Desk, view: PageView, actions: Mapping[str, QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self.view = desk, view
        self._plain = actions["plain_text"]
        self._is_plain = self._is_small = False
        self._came_from: QWidget | None = None
        self._texts: PageTexts | None = None
        self._page = 0
        self._stack = QStackedWidget(self)
        self._stack.addWidget(view)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._stack, 1)
        desk.arriving.connect(self._arriving)
        desk.arrived.connect(self._arrived)
        desk.read.connect(self._read)
        desk.changed.connect(self._light)
        desk.focused.connect(self._show_source)
        view.turned.connect(self._turned)
        view.viewport().installEventFilter(self)
        self._plain.toggled.connect(self._show_plain)
        actions["thumbnails"].toggled.connect(self._show_small)

    # Find

    @cached_property
    def bar(self) -> FindBar:
        """The box for what is looked for."""
        from ombudsview.gui.letter.find_bar import FindBar

        bar = FindBar(self.view)
        bar.wanted.connect(lambda words: self._finder.look_for(words, self._page))
        bar.stepped.connect(self.find_step)
        bar.closed.connect(self.stop_finding)
        return bar

    @cached_property
    def _finder(self) -> Finder:
        from ombudsview.gui.letter.finder import Finder

        finder = Finder(self)
        finder.set_texts(self._texts)
        finder.found.connect(self.view.show_found)
        finder.found.connect(self.bar.show_found)
        finder.found.connect(self._place_bar)
        return finder

    def ask_find(self) -> None:
        """Ask what to look for."""
        if self._texts is not None:
            if self._is_plain:
                self._plain.setChecked(False)
            self._came_from = QApplication.focusWidget()
            self.bar.ask()
            self._finder.look_for(self.bar.box.text(), self._page)
            self._place_bar()

    def find_step(self, by: int) -> None:
        """To the next or previous place of what was looked for; asks where nothing was, or not in this letter."""
        if "bar" not in self.__dict__ or self.bar.isHidden() or not self.bar.box.text().strip():
            self.ask_find()
        else:
            self._finder.step(by)

    def stop_finding(self) -> None:
        """Put the box away, and the keyboard back where it was."""
        before, self._came_from = self._came_from, None
        (before if before is not None and before.isVisible() else self.view).setFocus()
        self.bar.hide()
        self._finder.look_for("", 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and "bar" in self.__dict__:
            self._place_bar()
        return False

    def _place_bar(self) -> None:
        margin, room = UNIT + 4, self.view.viewport().width()
        self.bar.resize(self.bar.wide(room - 2 * margin), self.bar.sizeHint().height())
        self.bar.move(QPoint(room - self.bar.width() - margin, margin))

    # Plain text

    @cached_property
    def text(self) -> PlainText:
        """The letter's text in the page's place."""
        from ombudsview.gui.letter.plain_text import PlainText

        text = PlainText(self)
        self._stack.addWidget(text)
        return text

    def _show_plain(self, on: bool) -> None:
        self._is_plain = on
        if on:
            self._fill_text()
        self._stack.setCurrentWidget(self.text if on else self.view)
        self.view.moved.emit()

    def _fill_text(self) -> None:
        letter = self._desk.letter
        count = len(self._texts) if self._texts is not None else 0
        pages = letter.reading.pages if letter is not None and letter.reading is not None else None
        first, last = pages or (1, count)
        self.text.show_text(self._texts, range(first - 1, min(last, count)))
        self._show_source(self._desk.focus_key)

    def _show_source(self, key: str) -> None:
        review = self._desk.review
        if self._is_plain and review is not None and review.reading.field(key) is not None:
            self.text.show_source(next(iter(review.field(key).sources), None))

    @property
    def panes(self) -> list[QWidget]:
        """What shows on this side and takes the keyboard, from left to right."""
        return [*([self.small] if self._is_small else []), self.text if self._is_plain else self.view]

    # Small pages

    @cached_property
    def small(self) -> Thumbnails:
        """The pages, small, beside the page."""
        from ombudsview.gui.letter.thumbnails import Thumbnails

        small = Thumbnails(self._desk.bridge, self)
        small.asked.connect(self.view.show_page)
        self._row.insertWidget(0, small)
        return small

    def _show_small(self, on: bool) -> None:
        self._is_small = on
        if on:
            self._fill_small()
        elif "small" in self.__dict__:
            self.small.pages.drop()
        if on or "small" in self.__dict__:
            if self.small.hasFocus():
                self.view.setFocus()  # first: a list that hides with the focus in it gives it to whatever comes next
            self.small.setVisible(on)

    def _fill_small(self) -> None:
        if self._desk.letter is not None:
            self.small.pages.show_pages(self._desk.letter.sizes)
            self._light()
            self.small.show_page(self._page)

    def _light(self) -> None:
        review = self._desk.review
        if self._is_small and review is not None:
            pages = {source.page - 1 for field in review.fields() for source in field.sources}
            self.small.pages.light(frozenset(pages))

    def _turned(self, page: int, count: int) -> None:
        self._page = page - 1
        if self._is_small:
            self.small.show_page(self._page)

    # Letters come and go

    def _arriving(self) -> None:
        self._set_texts(None)
        if "bar" in self.__dict__:
            self.bar.hide()
        if self._is_plain:
            self._plain.setChecked(False)
        if self._is_small:
            self.small.pages.show_pages(())

    def _arrived(self) -> None:
        if self._is_small:
            self._fill_small()

    def _read(self) -> None:
        letter = self._desk.letter
        if letter is not None and letter.paper is not None:
            from ombudsview.gui.letter.page_texts import PageTexts

            self._set_texts(PageTexts(letter.paper))
            self._light()
            if self._is_plain:
                self._fill_text()

    def _set_texts(self, texts: PageTexts | None) -> None:
        self._texts = texts
        if "_finder" in self.__dict__:
            self._finder.set_texts(texts)

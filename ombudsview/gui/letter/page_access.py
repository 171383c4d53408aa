"""The pages of the letter as a screen reader meets them: each page with its text, and on it each place that is lit."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAccessibleInterface,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from ombudsview.gui.access.parts import NOTHING, Face, Kind, Part, Role, Text, is_there
from ombudsview.gui.letter.light import Light
from ombudsview.gui.letter.page_reads import PageReads
from ombudsview.gui.letter.page_text import PageText
from ombudsview.gui.letter.readable import ReadablePages
from ombudsview.paper.geometry import Box
from ombudsview.paper.paper import Sheet

translate = QCoreApplication.translate


class PagesAccess(QAccessibleWidget):
    """A document of pages; after them what floats over the pages, and the scroll bars."""

    def __init__(self, view: ReadablePages) -> None:
        super().__init__(view, Role.Document)
        self.view, self.desk = view, view.desk
        self._pages: list[PageAccess] = []
        self.desk.arrived.connect(self._other_pages)
        self.desk.changed.connect(self._other_words)

    def _other_pages(self) -> None:
        if is_there(self):
            QAccessible.updateAccessibility(QAccessibleEvent(self.view, QAccessible.Event.ObjectReorder))

    def _other_words(self) -> None:
        for page in self._pages if is_there(self) else ():
            for light in page.lights:
                QAccessible.updateAccessibility(QAccessibleEvent(light, QAccessible.Event.DescriptionChanged))

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """What is printed; empty until the letter has been read."""
        letter = self.desk.letter
        return letter.paper.sheets if letter is not None and letter.paper is not None else ()

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self.view.lie.column.sizes)

    def _page(self, number: int) -> PageAccess:
        while len(self._pages) <= number:
            self._pages.append(PageAccess(self, len(self._pages)))
        return self._pages[number]

    def _others(self) -> list[QWidget]:
        """Widgets that lie over the pages: they are children of the view, and Qt counts only what an area of its kind has."""
        view = self.view
        over = [child for child in view.children() if isinstance(child, QWidget) and child.accessibleName()]
        return [widget for widget in over if widget.isVisible()]

    def childCount(self) -> int:
        return self.count + len(self._others())

    def child(self, index: int) -> QAccessibleInterface:
        if 0 <= index < self.count:
            return self._page(index)
        others = self._others()
        place = index - self.count
        return QAccessible.queryAccessibleInterface(others[place]) if 0 <= place < len(others) else NOTHING

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        if isinstance(child, PageAccess):
            return child.number
        others: list[QObject] = [*self._others()]
        return self.count + others.index(child.object()) if child.object() in others else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        found = (self.child(index) for index in reversed(range(self.childCount())))
        return next((one for one in found if one is not None and one.rect().contains(x, y)), NOTHING)

    def focusChild(self) -> QAccessibleInterface:
        return self if self.view.hasFocus() else NOTHING


class PageAccess(Part):
    """One page: its text, and the places lit on it from top to bottom."""

    def __init__(self, pages: PagesAccess, number: int) -> None:
        super().__init__(pages.view)
        self.pages, self.number = pages, number
        self._known: dict[tuple[str, int], Light] = {}
        self._sheet: Sheet | None = None
        self._text: PageText | None = None
        self._reads = PageReads(self)

    @property
    def page_text(self) -> PageText | None:
        """Its text, made when it is first asked for; None until the letter has been read."""
        sheets = self.pages.sheets
        sheet = sheets[self.number] if self.number < len(sheets) else None
        if sheet is not self._sheet:
            self._sheet, self._text = sheet, PageText(sheet) if sheet is not None else None
        return self._text

    @property
    def lights(self) -> list[Light]:
        """What is lit on it. One place of a field is one object for as long as the window lives."""
        lit: list[tuple[float, float, Light]] = []
        item: dict[str, int] = {}
        for mark in self.pages.view.lit:
            place = item[mark.key] = item.get(mark.key, 0) + 1
            if mark.page == self.number:
                light = self._known.setdefault((mark.key, place), Light(self, mark.key, place))
                light.mark = mark
                lit.append((mark.boxes[0].y0, mark.boxes[0].x0, light))
        return [light for *_, light in sorted(lit, key=lambda one: one[:2])]

    def on_screen(self, box: Box) -> QRect:
        """The place on the screen of a box in points; empty once another letter has fewer pages."""
        view = self.pages.view
        if not self.isValid():
            return QRect()
        place = view.lie.place(self.number, box).toRect()
        return QRect(view.viewport().mapToGlobal(place.topLeft()), place.size())

    def shows(self, place: QRect) -> bool:
        """Whether any of a place on the screen can be seen."""
        port = self.pages.view.viewport()
        seen = QRect(port.mapToGlobal(QPoint(0, 0)), port.size())
        return self.pages.view.isVisible() and seen.intersects(place)

    def isValid(self) -> bool:
        return super().isValid() and self.number < self.pages.count

    def parent(self) -> QAccessibleInterface:
        return self.pages

    def role(self) -> Role:
        return Role.Section

    def text(self, what: Text) -> str:
        if what is Text.Name:
            words = translate("ZoomBar", "Page {page} of {count}")
            return words.format(page=self.number + 1, count=self.pages.count)
        if what is Text.Value:
            return self.page_text.text if self.page_text is not None else ""
        if what is Text.Description and self.page_text is not None:
            return _how_many(len(self.lights), self.page_text)
        return ""

    def rect(self) -> QRect:
        width, height = self.pages.view.lie.column.sizes[self.number] if self.isValid() else (0.0, 0.0)
        return self.on_screen(Box(0, 0, width, height)) if width else QRect()

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.readOnly = state.multiLine = state.selectableText = True
        state.offscreen = not self.shows(self.rect())
        state.invalid = not self.isValid()
        return state

    def childCount(self) -> int:
        return len(self.lights)

    def child(self, index: int) -> QAccessibleInterface:
        lights = self.lights
        return lights[index] if 0 <= index < len(lights) else NOTHING

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        lights: list[QAccessibleInterface] = [*self.lights]
        return lights.index(child) if child in lights else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        return next((light for light in self.lights if light.rect().contains(x, y)), NOTHING)

    def faces(self) -> dict[Kind, Face]:
        return {Kind.TextInterface: self._reads}


def _how_many(lit: int, text: PageText) -> str:
    if not text.text:
        return translate("PageView", "No text: this page is a picture")
    if lit == 1:
        return translate("PageView", "1 figure is marked on it")
    return translate("PageView", "{count} figures are marked on it").format(count=lit)

"""A place that is lit on the page, for a screen reader: named by its field, told by value and state; a press leads to the field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface

from ombudsview.gui.access.parts import Deeds, Face, Kind, Part, Role, Text
from ombudsview.gui.letter import says
from ombudsview.gui.letter.highlights import Highlight
from ombudsview.gui.style.marks import state_word
from ombudsview.paper.geometry import around
from ombudsview.review.state import FieldReview

if TYPE_CHECKING:
    from ombudsview.gui.letter.page_access import PageAccess

translate = QCoreApplication.translate


class Light(Part):
    """One source of one field, where it is printed; `place` counts the sources of the field from 1."""

    def __init__(self, page: PageAccess, key: str, place: int) -> None:
        super().__init__(page.widget)
        self.page, self.key, self.place = page, key, place
        self.mark: Highlight | None = None
        view = page.pages.view
        self._deeds = Deeds(view, {"Press": lambda: view.picked.emit(key)})

    def parent(self) -> QAccessibleInterface:
        return self.page

    def role(self) -> Role:
        return Role.Link

    def text(self, what: Text) -> str:
        review = self.page.pages.desk.review
        field = review.field(self.key) if review is not None and review.reading.field(self.key) is not None else None
        if what is Text.Name:
            name = says.full_label(self.key)
            return name if self.place == 1 else f"{name} ({self.place})"
        if field is None:
            return ""
        value = says.line(field).value or says.line(field).instead
        if what is Text.Value:
            return value
        return self._described(field, value) if what is Text.Description else ""

    def _described(self, field: FieldReview, value: str) -> str:
        """Value, state, what is printed just here, and whether that bears the value out; then what should be looked at."""
        number = self.place - 1
        parts = [value, state_word(field.state)]
        if number < len(field.sources):
            words = translate("PageView", "Printed here: “{text}”, page {page}")
            parts.append(words.format(text=field.sources[number].text, page=self.page.number + 1))
        if self.mark is not None and not self.mark.sure:
            parts.append(translate("PageView", "The words here do not read as the value"))
        parts.append(says.worry(field))
        return ". ".join(part.rstrip(".") for part in parts if part) + "."

    def rect(self) -> QRect:
        return self.page.on_screen(around(self.mark.boxes)) if self.mark is not None else QRect()

    def state(self) -> QAccessible.State:
        view, desk = self.page.pages.view, self.page.pages.desk
        state = QAccessible.State()
        state.linked = state.focusable = state.selectable = True
        state.selected = self.key == desk.focus_key
        state.focused = state.selected and view.hasFocus()
        state.offscreen = not self.page.shows(self.rect())
        state.invalid = self.mark not in view.lit
        return state

    def faces(self) -> dict[Kind, Face]:
        return {Kind.ActionInterface: self._deeds}

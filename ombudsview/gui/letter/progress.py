"""The bar of states: how the letter stands at a glance, each state a length of its colour, in the order of the work."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ombudsview.gui.style.marks import state_word
from ombudsview.gui.style.theme import theme
from ombudsview.review.state import State

if TYPE_CHECKING:
    from PySide6.QtGui import QAccessibleInterface

ORDER = (
    State.AGREED,
    State.CHANGED,
    State.NOT_IN_LETTER,
    State.WORKED_OUT,
    State.QUERY,
    State.LOOK_HERE,
    State.TO_CHECK,
)
"""Fields that were not found and need not be there are no part of the work."""

WEAVE = {
    State.AGREED: Qt.BrushStyle.SolidPattern,
    State.CHANGED: Qt.BrushStyle.BDiagPattern,
    State.NOT_IN_LETTER: Qt.BrushStyle.HorPattern,
    State.WORKED_OUT: Qt.BrushStyle.VerPattern,
    State.QUERY: Qt.BrushStyle.FDiagPattern,
    State.LOOK_HERE: Qt.BrushStyle.Dense4Pattern,
}
"""How each length is filled, so that not the colour alone tells it from the next; what is to be checked stays empty."""
_GAP = 1


def tally_words(tally: Mapping[State, int]) -> str:
    """`14 agreed, 2 changed, 1 not in letter`."""
    return ", ".join(f"{tally[state]} {state_word(state).lower()}" for state in ORDER if tally.get(state))


class StateBar(QWidget):
    """Its tooltip and accessible description say the same in numbers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tally: Mapping[State, int] = {}
        self.setAccessibleName(self.tr("Progress"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(200, 6)

    def show_tally(self, tally: Mapping[State, int]) -> None:
        """How many fields are in each state."""
        self._tally = tally
        words = tally_words(tally)
        self.setToolTip(words)
        self.setAccessibleDescription(words)
        self.update()

    @property
    def amount(self) -> tuple[int, int]:
        """How many fields need no look any more, of how many that are part of the work."""
        part = [(state, self._tally.get(state, 0)) for state in ORDER]
        return sum(count for state, count in part if not state.is_open), sum(count for _, count in part)

    def make_accessible(self) -> QAccessibleInterface:
        from ombudsview.gui.access.parts import Progress

        return Progress(self, lambda: self.amount)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        shape = QPainterPath()
        shape.addRoundedRect(whole, 3, 3)
        painter.setClipPath(shape)
        painter.fillRect(whole, QColor(tokens.line))
        total = sum(self._tally.get(state, 0) for state in ORDER)
        x = 0.0
        for state in ORDER[:-1]:
            width = whole.width() * self._tally.get(state, 0) / total if total else 0.0
            painter.fillRect(QRectF(x, 0, width - _GAP, whole.height()), QBrush(tokens.of_state(state), WEAVE[state]))
            x += width
        painter.end()

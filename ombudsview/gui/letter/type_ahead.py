"""Places of the letter offered while a value is being typed: what stands there, on which page, and a way to take it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ombudsview.gui.access.announce import announce
from ombudsview.gui.style.theme import UNIT, type_size
from ombudsview.gui.style.words import visible
from ombudsview.letters.fields import Unit, shown
from ombudsview.reading.matching import Match

_WIDTH = 52 * UNIT
_ROWS = 6
_LONGEST = 60


class TypeAhead(QListWidget):
    """A list beneath the field, whose box keeps the keyboard: Down and Up choose, Enter takes, Esc puts the list away.

    `taken` gives the place (a Source), `looked_at` the one that is chosen, or None.
    """

    taken = Signal(object)
    looked_at = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._matches: tuple[Match, ...] = ()
        self._box: QWidget | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("look", "boxed")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Places of the letter that begin so"))
        self.itemClicked.connect(lambda item: self._take(self.row(item)))
        self.currentRowChanged.connect(self._look)
        self.hide()

    def offer(self, box: QWidget, beneath: QWidget, unit: Unit, found: Sequence[Match]) -> None:
        """Show places for what is typed in a box, beneath all that belongs to it; none puts the list away."""
        self.put_away()
        if not found:
            return
        self._matches, self._box = tuple(found), box
        box.installEventFilter(self)
        for match in found:
            QListWidgetItem(visible(_line(unit, match)), self)
        self.setCurrentRow(-1)
        self._settle(box, beneath)
        self.show()
        self.raise_()
        one, more = (
            self.tr("1 place begins so: Down to choose it."),
            self.tr("{count} places begin so: Down to choose one."),
        )
        words = one if len(found) == 1 else more.format(count=len(found))
        announce(box, words)

    def put_away(self) -> None:
        """Offer nothing."""
        if self._box is not None:
            self._box.removeEventFilter(self)
            self._box = None
            self._matches = ()
            self.clear()
            self.hide()
            self.looked_at.emit(None)

    def _settle(self, box: QWidget, beneath: QWidget) -> None:
        """Beneath, so that what is printed and what Enter does stay in sight, or above the box where there is no room."""
        room = self._over.rect()
        height = min(len(self._matches), _ROWS) * max(28, self.sizeHintForRow(0)) + UNIT
        self.resize(min(round(_WIDTH * type_size(13) / 13), room.width() - 2 * UNIT), height)
        corner = box.mapTo(self._over, QPoint(box.width(), -2))
        top = beneath.mapTo(self._over, QPoint(0, beneath.height() + 2)).y()
        if top + height >= room.height():
            top = corner.y() - height
        self.move(max(UNIT, corner.x() - self.width()), max(0, top))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut:
            self.put_away()
        return event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._heard(event)

    def _heard(self, event: QKeyEvent) -> bool:
        count, row = self.count(), self.currentRow()
        match event.key():
            case Qt.Key.Key_Down:
                self.setCurrentRow((row + 1) % count)
            case Qt.Key.Key_Up:
                self.setCurrentRow((row - 1) % count if row > 0 else count - 1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if row >= 0 and not event.modifiers():
                self._take(row)
            case Qt.Key.Key_Escape:
                self.put_away()
            case _:
                return False
        return True

    def _look(self, row: int) -> None:
        if 0 <= row < len(self._matches):
            self.looked_at.emit(self._matches[row].source)
            if self._box is not None:
                words = self.item(row).text()
                announce(self._box, words)

    def _take(self, row: int) -> None:
        source = self._matches[row].source
        self.put_away()
        self.taken.emit(source)


def _line(unit: Unit, match: Match) -> str:
    """`45%, page 2: to an average of … in similar authorities`."""
    value = shown(unit, match.value)
    value = value if len(value) <= _LONGEST else f"{value[:_LONGEST]}…"
    around = f"{match.before} … {match.after}".strip()
    words = QCoreApplication.translate("TypeAhead", "{value}, page {page}: {around}")
    return words.format(value=value, page=match.source.page, around=around)

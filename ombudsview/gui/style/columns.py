"""The columns of a table: they fill its width until the officer draws one wider or narrower, and are as they left them ever after."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QObject, QSettings
from PySide6.QtWidgets import QHeaderView, QTableView

from ombudsview.gui.style.theme import type_size

NARROWEST = 48


class Columns(QObject):
    """`widths` in pixels at the usual text size; the columns in `grow` share the room that is left beyond theirs.

    What the officer makes of them is kept in `state` under `name`, where these are given.
    """

    def __init__(
        self,
        table: QTableView,
        widths: Sequence[int],
        grow: Collection[int],
        state: QSettings | None = None,
        name: str = "",
    ) -> None:
        super().__init__(table)
        self._table, self._widths, self._grow = table, tuple(widths), tuple(grow)
        self._state, self._key = state, f"columns/{name}"
        self._own = self._kept()
        self._settling = False
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setMinimumSectionSize(_scaled(NARROWEST))
        header.sectionResized.connect(self._resized)
        table.viewport().installEventFilter(self)
        self.settle()

    def settle(self) -> None:
        """Give each column its width."""
        self._settling = True
        for column, width in enumerate(self._own or self._filling()):
            self._table.setColumnWidth(column, width)
        self._settling = False

    def suit(self, widths: Sequence[int]) -> None:
        """Other widths, for what the table shows now; in pixels as they are, and only where the officer has drawn none."""
        self._widths = tuple(round(width * 13 / type_size(13)) for width in widths)
        if not self._own:
            self.settle()

    def _filling(self) -> list[int]:
        widths = [_scaled(width) for width in self._widths]
        left = max(0, self._table.viewport().width() - sum(widths))
        for number, column in enumerate(self._grow):
            share = left // (len(self._grow) - number)
            widths[column] += share
            left -= share
        return widths

    def _kept(self) -> list[int]:
        """The officer's own widths; none where they have none, or where the table has other columns by now."""
        kept = self._state.value(self._key) if self._state is not None else None
        if not isinstance(kept, list) or len(kept) != len(self._widths):
            return []
        try:
            return [_scaled(max(NARROWEST, int(width))) for width in kept]
        except (TypeError, ValueError):
            return []

    def _resized(self) -> None:
        if self._settling:
            return
        self._own = [self._table.columnWidth(column) for column in range(len(self._widths))]
        if self._state is not None:
            self._state.setValue(self._key, [str(round(width * 13 / type_size(13))) for width in self._own])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and not self._own:
            self.settle()
        return False


def _scaled(width: int) -> int:
    return round(width * type_size(13) / 13)

"""Last year's value beside a field: quiet, whole or not there, and never in the way of this year's."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ombudsview.gui.style.words import plain_tip

translate = QCoreApplication.translate

_FEW = 2
"""Values of so many predecessors are written out; more are counted, and named in the tooltip."""


class LastYear(QLabel):
    """Takes the room that is left in its row. A figure that was cut off would be a wrong one: it is whole, or not drawn."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("ink", "soft")
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_values(self, year: str, values: tuple[tuple[str, str], ...]) -> None:
        """The values of a year, each with whose it is."""
        self.setText(line(year, values))
        self.setToolTip(plain_tip(said(year, values)))
        self.setAccessibleName(translate("LastYear", "Last year"))
        self.setAccessibleDescription(said(year, values))

    @property
    def fits(self) -> bool:
        """Whether there is room for all of it."""
        return self.fontMetrics().horizontalAdvance(self.text()) <= self.contentsRect().width()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.fits:
            super().paintEvent(event)


def line(year: str, values: tuple[tuple[str, str], ...]) -> str:
    """`2018-19: 4`; of two predecessors `2018-19: 4 and 1`; nothing where there is nothing."""
    if not values:
        return ""
    if len(values) > _FEW:
        return translate("LastYear", "{year}: {count} predecessors").format(year=year, count=len(values))
    both = translate("LastYear", "{one} and {other}")
    shown = values[0][1] if len(values) == 1 else both.format(one=values[0][1], other=values[1][1])
    return f"{year}: {shown}"


def said(year: str, values: tuple[tuple[str, str], ...]) -> str:
    """In a sentence, with whose they are: `In 2018-19 the letter to Alder Council gave 4.`"""
    if not values:
        return ""
    one = translate("LastYear", "the letter to {authority} gave {value}")
    parts = "; ".join(one.format(authority=authority, value=value) for authority, value in values)
    return translate("LastYear", "For {year} {parts}.").format(year=year, parts=parts)

"""Words that would be taken into the field in focus: what they are worth there, and how they are outlined on the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from ombudsview.gui.letter import says
from ombudsview.gui.letter.highlights import lines
from ombudsview.gui.style.theme import LIGHT, type_font
from ombudsview.letters.fields import FIELDS, shown
from ombudsview.paper.geometry import Box
from ombudsview.reading.printed_value import value_of

if TYPE_CHECKING:
    from ombudsview.reading.model import Source
    from ombudsview.reading.picked import Numbers, PageWords

_LONGEST = 60


@dataclass(frozen=True)
class Choice:
    """Words of a page (from 0) by their numbers; `fits` says whether they print a value of the field, which `words` names."""

    page: int
    numbers: Numbers
    source: Source
    fits: bool
    words: str

    @classmethod
    def of(cls, key: str, page: PageWords, numbers: Numbers) -> Choice:
        """These words as the field would take them."""
        source, field = page.source(numbers), FIELDS[key]
        value = value_of(field.unit, source.text)
        text = shown(field.unit, value) if value is not None else QCoreApplication.translate("Choice", "does not fit")
        text = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
        return cls(page.page - 1, numbers, source, value is not None, f"{says.label(key)}: {text}")

    def is_at(self, other: Choice | None) -> bool:
        """Whether another choice is of the same words."""
        return other is not None and (self.page, self.numbers) == (other.page, other.numbers)

    def offered(self, key: str) -> Choice:
        """The same with the words of an offer."""
        words = QCoreApplication.translate("Choice", "{value}. Click again to take it")
        if FIELDS[key].many:
            words = QCoreApplication.translate("Choice", "{value}. Click again to add it")
        return replace(self, words=words.format(value=self.words))

    @property
    def lines(self) -> tuple[Box, ...]:
        """A box for each line of the words, in points of the page."""
        return lines(self.source.boxes)


def paint_choice(
    painter: QPainter, choice: Choice, places: Sequence[QRectF], room: QRect, avoid: Sequence[QRectF] = ()
) -> None:
    """The outline of the words, dashed where they do not fit, and a tag that says what would be taken. White paper's colours.

    The tag lies over none of the places to `avoid`, where it can.
    """
    colour = QColor(LIGHT.accent if choice.fits else LIGHT.look)
    pen = QPen(colour, 2)
    if not choice.fits:
        pen.setDashPattern([2, 1.6])
    tint = QColor(colour)
    tint.setAlpha(28)
    painter.setPen(pen)
    painter.setBrush(tint)
    for place in places:
        painter.drawRoundedRect(place.adjusted(-2, -1, 2, 1), 2, 2)
    _tag(painter, choice.words, colour, tag_place(choice.words, places, room, avoid))


def paint_box(painter: QPainter, box: QRectF) -> None:
    """The box that is being drawn."""
    pen = QPen(QColor(LIGHT.accent), 1)
    pen.setDashPattern([3, 2])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box)


def tag_place(text: str, places: Sequence[QRectF], room: QRect, avoid: Sequence[QRectF] = ()) -> QRectF:
    """Where the tag lies: above the first line of the words, or beneath the last where there is no room or something better lies."""
    metrics = QFontMetricsF(_font())
    width, height = metrics.horizontalAdvance(text) + 12, metrics.height() + 4
    left = max(2.0, min(places[0].left() - 2, room.width() - width - 2))
    above = QRectF(left, places[0].top() - height - 4, width, height)
    beneath = QRectF(left, places[-1].bottom() + 4, width, height)
    free = [tag for tag in (above, beneath) if tag.top() > 0 and not any(tag.intersects(place) for place in avoid)]
    return next(iter(free), above if above.top() > 0 else beneath)


def _font() -> QFont:
    return type_font(11, bold=True)


def _tag(painter: QPainter, text: str, colour: QColor, tag: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(tag, 3, 3)
    painter.setPen(QColor(LIGHT.paper))
    painter.setFont(_font())
    painter.drawText(tag, int(Qt.AlignmentFlag.AlignCenter), text)

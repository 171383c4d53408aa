"""What was found in the letter, on the page."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from ombudsview.gui.letter.found import Found, Place, paint_found
from ombudsview.paper.geometry import Box


def test_only_the_places_of_pages_that_show_are_painted() -> None:
    asked: list[int] = []

    def place_of(page: int, box: Box) -> QRectF:
        asked.append(page)
        return QRectF(box.x0, box.y0, box.width, box.height)

    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    places = tuple(Place(page, (Box(10, 10, 20, 20),)) for page in range(300))
    painter = QPainter(image)
    paint_found(painter, place_of, Found(places, 7), {6, 7})
    painter.end()
    assert asked == [6, 7]
    assert image.pixelColor(15, 15).name() != "#ffffff"

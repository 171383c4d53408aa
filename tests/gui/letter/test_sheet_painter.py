"""A page as it is painted: its sharp picture, until that is there the nearest other one, and bare paper where there is none."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from ombudsview.gui.letter.pictures import Key, Pictures
from ombudsview.gui.letter.sheet_painter import paint_sheet
from ombudsview.gui.work.bridge import Bridge
from tests.gui.handmade import FakeReader

FRAME = QRectF(10, 10, 595, 842)
DRAWN, BARE = "#f0f0f0", "#ffffff"


@pytest.fixture
def pictures(bridge: Bridge) -> Pictures:
    bridge.worker.open(b"")  # type: ignore[union-attr]
    return Pictures(bridge)


def painted(pictures: Pictures, key: Key, ratio: float = 1.0, turn: int = 0) -> set[str]:
    """The colours of the middle of the page and of its four corners."""
    image = QImage(900, 900, QImage.Format.Format_RGB32)
    image.fill(QColor("black"))
    frame = FRAME if turn % 180 == 0 else QRectF(FRAME.topLeft(), FRAME.size().transposed())
    painter = QPainter(image)
    paint_sheet(painter, frame, [key], pictures, ratio, turn=turn)
    painter.end()
    inside = frame.adjusted(3, 3, -4, -4)
    places = (inside.center(), inside.topLeft(), inside.topRight(), inside.bottomLeft(), inside.bottomRight())
    return {image.pixelColor(place.toPoint()).name() for place in places}


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_another_scales_picture_fills_the_page_until_the_sharp_one_comes(
    pictures: Pictures, reader: FakeReader, qtbot: QtBot, turn: int
) -> None:
    small, sharp = Key(0, 0.5), Key(0, 1.0)
    assert painted(pictures, sharp, turn=turn) == {BARE}
    pictures.want([small], [])
    qtbot.waitUntil(lambda: pictures.sharp(small) is not None)
    reader.gate.clear()
    pictures.want([sharp], [])
    assert pictures.sharp(sharp) is None
    assert painted(pictures, sharp, turn=turn) == {DRAWN}, "half as sharp, and over the whole page"
    reader.gate.set()
    qtbot.waitUntil(lambda: pictures.sharp(sharp) is not None)
    assert painted(pictures, sharp, turn=turn) == {DRAWN}


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_the_sharp_picture_has_a_pixel_for_each_of_the_screens(pictures: Pictures, qtbot: QtBot, ratio: float) -> None:
    key = Key(0, ratio)
    pictures.want([key], [])
    qtbot.waitUntil(lambda: pictures.sharp(key) is not None)
    picture = pictures.sharp(key)
    assert picture is not None
    assert (picture.width(), picture.height()) == (round(595 * ratio), round(842 * ratio))
    assert painted(pictures, key, ratio) == {DRAWN}, "and fills the page, no more and no less"

"""A box keeps room for what is typed, whatever stands beside it."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from ombudsview.gui.style.beside import Beside
from ombudsview.gui.style.button_row import ButtonRow


def test_the_buttons_go_beneath_the_box_rather_than_into_its_room(qtbot: QtBot) -> None:
    box, buttons = QLineEdit(), [QPushButton(f"Do the thing number {number}") for number in range(4)]
    place = Beside(box, ButtonRow(buttons), 200)
    qtbot.addWidget(place)
    place.resize(1600, 60)
    place.show()
    in_one_line = place.sizeHint().height()
    assert box.y() < buttons[0].mapTo(place, buttons[0].rect().bottomLeft()).y()
    assert buttons[-1].mapTo(place, buttons[-1].rect().topRight()).x() > 1600 - 8, "at the right"
    for width in (1600, 1000, 700, 500, place.minimumSizeHint().width()):
        place.resize(width, place.sizeHint().height())
        QApplication.processEvents()
        assert place.width() == width
        assert box.width() >= min(200, width)
        for button in buttons:
            assert button.width() >= button.sizeHint().width()
            assert place.rect().contains(button.mapTo(place, button.rect().bottomRight()))
    assert place.sizeHint().height() > in_one_line
    place.resize(1600, 60)
    QApplication.processEvents()
    assert place.sizeHint().height() == in_one_line

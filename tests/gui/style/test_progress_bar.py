"""A step of the bar is painted with all else, in the next turn."""

from __future__ import annotations

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ombudsview.gui.style.progress_bar import ProgressBar


class Counted(ProgressBar):
    paints = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        self.paints += 1
        super().paintEvent(event)


def test_a_step_is_painted_in_the_next_turn(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    bar = Counted(window)
    bar.setRange(0, 10)
    window.show()
    QApplication.processEvents()
    before = bar.paints
    bar.setValue(4)
    assert bar.value() == 4
    assert bar.paints == before
    qtbot.waitUntil(lambda: bar.paints > before)

"""Buttons stand side by side where there is room, else one below the other, and none of them is cut."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ombudsview.gui.style.button_row import ButtonRow


@pytest.mark.parametrize("how", [{}, {"centred": True}, {"apart": True}], ids=["left", "centred", "apart"])
def test_they_stack_where_the_row_is_too_narrow(qtbot: QtBot, how: dict[str, bool]) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    buttons = [QPushButton(words) for words in ("Go on with the next", "Try the problems again", "Remove")]
    column = QVBoxLayout(over)
    column.addWidget(ButtonRow(buttons, **how))
    column.addStretch()
    over.show()
    for width, rows in ((800, 1), (260, 3), (800, 1)):
        over.resize(width, 300)
        qtbot.waitUntil(lambda rows=rows: len({button.y() for button in buttons}) == rows)
        assert over.width() == width
        for button in buttons:
            assert button.width() >= button.sizeHint().width()
            assert over.rect().contains(button.geometry().translated(button.parentWidget().pos()))
    buttons[0].hide()
    buttons[1].hide()
    qtbot.waitUntil(lambda: over.minimumWidth() <= 140 and over.minimumSizeHint().width() <= 140)
    over.resize(140, 300)
    QTest.qWait(20)
    assert over.width() == 140, "what does not show needs no room"

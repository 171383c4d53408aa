"""Beside a letter of no known kind the panel says what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from ombudsview.gui.desk import Desk
from ombudsview.gui.letter.panel import FieldsPanel
from tests.gui.listen import waiting


def test_a_letter_of_no_known_kind_says_what_to_do(opened: Desk, qtbot: QtBot) -> None:
    panel = FieldsPanel(opened)
    qtbot.addWidget(panel)
    panel.resize(450, 700)
    panel.show()
    opened.unknown.emit("No text on any page.")
    (button,) = panel.widget().findChildren(QPushButton)
    assert any("No text on any page." in label.text() for label in panel.widget().findChildren(QLabel))
    with waiting(qtbot, panel.kind_asked):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    opened.read.emit()
    assert panel.row("authority").isVisible()

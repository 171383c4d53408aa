"""The fields beside a letter, for tests of what is typed into them."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ombudsview.gui.desk import Desk
from ombudsview.gui.letter.panel import FieldsPanel


@pytest.fixture
def panel(opened: Desk, qtbot: QtBot) -> FieldsPanel:
    """A panel beside the letter, with the keyboard in its first field."""
    panel = FieldsPanel(opened)
    qtbot.addWidget(panel)
    panel.resize(450, 700)
    panel.show()
    panel.activateWindow()
    QTest.qWaitForWindowActive(panel)
    opened.read.emit()
    opened.focus("authority")
    return panel

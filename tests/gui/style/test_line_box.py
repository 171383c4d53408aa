"""A file that is dropped on a box for text falls through to the window, which opens it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ombudsview.gui.letter.long_edit import LongEdit
from ombudsview.gui.style.line_box import LineBox
from tests.helpers.process import ROOT


class Place(QWidget):
    """A window to which something can be dragged."""

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self.reached = 0

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.reached += 1
        event.acceptProposedAction()


def drag(box: QWidget, what: QMimeData) -> None:
    keys, button = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    event = QDragEnterEvent(QPoint(2, 2), Qt.DropAction.CopyAction, what, button, keys)
    QApplication.sendEvent(box, event)


@pytest.mark.parametrize("make", [LineBox, lambda: LongEdit("; ")], ids=["a line", "paragraphs"])
def test_a_file_is_for_the_window_and_text_for_the_box(make, qtbot: QtBot) -> None:
    place, box = Place(), make()
    qtbot.addWidget(place)
    QVBoxLayout(place).addWidget(box)
    over = box.viewport() if isinstance(box, LongEdit) else box
    place.show()
    file, text = QMimeData(), QMimeData()
    file.setUrls([QUrl.fromLocalFile("/letters/letter.pdf")])
    file.setText("/letters/letter.pdf")  # as file managers send it along
    text.setText("57%")
    drag(over, text)
    assert place.reached == 0
    drag(over, file)
    assert place.reached == 1


def test_no_box_takes_the_name_of_a_file_for_text() -> None:
    sources = (ROOT / "ombudsview" / "gui").rglob("*.py")
    assert [path.name for path in sources if "QLineEdit(" in path.read_text("utf-8")] == []

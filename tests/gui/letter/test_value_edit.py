from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from ombudsview.gui.letter.value_edit import ValueEdit


def test_the_click_that_reaches_a_box_selects_its_value_so_that_typing_takes_its_place(qtbot) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    other, edit = QLineEdit(over), ValueEdit(over)
    other.setGeometry(0, 0, 200, 30)
    edit.setGeometry(0, 40, 200, 30)
    edit.settle("1")
    over.show()
    over.activateWindow()
    QTest.qWaitForWindowActive(over)
    other.setFocus()
    QTest.mouseClick(edit, Qt.MouseButton.LeftButton)
    assert edit.selectedText() == "1"
    QTest.keyClicks(edit, "3")
    assert edit.text() == "3"
    QTest.mouseClick(edit, Qt.MouseButton.LeftButton)
    assert not edit.hasSelectedText(), "the next click sets the cursor"


def test_a_value_that_nobody_touched_is_no_edit_however_long_it_is(qtbot) -> None:
    edit = ValueEdit()
    qtbot.addWidget(edit)
    for length in (3_000, 40_000):
        edit.settle("a" * length)
        assert not edit.edited
    edit.show()
    edit.setFocus()
    QTest.keyClicks(edit, "b")
    assert not edit.edited, "what the box cannot hold whole is not typed over"
    edit.settle("1")
    QTest.keyClicks(edit, "2")
    assert edit.edited

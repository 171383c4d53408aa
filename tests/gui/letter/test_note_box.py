"""A box for a note that is used for one letter after the other holds nothing of the one before."""

from __future__ import annotations

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ombudsview.gui.letter.note_box import NoteBox


def test_the_note_of_one_letter_cannot_be_brought_back_in_the_next(qtbot: QtBot) -> None:
    box = NoteBox("What was learnt?")
    qtbot.addWidget(box)
    box.show_note("Compliance is below 100%.", "")
    box.show()
    QTest.keyClicks(box.box, "of the first letter")
    box.commit()
    box.put_away()
    box.show_note("The remedy came late.", "")
    box.show()
    given: list[str] = []
    box.given.connect(given.append)
    assert not box.box.isUndoAvailable()
    box.box.undo()
    box.commit()
    assert given == [""]

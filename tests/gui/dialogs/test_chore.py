"""The dialog of work on the history has room for what it says."""

from __future__ import annotations

from typing import cast

from pytestqt.qtbot import QtBot

from ombudsview.gui.dialogs.chore import Chore, ChoreDialog
from ombudsview.gui.record.record import Record
from ombudsview.gui.style.room import room_of

FOLDER = "/home/clerk/" + "annual-letters-of-the-ombudsman/" * 2


def test_a_path_does_not_run_into_the_edge(qtbot: QtBot) -> None:
    about = f"From then on backups are written to {FOLDER}."
    dialog = ChoreDialog(Chore("Where backups lie", about, lambda _: "", "Write them there"), cast(Record, None))
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.words.width() >= dialog.words.fontMetrics().horizontalAdvance(f"{FOLDER}.")
    assert dialog.words.geometry().right() < dialog.width() - 16
    assert dialog.width() <= room_of(dialog).width()

"""Who gets Ctrl+Z: the text box first, while something is being typed in it; then the review."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from ombudsview.gui.desk import Desk
from ombudsview.gui.letter.long_edit import LongEdit


def undo(focus: QWidget | None, desk: Desk) -> None:
    """Take back a change of the text, else the officer's last step."""
    if isinstance(focus, QLineEdit | LongEdit) and _typing_in(focus) and focus.isUndoAvailable():
        focus.undo()
    else:
        desk.undo()


def redo(focus: QWidget | None, desk: Desk) -> None:
    """Do again a change of the text, else the officer's step."""
    if isinstance(focus, QLineEdit | LongEdit) and focus.isRedoAvailable():
        focus.redo()
    else:
        desk.redo()


def _typing_in(box: QLineEdit | LongEdit) -> bool:
    from ombudsview.gui.letter.value_edit import ValueEdit

    return box.edited if isinstance(box, ValueEdit | LongEdit) else box.isModified()

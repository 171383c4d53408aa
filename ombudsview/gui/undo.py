"""Who gets Ctrl+Z: the text box first, while something is being typed in it; then the review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from ombudsview.gui.desk import Desk

if TYPE_CHECKING:
    from ombudsview.gui.letter.long_edit import LongEdit


def undo(focus: QWidget | None, desk: Desk) -> None:
    """Take back a change of the text, else the officer's last step."""
    box = _box(focus)
    if box is not None and _typing_in(box) and box.isUndoAvailable():
        box.undo()
    else:
        desk.undo()


def redo(focus: QWidget | None, desk: Desk) -> None:
    """Do again a change of the text, else the officer's step."""
    box = _box(focus)
    if box is not None and box.isRedoAvailable():
        box.redo()
    else:
        desk.redo()


def is_text(focus: QWidget | None) -> bool:
    """Whether who has the keyboard is a box that text is typed in."""
    return _box(focus) is not None


def _box(focus: QWidget | None) -> QLineEdit | LongEdit | None:
    from ombudsview.gui.letter.long_edit import LongEdit  # the empty window has none

    return focus if isinstance(focus, QLineEdit | LongEdit) else None


def _typing_in(box: QLineEdit | LongEdit) -> bool:
    from ombudsview.gui.letter.long_edit import LongEdit
    from ombudsview.gui.letter.value_edit import ValueEdit

    return box.edited if isinstance(box, ValueEdit | LongEdit) else box.isModified()

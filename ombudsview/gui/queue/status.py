"""How a letter in the queue stands: a word, a shape and a colour for each status, so that none of them is needed alone."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from ombudsview.gui.style.marks import MARKS, Mark
from ombudsview.gui.style.theme import Theme
from ombudsview.gui.style.words import QT_TRANSLATE_NOOP
from ombudsview.review.states import State


class Status(StrEnum):
    """Where a letter is on its way into the history."""

    NEW = "new"
    DRAFT = "draft"
    QUERIED = "queried"
    FINISHED = "finished"
    PROBLEM = "problem"


_WORDS = {
    Status.NEW: QT_TRANSLATE_NOOP("Status", "New"),
    Status.DRAFT: QT_TRANSLATE_NOOP("Status", "Draft"),
    Status.QUERIED: QT_TRANSLATE_NOOP("Status", "Queried"),
    Status.FINISHED: QT_TRANSLATE_NOOP("Status", "Finished"),
    Status.PROBLEM: QT_TRANSLATE_NOOP("Status", "Problem"),
}
_SHAPES = {
    Status.NEW: MARKS[State.TO_CHECK],
    Status.DRAFT: MARKS[State.CHANGED],
    Status.QUERIED: MARKS[State.QUERY],
    Status.FINISHED: MARKS[State.AGREED],
    Status.PROBLEM: Mark(_WORDS[Status.PROBLEM], (((4, 4), (12, 12)), ((12, 4), (4, 12)))),
}


def status_word(status: Status) -> str:
    """The status as people say it."""
    return QCoreApplication.translate("Status", _WORDS[status])


def shape_of(status: Status) -> Mark:
    """The strokes that stand for a status."""
    return _SHAPES[status]


def colour_of(status: Status, tokens: Theme) -> str:
    """The colour of a status in a theme."""
    match status:
        case Status.NEW:
            return tokens.accent
        case Status.FINISHED:
            return tokens.agreed
        case Status.PROBLEM:
            return tokens.look
        case _:
            return tokens.changed

"""What the desk tells: its signals alone."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Told(QObject):
    """Everything that changes on the desk is told by one of these.

    `arriving` names a letter under way, `arrived`: its pages can be shown, `read`: its review is there, `left`: no letter is
    open. `leaving` and `rereading`: another letter comes, or this one is about to be read anew and `read` follows, so that what
    is being typed must be told now. `changed`: the keys of fields that changed. `focused`: the field in focus, and whether to
    flash its source.
    `settled`: nothing is open any more. `unknown`: no kind of letter is known for it, with a sentence that says why.
    `draft_found`: a draft of it, when that was worked on, and what the history has of it (an `Alike`, or None).
    `set_aside`: an earlier draft of it, which gave way to this one, and when that was worked on.
    `beside_found`: the history has it already, or something like it (an `Alike`). `clashed`: it was not saved because of that
    (a Trouble, and the reason given for finishing). `noticed` is a sentence, `troubled` and `failed` (nothing could be opened)
    a Trouble. `refused`: what was asked of the field in focus will not do, a Trouble that is over once it is mended or left.
    """

    arriving = Signal(str)
    arrived = Signal()
    read = Signal()
    leaving = Signal()
    rereading = Signal()
    left = Signal()
    changed = Signal(tuple)
    focused = Signal(str, bool)
    noticed = Signal(str)
    troubled = Signal(object)
    refused = Signal(object)
    failed = Signal(object, object)
    settled = Signal()
    still_open = Signal(object)
    unknown = Signal(str)
    draft_found = Signal(object, str, object)
    set_aside = Signal(object, str)
    beside_found = Signal(object)
    clashed = Signal(object, str)
    saved = Signal(str)
    drafted = Signal(str)
    finished = Signal(object)

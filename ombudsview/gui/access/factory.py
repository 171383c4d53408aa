"""Tells Qt who speaks for what: a widget that Qt would describe wrongly makes its own interface, when somebody first asks."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QComboBox, QListView, QScrollBar, QWidget

from ombudsview.gui.access.bars import ScrollBar
from ombudsview.gui.access.choices import ChoiceAccess
from ombudsview.gui.access.lists import ListAccess
from ombudsview.gui.access.parts import Named, Role, is_there

LOOK_EVERY = 256

_kept: list[QAccessibleInterface] = []
"""Qt holds on to an interface and deletes it with its widget, but knows nothing of the object in Python, which must not go before."""


@cache
def install() -> None:
    """Once, and before a client has asked for anything: what it was once given by Qt itself it would be given again."""
    QAccessible.installFactory(_make)


def _make(name: str, thing: QObject | None) -> QAccessibleInterface | None:
    """Qt asks with the name of the class and of each that it is derived from; None leaves it to Qt.

    A class says by `access_role` what it is, or makes its interface itself.
    """
    if thing is None or name != thing.metaObject().className():
        return None
    if isinstance(thing, QScrollBar):
        return _keep(ScrollBar(thing))
    if isinstance(thing, QListView) and name == type(thing).__name__:  # not those that Qt derives for its own purposes
        return _keep(ListAccess(thing))
    if isinstance(thing, QComboBox):
        return _keep(ChoiceAccess(thing))
    if isinstance(thing, QWidget) and (role := getattr(thing, "access_role", "")):
        return _keep(Named(thing, getattr(Role, role)))
    make: Callable[[], QAccessibleInterface] | None = getattr(thing, "make_accessible", None)
    return _keep(make()) if make is not None else None


def _keep(made: QAccessibleInterface) -> QAccessibleInterface:
    _kept.append(made)
    if len(_kept) % LOOK_EVERY == 0:  # let go of those whose widgets are gone
        _kept[:] = [one for one in _kept if is_there(one)]
    return made

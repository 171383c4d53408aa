"""The accessibility tree as a screen reader walks it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface


def below(top: QObject) -> Iterator[QAccessibleInterface]:
    """Every part of a widget's tree that shows, itself first."""
    waiting = [QAccessible.queryAccessibleInterface(top)]
    while waiting:
        here = waiting.pop()
        if here is None or not here.isValid():
            continue
        yield here
        waiting += [here.child(number) for number in range(here.childCount())]

"""Qt must bear many calls: PySide6 6.12.0 on Python 3.11 aborts after some 7,000 that return nothing."""

from __future__ import annotations

from tests.helpers.process import python

_CALLS = """
from PySide6.QtCore import QObject
thing = QObject()
for number in range(200_000):
    thing.setObjectName("a")
print(thing.objectName())
"""


def test_200_000_calls_that_return_nothing() -> None:
    done = python(_CALLS)
    assert (done.returncode, done.stdout.strip()) == (0, "a"), done.stderr

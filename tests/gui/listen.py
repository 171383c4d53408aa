"""Waiting for a signal. `qtbot.waitSignal` disconnects while the signal is being emitted, which PySide 6.11 sometimes refuses."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import SignalInstance
from pytestqt.qtbot import QtBot


class Heard:
    """What a signal said, each time."""

    def __init__(self, signal: SignalInstance) -> None:
        self.all: list[tuple[Any, ...]] = []
        signal.connect(lambda *args: self.all.append(args))

    @property
    def args(self) -> tuple[Any, ...]:
        """What it said last."""
        return self.all[-1]


@contextmanager
def waiting(qtbot: QtBot, signal: SignalInstance) -> Iterator[Heard]:
    """At the end of the block, wait until the signal has come."""
    heard = Heard(signal)
    yield heard
    qtbot.waitUntil(lambda: bool(heard.all), timeout=20_000)  # a busy machine is slow

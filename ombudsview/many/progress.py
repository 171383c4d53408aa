"""One line on a terminal that says how far reading has come and how long it will take; silence everywhere else."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TextIO

from ombudsview.errors import Trouble
from ombudsview.many.one import Answer, Known

_EVERY = 0.2  # seconds
_CLEAR = "\r\x1b[K"


class Progress:
    """Watches answers go by. `total` is asked once, in a thread of its own: to count an archive takes a while."""

    def __init__(
        self, stream: TextIO, total: Callable[[], int | None], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._stream, self._count, self._clock = stream, total, clock
        self._total: int | None = None
        self._read = self._known = 0

    def watch(self, answers: Iterable[Answer]) -> Iterator[Answer]:
        """The same answers; the line is gone when they are at an end."""
        threading.Thread(target=self._ask_total, name="count", daemon=True).start()
        began, shown = self._clock(), float("-inf")
        try:
            for answer in answers:
                self._known += isinstance(answer, Known)
                self._read += not isinstance(answer, Known)
                yield answer
                if self._clock() - shown >= _EVERY:
                    shown = self._clock()
                    self._show(self.line(shown - began))
        finally:
            self._stream.write(_CLEAR)
            self._stream.flush()

    def line(self, seconds: float) -> str:
        """What is shown after so many seconds."""
        done = self._read + self._known
        rate = self._read / seconds if seconds > 0 else 0.0
        parts = [f"{done:,} of {self._total:,} files" if self._total else f"{done:,} files"]
        if self._known:
            parts.append(f"{self._known:,} of them read before")
        if rate:
            parts.append(f"{rate:,.0f} a second" if rate >= 10 else f"{rate:.1f} a second")
        if rate and self._total and self._total > done:
            parts.append(f"{spoken((self._total - done) / rate)} left")
        return ", ".join(parts)

    def _ask_total(self) -> None:
        try:
            self._total = self._count()
        except Trouble:  # whoever reads the names says what is wrong with them
            return

    def _show(self, line: str) -> None:
        width = shutil.get_terminal_size().columns - 1
        self._stream.write(_CLEAR + line[:width])
        self._stream.flush()


def spoken(seconds: float) -> str:
    """A length of time as people say it: two units, the smaller one left out where it is nothing."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    units = [(days, "d"), (hours, "h"), (minutes, "min"), (rest, "s")]
    first = next((place for place, (amount, _) in enumerate(units) if amount), len(units) - 1)
    said = [f"{amount} {unit}" for amount, unit in units[first : first + 2] if amount]
    return " ".join(said) or "0 s"

"""How far the background reading is: counted, timed, and said in words. No Qt but its translator."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate

_FEW = 3
_SOON = 2.0


@dataclass(frozen=True)
class Standing:
    """`done` of `total` files are read, `problems` of them could not be; it took `seconds`. `stopped`: the officer said so."""

    done: int
    total: int
    problems: int = 0
    seconds: float = 0.0
    stopped: bool = False

    @property
    def words(self) -> str:
        """`12 of 40 read, about 1 minute left`."""
        parts = [translate("Reading", "{done} of {total} read").format(done=self.done, total=self.total)]
        if self.problems == 1:
            parts.append(translate("Reading", "1 problem"))
        elif self.problems:
            parts.append(translate("Reading", "{count} problems").format(count=self.problems))
        if self.stopped:
            parts.append(translate("Reading", "stopped"))
        elif left := self.left:
            parts.append(left)
        return ", ".join(parts)

    @property
    def left(self) -> str:
        """How long the rest will take, as people say it; empty while nobody can know."""
        if self.done < _FEW or self.seconds < _SOON or self.done >= self.total:
            return ""
        return spoken(self.seconds / self.done * (self.total - self.done))


def spoken(seconds: float) -> str:
    """A length of time that lies ahead."""
    minutes = round(seconds / 60)
    if seconds < 45:
        return translate("Reading", "less than a minute left")
    if minutes <= 1:
        return translate("Reading", "about 1 minute left")
    if minutes < 90:
        return translate("Reading", "about {count} minutes left").format(count=minutes)
    return translate("Reading", "about {count} hours left").format(count=max(2, round(minutes / 60)))

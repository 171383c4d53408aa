"""The way to the next letter: those that cannot be opened are passed over, and which they were is told when one has come."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ombudsview.gui.style.words import visible

if TYPE_CHECKING:
    from ombudsview.gui.queue.entry import Entry

translate = QCoreApplication.translate

MOST_NAMED = 3


class Passing:
    """The letters that may come next, the nearest first, and those of them that were passed over by now."""

    def __init__(self, rows: Iterable[Entry] = ()) -> None:
        self.rows = list(rows)
        self.missed: list[Entry] = []

    def next(self, among: Collection[Entry]) -> Entry | None:
        """The first that is still there and not known to be in trouble; None where there is none left."""
        while self.rows:
            entry = self.rows.pop(0)
            if entry.trouble:
                self.missed.append(entry)
            elif entry in among:
                return entry
        return None

    @property
    def words(self) -> str:
        """What is said of those that were passed over; empty for none."""
        return _passed_over(self.missed) if self.missed else ""


def _passed_over(entries: Sequence[Entry]) -> str:
    """Which they were, a few by name."""
    names = [translate("Sitting", "“{name}”").format(name=visible(entry.name)) for entry in entries]
    if len(names) == 1:
        words = translate("Sitting", "{name} could not be opened; its row in the queue says why.")
        return words.format(name=names[0])
    if len(names) > MOST_NAMED:
        words = translate("Sitting", "{count} letters could not be opened; their rows in the queue say why.")
        return words.format(count=len(names))
    words = translate("Sitting", "{names} and {name} could not be opened; their rows in the queue say why.")
    return words.format(names=", ".join(names[:-1]), name=names[-1])


def no_further(by: int, *, passing: bool) -> str:
    """Why there is no next (1) or previous (-1) letter. `passing`: there are some, but none of them can be opened."""
    if passing and by > 0:
        return translate(
            "Sitting", "None of the letters after this one could be opened; their rows in the queue say why."
        )
    if passing:
        return translate(
            "Sitting", "None of the letters before this one could be opened; their rows in the queue say why."
        )
    if by > 0:
        return translate("Sitting", "This is the last letter.")
    return translate("Sitting", "This is the first letter.")

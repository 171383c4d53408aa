"""The world's faults, each with a sentence for the officer and a way on.

Rooms translate a library's exceptions at their own door into `Trouble`; anything else that is raised is a bug.
"""

from __future__ import annotations

from enum import StrEnum


class Verdict(StrEnum):
    """What became of a file that was given to the reader: the closed set of the public contract."""

    OK = "ok"
    REPAIRED = "repaired"
    NO_TEXT = "no_text"
    PASSWORD = "password"
    NOT_PDF = "not_pdf"
    EMPTY = "empty"
    TOO_BIG = "too_big"
    TIMED_OUT = "timed_out"
    OUT_OF_MEMORY = "out_of_memory"
    CRASHED = "crashed"
    MISSING = "missing"

    @property
    def opened(self) -> bool:
        """Whether there are pages to look at."""
        return self in (Verdict.OK, Verdict.REPAIRED, Verdict.NO_TEXT)


class Trouble(Exception):
    """Something outside the program went wrong; `what` says so in a sentence, `way_on` says what can be done.

    `code` is a `Verdict` for a letter's troubles, or a short word of the room that raised it (`history_newer`, `disk_full`).
    """

    def __init__(self, code: str, what: str, way_on: str = "") -> None:
        super().__init__(what)
        self.code = code
        self.what = what
        self.way_on = way_on

    @property
    def sentence(self) -> str:
        """What happened and what to do, as one line for the officer."""
        return f"{self.what} {self.way_on}".strip()

    def __str__(self) -> str:
        return self.sentence

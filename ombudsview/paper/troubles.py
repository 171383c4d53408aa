"""What the officer is told when a letter cannot be opened, read or shown: a sentence and a way on for each verdict."""

from __future__ import annotations

from ombudsview.errors import Trouble, Verdict

CANCELLED = "cancelled"

_SENTENCES: dict[str, tuple[str, str]] = {
    Verdict.PASSWORD: ("This letter is locked with a password.", "Type the password to open it."),
    Verdict.NOT_PDF: ("This file is not a PDF.", "Open the letter's PDF file, or save the letter as a PDF first."),
    Verdict.EMPTY: ("This file is empty.", "Fetch the letter again and open the new copy."),
    Verdict.TOO_BIG: (
        "This file is too big to be a letter.",
        "Save the letter's pages as a file of their own and open that.",
    ),
    Verdict.TIMED_OUT: (
        "This letter took too long to read, so reading was stopped.",
        "Try again, or open it in a PDF viewer and print it to a new PDF.",
    ),
    Verdict.OUT_OF_MEMORY: (
        "This letter needed more memory than a letter may have, so reading was stopped.",
        "Open it in a PDF viewer and print it to a new PDF.",
    ),
    Verdict.CRASHED: (
        "This letter is damaged in a way that stopped the reader.",
        "Try again, or open it in a PDF viewer and print it to a new PDF.",
    ),
    CANCELLED: ("Reading was cancelled.", "Open the letter again when you want it."),
}
_WRONG_PASSWORD = ("That password does not open this letter.", "Check the password and type it again.")
_LARGE = (
    "This file is {size} MB, far more than a letter needs.",
    "Open it all the same if you are sure that it is a letter.",
)


def trouble(code: str, *, wrong_password: bool = False) -> Trouble:
    """The trouble of that verdict, or `cancelled`."""
    return Trouble(code, *(_WRONG_PASSWORD if wrong_password else _SENTENCES[code]))


def no_process() -> Trouble:
    """The trouble of a machine that starts no more processes; it is not the letter's fault."""
    return Trouble(
        Verdict.CRASHED,
        "The reader could not be started: this machine has no room for another program.",
        "Close some programs and try again.",
    )


def large(size: int) -> Trouble:
    """The trouble of a file of so many bytes that may be opened if the officer insists."""
    what, way_on = _LARGE
    return Trouble(Verdict.TOO_BIG, what.format(size=round(size / 1e6)), way_on)

"""What set-up tells the person who started it: plain sentences on the error stream, so that output stays the program's own."""

from __future__ import annotations

import sys


class Stop(Exception):
    """Set-up cannot go on; the message is one sentence with the way on."""


def say(sentence: str) -> None:
    """One line, at once."""
    sys.stderr.write(f"{sentence}\n")
    sys.stderr.flush()

"""This program started once more: as the reader process, the one that recognises, or the one that draws charts.

The window's door does this before everything else, so next to nothing is imported here.
"""

from __future__ import annotations

import os
import subprocess
import sys
import weakref
from collections.abc import Sequence

# Where `-m ombudsview` finds this very package, and nobody else's. (pathlib would cost the reader 5 ms of its lead.)
WHERE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))  # noqa: PTH100, PTH120


LIFELINE = "OMBUDSVIEW_LIFELINE"
"""Names the pipe, by its number in the process that is started, that closes when the program has ended: nothing is ever sent."""

_held: weakref.WeakKeyDictionary[subprocess.Popen[bytes], weakref.finalize[..., subprocess.Popen[bytes]]] = (
    weakref.WeakKeyDictionary()
)


def command(role: str = "--reader") -> list[str]:
    """How this program starts itself as the reader process, or in another role (`--recogniser`, `--drawer`)."""
    if getattr(sys, "frozen", False):
        return [sys.executable, role]
    return [sys.executable, "-m", "ombudsview", role]


def spawn(command: Sequence[str]) -> subprocess.Popen[bytes]:
    """Start a process that is asked through its stdin and answers through its stdout; returns at once."""
    windows = sys.platform == "win32"
    lifeline = os.pipe() if sys.platform == "linux" else None
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            bufsize=0,
            close_fds=True,
            cwd=WHERE,
            env=os.environ | {LIFELINE: str(lifeline[0])} if lifeline else None,
            pass_fds=lifeline[:1] if lifeline else (),
            start_new_session=not windows,  # Ctrl+C in a terminal is for the window
            creationflags=0x08000000 if windows else 0,  # no console window
        )
    except OSError:
        if lifeline:
            os.close(lifeline[1])
        raise
    finally:
        if lifeline:
            os.close(lifeline[0])
    if lifeline:
        _held[process] = weakref.finalize(process, os.close, lifeline[1])
    return process


def let_go(process: subprocess.Popen[bytes]) -> None:
    """Close its lifeline, which ends it where it has not ended. It may be let go twice."""
    if (end := _held.pop(process, None)) is not None:
        end()

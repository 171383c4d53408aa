"""A spreadsheet's file, as the rest of the program reads it: by a reader process of its own, which ends with the answer.

The letter on the desk has another. Whatever the file does to that process, nothing else is touched.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

from ombudsview.errors import Trouble, Verdict
from ombudsview.paper import cells, frames, troubles
from ombudsview.paper.process import Died, Process
from ombudsview.paper.spawn import command

LARGEST = 20 << 20
"""Bytes; what is published of five hundred authorities takes some fifty thousand."""
SECONDS = 15.0

_SENTENCES = {
    Verdict.MISSING: (
        "“{name}” cannot be opened.",
        "Check that it is still there and that you may open it, then try again.",
    ),
    Verdict.EMPTY: ("“{name}” is empty.", "Fetch the spreadsheet again and compare with the new copy."),
    Verdict.PASSWORD: ("“{name}” is locked with a password.", "Save a copy without a password and compare with that."),
    Verdict.TOO_BIG: (
        "“{name}” is far larger than the spreadsheets that the Ombudsman publishes.",
        "Save the sheet with a row for each authority as a file of its own and compare with that.",
    ),
    Verdict.TIMED_OUT: ("“{name}” took too long to read, so reading was stopped.", "Save it anew as .xlsx or .csv."),
    Verdict.OUT_OF_MEMORY: (
        "“{name}” needed more memory than a spreadsheet may have, so reading was stopped.",
        "Save the sheet with a row for each authority as .csv and compare with that.",
    ),
    Verdict.CRASHED: (
        "“{name}” is damaged, or laid out so that it stopped the reader.",
        "Open it in a spreadsheet program, save it anew as .xlsx or .csv and compare with that.",
    ),
}
_NOT_ONE = ("“{name}” is not a spreadsheet.", "Spreadsheets are read from .xlsx, .xls, .ods and .csv files.")


class Tabulator:
    """Reads one spreadsheet. `stop` may be called from any thread: who waits gets Trouble `cancelled`."""

    def __init__(self, argv: Sequence[str] | None = None, *, seconds: float = SECONDS) -> None:
        self._argv = list(argv) if argv is not None else command()
        self._seconds = seconds
        self._lock = threading.Lock()
        self._process: Process | None = None
        self._stopped = False

    def read(self, path: Path) -> cells.Workbook:
        """The cells of a file. Trouble where it is gone, no spreadsheet, too large, or does harm to whoever reads it."""
        data = _bytes(path)
        with self._lock:
            if self._stopped:
                raise troubles.trouble(troubles.CANCELLED)
            process = self._process = Process(self._argv)
        try:
            reply = process.ask(frames.Tabulate(len(data)), self._seconds, data)
            if isinstance(reply, frames.Failed):
                raise _trouble(reply.verdict, path)
            if not isinstance(reply, frames.Payload):
                raise _trouble(Verdict.CRASHED, path)
            return cells.decode(reply.data)
        except (Died, cells.NotCells) as fault:
            if self._stopped:
                raise troubles.trouble(troubles.CANCELLED) from None
            raise _trouble(fault.verdict if isinstance(fault, Died) else Verdict.CRASHED, path) from None
        finally:
            process.kill()

    def stop(self) -> None:
        """End it at once, or before it begins."""
        with self._lock:
            self._stopped = True
            if self._process is not None:
                self._process.kill()


def _bytes(path: Path) -> bytes:
    try:
        if not path.is_file():  # a pipe would hold its reader for ever
            raise _trouble(Verdict.MISSING, path)
        if path.stat().st_size > LARGEST:
            raise _trouble(Verdict.TOO_BIG, path)
        data = path.read_bytes()
    except OSError:
        raise _trouble(Verdict.MISSING, path) from None
    if not data:
        raise _trouble(Verdict.EMPTY, path)
    return data


def _trouble(verdict: Verdict, path: Path) -> Trouble:
    what, way_on = _SENTENCES.get(verdict, _NOT_ONE)
    code = "not_spreadsheet" if verdict not in _SENTENCES else str(verdict)
    return Trouble(code, what.format(name=path.name), way_on)

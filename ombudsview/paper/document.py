"""A letter's file, taken once: its bytes and their SHA-256. What happens to the file afterwards changes nothing on the desk."""

from __future__ import annotations

import hashlib
import stat
from dataclasses import dataclass, replace
from pathlib import Path

from ombudsview.errors import Trouble, Verdict
from ombudsview.paper import troubles
from ombudsview.paper.bounds import LARGEST_DOCUMENT
from ombudsview.paper.formats import format_of

LARGE = 50 << 20
"""Bytes; the officer is asked about a longer file."""


@dataclass(frozen=True)
class Document:
    """One file as it was when it was opened; `path` is None where the bytes come from the history.

    `printed_from`: the bytes are the print of a Word document, which has that SHA-256; empty for all that is read as it came.
    """

    name: str
    path: Path | None
    data: bytes
    sha256: str
    printed_from: str = ""

    @classmethod
    def of(cls, name: str, data: bytes, path: Path | None = None) -> Document:
        """Bytes with their name."""
        return cls(name, path, data, hashlib.sha256(data).hexdigest())

    @property
    def came_as(self) -> str:
        """The SHA-256 of the file that came: what a letter is known by when its file comes again, printed anew or not."""
        return self.printed_from or self.sha256

    def printed_as(self, pdf: bytes) -> Document:
        """The same letter as it was printed: what is read, shown and kept of it."""
        return replace(Document.of(self.name, pdf, self.path), printed_from=self.sha256)


def take(path: Path) -> Document:
    """Read a file whole. Trouble where it is gone, unreadable, empty, far too large, or no PDF."""
    data = _bytes(path)
    if not data:
        raise Trouble(Verdict.EMPTY, f"“{path.name}” is empty.", "Ask for the letter again, or open another file.")
    if format_of(data) is None:
        raise Trouble(
            Verdict.NOT_PDF,
            f"“{path.name}” is not a PDF.",
            "Letters are read from PDF files, from pictures (PNG, JPEG, TIFF) and from Word documents.",
        )
    return Document.of(path.name, data, path)


def look_at(data: bytes, *, allow_large: bool) -> None:
    """Trouble for bytes that need no MuPDF to be refused."""
    if not data:
        raise troubles.trouble(Verdict.EMPTY)
    if len(data) > LARGEST_DOCUMENT:
        raise troubles.trouble(Verdict.TOO_BIG)
    if format_of(data) is None:
        raise troubles.trouble(Verdict.NOT_PDF)
    if len(data) > LARGE and not allow_large:
        raise troubles.large(len(data))


def _bytes(path: Path) -> bytes:
    try:
        there = path.stat()
        if not stat.S_ISREG(there.st_mode) and not stat.S_ISDIR(there.st_mode):  # a pipe would hold its reader for ever
            raise Trouble(Verdict.NOT_PDF, f"“{path.name}” is no file.", "Open a letter's file instead.")
        if there.st_size > LARGEST_DOCUMENT:
            raise Trouble(
                Verdict.TOO_BIG,
                f"“{path.name}” is larger than {LARGEST_DOCUMENT // 2**20} MB.",
                "A letter is much smaller: save its own pages as a PDF and open that.",
            )
        return path.read_bytes()
    except FileNotFoundError:
        raise Trouble(
            Verdict.MISSING, f"“{path.name}” is no longer there.", "It may have been moved: find it and open it again."
        ) from None
    except IsADirectoryError:
        raise Trouble(Verdict.NOT_PDF, f"“{path.name}” is a folder.", "Open the letters in it instead.") from None
    except OSError as fault:
        raise Trouble(
            Verdict.MISSING,
            f"“{path.name}” cannot be read ({fault.strerror or type(fault).__name__}).",
            "Check that you may open it, or copy it somewhere else first.",
        ) from None

"""A letter that arrives as a Word document: printed to a PDF by LibreOffice, where this machine has it.

LibreOffice gets an empty profile of its own, a copy of the document that points nowhere outside itself, and a time limit; it is
killed with all that it started.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import zipfile
import zlib
from pathlib import Path

from ombudsview.errors import Trouble, Verdict
from ombudsview.paper import troubles
from ombudsview.paper.bounds import LARGEST_DOCUMENT

SECONDS = 90.0
_MOST_PARTS = 5_000
_PROGRAMS = ("soffice", "libreoffice")
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
_OUTSIDE = re.compile(rb"<Relationship\b[^>]*TargetMode\s*=\s*[\"']External[\"'][^>]*?(?:/>|>\s*</Relationship>)")
_LINK = re.compile(rb"/relationships/hyperlink[\"']")


def office() -> str | None:
    """The LibreOffice of this machine, or None."""
    return next((found for name in (*_PROGRAMS, *_PLACES) if (found := shutil.which(name))), None)


class Printing:
    """One document on its way to a PDF; `cancel` may be called from any thread."""

    def __init__(self, program: str | None = None, seconds: float = SECONDS) -> None:
        self._program = program or office()
        self._seconds = seconds
        self._state = threading.Lock()
        self._popen: subprocess.Popen[bytes] | None = None
        self._cancelled = False

    def pdf(self, data: bytes) -> bytes:
        """The document as a PDF. Raises Trouble `not_pdf` without LibreOffice, `timed_out`, `crashed` or `cancelled`."""
        if self._program is None:
            raise Trouble(
                Verdict.NOT_PDF,
                "This letter is a Word document, and LibreOffice, which could print it, is not installed.",
                "Open it in your word processor, save it as a PDF, and open that.",
            )
        with tempfile.TemporaryDirectory(prefix="ombudsview-", ignore_cleanup_errors=True) as folder:
            here = Path(folder)
            (here / "letter.docx").write_bytes(inward(data))
            self._run([*self._command(here), str(here / "letter.docx")], here)
            try:
                return (here / "letter.pdf").read_bytes()
            except FileNotFoundError:
                raise _unprintable() from None

    def cancel(self) -> None:
        """Stop: the thread that waits gets Trouble `cancelled`."""
        with self._state:
            self._cancelled = True
            if self._popen:
                _kill(self._popen)

    def _command(self, here: Path) -> list[str]:
        profile = f"-env:UserInstallation={(here / 'profile').as_uri()}"
        options = ["--headless", "--norestore", "--nolockcheck", "--convert-to", "pdf", "--outdir", str(here)]
        return [str(self._program), profile, *options]

    def _run(self, command: list[str], here: Path) -> None:
        nowhere = {f"{scheme}_proxy": "http://127.0.0.1:9" for scheme in ("http", "https", "ftp", "all")}
        with self._state:
            if self._cancelled:
                raise troubles.trouble(troubles.CANCELLED)
            try:
                self._popen = subprocess.Popen(
                    command,
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    cwd=here,
                    env={**os.environ, **nowhere, "HOME": str(here)},
                    start_new_session=sys.platform != "win32",
                )
            except OSError as fault:
                raise _unprintable() from fault
        try:
            self._popen.wait(self._seconds)
        except subprocess.TimeoutExpired:
            raise troubles.trouble(Verdict.TIMED_OUT) from None
        finally:
            _kill(self._popen)  # whatever it started and left behind too
        if self._cancelled:
            raise troubles.trouble(troubles.CANCELLED)


def inward(data: bytes) -> bytes:
    """The document without pictures, templates and objects that would be fetched from elsewhere; links stay, nobody follows them.

    Trouble `crashed` where it is no document, `too_big` where it unpacks to more than a letter could be.
    """
    out = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as kept:
            parts = given.infolist()
            if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_DOCUMENT:
                raise troubles.trouble(Verdict.TOO_BIG)
            for part in parts:
                content = given.read(part)
                if part.filename.endswith(".rels"):
                    content = _OUTSIDE.sub(lambda found: found[0] if _LINK.search(found[0]) else b"", content)
                kept.writestr(part.filename, content)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError) as fault:
        raise _unprintable() from fault
    return out.getvalue()


def _unprintable() -> Trouble:
    return Trouble(
        Verdict.CRASHED,
        "This Word document could not be printed to a PDF.",
        "Open it in your word processor, save it as a PDF, and open that.",
    )


def _kill(popen: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(popen.pid)], check=False, capture_output=True)
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(popen.pid, signal.SIGKILL)
    popen.wait()

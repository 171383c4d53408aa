"""The engines by name, and whether this machine has what they need."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import warnings
from functools import cache
from pathlib import Path

import pymupdf

from tests.letters.eras import draw
from tests.letters.eras.book import Part
from tests.letters.eras.ink import Ink
from tests.letters.eras.look import Look
from tests.letters.wording import Text

WHEELS = ("drawn", "flowed")
"""The engines that come as wheels: the ordinary suite has no others."""
ENGINES = (*WHEELS, "web", "browser", "word")
_DEADLINE = 120.0


@cache
def wanting(engine: str) -> str | None:
    """What this machine has not, as a reason to skip; None where the engine can work."""
    match engine:
        case "browser":
            return None if _browser() else "no Chromium on this machine"
        case "word":
            try:
                import docx  # noqa: F401
            except ImportError:
                return "python-docx is not installed"
            return None if shutil.which("soffice") else "no LibreOffice on this machine"
        case "web":
            try:
                with warnings.catch_warnings(action="ignore"):
                    import weasyprint  # noqa: F401
            except (ImportError, OSError) as fault:
                return f"WeasyPrint or its libraries are not on this machine: {fault}"
    return None


def typeset(engine: str, parts: tuple[Part, ...], look: Look, ink: Ink, running: Text | None, seed: int) -> bytes:
    """The letter as a PDF by that engine."""
    match engine:
        case "drawn":
            pdf = draw.typeset(parts, look, ink, running, seed)
        case "flowed":
            from tests.letters.eras import flow

            pdf = flow.typeset(parts, look, ink, running, seed)
        case "word":
            from tests.letters.eras.word import document

            pdf = _office(document(parts, look, ink, running))
        case "web" | "browser":
            from tests.letters.eras.html import page

            source = page(parts, look, ink, running)
            pdf = _web(source) if engine == "web" else _printed_by_browser(source)
        case _:
            raise ValueError(engine)
    return laid_along(pdf) if look.pages == "sideways" else pdf


def laid_along(pdf: bytes) -> bytes:
    """Every wide page drawn along an upright page that is shown turned, as many printers do."""
    with pymupdf.open("pdf", pdf) as document:
        for page in document:
            wide, high = page.rect.width, page.rect.height
            if wide <= high or page.rotation:
                continue
            page.wrap_contents()
            content = document.get_new_xref()
            document.update_object(content, "<<>>")
            # A quarter turn to the left on the paper; shown turned to the right it is upright again.
            document.update_stream(content, b"q 0 1 -1 0 %g 0 cm\n" % high + page.read_contents() + b"\nQ")
            document.xref_set_key(page.xref, "Contents", f"{content} 0 R")
            document.xref_set_key(page.xref, "MediaBox", f"[0 0 {high} {wide}]")
            document.xref_set_key(page.xref, "CropBox", "null")
            document.xref_set_key(page.xref, "Rotate", "90")
        return bytes(document.tobytes(garbage=3, deflate=True, no_new_id=True))


def _web(source: str) -> bytes:
    import logging

    import weasyprint

    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    return bytes(weasyprint.HTML(string=source).write_pdf())


def _browser() -> str | None:
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


def _printed_by_browser(source: str) -> bytes:
    with tempfile.TemporaryDirectory(prefix="letters-") as folder:
        place = Path(folder)
        (place / "letter.html").write_text(source, encoding="utf-8")
        line = (str(_browser()), "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")
        there = (f"--user-data-dir={place / 'home'}", f"--print-to-pdf={place / 'letter.pdf'}")
        subprocess.run(
            [*line, *there, (place / "letter.html").as_uri()], capture_output=True, timeout=_DEADLINE, check=True
        )
        return (place / "letter.pdf").read_bytes()


@cache
def _office_home() -> tempfile.TemporaryDirectory[str]:
    """The office's settings, of this process alone: two offices cannot share them. Gone when the process ends."""
    return tempfile.TemporaryDirectory(prefix="letters-office-", ignore_cleanup_errors=True)


def _office(document: bytes) -> bytes:
    with tempfile.TemporaryDirectory(prefix="letters-") as folder:
        place = Path(folder)
        (place / "letter.docx").write_bytes(document)
        home = f"-env:UserInstallation={Path(_office_home().name).as_uri()}"
        line = [
            "soffice",
            home,
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(place),
            str(place / "letter.docx"),
        ]
        subprocess.run(line, capture_output=True, timeout=_DEADLINE, check=True)
        return (place / "letter.pdf").read_bytes()

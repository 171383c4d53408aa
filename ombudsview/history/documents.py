"""Kept copies of what the letters were read from, named by their SHA-256, so that a letter opens though its file has gone.

PDFs and pictures as they came; of a Word document its print, which is a PDF.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from ombudsview.disk.durable import write_whole
from ombudsview.errors import Trouble
from ombudsview.history import faults
from ombudsview.paper.formats import Format, format_of


def keep(folder: Path, content: bytes) -> str:
    """Keep the bytes, unless they are kept whole already; their SHA-256 (hex). Trouble where there is no room."""
    sha256 = hashlib.sha256(content).hexdigest()
    path = path_of(folder, sha256, format_of(content) or Format.PDF)
    with faults.told():
        if not (path.is_file() and path.read_bytes() == content):
            write_whole(path, content)
    return sha256


def fetch(folder: Path, sha256: str) -> bytes:
    """The bytes under that name, checked against it. Trouble `document_missing` where they are gone or no longer the same."""
    try:
        content = path_of(folder, sha256).read_bytes()
    except OSError:
        content = b""
    if hashlib.sha256(content).hexdigest() != sha256:
        raise Trouble(
            "document_missing",
            "The kept copy of this letter's file is missing or damaged. Its figures are safe.",
            "Open the file itself once more: it is recognised by its content and kept again.",
        )
    return content


def path_of(folder: Path, sha256: str, form: Format = Format.PDF) -> Path:
    """The file that holds those bytes, whatever its name ends in; where there is none, the one for a document of that form."""
    paths = (folder / f"{sha256}.{ending}" for ending in Format)
    return next((path for path in paths if path.exists()), folder / f"{sha256}.{form}")

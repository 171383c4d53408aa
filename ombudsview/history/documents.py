"""Kept copies of the PDFs, named by their SHA-256, so that a letter opens though its file has moved or gone."""

from __future__ import annotations

import hashlib
from pathlib import Path

from ombudsview.errors import Trouble
from ombudsview.history import faults
from ombudsview.history.durable import write_whole


def keep(folder: Path, content: bytes) -> str:
    """Keep the bytes, unless they are kept whole already; their SHA-256 (hex). Trouble where there is no room."""
    sha256 = hashlib.sha256(content).hexdigest()
    path = _path(folder, sha256)
    with faults.told():
        if not (path.is_file() and path.read_bytes() == content):
            write_whole(path, content)
    return sha256


def fetch(folder: Path, sha256: str) -> bytes:
    """The bytes under that name, checked against it. Trouble `document_missing` where they are gone or no longer the same."""
    try:
        content = _path(folder, sha256).read_bytes()
    except OSError:
        content = b""
    if hashlib.sha256(content).hexdigest() != sha256:
        raise Trouble(
            "document_missing",
            "The kept copy of this letter's PDF is missing or damaged. Its figures are safe.",
            "Open the PDF itself once more: it is recognised by its content and kept again.",
        )
    return content


def _path(folder: Path, sha256: str) -> Path:
    return folder / f"{sha256}.pdf"

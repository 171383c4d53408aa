"""What kind of file some bytes are, by their first ones and never by a name."""

from __future__ import annotations

from enum import StrEnum

_PDF_WITHIN = 1024
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")
_ZIP, _WORD = b"PK\x03\x04", b"word/document.xml"

ENDINGS = (".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".docx")
"""How the names of such files end: for those who choose files, for what a file is its bytes say."""


SPREADSHEETS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv")
"""How the names of spreadsheets end, which are never letters: the Ombudsman publishes figures of all authorities in such files."""


def is_spreadsheet(name: str) -> bool:
    """Whether a file is a spreadsheet by its name."""
    return name.lower().endswith(SPREADSHEETS)


def is_letter(name: str) -> bool:
    """Whether a file in a folder is a letter by its name: not one that is hidden, nor what a word processor leaves beside an
    open document."""
    return name.lower().endswith(ENDINGS) and not name.startswith((".", "~$"))


class Format(StrEnum):
    """The kinds of file that a letter arrives as."""

    PDF = "pdf"
    PNG = "png"
    JPEG = "jpeg"
    TIFF = "tiff"
    WORD = "docx"

    @property
    def is_picture(self) -> bool:
        """Whether each page is one picture."""
        return self in (Format.PNG, Format.JPEG, Format.TIFF)


def format_of(data: bytes | bytearray) -> Format | None:
    """The kind of file, or None for one that no letter arrives as."""
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return Format.PDF
    for start, kind in zip(_PICTURES, (Format.PNG, Format.JPEG, Format.TIFF, Format.TIFF), strict=True):
        if data.startswith(start):
            return kind
    return Format.WORD if data.startswith(_ZIP) and _WORD in data else None

"""What happens to a letter's pages after it was typeset: turned, cropped, bound with others, locked."""

from __future__ import annotations

from collections.abc import Iterable

import pymupdf


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    with pymupdf.open("pdf", pdf) as document:
        return int(document.page_count)


def turned(pdf: bytes, degrees: int) -> bytes:
    """Every page shown turned clockwise, so that its text runs sideways or upside down."""
    with pymupdf.open("pdf", pdf) as document:
        for page in document:
            page.set_rotation(degrees)
        return _saved(document)


def counter_turned(pdf: bytes, degrees: int) -> bytes:
    """Every page drawn sideways and shown upright again by its rotation, as scanners and landscape printers do."""
    with pymupdf.open("pdf", pdf) as source, pymupdf.open() as document:
        for number, page in enumerate(source):
            wide, high = page.rect.width, page.rect.height
            if degrees in (90, 270):
                wide, high = high, wide
            sheet = document.new_page(width=wide, height=high)
            sheet.show_pdf_page(sheet.rect, source, number, rotate=degrees)
            sheet.set_rotation(degrees)
        return _saved(document)


def cropped(pdf: bytes, left: int = 37, bottom: int = 53, right: int = 11, top: int = 23) -> bytes:
    """Every page on a larger sheet, the crop box around what it was; a printer's mark with a figure outside of it."""
    with pymupdf.open("pdf", pdf) as document:
        for page in document:
            wide, high = page.rect.width, page.rect.height
            page.insert_text((-20, -8), "Proof 3: 67% cyan")
            sheet = f"[{-left} {-bottom} {wide + right} {high + top}]"
            document.xref_set_key(page.xref, "MediaBox", sheet)
            document.xref_set_key(page.xref, "CropBox", f"[0 0 {wide} {high}]")
        return _saved(document)


def bound(pdfs: Iterable[bytes]) -> bytes:
    """Several PDFs as one."""
    with pymupdf.open() as document:
        for pdf in pdfs:
            with pymupdf.open("pdf", pdf) as part:
                document.insert_pdf(part)
        return _saved(document)


def locked(pdf: bytes, password: str) -> bytes:
    """The PDF, to be opened with a password only."""
    with pymupdf.open("pdf", pdf) as document:
        return bytes(
            document.tobytes(encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw=password, owner_pw=password + "-owner")
        )


def _saved(document: pymupdf.Document) -> bytes:
    return bytes(document.tobytes(garbage=3, deflate=True, no_new_id=True))

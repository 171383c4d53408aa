"""A letter that arrives as a picture (PNG, JPEG, TIFF with any number of pages) as a PDF. Runs in the reader process only."""

from __future__ import annotations

import pymupdf

from ombudsview.paper.formats import Format

_LONGEST = 1_200.0
_A4 = 842.0


def as_pdf(data: bytes | bytearray, kind: Format) -> pymupdf.Document:
    """The pictures as pages, the way up that they say they are; a photo that claims to be a poster is brought to A4.

    Raises what MuPDF raises.
    """
    with pymupdf.open(stream=data, filetype=kind.value) as pictures:
        document = pymupdf.open("pdf", pictures.convert_to_pdf())
    pages = [document[number] for number in range(len(document))]
    if all(max(page.rect.width, page.rect.height) <= _LONGEST for page in pages):
        return document
    smaller = pymupdf.open()
    with document:
        for page in pages:
            scale = min(1.0, _A4 / max(page.rect.width, page.rect.height))
            sheet = smaller.new_page(width=page.rect.width * scale, height=page.rect.height * scale)
            sheet.show_pdf_page(sheet.rect, document, page.number)
    data = smaller.tobytes()
    smaller.close()
    return pymupdf.open("pdf", data)

"""Files are told by their first bytes, pictures and Word documents become pages."""

from __future__ import annotations

import io
import zipfile

import pymupdf
import pytest
from PIL import Image

from ombudsview.errors import Trouble, Verdict
from ombudsview.paper import extract, word_file
from ombudsview.paper.formats import Format, format_of
from ombudsview.paper.word_file import Printing, inward
from tests.helpers import readers


def _picture(kind: str, size: tuple[int, int] = (400, 300), **more: object) -> bytes:
    out = io.BytesIO()
    Image.new("L", size, 200).save(out, kind, **more)  # type: ignore[arg-type]
    return out.getvalue()


def _zip(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, content in parts.items():
            made.writestr(name.replace("__", "/").replace("_rels", ".rels"), content)
    return out.getvalue()


def test_first_bytes_tell() -> None:
    assert format_of(b"junk\n%PDF-1.4") is Format.PDF
    assert [format_of(_picture(kind)) for kind in ("PNG", "JPEG", "TIFF")] == [Format.PNG, Format.JPEG, Format.TIFF]
    assert format_of(b"PK\x03\x04 word/document.xml") is Format.WORD
    assert format_of(b"PK\x03\x04 xl/workbook.xml") is None
    assert format_of(b"<html>") is None


def test_every_page_of_a_tiff_is_a_page() -> None:
    out = io.BytesIO()
    pages = [Image.new("L", (400, 300 + 10 * n), 255) for n in range(3)]
    pages[0].save(out, "TIFF", save_all=True, append_images=pages[1:], dpi=(100, 100))
    sizes = extract.extent(extract.open_pdf(out.getvalue(), None)).sizes
    assert [(round(w), round(h)) for w, h in sizes] == [(288, 216), (288, 223), (288, 230)]


def test_a_photo_stands_the_way_up_that_it_says() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned clockwise by 90 degrees
    data = _picture("JPEG", (400, 300), exif=exif, dpi=(72, 72))
    ((width, height),) = extract.extent(extract.open_pdf(data, None)).sizes
    assert (round(width), round(height)) == (300, 400)


def test_a_photo_as_large_as_a_poster_is_brought_to_a4() -> None:
    document = extract.open_pdf(_picture("PNG", (4000, 3000)), None)
    ((width, height),) = extract.extent(document).sizes
    assert (round(width), round(height)) == (842, 632)
    assert extract.extract(document, "").sheets[0].pictured == pytest.approx(1.0)


def test_a_broken_picture_is_a_trouble() -> None:
    with pytest.raises(Trouble):
        extract.extent(extract.open_pdf(_picture("PNG")[:60], None))


def test_without_libreoffice_it_says_to_save_as_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_file, "office", lambda: None)
    told = readers.trouble(lambda: Printing().pdf(_zip(word__document="x")))  # type: ignore[arg-type]
    assert told.code == Verdict.NOT_PDF
    assert "save it as a PDF" in told.sentence


def test_nothing_is_fetched_from_outside() -> None:
    kept = b'<Relationship Id="r2" Type="http://x/relationships/hyperlink" Target="http://a" TargetMode="External"/>'
    away = b'<Relationship Id="r1" Type="http://x/relationships/image" Target="http://b" TargetMode="External"/>'
    inside = b'<Relationship Id="r3" Type="http://x/relationships/image" Target="media/c.png"/>'
    cleaned = inward(_zip(word___rels__document_rels=b"<R>" + kept + away + inside + b"</R>"))
    with zipfile.ZipFile(io.BytesIO(cleaned)) as parts:
        (name,) = parts.namelist()
        assert name.endswith(".rels")
        assert parts.read(name) == b"<R>" + kept + inside + b"</R>"


def test_what_is_no_document_cannot_be_printed() -> None:
    assert readers.trouble(lambda: inward(b"PK\x03\x04 word/document.xml")).code == Verdict.CRASHED


@pytest.mark.skipif(word_file.office() is None, reason="LibreOffice is not installed")
def test_a_word_document_is_printed() -> None:
    docx = pytest.importorskip("docx")
    out = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("57% of complaints we investigated were upheld.")
    document.save(out)
    with pymupdf.open("pdf", Printing().pdf(out.getvalue())) as pdf:
        assert "57% of complaints" in pdf[0].get_text()


def test_printing_that_hangs_is_killed_with_all_it_started(tmp_path: object) -> None:
    script = tmp_path / "soffice"  # type: ignore[operator]
    script.write_text(f"#!/bin/sh\nsleep 60 &\necho $! > {tmp_path}/child\nwait\n")
    script.chmod(0o755)
    told = readers.trouble(lambda: Printing(str(script), seconds=1).pdf(_zip(word__document=b"x")))
    assert told.code == Verdict.TIMED_OUT
    assert readers.gone(int((tmp_path / "child").read_text()))  # type: ignore[operator]

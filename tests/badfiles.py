"""Letters that are hard on readers, made by code: bombs, loops, lies and things that are no PDF at all.

Each entry of `BAD` says which verdicts are right for it, over opening, reading and drawing its first page.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ombudsview.errors import Verdict

LINES = (
    "Local Government Ombudsman",
    "Annual letter 2020 for Mudford Borough Council",
    "45% of complaints were upheld",
)


def pdf(objects: Mapping[int, bytes], *, root: int = 1, trailer: bytes = b"", version: bytes = b"1.7") -> bytes:
    """A PDF of these numbered objects with a true cross-reference table."""
    out = io.BytesIO()
    out.write(b"%PDF-" + version + b"\n%\xe2\xe3\xcf\xd3\n")
    places: dict[int, int] = {}
    for number, body in objects.items():
        places[number] = out.tell()
        out.write(b"%d 0 obj\n" % number + body + b"\nendobj\n")
    start = out.tell()
    size = max(objects) + 1
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % size)
    for number in range(1, size):
        out.write(b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 00001 f \n")
    out.write(b"trailer\n<</Size %d/Root %d 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (size, root, trailer, start))
    return out.getvalue()


def stream(data: bytes, extra: bytes = b"") -> bytes:
    """A stream object."""
    return b"<</Length %d%s>>\nstream\n%s\nendstream" % (len(data), extra, data)


def squeezed(data: bytes, times: int = 1, extra: bytes = b"") -> bytes:
    """A stream object, deflated so many times over."""
    for _ in range(times):
        data = zlib.compress(data, 9)
    return stream(data, b"/Filter[" + b"/FlateDecode" * times + b"]" + extra)


def text(lines: tuple[str, ...] = LINES, left: float = 72, top: float = 720, size: float = 12) -> bytes:
    """A content stream that prints these lines downwards."""
    shows = b" 0 -20 Td ".join(b"(%s) Tj" % line.encode("latin-1") for line in lines)
    return b"BT /F %g Tf %g %g Td " % (size, left, top) + shows + b" ET"


def page(
    content: bytes = b"",
    *,
    attributes: bytes = b"/MediaBox[0 0 595 842]",
    resources: bytes = b"",
    catalogue: bytes = b"",
    more: Mapping[int, bytes] | None = None,
    packed: bytes | None = None,
) -> bytes:
    """A PDF of one page: objects 1 to 5 are catalogue, pages, page, content and font; `more` holds the others."""
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R" + catalogue + b">>",
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R>>%s>>%s>>" % (resources, attributes),
        4: packed or stream(content or text()),
        5: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    }
    return pdf(objects | dict(more or {}))


def laughs(levels: int = 9, times: int = 10) -> bytes:
    """Forms that each draw the next ten times: ten to the ninth words from two kilobytes."""
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>/XObject<</X %d 0 R>>>>"
    more = {10 + level: stream(b"/X Do " * times, form % (11 + level)) for level in range(levels)}
    more[10 + levels] = stream(b"BT /F 9 Tf 72 720 Td (ha) Tj ET", form % 10)
    return page(b"/X Do", resources=b"/XObject<</X 10 0 R>>", more=more)


def _image(width: int, height: int, colours: bytes, bits: int, row: int) -> bytes:
    attributes = b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/%s/BitsPerComponent %d"
    image = squeezed(bytes(row) * height, extra=attributes % (width, height, colours, bits))
    return page(text() + b" q 400 0 0 400 90 90 cm /I Do Q", resources=b"/XObject<</I 10 0 R>>", more={10: image})


_LEAF = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>"


def _pages(kids: bytes, count: int, more: Mapping[int, bytes] | None = None) -> bytes:
    return pdf(
        {
            1: b"<</Type/Catalog/Pages 2 0 R>>",
            2: b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count),
            3: _LEAF,
            4: stream(text()),
            5: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        }
        | dict(more or {})
    )


def _many_pages(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % number for number in range(10, 10 + count))
    return _pages(kids, count, dict.fromkeys(range(10, 10 + count), _LEAF))


def _deep_tree(depth: int) -> bytes:
    more = {10 + at: b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % (11 + at) for at in range(depth)}
    more[10 + depth] = b"<</Type/Page/MediaBox[0 0 595 842]>>"
    return _pages(b"10 0 R", 1, more)


def _loop_of_tables() -> bytes:
    whole = page()
    at = whole.rindex(b"xref\n0")
    return whole.replace(b"trailer\n<<", b"trailer\n<</Prev %d" % at)


def _zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("letter.pdf", page())
    return out.getvalue()


def _object_streams() -> bytes:
    inside = b"20 0 " + b"[" + b"0 " * 20_000_000 + b"]"
    return page(catalogue=b"/X 20 0 R", more={10: squeezed(inside, extra=b"/Type/ObjStm/N 1/First 5")})


def _annotated(count: int) -> bytes:
    one = b"<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(file://elsewhere/share)>>>>"
    return page(attributes=b"/MediaBox[0 0 595 842]/Annots[" + one * count + b"]")


def _holding() -> bytes:
    """A file is attached under a name that would climb out of a folder."""
    names = b"/Names<</EmbeddedFiles<</Names[(../../x)<</Type/Filespec/F(../../x)/EF<</F 10 0 R>>>>]>>>>"
    return page(catalogue=names, more={10: stream(b"#!/bin/true", b"/Type/EmbeddedFile")})


def _drawing_itself() -> bytes:
    """A font whose one letter is drawn by writing that letter."""
    font = b"<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[.1 0 0 .1 0 0]/FirstChar 97/LastChar 97/Widths[9]"
    font += b"/Encoding<</Differences[97/a]>>/CharProcs<</a 10 0 R>>/Resources<</Font<</F 5 0 R>>>>>>"
    return page(text(("aaa",)), more={5: font, 10: stream(b"9 0 d0 BT /F 9 Tf (a) Tj ET")})


def _boxed(box: bytes) -> bytes:
    return page(attributes=b"/MediaBox[" + box + b"]")


_RUNS = b"/OpenAction<</S/%s %s>>"
_FINE = frozenset({Verdict.OK})
_MENDED = frozenset({Verdict.REPAIRED})
_BLANK = frozenset({Verdict.NO_TEXT})
_NOT_PDF = frozenset({Verdict.NOT_PDF})
_STOPPED = frozenset({Verdict.TIMED_OUT, Verdict.OUT_OF_MEMORY, Verdict.CRASHED})
_READABLE = frozenset({Verdict.OK, Verdict.REPAIRED, Verdict.NO_TEXT})


@dataclass(frozen=True)
class Bad:
    """How to make it, which verdicts are right, and whether it keeps the reader busy until it is stopped."""

    make: Callable[[], bytes]
    right: frozenset[Verdict]
    stopped: bool = False


BAD: dict[str, Bad] = {
    "form laughs": Bad(laughs, frozenset({Verdict.TIMED_OUT, Verdict.OUT_OF_MEMORY}), stopped=True),
    "form draws itself": Bad(lambda: laughs(0), _READABLE),
    "content bomb": Bad(lambda: page(packed=squeezed(b"q Q " * 5_000_000)), _READABLE | _STOPPED, stopped=True),
    "space bomb": Bad(lambda: page(packed=squeezed(b" " * 100_000_000, 1)), _READABLE | _STOPPED, stopped=True),
    "double deflate": Bad(lambda: page(packed=squeezed(bytes(200_000_000), 2)), _READABLE | _STOPPED, stopped=True),
    "glyph bomb": Bad(
        lambda: page(packed=squeezed(b"BT /F 9 Tf " + b"(" + b"w" * 3_000_000 + b") Tj ET")),
        _READABLE | _STOPPED,
        stopped=True,
    ),
    "huge page": Bad(lambda: _boxed(b"0 0 1e9 1e9"), _READABLE),
    "tiny page": Bad(lambda: _boxed(b"0 0 0.001 0.001"), _READABLE),
    "page of no size": Bad(lambda: _boxed(b"0 0 0 0"), _READABLE),
    "page of nan": Bad(lambda: _boxed(b"nan NaN nan inf"), _READABLE),
    "page of overflow": Bad(lambda: _boxed(b"0 0 1e400 -1e400"), _READABLE),
    "page turned by 45": Bad(lambda: page(attributes=b"/MediaBox[0 0 595 842]/Rotate 45"), _READABLE),
    "user unit": Bad(lambda: page(attributes=b"/MediaBox[0 0 595 842]/UserUnit 1e30"), _READABLE),
    "big bitmap": Bad(lambda: _image(30_000, 30_000, b"DeviceGray", 1, 3_750), _FINE | _STOPPED, stopped=True),
    "big picture": Bad(lambda: _image(6_000, 6_000, b"DeviceRGB", 8, 18_000), _FINE | _STOPPED, stopped=True),
    "count lies": Bad(lambda: _pages(b"3 0 R", 2_000_000_000), _READABLE | {Verdict.CRASHED, Verdict.TOO_BIG}),
    "too many pages": Bad(lambda: _pages(b"3 0 R " * 200_000, 200_000), frozenset({Verdict.TOO_BIG, Verdict.CRASHED})),
    "no pages": Bad(lambda: _pages(b"", 0), frozenset({Verdict.CRASHED})),
    "page tree in a circle": Bad(
        lambda: _pages(b"10 0 R", 1, {10: b"<</Type/Pages/Kids[2 0 R]/Parent 2 0 R/Count 1>>"}),
        _READABLE | {Verdict.CRASHED},
    ),
    "deep page tree": Bad(lambda: _deep_tree(20_000), _READABLE | {Verdict.CRASHED}),
    "deep array": Bad(
        lambda: page(catalogue=b"/X " + b"[" * 1_000_000 + b"]" * 1_000_000), _READABLE | {Verdict.CRASHED}
    ),
    "object stream bomb": Bad(_object_streams, _READABLE | _STOPPED, stopped=True),
    "loop of tables": Bad(_loop_of_tables, _READABLE | {Verdict.CRASHED}),
    "no table": Bad(lambda: page().replace(b"xref", b"xxxx"), _MENDED),
    "cut in half": Bad(lambda: (whole := page())[: len(whole) * 6 // 10], _MENDED | {Verdict.CRASHED}),
    "runs javascript": Bad(lambda: page(catalogue=_RUNS % (b"JavaScript", b"/JS(app.alert(1))")), _FINE),
    "launches": Bad(lambda: page(catalogue=_RUNS % (b"Launch", b"/F(/bin/true)")), _FINE),
    "goes to another file": Bad(
        lambda: page(catalogue=_RUNS % (b"GoToR", b"/F(//elsewhere/share/x.pdf)/D[0/Fit]")), _FINE
    ),
    "holds a file": Bad(_holding, _FINE),
    "letters that draw themselves": Bad(_drawing_itself, _READABLE),
    "2,000 pages": Bad(lambda: _many_pages(2_000), _FINE),
    "links elsewhere": Bad(lambda: _annotated(10), _FINE),
    "100,000 links": Bad(lambda: _annotated(100_000), _FINE | _STOPPED, stopped=True),
    "blank": Bad(lambda: page(b"q Q"), _BLANK),
    "junk before it, 1,000 bytes": Bad(lambda: b"x" * 1_000 + page(), _FINE | _MENDED),
    "junk before it, 5,000 bytes": Bad(lambda: b"x" * 5_000 + page(), _NOT_PDF),
    "empty": Bad(lambda: b"", frozenset({Verdict.EMPTY})),
    "web page": Bad(lambda: b"<!DOCTYPE html><html><body><p>Annual letter</p></body></html>", _NOT_PDF),
    "web page with the magic": Bad(lambda: b"<html><body>%PDF-1.7</body></html>", _NOT_PDF | {Verdict.CRASHED}),
    "zip": Bad(_zip, _NOT_PDF),
    "magic only": Bad(lambda: b"%PDF-1.7\n", frozenset({Verdict.CRASHED, Verdict.NOT_PDF})),
}


ENCRYPTIONS = ("rc4, 40 bits", "rc4, 128 bits", "aes, 128 bits", "aes, 256 bits")


def encrypted(revision: str, *, user: str, owner: str) -> bytes:
    """The letter, locked with these passwords."""
    import pymupdf

    method = (2, 3, 4, 5)[ENCRYPTIONS.index(revision)]  # PDF_ENCRYPT_RC4_40 and its followers
    with pymupdf.open(stream=page(), filetype="pdf") as document:
        return bytes(document.tobytes(encryption=method, user_pw=user, owner_pw=owner))

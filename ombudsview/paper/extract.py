"""What a document prints: opens a PDF with MuPDF and takes its words with their boxes. Runs in the reader process only.

MuPDF is never asked for images here: decoding them is what hangs on bad files.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, NamedTuple

import msgspec
import pymupdf

from ombudsview.errors import Trouble, Verdict
from ombudsview.paper import covered, glue, slope, upright
from ombudsview.paper.bounds import LONGEST_WORD, MOST_PAGES, MOST_WORDS
from ombudsview.paper.formats import Format, format_of
from ombudsview.paper.geometry import Box
from ombudsview.paper.paper import SOFT_HYPHEN, Paper, Sheet, Word
from ombudsview.paper.picture_file import as_pdf

_SIZE_WHERE_BROKEN = (595.0, 842.0)
_FLAGS = 0  # no images, and ligatures come as their letters; what lies off the page is left out by place
_INK = _FLAGS | pymupdf.mupdf.FZ_STEXT_ACCURATE_BBOXES
_AS_SHOWN = pymupdf.Matrix(1, 1)
_HIDDEN = 0.5  # the part of a page's text that lies unseen under the picture of it, which may be askew
_FATAL = 2  # FZ_ERROR_SYSTEM: out of memory, or the system refused

Document = pymupdf.Document

Raw = tuple[float, float, float, float, str, int, int, int]
"""MuPDF's word: left, top, right, bottom, text, block, line in the block, word in the line."""

_new_box = tuple.__new__

MUPDF_ERRORS = (RuntimeError, ValueError, SystemError, pymupdf.mupdf.FzErrorBase)
"""What MuPDF raises about a bad file; `out_of_memory` tells the ones that are about this process instead."""


class Extent(NamedTuple):
    """The pages of an open document: each one's size as shown, and the numbers (from 0) of those that cannot be read.

    `short`: there are fewer than the file claims.
    """

    sizes: tuple[tuple[float, float], ...]
    broken: tuple[int, ...]
    short: bool


def silence() -> None:
    """Keep MuPDF from writing to this process's streams."""
    pymupdf.TOOLS.mupdf_display_errors(False)
    pymupdf.TOOLS.mupdf_display_warnings(False)


def out_of_memory(error: BaseException) -> bool:
    """Whether MuPDF or Python ran into the memory limit; MuPDF says so in more than one way."""
    if isinstance(error, MemoryError | SystemError):
        return True
    code = getattr(error, "m_code", None)
    return code == _FATAL or str(error).startswith(f"code={_FATAL}:")


def open_pdf(data: bytes | bytearray, password: str | None) -> pymupdf.Document:
    """The document in these bytes, a PDF or a picture.

    Raises Trouble `empty`, `not_pdf`, `password`, `too_big`, `crashed` or `out_of_memory`.
    """
    if not data:
        raise Trouble(Verdict.EMPTY, "This file is empty.")
    kind = format_of(data)
    if kind is not Format.PDF and not (kind and kind.is_picture):
        raise Trouble(Verdict.NOT_PDF, "This file is not a PDF.")
    try:
        document = as_pdf(data, kind) if kind.is_picture else pymupdf.open(stream=data, filetype="pdf")
        # MuPDF opens web pages and pictures too, whatever they are called.
        if not document.is_pdf:
            raise Trouble(Verdict.NOT_PDF, "This file is not a PDF.")
        if document.needs_pass and not document.authenticate(password or ""):
            raise Trouble(Verdict.PASSWORD, "This file needs a password.")
        count = len(document)
    except (*MUPDF_ERRORS, MemoryError) as error:
        code = Verdict.OUT_OF_MEMORY if out_of_memory(error) else Verdict.CRASHED
        raise Trouble(code, "This file could not be opened.") from error
    if count == 0:
        raise Trouble(Verdict.CRASHED, "This file has no pages that could be read.")
    if count > MOST_PAGES:
        raise Trouble(Verdict.TOO_BIG, "This file has too many pages.")
    return document


def extent(document: pymupdf.Document) -> Extent:
    """The sizes of all pages as shown, in points; a page that cannot be loaded counts as a sheet of A4 and as broken."""
    sizes: list[tuple[float, float]] = []
    broken: list[int] = []
    claimed = len(document)
    for number in range(claimed):
        try:
            sizes.append(_size(document[number].rect))
        except IndexError:  # MuPDF counts the pages anew once it has missed one
            break
        except MUPDF_ERRORS as error:
            if out_of_memory(error):
                raise
            sizes.append(_SIZE_WHERE_BROKEN)
            broken.append(number)
    return Extent(tuple(sizes), tuple(broken), len(sizes) < claimed)


def extract(document: pymupdf.Document, sha256: str, instead: Mapping[int, Sheet] | None = None) -> Paper:
    """Every page's words in MuPDF's order; a page that cannot be read is an empty sheet.

    `instead` holds sheets that are taken in place of the document's own, by page (from 0).
    """
    sheets: list[Sheet] = []
    left = MOST_WORDS
    for number in range(len(document)):
        if instead and number in instead:
            sheets.append(instead[number])
            continue
        try:
            sheet = _sheet(document, number, left)
        except MUPDF_ERRORS as error:
            if out_of_memory(error):
                raise
            sheet = Sheet(*_SIZE_WHERE_BROKEN, 0, ())
        left -= len(sheet.words)
        sheets.append(sheet)
    return Paper(sha256, tuple(sheets))


def _size(shown: pymupdf.Rect) -> tuple[float, float]:
    width, height = float(shown.width), float(shown.height)
    if not (math.isfinite(width) and math.isfinite(height) and width > 0 and height > 0):
        return _SIZE_WHERE_BROKEN
    return width, height


def _sheet(document: pymupdf.Document, number: int, most: int) -> Sheet:
    page = document[number]
    shown = page.rect
    width, height = _size(shown)
    # What `page.get_textpage` calls once it has turned the page back. Turned back it must not be: the matrices that would turn
    # the words forward again know neither user units nor a crop box that is larger than the page.
    textpage = pymupdf.TextPage(page._get_textpage(shown, flags=_FLAGS, matrix=_AS_SHOWN))
    raw: list[Raw] = textpage.extractWORDS()
    if len(raw) > most:
        raise Trouble(Verdict.TOO_BIG, "This file has too many words.")
    texts = [word[4] for word in raw]
    joined = " ".join(texts)
    if glue.suspect(raw, joined):
        raw = glue.unglued(raw, textpage.extractRAWDICT()["blocks"], lambda: _inked(page, shown))
    if not joined.isprintable() or max(map(len, texts), default=0) > LONGEST_WORD:
        raw = [word for word in map(_cleaned, raw) if word[4]]
    words, starts = _words(raw, width, height)
    turn = upright.guess(words, starts)
    if turn != 0:
        turn = upright.turn(textpage.extractDICT()["blocks"])
    hidden = _covered(document, page, len(words))
    sheet = Sheet(width, height, turn, tuple(words), pictured=hidden.pictured, unseen=hidden.unseen)
    askew = slope.slant([sheet.upright(word.box) for word in words]) if hidden.unseen >= _HIDDEN else 0.0
    return msgspec.structs.replace(sheet, slant=askew) if askew else sheet


def _inked(page: pymupdf.Page, shown: pymupdf.Rect) -> list[dict[str, Any]]:
    """MuPDF's "rawdict" of a page, the boxes those of the ink."""
    textpage = pymupdf.TextPage(page._get_textpage(shown, flags=_INK, matrix=_AS_SHOWN))
    blocks: list[dict[str, Any]] = textpage.extractRAWDICT()["blocks"]
    return blocks


def _covered(document: pymupdf.Document, page: pymupdf.Page, words: int) -> covered.Covered:
    """What pictures do to the page; nothing where MuPDF cannot tell."""
    try:
        if not covered.worth_asking(words, document.get_page_images(page.number)):
            return covered.Covered()
        turned = page.rotation in {90, 270}
        width, height = _size(page.rect)
        painted = page.get_bboxlog()
    except MUPDF_ERRORS as error:
        if out_of_memory(error):
            raise
        return covered.Covered()
    return covered.covered(painted, *((height, width) if turned else (width, height)), words=bool(words))


def _words(raw: list[Raw], width: float, height: float) -> tuple[list[Word], list[int]]:
    """The words that are on the page, and where among them each line starts."""
    words: list[Word] = []
    starts: list[int] = []
    append = words.append
    number, last_line, last_block = -1, -1, -1
    for x0, y0, x1, y1, text, block, line, _ in raw:
        if line != last_line or block != last_block:
            number += 1
            starts.append(len(words))
            last_line, last_block = line, block
        if x0 < 0 or y0 < 0 or x1 > width or y1 > height:
            if not (0 <= (x0 + x1) / 2 <= width and 0 <= (y0 + y1) / 2 <= height):
                continue  # nobody sees it
            x0, y0, x1, y1 = max(x0, 0.0), max(y0, 0.0), min(x1, width), min(y1, height)
        append(Word(text, _new_box(Box, (x0, y0, x1, y1)), number))
    return words, starts


def _cleaned(word: Raw) -> Raw:
    """The word without what does not print: control and direction marks, halves of characters.

    Letters of private fonts stay, and a soft hyphen at the end, which tells that the word goes on in the next line.
    """
    if word[4].isprintable() and len(word[4]) <= LONGEST_WORD:
        return word
    text = "".join([sign for sign in word[4] if sign.isprintable() or "\ue000" <= sign <= "\uf8ff"])
    if text and word[4].endswith(SOFT_HYPHEN):
        return (*word[:4], text[: LONGEST_WORD - 1] + SOFT_HYPHEN, *word[5:])
    return (*word[:4], text[:LONGEST_WORD], *word[5:])

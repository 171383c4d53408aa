"""A short answer of the reader process, for archives: the readings of a file's letters, and of its pages only what must be known.

Most of a whole answer is the words of the pages, which nobody looks at where no letter is shown.
"""

from __future__ import annotations

import msgspec

from ombudsview.errors import Verdict
from ombudsview.paper import legible, troubles
from ombudsview.paper.paper import Paper
from ombudsview.reading.answer import UNBELIEVABLE, Size, believe_readings, check
from ombudsview.reading.model import Reading


class Brief(msgspec.Struct, frozen=True, array_like=True):
    """A reading for each letter in a file; whether the file has any text; the pages (from 0) that want recognition."""

    sha256: str
    readings: tuple[Reading, ...]
    has_text: bool
    unclear: tuple[int, ...]


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Brief)


def encode(paper: Paper, readings: tuple[Reading, ...]) -> bytes:
    """Pack an answer; used in the reader process."""
    return _encoder.encode(Brief(paper.sha256, readings, paper.has_text, legible.to_recognise(paper)))


def decode(payload: bytes, sha256: str, sizes: tuple[Size, ...]) -> Brief:
    """Unpack an answer about the document with that SHA-256 (hex) and those page sizes. Trouble `crashed` for anything that is off."""
    try:
        brief = _decoder.decode(payload)
        check(brief.sha256 == sha256, "another document")
        check(all(0 <= page < len(sizes) for page in brief.unclear), "pages that want recognition")
        check(len(brief.unclear) <= len(sizes), "more of them than pages")
        believe_readings(brief.readings, sizes)
    except UNBELIEVABLE as error:
        raise troubles.trouble(Verdict.CRASHED) from error
    return brief

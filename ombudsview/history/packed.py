"""Papers and readings as the tables keep them: msgpack, compressed."""

from __future__ import annotations

import hashlib
import unicodedata
import zlib
from typing import TypeVar

import msgspec

from ombudsview.errors import Trouble
from ombudsview.history.record import PaperRecord
from ombudsview.paper.paper import Paper
from ombudsview.reading.model import Reading

LARGEST = 256 << 20
"""Bytes that a paper or a reading may have once it is unpacked."""

_Kept = TypeVar("_Kept", Paper, Reading)

LEVEL = 4  # 9 took 24 ms for a letter where this takes half of one, and made it hardly smaller


def pack_paper(paper: Paper) -> PaperRecord:
    """The paper with the name of its content, so that revisions share it."""
    plain = msgspec.msgpack.encode(paper)
    return PaperRecord(hashlib.sha256(plain).hexdigest(), paper.sha256, zlib.compress(plain, LEVEL))


def unpack_paper(body: bytes) -> Paper:
    """The paper again; Trouble `letter_damaged` where the bytes are."""
    return _unpack(body, Paper)


def pack_reading(reading: Reading) -> bytes:
    """A reading's bytes."""
    return zlib.compress(msgspec.msgpack.encode(reading), LEVEL)


def unpack_reading(body: bytes) -> Reading:
    """The reading again; Trouble `letter_damaged` where the bytes are."""
    return _unpack(body, Reading)


def _unpack(body: bytes, kind: type[_Kept]) -> _Kept:
    """What was packed, if it is that and no larger than a letter can be."""
    try:
        inflating = zlib.decompressobj()
        plain = inflating.decompress(body, LARGEST)
        if inflating.eof:
            return msgspec.msgpack.decode(plain, type=kind)
    except (zlib.error, msgspec.DecodeError):
        pass
    raise Trouble(
        "letter_damaged",
        "What the history kept of this letter's reading is damaged; its saved figures are not.",
        "Open the letter's PDF again and save it anew.",
    )


def text_hash(paper: Paper) -> str | None:
    """The SHA-256 of the words in order, page by page, without soft hyphens: the same for a re-saved file. None without text."""
    if not paper.has_text:
        return None
    pages = (" ".join(word.said for word in sheet.words) for sheet in paper.sheets)
    return hashlib.sha256(unicodedata.normalize("NFC", "\f".join(pages)).encode("utf-8", "replace")).hexdigest()

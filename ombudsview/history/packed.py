"""Papers and readings as the tables keep them: msgpack, compressed."""

from __future__ import annotations

import hashlib
import unicodedata
import zlib

import msgspec

from ombudsview.history.record import PaperRecord
from ombudsview.paper.paper import Paper
from ombudsview.reading.model import Reading

LEVEL = 4  # 9 took 24 ms for a letter where this takes half of one, and made it hardly smaller


def pack_paper(paper: Paper) -> PaperRecord:
    """The paper with the name of its content, so that revisions share it."""
    plain = msgspec.msgpack.encode(paper)
    return PaperRecord(hashlib.sha256(plain).hexdigest(), paper.sha256, zlib.compress(plain, LEVEL))


def unpack_paper(body: bytes) -> Paper:
    """The paper again; zlib.error or msgspec.DecodeError where the bytes are damaged."""
    return msgspec.msgpack.decode(zlib.decompress(body), type=Paper)


def pack_reading(reading: Reading) -> bytes:
    """A reading's bytes."""
    return zlib.compress(msgspec.msgpack.encode(reading), LEVEL)


def unpack_reading(body: bytes) -> Reading:
    """The reading again; zlib.error or msgspec.DecodeError where the bytes are damaged."""
    return msgspec.msgpack.decode(zlib.decompress(body), type=Reading)


def text_hash(paper: Paper) -> str | None:
    """The SHA-256 of the words in order, page by page: the same for a re-saved file. None where there is no text."""
    if not paper.has_text:
        return None
    pages = (" ".join(word.text for word in sheet.words) for sheet in paper.sheets)
    return hashlib.sha256(unicodedata.normalize("NFC", "\f".join(pages)).encode("utf-8", "replace")).hexdigest()

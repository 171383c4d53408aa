"""What the program and its reader process say to each other: length-prefixed, typed, bounded messages; never pickles.

A frame is four bytes of length (little end first) and a msgpack value. Neither side believes a length before it has looked.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable
from typing import Protocol

import msgspec

from ombudsview.errors import Verdict
from ombudsview.paper.geometry import Box
from ombudsview.paper.paper import Sheet

VERSION = 5
CHUNK = 8 << 20
LONGEST_REQUEST = CHUNK + (64 << 10)
LONGEST_REPLY = 96 << 20
_LENGTH = struct.Struct("<I")


class Chunk(msgspec.Struct, frozen=True, array_like=True, tag="chunk"):
    """At most `CHUNK` bytes of the document that was announced. No answer."""

    data: memoryview


class Read(msgspec.Struct, frozen=True, array_like=True, tag="read"):
    """Read the open document. Answer: Payload.

    Where `size` is not 0, so many bytes follow in `Chunk`s: packed `Instead`s, the sheets to read in place of the document's own.
    `rules` are those that the officer taught, as `reading.rule_data` packs them. `brief` wants the readings alone, for archives:
    most of an answer is the words of its pages.
    """

    size: int = 0
    rules: bytes = b""
    brief: bool = False


class Open(msgspec.Struct, frozen=True, array_like=True, tag="open"):
    """A document follows, in `Chunk`s that make up `size` bytes. Answer: Opened, or OpenedAndRead where it is to be read at once."""

    size: int
    sha256: str
    password: str | None
    then: Read | None = None


class Instead(msgspec.Struct, frozen=True, array_like=True):
    """A sheet to read in place of that page's (from 0) own."""

    page: int
    sheet: Sheet


class Recognise(msgspec.Struct, frozen=True, array_like=True, tag="recognise"):
    """To a recogniser: the picture of a page follows, RGB rows of `stride` bytes, in `Chunk`s that make up `size` bytes.

    `page_width` and `page_height` are the page's, as shown, in points. Answer: Recognised.
    """

    width: int
    height: int
    stride: int
    size: int
    page_width: float
    page_height: float


class Render(msgspec.Struct, frozen=True, array_like=True, tag="render"):
    """Draw a page (from 0), or a clip of it in points as shown, at `scale` pixels a point. Answer: Picture."""

    page: int
    scale: float
    clip: Box | None


class Tabulate(msgspec.Struct, frozen=True, array_like=True, tag="tabulate"):
    """A spreadsheet follows, in `Chunk`s that make up `size` bytes. Answer: Payload, which `cells.decode` unpacks."""

    size: int


class Hello(msgspec.Struct, frozen=True, array_like=True, tag="hello"):
    """The reader process is there; `holds` names the limits that it lives under."""

    version: int
    holds: tuple[str, ...]


class Opened(msgspec.Struct, frozen=True, array_like=True, tag="opened"):
    """A document was opened: `ok` or `repaired`; each page's size in points as shown; pages (from 0) that cannot be loaded."""

    verdict: Verdict
    sha256: str
    sizes: tuple[tuple[float, float], ...]
    broken: tuple[int, ...]

    @property
    def page_count(self) -> int:
        return len(self.sizes)

    @property
    def repaired(self) -> bool:
        """Whether the file was damaged and was mended as far as that went."""
        return self.verdict is Verdict.REPAIRED or bool(self.broken)


class Payload(msgspec.Struct, frozen=True, array_like=True, tag="payload"):
    """The paper and its readings, packed; `reading.answer` unpacks them. Or a spreadsheet's cells, as `cells.encode` packs them."""

    data: bytes


class OpenedAndRead(msgspec.Struct, frozen=True, array_like=True, tag="opened and read"):
    """What `Opened` and `Payload` say, in one."""

    opened: Opened
    data: bytes


class Picture(msgspec.Struct, frozen=True, array_like=True, tag="picture"):
    """RGB, 8 bits each, rows from the top, `stride` bytes a row."""

    width: int
    height: int
    stride: int
    pixels: memoryview


class Recognised(msgspec.Struct, frozen=True, array_like=True, tag="recognised"):
    """What a page's picture says."""

    sheet: Sheet


class Failed(msgspec.Struct, frozen=True, array_like=True, tag="failed"):
    """The request came to nothing; the verdict says why."""

    verdict: Verdict


RequestBody = Open | Chunk | Read | Render | Recognise | Tabulate
ReplyBody = Hello | Opened | Payload | OpenedAndRead | Picture | Recognised | Failed


class Request(msgspec.Struct, frozen=True, array_like=True):
    """From the program. Tickets count up; every reply but Hello (0) bears the ticket of its request."""

    ticket: int
    body: RequestBody


class Reply(msgspec.Struct, frozen=True, array_like=True):
    """From the reader process."""

    ticket: int
    body: ReplyBody


class BadFrame(Exception):
    """What came is not a message of this protocol."""


class Raw(Protocol):
    """An unbuffered stream."""

    def readinto(self, into: memoryview, /) -> int | None: ...
    def write(self, data: memoryview, /) -> int | None: ...


_encode = msgspec.msgpack.Encoder().encode
_decode_request = msgspec.msgpack.Decoder(Request).decode
_decode_reply = msgspec.msgpack.Decoder(Reply).decode


def packed(instead: Iterable[Instead]) -> bytes:
    """The sheets that go with a `Read`, as its bytes."""
    return msgspec.msgpack.encode(tuple(instead))


def unpacked(data: bytes) -> tuple[Instead, ...]:
    """The sheets that went with a `Read`; BadFrame for anything else."""
    try:
        return msgspec.msgpack.decode(data, type=tuple[Instead, ...]) if data else ()
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BadFrame(str(error)) from error


def send(stream: Raw, message: Request | Reply) -> None:
    """Write one message whole; OSError where nobody reads any more, ValueError where it is longer than a frame may be."""
    data = _encode(message)
    if len(data) > (LONGEST_REQUEST if isinstance(message, Request) else LONGEST_REPLY):
        raise ValueError(f"a message of {len(data)} bytes is too long")
    if len(data) < CHUNK:
        _write(stream, _LENGTH.pack(len(data)) + data)
    else:
        _write(stream, _LENGTH.pack(len(data)))
        _write(stream, data)


def receive_request(stream: Raw) -> Request | None:
    """The next request, or None at the end of the stream; BadFrame for anything else."""
    data = _receive(stream, LONGEST_REQUEST)
    try:
        return None if data is None else _decode_request(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BadFrame(str(error)) from error


def receive_reply(stream: Raw) -> Reply | None:
    """The next reply, or None at the end of the stream; BadFrame for anything else."""
    data = _receive(stream, LONGEST_REPLY)
    try:
        return None if data is None else _decode_reply(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BadFrame(str(error)) from error


def _receive(stream: Raw, longest: int) -> bytearray | None:
    head = _read(stream, _LENGTH.size)
    if head is None:
        return None
    (length,) = _LENGTH.unpack(head)
    if not 0 < length <= longest:
        raise BadFrame(f"a frame of {length} bytes")
    data = _read(stream, length)
    if data is None:
        raise BadFrame("the stream ended inside a frame")
    return data


def _read(stream: Raw, length: int) -> bytearray | None:
    """Exactly so many bytes, or None where the stream ends before the first; BadFrame where it ends after it."""
    data = bytearray(length)
    view = memoryview(data)
    got = 0
    while got < length:
        count = stream.readinto(view[got:])
        if not count:
            if got:
                raise BadFrame("the stream ended inside a frame")
            return None
        got += count
    return data


def _write(stream: Raw, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[stream.write(view) or 0 :]

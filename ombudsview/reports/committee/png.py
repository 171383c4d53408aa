"""Pictures as PNG, with outlines drawn into them: rows of RGB in, a file's bytes out, by the standard library alone."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from typing import Protocol

INK = b"\xc2\x3b\x00"
"""The outline's colour: 5.3 to 1 on white paper."""

Rectangle = tuple[int, int, int, int]
"""Left, top, right and bottom in pixels; right and bottom are the first that lie outside."""


class Drawn(Protocol):
    """RGB, 8 bits each, rows from the top, `stride` bytes a row."""

    @property
    def width(self) -> int: ...
    @property
    def height(self) -> int: ...
    @property
    def stride(self) -> int: ...
    @property
    def pixels(self) -> memoryview: ...


def outlined(picture: Drawn, rectangles: Iterable[Rectangle], thick: int, border: int, turn: int = 0) -> bytes:
    """The picture as PNG in a white border, each rectangle (of the picture) outlined around its edges; clockwise by `turn` degrees."""
    side, across = b"\xff" * (3 * border), 3 * picture.width
    starts = range(0, picture.stride * picture.height, picture.stride)
    rows = [bytearray(side + picture.pixels[start : start + across] + side) for start in starts]
    empty = b"\xff" * len(rows[0])
    rows = [*map(bytearray, [empty] * border), *rows, *map(bytearray, [empty] * border)]
    for left, top, right, bottom in rectangles:
        edge = border - thick
        _outline(rows, (left + edge, top + edge, right + border + thick, bottom + border + thick), thick)
    return encoded(_turned(rows, turn))


def _outline(rows: list[bytearray], rectangle: Rectangle, thick: int) -> None:
    left, top, right, bottom = rectangle
    left, right = max(0, left), min(len(rows[0]) // 3, right)
    top, bottom = max(0, top), min(len(rows), bottom)
    for y in range(top, bottom):
        whole = y < top + thick or y >= bottom - thick
        spans = [(left, right)] if whole else [(left, min(right, left + thick)), (max(left, right - thick), right)]
        for start, end in spans:
            rows[y][3 * start : 3 * end] = INK * (end - start)


def _turned(rows: list[bytearray], turn: int) -> list[bytearray]:
    width = len(rows[0]) // 3
    if turn == 180:
        return [bytearray().join(row[3 * x : 3 * x + 3] for x in reversed(range(width))) for row in reversed(rows)]
    if turn == 90:
        return [bytearray().join(row[3 * x : 3 * x + 3] for row in reversed(rows)) for x in range(width)]
    if turn == 270:
        return [bytearray().join(row[3 * x : 3 * x + 3] for row in rows) for x in reversed(range(width))]
    return rows


def encoded(rows: list[bytearray]) -> bytes:
    """Rows of RGB, all of one length, as a PNG file."""
    head = struct.pack(">IIBBBBB", len(rows[0]) // 3, len(rows), 8, 2, 0, 0, 0)
    data = zlib.compress(b"".join(b"\0" + row for row in rows), 6)
    chunks = (_chunk(b"IHDR", head), _chunk(b"IDAT", data), _chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

"""What is asked of the process that draws charts, and what it answers: msgpack in frames of a length and so many bytes.

matplotlib takes half a second to be imported and holds everything up meanwhile, so it never runs in the window's process.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

import msgspec

from ombudsview.trends.frame import Frame, Look
from ombudsview.trends.palette import Palette
from ombudsview.trends.series import Series

LONGEST = 256 << 20
_LENGTH = struct.Struct("<I")
_T = TypeVar("_T")


class Form(StrEnum):
    """What a drawing is wanted as: pixels for the screen (RGBA), or a file."""

    SCREEN = "screen"
    PNG = "png"
    SVG = "svg"


@dataclass(frozen=True)
class Order:
    """One drawing. Palette and look are those of the screen and `ratio` its device pixels a pixel; files have their own."""

    ticket: int
    form: Form
    series: Series
    compare: bool
    palette: Palette | None = None
    look: Look | None = None
    ratio: float = 1.0


@dataclass(frozen=True)
class Drawn:
    """The drawing of the order with that ticket: a file, or `width` times `height` pixels and the plan by which they were drawn."""

    ticket: int
    data: bytes
    width: int = 0
    height: int = 0
    plan: Frame | None = None


def packed(message: Order | Drawn) -> bytes:
    """A message as its frame."""
    data = msgspec.msgpack.encode(message)
    return _LENGTH.pack(len(data)) + data


class Parcels(Generic[_T]):
    """Puts messages together from what comes through a pipe, however it is cut."""

    def __init__(self, kind: type[_T]) -> None:
        self._decoder = msgspec.msgpack.Decoder(kind)
        self._waiting = bytearray()

    def take(self, data: bytes) -> list[_T]:
        """The messages that are whole with this; ValueError for anything that is none."""
        self._waiting += data
        whole: list[_T] = []
        while len(self._waiting) >= _LENGTH.size:
            (length,) = _LENGTH.unpack_from(self._waiting)
            if length > LONGEST:
                raise ValueError(f"a message of {length} bytes")
            end = _LENGTH.size + length
            if len(self._waiting) < end:
                break
            whole.append(self._decoder.decode(bytes(self._waiting[_LENGTH.size : end])))
            del self._waiting[:end]
        return whole

"""Frames: what goes in comes out, and no length is believed."""

from __future__ import annotations

import io
import struct

import pytest

from ombudsview.errors import Verdict
from ombudsview.paper import frames
from ombudsview.paper.geometry import Box


class Drip(io.RawIOBase):
    """A stream that gives and takes a byte or three at a time, as pipes do when they please."""

    def __init__(self, data: bytes = b"") -> None:
        self.data = bytearray(data)

    def readinto(self, into: memoryview) -> int:  # type: ignore[override]
        part = self.data[: min(3, len(into))]
        del self.data[: len(part)]
        into[: len(part)] = part
        return len(part)

    def write(self, data: memoryview) -> int:  # type: ignore[override]
        self.data += data[:3]
        return len(data[:3])


@pytest.mark.parametrize(
    "body",
    [
        frames.Open(3, "ab" * 32, "tea"),
        frames.Chunk(memoryview(b"abc")),
        frames.Read(),
        frames.Render(2, 1.5, Box(1.0, 2.0, 3.0, 4.0)),
        frames.Render(0, 1.0, None),
    ],
)
def test_requests_come_through(body: frames.RequestBody) -> None:
    stream = Drip()
    frames.send(stream, frames.Request(7, body))
    assert frames.receive_request(stream) == frames.Request(7, body)
    assert frames.receive_request(stream) is None


@pytest.mark.parametrize(
    "body",
    [
        frames.Hello(1, ("memory",)),
        frames.Opened(Verdict.REPAIRED, "ab" * 32, ((1.0, 2.0),), (0,)),
        frames.Payload(b"x" * 5_000),
        frames.Picture(1, 1, 3, memoryview(b"rgb")),
        frames.Failed(Verdict.CRASHED),
    ],
)
def test_replies_come_through(body: frames.ReplyBody) -> None:
    stream = Drip()
    frames.send(stream, frames.Reply(7, body))
    assert frames.receive_reply(stream) == frames.Reply(7, body)
    assert frames.receive_reply(stream) is None


@pytest.mark.parametrize("length", [0, frames.LONGEST_REPLY + 1, 2 << 30, (1 << 32) - 1])
def test_no_length_is_believed(length: int) -> None:
    with pytest.raises(frames.BadFrame):
        frames.receive_reply(Drip(struct.pack("<I", length) + b"x" * 20))


def test_a_request_is_bounded_too() -> None:
    with pytest.raises(frames.BadFrame):
        frames.receive_request(Drip(struct.pack("<I", frames.LONGEST_REQUEST + 1)))
    with pytest.raises(ValueError, match="too long"):
        frames.send(Drip(), frames.Request(1, frames.Chunk(memoryview(bytes(frames.LONGEST_REQUEST)))))


@pytest.mark.parametrize("data", [b"\x01", b"\x05\x00\x00\x00ab", b"\x01\x00\x00\x00\xc1", b"\x02\x00\x00\x00\x91\x01"])
def test_half_and_wrong_frames_are_told(data: bytes) -> None:
    with pytest.raises(frames.BadFrame):
        frames.receive_reply(Drip(data))


def test_a_reply_is_no_request() -> None:
    stream = Drip()
    frames.send(stream, frames.Reply(0, frames.Hello(1, ())))
    with pytest.raises(frames.BadFrame):
        frames.receive_request(stream)

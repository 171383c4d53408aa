"""The child's end of the pipes: requests in, replies out, nothing else open, and faults told without what the letter says."""

from __future__ import annotations

import io
import os
import sys
from types import TracebackType

from ombudsview.paper import frames, limits
from ombudsview.paper.spawn import LIFELINE


def streams() -> tuple[io.FileIO, io.FileIO]:
    """The requests and the replies, unbuffered; stray printing goes to stderr, and nothing else stays open but the lifeline."""
    target = os.dup(1)
    os.dup2(2, 1)
    last = target
    if LIFELINE in os.environ:
        lifeline = int(os.environ[LIFELINE])
        if lifeline > target:
            last = target + 1
            lifeline = os.dup2(lifeline, last) if lifeline != last else lifeline
        limits.end_with(lifeline)
    if os.name == "posix" and not getattr(sys, "frozen", False):
        os.closerange(last + 1, 1024)
    return io.FileIO(0, "r", closefd=False), io.FileIO(target, "w")


def received(source: io.FileIO, ticket: int, size: int, most: int) -> bytes:
    """The bytes that follow a request in chunks; BadFrame where they are not exactly so many, or more than `most`."""
    if not 0 <= size <= most:
        raise frames.BadFrame(f"{size} bytes are too many")
    parts: list[memoryview] = []
    missing = size
    while missing > 0:
        request = frames.receive_request(source)
        if request is None or request.ticket != ticket or not isinstance(request.body, frames.Chunk):
            raise frames.BadFrame("the bytes broke off")
        parts.append(request.body.data)
        missing -= len(request.body.data)
    if missing:
        raise frames.BadFrame("more bytes than announced")
    return b"".join(parts)


def tell_where(kind: type[BaseException], _: BaseException, trace: TracebackType | None) -> None:
    """Say on stderr what kind of fault it was and where, and not with what: that may be text of the letter."""
    lines = [kind.__name__]
    while trace is not None:
        lines.append(f"{trace.tb_frame.f_code.co_name}:{trace.tb_lineno}")
        trace = trace.tb_next
    os.write(2, (" < ".join(lines) + "\n").encode())

"""The process that recognises: it loads the networks, limits itself, and answers with the words on each picture that it is given.

One thread, behind every other program. Whatever goes wrong ends it; its parent starts another for the next page.
"""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING

from ombudsview.errors import Verdict
from ombudsview.paper import ends, frames, limits
from ombudsview.paper.bounds import LARGEST_PAGE, MOST_PIXELS

if TYPE_CHECKING:
    from ombudsview.paper.recognise.engine import Engine

MEMORY_GROWTH = 2 << 30
SECONDS = 60
_LARGEST = 3 * MOST_PIXELS
_FOLLY = 3  # exit code: the parent does not keep to the protocol


def main() -> int:
    """Serve until stdin closes; returns the exit code."""
    sys.excepthook = ends.tell_where
    source, target = ends.streams()
    limits.step_back()
    for library in ("OMP", "OPENBLAS", "MKL"):
        os.environ[f"{library}_NUM_THREADS"] = "1"
    from ombudsview.paper.recognise.engine import Engine

    engine = Engine()  # the networks are the program's own: they are loaded before a letter's bytes are there
    holds = limits.impose(MEMORY_GROWTH)
    frames.send(target, frames.Reply(0, frames.Hello(frames.VERSION, holds)))
    try:
        while (request := frames.receive_request(source)) is not None:
            reply = _answer(engine, source, request)
            frames.send(target, frames.Reply(request.ticket, reply))
    except (frames.BadFrame, BrokenPipeError):
        return _FOLLY
    return 0


def _answer(engine: Engine, source: io.FileIO, request: frames.Request) -> frames.ReplyBody:
    body = request.body
    if not isinstance(body, frames.Recognise):
        raise frames.BadFrame("only pictures are recognised")
    pixels = ends.received(source, request.ticket, body.size, _LARGEST)
    limits.allow_cpu(SECONDS)
    limits.end_unwatched(True, SECONDS + 5)
    reply = _recognised(engine, body, pixels)
    limits.end_unwatched(False)
    return reply


def _recognised(engine: Engine, body: frames.Recognise, pixels: bytes) -> frames.ReplyBody:
    import numpy as np
    from PIL import Image

    from ombudsview.paper.recognise.page import recognise

    fits = 0 < body.width * 3 <= body.stride and body.stride * body.height == len(pixels)
    if not (fits and 0 < body.page_width < LARGEST_PAGE and 0 < body.page_height < LARGEST_PAGE):
        raise frames.BadFrame("a picture of another size")
    try:
        colours = Image.frombytes("RGB", (body.width, body.height), pixels, "raw", "RGB", body.stride)
        grey = np.asarray(colours.convert("L"))
        return frames.Recognised(recognise(engine, grey, body.page_width, body.page_height))
    except MemoryError:
        return frames.Failed(Verdict.OUT_OF_MEMORY)

"""Both ways of speaking through pipes: with a deadline on each read and write, or with a thread that listens."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from io import FileIO

import pytest

from ombudsview.paper import frames
from ombudsview.paper.pipes import Awaited, Heard, Pipes

HELLO = frames.Reply(0, frames.Hello(frames.VERSION, ()))


class Ends:
    """Pipes to somebody, and that somebody's own ends: what is asked comes from `asked`, answers go into `answers`."""

    def __init__(self, make: Callable[[FileIO, FileIO, Callable[[], None]], Pipes]) -> None:
        asked, stdin = os.pipe()
        stdout, answers = os.pipe()
        self.asked, self.answers = FileIO(asked, "r"), FileIO(answers, "w")
        self.ended = threading.Event()
        self.pipes = make(FileIO(stdin, "w"), FileIO(stdout, "r"), self.end)

    def end(self) -> None:
        """As when the process is killed."""
        self.ended.set()
        self.asked.close()
        self.answers.close()


@pytest.fixture(
    params=[
        pytest.param(
            lambda stdin, stdout, _: Awaited(stdin, stdout),
            id="awaited",
            marks=pytest.mark.skipif(sys.platform == "win32", reason="the system cannot wait for a pipe"),
        ),
        pytest.param(Heard, id="heard"),
    ]
)
def ends(request: pytest.FixtureRequest) -> Iterator[Ends]:
    ends = Ends(request.param)
    yield ends
    ends.end()
    ends.pipes.close()
    time.sleep(0.01)


def _soon(seconds: float = 10.0) -> float:
    return time.monotonic() + seconds


def test_what_is_said_is_heard_whole_both_ways(ends: Ends) -> None:
    frames.send(ends.answers, HELLO)
    assert ends.pipes.receive(_soon()) == HELLO
    request = frames.Request(1, frames.Chunk(memoryview(bytes(3 << 20))))  # more than any pipe holds
    heard: list[frames.Request | None] = []
    listener = threading.Thread(target=lambda: heard.append(frames.receive_request(ends.asked)))
    listener.start()
    ends.pipes.send(lambda stream: frames.send(stream, request), _soon())
    listener.join(10)
    assert isinstance(heard[0], frames.Request)
    assert heard[0].body == request.body


def test_silence_lasts_until_the_deadline(ends: Ends) -> None:
    before = time.monotonic()
    with pytest.raises(TimeoutError):
        ends.pipes.receive(_soon(0.1))
    assert time.monotonic() - before >= 0.1


def test_nobody_who_reads_is_no_wait_without_end(ends: Ends) -> None:
    request = frames.Request(1, frames.Chunk(memoryview(bytes(3 << 20))))
    with pytest.raises(OSError):
        ends.pipes.send(lambda stream: frames.send(stream, request), _soon(0.1))


def test_the_end_is_none_and_half_a_reply_is_a_lie(ends: Ends) -> None:
    ends.answers.write(b"\x10\0\0\0half")
    ends.answers.close()
    with pytest.raises(frames.BadFrame):
        ends.pipes.receive(_soon())


def test_a_stream_that_ends_is_at_its_end(ends: Ends) -> None:
    ends.answers.close()
    assert ends.pipes.receive(_soon()) is None


def test_closing_waits_for_whoever_is_reading(ends: Ends) -> None:
    told: list[object] = []
    reader = threading.Thread(target=lambda: told.append(ends.pipes.receive(_soon())))
    reader.start()
    time.sleep(0.05)
    ends.end()
    ends.pipes.close()
    reader.join(10)
    assert told == [None]

"""The program's ends of a reader process's pipes: whoever asks writes and reads them himself, with a deadline.

Where the system cannot wait for a pipe (Windows), a thread listens and a clock of its own watches.
"""

from __future__ import annotations

import io
import math
import os
import queue
import select
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Protocol

from ombudsview.paper import frames

_ROOM = 1 << 20  # bytes that a pipe takes before anybody reads: a letter and its answer go over in one piece
_MOST_UNASKED = 4


class Pipes(Protocol):
    """Both ways to one process. One thread at a time sends and receives."""

    def send(self, messages: Callable[[frames.Raw], None], deadline: float) -> None:
        """Write messages; OSError where that fails or takes until the deadline (`time.monotonic`)."""

    def receive(self, deadline: float) -> frames.Reply | None:
        """The next reply, None at the end; TimeoutError, BadFrame."""

    def close(self) -> None:
        """Give the pipes back, once the process has ended."""


class Awaited:
    """Pipes that are waited for."""

    def __init__(self, stdin: io.FileIO, stdout: io.FileIO) -> None:
        self._out, self._in = _Clocked(stdin, write=True), _Clocked(stdout, write=False)

    def send(self, messages: Callable[[frames.Raw], None], deadline: float) -> None:
        """See `Pipes`."""
        with self._out.until(deadline):
            messages(self._out)

    def receive(self, deadline: float) -> frames.Reply | None:
        """See `Pipes`."""
        with self._in.until(deadline):
            return frames.receive_reply(self._in)

    def close(self) -> None:
        """Whoever is at one of them hears first that the other side has gone; only then may its number go to another file."""
        for pipe in (self._out, self._in):
            pipe.close()


class _Clocked:
    """A pipe as `frames.Raw`; what it waits for must come within its deadline, else TimeoutError."""

    def __init__(self, stream: io.FileIO, *, write: bool) -> None:
        self._stream, self._use = stream, threading.Lock()
        self._deadline = math.inf
        os.set_blocking(stream.fileno(), False)
        _widen(stream.fileno())
        self._poll = select.poll()
        self._poll.register(stream.fileno(), select.POLLOUT if write else select.POLLIN)

    def until(self, deadline: float) -> threading.Lock:
        """Its use, until then."""
        self._deadline = deadline
        return self._use

    def readinto(self, into: memoryview, /) -> int | None:
        """As a raw stream does it that waits."""
        while (count := self._stream.readinto(into)) is None:
            self._wait()
        return count

    def write(self, data: memoryview, /) -> int | None:
        """As a raw stream does it that waits."""
        while (count := self._stream.write(data)) is None:
            self._wait()
        return count

    def close(self) -> None:
        with self._use:
            self._stream.close()

    def _wait(self) -> None:
        left = self._deadline - time.monotonic()
        if left <= 0 or not self._poll.poll(left * 1000):
            raise TimeoutError


class Heard:
    """Pipes that a thread listens to; `end` is called where writing takes too long, and ends the process."""

    def __init__(self, stdin: io.FileIO, stdout: io.FileIO, end: Callable[[], None]) -> None:
        self._stdin, self._end = stdin, end
        self._writing = threading.Lock()
        self._replies: queue.SimpleQueue[frames.Reply | frames.BadFrame | None] = queue.SimpleQueue()
        threading.Thread(target=self._listen, args=(stdout,), name="reader replies", daemon=True).start()

    def send(self, messages: Callable[[frames.Raw], None], deadline: float) -> None:
        """See `Pipes`."""
        watch = threading.Timer(max(deadline - time.monotonic(), 0), self._end)
        watch.daemon = True
        watch.start()
        try:
            with self._writing:
                messages(self._stdin)
        finally:
            watch.cancel()

    def receive(self, deadline: float) -> frames.Reply | None:
        """See `Pipes`."""
        try:
            reply = self._replies.get(timeout=max(deadline - time.monotonic(), 0.001))
        except queue.Empty:
            raise TimeoutError from None
        if isinstance(reply, frames.BadFrame):
            raise reply
        return reply

    def close(self) -> None:
        """The other pipe is closed by the thread that listens to it."""
        with self._writing:
            self._stdin.close()

    def _listen(self, stdout: io.FileIO) -> None:
        """Turn what comes into replies until it ends; runs in a thread of its own."""
        end: frames.BadFrame | None = None
        with stdout as stream:
            try:
                while (reply := frames.receive_reply(stream)) is not None:
                    self._replies.put(reply)
                    if self._replies.qsize() > _MOST_UNASKED:
                        end = frames.BadFrame("replies that nobody asked for")
                        break
            except frames.BadFrame as error:
                end = error
            except OSError:
                end = None
        self._replies.put(end)


def _widen(pipe: int) -> None:
    if sys.platform == "linux":
        import fcntl

        with suppress(OSError):  # others have used up what the system allows
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _ROOM)

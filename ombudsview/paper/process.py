"""One reader process as its parent sees it: started, asked, listened to with a deadline, killed. It is treated as hostile."""

from __future__ import annotations

import io
import subprocess
import sys
import threading
import time
from collections.abc import Sequence

from ombudsview.errors import Verdict
from ombudsview.paper import frames, troubles
from ombudsview.paper.pipes import Awaited, Heard, Pipes
from ombudsview.paper.spawn import let_go, spawn

_LAST_WORDS = 8 << 10


class Died(Exception):
    """The process ended, or said what cannot be; the verdict is the best account of why."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__(verdict)
        self.verdict = verdict


class Process:
    """A running reader process, or one that is started by its command: Trouble `crashed` where the machine has no room for it.

    One thread asks; `kill` may be called from any.
    """

    def __init__(self, command: Sequence[str] | subprocess.Popen[bytes]) -> None:
        self.holds: tuple[str, ...] = ()
        self._greeted = False
        self._ticket = 0
        self._last_words = bytearray()
        try:
            self._popen = command if isinstance(command, subprocess.Popen) else spawn(command)
        except OSError as fault:  # no more processes, or files, for this user
            raise troubles.no_process() from fault
        self._pipes = self._piped()
        threading.Thread(target=self._drain, name="reader last words", daemon=True).start()

    @property
    def pid(self) -> int:
        return self._popen.pid

    @property
    def alive(self) -> bool:
        return self._popen.poll() is None

    @property
    def last_words(self) -> str:
        """The end of what it wrote to stderr: kinds of faults and places in the code."""
        return self._last_words.decode(errors="replace")

    def ask(self, body: frames.RequestBody, seconds: float, data: bytes | memoryview = b"") -> frames.ReplyBody:
        """Send a request, the document's bytes after it, and wait for its reply; raises Died."""
        deadline = time.monotonic() + seconds
        self._ticket += 1
        try:
            self._pipes.send(lambda stream: self._send(stream, body, data), deadline)
        except (OSError, ValueError):
            raise self._died(Verdict.TIMED_OUT if time.monotonic() >= deadline else None) from None
        while True:
            reply = self._next(deadline)
            if self._greeted:
                break
            self._greet(reply)
        if reply.ticket != self._ticket or isinstance(reply.body, frames.Hello):
            raise self._died(Verdict.CRASHED)
        return reply.body

    def kill(self) -> None:
        """End it at once and wait until it has ended."""
        self._popen.kill()
        self._popen.wait()
        let_go(self._popen)
        self._pipes.close()

    def _piped(self) -> Pipes:
        stdin, stdout = self._popen.stdin, self._popen.stdout
        if not isinstance(stdin, io.FileIO) or not isinstance(stdout, io.FileIO):
            raise TypeError("a process is spoken to by unbuffered pipes")
        return Heard(stdin, stdout, self.kill) if sys.platform == "win32" else Awaited(stdin, stdout)

    def _send(self, stream: frames.Raw, body: frames.RequestBody, data: bytes | memoryview) -> None:
        frames.send(stream, frames.Request(self._ticket, body))
        view = memoryview(data)
        for start in range(0, len(view), frames.CHUNK):
            frames.send(stream, frames.Request(self._ticket, frames.Chunk(view[start : start + frames.CHUNK])))

    def _next(self, deadline: float) -> frames.Reply:
        try:
            reply = self._pipes.receive(deadline)
        except TimeoutError:
            raise self._died(Verdict.TIMED_OUT) from None
        except frames.BadFrame:
            raise self._died(Verdict.CRASHED) from None
        except (OSError, ValueError):  # its end, or ours, was closed meanwhile
            reply = None
        if reply is None:
            raise self._died(None)
        return reply

    def _greet(self, reply: frames.Reply) -> None:
        hello = reply.body
        if not isinstance(hello, frames.Hello) or hello.version != frames.VERSION or len(hello.holds) > 50:
            raise self._died(Verdict.CRASHED)
        self.holds, self._greeted = hello.holds, True

    def _died(self, verdict: Verdict | None) -> Died:
        """Make sure that it has ended; without a verdict its exit code tells why."""
        if verdict is None:
            try:
                code = self._popen.wait(timeout=1)
            except subprocess.TimeoutExpired:  # it closed its end and lives on
                code = 0
            verdict = Verdict.TIMED_OUT if code == -_CPU_LIMIT else Verdict.CRASHED
        self.kill()
        return Died(verdict)

    def _drain(self) -> None:
        """Keep the last of what it says on stderr, so that it never waits for a reader; runs in a thread of its own."""
        with self._popen.stderr as stream:  # type: ignore[union-attr]
            while said := stream.read(4096):
                self._last_words += said
                del self._last_words[:-_LAST_WORDS]


_CPU_LIMIT = 24  # SIGXCPU, which Windows has no name for

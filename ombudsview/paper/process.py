"""One reader process as its parent sees it: started, asked, listened to with a deadline, killed. It is treated as hostile."""

from __future__ import annotations

import io
import queue
import subprocess
import threading
import time
from collections.abc import Sequence

from ombudsview.errors import Verdict
from ombudsview.paper import frames
from ombudsview.paper.spawn import spawn

_LAST_WORDS = 8 << 10

_End = frames.BadFrame | None


class Died(Exception):
    """The process ended, or said what cannot be; the verdict is the best account of why."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__(verdict)
        self.verdict = verdict


class Process:
    """A running reader process, or one that is started by its command. One thread asks; `kill` may be called from any."""

    def __init__(self, command: Sequence[str] | subprocess.Popen[bytes]) -> None:
        self.holds: tuple[str, ...] = ()
        self._greeted = False
        self._ticket = 0
        self._replies: queue.SimpleQueue[frames.Reply | _End] = queue.SimpleQueue()
        self._last_words = bytearray()
        self._writing = threading.Lock()
        self._popen = command if isinstance(command, subprocess.Popen) else spawn(command)
        for listen, name in ((self._listen, "replies"), (self._drain, "last words")):
            threading.Thread(target=listen, name=f"reader {name}", daemon=True).start()

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
        # Writing can only block while a document goes over; then a clock of its own watches.
        watch = threading.Timer(seconds, self.kill) if data else None
        if watch:
            watch.daemon = True
            watch.start()
        try:
            with self._writing:
                self._send(body, data)
        except (OSError, ValueError):
            raise self._died(Verdict.TIMED_OUT if time.monotonic() >= deadline else None) from None
        finally:
            if watch:
                watch.cancel()
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
        # Whoever is writing hears at once that nobody reads; only then may the pipe's number be given to another file.
        with self._writing:
            if self._popen.stdin is not None:
                self._popen.stdin.close()

    def _send(self, body: frames.RequestBody, data: bytes | memoryview) -> None:
        stream = self._popen.stdin
        if not isinstance(stream, io.FileIO):
            raise BrokenPipeError
        frames.send(stream, frames.Request(self._ticket, body))
        view = memoryview(data)
        for start in range(0, len(view), frames.CHUNK):
            frames.send(stream, frames.Request(self._ticket, frames.Chunk(view[start : start + frames.CHUNK])))

    def _next(self, deadline: float) -> frames.Reply:
        try:
            reply = self._replies.get(timeout=max(deadline - time.monotonic(), 0.001))
        except queue.Empty:
            raise self._died(Verdict.TIMED_OUT) from None
        if reply is None:
            raise self._died(None)
        if isinstance(reply, frames.BadFrame):
            raise self._died(Verdict.CRASHED)
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

    def _listen(self) -> None:
        """Turn what comes into replies until it ends; runs in a thread of its own."""
        end: _End = None
        with self._popen.stdout as stream:  # type: ignore[union-attr]
            try:
                while (reply := frames.receive_reply(stream)) is not None:  # type: ignore[arg-type]
                    self._replies.put(reply)
                    if self._replies.qsize() > 4:
                        end = frames.BadFrame("replies that nobody asked for")
                        break
            except frames.BadFrame as error:
                end = error
            except OSError:
                end = None
        self._replies.put(end)

    def _drain(self) -> None:
        """Keep the last of what it says on stderr, so that it never waits for a reader; runs in a thread of its own."""
        with self._popen.stderr as stream:  # type: ignore[union-attr]
            while said := stream.read(4096):
                self._last_words += said
                del self._last_words[:-_LAST_WORDS]


_CPU_LIMIT = 24  # SIGXCPU, which Windows has no name for

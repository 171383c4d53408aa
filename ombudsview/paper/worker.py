"""The reader, as the rest of the program uses it: hand over a letter's bytes, ask for its reading and its pictures.

Behind it a process of its own does the work and is replaced when it dies, hangs or lies. No letter takes the program down.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from subprocess import Popen

from ombudsview.errors import Trouble, Verdict
from ombudsview.paper import belief, frames, troubles, word_file
from ombudsview.paper.document import look_at
from ombudsview.paper.formats import Format, format_of
from ombudsview.paper.frames import Opened, Picture
from ombudsview.paper.geometry import Box
from ombudsview.paper.paper import Sheet
from ombudsview.paper.process import Died, Process
from ombudsview.paper.spawn import command

__all__ = ["Opened", "Picture", "Worker"]

SECONDS = 15.0
_SPARE_AFTER = 1.5  # seconds after the first reading, when the page is on the screen

_Key = tuple[str, int]


class Worker:
    """One thread at a time asks (others wait their turn); `cancel` and `close` may be called from any thread.

    `seconds` is the wall clock for one request. `spare` keeps a second process warm once a letter has been read.
    """

    def __init__(self, argv: Sequence[str] | None = None, *, seconds: float = SECONDS, spare: bool = True) -> None:
        self._argv = list(argv) if argv is not None else command()
        self._seconds = seconds
        self._wants_spare = spare
        self._turn = threading.Lock()  # held by whoever asks
        self._state = threading.Lock()  # held for moments: processes come, go and are killed under it
        self._process: Process | None = None
        self._spare: Process | None = None
        self._spare_timer: threading.Timer | None = None
        self._asking = self._cancelled = self._closed = False
        self._document: tuple[bytes, str, str | None] | None = None
        self._printing: word_file.Printing | None = None
        self._opened: Opened | None = None
        self._opened_by: Process | None = None
        self._deadly: dict[_Key, Verdict] = {}

    @classmethod
    def start(
        cls,
        argv: Sequence[str] | None = None,
        *,
        seconds: float = SECONDS,
        spare: bool = True,
        running: Popen[bytes] | None = None,
    ) -> Worker:
        """A worker whose process is on its way, or that takes over one the door has started; returns at once."""
        worker = cls(argv, seconds=seconds, spare=spare)
        with suppress(Trouble):  # told with the first letter, for which it is tried again
            worker._process = Process(running or worker._argv)
        return worker

    @property
    def holds(self) -> tuple[str, ...]:
        """The limits that the reader process said it lives under; empty before the first answer."""
        return self._process.holds if self._process else ()

    @property
    def pid(self) -> int | None:
        """The reader process's number, for tests and the About page."""
        return self._process.pid if self._process else None

    def open(self, data: bytes, password: str | None = None, *, allow_large: bool = False) -> Opened:
        """Open a letter's bytes (a snapshot that stays with the worker); raises Trouble with a verdict's code, or `cancelled`.

        More than `document.LARGE` bytes only with `allow_large`, more than `bounds.LARGEST_DOCUMENT` never.
        """
        return self._open(data, hashlib.sha256(data).hexdigest(), password, None, allow_large=allow_large)[0]

    def printed(self, data: bytes, *, allow_large: bool = False) -> bytes:
        """What is read of a Word document: a PDF, by LibreOffice, never twice the same bytes. Others as they are. Raises Trouble."""
        with self._my_turn():
            look_at(data, allow_large=allow_large)
            return self._printed(data)

    def open_and_read(self, data: bytes, sha256: str, password: str | None, rules: bytes) -> tuple[Opened, bytes]:
        """Open and read, in one go and in short, bytes with that SHA-256 (hex): `reading.brief.decode` unpacks the readings.

        For archives, where nobody looks at the pages. Raises Trouble as `open` and `read` do; `rules` are as there.
        """
        return self._open(data, sha256, password, frames.Read(0, rules, True), allow_large=True)

    def read(self, instead: Mapping[int, Sheet] | None = None, rules: bytes = b"") -> bytes:
        """The open letter's paper and readings, packed: `reading.answer.decode` unpacks them. Raises Trouble.

        `instead` holds sheets to read in place of the letter's own, by page (from 0): what was recognised on their pictures.
        `rules` are the officer's own, packed by `reading.rule_data.pack`.
        """
        data = frames.packed(frames.Instead(*given) for given in instead.items()) if instead else b""
        with self._my_turn():
            reply = self._ask(frames.Read(len(data), rules), ("read", 0), data)
            if not isinstance(reply, frames.Payload):
                raise self._lied()
            self._order_spare()
            return reply.data

    def picture(self, page: int, scale: float, clip: Box | None = None, *, of: str | None = None) -> Picture:
        """A page of the open letter (from 0), or a clip of it in points as shown, `scale` pixels a point, as RGB rows.

        `of` is the SHA-256 of the letter that is meant: where another has been opened since, the answer is `cancelled`.
        ValueError for a page that is not there and for more than `bounds.MOST_PIXELS`: ask for tiles. Raises Trouble.
        """
        with self._my_turn():
            if self._opened is None:
                raise RuntimeError("no letter is open")
            if of not in (None, self._opened.sha256):
                raise troubles.trouble(troubles.CANCELLED)
            width, height = belief.pixels(self._opened.sizes, page, scale, clip)
            reply = self._ask(frames.Render(page, scale, clip), ("picture", page))
            if not isinstance(reply, Picture) or not belief.believable(reply, width, height):
                raise self._lied()
            return reply

    def cancel(self) -> None:
        """Stop what is being asked, if anything: the asking thread gets Trouble `cancelled` at once."""
        with self._state:
            if self._asking:
                self._cancelled = True
                if self._printing:
                    self._printing.cancel()
                elif self._process:
                    self._process.kill()  # under the lock, or it would hit the next request

    def close(self) -> None:
        """End the processes. A worker that is closed answers `cancelled`."""
        with self._state:
            self._closed = self._cancelled = True
            processes = (self._process, self._spare)
            self._process = self._spare = None
            if self._printing:
                self._printing.cancel()
            if self._spare_timer:
                self._spare_timer.cancel()
        for process in processes:
            if process:
                process.kill()

    def __enter__(self) -> Worker:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def _my_turn(self) -> Iterator[None]:
        with self._turn:
            with self._state:
                if self._closed:
                    raise troubles.trouble(troubles.CANCELLED)
                self._asking, self._cancelled = True, False
            try:
                yield
            except Trouble as told:
                # Whatever a process that was killed in the middle seemed to say: it was cancelled.
                raise troubles.trouble(troubles.CANCELLED) if self._cancelled else told from None
            finally:
                with self._state:
                    self._asking = False

    def _open(
        self, data: bytes, sha256: str, password: str | None, then: frames.Read | None, *, allow_large: bool
    ) -> tuple[Opened, bytes]:
        with self._my_turn():
            self._document = self._opened = self._opened_by = None
            self._deadly.clear()
            look_at(data, allow_large=allow_large)
            self._document = (self._printed(data), sha256, password)
            try:
                self._opened, read = self._open_in(self._running(), then)
            except Trouble:
                self._document = None
                raise
            return self._opened, read

    def _printed(self, data: bytes) -> bytes:
        """The bytes that the reader process gets: a Word document is printed to a PDF first."""
        if format_of(data) is not Format.WORD:
            return data
        printing = word_file.Printing()
        with self._state:
            if self._cancelled:
                raise troubles.trouble(troubles.CANCELLED)
            self._printing = printing
        try:
            return printing.pdf(data)
        finally:
            with self._state:
                self._printing = None

    def _running(self) -> Process:
        """A live process: the one there is, the spare, or a new one."""
        with self._state:
            if self._cancelled:
                raise troubles.trouble(troubles.CANCELLED)
            if self._process is None or not self._process.alive:
                if self._process is not None:
                    self._process.kill()
                spare, self._spare = self._spare, None
                if spare is not None and not spare.alive:
                    spare.kill()
                    spare = None
                self._process = spare or Process(self._argv)
            return self._process

    def _open_in(self, process: Process, then: frames.Read | None = None) -> tuple[Opened, bytes]:
        if self._document is None:
            raise RuntimeError("no letter is open")
        data, sha256, password = self._document
        reply = self._put(process, frames.Open(len(data), sha256, password, then), ("open", 0), data)
        if isinstance(reply, frames.Failed) and reply.verdict is Verdict.PASSWORD:
            raise troubles.trouble(Verdict.PASSWORD, wrong_password=password is not None)
        self._refuse_failure(reply)
        opened, read = (reply.opened, reply.data) if isinstance(reply, frames.OpenedAndRead) else (reply, b"")
        if not isinstance(opened, Opened) or bool(read) != (then is not None) or not belief.credible(opened, sha256):
            raise self._lied()
        self._opened_by = process
        return opened, read

    def _ask(self, body: frames.RequestBody, key: _Key, data: bytes = b"") -> frames.ReplyBody:
        """Ask about the open letter, opening it again where the process is a new one."""
        if self._opened is None:
            raise RuntimeError("no letter is open")
        for known in (key, ("open", 0)):
            if known in self._deadly:
                raise troubles.trouble(self._deadly[known])
        process = self._running()
        if process is not self._opened_by:
            process = self._opened_again(process)
        reply = self._put(process, body, key, data)
        self._refuse_failure(reply)
        return reply

    def _opened_again(self, process: Process) -> Process:
        """A process that has the letter open, which was open before: one that dies over it is not the letter's fault, once."""
        try:
            opened, _ = self._open_in(process)
        except Trouble as told:
            if told.code != Verdict.CRASHED:
                raise
            process = self._running()
            opened, _ = self._open_in(process)
        if opened != self._opened:
            raise self._lied()
        return process

    def _put(self, process: Process, body: frames.RequestBody, key: _Key, data: bytes = b"") -> frames.ReplyBody:
        both = isinstance(body, frames.Open) and body.then is not None
        try:
            return process.ask(body, self._seconds * (1 + both), data)
        except Died as died:
            # What hung once hangs again: it is not asked a second time until the letter is opened anew.
            if died.verdict is Verdict.TIMED_OUT:
                self._deadly[key] = died.verdict
            raise troubles.trouble(died.verdict) from None

    def _refuse_failure(self, reply: frames.ReplyBody) -> None:
        if not isinstance(reply, frames.Failed):
            return
        if reply.verdict is Verdict.OUT_OF_MEMORY and self._process:
            self._process.kill()  # what is left of its memory is in pieces
        if reply.verdict.opened:
            raise self._lied()
        raise troubles.trouble(reply.verdict)

    def _lied(self) -> Trouble:
        """End a process that said what cannot be."""
        with self._state:
            if self._process:
                self._process.kill()
        return troubles.trouble(Verdict.CRASHED)

    def _order_spare(self) -> None:
        with self._state:
            ordered = self._spare_timer is not None and self._spare_timer.is_alive()
            if self._wants_spare and self._spare is None and not (self._closed or ordered):
                self._spare_timer = threading.Timer(_SPARE_AFTER, self._start_spare)
                self._spare_timer.daemon = True
                self._spare_timer.start()

    def _start_spare(self) -> None:
        with self._state, suppress(Trouble):
            if self._spare is None and not self._closed:
                self._spare = Process(self._argv)

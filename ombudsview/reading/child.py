"""The reader process: the only place where MuPDF runs. It limits itself, says hello, and answers requests from stdin until it closes.

One document is open at a time. Whatever goes wrong beyond the verdicts ends the process; its parent starts another.
"""

from __future__ import annotations

import gc
import io
import select
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from ombudsview.errors import Trouble, Verdict
from ombudsview.paper import ends, frames, limits
from ombudsview.paper.bounds import LARGEST_DOCUMENT

if TYPE_CHECKING:
    from ombudsview.paper.extract import Document
    from ombudsview.paper.geometry import Box
    from ombudsview.reading.model import Reading
    from ombudsview.reading.rule_data import Rule

    ReadLetters = Callable[..., tuple[Reading, ...]]

_IDLE = 0.05  # seconds without a request that make it worth loading something
_FOLLY = 3  # exit code: the parent does not keep to the protocol


def main(read_letters: ReadLetters | None = None) -> int:
    """Serve until stdin closes; returns the exit code. `read_letters` stands in for the real one in tests."""
    sys.excepthook = ends.tell_where
    source, target = ends.streams()
    holds = limits.impose()
    frames.send(target, frames.Reply(0, frames.Hello(frames.VERSION, holds)))
    gc.disable()  # looking through what MuPDF's modules make took 7 ms of every start
    from ombudsview.paper import extract

    gc.freeze()
    gc.enable()
    extract.silence()
    server = _Server(source, read_letters)
    try:
        while True:
            server.prepare_if_idle()
            request = frames.receive_request(source)
            if request is None:
                return 0
            limits.allow_cpu()
            gc.disable()  # letters make next to no cycles, and looking for some cost a twentieth of the reading
            reply = server.answer(request)
            gc.enable()
            limits.end_unwatched(False)
            frames.send(target, frames.Reply(request.ticket, reply))
            del reply
    except (frames.BadFrame, BrokenPipeError):
        return _FOLLY


class _Server:
    """The open document and the answers about it."""

    def __init__(self, source: io.FileIO, read_letters: ReadLetters | None) -> None:
        self._source = source
        self._read_letters = read_letters
        self._document: Document | None = None
        self._sha256 = ""

    def prepare_if_idle(self) -> None:
        """Load what reading needs while nobody waits: the first picture shall not."""
        if self._read_letters is None and not _asked(_IDLE):
            self._prepare()

    def _prepare(self) -> ReadLetters:
        if self._read_letters is None:
            from ombudsview.paper import overlaid  # noqa: F401
            from ombudsview.reading import looked_over  # noqa: F401
            from ombudsview.reading.read import read_letters

            self._read_letters = read_letters
        return self._read_letters

    def answer(self, request: frames.Request) -> frames.ReplyBody:
        try:
            match request.body:
                case frames.Open(then=frames.Read() as then):
                    return self._open_and_read(request.ticket, request.body, then)
                case frames.Open():
                    return self._open(request.ticket, request.body)
                case frames.Read():
                    return self._read(request.ticket, request.body)
                case frames.Render():
                    limits.end_unwatched(True)
                    return self._render(request.body)
                case frames.Tabulate():
                    return self._tabulate(request.ticket, request.body)
                case _:
                    raise frames.BadFrame("a chunk of nothing")
        except Trouble as trouble:
            return frames.Failed(Verdict(trouble.code))
        except MemoryError:
            return frames.Failed(Verdict.OUT_OF_MEMORY)

    def _open(self, ticket: int, request: frames.Open) -> frames.ReplyBody:
        from ombudsview.paper import extract

        if self._document is not None:
            self._document.close()
            self._document = None
        data = ends.received(self._source, ticket, request.size, LARGEST_DOCUMENT)
        limits.end_unwatched(True)
        document = extract.open_pdf(data, request.password)
        del data
        try:
            extent = extract.extent(document)
        except extract.MUPDF_ERRORS as error:
            return frames.Failed(_verdict(error))
        self._document, self._sha256 = document, request.sha256
        if not extent.sizes:
            return frames.Failed(Verdict.CRASHED)
        repaired = bool(document.is_repaired) or extent.short or bool(extent.broken)
        verdict = Verdict.REPAIRED if repaired else Verdict.OK
        return frames.Opened(verdict, request.sha256, extent.sizes, extent.broken)

    def _open_and_read(self, ticket: int, request: frames.Open, then: frames.Read) -> frames.ReplyBody:
        opened = self._open(ticket, request)
        if not isinstance(opened, frames.Opened):
            return opened
        limits.allow_cpu()
        read = self._read(ticket, then)
        return frames.OpenedAndRead(opened, read.data) if isinstance(read, frames.Payload) else read

    def _read(self, ticket: int, request: frames.Read) -> frames.ReplyBody:
        from ombudsview.paper import extract
        from ombudsview.reading import answer, brief
        from ombudsview.reading.looked_over import looked_over

        document = self._opened()
        instead = frames.unpacked(ends.received(self._source, ticket, request.size, frames.LONGEST_REPLY))
        limits.end_unwatched(True)
        try:
            paper = extract.extract(document, self._sha256, {given.page: given.sheet for given in instead})
        except extract.MUPDF_ERRORS as error:
            return frames.Failed(_verdict(error))
        read = self._prepare()
        rules = _rules(request.rules)
        readings = looked_over(read(paper, rules) if rules else read(paper), paper, self._over)
        if request.brief:
            return frames.Payload(brief.encode(paper, readings))
        return frames.Payload(answer.encode(answer.Answer(paper, readings)))

    def _over(self, page: int, boxes: Sequence[Box]) -> Sequence[str | None]:
        """What lies over these words; nothing where MuPDF cannot tell."""
        from ombudsview.paper import extract, overlaid

        try:
            return overlaid.over(self._opened()[page], boxes)
        except extract.MUPDF_ERRORS as error:
            if extract.out_of_memory(error):
                raise MemoryError from error
            return [None] * len(boxes)

    def _render(self, request: frames.Render) -> frames.ReplyBody:
        from ombudsview.paper import extract, render

        document = self._opened()
        if not 0 <= request.page < len(document):
            raise frames.BadFrame(f"page {request.page}")
        try:
            drawn = render.render(document[request.page], request.scale, request.clip)
        except render.TooManyPixels:
            return frames.Failed(Verdict.TOO_BIG)
        except extract.MUPDF_ERRORS as error:
            return frames.Failed(_verdict(error))
        return frames.Picture(drawn.width, drawn.height, drawn.stride, memoryview(drawn.pixels))

    def _tabulate(self, ticket: int, request: frames.Tabulate) -> frames.ReplyBody:
        from ombudsview.paper import cells
        from ombudsview.paper.tabulate import tabulate

        data = ends.received(self._source, ticket, request.size, LARGEST_DOCUMENT)
        limits.end_unwatched(True)
        return frames.Payload(cells.encode(tabulate(data)))

    def _opened(self) -> Document:
        if self._document is None:
            raise frames.BadFrame("no document is open")
        return self._document


def _rules(packed: bytes) -> tuple[Rule, ...]:
    """The officer's rules; what is none of them is the parent's folly."""
    if not packed:
        return ()
    from ombudsview.reading import rule_data

    try:
        return rule_data.unpack(packed)
    except Trouble as trouble:
        raise frames.BadFrame("rules that are none") from trouble


def _verdict(error: BaseException) -> Verdict:
    from ombudsview.paper import extract

    return Verdict.OUT_OF_MEMORY if extract.out_of_memory(error) else Verdict.CRASHED


def _asked(seconds: float) -> bool:
    """Whether a request is there or comes within so many seconds; no where the system cannot tell."""
    return sys.platform != "win32" and bool(select.select([0], [], [], seconds)[0])

"""A letter whose pages are pictures, a reader of it, and a recogniser that waits for the test: no processes."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping

from ombudsview.errors import Trouble, Verdict
from ombudsview.paper import troubles
from ombudsview.paper.document import Document
from ombudsview.paper.frames import Opened, Picture
from ombudsview.paper.paper import Paper, Sheet, Word
from ombudsview.reading.answer import Answer, encode
from ombudsview.reading.model import FieldReading, ReaderState, Reading, Source
from tests.gui import handmade
from tests.gui.handmade import SIZES, FakeReader

PICTURE = Sheet(595.0, 842.0, 0, (), pictured=1.0)
UNREAD = Reading(None, (1, 2), (), (), "test-1")


def garbled(number: int = 40) -> Sheet:
    """A picture with a poor layer of text under it."""
    words = tuple(Word("c0mp1~|nts", handmade.box("c0mp1~|nts", 50, 20.0 * n), n) for n in range(number))
    return Sheet(595.0, 842.0, 0, words, pictured=1.0, unseen=1.0)


def recognised(page: int) -> Sheet:
    """The words that stand on the picture of that page (from 0)."""
    return Sheet(595.0, 842.0, 0, handmade.paper().sheets[page].words, "stand-in 1", pictured=1.0)


def reading() -> Reading:
    """What is read once both pages are recognised."""
    read = handmade.reading()
    fields = tuple(
        FieldReading(f.key, f.value, f.printed, f.state, f.sources, f.doubts, f.reason, recognised=bool(f.sources))
        for f in read.fields
    )
    return Reading(read.kind, read.pages, fields, read.doubts, read.reader)


def letter_of(reader: FakeReader, *sheets: Sheet, reading: Reading = UNREAD) -> None:
    """Have the desk's reader find a letter of these pages, two of them."""
    reader.paper, reader.readings = Paper("", sheets or (PICTURE, PICTURE)), (reading,)


class SecondReader:
    """The reader that recognition has for itself: once it is given sheets, the letter is read from them."""

    def __init__(self, after: Reading | None = None) -> None:
        self.after = after or reading()
        self.opened: list[str] = []
        self.drawn: list[int] = []
        self.given: list[tuple[int, ...]] = []
        self.rules: list[bytes] = []
        self.closed = 0

    def open(self, data: bytes, password: str | None = None, *, allow_large: bool = False) -> Opened:
        self._sha256 = Document.of("", data).sha256
        self.opened.append(self._sha256)
        return Opened(Verdict.OK, self._sha256, SIZES, ())

    def picture(self, page: int, scale: float, *, of: str | None = None) -> Picture:
        self.drawn.append(page)
        return Picture(2, 2, 6, memoryview(bytes([page]) * 12))

    def read(self, instead: Mapping[int, Sheet], rules: bytes = b"") -> bytes:
        self.given.append(tuple(instead))
        self.rules.append(rules)
        sheets = tuple(instead.get(page, PICTURE) for page in range(len(SIZES)))
        return encode(Answer(Paper(self._sha256, sheets), (self.after,)))

    def cancel(self) -> None:
        pass

    def close(self) -> None:
        self.closed += 1


class FakeRecogniser:
    """Recognises a page each time `release` is called, or at once where `free`; `failing` holds pages that cannot be had."""

    def __init__(self) -> None:
        self.free = True
        self.asked: list[int] = []
        self.failing: set[int] = set()
        self.closed = 0
        self._gate = threading.Semaphore(0)
        self._cancelled = threading.Event()

    def recognise(self, picture: Picture, width: float, height: float, stopped: Callable[[], bool]) -> Sheet:
        self._cancelled.clear()
        if stopped():
            raise troubles.trouble(troubles.CANCELLED)
        page = picture.pixels[0]
        self.asked.append(page)
        while not self.free and not self._gate.acquire(timeout=0.01):
            if self._cancelled.is_set():
                raise troubles.trouble(troubles.CANCELLED)
        if page in self.failing:
            raise Trouble(Verdict.CRASHED, "It died.")
        return recognised(page)

    def release(self) -> None:
        self._gate.release()

    def cancel(self) -> None:
        self._cancelled.set()

    def close(self) -> None:
        self.closed += 1
        self._cancelled.set()


def found(key: str, value: str, *sources: Source) -> FieldReading:
    """A field as it was read from a picture."""
    return FieldReading(key, value, value, ReaderState.TO_CHECK, sources, (), None, recognised=True)

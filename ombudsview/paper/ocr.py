"""Recognition as the rest of the program uses it: hand over a page's picture, get the sheet of words that stand on it.

Behind it a process of its own does the work, one page at a time; it is killed when it takes too long or is no longer wanted.
What was recognised once is remembered.
"""

from __future__ import annotations

import importlib.util
import math
import sys
import threading
from collections.abc import Callable, Iterable, Sequence

from ombudsview.errors import Trouble, Verdict
from ombudsview.paper import frames, troubles
from ombudsview.paper.belief import is_sheet
from ombudsview.paper.bounds import MOST_PIXELS
from ombudsview.paper.paper import Sheet
from ombudsview.paper.process import Died, Process
from ombudsview.paper.remembered import Remembered
from ombudsview.paper.spawn import command
from ombudsview.paper.worker import Opened, Picture, Worker

NO_RECOGNITION = "no_recognition"
EXTRA = ("rapidocr>=3.10,<4", "onnxruntime>=1.20", "numpy>=2", "pillow>=11")
"""What the extra `ocr` is made of. It is named by its parts: a program started from its folder is no package that pip knows."""
INSTALL = " ".join([f'"{sys.executable}" -m pip install', *(f'"{package}"' for package in EXTRA)])
"""The order that reaches the Python in which this very program runs."""
SECONDS = 60.0
METHOD = 6
"""Raised with each change of what is recognised, so that what is remembered of older ones is forgotten."""

_PACKAGES = ("rapidocr", "onnxruntime", "numpy", "PIL")
_SCALE = 200 / 72  # pixels a point: more does not help the networks, less costs figures
_MOST_WORDS = 20_000


def available() -> bool:
    """Whether what recognition needs is installed; nothing is loaded to find out."""
    return all(importlib.util.find_spec(package) is not None for package in _PACKAGES)


def absent() -> Trouble:
    """What is said where it is not installed."""
    return Trouble(
        NO_RECOGNITION,
        "Reading text from pictures is not installed.",
        f"The figures can be typed in from the page. To have it installed, ask whoever looks after this computer to run: {INSTALL}",
    )


class Recogniser:
    """One thread at a time asks; `cancel` and `close` may be called from any. The process starts with the first page."""

    def __init__(self, argv: Sequence[str] | None = None, *, seconds: float = SECONDS) -> None:
        self._argv = list(argv) if argv is not None else command("--recogniser")
        self._needs_packages = argv is None
        self._seconds = seconds
        self._turn = threading.Lock()
        self._state = threading.Lock()  # held for moments: the process comes, goes and is killed under it
        self._process: Process | None = None
        self._asking = self._cancelled = self._closed = False

    @property
    def pid(self) -> int | None:
        """The process's number, for tests and the About page."""
        return self._process.pid if self._process else None

    @property
    def holds(self) -> tuple[str, ...]:
        """The limits that the process said it lives under; empty before the first page."""
        return self._process.holds if self._process else ()

    def recognise(
        self, picture: Picture, width: float, height: float, stopped: Callable[[], bool] = lambda: False
    ) -> Sheet:
        """The words on the picture of a page of that size in points.

        `stopped` is asked once more before the page is begun, so that a `cancel` which came just before is not missed. Raises
        Trouble `no_recognition`, `cancelled`, `timed_out`, `out_of_memory` or `crashed`.
        """
        with self._turn:
            process = self._running(stopped)
            body = frames.Recognise(picture.width, picture.height, picture.stride, len(picture.pixels), width, height)
            try:
                reply = process.ask(body, self._seconds, picture.pixels)
            except Died as died:
                raise troubles.trouble(troubles.CANCELLED if self._cancelled else died.verdict) from None
            finally:
                with self._state:
                    self._asking = False
        if isinstance(reply, frames.Recognised) and _credible(reply.sheet, width, height):
            return reply.sheet
        self._end()
        failed = isinstance(reply, frames.Failed) and not reply.verdict.opened
        raise troubles.trouble(reply.verdict if failed and isinstance(reply, frames.Failed) else Verdict.CRASHED)

    def cancel(self) -> None:
        """Stop the page that is being recognised, if any: its thread gets Trouble `cancelled` at once."""
        with self._state:
            if self._asking:
                self._cancelled = True
                if self._process:
                    self._process.kill()

    def close(self) -> None:
        """End the process. A recogniser that is closed answers `cancelled`."""
        with self._state:
            self._closed = self._cancelled = True
        self._end()

    def __enter__(self) -> Recogniser:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _running(self, stopped: Callable[[], bool]) -> Process:
        if self._needs_packages and not available():
            raise absent()
        with self._state:
            if self._closed or stopped():
                raise troubles.trouble(troubles.CANCELLED)
            self._asking, self._cancelled = True, False
            if self._process is None or not self._process.alive:
                if self._process is not None:
                    self._process.kill()
                self._process = Process(self._argv)
            return self._process

    def _end(self) -> None:
        with self._state:
            process, self._process = self._process, None
        if process:
            process.kill()


def unheard(done: int, of: int) -> None:
    """Progress that nobody follows."""


def recognise_pages(
    worker: Worker,
    recogniser: Recogniser,
    opened: Opened,
    pages: Iterable[int],
    *,
    remembered: Remembered | None = None,
    progress: Callable[[int, int], None] = unheard,
    stopped: Callable[[], bool] = lambda: False,
) -> dict[int, Sheet]:
    """The sheets of these pages (from 0) of the worker's open letter, recognised or remembered.

    A page that cannot be recognised is left out. `progress` hears how many of how many pages are done, before the first and
    after each; `stopped` is asked before each. Raises Trouble `cancelled` and `no_recognition`; what was done until then is
    remembered.
    """
    wanted = tuple(pages)
    sheets: dict[int, Sheet] = {}
    progress(0, len(wanted))
    for done, page in enumerate(wanted, 1):
        if stopped():
            raise troubles.trouble(troubles.CANCELLED)
        width, height = opened.sizes[page]
        key = f"{opened.sha256}:{page}:{METHOD}:{_version()}"
        sheet = remembered.get(key) if remembered else None
        if sheet is None or not _credible(sheet, width, height):
            sheet = _recognised(worker, recogniser, opened, page, stopped)
            if sheet and remembered:
                remembered.put(key, sheet)
        if sheet:
            sheets[page] = sheet
        progress(done, len(wanted))
    return sheets


def _recognised(
    worker: Worker, recogniser: Recogniser, opened: Opened, page: int, stopped: Callable[[], bool]
) -> Sheet | None:
    """The sheet of one page, or None where it cannot be had."""
    size = opened.sizes[page]
    try:
        return recogniser.recognise(worker.picture(page, _scale(*size), of=opened.sha256), *size, stopped)
    except Trouble as trouble:
        if trouble.code in {troubles.CANCELLED, NO_RECOGNITION}:
            raise
        return None


def _version() -> str:
    from importlib import metadata  # 20 ms, where most letters have no picture

    try:
        return metadata.version(_PACKAGES[0])
    except metadata.PackageNotFoundError:
        return ""


def _scale(width: float, height: float) -> float:
    """Pixels a point for a page's picture: as many as help, and as one picture may have."""
    return min(_SCALE, 0.99 * math.sqrt(MOST_PIXELS / (width * height)))


def _credible(sheet: Sheet, width: float, height: float) -> bool:
    """Whether a picture of such a page may say that; an empty name would be that of a page that was not recognised."""
    return (
        (sheet.width, sheet.height) == (width, height)
        and bool(sheet.recognised)
        and len(sheet.words) <= _MOST_WORDS
        and is_sheet(sheet)
    )

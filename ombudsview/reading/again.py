"""Reads a letter again once the text of its pictures was recognised."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from ombudsview.paper import legible
from ombudsview.paper.frames import Opened
from ombudsview.paper.ocr import Recogniser, absent, available, recognise_pages, unheard
from ombudsview.paper.remembered import Remembered
from ombudsview.paper.worker import Worker
from ombudsview.reading.answer import Answer, decode

Progress = Callable[[int, int], None]


class Pictures:
    """Recognisers, one for each thread that asks, and what they remember in `folder`. `close` ends them from any thread."""

    def __init__(self, folder: Path | None, start: Callable[[], Recogniser] = Recogniser) -> None:
        self._remembered = Remembered(folder) if folder else None
        self._start = start
        self._state = threading.Lock()
        self.wanting = False
        """Whether there were pages that could not be recognised because what that needs is not installed."""
        self._free: list[Recogniser] = []
        self._lent: list[Recogniser] = []

    def read(
        self, worker: Worker, opened: Opened, answer: Answer, progress: Progress = unheard, *, rules: bytes = b""
    ) -> Answer:
        """The answer about the worker's open letter with the pages recognised that need it; the same where none do.

        Where recognition is not installed it stays the same too, and `wanting` tells. `progress` hears how many pages of how
        many are done; `rules` are the officer's own, packed. Raises Trouble.
        """
        pages = legible.to_recognise(answer.paper)
        if not pages:
            return answer
        if not self.able:
            self.wanting = True
            return answer
        return self.anew(worker, opened, answer, pages, progress=progress, rules=rules)[0]

    @property
    def able(self) -> bool:
        """Whether what recognition needs is installed."""
        return self._start is not Recogniser or available()

    def anew(
        self,
        worker: Worker,
        opened: Opened,
        answer: Answer,
        pages: Sequence[int],
        *,
        progress: Progress = unheard,
        stopped: Callable[[], bool] = lambda: False,
        rules: bytes = b"",
    ) -> tuple[Answer, tuple[int, ...]]:
        """The answer with these pages (from 0) recognised as well, and those of them that could not be.

        Whoever cancels sees to it that `stopped` says so before. `rules` are the officer's own, as `Worker.read` takes them.
        Raises Trouble, `no_recognition` where what it needs is not installed.
        """
        if not self.able:
            raise absent()
        with self._recogniser() as recogniser:
            sheets = recognise_pages(
                worker, recogniser, opened, pages, remembered=self._remembered, progress=progress, stopped=stopped
            )
        missed = tuple(page for page in pages if page not in sheets)
        if not sheets:
            return answer, missed
        before = {page: sheet for page, sheet in enumerate(answer.paper.sheets) if sheet.recognised}
        return decode(worker.read(before | sheets, rules), opened.sha256, opened.sizes), missed

    @property
    def pids(self) -> tuple[int, ...]:
        """The numbers of the processes that recognise, for tests."""
        with self._state:
            every = (*self._free, *self._lent)
        return tuple(recogniser.pid for recogniser in every if recogniser.pid is not None)

    def cancel(self) -> None:
        """Stop what is being recognised; whoever asked gets Trouble `cancelled`. What is done is remembered."""
        with self._state:
            lent = tuple(self._lent)
        for recogniser in lent:
            recogniser.cancel()

    def close(self) -> None:
        """End every recogniser."""
        with self._state:
            every = (*self._free, *self._lent)
            self._free.clear()
        for recogniser in every:
            recogniser.close()

    @contextmanager
    def _recogniser(self) -> Iterator[Recogniser]:
        with self._state:
            recogniser = self._free.pop() if self._free else self._start()
            self._lent.append(recogniser)
        try:
            yield recogniser
        finally:
            with self._state:
                self._lent.remove(recogniser)
                self._free.append(recogniser)

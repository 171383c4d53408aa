"""Recognition behind the window: a reader and a recogniser of its own, so that neither the pages shown nor other letters wait.

No Qt here. A thread that is not the window's runs the jobs, one at a time.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ombudsview.paper.document import Document
    from ombudsview.paper.ocr import Recogniser
    from ombudsview.paper.worker import Worker
    from ombudsview.reading.again import Pictures
    from ombudsview.reading.answer import Answer


@dataclass(eq=False)
class Job:
    """Pages (from 0) of a document to be recognised. `asked`: by the officer; `done` of them are done."""

    document: Document
    password: str | None
    answer: Answer
    pages: tuple[int, ...]
    asked: bool
    done: int = 0
    stopped: threading.Event = field(default_factory=threading.Event)


class PictureWork:
    """Starts its processes with the first job; `cancel`, `rest` and `close` may be called from any thread.

    `reader` and `recogniser` start something else in tests. What is recognised is remembered in `folder`.
    """

    def __init__(
        self,
        folder: Path,
        reader: Callable[[], Worker] | None = None,
        recogniser: Callable[[], Recogniser] | None = None,
    ) -> None:
        self._folder, self._start_reader, self._start_recogniser = folder, reader, recogniser
        self._state = threading.Lock()  # held for moments
        self._tools: tuple[Worker, Pictures] | None = None
        self._closed = False

    def run(self, job: Job, progress: Callable[[int, int], None], rules: bytes = b"") -> tuple[Answer, tuple[int, ...]]:
        """What is read of the letter then, by the officer's `rules` too, and the pages that could not be recognised.

        Raises Trouble, `cancelled` where the job was stopped, `no_recognition` where what it needs is not installed.
        """
        from ombudsview.paper.ocr import absent

        worker, pictures = self._ready(job)
        if not pictures.able:
            raise absent()
        opened = worker.open(job.document.data, job.password, allow_large=True)
        stopped = job.stopped.is_set
        return pictures.anew(worker, opened, job.answer, job.pages, progress=progress, stopped=stopped, rules=rules)

    @property
    def pids(self) -> tuple[int, ...]:
        """The numbers of the processes that recognise, for tests."""
        with self._state:
            return self._tools[1].pids if self._tools is not None else ()

    def cancel(self, job: Job) -> None:
        """Stop a job, between pages or in the middle of one; what is done of it is remembered."""
        job.stopped.set()
        with self._state:
            tools = self._tools
        for tool in tools or ():
            tool.cancel()

    def rest(self) -> None:
        """End the processes; the next job starts new ones. Only while no job is under way."""
        with self._state:
            tools, self._tools = self._tools, None
        for tool in tools or ():
            tool.close()

    def close(self) -> None:
        """End the processes for good; a job that is under way ends with Trouble `cancelled`."""
        with self._state:
            self._closed = True
        self.rest()

    def _ready(self, job: Job) -> tuple[Worker, Pictures]:
        from ombudsview.paper import troubles
        from ombudsview.paper.ocr import Recogniser
        from ombudsview.paper.worker import Worker
        from ombudsview.reading.again import Pictures

        with self._state:
            if self._closed or job.stopped.is_set():
                raise troubles.trouble(troubles.CANCELLED)
            if self._tools is None:
                worker = self._start_reader() if self._start_reader else Worker.start(spare=False)
                self._tools = worker, Pictures(self._folder, self._start_recogniser or Recogniser)
            return self._tools

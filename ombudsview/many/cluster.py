"""Files read by an existing Dask cluster. The only room that knows the package `distributed`, which need not be there.

Each file is one task. Where a worker is lost the scheduler gives its tasks to another; an answer is taken once.
"""

from __future__ import annotations

import logging
import os
import threading
import uuid
from collections import deque
from collections.abc import Container, Iterable, Iterator
from concurrent.futures import CancelledError, InvalidStateError
from concurrent.futures import Future as Answering
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any

from ombudsview.errors import Trouble, Verdict
from ombudsview.many import task
from ombudsview.many.one import Answer, Known, taken
from ombudsview.many.order import InOrder
from ombudsview.reading.again import Pictures
from ombudsview.reading.version import READER_VERSION
from ombudsview.reports.file_reading import FileReading

if TYPE_CHECKING:
    from distributed import Client, Future

_PATIENCE = 10.0  # seconds for the scheduler to answer
_AHEAD, _LEAST_AHEAD = 32, 512  # files: for each thread of the cluster, and in all
_MOST_SENT = 8  # files whose bytes are on their way
_LOST = (OSError, RuntimeError, TimeoutError, CancelledError)  # what is raised where the scheduler has gone
_LOOK_UP = 0.5  # seconds between looks at whether the client lives
_MOST_LOSSES = 3  # times that a file is given out again after the scheduler has given it up


@dataclass
class _Question:
    """One file on its way: what is asked about it, where the answer goes, and how often it was lost."""

    job: task.Job
    answer: Answering[Answer]
    looking: bool = False
    losses: int = 0


@contextmanager
def reading(
    address: str,
    names: Iterable[str],
    password: str | None = None,
    known: Container[str] = (),
    *,
    pictures: Pictures | None = None,
    rules: bytes = b"",
) -> Iterator[InOrder[Answer]]:
    """The answers to all names, by the workers of the cluster whose scheduler is at `address`.

    A worker reads a file where it lies; where it is not to be seen from there, its bytes are sent. `rules` are the officer's own,
    packed, and go with each file. With `pictures` the workers recognise the text of pages that are pictures, with what they have
    for it; it is told where that was wanting. At the end of the block the workers' processes are ended. Trouble `no_package`,
    `scheduler`; later, while iterating, `cluster`.
    """
    with _connected(address) as client:
        asking = _Asking(client, password, known, pictures, rules)
        threads = sum(client.nthreads().values())
        answers = InOrder(names, asking.ask, max(threads * _AHEAD, _LEAST_AHEAD))
        try:
            yield answers
        finally:
            answers.stop()
            asking.stop()
            if client.status == "running":
                with suppress(*_LOST):
                    client.run(task.rest, on_error="ignore")


@contextmanager
def _connected(address: str) -> Iterator[Client]:
    """A client that speaks with the scheduler and with nobody else."""
    try:
        import dask
        from distributed import Client
    except ImportError as error:
        what = "Reading on a cluster needs the package “distributed”, which is not installed."
        raise Trouble("no_package", what, "Install it with: pip install 'ombudsview[cluster]'") from error
    for name in ("distributed", "distributed.client", "distributed.core", "distributed.comm"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what matters of it is said in a sentence
    # A letter's bytes are one task's argument, however large.
    with dask.config.set({"distributed.admin.large-graph-warning-threshold": "1GB"}):
        try:
            client = Client(address, timeout=_PATIENCE, set_as_default=False, direct_to_workers=False)
        except (OSError, ValueError, TimeoutError) as error:
            what = f"No scheduler answers at {address}."
            raise Trouble("scheduler", what, "Check the address (like tcp://host:8786) and that it runs.") from error
        try:
            yield client
        finally:
            with suppress(*_LOST):
                client.close(timeout=_PATIENCE)


class _Asking:
    """The questions that the cluster works on, and one thread that takes the answers as they come."""

    def __init__(
        self, client: Client, password: str | None, known: Container[str], pictures: Pictures | None, rules: bytes
    ) -> None:
        self._client, self._password, self._known = client, password, known
        self._pictures, self._rules = pictures, rules
        self._run = uuid.uuid4().hex
        self._number = 0
        self._state = threading.Lock()
        self._under_way: dict[str, tuple[_Question, Future[Any]]] = {}
        self._finished: SimpleQueue[Future[Any] | None] = SimpleQueue()
        self._to_send: deque[_Question] = deque()
        self._sending = 0
        self._over = False
        threading.Thread(target=self._collect, name="answers", daemon=True).start()

    def ask(self, name: str) -> Answering[Answer]:
        """Have the file read, or looked at first where there are answers that may be known."""
        path = os.path.abspath(name)  # noqa: PTH100 (links stay)
        recognise = self._pictures is not None
        job = task.Job(name, path, READER_VERSION, self._password, rules=self._rules, recognise=recognise)
        question = _Question(job, Answering(), looking=bool(self._known))
        self._give(question)
        return question.answer

    def stop(self) -> None:
        """Take back what is not done."""
        self._finished.put(None)
        with self._state:
            self._over = True
            futures = [future for _, future in self._under_way.values()]
        if futures and self._client.status == "running":
            with suppress(*_LOST):
                self._client.cancel(futures)

    def _give(self, question: _Question) -> None:
        with self._state:
            if self._over:
                _fail(question, _lost())
                return
            self._number += 1
            key = f"ombudsview-{self._run}-{self._number}"
            work = task.look if question.looking else task.read
            future = self._client.submit(work, question.job, key=key, pure=False)
            self._under_way[key] = (question, future)
        future.add_done_callback(self._finished.put)

    def _collect(self) -> None:
        """Settle what is finished, as many at once as there are; what is left when this ends will never be answered."""
        try:
            ended = False
            while not ended:
                batch = self._batch()
                ended = None in batch or not self._settle_all([future for future in batch if future is not None])
        finally:
            with self._state:
                self._over = True
                left = [question for question, _ in self._under_way.values()]
            for question in [*left, *self._to_send]:
                _fail(question, _lost())

    def _batch(self) -> list[Future[Any] | None]:
        """What is finished, at least one; None where there will be no more, as the client gives up on its own in the end."""
        while True:
            try:
                batch = [self._finished.get(timeout=_LOOK_UP)]
            except Empty:
                if self._client.status in {"closing", "closed"}:
                    return [None]
                continue
            while not self._finished.empty():
                batch.append(self._finished.get())
            return batch

    def _settle_all(self, futures: list[Future[Any]]) -> bool:
        """Each question answered, given out again or failed; False where the scheduler has gone.

        A result that was lost with its worker is worked out anew while this waits.
        """
        done = {str(future.key): future for future in futures if future.status == "finished"}
        try:
            results = self._client.gather(done, errors="skip")
        except (*_LOST, AttributeError):  # the last is what a client says that has no scheduler any more
            return False
        for future in futures:
            with self._state:
                question, _ = self._under_way.pop(str(future.key))
            self._sending -= question.job.data is not None
            if str(future.key) in results:
                self._settle(question, results[str(future.key)])
            elif future.status == "finished":  # only now, or its result was lost: it was not gathered
                self._give(question)
            elif future.status == "error":
                self._failed(question, future.exception())
            else:
                _fail(question, _lost())
        self._send()
        return True

    def _settle(self, question: _Question, result: object) -> None:
        match result:
            case task.OtherReader():
                _fail(question, _unfit(f"have reader {result.reader} and not {READER_VERSION}"))
            case str() if result in self._known:
                _tell(question, Known(question.job.name, result))
            case task.Unrecognised(file):
                if self._pictures is not None:
                    self._pictures.wanting = True
                _tell(question, file)
            case FileReading(verdict=Verdict.MISSING) if question.job.data is None:
                self._to_send.append(question)
            case FileReading():
                _tell(question, result)
            case _:
                question.looking = False
                self._give(question)

    def _failed(self, question: _Question, error: BaseException | None) -> None:
        """The scheduler gives a task up when it has lost too many workers at it, which need not be the file's fault."""
        from distributed import KilledWorker

        if not isinstance(error, KilledWorker):
            _fail(question, _unfit(f"fail with {type(error).__name__}: {error}"))
        elif question.losses < _MOST_LOSSES:
            question.losses += 1
            self._give(question)
        else:
            sentence = "Every computer that tried to read this file was lost. Read it by itself, on one machine."
            _tell(question, FileReading(question.job.name, None, Verdict.CRASHED, sentence, 0, ()))

    def _send(self) -> None:
        """Send the bytes of files that workers do not see, a few at a time."""
        while self._to_send and self._sending < _MOST_SENT:
            question = self._to_send.popleft()
            document = taken(question.job.name)
            if isinstance(document, FileReading):
                _tell(question, document)
            elif document.sha256 in self._known:
                _tell(question, Known(question.job.name, document.sha256))
            else:
                question.job = replace(question.job, data=document.data)
                self._sending += 1
                self._give(question)


def _tell(question: _Question, answer: Answer) -> None:
    with suppress(InvalidStateError):  # nobody waits for it any more
        question.answer.set_result(answer)


def _fail(question: _Question, trouble: Trouble) -> None:
    with suppress(InvalidStateError):
        question.answer.set_exception(trouble)


def _lost() -> Trouble:
    way_on = "What is done is kept; with --resume the same command goes on from there."
    return Trouble("cluster", "The cluster's scheduler no longer answers.", way_on)


def _unfit(how: str) -> Trouble:
    way_on = "Install this version of OmbudsView where the workers run."
    return Trouble("cluster", f"The cluster's workers {how}.", way_on)

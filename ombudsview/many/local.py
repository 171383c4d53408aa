"""Files read on this machine: a thread for each job, each with a reader process of its own, where the work is done."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from ombudsview.many.one import Answer, read_file
from ombudsview.many.order import InOrder
from ombudsview.many.readers import Readers
from ombudsview.paper.worker import Worker
from ombudsview.reading.again import Pictures

_AHEAD = 32  # files a job; a slow one holds the others up only when they are so far ahead


@contextmanager
def reading(
    names: Iterable[str],
    jobs: int,
    start: Callable[[], Worker],
    password: str | None = None,
    known: Container[str] = (),
    *,
    pictures: Pictures | None = None,
    rules: bytes = b"",
) -> Iterator[InOrder[Answer]]:
    """The answers to all names, by so many readers that `start` starts. At the end of the block all processes are ended.

    One job takes a file when the one before it has been printed. With `pictures` the text of pages that are pictures is recognised.
    `rules` are the officer's own, packed.
    """
    readers = Readers(start)

    def read(name: str) -> Answer:
        with readers.lent() as worker:
            return read_file(name, worker, password, known, pictures, rules=rules)

    pool = ThreadPoolExecutor(jobs, thread_name_prefix="job")
    answers = InOrder(names, lambda name: pool.submit(read, name), jobs * _AHEAD if jobs > 1 else 1)
    try:
        yield answers
    finally:
        answers.stop()
        if pictures is not None:
            pictures.close()
        pool.shutdown(wait=False, cancel_futures=True)
        readers.close()
        pool.shutdown()

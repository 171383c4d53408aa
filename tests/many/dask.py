"""A Dask cluster of one machine for tests: a scheduler and workers, each a process of its own that can be killed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.helpers.process import ROOT

_PATIENCE = 60.0


class Dask:
    """Its `address`, and its `workers` by number; all end with `close`."""

    def __init__(self, folder: Path, *, threads: int = 1) -> None:
        self._folder, self._threads = folder, threads
        self.workers: list[subprocess.Popen[bytes]] = []
        place = folder / "scheduler.json"
        self.scheduler = self._started(
            "scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(place)
        )
        until = time.monotonic() + _PATIENCE
        while not (place.exists() and place.read_text().endswith("}")):
            assert time.monotonic() < until, "no scheduler"
            time.sleep(0.05)
        self.address: str = json.loads(place.read_text())["address"]

    def add(self, count: int = 1) -> None:
        """So many workers more; they may still be on their way."""
        for _ in range(count):
            self.workers.append(
                self._started(
                    "worker", self.address, "--no-nanny", "--nthreads", str(self._threads), "--host", "127.0.0.1"
                )
            )

    def _started(self, *arguments: str) -> subprocess.Popen[bytes]:
        variables = {**os.environ, "PYTHONPATH": str(ROOT), "DASK_DISTRIBUTED__ADMIN__TICK__LIMIT": "60s"}
        log = (self._folder / f"{arguments[0]}-{len(self.workers)}.log").open("wb")
        with log:
            return subprocess.Popen(
                [sys.executable, "-m", "dask", *arguments, "--no-dashboard"],
                cwd=self._folder,
                env=variables,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def close(self) -> None:
        """End every process."""
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait()


@contextmanager
def dask(folder: Path, workers: int, *, threads: int = 1) -> Iterator[Dask]:
    """A cluster with so many workers."""
    cluster = Dask(folder, threads=threads)
    try:
        cluster.add(workers)
        yield cluster
    finally:
        cluster.close()


def children(number: int) -> list[int]:
    """The processes that a process has started and that run still; Linux only."""
    found: list[int] = []
    for thread in Path(f"/proc/{number}/task").iterdir():
        with suppress(FileNotFoundError, ProcessLookupError):  # a thread that has ended meanwhile
            found += map(int, (thread / "children").read_text().split())
    return found

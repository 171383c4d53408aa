"""Archives: what a page and a letter cost, how the time grows with files and with workers, and what a million packs would take.

All through the command line. A line is laid through the times of few and many files: its slope is what a file costs, the rest
is what a run costs that reads nothing.
"""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from tests.benchmarks.reading import pack
from tests.benchmarks.row import Row, middle
from tests.helpers.process import ROOT
from tests.many.archive import archive
from tests.many.dask import dask

FEW, MANY = 100, 400
_PACK, _PACKS = 300, 4
_MILLION = 1_000_000
_DAY = 86_400
_WORKERS = (1, 2, 4)


def measure(rounds: int) -> Iterator[Row]:
    """Rows for letters, for packs, for jobs and for a cluster of this machine."""
    rounds = max(1, rounds // 3)
    with tempfile.TemporaryDirectory(prefix="bench-") as place:
        folder = Path(place)
        names = archive(folder / "letters", MANY)
        bundles = packs(folder / "packs", _PACKS)
        pack = yield from _costs(names, bundles, rounds)
        yield from _jobs(names, rounds)
        yield from _cluster(folder, names, bundles, pack, rounds)


def packs(folder: Path, count: int) -> list[str]:
    """Committee packs of that many pages, each with a letter in its midst; the same but for their last bytes."""
    folder.mkdir()
    whole = pack(_PACK)
    paths = [folder / f"{number}.pdf" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_bytes(whole + f"\n% {number}\n".encode())
    return [str(path) for path in paths]


def _costs(names: list[str], packs: list[str], rounds: int) -> Generator[Row, None, float]:
    """What a letter and a page cost one job, in processor time, which other programs do not spoil; returns seconds a pack."""
    orders = [_jobs_order(1, files) for files in (names[:FEW], names, packs[:1], packs)]
    few, many, one, every = (spent.processor for spent in _spent(rounds, orders))
    letter, pack = (many - few) / (MANY - FEW), (every - one) / (_PACKS - 1)
    note = f"processor time; a run that reads nothing {few - letter * FEW:.2f} s"
    yield Row("a letter in an archive", note, letter * 1000, absolute=True)
    yield Row("a page of it", "the letter has two", letter / 2 * 1000, absolute=True)
    yield Row(
        f"a page of a pack of {_PACK}", f"processor time; a pack {pack:.2f} s", pack / _PACK * 1000, absolute=True
    )
    note = f"a letter of {FEW}; more than 1.00x would be growth"
    yield Row(f"a letter of {MANY}", note, letter * 1000, (few - (one - pack)) / FEW * 1000)
    return pack


def _jobs(names: list[str], rounds: int) -> Iterator[Row]:
    """The same letters by more jobs than one, in turn with one."""
    counts = _counts()
    one, *others = (spent.wall for spent in _spent(rounds, [_jobs_order(count, names) for count in counts]))
    for count, taken in zip(counts[1:], others, strict=True):
        yield Row(f"{MANY} letters by {count} jobs", "one job", taken, one, "s", at_least=0.85 * count)


def _cluster(folder: Path, names: list[str], packs: list[str], pack: float, rounds: int) -> Iterator[Row]:
    """The same by clusters of this machine, which take turns; and from one pack to a million."""
    yield _extrapolated("one core", pack)
    if find_spec("distributed") is None:
        yield Row("the same by a cluster", "needs the extra “cluster”")
        return
    counts = _counts()
    with ExitStack() as stack:
        orders = []
        for count in counts:
            (folder / str(count)).mkdir()
            address = stack.enter_context(dask(folder / str(count), count)).address
            orders += [_order("--scheduler", address, *files) for files in (names, packs * 4)]
        _spent(1, orders)  # until all workers have come and imported what they need
        spent = [one.wall for one in _spent(rounds, orders)]
    letters_by, packs_by = spent[::2], [taken / len(packs * 4) for taken in spent[1::2]]
    for count, by_letters, by_packs in zip(counts[1:], letters_by[1:], packs_by[1:], strict=True):
        yield Row(
            f"{MANY} letters by {count} workers of a cluster", "one worker", by_letters, letters_by[0], "s", at_least=1
        )
        yield Row(f"a pack by {count} workers of a cluster", "one worker", by_packs, packs_by[0], "s", at_least=1)
    yield _extrapolated(f"{counts[-1]} workers of a cluster", packs_by[-1])


def _counts() -> list[int]:
    """One, and how many more there is a core for."""
    return [count for count in _WORKERS if count <= (os.cpu_count() or 1)]


def _extrapolated(who: str, pack: float) -> Row:
    days = pack * _MILLION / _DAY
    note = f"{pack:.2f} s a pack of {_PACK} pages; in a day by {math.ceil(days)} such"
    return Row(f"a million packs by {who}, extrapolated", note, days, unit="days", absolute=True)


def _jobs_order(jobs: int, names: Sequence[str]) -> list[str]:
    return _order("--jobs", str(jobs), *names)


def _order(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "ombudsview", "read", "--format", "jsonl", *arguments]


@dataclass(frozen=True)
class _Spent:
    """Seconds of a run: on the clock, and of the processors, by it and the readers it started."""

    wall: float
    processor: float


def _spent(rounds: int, orders: Sequence[list[str]]) -> list[_Spent]:
    """What each takes, the middle of so many rounds in which they take turns."""
    runs = [[_run(order) for order in orders] for _ in range(rounds)]
    return [
        _Spent(middle([one.wall for one in ones]), middle([one.processor for one in ones]))
        for ones in zip(*runs, strict=True)
    ]


def _run(order: list[str]) -> _Spent:
    before, started = _processor(), time.perf_counter()
    done = subprocess.run(order, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, check=False)
    spent = _Spent(time.perf_counter() - started, _processor() - before)
    if done.returncode:
        troubles = [one["trouble"] for one in map(json.loads, done.stdout.splitlines()) if one["trouble"]]
        raise RuntimeError(f"{' '.join(order[:8])} ...: {troubles[:3]}")
    return spent


def _processor() -> float:
    """Seconds that processes have used which were started here and are over."""
    times = os.times()
    return times.children_user + times.children_system

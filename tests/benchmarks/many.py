"""Archives: what a page and a letter cost, how the time grows with files and with workers, and what a million packs would take.

All through the command line. A line is laid through the times of few and many files: its slope is what a file costs, the rest
is what a run costs that reads nothing.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

from tests.benchmarks.row import Row, middle
from tests.helpers.process import ROOT
from tests.letters.corpus import Bundle, letters
from tests.letters.fillers import MINUTES, REPORT, paper
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
        packs = _packs(folder / "packs")
        pack = yield from _costs(names, packs, rounds)
        yield from _jobs(names, rounds)
        yield from _cluster(folder, names, packs, pack, rounds)


def _packs(folder: Path) -> list[str]:
    """Committee packs of that many pages, each with a letter in its midst; the same but for their last bytes."""
    folder.mkdir()
    letter = next(letters(seed=1, count=1))
    around = (_PACK - 2) // 2
    whole = Bundle("pack", (paper(REPORT, around), letter, paper(MINUTES, _PACK - 2 - around))).pdf()
    paths = [folder / f"{number}.pdf" for number in range(_PACKS)]
    for number, path in enumerate(paths):
        path.write_bytes(whole + f"\n% {number}\n".encode())
    return [str(path) for path in paths]


def _costs(names: list[str], packs: list[str], rounds: int) -> Generator[Row, None, float]:
    """What one letter and one page cost one job; returns the seconds of one pack."""
    few, many = _taken(rounds, [_jobs_order(1, names[:FEW]), _jobs_order(1, names)])
    letter = (many - few) / (MANY - FEW)
    start = few - letter * FEW
    one, all_packs = _taken(rounds, [_jobs_order(1, packs[:1]), _jobs_order(1, packs)])
    pack = (all_packs - one) / (_PACKS - 1)
    yield Row("a letter in an archive, one job", f"and {start * 1000:.0f} ms a run", letter * 1000, absolute=True)
    yield Row(f"a page of a pack of {_PACK}, one job", f"a pack: {pack:.2f} s", pack / _PACK * 1000, absolute=True)
    note = f"{FEW} letters took {few:.2f} s; 1.00x where every letter costs the same"
    yield Row(f"{MANY} letters, a letter beside one of {FEW}", note, many / MANY * 1000, few / FEW * 1000)
    return pack


def _jobs(names: list[str], rounds: int) -> Iterator[Row]:
    """The same letters by more jobs than one, in turn with one."""
    cores = os.cpu_count() or 1
    counts = [count for count in _WORKERS if count <= cores]
    one, *others = _taken(rounds, [_jobs_order(count, names) for count in counts])
    for count, taken in zip(counts[1:], others, strict=True):
        yield Row(f"{MANY} letters by {count} jobs", "one job", taken, one, "s", at_least=0.85 * count)


def _cluster(folder: Path, names: list[str], packs: list[str], pack: float, rounds: int) -> Iterator[Row]:
    """The same letters and packs by the workers of a Dask cluster on this machine, and from there to a million."""
    if find_spec("distributed") is None:
        yield Row("the same by a cluster", "needs the extra “cluster”")
        return
    taken: dict[int, tuple[float, float]] = {}
    for count in (count for count in _WORKERS if count <= (os.cpu_count() or 1)):
        (folder / str(count)).mkdir()
        with dask(folder / str(count), count) as cluster:
            orders = [_order("--scheduler", cluster.address, *files) for files in (names, packs * count)]
            _run(orders[0])  # until the workers have come and imported what they need
            by_letters, by_packs = _taken(rounds, orders)
            taken[count] = by_letters, by_packs / (len(packs) * count)
    for count, (seconds, a_pack) in taken.items():
        if count > 1:
            yield Row(f"{MANY} letters by {count} workers of a cluster", "one worker", seconds, taken[1][0], "s")
            yield Row(f"a pack by {count} workers of a cluster", "one worker", a_pack, taken[1][1], "s")
    most = max(taken)
    yield _extrapolated("one job", pack)
    yield _extrapolated(f"{most} workers of a cluster", taken[most][1])


def _extrapolated(who: str, pack: float) -> Row:
    days = pack * _MILLION / _DAY
    note = f"{pack:.2f} s a pack of {_PACK} pages; at that price {days:,.0f} machines take a day"
    return Row(f"a million packs by {who}, extrapolated", note, days, unit="days", absolute=True)


def _jobs_order(jobs: int, names: Sequence[str]) -> list[str]:
    return _order("--jobs", str(jobs), *names)


def _order(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "ombudsview", "read", "--format", "jsonl", *arguments]


def _taken(rounds: int, orders: Sequence[list[str]]) -> list[float]:
    """Seconds that each takes, the middle of so many rounds in which they take turns."""
    times: list[list[float]] = [[] for _ in orders]
    for _ in range(rounds):
        for taken, order in zip(times, orders, strict=True):
            taken.append(_run(order))
    return [middle(taken) for taken in times]


def _run(order: list[str]) -> float:
    started = time.perf_counter()
    done = subprocess.run(order, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, check=False)
    taken = time.perf_counter() - started
    if done.returncode:
        troubles = [one["trouble"] for one in map(json.loads, done.stdout.splitlines()) if one["trouble"]]
        raise RuntimeError(f"{' '.join(order[:8])} ...: {troubles[:3]}")
    return taken

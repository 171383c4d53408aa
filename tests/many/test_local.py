"""Jobs on this machine, with the real reader process: order kept, a reader that dies replaced, nothing left behind."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from ombudsview.errors import Verdict
from ombudsview.many import local
from ombudsview.many.one import Known
from ombudsview.paper.document import take
from ombudsview.paper.worker import Worker
from ombudsview.reports.file_reading import FileReading
from tests.badfiles import BAD
from tests.helpers import readers
from tests.many.archive import archive

DEADLY = "lambda paper: __import__('os').kill(__import__('os').getpid(), 9) if len(paper.sheets) == 1 else ()"


class Starts:
    """Starts real reader processes, and remembers them. `reader` stands in for the reading of letters."""

    def __init__(self, reader: str | None = None) -> None:
        self._argv = readers.real(reader) if reader else None
        self.workers: list[Worker] = []

    def __call__(self) -> Worker:
        self.workers.append(Worker.start(self._argv, spare=False))
        return self.workers[-1]


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_files_are_answered_once_each_in_their_order(jobs: int, tmp_path: Path) -> None:
    names = archive(tmp_path, 12)
    names.insert(5, str(tmp_path / "gone.pdf"))
    start = Starts()
    with local.reading(names, jobs, start) as answers:
        told = list(answers)
    assert [one.file for one in told] == names
    assert [one.verdict for one in told if isinstance(one, FileReading)] == [
        Verdict.MISSING if name.endswith("gone.pdf") else Verdict.OK for name in names
    ]
    assert 1 <= len(start.workers) <= jobs
    assert all(worker.pid is None for worker in start.workers), "closed"


def test_a_file_that_kills_its_reader_harms_no_other(tmp_path: Path) -> None:
    names = archive(tmp_path, 10)
    for place, name in ((3, "deadly.pdf"), (4, "again.pdf"), (8, "last.pdf")):
        (tmp_path / name).write_bytes(BAD["links elsewhere"].make() + name.encode())  # of one page
        names.insert(place, str(tmp_path / name))
    with local.reading(names, 2, Starts(DEADLY)) as answers:
        told = [one for one in answers if isinstance(one, FileReading)]
    assert [one.file for one in told] == names
    crashed = [Path(one.file).name for one in told if one.verdict is Verdict.CRASHED]
    assert crashed == ["deadly.pdf", "again.pdf", "last.pdf"]
    assert {one.verdict for one in told} == {Verdict.CRASHED, Verdict.OK}


@pytest.mark.full
def test_a_file_that_keeps_its_reader_busy_is_stopped_while_others_are_read(tmp_path: Path) -> None:
    names = archive(tmp_path, 40)
    (tmp_path / "laughs.pdf").write_bytes(BAD["form laughs"].make())
    names.insert(3, str(tmp_path / "laughs.pdf"))
    with local.reading(names, 2, Starts()) as answers:
        told = [one for one in answers if isinstance(one, FileReading)]
    assert [one.file for one in told] == names
    assert told[3].verdict in BAD["form laughs"].right
    assert {one.verdict for one in (*told[:3], *told[4:])} == {Verdict.OK}


def test_what_is_known_is_not_read(tmp_path: Path) -> None:
    names = archive(tmp_path, 3)
    known = take(Path(names[1])).sha256
    with local.reading(names, 1, Starts(), known={known}) as answers:
        told = list(answers)
    assert told[1] == Known(names[1], known)
    assert [isinstance(one, FileReading) for one in told] == [True, False, True]


def test_who_stops_early_leaves_no_process(tmp_path: Path) -> None:
    start = Starts()
    with local.reading(archive(tmp_path, 30), 2, start) as answers:
        next(iter(answers))
        numbers = [worker.pid for worker in start.workers]
    assert numbers
    assert all(readers.gone(number) for number in numbers if number is not None)


def test_memory_does_not_grow_with_the_files(tmp_path: Path) -> None:
    """Two hundred files leave no more behind than the first fifty, and are never all held."""
    names = archive(tmp_path, 20)
    many: Iterator[str] = (names[number % 20] for number in range(200))
    peaks = []
    tracemalloc.start()
    try:
        with local.reading(many, 2, Starts("lambda paper: ()")) as answers:
            for number, _ in enumerate(answers, 1):
                if number % 50 == 0:
                    peaks.append(tracemalloc.get_traced_memory()[1])
                    tracemalloc.reset_peak()
    finally:
        tracemalloc.stop()
    assert len(peaks) == 4
    assert max(peaks[1:]) < 1.5 * peaks[0]

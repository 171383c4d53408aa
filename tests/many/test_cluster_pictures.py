"""A cluster recognises pages that are pictures, by one recogniser for each worker process, and says what one machine says."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ombudsview.many import task
from ombudsview.many.task import Job, Unrecognised
from ombudsview.paper import ocr
from ombudsview.reading.version import READER_VERSION
from tests import scans
from tests.helpers import readers
from tests.letters.scan import Scan
from tests.many.archive import SAMPLE, archive, files, lines, read, started
from tests.many.dask import Dask, children, dask

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks at processes as Linux shows them")


@pytest.fixture(scope="module")
def scan(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A scanned page."""
    path = tmp_path_factory.mktemp("scan") / "scan.pdf"
    path.write_bytes(scans.scan(scans.DRAWN, Scan(200))[0])
    return str(path)


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dask]:
    """One worker with two threads."""
    with dask(tmp_path_factory.mktemp("dask"), 1, threads=2) as running:
        yield running


@scans.needs_recognition
def test_a_scan_is_read_as_on_one_machine(running: Dask, scan: str, tmp_path: Path) -> None:
    names = [*archive(tmp_path / "in", 2), scan]
    here = read(*names, "--base", tmp_path, "--format", "json")
    there = read(*names, "--base", tmp_path, "--format", "json", "--scheduler", running.address)
    assert (there.returncode, there.stderr) == (0, b"")
    assert there.stdout == here.stdout
    assert b'"recognised"' in there.stdout
    assert children(running.workers[0].pid) == [], "recogniser and readers are ended with the run"


@scans.needs_recognition
def test_one_recogniser_serves_a_workers_threads_and_goes_with_the_worker(
    running: Dask, scan: str, tmp_path: Path
) -> None:
    names = [str(tmp_path / f"{number}.pdf") for number in range(3)]
    for number, name in enumerate(names):
        Path(name).write_bytes(Path(scan).read_bytes() + f"\n% {number}\n".encode())
    results = tmp_path / "results.jsonl"
    with started(*names, "--scheduler", running.address, "--resume", results) as run:
        most: list[int] = []
        while run.poll() is None and not (results.exists() and results.read_bytes().count(b"\n") >= 1):
            most = max(most, _recognisers(running.workers[0].pid), key=len)
        lost = running.workers.pop()
        assert results.read_bytes().count(b"\n") < 3
        lost.kill()
        lost.wait()
        running.add()
        out, err = run.communicate(timeout=120)
    assert (run.returncode, out, err) == (0, b"", b"")
    told = lines(results.read_bytes())
    assert files(told) == names, "each once, in order"
    assert {one["verdict"] for one in told} == {"ok"}
    assert len(most) == 1
    assert readers.gone(most[0])


def test_it_can_be_left_out(running: Dask, scan: str) -> None:
    told = read(scan, "--no-ocr", "--format", "jsonl", "--scheduler", running.address)
    assert (told.returncode, told.stderr) == (0, b"")
    assert [one["verdict"] for one in lines(told.stdout)] == ["no_text"]


@pytest.mark.parametrize(("recognise", "kind"), [(True, Unrecognised), (False, task.FileReading)])
def test_a_worker_that_cannot_says_so_for_pictures_alone(
    scan: str, monkeypatch: pytest.MonkeyPatch, recognise: bool, kind: type
) -> None:
    monkeypatch.setattr(ocr, "_PACKAGES", ("no_such_package",))
    told = task.read(Job(scan, scan, READER_VERSION, recognise=recognise))
    assert type(told) is kind
    assert type(task.read(Job(str(SAMPLE), str(SAMPLE), READER_VERSION, recognise=recognise))) is task.FileReading
    task.rest()


def _recognisers(worker: int) -> list[int]:
    """The processes of a worker that recognise."""
    found = []
    for child in children(worker):
        try:
            if b"--recogniser" in Path(f"/proc/{child}/cmdline").read_bytes():
                found.append(child)
        except OSError:
            continue
    return found

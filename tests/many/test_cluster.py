"""Against a real local cluster: workers killed in the middle, files they cannot see, a scheduler that goes, nobody else spoken to."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from ombudsview.errors import Trouble, Verdict
from ombudsview.many import cluster
from ombudsview.many.cluster import reading
from ombudsview.paper.document import take
from ombudsview.reports.file_reading import FileReading
from tests.badfiles import BAD
from tests.helpers import readers
from tests.helpers.process import ROOT
from tests.many.archive import archive, files, lines, order, read, started
from tests.many.dask import Dask, children, dask

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks at processes as Linux shows them")


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dask]:
    """Two workers of one thread each, less those that a test has killed."""
    with dask(tmp_path_factory.mktemp("dask"), 2) as running:
        yield running


def test_a_worker_killed_in_the_middle_loses_and_doubles_nothing(running: Dask, tmp_path: Path) -> None:
    names, results = archive(tmp_path / "in", 60), tmp_path / "results.jsonl"
    with started(*names, "--scheduler", running.address, "--resume", results) as run:
        _until(lambda: results.exists() and results.read_bytes().count(b"\n") >= 2, run)
        for worker in running.workers:  # as everything stands still, the middle it is
            worker.send_signal(signal.SIGSTOP)
        lost, kept = running.workers
        its_readers = children(lost.pid)
        assert len(its_readers) == 1, "each has one reader, started once"
        assert 2 <= results.read_bytes().count(b"\n") < 60
        lost.kill()
        lost.wait()
        kept.send_signal(signal.SIGCONT)
        out, err = run.communicate(timeout=240)
    assert (run.returncode, out, err) == (0, b"", b"")
    told = lines(results.read_bytes())
    assert files(told) == names, "each once, in order"
    assert {one["verdict"] for one in told} == {"ok"}
    assert all(readers.gone(number) for number in its_readers)
    assert children(kept.pid) == [], "its reader was ended with the run"
    running.workers.remove(lost)
    running.add()


def test_it_says_what_one_machine_says_and_speaks_to_nobody_else(running: Dask, tmp_path: Path) -> None:
    names = [*archive(tmp_path, 6), str(tmp_path / "gone.pdf")]
    (tmp_path / "dead.pdf").write_bytes(BAD["magic only"].make())
    names.append(str(tmp_path / "dead.pdf"))
    here = read(*names, "--format", "json")
    watch = (
        "import sys\n"
        "met = set()\n"
        "sys.addaudithook(lambda event, given: met.add(str(given[1])) if event == 'socket.connect' else None)\n"
        "from ombudsview.cli import asked, reading\n"
        "code = reading.main(asked.parse(sys.argv[1:]))\n"
        "print(*met, sep='\\n', file=sys.stderr)\n"
        "sys.exit(code)\n"
    )
    there = subprocess.run(
        [sys.executable, "-W", "error", "-c", watch, "read", *names, "--format", "json", "--scheduler", running.address],
        cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, timeout=240, check=False,
    )  # fmt: skip
    assert (there.returncode, there.stdout) == (here.returncode, here.stdout)
    host, _, port = running.address.removeprefix("tcp://").rpartition(":")
    assert there.stderr.decode().split("\n") == [str((host, int(port))), ""]


def test_what_stands_in_the_results_is_not_read_and_the_rest_is(running: Dask, tmp_path: Path) -> None:
    names, results = archive(tmp_path / "in", 8), tmp_path / "results.jsonl"
    assert read(*names[:5], "--resume", results).returncode == 0
    marked = results.read_bytes().replace(b'"kind": "measures-2019"', b'"kind": "marked-by-test"')
    results.write_bytes(marked)
    assert read(*names, "--resume", results, "--scheduler", running.address).returncode == 0
    told = lines(results.read_bytes())
    assert results.read_bytes().startswith(marked)
    assert [(one["file"], one["kind"]) for one in told] == [
        (name, "marked-by-test" if number < 5 else "measures-2019") for number, name in enumerate(names)
    ]


def test_a_file_that_workers_do_not_see_is_sent(running: Dask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Their place is not ours: the paths that they are told lead nowhere."""
    names = archive(tmp_path, 20)
    known = {take(Path(names[3])).sha256}
    monkeypatch.setattr(cluster.os.path, "abspath", lambda name: f"/nowhere{name}")
    with reading(running.address, [*names, "gone.pdf"], known=known) as answers:
        told = list(answers)
    assert [one.file for one in told] == [*names, "gone.pdf"]
    verdicts = [one.verdict if isinstance(one, FileReading) else "known" for one in told]
    assert verdicts == [*[Verdict.OK] * 3, "known", *[Verdict.OK] * 16, Verdict.MISSING]


def test_workers_of_another_version_are_refused(running: Dask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "READER_VERSION", "of tomorrow")
    with pytest.raises(Trouble) as told, reading(running.address, archive(tmp_path, 3)) as answers:
        list(answers)
    assert told.value.code == "cluster"
    assert "of tomorrow" in told.value.what


def test_workers_that_cannot_read_are_told_of(running: Dask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster.task, "read", len)
    with pytest.raises(Trouble, match="TypeError") as told, reading(running.address, archive(tmp_path, 3)) as answers:
        list(answers)
    assert told.value.code == "cluster"


def test_a_file_given_up_with_its_workers_is_given_out_again_and_then_answered_for(
    running: Dask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A worker that ends itself stands for computers that go one after another; others are started in their place."""
    monkeypatch.setattr(cluster, "_MOST_LOSSES", 1)
    monkeypatch.setattr(cluster.task, "read", _end)
    monkeypatch.setattr(cluster.task, "rest", len)
    names = archive(tmp_path, 1)
    before = list(running.workers)
    with reading(running.address, names) as answers:
        told: list[FileReading] = []
        given = iter(answers)
        running.add(8)  # four losses each time, and the scheduler gives up
        told.extend(one for one in given if isinstance(one, FileReading))
    assert [(one.file, one.verdict) for one in told] == [(names[0], Verdict.CRASHED)]
    assert "one machine" in str(told[0].trouble)
    running.workers = [worker for worker in running.workers if worker.poll() is None]
    assert len(before) == 2


def test_no_scheduler_is_said_before_anything_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_PATIENCE", 0.5)
    with pytest.raises(Trouble, match="No scheduler answers at") as told, reading("tcp://127.0.0.1:1", ["a.pdf"]):
        pass
    assert told.value.code == "scheduler"


def test_a_scheduler_that_goes_in_the_middle_ends_the_run_and_keeps_what_is_done(tmp_path: Path) -> None:
    names, results = archive(tmp_path / "in", 60), tmp_path / "results.jsonl"
    (tmp_path / "dask").mkdir()
    with dask(tmp_path / "dask", 1) as own, _impatient(*names, "--scheduler", own.address, "--resume", results) as run:
        _until(lambda: results.exists() and results.read_bytes().count(b"\n") >= 2, run)
        own.scheduler.kill()
        out, err = run.communicate(timeout=240)
    assert (run.returncode, out) == (1, b"")
    assert err.decode().startswith("ombudsview: The cluster's scheduler no longer answers. What is done is kept;")
    assert err.count(b"\n") == 1
    assert read(*names, "--resume", results, "--jobs", "2").returncode == 0
    assert sorted(files(lines(results.read_bytes()))) == names


def test_ctrl_c_keeps_what_is_done(running: Dask, tmp_path: Path) -> None:
    names, results = archive(tmp_path / "in", 60), tmp_path / "results.jsonl"
    with started(*names, "--scheduler", running.address, "--resume", results) as run:
        _until(lambda: results.exists() and results.read_bytes().count(b"\n") >= 2, run)
        run.send_signal(signal.SIGINT)
        out, err = run.communicate(timeout=240)
    assert (run.returncode, out, err) == (130, b"", b"")
    assert 2 <= results.read_bytes().count(b"\n") < 60
    assert read(*names, "--scheduler", running.address, "--resume", results).returncode == 0
    assert sorted(files(lines(results.read_bytes()))) == names


def _end(_job: object) -> None:
    os._exit(1)


def _impatient(*arguments: str | Path) -> subprocess.Popen[bytes]:
    """A run that does not wait long for a scheduler to come back."""
    code = "from ombudsview.many import cluster; cluster._PATIENCE = 1.0\n"
    python, *options, start, read_word = order()
    given = [python, *options, code + start, read_word, *map(str, arguments)]
    pipe = subprocess.PIPE
    return subprocess.Popen(given, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=pipe, stderr=pipe)


def _until(so: Callable[[], bool], run: subprocess.Popen[bytes]) -> None:
    """Wait for it while the run lives."""
    until = time.monotonic() + 60
    while not so():
        assert run.poll() is None, run.communicate()
        assert time.monotonic() < until
        time.sleep(0.005)


class _Late:
    """A task that ends between two looks at it."""

    key = "late"

    def __init__(self) -> None:
        self._looks = iter(("pending",))

    @property
    def status(self) -> str:
        return next(self._looks, "finished")


def test_an_answer_that_comes_between_two_looks_ends_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    asking = object.__new__(cluster._Asking)
    question = cluster._Question(cluster.task.Job("a.pdf", "/a.pdf", "1", None), cluster.Answering(), looking=False)
    given: list[object] = []
    asking._client = SimpleNamespace(gather=lambda done, errors: {})
    asking._state, asking._sending, asking._to_send = threading.Lock(), 0, deque()
    asking._under_way = {"late": (question, None)}
    monkeypatch.setattr(asking, "_give", given.append, raising=False)
    assert asking._settle_all([_Late()])
    assert given == [question]

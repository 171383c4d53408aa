"""The command from outside: streams, lists, results that are gone on with, Ctrl+C, what a terminal shows."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.helpers.process import ROOT
from tests.many.archive import archive, files, lines, order, read, started

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals and terminals of Unix")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_first_line_comes_before_the_last_file_is_known(jobs: str, tmp_path: Path) -> None:
    first, last = archive(tmp_path, 2)
    with started("--format", "jsonl", "--jobs", jobs, "--files-from", "-") as run:
        assert run.stdin is not None
        assert run.stdout is not None
        run.stdin.write(f"{first}\n".encode() + b"x" * 65_536 + b"\n")
        run.stdin.flush()
        assert json.loads(run.stdout.readline())["file"] == first
        assert json.loads(run.stdout.readline())["verdict"] == "missing"
        run.stdin.write(last.encode())
        run.stdin.close()
        assert json.loads(run.stdout.readline())["file"] == last
        assert run.stdout.read() == b""
        assert run.wait() == 1


@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "table"])
def test_jobs_change_nothing_but_the_time(form: str, tmp_path: Path) -> None:
    names = [*archive(tmp_path, 8), str(tmp_path / "gone.pdf")]
    (tmp_path / "list").write_bytes(b"".join(f"{name}\0".encode() for name in names))
    one = read(*names, "--format", form)
    two = read("--jobs", "2", "--format", form, "-0", "--files-from", tmp_path / "list")
    assert (two.returncode, two.stdout, two.stderr) == (one.returncode, one.stdout, one.stderr)
    assert one.returncode == 1
    assert one.stdout


def test_a_folder_is_read_where_that_is_asked(tmp_path: Path) -> None:
    names = archive(tmp_path / "in" / "deep", 3)
    done = read("-r", tmp_path, "--format", "jsonl")
    assert (done.returncode, files(lines(done.stdout))) == (0, names)


def test_results_are_gone_on_with(tmp_path: Path) -> None:
    names, results = archive(tmp_path / "in", 6), tmp_path / "results.jsonl"
    assert read(*names[:4], "--resume", results).returncode == 0
    marked = results.read_bytes().replace(b'"kind": "measures-2019"', b'"kind": "marked-by-test"')
    results.write_bytes(marked + b'{"file": "torn')
    (tmp_path / "in" / "copy.pdf").write_bytes(Path(names[0]).read_bytes())
    done = read(*names, tmp_path / "in" / "copy.pdf", "--resume", results, "--jobs", "2")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert results.read_bytes().startswith(marked)
    told = lines(results.read_bytes())
    assert files(told) == [*names, str(tmp_path / "in" / "copy.pdf")]
    assert [one["kind"] == "marked-by-test" for one in told] == [True] * 4 + [False] * 2 + [True], "not read, but told"
    assert all(one["sha256"] == hashlib.sha256(Path(one["file"]).read_bytes()).hexdigest() for one in told)


@posix
def test_ctrl_c_keeps_what_is_done_and_the_next_run_does_the_rest(tmp_path: Path) -> None:
    names, results = archive(tmp_path / "in", 60), tmp_path / "results.jsonl"
    with started(*names, "--jobs", "2", "--resume", results) as run:
        _wait_for(results, 3, run)
        run.send_signal(signal.SIGINT)
        out, err = run.communicate(timeout=20)
    assert (run.returncode, out, err) == (130, b"", b"")
    before = results.read_bytes()
    assert before.endswith(b"\n")
    assert 3 <= before.count(b"\n") < 60
    assert read(*names, "--resume", results).returncode == 0
    assert results.read_bytes().startswith(before)
    assert sorted(files(lines(results.read_bytes()))) == names


@posix
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_array_that_is_broken_off_is_whole(jobs: str, tmp_path: Path) -> None:
    with started("--files-from", "-", "--format", "json", "--jobs", jobs) as run:
        assert run.stdin is not None
        assert run.stdout is not None
        run.stdin.write(f"{archive(tmp_path, 1)[0]}\n".encode())
        run.stdin.flush()
        text = b""
        while b'"doubts"' not in text:  # then the first is on its way out
            text += os.read(run.stdout.fileno(), 65_536)
        run.send_signal(signal.SIGINT)
        rest, err = run.communicate(timeout=20)
    assert (run.returncode, err) == (130, b"")
    assert len(json.loads(text + rest)) == 1


@posix
def test_a_run_that_is_killed_is_gone_on_with(tmp_path: Path) -> None:
    names, results = archive(tmp_path / "in", 60), tmp_path / "results.jsonl"
    with started(*names, "--jobs", "2", "--resume", results) as run:
        _wait_for(results, 3, run)
        run.kill()
    assert results.read_bytes().count(b"\n") < 60
    assert read(*names, "--resume", results, "--jobs", "2").returncode == 0
    assert files(lines(results.read_bytes())) == names


@posix
@pytest.mark.parametrize("where", ["file", "terminal"])
def test_a_line_of_progress_is_shown_on_a_terminal_that_shows_no_letters(where: str, tmp_path: Path) -> None:
    try:
        ours, theirs = os.openpty()
    except OSError:
        pytest.skip("this system gives no terminal to try on")
    names = [
        str(tmp_path / f"{number}.pdf") for number in range(3)
    ]  # not there: little text, which a terminal can hold
    with (tmp_path / "out").open("wb") as out:
        done = subprocess.run(
            order(*names, "--format", "jsonl"),
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=out if where == "file" else theirs,
            stderr=theirs,
            check=False,
            timeout=60,
        )
    os.set_blocking(ours, False)
    said = os.read(ours, 1 << 20)
    os.close(theirs)
    os.close(ours)
    assert done.returncode == 1
    assert (b" of 3 files" in said) == (where == "file")
    assert (b"\x1b" in said) == (where == "file")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--files-from", "gone"), b"list of files cannot be read"),
        (("a.pdf", "--resume", "."), b"cannot be written"),
        (("a.pdf", "--resume", "pyproject.toml"), b"something else than results"),
        (("a.pdf", "--resume", "r", "--format", "csv"), b"--resume writes the format jsonl"),
        (("--jobs", "2"), b"name letters"),
        (("a.pdf", "--jobs", "-1"), b"--jobs"),
        (("a.pdf", "--jobs", "2", "--scheduler", "x"), b"not allowed with"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(arguments: tuple[str, ...], said: bytes) -> None:
    done = read(*arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert said in done.stderr
    assert b"Traceback" not in done.stderr


def _wait_for(results: Path, count: int, run: subprocess.Popen[bytes]) -> None:
    """Until so many lines stand there."""
    until = time.monotonic() + 30
    while not results.exists() or results.read_bytes().count(b"\n") < count:
        assert run.poll() is None, "it ended before"
        assert time.monotonic() < until
        time.sleep(0.005)

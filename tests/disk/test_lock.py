"""A lock between processes."""

from __future__ import annotations

import errno
import subprocess
import sys
from pathlib import Path

import pytest

from ombudsview.disk import lock
from ombudsview.disk.lock import seize
from tests.helpers.process import ROOT

HOLDER = """
import sys
from ombudsview.disk.lock import seize
with open(sys.argv[1], "r+b") as file:
    print(seize(file.fileno(), 100), flush=True)
    sys.stdin.read()
"""


def test_it_is_had_by_one_process_until_that_ends_in_any_way(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"said")
    with (
        subprocess.Popen(
            [sys.executable, "-c", HOLDER, str(path)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        ) as holder,
        path.open("r+b") as file,
    ):
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == b"True"
        assert not seize(file.fileno(), 100)
        assert path.read_bytes() == b"said", "what it says can be read"
        holder.kill()
        holder.wait()
        assert seize(file.fileno(), 100)
        assert file.read() == b"said", "the place in the file is what it was"


def test_a_folder_without_locks_is_no_folder_that_another_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unsupported(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(lock, "_seize", unsupported)
    with (tmp_path / "file").open("w+b") as file, pytest.raises(OSError, match="No locks"):
        seize(file.fileno())

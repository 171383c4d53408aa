"""One process writes, and the other one is told who."""

from __future__ import annotations

import errno
import os
import platform
import subprocess
import sys
from contextlib import closing

import pytest

from ombudsview.errors import Trouble
from ombudsview.history import lock
from ombudsview.history.lock import Lock, lock_path
from ombudsview.history.store import Store
from ombudsview.places import Places
from tests.helpers.process import ROOT
from tests.history import asked

HOLDER = """
import sys
from pathlib import Path
from ombudsview.history.store import Store
from ombudsview.places import Places
store = Store.open(Places.under(Path(sys.argv[1])))
print(flush=True)
sys.stdin.read()
"""


def test_a_second_process_is_told_who_holds_it_until_that_ends_in_any_way(places: Places) -> None:
    base = places.data.parent
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(base)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        with pytest.raises(Trouble) as caught:
            Store.open(places)
        assert asked.letters(places) == ()
        holder.kill()
    assert caught.value.code == "history_locked"
    assert f"process {holder.pid} on {platform.node()}" in caught.value.what
    Store.open(places).close()


def test_it_is_let_go_when_the_store_closes_or_does_not_open(places: Places) -> None:
    with closing(Store.open(places)), pytest.raises(Trouble, match=str(os.getpid())):
        Lock(lock_path(places))
    places.history.unlink()
    places.history.mkdir()
    with pytest.raises(Trouble, match="folder"):
        Store.open(places)
    Lock(lock_path(places)).release()


def test_a_holder_that_cannot_be_read_is_still_a_holder(places: Places) -> None:
    with closing(Store.open(places)):
        lock_path(places).write_bytes(b"\xff{")
        with pytest.raises(Trouble, match="another OmbudsView"):
            Lock(lock_path(places))


def test_a_folder_without_locks_is_told_as_that(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    def unsupported(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(lock, "seize", unsupported)
    with pytest.raises(Trouble) as caught:
        Store.open(places)
    assert caught.value.code == "no_locks"
    assert str(places.data) in caught.value.sentence
    assert "in use" not in caught.value.sentence

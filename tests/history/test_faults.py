"""The world's faults while saving: each is told in a sentence, nothing is changed, and saving again works once it is over."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from ombudsview.errors import Trouble
from ombudsview.history import faults, find
from ombudsview.history.soundness import is_sound
from ombudsview.history.store import Store
from ombudsview.places import Places
from tests.history import asked
from tests.history.made import Letter, dump, finished


def test_a_full_database_leaves_everything_as_it_was(places: Places) -> None:
    with closing(Store.open(places)) as store:
        finished().save(store)
        before = dump(places.history)
        pages = store._db.conn.execute("PRAGMA page_count").fetchone()[0]
        store._db.conn.execute(f"PRAGMA max_page_count = {pages}")
        letter = Letter(text=" ".join(hashlib.sha256(bytes([n])).hexdigest() for n in range(250)))
        letter.review.finish("Kept.")
        with pytest.raises(Trouble) as caught:
            letter.save(store)
        assert caught.value.code == "disk_full"
        assert dump(places.history) == before
        store._db.conn.execute("PRAGMA max_page_count = 100000")
        assert letter.save(store).revision == 1


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("only root may make a small disk")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.parametrize("left", range(0, 132, 12))
def test_a_full_disk_at_any_point_of_a_save(small_disk: Path, left: int) -> None:
    places = Places.under(small_disk)
    with closing(Store.open(places)) as store:
        finished().save(store)
        letter = finished(authority="Alder Council")
        fill(small_disk, left * 1024)
        try:
            saved = letter.save(store)
        except Trouble as trouble:
            assert trouble.code == "disk_full"  # noqa: PT017 - with more room left the save succeeds
            assert [row.authority for row in asked.letters(store)] == ["Mereford Borough Council"]
        else:
            assert len(asked.letters(store)) == 2
            assert saved.trouble is None or saved.trouble.code == "disk_full"
        (small_disk / "filler").unlink()
        assert letter.save(store).letter == letter.name
        assert {row.authority for row in asked.letters(store)} == {"Alder Council", "Mereford Borough Council"}
    with closing(Store.open(places)) as store:
        assert store.notice is None
        assert len(list(places.letter_files.glob("*.json"))) == 2
        assert is_sound(store._db.conn)
        assert not list(places.data.rglob("*.part"))


def fill(folder: Path, left: int) -> None:
    room = os.statvfs(folder)
    with (folder / "filler").open("wb") as filler:
        filler.write(bytes(max(0, room.f_bavail * room.f_frsize - left)))


def test_a_letter_file_that_cannot_be_written_does_not_undo_the_save(places: Places) -> None:
    with closing(Store.open(places)) as store:
        places.letter_files.mkdir(exist_ok=True)
        places.letter_files.rmdir()
        places.letter_files.write_bytes(b"a file in the folder's place")
        letter = finished()
        saved = letter.save(store)
        assert saved.trouble is not None
        assert "second copy" in saved.trouble.what
        assert asked.load(store, letter.name).document == letter.document
    places.letter_files.unlink()
    Store.open(places).close()
    assert len(list(places.letter_files.iterdir())) == 1


def test_a_lock_that_stays_is_told_after_the_wait(places: Places) -> None:
    with closing(Store.open(places)) as store, closing(sqlite3.connect(places.history, isolation_level=None)) as other:
        store._db.conn.execute("PRAGMA busy_timeout = 50")
        other.execute("BEGIN IMMEDIATE")
        letter = finished()
        with pytest.raises(Trouble) as caught:
            letter.save(store)
        assert caught.value.code == "history_locked"
        other.execute("ROLLBACK")
        assert letter.save(store).revision == 1


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_bytes(b"")
    with pytest.raises(Trouble) as caught:
        Store.open(Places.under(tmp_path))
    assert caught.value.code == "not_writable"


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS, errno.EIO, errno.ENOENT])
def test_the_systems_faults_are_told_by_number(number: int) -> None:
    assert faults.of_system(OSError(number, "x")).code == "not_writable"


def test_a_fault_of_the_programs_own_passes_untouched(places: Places) -> None:
    with closing(Store.open(places)) as store, pytest.raises(sqlite3.OperationalError), faults.told():
        store._db.conn.execute("SELECT * FROM nowhere")
    with pytest.raises(sqlite3.ProgrammingError):
        find.letters(store._db.conn)

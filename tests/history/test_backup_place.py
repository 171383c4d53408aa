"""Backups lie where the officer wants them, or beside the history while that place is not to be had; none of them is overlooked."""

from __future__ import annotations

import errno
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ombudsview.errors import Trouble
from ombudsview.history import backup_place, backups
from ombudsview.history.backup_place import FOLDER, choose, elsewhere, newest_first, warning
from ombudsview.history.store import Store
from ombudsview.places import Places
from tests.history import asked
from tests.history.made import finished

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    stick = tmp_path / "stick"
    stick.mkdir()
    return stick


def saved(places: Places, hour: int, **facts: str) -> Trouble | None:
    """Save a letter in a session of its own."""
    with closing(Store.open(places, lambda: f"2026-11-20T{hour:02}:00:00+00:00")) as store:
        return finished(**facts).save(store).trouble


def count(folder: Path) -> int:
    return len(list(backups.newest_first(folder)))


def test_they_lie_in_a_folder_of_their_own_that_was_chosen_and_the_first_one_at_once(
    places: Places, stick: Path
) -> None:
    saved(places, 9, investigations="5")
    before = count(places.backups)
    place = choose(places, stick, NOW)
    assert place == stick / FOLDER == elsewhere(places)
    assert (count(place), count(places.backups)) == (1, before)
    assert saved(places, 10, investigations="6") is None
    assert (count(place), count(places.backups)) == (2, before)
    assert len(newest_first(places)) == 2 + before
    assert choose(places, None, NOW) == places.backups
    assert elsewhere(places) is None
    saved(places, 11, investigations="7")
    assert (count(place), count(places.backups)) == (2, before + 1)


def test_two_histories_do_not_share_a_folder(places: Places, stick: Path, tmp_path: Path) -> None:
    saved(places, 9)
    other = Places.under(tmp_path / "other")
    saved(other, 9)
    assert choose(places, stick, NOW) == stick / FOLDER
    assert choose(other, stick, NOW) == stick / f"{FOLDER} 2"
    assert not {path for _, path in newest_first(places)} & {path for _, path in newest_first(other)}


def test_while_the_stick_is_out_they_lie_beside_the_history_and_that_is_said(places: Places, stick: Path) -> None:
    saved(places, 9)
    choose(places, stick, NOW)
    taken_out = stick.rename(stick.with_name("out"))
    before = count(places.backups)
    trouble = saved(places, 10, investigations="6")
    assert trouble is not None
    assert trouble.what == f"The backup could not be written to {stick / FOLDER}: it lies beside the history instead."
    assert count(places.backups) == before + 1
    assert not stick.exists(), "nothing is made in its stead"
    taken_out.rename(stick)
    assert saved(places, 11, investigations="7") is None


def test_a_lost_history_is_restored_from_there(places: Places, stick: Path) -> None:
    saved(places, 9, investigations="5")
    choose(places, stick, NOW)
    for folder in (places.backups, places.letter_files):
        shutil.rmtree(folder, ignore_errors=True)
    places.history.unlink()
    for companion in places.data.glob("history.sqlite-*"):
        companion.unlink()
    assert backups.has_second_copies(places)
    with closing(Store.open(places)) as store:
        assert store.notice is not None
        assert "It was restored from the backup of" in store.notice.sentence
        assert len(asked.letters(store)) == 1


def test_a_place_that_cannot_be_written_to_changes_nothing(places: Places, stick: Path) -> None:
    saved(places, 9)
    wall = stick / "wall"
    wall.write_bytes(b"")
    with pytest.raises(Trouble) as caught:
        choose(places, wall, NOW)
    assert caught.value.code == "not_writable"
    assert elsewhere(places) is None


@pytest.mark.parametrize("content", [b"", b"relative/folder", b"/a\0b", b"\n"])
def test_what_names_no_folder_is_none(places: Places, content: bytes) -> None:
    places.data.mkdir(parents=True)
    (places.data / backup_place.POINTER).write_bytes(content)
    assert elsewhere(places) is None
    assert elsewhere(places) is None


def test_network_and_synced_folders_are_named() -> None:
    mounts = "server:/share /mnt/share nfs4 rw 0 0\n/dev/sda1 / ext4 rw 0 0\n"
    assert "in a network folder, /mnt/share:" in warning(Path("/mnt/share/council"), mounts)
    assert warning(Path("/home/a/OneDrive - Council/x"), "").startswith("OneDrive keeps that folder in step")
    assert warning(Path("/media/stick"), mounts) == ""


def test_a_stick_that_spoils_what_is_written_is_no_damage_of_the_history(
    places: Places, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved(places, 9)
    choose(places, stick, NOW)
    real = backups.is_sound

    def is_sound(connection: sqlite3.Connection, **how: bool) -> bool:
        (_, _, name) = connection.execute("PRAGMA database_list").fetchone()
        return real(connection, **how) and not Path(name).is_relative_to(stick)

    monkeypatch.setattr(backups, "is_sound", is_sound)
    before = count(places.backups)
    trouble = saved(places, 10, investigations="6")
    assert trouble is not None
    assert trouble.code == "backups_elsewhere"
    assert count(places.backups) == before + 1
    assert len(asked.letters(places)) == 2, "and letters are saved"


def test_a_share_that_cannot_be_looked_at_is_as_a_stick_that_was_taken_out(
    places: Places, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved(places, 9)
    place = choose(places, stick, NOW)
    real = Path.is_dir

    def is_dir(path: Path) -> bool:
        if path == place:
            raise OSError(errno.EHOSTDOWN, "the machine is off")
        return real(path)

    monkeypatch.setattr(Path, "is_dir", is_dir)
    before = count(places.backups)
    assert len(newest_first(places)) == before
    trouble = saved(places, 10, investigations="6")
    assert trouble is not None
    assert trouble.code == "backups_elsewhere"
    assert count(places.backups) == before + 1


def test_a_folder_that_does_not_take_them_is_named_and_not_that_of_the_history(
    places: Places, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved(places, 9)
    real = Path.mkdir

    def mkdir(path: Path, *how: int, **more: bool) -> None:
        if path.is_relative_to(stick):
            raise PermissionError(errno.EACCES, "not for you")
        real(path, *how, **more)

    monkeypatch.setattr(Path, "mkdir", mkdir)
    with pytest.raises(Trouble) as told:
        choose(places, stick, NOW)
    assert str(stick) in told.value.what
    assert elsewhere(places) is None


def test_a_stick_that_is_pulled_before_it_is_taken_is_not_made_anew(places: Places, stick: Path) -> None:
    saved(places, 9)
    stick.rmdir()
    with pytest.raises(Trouble) as told:
        choose(places, stick, NOW)
    assert told.value.code == "not_writable"
    assert elsewhere(places) is None
    assert not stick.exists()

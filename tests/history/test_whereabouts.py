"""A history on a share or in a folder that is kept in step is detected and named."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from ombudsview.history import whereabouts
from ombudsview.history.glance import is_hurt
from ombudsview.history.marks import companions
from ombudsview.history.store import Store
from ombudsview.history.whereabouts import conflict, shared
from ombudsview.places import Places
from tests.history import asked
from tests.history.made import dump, finished

MOUNTS = """/dev/sda1 / ext4 rw 0 0
tmpfs /tmp tmpfs rw 0 0
server:/export /mnt/council\\040share nfs4 rw,vers=4.2 0 0
//server/teams /srv/teams cifs rw 0 0
clerk@box: /home/clerk/far fuse.sshfs rw 0 0
/dev/sdb1 /srv/teams/stick ext4 rw 0 0
"""
posix = pytest.mark.skipif("sys.platform == 'win32'")


@posix
@pytest.mark.parametrize(
    ("folder", "named"),
    [
        ("/mnt/council share/OmbudsView", "/mnt/council share"),
        ("/srv/teams", "/srv/teams"),
        ("/home/clerk/far/away/data", "/home/clerk/far"),
    ],
)
def test_a_network_folder_is_named(folder: str, named: str) -> None:
    trouble = shared(Path(folder), MOUNTS)
    assert trouble is not None
    assert trouble.code == "network_folder"
    assert f"network folder, {named}." in trouble.sentence
    assert "--base" in trouble.way_on


@posix
@pytest.mark.parametrize(
    "folder", ["/home/clerk/data", "/tmp/data", "/srv/teams/stick/data", "/srv/teamsters", "/mnt/council"]
)
def test_a_folder_of_this_machine_is_none(folder: str) -> None:
    assert shared(Path(folder), MOUNTS) is None


def test_a_share_of_windows_is_told_by_its_name() -> None:
    trouble = shared(Path("//server/share/data"), "")
    assert trouble is not None
    assert trouble.code == "network_folder"


@pytest.mark.parametrize(
    ("folder", "program"),
    [
        ("C/Users/clerk/OneDrive - Mereford Council/OmbudsView", "OneDrive"),
        ("home/clerk/Dropbox/data", "Dropbox"),
        ("Users/clerk/Google Drive/data", "Google Drive"),
        ("Users/clerk/Library/CloudStorage/GoogleDrive-clerk/data", "another program"),
        ("Users/clerk/Library/Mobile Documents/com~apple~CloudDocs/data", "iCloud Drive"),
        ("home/clerk/Nextcloud/data", "Nextcloud"),
    ],
)
def test_a_folder_that_is_kept_in_step_is_named_with_its_program(folder: str, program: str) -> None:
    trouble = shared(Path("/") / folder, "")
    assert trouble is not None
    assert trouble.code == "synced_folder"
    assert f"that {program} keeps in step" in trouble.sentence
    assert folder in trouble.sentence.replace("\\", "/")


@pytest.mark.parametrize("folder", ["/home/clerk/Dropboxes/data", "/home/clerk/My OneDriver", "/srv/box/data"])
def test_a_name_that_only_begins_alike_is_none(folder: str) -> None:
    assert shared(Path(folder), "") is None


def test_where_the_system_says_where_onedrive_is_it_is_believed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path))
    trouble = shared(tmp_path / "data", "")
    assert trouble is not None
    assert "OneDrive keeps in step" in trouble.sentence
    assert shared(tmp_path.parent, "") is None


@pytest.mark.parametrize(
    "name",
    [
        "history (A. Clerk's conflicted copy 2026-11-27).sqlite",
        "history.sync-conflict-20261127-131200-ABCDEFG.sqlite",
        "history (1).sqlite",
        "history-COUNCIL-PC7.sqlite",
    ],
)
def test_another_history_that_was_laid_beside_this_one_is_reported(places: Places, name: str) -> None:
    assert conflict(places.data, is_shared=True) is None
    with closing(Store.open(places)) as store:
        finished().save(store)
        assert conflict(places.data, is_shared=True) is None
    places.history.with_name("history.sqlite.damaged-20261127T131200").write_bytes(b"")
    assert conflict(places.data, is_shared=True) is None
    (places.data / name).write_bytes(places.history.read_bytes())
    trouble = conflict(places.data, is_shared=True)
    assert trouble is not None
    assert name in trouble.sentence
    assert str(places.data) in trouble.sentence
    by_name = conflict(places.data, is_shared=False)
    assert (by_name is not None) is ("conflict" in name), "the officer's own copy on a disk of this machine is none"


@pytest.fixture
def share(places: Places, monkeypatch: pytest.MonkeyPatch) -> Places:
    """Folders on a network share, as the system tells."""
    line = f"//server/teams {places.data.parent.parent} cifs rw 0 0"
    monkeypatch.setattr(whereabouts, "_mounts", lambda: f"/dev/sda1 / ext4 rw 0 0\n{line}\n")
    return places


@posix
def test_on_a_share_there_is_a_rollback_journal_and_no_log(share: Places) -> None:
    with closing(Store.open(share)) as store:
        letter = finished()
        letter.save(store)
        modes = [store._db.conn.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")]
        assert modes == ["delete", 2]
        assert [row.letter for row in asked.letters(share)] == [letter.name]
        assert [path.name for path in companions(share.history)] == []
    assert not is_hurt(share)


@posix
def test_a_history_that_comes_to_a_share_keeps_no_log_any_more(places: Places, request: pytest.FixtureRequest) -> None:
    with closing(Store.open(places)) as store:
        finished().save(store)
    before = dump(places.history)
    request.getfixturevalue("share")
    with closing(Store.open(places)) as store:
        assert store.notice is None
        assert store._db.conn.execute("PRAGMA journal_mode").fetchone()[0] == "delete"
    assert dump(places.history) == before


@posix
def test_an_end_in_the_middle_of_a_save_is_taken_back_at_the_next_start(share: Places) -> None:
    with closing(Store.open(share)) as store:
        finished().save(store)
        before = dump(share.history)
        connection = store._db.conn
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE value SET value = value || ' and more', printed = hex(zeroblob(9000))")
        killed = {path.name: path.read_bytes() for path in (share.history, *companions(share.history))}
        connection.execute("ROLLBACK")
    for name, content in killed.items():
        (share.data / name).write_bytes(content)
    assert len(killed) == 2
    assert is_hurt(share)
    with closing(Store.open(share)) as store:
        assert store.notice is None
    assert dump(share.history) == before
    assert not is_hurt(share)

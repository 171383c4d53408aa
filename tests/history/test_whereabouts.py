"""A history on a share or in a folder that is kept in step is detected and named."""

from __future__ import annotations

from pathlib import Path

import pytest

from ombudsview.history.whereabouts import shared

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

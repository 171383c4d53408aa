"""Files that are whole or not there."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from ombudsview.disk import durable


def test_a_file_is_the_old_one_until_it_is_the_new_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "deep" / "file"
    durable.write_whole(path, b"old")

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "no room")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(OSError, match="no room"):
            durable.write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(path.parent.iterdir()) == [path]
    durable.write_whole(path, b"new")
    assert path.read_bytes() == b"new"


@pytest.mark.parametrize(("refusals", "succeeds"), [(3, True), (100, False)])
def test_a_file_that_another_program_holds_is_tried_for_a_while(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refusals: int, succeeds: bool
) -> None:
    pauses: list[float] = []
    monkeypatch.setattr(durable.time, "sleep", pauses.append)
    real, left = Path.replace, iter(range(refusals))

    def replace(self: Path, target: Path) -> Path:
        if next(left, None) is not None:
            raise PermissionError(errno.EACCES, "held")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    path = tmp_path / "file"
    if succeeds:
        durable.write_whole(path, b"new")
        assert len(pauses) == refusals
    else:
        with pytest.raises(PermissionError):
            durable.write_whole(path, b"new")
        assert 1 < sum(pauses) <= 2.1
    assert list(tmp_path.iterdir()) == ([path] if succeeds else [])


def test_what_can_be_made_again_is_whole_too_but_nobody_waits_for_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "deep" / "file"

    def full(_: Path, __: Path) -> Path:
        raise OSError(errno.ENOSPC, "no room")

    def waited(_: int) -> None:
        raise AssertionError("somebody waits")

    monkeypatch.setattr(os, "fsync", waited)
    durable.write_whole(path, b"old", lasting=False)
    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="no room"):
        durable.write_whole(path, b"new", lasting=False)
    assert path.read_bytes() == b"old"
    assert list(path.parent.iterdir()) == [path]


def test_the_folder_is_flushed_after_the_file_has_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "file"
    flushed: list[tuple[bool, bool]] = []
    real = os.fsync

    def flush(handle: int) -> None:
        flushed.append((stat.S_ISDIR(os.fstat(handle).st_mode), path.exists()))
        real(handle)

    monkeypatch.setattr(os, "fsync", flush)
    durable.write_whole(path, b"new")
    assert flushed == [(False, False), *([] if os.name == "nt" else [(True, True)])]


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such modes")
def test_a_private_file_is_its_owners_alone(tmp_path: Path) -> None:
    durable.write_whole(tmp_path / "file", b"new", private=True)
    assert (tmp_path / "file").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("number", "full"), [(errno.ENOSPC, True), (errno.EDQUOT, True), (errno.EACCES, False), (errno.EROFS, False)]
)
def test_a_full_disk_and_a_full_share_of_it_are_one(number: int, full: bool) -> None:
    assert durable.no_room(OSError(number, "")) is full


def test_setting_aside_never_writes_over_anything(tmp_path: Path) -> None:
    path = tmp_path / "file"
    assert durable.set_aside(path, "damaged") is None
    asides = []
    for number in range(3):
        path.write_bytes(bytes([number]))
        asides.append(durable.set_aside(path, "damaged"))
    assert not path.exists()
    assert [aside.read_bytes() for aside in asides if aside] == [b"\x00", b"\x01", b"\x02"]

import errno
import os

import pytest

from ombudsview.errors import Trouble
from ombudsview.reports import saving
from ombudsview.reports.saving import for_spreadsheet, save


def test_a_new_file_is_written_and_nothing_else_is_left(tmp_path):
    save(tmp_path / "chart.png", b"abc")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("chart.png", b"abc")]


def test_a_file_that_is_there_is_not_replaced_silently(tmp_path):
    path = tmp_path / "chart.png"
    path.write_bytes(b"old")
    with pytest.raises(Trouble) as told:
        save(path, b"new")
    assert (told.value.code, path.read_bytes()) == ("exists", b"old")
    save(path, b"new", replace=True)
    assert path.read_bytes() == b"new"


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(Trouble, match="Choose another folder") as told:
        save(tmp_path / "gone" / "chart.png", b"abc")
    assert told.value.code == "no_folder"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk_full"),
        (errno.EDQUOT, "disk_full"),
        (errno.EACCES, "not_writable"),
        (errno.EROFS, "not_writable"),
    ],
)
def test_a_failure_of_the_disk_is_told_and_the_old_file_stays(tmp_path, monkeypatch, number, code):
    path = tmp_path / "chart.png"
    path.write_bytes(b"old")

    def fail(_):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(Trouble) as told:
        save(path, b"new", replace=True)
    assert told.value.code == code
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("chart.png", b"old")]


def test_a_name_that_the_disk_cannot_hold_is_told(tmp_path):
    with pytest.raises(Trouble) as told:
        save(tmp_path / ("x" * 300), b"abc")
    assert told.value.code == "not_writable"


def test_spreadsheets_are_told_the_encoding():
    assert for_spreadsheet("Ynys Môn").startswith(b"\xef\xbb\xbf")
    assert saving.for_spreadsheet("Ynys Môn").decode("utf-8-sig") == "Ynys Môn"

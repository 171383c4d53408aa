"""What was recognised once is found again, and never more than fits."""

from __future__ import annotations

import os
from pathlib import Path

from ombudsview.paper.geometry import Box
from ombudsview.paper.paper import Sheet, Word
from ombudsview.paper.remembered import Remembered

SHEET = Sheet(595.0, 842.0, 90, (Word("£4", Box(1.0, 2.0, 3.0, 4.0), 0),), "x 1", 0.25, (0,))


def test_a_sheet_comes_back_as_it_was(tmp_path: Path) -> None:
    remembered = Remembered(tmp_path / "new" / "folder")
    assert remembered.get("a") is None
    remembered.put("a", SHEET)
    assert remembered.get("a") == SHEET
    assert remembered.get("b") is None


def test_the_one_not_asked_for_longest_is_forgotten(tmp_path: Path) -> None:
    remembered = Remembered(tmp_path, most=2)
    for age, key in enumerate("abc"):
        remembered.put(key, SHEET)
        os.utime(remembered._file(key), (1_000 + age, 1_000 + age))
        if key == "b":
            assert remembered.get("a") == SHEET  # asked for: now it is the youngest
    assert [key for key in "abc" if remembered.get(key)] == ["a", "c"]


def test_damage_is_the_same_as_nothing(tmp_path: Path) -> None:
    remembered = Remembered(tmp_path)
    remembered.put("a", SHEET)
    file = remembered._file("a")
    whole = file.read_bytes()
    for damaged in (b"", whole[:-3], b"x" + whole, whole[:10] + b"\0" + whole[11:]):
        file.write_bytes(damaged)
        assert remembered.get("a") in (None, SHEET)
    file.write_bytes(b"")
    assert remembered.get("a") is None


def test_a_place_that_cannot_be_written_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    remembered = Remembered(tmp_path / "file" / "folder")
    remembered.put("a", SHEET)
    assert remembered.get("a") is None


def test_only_the_owner_may_read_it(tmp_path: Path) -> None:
    remembered = Remembered(tmp_path)
    remembered.put("a", SHEET)
    if os.name == "posix":
        assert remembered._file("a").stat().st_mode & 0o077 == 0

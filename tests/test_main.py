"""The door: it lets in by what was asked for, and hands out the exit code."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import pytest

from ombudsview import __main__ as door
from ombudsview.cli import reading
from ombudsview.cli.asked import Asked
from tests.helpers.process import ROOT, python


def enter(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["ombudsview", *arguments])
    return door.main()


def test_reading_goes_to_the_command_line(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Asked] = []

    def main(given: Asked) -> int:
        asked.append(given)
        return 7

    monkeypatch.setattr(reading, "main", main)
    assert enter(monkeypatch, "read", "a.pdf") == 7
    assert asked == [Asked(True, ("a.pdf",))]


def test_letters_go_to_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[tuple[str, ...], str | None]] = []

    def window(letters: Sequence[str], base: str | None = None) -> int:
        asked.append((tuple(letters), base))
        return 3

    monkeypatch.setattr(door, "_window", window)
    for arguments in (("--base", "x", "a.pdf"), ("a.pdf", "--base", "x"), ("a.pdf", "read"), ()):
        assert enter(monkeypatch, *arguments) == 3
    letters = ("a.pdf",)
    assert asked == [(letters, "x"), (letters, "x"), (("a.pdf", "read"), None), ((), None)]


def test_only_letters_need_no_parser() -> None:
    done = python(
        "import sys; sys.argv[1:] = ['a.pdf']; sys.modules['argparse'] = sys.modules['ombudsview.cli'] = None\n"
        "from ombudsview import __main__ as door\ndoor._window = lambda letters: len(letters)\nsys.exit(door.main())"
    )
    assert done.returncode == 1, done.stderr


@pytest.mark.parametrize(("given", "code"), [(None, 0), (4, 4)])
def test_the_reader_process_has_a_door_of_its_own(
    given: int | None, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    child = ModuleType("ombudsview.reading.child")
    child.main = lambda: given  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "ombudsview.reading.child", child)
    monkeypatch.setattr("ombudsview.reading.child", child, raising=False)
    assert enter(monkeypatch, "--reader") == code


def test_an_interruption_has_the_code_that_shells_know(monkeypatch: pytest.MonkeyPatch) -> None:
    def main(given: Asked) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(reading, "main", main)
    assert enter(monkeypatch, "read", "a.pdf") == 130


def test_wrong_usage_ends_with_2() -> None:
    done = python("import sys; sys.argv[1:] = ['read']\nfrom ombudsview.__main__ import main\nsys.exit(main())")
    assert done.returncode == 2
    assert done.stdout == ""


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv"])
def test_a_reader_that_has_seen_enough_is_no_fault(form: str, tmp_path: Path) -> None:
    """As with `ombudsview read … | head -1`: nobody is told off, whether little or much was printed."""
    theirs, ours = os.pipe()
    os.close(theirs)
    (tmp_path / "empty.pdf").touch()
    order = [sys.executable, "-m", "ombudsview", "read", str(tmp_path / "empty.pdf"), "--format", form]
    try:
        done = subprocess.run(
            order,
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=ours,
            stderr=subprocess.PIPE,
            text=True,
            timeout=60,
            check=False,
        )
    finally:
        os.close(ours)
    assert (done.stderr, done.returncode) == ("", 0)


def test_the_door_opens_for_reading_without_a_window() -> None:
    done = python(
        "import sys\nsys.modules['PySide6'] = None\nsys.argv[1:] = ['read', 'there-is-none.pdf']\n"
        "from ombudsview.__main__ import main\ncode = main()\n"
        "heavy = {'pymupdf', 'matplotlib', 'numpy', 'sqlite3', 'sqlite_utils'} & set(sys.modules)\n"
        "assert not heavy, heavy\nsys.exit(code)"
    )
    assert done.returncode == 1, done.stderr
    assert "there-is-none.pdf" in done.stdout

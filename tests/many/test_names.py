"""Names from the command line, from lists and from folders."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from ombudsview.errors import Trouble
from ombudsview.many.names import Names


@pytest.mark.parametrize(
    ("content", "nul", "names"),
    [
        (b"a.pdf\nb c.pdf\n", False, ["a.pdf", "b c.pdf"]),
        (b"a.pdf\r\nb.pdf\r\n", False, ["a.pdf", "b.pdf"]),
        (b"a.pdf\n\n\nb.pdf", False, ["a.pdf", "b.pdf"]),
        (b"\xef\xbb\xbfa.pdf\nb.pdf\n", False, ["a.pdf", "b.pdf"]),
        (b"\xef\xbb\xbfa.pdf", False, ["a.pdf"]),
        (b"two\nlines.pdf\0b.pdf\0", True, ["two\nlines.pdf", "b.pdf"]),
        (b"ends in a return\r\0", True, ["ends in a return\r"]),
        ("Brûlé & Cø.pdf\n".encode(), False, ["Brûlé & Cø.pdf"]),
        (b"", False, []),
        (b"x" * 70_000 + b"\ny\n", False, ["x" * 70_000, "y"]),
    ],
)
def test_a_list(content: bytes, nul: bool, names: list[str], tmp_path: Path) -> None:
    (tmp_path / "list").write_bytes(content)
    named = Names(("first.pdf",), str(tmp_path / "list"), nul)
    assert list(named) == ["first.pdf", *names]
    assert named.count() == 1 + len(names)


@pytest.mark.skipif(sys.platform == "win32", reason="names are text there")
def test_a_name_that_is_no_text_is_kept(tmp_path: Path) -> None:
    (tmp_path / "list").write_bytes(b"caf\xe9.pdf\n")
    [name] = Names((), str(tmp_path / "list"))
    assert os.fsencode(name) == b"caf\xe9.pdf"


def test_a_list_that_is_not_there_is_a_trouble(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="cannot be read") as told:
        Names((), str(tmp_path / "gone")).check()
    assert told.value.code == "list"


def test_what_is_streamed_cannot_be_counted() -> None:
    assert Names((), "-").count() is None


def test_folders_stand_for_the_letters_below_them_where_that_is_asked(tmp_path: Path) -> None:
    left = ("notes.txt", "scan.png.part", ".hidden.pdf", "._b.pdf", "~$c.docx", ".git/x.pdf")
    for name in ("b.pdf", "a.PDF", "c.docx", "2020/z.TIF", "2020/z.jpeg", "10/y.png", *left):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    folder = str(tmp_path)
    expected = [str(tmp_path / name) for name in ("a.PDF", "b.pdf", "c.docx", "10/y.png", "2020/z.TIF", "2020/z.jpeg")]
    assert list(Names((folder, "x.txt"), recursive=True)) == [*expected, "x.txt"]
    assert list(Names((folder,))) == [folder]


@pytest.mark.skipif(not hasattr(os, "symlink") or sys.platform == "win32", reason="links")
def test_a_folder_that_holds_itself_is_walked_once(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").touch()
    (tmp_path / "again").symlink_to(tmp_path)
    assert list(Names((str(tmp_path),), recursive=True)) == [str(tmp_path / "a.pdf")]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may list every folder")
def test_a_folder_that_cannot_be_listed_is_answered_for(tmp_path: Path) -> None:
    barred = tmp_path / "barred"
    barred.mkdir(mode=0)
    try:
        assert list(Names((str(tmp_path),), recursive=True)) == [str(barred)]
    finally:
        barred.chmod(0o700)

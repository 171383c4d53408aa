"""Where a file is saved: a name that every system takes, an ending, and nothing replaced that nobody was asked about."""

from __future__ import annotations

import random
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from ombudsview.gui.save_as import LONGEST, ask_path, plain_name

ODD = (
    "../../etc/passwd", "/etc/shadow", r"C:\Windows\System32", r"\\server\share", "a:b", "CON", "nul.txt", "x" * 300, "..", ".",
    "name\x00with\nlines", "\u202ecod.exe", "tab\tbed", "*?<>|\"", "King's Lynn & West Norfolk", "", "   ", "\ud800",
)  # fmt: skip


@pytest.mark.parametrize("text", ODD)
def test_a_name_stays_in_its_folder(text: str) -> None:
    name = plain_name(f"{text} - committee paper", "docx")
    for kind in (PurePosixPath, PureWindowsPath):
        assert kind(name).name == name
        assert not kind(name).is_absolute()
    assert name.endswith(".docx")
    assert len(name) <= LONGEST + 5
    assert name.isprintable()
    assert Path("/folder", name).resolve().parent == Path("/folder")
    assert PureWindowsPath(name).stem.casefold() not in {"con", "nul", "aux", "prn"}


def test_whatever_the_letters_it_is_a_name() -> None:
    draw = random.Random(7)
    for _ in range(300):
        name = plain_name("".join(chr(draw.randrange(1, 0x3000)) for _ in range(draw.randrange(1, 80))), "docx")
        assert "/" not in name
        assert Path("/folder", name).resolve().parent == Path("/folder")


@pytest.mark.parametrize(
    ("chosen", "path", "agreed"),
    [("/a/paper.docx", "/a/paper.docx", True), ("/a/paper.DOCX", "/a/paper.DOCX", True), ("/a/paper", "/a/paper.docx", False),
     ("/a/paper.v2", "/a/paper.v2.docx", False)],
)  # fmt: skip
def test_the_dialog_asked_about_the_name_that_it_gave(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, chosen: str, path: str, agreed: bool
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *asked: (chosen, ""))
    assert ask_path(parent, "Save", "Word document", "docx", "x.docx") == (Path(path), agreed)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *asked: ("", ""))
    assert ask_path(parent, "Save", "Word document", "docx", "x.docx") is None

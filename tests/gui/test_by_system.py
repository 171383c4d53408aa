"""A document is handed over only where the desktop names a program for it; a desktop that cannot be asked is trusted."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from ombudsview.gui import by_system

PAPER = Path("/papers/paper.docx")


@pytest.mark.skipif(os.name != "posix", reason="a command of Linux desktops")
@pytest.mark.parametrize(
    ("script", "taken"), [("echo writer.desktop", True), ("true", False), ("exit 3", True), (None, True)]
)
def test_a_desktop_that_names_no_program_is_believed(
    script: str | None, taken: bool, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    heard: list[bool] = []
    command = tmp_path / "asked"
    if script is not None:
        command.write_text(f"#!/bin/sh\ntest \"$*\" = 'query default {by_system.DOCX}' || exit 9\n{script}\n")
        command.chmod(0o755)
    monkeypatch.setattr(by_system, "who_knows", lambda: str(command))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    opener = by_system.WordOpener()
    opener.open(PAPER, heard.append)
    qtbot.waitUntil(lambda: bool(heard), timeout=20_000)
    assert heard == [taken]
    assert opened == ([QUrl.fromLocalFile(str(PAPER))] if taken else [])

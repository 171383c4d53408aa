"""Word documents and folders handed to whatever program the system has for them; where there is none, that is found first."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QUrl

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def open_by_system(path: Path) -> bool:
    """Whether it could be handed over. On Linux that says nothing of whether there is a program that takes it."""
    from PySide6.QtGui import QDesktopServices

    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def who_knows() -> str | None:
    """The command of a Linux desktop that names the program for a kind of file; None where there is none to ask."""
    return shutil.which("xdg-mime") if sys.platform == "linux" else None


class WordOpener(QObject):
    """One document at a time."""

    def open(self, path: Path, then: Callable[[bool], object]) -> None:
        """Hand a Word document over, and tell `then` whether somebody takes it; the answer may come after this returns."""
        command = who_knows()
        if command is None:
            then(open_by_system(path))
            return
        asked = QProcess(self)

        def answered(*_: object) -> None:
            names = bytes(asked.readAllStandardOutput().data()).strip()
            none = asked.exitStatus() is QProcess.ExitStatus.NormalExit and asked.exitCode() == 0 and not names
            asked.deleteLater()
            then(not none and open_by_system(path))

        def unanswered(error: QProcess.ProcessError) -> None:
            if error is QProcess.ProcessError.FailedToStart:  # else it has also finished
                asked.deleteLater()
                then(open_by_system(path))

        asked.finished.connect(answered)
        asked.errorOccurred.connect(unanswered)
        asked.start(command, ["query", "default", DOCX])

"""What nobody expected: logged, shown once with Copy, and the program goes on. Every edit was written to the draft as it was made."""

from __future__ import annotations

import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QApplication

translate = QCoreApplication.translate


class Crash(QObject):
    """Takes the place of `sys.excepthook`; each fault is shown once a session."""

    shown = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._seen: set[str] = set()
        self._logging = False

    def install(self) -> None:
        """Hear of every exception that nobody caught."""
        sys.excepthook = self.caught

    def caught(self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        """Log a fault by its place, never by its message, which may hold a letter's text; show it the first time."""
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        import traceback

        frames = traceback.extract_tb(trace)
        places = "\n".join(f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}" for frame in frames)
        report = f"{kind.__name__}\n{places}"
        self._write(report)
        if report not in self._seen:
            self._seen.add(report)
            self.shown.emit(report)

    def _write(self, report: str) -> None:
        import logging
        from logging.handlers import RotatingFileHandler

        log = logging.getLogger("ombudsview")
        if not self._logging:
            self._logging = True
            try:
                self._folder.mkdir(parents=True, exist_ok=True)
                handler = RotatingFileHandler(
                    self._folder / "ombudsview.log", maxBytes=2**20, backupCount=4, encoding="utf-8", delay=True
                )
            except OSError:
                return
            handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
            log.addHandler(handler)
        log.error("%s", report)


def show(report: str) -> None:
    """Say what happened, with the report to copy; it holds places in the program, nothing of any letter."""
    from PySide6.QtWidgets import QMessageBox  # 2 ms that a good day need not pay

    box = QMessageBox(QApplication.activeWindow())
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle("OmbudsView")
    box.setText(translate("Crash", "Something in OmbudsView went wrong. You can go on."))
    kept = translate("Crash", "The foot of the letter says when your edits were last written to the disk.")
    send = translate("Crash", "If it happens again, please send us the report; nothing of any letter is in it.")
    box.setInformativeText(f"{kept}\n\n{send}")
    box.setDetailedText(report)
    copy = box.addButton(translate("Crash", "Copy the report"), QMessageBox.ButtonRole.ActionRole)
    copy.clicked.connect(lambda: QApplication.clipboard().setText(report))
    box.addButton(translate("Crash", "Go on"), QMessageBox.ButtonRole.AcceptRole)

    def done(_: int) -> None:  # which keeps the box until then: it has no parent where no window of ours is in front
        box.deleteLater()

    box.finished.connect(done)
    box.open()

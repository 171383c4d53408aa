"""Files and folders on their way into the queue: folders are looked through in a thread, and very many letters asked about."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from ombudsview.gui.arrival.folders import letters_in

MANY = 1_000
"""Letters out of folders that are asked about before they fill the queue."""

SAY_AFTER_MS = 500


@dataclass(frozen=True)
class Gathered:
    """What a drop came to: files in their order, how many of them were found in folders, folders without letters, and folders
    that could not be listed. `cut`: there may be more.
    """

    files: tuple[Path, ...]
    found: int = 0
    empty: tuple[Path, ...] = ()
    barred: tuple[Path, ...] = ()
    cut: bool = False


class Gathering(QObject):
    """One search at a time for each call; a newer one does not end an older one. `slow` names a folder that takes its time."""

    slow = Signal(str)
    asked = Signal(object, object)
    _ready = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stopped = threading.Event()
        self._ready.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def gather(self, paths: list[Path], then: Callable[[Gathered], object]) -> None:
        """Look through the folders among these, then say what there is; `asked` comes before it where there is very much."""
        self._stopped = stopped = threading.Event()
        is_over = threading.Event()
        threading.Thread(target=self._look, args=(paths, stopped, is_over, then), name="folders", daemon=True).start()
        folder = next(path for path in paths if path.is_dir()).name
        QTimer.singleShot(SAY_AFTER_MS, self, lambda: None if is_over.is_set() else self.slow.emit(folder))

    def stop(self) -> None:
        """Look no further; what was found by now is taken."""
        self._stopped.set()

    def _look(
        self, paths: list[Path], stopped: threading.Event, is_over: threading.Event, then: Callable[[Gathered], object]
    ) -> None:
        files: list[Path] = []
        empty: list[Path] = []
        barred: list[Path] = []
        count, cut = 0, False
        for path in paths:
            if not path.is_dir():
                files.append(path)
                continue
            found = letters_in(path, stopped.is_set)
            files += found.letters
            barred += found.barred
            count += len(found.letters)
            cut = cut or found.cut
            if not found.letters and not found.barred:
                empty.append(path)
        is_over.set()
        gathered = Gathered(tuple(dict.fromkeys(files)), count, tuple(empty), tuple(barred), cut)
        with suppress(RuntimeError):  # the window has closed meanwhile
            self._ready.emit(gathered, then)

    def _deliver(self, gathered: Gathered, then: Callable[[Gathered], object]) -> None:
        if gathered.found > MANY:
            self.asked.emit(gathered, then)
        else:
            then(gathered)

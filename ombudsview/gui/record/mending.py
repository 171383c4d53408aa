"""A history that is damaged or gone is restored behind the window, and the officer is told what from."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from ombudsview.errors import Trouble
from ombudsview.gui.work.errands import Errand, Rank

if TYPE_CHECKING:
    from collections.abc import Callable

    from ombudsview.gui.desk import Desk
    from ombudsview.gui.notice import Notice

translate = QCoreApplication.translate


MANY, EVERY = 200, 20
"""Letters that take long enough for it to be shown, and after how many of them it is."""


class Mending(QObject):
    """`restored`: the history is another one now. `told`: what the officer should know of it, in a sentence."""

    restored = Signal()
    told = Signal(str)
    _opened = Signal(object)
    _hurt = Signal()
    _filed = Signal(int, int)

    def __init__(self, desk: Desk, notice: Notice, show_history: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._notice, self._show_history = desk, notice, show_history
        self._suspected = False
        self._opened.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._hurt.connect(self._suspect, Qt.ConnectionType.QueuedConnection)
        self._filing = ""
        self._filed.connect(self._show_filing, Qt.ConnectionType.QueuedConnection)
        desk.keeping.filing = self._on_filed
        desk.keeping.told = self._opened.emit
        desk.keeping.hurt = self._hurt.emit
        desk.troubled.connect(self._heard)

    def look(self) -> None:
        """Look at the history once the window is there, and restore it where that must be."""
        self._ask(suspected=False)

    def _ask(self, *, suspected: bool) -> None:
        self._desk.record.ask(partial(self._desk.keeping.mend, suspected=suspected), self._looked, Rank.READ)

    def _looked(self, errand: Errand[None]) -> None:
        try:
            _ = errand.result
        except Trouble as trouble:
            self._desk.troubled.emit(trouble)

    def _heard(self, trouble: Trouble) -> None:
        if trouble.code == "history_damaged":
            self._suspect()

    def _suspect(self) -> None:
        """Something could not be read. Once a session: what is damaged again at once is no matter of the file alone."""
        if not self._suspected:
            self._suspected = True
            self._ask(suspected=True)

    def _on_filed(self, done: int, of: int) -> None:
        if of >= MANY and done % EVERY == 0:
            self._filed.emit(done, of)

    def _show_filing(self, done: int, of: int) -> None:
        words = translate("Mending", "Letters are filed under their authorities' official names: {done:,} of {of:,}.")
        words, before = words.format(done=done, of=of), self._filing
        self._filing = words
        if not before:
            stop = (translate("Mending", "Stop, go on with the next start"), self._desk.keeping.stop_filing)
            self._notice.say(words, stop)
        else:
            self._notice.reword(before, words)

    def _tell(self, notice: Trouble) -> None:
        self._filing = ""
        self.restored.emit()
        self.told.emit(notice.sentence)
        self._notice.warn(notice.sentence, (translate("Mending", "Show the history"), self._show_history))

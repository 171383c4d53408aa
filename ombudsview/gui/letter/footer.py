"""The foot of the fields: when the work was last put down, Undo, and the one thing that is asked for: Finish, until it is done."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ombudsview.gui.actions import keys_of
from ombudsview.gui.style.theme import UNIT


class Footer(QWidget):
    """Its buttons are the window's own actions."""

    access_role = "Grouping"

    def __init__(self, undo: QAction, finish: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Undo and finish"))
        self._narrow = False
        self._saved = QLabel(self)
        self._saved.setProperty("ink", "soft")
        self._saved.setWordWrap(True)
        self._undo = QPushButton(self.tr("Undo"), self)
        self._undo.setToolTip(self.tr("Take the last step back (Ctrl+Z)"))
        self._undo.clicked.connect(undo.trigger)
        self._undo.setEnabled(undo.isEnabled())
        undo.changed.connect(lambda: self._undo.setEnabled(undo.isEnabled()))
        self.finish = QPushButton(self)
        self.finish.setProperty("look", "primary")
        self.show_finish("")
        self.finish.clicked.connect(finish.trigger)
        self.finish.setEnabled(finish.isEnabled())
        finish.changed.connect(lambda: self.finish.setEnabled(finish.isEnabled()))
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * UNIT + 2, UNIT + 2, 2 * UNIT + 2, UNIT + 2)
        row.setSpacing(UNIT + 4)
        row.addWidget(self._saved, 1)
        row.addWidget(self._undo)
        row.addWidget(self.finish)

    def be_narrow(self, narrow: bool) -> None:
        """Where there is little room Finish loses the words for its keys, as the answers of a field do."""
        self._narrow = narrow
        self.finish.setText(self._words[not narrow])

    def show_saved(self, words: str) -> None:
        """`Finished, saved 14:02`, or `Draft saved 14:02`."""
        self._saved.setText(words)

    def show_finish(self, saved: str, *, waits: bool = False) -> None:
        """What Finish would do: save the letter; or, where it was saved at that time and not touched since, go on where one `waits`.

        Only what is still to be done stands out.
        """
        if not saved:
            words, tip = self.tr("Finish"), self.tr("Save the letter to the history, and on to the next one")
        elif waits:
            words, tip = (
                self.tr("Next letter"),
                self.tr("This one was saved {time}: on to the next that is not finished"),
            )
        else:
            words, tip = self.tr("Finished"), self.tr("Saved {time}, nothing has changed since: nothing is left to do")
        keys = keys_of("finish")
        self._words = words, f"{words}   {keys}" if waits or not saved else words
        self.finish.setText(self._words[not self._narrow])
        self.finish.setAccessibleName(words)
        self.finish.setToolTip(f"{tip.format(time=saved)} ({keys})")
        look = "large" if saved else "primary"
        if self.finish.property("look") != look:
            self.finish.setProperty("look", look)
            self.finish.style().polish(self.finish)

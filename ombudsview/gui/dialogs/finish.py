"""Fields are still open: go to the first of them, or finish anyway with a reason."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from ombudsview.gui.letter.quiet import Quiet
from ombudsview.gui.style.line_box import LineBox
from ombudsview.gui.style.theme import UNIT

MOST_NAMED = 6


class FinishDialog(QDialog):
    """Accepted with a reason to finish anyway; `first_asked` leads to the first open field; Esc leaves all as it was.

    `half` is what was typed of the reason before, `typed` says what stands there whenever it is to be kept.
    """

    first_asked = Signal()
    typed = Signal(str)

    def __init__(self, sentence: str, names: list[str], parent: QWidget | None = None, *, half: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Finish"))
        self.setMinimumWidth(460)
        words = QLabel(sentence, self)
        words.setProperty("type", "strong")
        which = QLabel(_listed(names), self)
        which.setProperty("ink", "soft")
        self.reason = LineBox(self)
        self.reason.setPlaceholderText(self.tr("Reason, kept with the letter"))
        self.reason.setAccessibleName(self.tr("Reason to finish anyway"))
        self.reason.setMaxLength(500)
        buttons = QDialogButtonBox(self)
        self.go_on = buttons.addButton(self.tr("Show the first one"), QDialogButtonBox.ButtonRole.RejectRole)
        self.anyway = buttons.addButton(self.tr("Finish anyway"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.reason.setText(half)
        self.anyway.setEnabled(bool(half.strip()))
        self.go_on.setDefault(True)  # also beside a reason that was typed before: Enter alone finishes nothing by it
        self.reason.textChanged.connect(self._typed)
        self._quiet = Quiet(self)
        self._quiet.timeout.connect(self.tell)
        self.rejected.connect(self.tell)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.first_asked)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * UNIT, 2 * UNIT, 3 * UNIT, 2 * UNIT)
        column.setSpacing(UNIT + 4)
        for widget in (words, which, self.reason, buttons):
            if isinstance(widget, QLabel):
                widget.setWordWrap(True)
            column.addWidget(widget)

    def tell(self) -> None:
        """The question goes without an answer, or has rested for a moment: what is typed is to be kept."""
        self._quiet.stop()
        self.typed.emit(self.reason.text())

    def _typed(self, text: str) -> None:
        self._quiet.typed()
        given = bool(text.strip())
        self.anyway.setEnabled(given)
        self.anyway.setDefault(given)


def _listed(names: list[str]) -> str:
    """The first of them by name, and how many more."""
    if len(names) <= MOST_NAMED + 1:
        return "; ".join(names)
    words = QCoreApplication.translate("FinishDialog", "{names}; and {count} more")
    return words.format(names="; ".join(names[:MOST_NAMED]), count=len(names) - MOST_NAMED)

"""Asks for the password of a locked letter."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from ombudsview.gui.arrival.opening import PASSWORD_TRIES
from ombudsview.gui.style.line_box import LineBox
from ombudsview.gui.style.theme import UNIT


class PasswordDialog(QDialog):
    """Modal to the window; the password goes nowhere but to the reader, and is kept only while the letter is open."""

    def __init__(self, name: str, attempt: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Password"))
        self.setMinimumWidth(420)
        question = self.tr("“{name}” is locked with a password.").format(name=name)
        if attempt > 1:
            left = PASSWORD_TRIES - attempt + 1
            tries = self.tr("one try is left") if left == 1 else self.tr("{count} tries are left").format(count=left)
            question = self.tr("That password does not open “{name}”; {tries}.").format(name=name, tries=tries)
        words = QLabel(question, self)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        self.box = LineBox(self)
        self.box.setEchoMode(QLineEdit.EchoMode.Password)
        self.box.setAccessibleName(self.tr("Password"))
        buttons = QDialogButtonBox(self)
        self.open_button = buttons.addButton(self.tr("Open"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.open_button.setEnabled(False)
        self.box.textChanged.connect(lambda text: self.open_button.setEnabled(bool(text)))
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * UNIT, 2 * UNIT, 3 * UNIT, 2 * UNIT)
        column.setSpacing(UNIT + 4)
        for widget in (words, self.box, buttons):
            column.addWidget(widget)

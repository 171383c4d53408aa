"""The statement on accessibility: what works, what is known not to, in plain words and kept true by tests."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ombudsview.gui.dialogs.sheet import Sheet
from ombudsview.gui.style.heading import Heading
from ombudsview.gui.style.theme import UNIT, type_size
from ombudsview.gui.style.words import QT_TRANSLATE_NOOP

STATEMENT: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        QT_TRANSLATE_NOOP("Access", "What it aims at"),
        (
            QT_TRANSLATE_NOOP(
                "Access",
                "The Web Content Accessibility Guidelines 2.2, level AA, as far as they apply to programs. "
                "It was checked by its makers and their tests, not by an auditor.",
            ),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Access", "What works"),
        (
            QT_TRANSLATE_NOOP(
                "Access",
                "Everything can be done with the keyboard; F1 lists the keys, F6 goes from pane to pane, Ctrl+F6 moves the lines "
                "between them.",
            ),
            QT_TRANSLATE_NOOP(
                "Access",
                "Screen readers get the name, value and state of every field, the text of every page, and each figure that is "
                "marked on it. What a step has done is announced, with the field that comes next.",
            ),
            QT_TRANSLATE_NOOP(
                "Access", "Where the keys go is framed. Text reaches a contrast of 4.5 to 1, shapes and frames 3 to 1."
            ),
            QT_TRANSLATE_NOOP(
                "Access", "States have a shape and a word as well as a colour. Charts have dashes, labels and a table."
            ),
            QT_TRANSLATE_NOOP(
                "Access",
                "Text follows the system's size up to 200%; colours follow the desktop, or are chosen in View.",
            ),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Access", "What is known not to work"),
        (
            QT_TRANSLATE_NOOP(
                "Access", "A letter that is a picture has no text until it is recognised, which makes mistakes."
            ),
            QT_TRANSLATE_NOOP("Access", "The width of the columns of a table can be changed with a mouse only."),
            QT_TRANSLATE_NOOP(
                "Access",
                "The text of a page is read by screen readers, but there is no cursor in it; the plain text (Ctrl+U) has one.",
            ),
            QT_TRANSLATE_NOOP(
                "Access",
                "Only the accessibility tree of Linux was tried, not the screen readers of Windows and macOS.",
            ),
        ),
    ),
)
"""Headings, each with its sentences."""


class AccessSheet(Sheet):
    """Headings and sentences, one below the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Access", "Accessibility"), parent)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setSpacing(UNIT)
        for heading, sentences in STATEMENT:
            column.addWidget(Heading(QCoreApplication.translate("Access", heading), page, look="strong"))
            for sentence in sentences:
                column.addWidget(_words(QCoreApplication.translate("Access", sentence), page))
            column.addSpacing(UNIT)
        column.addStretch(1)
        page.setMinimumWidth(min(type_size(520), self.room.width() - 8 * UNIT))
        self.fill(page)


def _words(sentence: str, parent: QWidget) -> QLabel:
    label = QLabel(sentence, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label

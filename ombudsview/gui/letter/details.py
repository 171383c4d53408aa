"""What the row in focus opens: printed, read and final side by side, what the checks say, and the three answers with their keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ombudsview.gui.actions import keys_of
from ombudsview.gui.letter.quiet import Quiet
from ombudsview.gui.style.line_box import NoteLine
from ombudsview.gui.style.theme import UNIT
from ombudsview.gui.style.words import plain_tip

if TYPE_CHECKING:
    from ombudsview.gui.letter.says import Entering


class Details(QWidget):
    """One for all rows: it moves into the row that opens. `noting`: the note as far as it is typed; empty where it was dropped."""

    agreed = Signal()
    denied = Signal()
    queried = Signal(str)
    noting = Signal(str)
    left = Signal()
    teach_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._narrow = False
        self._values = _words("soft")
        self._note = _Note(self)
        self._note.given.connect(self._note_given)
        self._note.dropped.connect(self.drop_note)
        self._quiet = Quiet(self)
        self._quiet.timeout.connect(lambda: self.noting.emit(self._note.text()))
        self._note.textEdited.connect(lambda _: self._quiet.typed())
        self._answers = QWidget(self)
        column = self._inside = QVBoxLayout(self)
        column.setSpacing(UNIT - 2)
        self.teach_button = _answer(self.tr("Remember where this is printed…"), keys_of("teach"), self.teach_asked.emit)
        self.teach_button.setProperty("look", "inline")
        self.teach_button.setToolTip(self.tr("Make a rule of its place, so that letters like this one are read by it"))
        self.teach_button.hide()
        self._ways = self._ways_of_note()
        for widget in (self._values, self.teach_button, self._answers, self._note, self._ways):
            column.addWidget(widget)
        self._show_note(False)
        row = QHBoxLayout(self._answers)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT)
        self.agree_button = _Entering(self._answers)
        self.agree_button.clicked.connect(self.agreed)
        self.deny_button = _answer(self.tr("Not in letter"), self.tr("Del"), self.denied.emit)
        self.query_button = _answer(self.tr("Query"), "", self.ask_note)
        self.query_button.setToolTip(self.tr("Leave it for later, with a question noted (Ctrl+Shift+Q)"))
        for button in (self.agree_button, self.deny_button, self.query_button):
            row.addWidget(button)
        row.addStretch()

    def show_field(self, name: str, values: str, *, offers: bool = False) -> None:
        """The field's name and its lines of values (rich text). `offers`: the place that was pointed at can be remembered."""
        self.teach_button.setVisible(offers)
        self._values.setText(values)
        self._values.setVisible(bool(values))
        top = 0 if values else UNIT - 4  # else its buttons would touch what is said above them
        self._inside.setContentsMargins(0, top, UNIT, UNIT)
        self.deny_button.setAccessibleName(f"{self.tr('Not in letter')}: {name}")
        self.query_button.setAccessibleName(f"{self.tr('Query')}: {name}")
        self._note.setAccessibleName(self.tr("Question about {field}").format(field=name))
        self.note_button.setAccessibleName(f"{self.tr('Query with this note')}: {name}")
        self.drop_button.setAccessibleName(f"{self.tr('Cancel the query')}: {name}")

    def begin(self) -> None:
        """They come to another field: the answers show. Who had the keyboard for a note has it no more, nor has a neighbour."""
        self._note.clearFocus()
        self._show_note(False)

    def _ways_of_note(self) -> QWidget:
        """To give the note, and to drop it, for hands that have no Enter and no Esc."""
        ways = QWidget(self)
        row = QHBoxLayout(ways)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT)
        self.note_button = _answer(self.tr("Query"), self.tr("Enter"), self._note_given)
        self.drop_button = _answer(self.tr("Cancel"), self.tr("Esc"), self.drop_note)
        for button in (self.note_button, self.drop_button):
            row.addWidget(button)
        row.addStretch()
        return ways

    def _show_note(self, on: bool) -> None:
        self._quiet.stop()
        for widget in (self._note, self._ways):
            widget.setVisible(on)
        self._answers.setVisible(not on)

    def be_narrow(self, narrow: bool) -> None:
        """Where there is little room the answers lose the words for their keys, which the menu Letter has too."""
        self._narrow = narrow
        self.agree_button.leave_out_key(narrow)

    def show_entering(self, name: str, entering: Entering) -> None:
        """What Enter would do with what stands in the box just now.

        While it is typed in, Delete takes a letter away, and the room of what cannot be meant goes to the value.
        """
        self.query_button.setVisible(not entering.typing)
        self.deny_button.setVisible(entering.deny)
        deny, key = self.tr("Not in letter"), "" if self._narrow else f"  {self.tr('Del')}"
        self.deny_button.setText(deny if entering.typing else deny + key)
        self.deny_button.setToolTip("" if entering.typing else f"{deny} ({self.tr('Del')})")
        spared = self.fontMetrics().horizontalAdvance(key) + UNIT + self.query_button.sizeHint().width()
        self.agree_button.say(entering.words, spared if entering.typing else 0)
        self.agree_button.setAccessibleName(f"{entering.words}: {name}")
        self.agree_button.setEnabled(entering.can)

    @property
    def half_note(self) -> str | None:
        """The note that is being typed; None where none is asked for."""
        return self._note.text() if not self._note.isHidden() else None

    def ask_note(self) -> None:
        """Ask for the note of a query, in the place of the answers; what is typed of one already stays."""
        self.go_on_with_note(self.half_note or "")

    def drop_note(self) -> None:
        """Ask for none any more: Esc was pressed, or the field has been answered otherwise."""
        if self.half_note is not None:
            self._put_note_away()
            self.noting.emit("")

    def go_on_with_note(self, half: str) -> None:
        """Ask for it where a part of it was typed before."""
        self._note.setText(half)
        self._show_note(True)
        self._note.setFocus()

    def _note_given(self) -> None:
        note = self._note.text().strip()
        self._put_note_away()
        self.queried.emit(note)

    def _put_note_away(self) -> None:
        self.left.emit()  # first: a box that hides with the focus in it gives it to whatever comes next
        self._show_note(False)


class _Entering(QPushButton):
    """The first answer. Only a long text gives way to dots, and only where there is no room: it never makes the fields wider."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words, self._key = "", f"  {self.tr('Enter')}"
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.say(self.tr("Agree"))

    def leave_out_key(self, out: bool) -> None:
        """Whether the word for its key is left out."""
        self._key = "" if out else f"  {self.tr('Enter')}"
        self.say(self._words)

    def say(self, words: str, spared: int = 0) -> None:
        """What Enter does. It may take as many pixels more than its shortest words as were spared beside it; nought: all it needs."""
        self._words = words
        self.setText(f"{words}{self._key}")
        self.setToolTip(plain_tip(f"{words} ({self.tr('Enter')})"))
        needs = self.sizeHint().width()
        shortest = needs - self._broad(words) + self._broad(self.tr("Agree"))
        self.setMinimumWidth(min(shortest + spared, needs) if spared else needs)
        self._fit()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        hint.setWidth(hint.width() - self._broad(self.text()) + self._broad(f"{self._words}{self._key}"))
        return hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        words, needs = self._words, self.sizeHint().width()
        if self.isVisible() and self.width() < needs:
            room = self.width() - needs + self._broad(words)
            words = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
        self.setText(f"{words}{self._key}")

    def _broad(self, text: str) -> int:
        return self.fontMetrics().horizontalAdvance(text)


class _Note(NoteLine):
    """The note of a query: Enter gives it, Esc drops it."""

    given = Signal()
    dropped = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("What is the question?"))
        self.setToolTip(self.tr("Enter keeps the question and goes on, Esc drops it"))
        self.setMaxLength(500)

    def _spares(self, event: QKeyEvent) -> bool:
        return not self.text() and super()._spares(event)  # a step back in its field would take half a question away

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.given.emit()
            case Qt.Key.Key_Escape:
                self.dropped.emit()
            case _:
                super().keyPressEvent(event)


def _words(ink: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setProperty("ink", ink)
    label.setWordWrap(True)
    return label


def _answer(text: str, key: str, then: object) -> QPushButton:
    """A button that leaves the focus in the box, since each has its key."""
    button = QPushButton(f"{text}  {key}".strip())
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.setAccessibleName(text)
    button.clicked.connect(then)
    return button

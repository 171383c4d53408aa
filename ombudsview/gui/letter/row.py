"""One field: the mark of its state, its name, its value; opened in place while it has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ombudsview.gui.letter import says
from ombudsview.gui.letter.details import Details
from ombudsview.gui.letter.last_year import LastYear, line, said
from ombudsview.gui.letter.long_edit import LongEdit
from ombudsview.gui.letter.quiet import Quiet
from ombudsview.gui.letter.teachable import offered
from ombudsview.gui.letter.value_edit import ValueEdit
from ombudsview.gui.style.marks import paint_mark, state_word
from ombudsview.gui.style.theme import CORNER, UNIT, theme, type_size
from ombudsview.letters.fields import FIELDS, Unit
from ombudsview.review.state import FieldReview, State

if TYPE_CHECKING:
    from PySide6.QtGui import QAccessibleInterface

    from ombudsview.review.review import Review

MARK = 16
INDENT = UNIT + MARK + UNIT + 4
_WIDTHS = {Unit.COUNT: 130, Unit.PERCENT: 130, Unit.RATE: 130, Unit.DAYS: 130, Unit.DATE: 220}
"""Figures and dates need no more room than this; text takes what there is."""
_NO_LIMIT = 0xFFFFFF  # Qt's QWIDGETSIZE_MAX, which PySide has not


class FieldRow(QWidget):
    """Speaks to nobody but the panel that holds it. `asked`: something was to be done to it, by the name of the action."""

    taken = Signal(str)
    entered = Signal(str)
    denied = Signal(str)
    escaped = Signal(str)
    stepped = Signal(int)
    typed = Signal(str, object)
    asked = Signal(str, str)

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = State.TO_CHECK
        self._field: FieldReview | None = None
        self._details: Details | None = None
        self._name = QLabel(self)
        declared = FIELDS[key]
        self.edit: ValueEdit | LongEdit = LongEdit(declared.joint, self) if declared.is_prose else ValueEdit(self)
        self._name.setBuddy(self.edit)
        self._worry: QLabel | None = None
        self._last_year: LastYear | None = None
        self._before: tuple[str, tuple[tuple[str, str], ...]] = ("", ())
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(INDENT, 2, UNIT, 2)
        self._column.setSpacing(2)
        first = self._first = QHBoxLayout()
        first.setSpacing(UNIT)
        first.addWidget(self._name)
        first.addStretch(1)
        first.addWidget(self.edit, 1000)
        self._column.addLayout(first)
        self._draft = Quiet(self)
        self._draft.timeout.connect(self.tell_typing)
        self._noted = False
        self._connect()
        self.be_for(key)

    def be_for(self, key: str) -> None:
        """Be the row of another field, whose box is of the same sort; `show_field` follows."""
        self.key = key
        self._name.setText(says.label(key))
        width = _WIDTHS.get(FIELDS[key].unit)
        self.edit.setMaximumWidth(type_size(width) if width else _NO_LIMIT)

    def _connect(self) -> None:
        self.edit.taken.connect(lambda: self.taken.emit(self.key))
        self.edit.entered.connect(lambda: self.entered.emit(self.key))
        self.edit.emptied.connect(lambda: self.denied.emit(self.key))
        self.edit.sought.connect(lambda: self.asked.emit(self.key, "flash"))
        self.edit.escaped.connect(lambda: self.escaped.emit(self.key))
        self.edit.stepped.connect(self.stepped)
        self.edit.textEdited.connect(self._typing)
        self.edit.textChanged.connect(lambda *_: self.show_entering())
        self.edit.filled.connect(self._filled)

    # What it shows

    def show_field(self, field: FieldReview) -> None:
        """Show a field as it stands. Text that is being typed comes back into the box, not committed."""
        self.state, self._field = field.state, field
        line = says.line(field)
        self.edit.settle(line.value, line.struck, line.instead)
        if field.typing is not None:
            self.edit.put(field.typing)
        self.edit.refuse(field.typing is not None)
        described = " ".join(part for part in (says.described(field), said(*self._before)) if part)
        for widget in (self, self.edit):
            widget.setAccessibleName(self.full_name)
            widget.setAccessibleDescription(described)
        self._name.setToolTip(state_word(field.state))
        self._noted = field.answer is not None and bool(field.answer.note)
        self._show_worry(says.worry(field))
        self.update()

    def begin(self) -> None:
        """Hold nothing of the letter before, and no way back to what was typed in it; `show_field` follows."""
        self._draft.stop()
        self.state, self._field, self._noted, self._before = State.TO_CHECK, None, False, ("", ())
        for label in (self._worry, self._last_year):
            if label is not None:
                label.clear()
                label.hide()
        self.edit.renew()

    def retire(self) -> None:
        """Be the row of no field, out of sight."""
        self.hide()
        self.begin()
        for widget in (self, self.edit):
            widget.setAccessibleName("")
            widget.setAccessibleDescription("")

    def be_narrow(self, narrow: bool) -> None:
        """Where there is little room its name goes over two lines."""
        self._name.setWordWrap(narrow)
        self.show_entering()

    def show_before(self, year: str, values: tuple[tuple[str, str], ...]) -> None:
        """What the letter of the year before gave here, each value with whose it is; `show_field` follows."""
        self._before = year, values
        if self._last_year is None:
            if not values:
                return
            self._last_year = LastYear(self)
            self._first.insertWidget(1, self._last_year, 100)
        self._last_year.show_values(year, values)
        self._last_year.setVisible(bool(values))

    def _show_worry(self, sentence: str) -> None:
        if self._worry is None:
            if not sentence:
                return
            self._worry = QLabel(self)
            self._worry.setTextFormat(Qt.TextFormat.PlainText)
            self._worry.setWordWrap(True)
            self._column.insertWidget(max(1, self._column.indexOf(self.edit) + 1), self._worry)
        self._worry.setText(sentence)
        ink = {State.LOOK_HERE: "look"}.get(self.state, "soft")
        if self._worry.property("ink") != ink:
            self._worry.setProperty("ink", ink)
            self._worry.style().polish(self._worry)
        self._worry.setVisible(bool(sentence) and (self.state.is_open or self.is_open or self._noted))

    @property
    def full_name(self) -> str:
        """The field's name, told apart from others of that name."""
        return says.full_label(self.key)

    def make_accessible(self) -> QAccessibleInterface:
        from ombudsview.gui.letter.row_access import RowAccess

        return RowAccess(self)

    @property
    def is_open(self) -> bool:
        """Whether it shows its details."""
        return self._details is not None

    def open(self, details: Details, review: Review) -> None:
        """Take the details in and show them."""
        self._details = details
        if isinstance(self.edit, LongEdit):  # its lines take the whole width, under the name
            self._first.removeWidget(self.edit)
            self._column.insertWidget(1, self.edit)
            self.edit.grow(True)
        details.begin()
        self._column.addWidget(details)
        self._column.setContentsMargins(INDENT, 4, UNIT, 4)
        details.show()
        self.show_details(review)

    @property
    def asks(self) -> bool:
        """Whether the question of a query is being typed there."""
        return self._details is not None and bool(self._details.half_note)

    def show_details(self, review: Review) -> None:
        """Bring the open row up to date."""
        field = review.field(self.key)
        if self._details is None:
            return
        shown = self._last_year is None or self._last_year.fits
        parts = [
            says.values_line(field),
            says.checks_line(review, field),
            says.totals_line(review, field),
            "" if shown else says.escape(line(*self._before)),
        ]
        lines = "<br>".join(part for part in parts if part)
        self._details.show_field(self.full_name, lines, offers=offered(review, field))
        self.show_entering()
        self._show_worry(says.worry(field))
        self.update()

    def show_entering(self, chosen: str = "") -> None:
        """What Enter would do just now, upon the button that does it; `chosen` is what would be taken instead of what is typed."""
        if self._details is not None and self._field is not None:
            typed = self.edit.text() if self.edit.edited else None
            self._details.show_entering(self.full_name, says.entering(self._field, chosen or typed))

    def shut(self) -> None:
        """Give the details back."""
        if self._details is not None:
            self._column.removeWidget(self._details)
            self._details = None
            if isinstance(self.edit, LongEdit):
                self._column.removeWidget(self.edit)
                self._first.addWidget(self.edit, 1000)
                self.edit.grow(False)
            self._column.setContentsMargins(INDENT, 2, UNIT, 2)
            if self._worry is not None:
                self._show_worry(self._worry.text())
            self.update()

    def thread_end(self) -> QPoint:
        """Where the thread from the page ends, in the row's own pixels."""
        return QPoint(4, self._middle)

    @property
    def _middle(self) -> int:
        """The height of the line that its name and its mark are on."""
        beneath = self._column.indexOf(self.edit) >= 0
        return (self._name if beneath else self.edit).geometry().center().y()

    # What is typed

    def _typing(self) -> None:
        self.edit.refuse(False)  # it is being typed again
        if self._field is not None and self._field.typing is not None:
            self._show_worry(says.worry_over(self._field, self.edit.text()))
        self._draft.typed()

    def _filled(self) -> None:
        """Text was put into the box by no key, as a screen reader or speech does: the field opens, and it is being typed."""
        self.taken.emit(self.key)
        self._typing()

    def tell_typing(self) -> None:
        """Tell what is in the box if it is not settled; None where it is, so that nothing typed before is left behind."""
        self._draft.stop()
        self.typed.emit(self.key, self.edit.text() if self.edit.edited else None)

    def stop_typing(self) -> None:
        """What was typed has been committed or dropped."""
        self._draft.stop()

    # What Qt says

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.edit.setFocus(Qt.FocusReason.MouseFocusReason)
        self.edit.selectAll()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.is_open:
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.setBrush(QColor(tokens.row))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), CORNER, CORNER)
        middle = self._middle
        size = type_size(MARK)
        paint_mark(
            painter, self.state, QRectF(UNIT + 2, middle - size / 2 + 0.5, size, size), tokens.of_state(self.state)
        )
        painter.end()

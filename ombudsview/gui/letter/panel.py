"""The fields beside the page, grouped as the letter groups them; each a row, one of them open."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ombudsview.gui.desk import Desk
from ombudsview.gui.heading import Heading
from ombudsview.gui.letter.details import Details
from ombudsview.gui.letter.row import FieldRow
from ombudsview.gui.letter.unknown import UnknownLetter
from ombudsview.gui.order import groups
from ombudsview.gui.theme import UNIT

if TYPE_CHECKING:
    from ombudsview.review.review import Review


class FieldsPanel(QScrollArea):
    """Turns what is typed into the desk's verbs. `moved`: the open row has moved on the screen.

    `kind_asked`: the officer wants to say what kind of letter it is.
    """

    moved = Signal()
    kind_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setViewport(QWidget())  # as in `PageView`
        self._desk = desk
        self._rows: dict[str, FieldRow] = {}
        self._open: FieldRow | None = None
        self._inside: QVBoxLayout | None = None
        self._details = Details(self)
        self._details.hide()
        self._details.agreed.connect(lambda: self._entered(self._desk.focus_key))
        self._details.denied.connect(lambda: self._denied(self._desk.focus_key))
        self._details.queried.connect(lambda note: self._desk.query(self._desk.focus_key, note))
        self._details.left.connect(self.take_keys)
        self.viewport().setAutoFillBackground(True)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Fields"))
        self.verticalScrollBar().valueChanged.connect(self.moved)
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._settle.timeout.connect(self._settled)
        desk.read.connect(self._build)
        desk.unknown.connect(self._ask_kind)
        desk.left.connect(self._clear)
        desk.arriving.connect(self._clear)
        desk.changed.connect(self._changed)
        desk.focused.connect(self._focused)

    # What it shows

    def _clear(self) -> None:
        if self._open is not None:
            self._open.shut()
        self._details.hide()
        self._details.setParent(self)
        self._open = None
        self._rows = {}
        self._inside = None
        self.takeWidget()

    def _build(self) -> None:
        review = self._desk.review
        self._clear()
        if review is None:
            return
        inside = QWidget()
        inside.setProperty("surface", "panel")
        column = QVBoxLayout(inside)
        column.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        column.setSpacing(0)
        for group, keys in groups(review.keys()):
            column.addWidget(Heading(self.tr(group), inside))
            for key in keys:
                column.addWidget(self._row(key, inside))
        column.addStretch(1)
        self._inside = column
        for field in review.fields():
            self._rows[field.key].show_field(field)
        self.setWidget(inside)

    def _ask_kind(self, why: str) -> None:
        """In place of the fields: what to do with a letter of no known kind."""
        self._clear()
        ask = UnknownLetter(why)
        ask.asked.connect(self.kind_asked)
        self.setWidget(ask)
        ask.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, key: str, parent: QWidget) -> FieldRow:
        row = self._rows[key] = FieldRow(key, parent)
        row.taken.connect(self._taken)
        row.entered.connect(self._entered)
        row.denied.connect(self._denied)
        row.escaped.connect(self._escaped)
        row.stepped.connect(self._stepped)
        row.typed.connect(self._desk.type)
        row.asked.connect(self._asked)
        return row

    def _changed(self, keys: tuple[str, ...]) -> None:
        """A change of one value can raise or settle doubts about others, so every row is looked at; those being typed stay."""
        review = self._desk.review
        if review is None:
            return
        for field in review.fields() if self._rows else ():
            row = self._rows[field.key]
            if field.key in keys or not row.edit.edited:
                row.show_field(field)
        if self._open is not None:
            self._open.show_details(review)
        self._settle.start()

    # The row in focus

    def _focused(self, key: str) -> None:
        review, row = self._desk.review, self._rows.get(key)
        if review is None or row is None:
            return
        if row is not self._open:
            self._hold_still(row, partial(self._move_open, row, review))
        if not row.edit.hasFocus():
            row.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            if not row.edit.edited:
                row.edit.selectAll()
        self._settle.start()

    def _move_open(self, row: FieldRow, review: Review) -> None:
        if self._open is not None:
            self._commit(self._open)
            self._open.shut()
        self._open = row
        row.open(self._details, review)

    def _hold_still(self, row: FieldRow, change: partial[None]) -> None:
        """Keep a row where it is on the screen while others open and shut, as far as there is room to scroll."""
        before = row.mapTo(self.viewport(), QPoint(0, 0)).y()
        change()
        if self._inside is not None and (inside := self._inside.parentWidget()) is not None:
            self._inside.activate()
            inside.adjustSize()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + row.mapTo(self.viewport(), QPoint(0, 0)).y() - before)

    def _settled(self) -> None:
        if self._open is not None:
            top = self._open.y()
            bottom = top + self._open.height()
            bar, height = self.verticalScrollBar(), self.viewport().height()
            if top - 4 * UNIT < bar.value():
                bar.setValue(top - 4 * UNIT)
            elif bottom + UNIT > bar.value() + height:
                bar.setValue(bottom + UNIT - height)
        self.moved.emit()

    def take_keys(self) -> None:
        """Give the keyboard to the field in focus."""
        row = self._rows.get(self._desk.focus_key)
        if row is not None:
            row.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def thread_end(self) -> QPoint | None:
        """Where the thread from the page ends, in the panel's own pixels; None where the open row does not show."""
        if self._open is None or not self._open.isVisible():
            return None
        point = self._open.mapTo(self, self._open.thread_end())
        return point if self.viewport().geometry().contains(point) else None

    def ask_note(self) -> None:
        """Ask for the note of a query on the field in focus."""
        if self._open is not None:
            self._details.ask_note()

    @property
    def edit_in_focus(self) -> FieldRow | None:
        """The row that is open, if any."""
        return self._open

    def row(self, key: str) -> FieldRow:
        """The row of a field; KeyError where there is none."""
        return self._rows[key]

    def commit(self) -> bool:
        """Commit what is being typed, as leaving the field does; False where it was refused."""
        return self._open is None or self._commit(self._open)

    # What is typed

    def _commit(self, row: FieldRow) -> bool:
        row.stop_typing()
        if not row.edit.edited:
            self._desk.type(row.key, None)
            return True
        return not self._desk.correct(row.key, row.edit.text())

    def _taken(self, key: str) -> None:
        if key != self._desk.focus_key:
            self._desk.focus(key)

    def _entered(self, key: str) -> None:
        row = self._rows.get(key)
        if row is None:
            return
        if not row.edit.edited:
            self._desk.agree(key)
        elif self._commit(row):
            self._desk.seek_open()

    def _denied(self, key: str) -> None:
        if key in self._rows:
            self._rows[key].stop_typing()
            self._desk.deny(key)

    def _asked(self, key: str, deed: str) -> None:
        """Do to a field what was asked of its row, which need not be open."""
        self._taken(key)
        match deed:
            case "agree":
                self._entered(key)
            case "deny":
                self._denied(key)
            case "query":
                self.ask_note()
            case "reset":
                self._desk.reset(key)
            case _:
                self._desk.flash()

    def _escaped(self, key: str) -> None:
        row = self._rows[key]
        row.stop_typing()
        row.edit.drop()
        self._desk.type(key, None)

    def _stepped(self, by: int) -> None:
        if self.commit():
            self._desk.step(by)

"""The fields beside the page, grouped as the letter groups them; each a row, one of them open."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ombudsview.gui.arrival.opening import is_picture
from ombudsview.gui.desk import Desk
from ombudsview.gui.letter import half_said
from ombudsview.gui.letter.details import Details
from ombudsview.gui.letter.field_rows import FieldRows
from ombudsview.gui.letter.row import FieldRow
from ombudsview.gui.order import groups
from ombudsview.gui.style.theme import UNIT

if TYPE_CHECKING:
    from ombudsview.gui.letter.unknown import UnknownLetter
    from ombudsview.history.compare import Besides
    from ombudsview.review.review import Review


class FieldsPanel(QScrollArea):
    """Turns what is typed into the desk's verbs. `moved`: the open row has moved on the screen; `typing`: a row is typed in.

    `kind_asked`: the officer has said what kind of letter it is (`by_hand.Chosen`); `teach_asked`: a figure's place shall be kept.
    `inside` has the rows, `asking` what stands in their place.
    """

    access_role = "Grouping"
    moved = Signal()
    kind_asked = Signal(object)
    typing = Signal(object)
    teach_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setViewport(QWidget())  # as in `PageView`
        self._desk = desk
        self._rows: dict[str, FieldRow] = {}
        self._open: FieldRow | None = None
        self.asking: UnknownLetter | None = None
        self._details = Details(self)
        self._details.hide()
        self._details.agreed.connect(lambda: self._entered(self._desk.focus_key))
        self._details.denied.connect(lambda: self._denied(self._desk.focus_key))
        self._details.queried.connect(lambda note: self._desk.query(self._desk.focus_key, note))
        self._details.noting.connect(lambda note: half_said.hold_note(desk, self._open, note))
        self._details.left.connect(self.take_keys)
        self._details.teach_asked.connect(self.teach_asked)
        self.viewport().setProperty("surface", "panel")
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Fields"))
        self.verticalScrollBar().valueChanged.connect(self.moved)
        self.inside = FieldRows(self._row)
        self.setWidget(self.inside)
        self.inside.hide()
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._settle.timeout.connect(self._settled)
        self.verticalScrollBar().rangeChanged.connect(lambda *_: self._settle.start())  # what stands below has grown
        desk.read.connect(self._build)
        desk.leaving.connect(self.commit)
        for going in (desk.leaving, desk.rereading):
            going.connect(self._hold_typing)
        desk.unknown.connect(self._ask_kind)
        desk.left.connect(self._clear)
        desk.arriving.connect(self._clear)
        desk.changed.connect(self._changed)
        desk.focused.connect(self._focused)

    # What it shows

    def _clear(self) -> None:
        self.inside.rest()  # first: what hides with the keyboard in it gives it to another row, which opens
        self.verticalScrollBar().hide()  # its room stays, for to lay the rows out in another width takes long
        if self._open is not None:
            self._open.shut()
        self._details.hide()
        self._details.setParent(self)
        self._open, self._rows = None, {}
        self.asking = None

    def _build(self) -> None:
        review = self._desk.review
        self._clear()
        if review is None:
            return
        half_said.take(self._desk, review)
        self.inside.hold(groups(review.keys()))
        self._rows = self.inside.rows
        self.inside.begin(review.fields())
        self._show()

    def _show(self) -> None:
        self.inside.show()
        self.verticalScrollBar().show()
        self.verticalScrollBar().setValue(0)

    def _ask_kind(self, why: str) -> None:
        """In place of the fields: what to do with a letter of no known kind."""
        from ombudsview.gui.letter.unknown import UnknownLetter  # most sittings have no such letter

        self._clear()
        letter = self._desk.letter
        ask = UnknownLetter(why, letter.reading if letter else None, unread=letter is not None and is_picture(letter))
        half_said.go_on(letter, ask)
        ask.asked.connect(self.kind_asked)
        self.asking = ask
        self.inside.give_way(ask)
        self._show()
        ask.take_keys()

    def _row(self, key: str, parent: QWidget) -> FieldRow:
        row = FieldRow(key, parent)
        row.taken.connect(self._taken)
        row.entered.connect(self._entered)
        row.denied.connect(self._denied)
        row.escaped.connect(self._escaped)
        row.stepped.connect(self._stepped)
        row.typed.connect(self._desk.type)
        row.edit.textEdited.connect(lambda _, row=row: self.typing.emit(row))
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
            if self._open.key in keys:
                self._details.drop_note()
            self._open.show_details(review)
        self._settle.start()

    def show_besides(self, found: Besides) -> None:
        """Other letters have been found: what last year's gave, and what they contradict."""
        for key, row in self._rows.items():
            row.show_before(found.past_year, found.before(key))
        self._changed(())

    def be_narrow(self, narrow: bool) -> None:
        """Make do with little room: names go over two lines, answers lose the words for their keys."""
        self._details.be_narrow(narrow)
        self.inside.be_narrow(narrow)

    # The row in focus

    def _focused(self, key: str) -> None:
        review, row = self._desk.review, self._rows.get(key)
        if review is None or row is None:
            return
        if opens := row is not self._open:
            self._hold_still(row, partial(self._move_open, row, review))
        if not row.edit.hasFocus():
            row.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            if not row.edit.edited:
                row.edit.selectAll()
        if opens:
            half_said.take_note(review, key, self._details)
        self._settle.start()

    def _hold_typing(self) -> None:
        half_said.hold(self._desk, self.asking, self._open, self._details)

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
        self.inside.lay_out()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + row.mapTo(self.viewport(), QPoint(0, 0)).y() - before)

    def _settled(self) -> None:
        if self._open is not None:
            row, bar, height = self._open, self.verticalScrollBar(), self.viewport().height()
            top, bottom = row.y() - min(4 * UNIT, max(0, height - row.height() - UNIT)), row.y() + row.height()
            if top < bar.value():
                bar.setValue(top)
            elif bottom + UNIT > bar.value() + height:
                bar.setValue(bottom + UNIT - height)
        if self._details.half_note is not None:
            self.ensureWidgetVisible(self._details.note_button, 0, UNIT)
        self.moved.emit()

    def take_keys(self) -> None:
        """Give the keyboard to the field in focus."""
        if (row := self._rows.get(self._desk.focus_key)) is not None:
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
            self._settle.start()

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
        half, refused = self._details.half_note, ""
        if row.edit.edited:
            refused = self._desk.correct(row.key, row.edit.text())
        else:
            self._desk.type(row.key, None)
        half_said.hold_note(self._desk, row, half)  # last: the answer takes it away
        return not refused

    def _taken(self, key: str) -> None:
        if key != self._desk.focus_key:
            self._desk.focus(key)

    def _entered(self, key: str) -> None:
        if (row := self._rows.get(key)) is None:
            return
        if not row.edit.edited:
            self._desk.agree(key)
        elif self._commit(row):
            self._desk.go_on(key)

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

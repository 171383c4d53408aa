"""Pointing at words of the page: by mouse, by a box, by key; what would be taken is outlined before it is. It knows no review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ombudsview.gui.letter.choice import Choice, paint_box, paint_choice
from ombudsview.gui.letter.page import PageView
from ombudsview.gui.letter.walk import Walk
from ombudsview.letters.fields import FIELDS
from ombudsview.paper.geometry import Box

if TYPE_CHECKING:
    from ombudsview.paper.paper import Paper
    from ombudsview.reading.model import Source
    from ombudsview.reading.picked import Numbers, PageWords

STILL = 4
"""Pixels that the mouse may move in a click; a box is larger."""

_SHIFT, _CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
_LEFT = Qt.MouseButton.LeftButton


class Pointer(QWidget):
    """Lies over the pages and lets the mouse through; hears what the view hears, first.

    `taken`: the words that the officer pointed at, and whether they are one more place. `clicked`: a Choice that a plain click
    fell on, which may have been a stray one; whoever hears it takes it or has it offered. `walked`: other words are chosen by key,
    or none any more. `left`: the keyboard wants to go back.
    """

    taken = Signal(object, bool)
    clicked = Signal(object)
    walked = Signal()
    left = Signal()

    def __init__(self, view: PageView) -> None:
        super().__init__(view.viewport())
        self._view = view
        self._paper: Paper | None = None
        self._pages: dict[int, PageWords] = {}
        self._key = ""
        self._hover: Choice | None = None
        self._offered: Choice | None = None
        self._pressed: QPointF | None = None
        self._box: QRectF | None = None
        self._walk = Walk(self)
        self._walk.moved.connect(self.update)
        self._walk.moved.connect(self.walked)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setGeometry(view.viewport().rect())
        view.viewport().installEventFilter(self)
        view.installEventFilter(self)
        view.moved.connect(self._scrolled)

    # What it is given

    def set_paper(self, paper: Paper | None) -> None:
        """The letter's words; None where there is no letter, and nothing can be pointed at."""
        self._paper = paper
        self._pages.clear()
        self._drop()

    def set_field(self, key: str) -> None:
        """The field that what is pointed at goes to."""
        self._key = key
        self._drop()

    @property
    def shown(self) -> Choice | None:
        """What is outlined: the words under the mouse or in its box, else those walked to by key, else those that are offered."""
        if self._offered is not None and self._offered.is_at(self._hover):
            return self._offered
        return self._hover or self._walk.choice or self._offered

    def offer(self, choice: Choice) -> None:
        """Keep words outlined that a second click would take; their tag says so."""
        self._offered = choice
        self.update()

    def withdraw(self) -> None:
        """Offer nothing more."""
        if self._offered is not None:
            self._offered = None
            self.update()

    def show_source(self, source: Source | None) -> None:
        """Outline a place that is offered, and bring it into view; None outlines nothing more."""
        words = self.words(source.page - 1) if source is not None else None
        self._hover = None
        if source is not None and words is not None:
            self._hover = self.choice(source.page - 1, words.numbers(source))
            self._view.bring_source(source)
        self.update()

    def walk_from(self, source: Source) -> None:
        """Give the page the keyboard, and choose the words of a place as if they had been walked to."""
        words = self.words(source.page - 1)
        if words is not None and (numbers := words.numbers(source)):
            self._view.setFocus()
            self._walk.begin_at(source.page - 1, numbers[0])

    @property
    def walks(self) -> bool:
        """Whether words are chosen by key."""
        return self._walk.choice is not None

    def words(self, page: int) -> PageWords | None:
        """The words of a page (from 0); None where there is none."""
        if self._paper is None or not 0 <= page < len(self._paper.sheets):
            return None
        if page not in self._pages:
            from ombudsview.reading.picked import PageWords  # a start points at nothing

            self._pages[page] = PageWords(self._paper, page + 1)
        return self._pages[page]

    def choice(self, page: int, numbers: Numbers) -> Choice | None:
        """Words of a page as they would be taken by the field in focus; None where there are none, or no field."""
        words = self.words(page)
        if words is None or not numbers or not self._key:
            return None
        return Choice.of(self._key, words, numbers)

    def whole(self, page: int, number: int) -> Choice | None:
        """A word with the others of its figure."""
        words = self.words(page)
        return self.choice(page, words.figure(number, FIELDS[self._key].unit)) if words and self._key else None

    @property
    def view(self) -> PageView:
        """The pages that it lies over."""
        return self._view

    def _drop(self) -> None:
        self._hover = self._pressed = self._box = self._offered = None
        self._walk.drop()
        self._view.picker.set_idle_cursor(Qt.CursorShape.ArrowCursor)
        self.update()

    def _scrolled(self) -> None:
        if self._pressed is None:
            self._hover = None
        self.update()

    # What the view hears

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._view.viewport():
            if event.type() is QEvent.Type.Resize:
                self.setGeometry(self._view.viewport().rect())
            elif event.type() is QEvent.Type.Leave and self._pressed is None:
                self._hover = None
                self.update()
            return isinstance(event, QMouseEvent) and self._key != "" and self._heard_mouse(event)
        if event.type() is QEvent.Type.FocusOut:
            self._walk.drop()
        return event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._heard_key(event)

    def _heard_mouse(self, event: QMouseEvent) -> bool:
        """Whether the event is the pointer's alone. A plain click is the view's as well, where it lies on a highlight."""
        match event.type():
            case QEvent.Type.MouseMove:
                return self._mouse_moved(event)
            case QEvent.Type.MouseButtonPress if event.button() is _LEFT:
                return self._mouse_pressed(event)
            case QEvent.Type.MouseButtonDblClick if event.button() is _LEFT and self._offered is not None:
                return self._mouse_pressed(event)  # a quick second click is one as well
            case QEvent.Type.MouseButtonRelease if event.button() is _LEFT:
                return self._mouse_released(event)
        return False

    def _mouse_moved(self, event: QMouseEvent) -> bool:
        if self._pressed is None:
            self._hover = self._under(event.position(), over_highlights=bool(event.modifiers() & (_CONTROL | _SHIFT)))
            if self._hover is not None and not self._hover.fits:
                self._hover = None
            cross = self._hover is not None or event.modifiers() & _SHIFT
            self._view.picker.set_idle_cursor(Qt.CursorShape.CrossCursor if cross else Qt.CursorShape.ArrowCursor)
        elif self._box is not None:
            self._box = QRectF(self._pressed, event.position()).normalized()
            self._hover = self._inside(self._box)
        self.update()
        return self._box is not None

    def _mouse_pressed(self, event: QMouseEvent) -> bool:
        boxed, adds = bool(event.modifiers() & _SHIFT), bool(event.modifiers() & _CONTROL)
        self._pressed = None
        if boxed or adds or self._view.highlight_at(event.position()) is None:
            self._pressed = event.position()
        self._box = QRectF(event.position(), event.position()) if boxed else None
        return boxed or adds

    def _mouse_released(self, event: QMouseEvent) -> bool:
        pressed, box, choice = self._pressed, self._box, self._hover
        self._pressed = self._box = None
        if pressed is None:
            return False
        still = (event.position() - pressed).manhattanLength() < STILL
        if box is None or still:
            choice = self._under(event.position(), over_highlights=True) if still else None
        self._hover = None
        self._point(
            choice, plain=box is None and not event.modifiers() & _CONTROL, add=bool(event.modifiers() & _CONTROL)
        )
        return box is not None or bool(event.modifiers() & _CONTROL)

    def _point(self, choice: Choice | None, *, plain: bool, add: bool) -> None:
        """Words were pointed at. By a plain click nobody knows that they were meant before the second one."""
        again = choice is not None and choice.is_at(self._offered)
        self.withdraw()
        self.update()
        if choice is not None and plain and not again:
            self.clicked.emit(choice)
        elif choice is not None:
            self.taken.emit(choice.source, add)

    def _under(self, point: QPointF, *, over_highlights: bool) -> Choice | None:
        """The word under the mouse, with the others of its figure."""
        if not over_highlights and self._view.highlight_at(point) is not None:
            return None
        page, x, y = self._view.lie.at(point)
        words = self.words(page)
        number = words.at(x, y) if words is not None else None
        return self.whole(page, number) if number is not None else None

    def _inside(self, box: QRectF) -> Choice | None:
        """The words in a box, of the page on which it was begun."""
        begun = self._pressed or box.topLeft()
        page, _, _ = self._view.lie.at(begun)
        corners = [self._view.lie.at(corner, page) for corner in (box.topLeft(), box.bottomRight())]
        words = self.words(page)
        (_, x0, y0), (_, x1, y1) = corners
        return self.choice(page, words.within(Box(x0, y0, x1, y1))) if words is not None else None

    def _heard_key(self, event: QKeyEvent) -> bool:
        choice = self._walk.choice
        match event.key():
            case Qt.Key.Key_BracketRight | Qt.Key.Key_BraceRight | Qt.Key.Key_BracketLeft | Qt.Key.Key_BraceLeft:
                forward = event.key() in (Qt.Key.Key_BracketRight, Qt.Key.Key_BraceRight)
                brace = event.key() in (Qt.Key.Key_BraceLeft, Qt.Key.Key_BraceRight)
                self._walk.step(1 if forward else -1, extend=brace or bool(event.modifiers() & _SHIFT))
                return True
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if choice is not None and not event.modifiers() & _CONTROL:
                self.taken.emit(choice.source, bool(event.modifiers() & _SHIFT))
                return True
            case Qt.Key.Key_Escape:
                if choice is None:
                    self.left.emit()
                self._walk.drop()
                return True
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        choice = self.shown
        if choice is None and self._box is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._box is not None:
            paint_box(painter, self._box)
        if choice is not None:
            place = self._view.lie.place
            source = [place(mark.page, box) for mark in self._view.focus_marks() for box in mark.boxes]
            paint_choice(painter, choice, [place(choice.page, box) for box in choice.lines], self.rect(), source)
        painter.end()

"""The notice: one sentence floating over the page, what can be done about it, and a way to put it away. Nothing has to be answered."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QWidget

from ombudsview.gui.style.marks import paint_mark
from ombudsview.gui.style.theme import CORNER, UNIT, theme
from ombudsview.gui.style.words import breakable, visible
from ombudsview.review.states import State

if TYPE_CHECKING:
    from PySide6.QtGui import QAccessibleInterface

Way = tuple[str, Callable[[], object]]

WIDEST = 640
MARK = 16
LEAST_WORDS = 200
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class Notice(QWidget):
    """Shows the newest notice; an older one gives way to it, but what was told, or went wrong, since the officer's last step
    stands above it. It moves nothing: it lies over the foot of `place`.

    `shown`: it says something new. `left`: it goes away with the keys in it, and somebody else should take them.
    """

    shown = Signal()
    left = Signal()

    def __init__(self, place: Callable[[], QRect], parent: QWidget) -> None:
        super().__init__(parent)
        self._place = place
        self._grave = self._passing = self._put_away = False
        self._page = self._home = "letter"
        self._sentence = ""
        self._told: list[str] = []
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._ways: list[QPushButton] = []
        self._close = QPushButton(self.tr("Dismiss"), self)
        self._close.setProperty("look", "quiet")
        self._close.clicked.connect(self.put_away)
        self._row = QBoxLayout(_ACROSS)
        self._row.addStretch(1)
        self._row.addWidget(self._close)
        self._sides = QBoxLayout(_ACROSS, self)
        self._sides.addWidget(self._words, 1)
        self._sides.addLayout(self._row)
        for line in (self._row, self._sides):
            line.setSpacing(UNIT)
        self.hide()

    @property
    def text(self) -> str:
        """What it says; empty where it is put away."""
        return self._words.accessibleName() if not self.isHidden() else ""

    def say(self, sentence: str, *ways: Way) -> None:
        """Tell something; it goes with the officer's next step."""
        self._show(sentence, ways, grave=False, passing=not ways)

    def offer(self, sentence: str, way: Way) -> None:
        """Offer a way beside whatever is being said; the sentence is said only where nothing else is, or what was told passes."""
        if self.isHidden() or not self._sentence:
            self.say(sentence, way)
            return
        self._ways.append(self._way(*way))
        self._passing = False
        self._ways[-1].show()
        self.settle()

    def warn(self, sentence: str, *ways: Way) -> None:
        """Tell what went wrong; it stays until it is put away or another letter comes."""
        self._show(sentence, ways, grave=True, passing=False)

    def refuse(self, sentence: str) -> None:
        """Tell why something will not do; it goes with the officer's next step, and as soon as that is mended."""
        self._show(sentence, (), grave=True, passing=True)

    def tell(self, sentence: str) -> None:
        """Tell what came of an earlier step: it takes no other notice away, none takes it away, and it goes with the next step."""
        if self.isHidden():
            self._keep_what_went_wrong()
            self._say_nothing()
        self._put_above(sentence)
        self._come(sentence, grave=False)

    def give_way(self) -> None:
        """Another letter comes: what was said of the one before goes, but not what was told of a step that brought this one."""
        told = self._told if not self.isHidden() else []
        if not told:
            self.put_away()
            return
        self._say_nothing()
        self._told = told
        self._write()

    def reword(self, old: str, new: str) -> bool:
        """Say the same of what goes on, brought up to date and not announced again; False where it says something else by now."""
        if self._put_away or self._sentence != old:
            return False
        self._sentence = new
        self._write()
        return True

    def moved_on(self) -> None:
        """The officer took another step."""
        told, self._told = self._told, []
        if self._passing:
            self.put_away()
        elif told and not self.isHidden():
            self._write()

    def mended(self) -> None:
        """What was refused is over: it is typed again, or another field has the focus."""
        if self._passing and self._grave:
            self.put_away()

    def put_away(self) -> None:
        """It is done with; the keys go back to where they came from."""
        self._put_away, self._told = True, []
        focus = self.focusWidget()
        if focus is not None and focus.hasFocus():
            self.left.emit()
        self.hide()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keys go to the first thing that can be done about it."""
        (self._ways or [self._close])[0].setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)

    def turn_to(self, page: str) -> None:
        """Another page is shown: what is said of a letter stays with the letter, and is there when the officer comes back."""
        if page == self._page:
            return
        self.moved_on()
        self._page = page
        self.setVisible(page == self._home and not self._put_away)
        self.settle()

    def _show(self, sentence: str, ways: tuple[Way, ...], *, grave: bool, passing: bool) -> None:
        self._keep_what_went_wrong(sentence)
        self._told = [one for one in self._told if one != sentence]
        self._say_nothing()
        self._sentence, self._grave, self._passing = sentence, grave, passing
        self._ways = [self._way(text, then) for text, then in ways]
        self._come(sentence, grave=grave)

    def _keep_what_went_wrong(self, new: str = "") -> None:
        """It is not covered by what comes by itself, not even while it waits on a page that does not show."""
        if self._grave and not self._passing and not self._put_away and self._sentence not in ("", new):
            self._put_above(self._sentence)

    def _put_above(self, sentence: str) -> None:
        """What was told already is not told twice at once, however often Enter is pressed: it is the newest now."""
        self._told = [*(one for one in self._told if one != sentence), sentence]

    def _say_nothing(self) -> None:
        """The newest sentence is done with, and what could be done about it; what was told stays."""
        for old in self._ways:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._sentence, self._ways, self._grave, self._passing = "", [], False, True

    def _come(self, sentence: str, *, grave: bool) -> None:
        """Something new is said."""
        from ombudsview.gui.access.announce import announce

        self._put_away, self._home = False, self._page
        self._write()
        self.show()
        self.raise_()
        self.settle()
        self.shown.emit()
        announce(self, sentence, urgent=grave)

    def _write(self) -> None:
        """What was told, the oldest first, and under it the newest sentence."""
        lines = [line for said in (*self._told, self._sentence) if said for line in said.split("\n")]
        words = "\n".join(map(visible, lines))
        self._words.setAccessibleName(words)
        self._words.setText(breakable(words))
        left = 2 * UNIT + (MARK + UNIT if self._grave else 0)
        self._sides.setContentsMargins(left, UNIT, UNIT, UNIT)
        self.settle()

    def make_accessible(self) -> QAccessibleInterface:
        from ombudsview.gui.access.parts import Named, Role

        return Named(self, Role.AlertMessage, self._words.accessibleName)

    def settle(self) -> None:
        """Lie where there is room now. What can be pressed goes beneath the words where they would not fit side by side."""
        if self.isHidden():
            return
        place = self._place()
        for part in (self._words, self._close, *self._ways):
            part.ensurePolished()  # else it is measured in a smaller type than it is shown in
        margins = self._sides.contentsMargins()
        around, above = margins.left() + margins.right(), margins.top() + margins.bottom()
        buttons = [part.sizeHint() for part in (*self._ways, self._close)]
        across, high = sum(size.width() + UNIT for size in buttons), max(size.height() for size in buttons)
        metrics = self._words.fontMetrics()
        one_line = max(map(metrics.horizontalAdvance, self._words.text().split("\n"))) + UNIT
        most = min(max(WIDEST, around + across + LEAST_WORDS), place.width() - 2 * UNIT) - around
        beneath, piled = most - across < min(one_line, LEAST_WORDS), across - UNIT > most
        self._sides.setDirection(_DOWN if beneath else _ACROSS)
        self._row.setDirection(_DOWN if piled else _ACROSS)
        if beneath:
            words = max(min(one_line, most), *(size.width() for size in buttons), 0 if piled else across - UNIT)
            under = sum(size.height() + UNIT for size in buttons) if piled else high + UNIT
            width, height = around + words, above + self._words.heightForWidth(words) + under
        else:
            words = min(one_line, most - across)
            width, height = around + words + across, above + max(self._words.heightForWidth(words), high)
        left = max(UNIT, min(place.center().x() - width // 2, self.window().width() - width - UNIT))
        self.setGeometry(left, place.bottom() - height - 2 * UNIT, width, height)

    def follow(self, place: QWidget) -> None:
        """Settle anew whenever this becomes another size or is shown."""
        place.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self.settle()
        return False

    def _way(self, text: str, then: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.clicked.connect(self.put_away)
        button.clicked.connect(lambda _=False: then())
        self._row.insertWidget(self._row.count() - 1, button)
        return button

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.look if self._grave else tokens.accent), 1))
        painter.setBrush(QColor(tokens.panel))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), CORNER, CORNER)
        if self._grave:
            mark = QRectF(2 * UNIT, (self.height() - MARK) / 2, MARK, MARK)
            paint_mark(painter, State.LOOK_HERE, mark, QColor(tokens.look))
        painter.end()

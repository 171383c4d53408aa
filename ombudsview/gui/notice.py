"""The notice: one sentence floating over the page, what can be done about it, and a way to put it away. Nothing has to be answered."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ombudsview.gui.marks import paint_mark
from ombudsview.gui.theme import CORNER, UNIT, theme
from ombudsview.gui.words import visible
from ombudsview.review.states import State

Way = tuple[str, Callable[[], object]]

WIDEST = 640
MARK = 16


class Notice(QWidget):
    """Shows the newest notice; an older one gives way. It moves nothing: it lies over the foot of `place`."""

    def __init__(self, place: Callable[[], QRect], parent: QWidget) -> None:
        super().__init__(parent)
        self._place = place
        self._grave = False
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._ways: list[QPushButton] = []
        self._close = QPushButton(self.tr("Dismiss"), self)
        self._close.setProperty("look", "quiet")
        self._close.clicked.connect(self.hide)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(UNIT)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._close)
        self.hide()

    @property
    def text(self) -> str:
        """What it says; empty where it is put away."""
        return self._words.text() if not self.isHidden() else ""

    def say(self, sentence: str, *ways: Way) -> None:
        """Tell something; it goes with the officer's next step."""
        self._show(sentence, ways, grave=False)

    def warn(self, sentence: str, *ways: Way) -> None:
        """Tell what went wrong; it stays until it is put away or another letter comes."""
        self._show(sentence, ways, grave=True)

    def moved_on(self) -> None:
        """The officer took another step."""
        if not self._grave and not self._ways:
            self.hide()

    def _show(self, sentence: str, ways: tuple[Way, ...], *, grave: bool) -> None:
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # 1.5 ms, and most starts have no notice

        for old in self._ways:
            self._row.removeWidget(old)
            old.deleteLater()
        self._grave = grave
        self._ways = [self._way(text, then) for text, then in ways]
        self._words.setText("\n".join(map(visible, sentence.split("\n"))))
        left = 2 * UNIT + (MARK + UNIT if grave else 0)
        self._row.setContentsMargins(left, UNIT, UNIT, UNIT)
        self.show()
        self.raise_()
        self.settle()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def settle(self) -> None:
        """Lie where there is room now."""
        if self.isHidden():
            return
        place = self._place()
        self._row.activate()
        one_line = self.sizeHint().width() - self._words.sizeHint().width()
        one_line += self._words.fontMetrics().horizontalAdvance(self._words.text()) + UNIT
        width = min(WIDEST, place.width() - 4 * UNIT, one_line)
        height = max(self.heightForWidth(width), self.minimumSizeHint().height())
        left = place.center().x() - width // 2
        self.setGeometry(left, place.bottom() - height - 7 * UNIT, width, height)

    def _way(self, text: str, then: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.clicked.connect(self.hide)
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

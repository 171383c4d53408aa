"""The strip above the fields that says how far recognition is, what became of it, and the one thing to press about it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ombudsview.gui.access.announce import announce
from ombudsview.gui.again.recognising import Phase, Recognising, Standing
from ombudsview.gui.letter.notes import Notes
from ombudsview.gui.style.theme import UNIT, theme
from ombudsview.gui.style.words import plain_tip

translate = QCoreApplication.translate

BAR = 3
_SHOWN_PAGES = 6


class RecognitionStrip(QWidget):
    """Shows itself while there is something to say. It never takes the focus by itself."""

    access_role = "Grouping"

    def __init__(self, recognising: Recognising, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recognising = recognising
        self._part = 0.0
        self._phase: Phase | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("surface", "strip")
        self.setAccessibleName(self.tr("Recognition"))
        self._words = _label("strong", self)
        self._more = _label("", self)
        self._more.setProperty("ink", "soft")
        self._more.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)  # a command can be copied
        self.button = QPushButton(self)
        self.button.clicked.connect(self._pressed)
        self.away = QPushButton(self.tr("Dismiss"), self)
        self.away.setProperty("look", "quiet")
        self.away.clicked.connect(recognising.dismiss)
        self._room = Notes((self._more,), self, least_lines=2)  # a small screen has no room for an order to install
        self._room.setAccessibleName(self.tr("What can be done"))
        self._room.verticalScrollBar().rangeChanged.connect(lambda _, most: self._room.setFocusPolicy(_policy(most)))
        head = QHBoxLayout()
        head.setSpacing(UNIT)
        head.addWidget(self._words, 1)
        head.addWidget(self.away, 0, Qt.AlignmentFlag.AlignTop)
        buttons = QHBoxLayout()
        buttons.addWidget(self.button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * UNIT + 2, UNIT + 2, 2 * UNIT + 2, UNIT + 4 + BAR)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._room)
        column.addLayout(buttons)
        recognising.changed.connect(self.refresh)
        self.refresh()

    @property
    def text(self) -> str:
        """What it says; empty where it does not show."""
        return f"{self._words.text()} {self._more.text()}".strip() if not self.isHidden() else ""

    def refresh(self) -> None:
        """Say how recognition stands for the letter on the desk."""
        standing = self._recognising.standing
        self.setVisible(standing is not None)
        if standing is None:
            self._phase = None
            return
        words, more = said(standing)
        running = standing.phase is Phase.RUNNING
        self._words.setText(words)
        self._more.setText(more)
        self._more.setToolTip(plain_tip(more))
        self._room.setVisible(bool(more))
        self._part = standing.done / len(standing.pages) if running and standing.pages else 0.0
        self.button.setText(pressable(standing))
        self.button.setVisible(bool(self.button.text()))
        self.away.setVisible(not running)
        if standing.phase is not self._phase:  # not at each page: that would be talk
            self._phase = standing.phase
            announce(self, f"{words} {more}".strip())
        self.update()

    def _pressed(self) -> None:
        standing = self._recognising.standing
        if standing is not None and standing.phase is Phase.RUNNING:
            self._recognising.stop()
        else:
            self._recognising.ask()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._phase is not Phase.RUNNING:
            return
        painter = QPainter(self)
        foot = QRectF(0, self.height() - 1 - BAR, self.width(), BAR)
        painter.fillRect(foot, QColor(theme().line))
        painter.fillRect(QRectF(0, foot.y(), foot.width() * self._part, BAR), QColor(theme().accent))
        painter.end()


def said(standing: Standing) -> tuple[str, str]:
    """What happened or goes on, and what can be done about it."""
    count, done = len(standing.pages), standing.done
    match standing.phase:
        case Phase.RUNNING if done < count:
            words = translate("Recognition", "Recognising page {page} of {count}").format(page=done + 1, count=count)
            return words, translate("Recognition", "You can go on meanwhile; what you fill in stays.")
        case Phase.RUNNING:
            return translate("Recognition", "Reading what was recognised"), ""
        case Phase.STOPPED:
            words = translate("Recognition", "Stopped: {done} of {count} pages recognised")
            kept = translate("Recognition", "What is done is kept.") if done else ""
            more = translate("Recognition", "Go on when you like, or fill in the fields from the page by hand.")
            return words.format(done=done, count=count), f"{kept} {more}".strip()
        case Phase.OFFERED:
            words = translate("Recognition", "The text of {pages} is poor").format(pages=_named(standing.pages))
            return words, translate(
                "Recognition", "What was read from it may be wrong. It can be recognised anew from the picture."
            )
        case Phase.FAILED if standing.why:
            return translate("Recognition", "The pages were not recognised"), standing.why
        case Phase.FAILED:
            words = translate("Recognition", "Not recognised: {pages}").format(pages=_named(standing.pages))
            return words, translate("Recognition", "Try again, or fill in what stands there by hand.")
        case Phase.NOTHING | Phase.DONE:
            return translate("Recognition", "Every page of this letter was recognised already"), ""


def pressable(standing: Standing) -> str:
    """The words of the button; empty where there is nothing to press."""
    match standing.phase:
        case Phase.RUNNING:
            return translate("Recognition", "Stop") if standing.done < len(standing.pages) else ""
        case Phase.OFFERED:
            return translate("Recognition", "Recognise the pages")
        case Phase.STOPPED:
            return translate("Recognition", "Go on")
        case Phase.FAILED if standing.again:
            return translate("Recognition", "Try again")
        case _:
            return ""


def _named(pages: tuple[int, ...]) -> str:
    """Pages (from 0) as people number them."""
    if len(pages) == 1:
        return translate("Recognition", "page {page}").format(page=pages[0] + 1)
    if len(pages) > _SHOWN_PAGES:
        return translate("Recognition", "{count} pages").format(count=len(pages))
    first, last = pages[0] + 1, pages[-1] + 1
    if last - first == len(pages) - 1:
        return translate("Recognition", "pages {first} to {last}").format(first=first, last=last)
    return translate("Recognition", "pages {pages}").format(pages=", ".join(str(page + 1) for page in pages))


def _policy(most: int) -> Qt.FocusPolicy:
    """What scrolls so far has the keyboard in its turn, to be scrolled; what does not is passed over."""
    return Qt.FocusPolicy.TabFocus if most else Qt.FocusPolicy.NoFocus


def _label(kind: str, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if kind:
        label.setProperty("type", kind)
    return label

"""The empty desk: what to do, what was left unfinished, what was opened lately."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ombudsview.errors import Trouble
from ombudsview.gui.open_letter import identity_of
from ombudsview.gui.record.keeping import clock_time
from ombudsview.gui.style.button_row import ButtonRow
from ombudsview.gui.style.elided import Elided
from ombudsview.gui.style.heading import Heading
from ombudsview.gui.style.room import scrolling
from ombudsview.gui.style.theme import UNIT, type_size
from ombudsview.gui.style.words import plain_tip, visible

if TYPE_CHECKING:
    from ombudsview.review.journal import Draft

Line = tuple[str, str, str, Callable[[], None], Callable[[], None] | None]
"""What can be pressed, what is said of it, its file or folder, what pressing does, and how to be rid of it."""

WIDTH = 720
MOST_DRAFTS = 4
MOST_RECENT = 5

_NAMED_BY = frozenset({"authority", "period_end"})


class Welcome(QWidget):
    """Asks for nothing; everything on it is also in the menus."""

    open_asked = Signal()
    sample_asked = Signal()
    files_asked = Signal(list)
    draft_asked = Signal(object)
    draft_discarded = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._sample = QPushButton(self.tr("Try the sample letter"))
        self._sample.setProperty("look", "large")
        self._sample.clicked.connect(self.sample_asked)
        self._drafts = _Part(self.tr("Not finished"))
        self._recent = _Part(self.tr("Recent"))
        inside = QWidget()
        inside.setMaximumWidth(type_size(WIDTH))
        self._first: QWidget | None = None
        column = self._column = QVBoxLayout(inside)
        column.setSpacing(UNIT)
        column.addWidget(self._invitation())
        column.addSpacing(2 * UNIT)
        column.addWidget(self._drafts)
        column.addWidget(self._recent)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(inside, 1000)
        across.addStretch(1)
        page = QWidget()
        outside = QVBoxLayout(page)
        outside.addStretch(2)
        outside.addLayout(across)
        outside.addStretch(3)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(page))

    def _invitation(self) -> QWidget:
        place = QFrame()
        place.setProperty("surface", "drop")
        column = QVBoxLayout(place)
        column.setContentsMargins(4 * UNIT, 4 * UNIT, 4 * UNIT, 4 * UNIT)
        column.setSpacing(UNIT)
        title = Heading(self.tr("Drop a letter here"), look="title")
        about = QLabel(
            self.tr(
                "The Ombudsman's annual letter as a PDF, a scan or photo, or a Word file; a folder of letters; or a committee "
                "pack with a letter in it. You check the figures beside the page, and keep them."
            )
        )
        about.setProperty("ink", "soft")
        about.setWordWrap(True)
        self._open = QPushButton(self.tr("Open a letter   Ctrl+O"))
        self._open.setAccessibleName(self.tr("Open a letter"))
        self._open.setProperty("look", "primary")
        self._open.clicked.connect(self.open_asked)
        for words in (title, about):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(words)
        column.addSpacing(UNIT)
        column.addWidget(ButtonRow((self._open, self._sample), centred=True))
        return place

    def put_first(self, what: QWidget | None) -> None:
        """Show this above everything else; None for nothing."""
        if self._first is not None and self._first is not what:
            self._first.hide()
        self._first = what
        if what is not None:
            self._column.insertWidget(0, what)
            what.show()
        self._put_in_order()

    def show_state(
        self, drafts: tuple[Draft, ...], recent: tuple[Path, ...], *, sample: bool, queue: tuple[Path, ...] = ()
    ) -> None:
        """What was left unfinished, what was opened lately, and the queue of last time; nothing of it is opened by itself."""
        self._sample.setVisible(sample)
        self._drafts.show_lines([self._draft_line(draft) for draft in drafts], most=MOST_DRAFTS)
        last = [self._queue_line(queue)] if len(queue) > 1 else []  # one alone is among the recent ones
        self._recent.show_lines([*last, *(self._recent_line(path) for path in recent[:MOST_RECENT])])
        self._put_in_order()

    def _put_in_order(self) -> None:
        """Tab goes down the page as it is read; by itself it would come to lines in the order in which they were made."""
        above = self._first.findChildren(QPushButton) if self._first is not None else []
        if isinstance(self._first, QPushButton):
            above = [self._first]
        places = [*above, self._open, self._sample, *self._drafts.buttons, *self._recent.buttons]
        for place, follows in pairwise(places):
            QWidget.setTabOrder(place, follows)

    def _recent_line(self, path: Path) -> Line:
        return visible(path.name), "", visible(str(path.parent)), lambda: self.files_asked.emit([path]), None

    def _queue_line(self, queue: tuple[Path, ...]) -> Line:
        title = self.tr("Open the {count} files of last time that are not finished").format(count=len(queue))
        folder = visible(str(queue[0].parent))
        return title, "", folder, lambda: self.files_asked.emit(list(queue)), None

    def _draft_line(self, draft: Draft) -> Line:
        header = draft.header
        title, edits = _stands(draft)
        name = visible(title or header.file_name)
        when = clock_time(draft.events[-1].when) if draft.events else ""
        count = self.tr("1 edit") if edits == 1 else self.tr("{count} edits").format(count=edits)
        count = count if edits else self.tr("begun")
        about = self.tr("{edits}, {when}  ·  ").format(edits=count, when=when)
        title = self.tr("Go on with {name}").format(name=name)
        file = visible(header.file_name)
        return title, about, file, lambda: self.draft_asked.emit(draft), lambda: self.draft_discarded.emit(draft)


def _stands(draft: Draft) -> tuple[str, int]:
    """The authority and year as they stand by now, empty where not known, and how many edits stand.

    Of a draft that is damaged: as they were when it was begun, and all its edits.
    """
    from ombudsview.review.steps import Steps

    header, events = draft.header, draft.events
    named, steps = (header.authority or "", header.year or ""), Steps()
    try:
        for event in events:
            steps.fold(event)
        if any(_NAMED_BY.intersection(event.keys) for event in events):
            named = _named_now(draft)
    except Trouble:  # told where the draft is gone on with
        return " ".join(named).strip(), sum(1 for event in events if event.changes)
    return " ".join(named).strip(), steps.edits


def _named_now(draft: Draft) -> tuple[str, str]:
    from ombudsview.review.review import Review  # few drafts need it, and the window would be seen later

    return identity_of(Review(draft.reading, draft.header.letter, who="", clock=str, events=draft.events))


class _Part(QWidget):
    """A heading and lines that can be pressed; not there without any."""

    def __init__(self, heading: str) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        words = Heading(heading, self)
        self._column.addWidget(words)
        self._lines: list[QWidget] = []
        self._more = QPushButton(self)
        self._more.setProperty("look", "link")
        self._more.clicked.connect(self._show_all)
        self.hide()

    def show_lines(self, lines: list[Line], most: int = 10) -> None:
        """Show these instead; of more than `most` the others follow when they are asked for, and their number is said."""
        self._column.removeWidget(self._more)
        for old in self._lines:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._lines = [self._line(*line) for line in lines]
        for line in self._lines:
            self._column.addWidget(line)
        for line in self._lines[most:]:
            line.hide()
        left = len(lines) - most
        self._more.setText(self.tr("and {count} more").format(count=left))
        self._more.setVisible(left > 0)
        self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self.setVisible(bool(lines))

    @property
    def buttons(self) -> list[QPushButton]:
        """What can be pressed, as it is read."""
        return [*(button for line in self._lines for button in line.findChildren(QPushButton)), self._more]

    def _show_all(self) -> None:
        hidden = [line for line in self._lines if line.isHidden()]
        for line in hidden:
            line.show()
        if hidden and (button := hidden[0].findChild(QPushButton)) is not None:
            button.setFocus()
        self._more.hide()

    def _line(
        self, title: str, about: str, file: str, then: Callable[[], None], discard: Callable[[], None] | None
    ) -> QWidget:
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, UNIT, 0)
        row.setSpacing(UNIT)
        button = QPushButton(line)
        button.setProperty("look", "link")
        button.ensurePolished()
        metrics = button.fontMetrics()
        shown = metrics.elidedText(title, Qt.TextElideMode.ElideMiddle, WIDTH * 2 // 3)
        button.setText(shown.replace("&", "&&"))
        button.setAccessibleName(title)
        button.setToolTip(plain_tip(f"{title}\n{about}{file}"))
        button.clicked.connect(lambda _=False: then())
        row.addWidget(button)
        if discard is not None:
            away = QPushButton(self.tr("Discard"), line)
            away.setProperty("look", "quiet")
            away.ensurePolished()
            away.setAccessibleName(self.tr("Discard: {title}").format(title=title))
            away.clicked.connect(lambda _=False: discard())
        row.addWidget(Elided(file, line, before=about), 1)
        if discard is not None:
            row.addWidget(away)
        return line

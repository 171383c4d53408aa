"""Queue, page and fields side by side: where a letter is worked on. Made with the first letter, so that an empty window is quick."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QCoreApplication, QSettings, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ombudsview.gui.again.recognising import Phase
from ombudsview.gui.arrival.reading_ahead import ReadingAhead
from ombudsview.gui.desk import Desk
from ombudsview.gui.letter.letter_page import LetterPage
from ombudsview.gui.queue.model import Queue
from ombudsview.gui.record.comparing import Comparing
from ombudsview.gui.sitting import Sitting
from ombudsview.gui.style.splitter import Splitter
from ombudsview.gui.style.yielding import Yielding

if TYPE_CHECKING:
    from ombudsview.gui.letter.recognition import RecognitionStrip
    from ombudsview.gui.queue.pane import QueuePane
    from ombudsview.gui.queue.resting import Resting
    from ombudsview.gui.queue.summary import Summary
    from ombudsview.gui.welcome import Welcome

QUEUE_WIDTH = 248
NARROW = 940
"""Pixels without which the queue would take too much from page and fields; it shows there when it is asked for (F9)."""


class Workplace(Splitter):
    """The queue shows itself as soon as there is more than one letter. `turned`: something else stands in the letter's place."""

    turned = Signal()

    def __init__(
        self,
        desk: Desk,
        queue: Queue,
        sitting: Sitting,
        ahead: ReadingAhead,
        actions: Mapping[str, QAction],
        *,
        parent: QWidget,
    ) -> None:
        names = (QCoreApplication.translate("Workplace", "Line between queue and letter"),)
        super().__init__(Qt.Orientation.Horizontal, parent, names=names)
        self._queue = queue
        self._sitting = sitting
        self._ahead = ahead
        self._actions = actions
        self._show_queue = actions["show_queue"]
        self._stop = actions["stop_recognising"]
        self._side = QWidget(self)
        self.letter_page = LetterPage(desk, actions, self)
        self.comparing = Comparing(desk, desk)
        self.comparing.compared.connect(self._compared)
        self.setHandleWidth(1)
        self.addWidget(self._side)
        self._place = QStackedWidget(self)
        self._place.addWidget(self.letter_page)
        self._place.currentChanged.connect(self.turned)
        self.addWidget(self._place)
        self.setStretchFactor(1, 1)
        self.setSizes([QUEUE_WIDTH, 1200])
        self.yielding = Yielding(self._show_queue, self, NARROW)
        queue.rowsInserted.connect(self._queue_grew)
        self.letter_page.next_waits = lambda: queue.next_unfinished() is not None
        for told in (queue.rowsInserted, queue.rowsRemoved, queue.dataChanged):
            told.connect(self.letter_page.show_finish)
        sitting.recognising.changed.connect(self._show_recognition)
        sitting.done.connect(self.show_summary)
        for signal in (desk.arriving, desk.focused, desk.changed):
            signal.connect(self.show_letter)
        self._show_queue.toggled.connect(self._show_side)
        self._side.hide()
        self._queue_grew()
        self._show_recognition()

    @cached_property
    def queue_pane(self) -> QueuePane:
        """The list of letters; made when it is first shown, for most sittings begin with one letter (10 ms of their start)."""
        from ombudsview.gui.queue.pane import QueuePane

        pane = QueuePane(self._queue, self._actions, self._side)
        pane.asked.connect(self._sitting.go_to)
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(pane)
        self._ahead.progressed.connect(self._show_standing)
        pane.show_standing(self._ahead.standing)
        return pane

    def _show_standing(self) -> None:
        self.queue_pane.show_standing(self._ahead.standing)

    @cached_property
    def recognition(self) -> RecognitionStrip:
        """How far recognition is; made when there is something to say of it, for most letters have their text."""
        from ombudsview.gui.letter.recognition import RecognitionStrip

        strip = RecognitionStrip(self._sitting.recognising, self.letter_page.side)
        self.letter_page.put_above_fields(strip)
        return strip

    def _show_recognition(self) -> None:
        standing = self._sitting.recognising.standing
        self._stop.setEnabled(standing is not None and standing.phase is Phase.RUNNING)
        if standing is not None:
            _ = self.recognition

    def _compared(self) -> None:
        if self.comparing.besides is not None:
            self.letter_page.show_besides(self.comparing.besides)
            self._queue.touch(self._queue.current)

    @cached_property
    def summary(self) -> Summary:
        """What stands in the letter's place at the end of the queue."""
        from ombudsview.gui.queue.summary import Summary

        summary = Summary(self._queue, self._actions, self)
        summary.asked.connect(self._sitting.go_to)
        summary.left.connect(self.show_letter)
        self._place.addWidget(summary)
        return summary

    def show_summary(self) -> None:
        """The queue is done."""
        from ombudsview.gui.access.announce import announce

        self._place.setCurrentWidget(self.summary)
        self.summary.refresh()
        announce(self.summary, self.summary.words)

    @property
    def shows_page(self) -> bool:
        """Whether the letter stands in its place, and nothing else."""
        return self._place.currentWidget() is self.letter_page

    @property
    def shows_summary(self) -> bool:
        """Whether the summary stands in the letter's place."""
        return "summary" in self.__dict__ and self._place.currentWidget() is self.summary

    def show_letter(self) -> None:
        """The letter on the desk, where the summary stood."""
        if self._place.currentWidget() is not self.letter_page:
            self.yielding.give_way()
            self._place.setCurrentWidget(self.letter_page)
            self.letter_page.panel.take_keys()

    @cached_property
    def resting(self) -> Resting:
        """What is said of the queue while no letter is open."""
        from ombudsview.gui.queue.resting import Resting

        resting = Resting(self._queue, self._actions, self)
        resting.next_asked.connect(self._sitting.after_finish)
        return resting

    def rest(self, welcome: Welcome) -> None:
        """No letter is open: the start page stands in its place, beside the queue."""
        self.yielding.come_back()
        welcome.put_first(self.resting)
        if self._place.indexOf(welcome) < 0:
            self._place.addWidget(welcome)
        self._place.setCurrentWidget(welcome)
        self.resting.refresh()
        self.resting.take_keys()

    @property
    def shows_queue(self) -> bool:
        """Whether the queue shows beside the letter."""
        return self._side.isVisible()

    def _show_side(self, on: bool) -> None:
        if on:
            self.queue_pane.show()
        self._side.setVisible(on)

    def _queue_grew(self) -> None:
        if len(self._queue.entries) > 1:
            self.yielding.wish()

    def save_state(self, state: QSettings) -> None:
        """Keep where the dividing lines are."""
        state.setValue("queue", self.saveState())
        state.setValue("page_and_fields", self.letter_page.splitter.saveState())

    def restore_state(self, state: QSettings) -> None:
        """Put the dividing lines where they were."""
        for name, splitter in (("queue", self), ("page_and_fields", self.letter_page.splitter)):
            kept = state.value(name)
            if isinstance(kept, QByteArray):
                splitter.restoreState(kept)

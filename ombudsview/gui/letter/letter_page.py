"""The Letter page: the page of the letter, the fields beside it, and the thread between. Here the two sides are brought together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from ombudsview.gui.again.by_hand import begin
from ombudsview.gui.desk import Desk
from ombudsview.gui.letter import says
from ombudsview.gui.letter.aids import Aids
from ombudsview.gui.letter.announcer import Announcer
from ombudsview.gui.letter.carried import CarriedBar
from ombudsview.gui.letter.field_menu import FieldMenu
from ombudsview.gui.letter.filling import Filling
from ombudsview.gui.letter.footer import Footer
from ombudsview.gui.letter.header import Header
from ombudsview.gui.letter.highlights import highlights
from ombudsview.gui.letter.lesson import LessonBar
from ombudsview.gui.letter.note_fold import NoteFold
from ombudsview.gui.letter.notes import Notes
from ombudsview.gui.letter.panel import FieldsPanel
from ombudsview.gui.letter.pictures import Key, Pictures
from ombudsview.gui.letter.readable import ReadablePages
from ombudsview.gui.letter.route import Inks, route
from ombudsview.gui.letter.summary import Summary
from ombudsview.gui.letter.thread import Thread
from ombudsview.gui.letter.zoom_bar import ZoomBar
from ombudsview.gui.style.splitter import Splitter
from ombudsview.gui.style.theme import type_size
from ombudsview.gui.style.yielding import Yielding

if TYPE_CHECKING:
    from ombudsview.history.compare import Besides

PANEL_WIDTH, LEAST_PANEL = 450, 408  # narrower, the answers of the open field would be cut
NARROW, NARROW_PANEL = 820, 332
"""Pixels without which the page would be too small to be read beside such fields, and what the fields make do with then."""
LEAST_ROWS, ROW = 2, 29
LOW = 440
"""Pixels of height without which boxes for notes would leave the fields no more than a few rows."""


class LetterPage(QWidget):
    """Listens to the desk for both sides; neither side knows the other. `next_waits`: another letter is not finished yet."""

    def __init__(self, desk: Desk, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.pictures = Pictures(desk.bridge, self)
        self.view = ReadablePages(self.pictures, desk, self)
        self.aids = Aids(desk, self.view, actions, self)
        self.panel = FieldsPanel(desk, self)
        self.header = Header(self)
        self.summary = Summary(self)
        self.carried, self.lesson = CarriedBar(desk, self), LessonBar(desk, self)  # Tab takes them before what is below
        self.notes = NoteFold((self.carried, self.lesson), self)
        self.footer = Footer(actions["undo"], actions["finish"], self)
        self._teach = actions["teach"]
        self.splitter = self._two_sides()
        self.zoom_bar = ZoomBar(actions["zoom_out"], actions["fit_width"], actions["zoom_in"], self)
        self.thread_line = Thread(self)
        self._inks = Inks(())
        self.next_waits: Callable[[], bool] = lambda: False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.splitter)
        self._connect()
        self.filling = Filling(desk, self.view, self.panel, self)
        self.menu = FieldMenu(desk, self.panel, actions)
        self.announcer = Announcer(desk, self)
        self.yielding = Yielding(actions["thumbnails"], self, NARROW)
        self._narrow = False
        if desk.letter is not None:
            self._arriving()

    def _two_sides(self) -> Splitter:
        self.side = side = QWidget(self)
        side.setProperty("surface", "panel")
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        notes = Notes((self.summary, self.notes), self)
        for widget in (self.header, _hairline(), self.panel, _hairline(), notes, self.footer):
            column.addWidget(widget)
        self.panel.setMinimumSize(LEAST_PANEL, LEAST_ROWS * type_size(ROW))
        self.panel.setSizePolicy(
            QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored
        )  # it takes what the notes leave
        column.setStretchFactor(self.panel, 1)
        self._above_fields = column
        splitter = Splitter(Qt.Orientation.Horizontal, self, names=(self.tr("Line between page and fields"),))
        splitter.setObjectName("page_and_fields")
        splitter.setHandleWidth(1)
        splitter.addWidget(self.aids)
        splitter.addWidget(side)
        self.aids.lower()  # a splitter puts the newest at the back; read aloud, the page comes before its fields
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([900, PANEL_WIDTH])
        return splitter

    def put_above_fields(self, strip: QWidget) -> None:
        """A strip between whose letter it is and its fields."""
        self._above_fields.insertWidget(2, strip)

    def commit(self) -> bool:
        """Commit what is being typed; False where it was refused."""
        self.carried.commit()
        self.lesson.commit()
        return self.panel.commit()

    def show_besides(self, found: Besides) -> None:
        """Other letters have been found beside this one."""
        self.panel.show_besides(found)
        self.carried.show_besides(found)
        self._light()

    def _connect(self) -> None:
        desk, view = self._desk, self.view
        desk.arriving.connect(self._arriving)
        desk.arrived.connect(self._arrived)
        desk.read.connect(self._light)
        desk.changed.connect(self._light)
        desk.saved.connect(self._light)
        desk.focused.connect(lambda key, flash: view.set_focus_key(key, flash=flash))
        desk.settled.connect(self.footer.finish.setFocus)
        desk.refused.connect(lambda trouble: self.panel.ask_note() if trouble.code == "not_asked" else None)
        desk.drafted.connect(self._drafted)
        desk.saving.begun.connect(lambda _: self.footer.show_saved(self.tr("Saving\N{HORIZONTAL ELLIPSIS}")))
        view.picked.connect(desk.focus)
        view.opened.connect(desk.focus)
        view.moved.connect(self._join)
        view.turned.connect(self.zoom_bar.show_page)
        self.panel.moved.connect(self._join)
        self.panel.kind_asked.connect(lambda chosen: begin(desk, chosen))
        self.panel.teach_asked.connect(self._teach.trigger)
        self.splitter.splitterMoved.connect(self._join)
        self.pictures.failed.connect(lambda _, trouble: desk.troubled.emit(trouble))

    def _drafted(self, time: str) -> None:
        words = self.tr("Draft saved {time}").format(time=time) if time else self.tr("Draft not saved")
        self.footer.show_saved(words)
        QTimer.singleShot(0, self, self._settle)

    def _arriving(self) -> None:
        self.pictures.clear()
        self.view.set_pages(())
        self.thread_line.hide()
        self._inks = Inks(())
        self._show_header()
        self.footer.show_saved("")

    def _arrived(self) -> None:
        letter = self._desk.letter
        if letter is None:
            return
        drawn, letter.drawn = letter.drawn, None
        if drawn is not None and drawn.picture is not None:
            self.pictures.lay_in(Key(drawn.page, drawn.scale), drawn.picture)
        self.view.set_pages(letter.sizes)

    def _light(self) -> None:
        letter = self._desk.letter
        if letter is None or letter.review is None or letter.paper is None:
            return
        words = {
            field.key: f"{says.label(field.key)}: {says.line(field).value}\n{says.described(field)}"
            for field in letter.review.fields()
        }
        self.view.set_highlights(highlights(letter.review, letter.paper), words)
        self._inks = self._inks.upon(letter.paper.sheets)
        self._show_header()
        if letter.saved and letter.review.finished:
            self.footer.show_saved(self.tr("Finished, saved {time}").format(time=letter.saved))
        elif letter.drafted:
            self.footer.show_saved(self.tr("Draft saved {time}").format(time=letter.drafted))

    def _show_header(self) -> None:
        if self._desk.letter is not None:
            self.header.show_letter(self._desk.letter)
            self.show_finish()

    def show_finish(self) -> None:
        """What is left to do with the letter, and what Finish would do now."""
        letter, waits = self._desk.letter, self.next_waits()
        review = letter.review if letter is not None else None
        self.summary.show_review(review, waits=waits)
        self.footer.show_finish(letter.saved if letter and review and review.finished else "", waits=waits)

    def _join(self) -> None:
        source, end = self.view.source_place(), self.panel.thread_end()
        if source is None or end is None or not self.view.isVisible():
            self.thread_line.join(None)
            return
        viewport = self.view.viewport()
        corner = QPointF(viewport.mapTo(self, QPoint(0, 0)))
        inks = self._inks.on(self.view.lie, viewport.height(), source.right())
        printed = [ink.translated(corner) for ink in inks]
        edge = corner.x() + viewport.width()
        self.thread_line.join(route(source.translated(corner), printed, QPointF(self.panel.mapTo(self, end)), edge))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (narrow := event.size().width() < NARROW) is not self._narrow:
            self._narrow = narrow
            for part in (self.header, self.panel, self.footer):
                part.be_narrow(narrow)
            self.panel.setMinimumWidth(NARROW_PANEL if narrow else LEAST_PANEL)
            wide = NARROW_PANEL if narrow else PANEL_WIDTH
            self.splitter.setSizes([event.size().width() - wide, wide])
        self.notes.be_low(event.size().height() < type_size(LOW))
        QTimer.singleShot(0, self, self._settle)

    def _settle(self) -> None:
        """Both sides know by now how much room their words need."""
        self.splitter.refresh()
        self._join()


def _hairline() -> QFrame:
    rule = QFrame()
    rule.setProperty("surface", "hairline")
    rule.setFixedHeight(1)
    return rule

"""The window: where the rooms of the desk meet. Menus, the three pages, the notice, and what is dropped on it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPoint, QRect, QSettings, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QActionGroup, QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QPushButton, QWidget

from ombudsview.gui import actions, queue_ties
from ombudsview.gui.closing import Closing
from ombudsview.gui.committee import Committee
from ombudsview.gui.desk import Desk
from ombudsview.gui.history_side import HistorySide
from ombudsview.gui.notice import Notice
from ombudsview.gui.our_council import our_council
from ombudsview.gui.pages import Pages
from ombudsview.gui.queue.model import Queue
from ombudsview.gui.recent import RecentMenu
from ombudsview.gui.record.chores import Chores
from ombudsview.gui.record.mending import Mending
from ombudsview.gui.record.published import Published
from ombudsview.gui.settings import Settings
from ombudsview.gui.sitting import Sitting
from ombudsview.gui.style.drops import Drops
from ombudsview.gui.style.resources import sample_letter
from ombudsview.gui.talk import Talk
from ombudsview.gui.teaching import Teaching
from ombudsview.gui.twins import Twins
from ombudsview.gui.verbs import Verbs
from ombudsview.gui.welcome import Welcome

if TYPE_CHECKING:
    from ombudsview.gui.letter.letter_page import LetterPage
    from ombudsview.gui.workplace import Workplace

FIRST_SIZE = QSize(1440, 900)
FRAME = QSize(16, 48)
"""What a desktop puts round a window at most; the true frame is known only once the window is shown."""


class Window(QMainWindow):
    """Given its collaborators by `app`."""

    theme_asked = Signal(str)

    def __init__(self, desk: Desk, queue: Queue, settings: Settings, state: Path) -> None:
        super().__init__()
        self.desk = desk
        self.queue = queue
        self.settings = settings
        self._state = QSettings(str(state), QSettings.Format.IniFormat)
        self.setWindowTitle("OmbudsView")
        self.sitting = Sitting(desk, queue, desk.keeping, settings, self)
        self.ahead = queue_ties.tie(self)
        self.notice = Notice(self._notice_place, self)
        self.notice.left.connect(self._take_keys)
        self.talk = Talk(desk, self.sitting, self.notice, self)
        self.teaching = Teaching(desk, self.sitting, self.notice, self, self.commit)
        self.closing = Closing(desk, self.close, self)
        self.history_side = HistorySide(desk, queue, self.notice, self)
        self.committee = Committee(desk, self.notice, self)
        self.chores = Chores(desk, self)
        self.mending = Mending(desk, self.notice, lambda: self.show_page("history"), self)
        self.twins = Twins(desk, self.sitting, self.notice, self.talk, self._state)
        self.published = Published(
            desk,
            lambda: our_council(settings, desk.keeping),
            self._open_compared,
            self.notice,
            state=self._state,
        )
        self.actions_by_name = actions.build(self, Verbs(self).table())
        self._menus = actions.fill(self.menuBar(), self.actions_by_name)
        recent = self._recent = RecentMenu(settings, self.open_files, self)
        self.actions_by_name["recent"].setMenu(recent)
        self.welcome = Welcome(self)
        self._workplace: Workplace | None = None
        self.pages = Pages(
            desk, self.actions_by_name, self.welcome, lambda: self.workplace, state=self._state, parent=self
        )
        self.pages.rests = self._rests
        self.setCentralWidget(self.pages)
        Drops(self, self.tr("Drop to open")).came.connect(self.dropped)
        self._connect()
        self._restore()

    # How it is put together

    def _connect(self) -> None:
        group = QActionGroup(self)
        for name in ("theme_system", "theme_light", "theme_dark"):
            group.addAction(self.actions_by_name[name])
        self.actions_by_name[f"theme_{self.settings.theme}"].setChecked(True)
        desk = self.desk
        for signal in (desk.arriving, desk.arrived, desk.read, desk.unknown, desk.left, desk.changed, desk.saved):
            signal.connect(self._refresh)
        desk.arriving.connect(self.notice.give_way)
        desk.arriving.connect(lambda: self.show_page("letter"))
        desk.left.connect(self.notice.give_way)
        desk.left.connect(self._show_welcome)
        for signal in (self.queue.rowsInserted, self.queue.rowsRemoved):
            signal.connect(self._rest_anew)
        self.welcome.open_asked.connect(self.actions_by_name["open"].trigger)
        self.welcome.sample_asked.connect(self.actions_by_name["open_sample"].trigger)
        self.welcome.files_asked.connect(self.open_files)
        self.welcome.draft_discarded.connect(self.talk.draft_discarded)
        self.talk.welcome_stale.connect(self.refresh_welcome)
        self.welcome.draft_asked.connect(self.sitting.go_on)
        self.pages.open_letter.connect(self.twins.open_saved)
        self.sitting.arrivals.spreadsheets.connect(self.published.compare)
        self.pages.noticed.connect(self.notice.say)
        self.pages.warned.connect(self.notice.warn)
        self.pages.saves_asked.connect(self.history_side.show_saves)
        self.pages.take_back_asked.connect(self.history_side.ask_take_back)
        self.pages.paper_asked.connect(self.committee.ask)
        self.mending.told.connect(self.pages.tell_of_history)
        for signal in (self.chores.changed, self.history_side.changed, desk.saving.done, self.mending.restored):
            signal.connect(self.pages.refill)
            signal.connect(self.published.history_changed)
        self._menus["file"].aboutToShow.connect(lambda: self._recent.fill(self.actions_by_name["recent"]))
        self.ahead.progressed.connect(lambda: queue_ties.show_reading(self))
        queue_ties.show_reading(self)
        self._refresh()

    def _refresh(self) -> None:
        """What can be done now, and whose letter it is."""
        letter, review = self.desk.letter, self.desk.review
        for name in actions.NEED_REVIEW:
            self.actions_by_name[name].setEnabled(review is not None)
        for name in actions.NEED_PAPER:
            self.actions_by_name[name].setEnabled(letter is not None and letter.paper is not None)
        self.actions_by_name["close_letter"].setEnabled(letter is not None)
        self.actions_by_name["undo"].setEnabled(self.desk.can_undo)
        self.actions_by_name["redo"].setEnabled(review is not None and review.can_redo)
        name = self.tr("OmbudsView (looks only)") if self.desk.keeping.looks_only else "OmbudsView"
        self.setWindowTitle(f"{letter.title} - {name}" if letter is not None else name)

    # Pages

    def show_page(self, name: str) -> None:
        """`letter`, `history` or `trends`. Who comes back to the letter has the keys where they were left: in the field in focus."""
        before = self.pages.stack.currentWidget()
        self.pages.turn_to(name)
        self.notice.turn_to(name)
        if name == "letter" and self.desk.review is not None and self.pages.stack.currentWidget() is not before:
            self.letter_page.panel.take_keys()

    @property
    def workplace(self) -> Workplace:
        """Queue, page and fields; made when it is first asked for."""
        if self._workplace is None:
            from ombudsview.gui.workplace import Workplace

            self._workplace = Workplace(
                self.desk, self.queue, self.sitting, self.ahead, self.actions_by_name, parent=self
            )
            self._workplace.restore_state(self._state)
            self.pages.add_workplace(self._workplace, self._workplace.letter_page.zoom_bar)
            self._workplace.letter_page.panel.typing.connect(self.notice.mended)
            self._workplace.letter_page.filling.pointer.walked.connect(self.notice.mended)
            self.notice.follow(self._workplace.letter_page.view)
            self.ahead.scale = self._workplace.letter_page.view.scale_to_come
        return self._workplace

    @property
    def letter_page(self) -> LetterPage:
        """The page and the fields of the letter on the desk."""
        return self.workplace.letter_page

    def _take_keys(self) -> None:
        """The field in focus has the keys again, or else the page that shows."""
        if self.desk.review is not None and self.letter_page.isVisible():
            self.letter_page.panel.take_keys()
        elif self.welcome.isVisible() and self._rests():
            self.workplace.resting.take_keys()
        else:
            (self.pages.stack.currentWidget() or self).setFocus()

    def commit(self) -> bool:
        """Commit what is being typed in a field; False where it will not do, and the row says why."""
        return self._workplace is None or self._workplace.letter_page.commit()

    def _show_welcome(self) -> None:
        self.show_page("letter")
        self.refresh_welcome()

    def _rests(self) -> bool:
        """Whether there is a queue to go on with although no letter is open."""
        letters = len(self.queue.entries)
        return letters > 1 or (letters == 1 and self.actions_by_name["show_queue"].isChecked())

    def _rest_anew(self) -> None:
        """The queue grew or shrank while no letter is open."""
        if self.desk.letter is None and self.pages.shows_letter:
            self.pages.turn_to("letter")

    def refresh_welcome(self) -> None:
        """What was left unfinished, what was opened lately."""
        drafts, has_sample = self.desk.keeping.drafts(), sample_letter() is not None
        self.welcome.show_state(drafts, self.settings.recent, sample=has_sample, queue=self.settings.queue)
        self.actions_by_name["open_sample"].setEnabled(has_sample)

    # Letters come in

    def open_files(self, paths: Iterable[Path]) -> None:
        """Open letters, after committing what is being typed."""
        self.commit()
        self.sitting.open_files(paths)

    def _open_compared(self, letter: str, key: str) -> None:
        """A saved letter that a row of the comparison asks for, in front of that."""
        self.commit()
        self.twins.open_saved(letter, key)
        self.activateWindow()

    def handed_over(self, paths: list[Path]) -> None:
        """A second start gave these to this window."""
        if paths:
            self.commit()
            self.sitting.receive(paths)
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    def dropped(self, urls: list[QUrl]) -> None:
        """Open the local files among what was dropped."""
        paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
        if paths:
            self.open_files(paths)
        else:
            self.notice.say(
                self.tr("Only files of this machine can be opened: save the letter first, then drop the file.")
            )

    def _notice_place(self) -> QRect:
        """Where notices lie: over the page of the letter, else over whatever page shows."""
        if self._workplace is not None and self.letter_page.isVisible():
            over: QWidget = self.letter_page.view
        else:
            over = self.welcome if self.welcome.isVisible() else self.pages.stack
        return QRect(over.mapTo(self, QPoint(0, 0)), over.size())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, as it does in a dialog; Esc that nothing else wants dismisses the notice."""
        button = self.focusWidget()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain and isinstance(button, QPushButton):
            button.click()
        elif event.key() == Qt.Key.Key_Escape and plain:
            self.notice.put_away()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.notice.settle()

    # Coming and going

    def set_theme(self, choice: str) -> None:
        """Light, dark, or as the desktop has it."""
        self.settings.theme = choice
        self.theme_asked.emit(choice)

    def _restore(self) -> None:
        geometry = self._state.value("geometry")
        if not (isinstance(geometry, QByteArray) and self.restoreGeometry(geometry)):
            self.resize(first_size(self.screen().availableGeometry().size()))

    def closeEvent(self, event: QCloseEvent) -> None:
        self.commit()
        if not self.closing.allowed():
            event.ignore()
            return
        self.ahead.close()
        self.committee.close()
        self.published.close()
        self._state.setValue("geometry", self.saveGeometry())
        if self._workplace is not None:
            self._workplace.save_state(self._state)
        self._state.sync()
        self.pages.shut()
        event.accept()


def first_size(available: QSize) -> QSize:
    """The size of the very first window: all of it on the screen, its frame as well."""
    return FIRST_SIZE.boundedTo(available - FRAME)

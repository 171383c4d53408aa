"""What can be done to saved letters from the History page or from the menus: their saves, taking back, bringing back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from ombudsview.errors import Trouble
from ombudsview.gui.record.keeping import clock_time
from ombudsview.gui.record.taking_back import TakingBack
from ombudsview.gui.style.theme import type_size
from ombudsview.letters.fields import year_name

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

    from ombudsview.gui.desk import Desk
    from ombudsview.gui.dialogs.revisions import RevisionsDialog
    from ombudsview.gui.notice import Notice
    from ombudsview.gui.queue.model import Queue
    from ombudsview.history.revisions import Revision, TakenBack

translate = QCoreApplication.translate


class HistorySide(QObject):
    """`changed`: what is saved is not what it was."""

    changed = Signal()

    def __init__(self, desk: Desk, queue: Queue, notice: Notice, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window, self._notice = desk, window, notice
        self.taking = TakingBack(desk, queue, notice, self)
        self.taking.changed.connect(self._on_changed)
        self.dialog: RevisionsDialog | None = None
        self.question: QMessageBox | None = None

    def _on_changed(self, letter: str) -> None:
        if self.dialog is not None and self.dialog.property("letter") == letter:
            self._show_again(letter)
        self.changed.emit()

    # The saves of one letter

    def saves_of_desk(self) -> None:
        """The saves of the letter on the desk."""
        letter = self._desk.letter
        if letter is not None and letter.kept:
            self.show_saves(letter.kept, letter.title)
        else:
            self._notice.say(translate("HistorySide", "This letter has not been saved to the history."))

    def show_saves(self, letter: str, title: str) -> None:
        """Every save of a letter, with what was done between them."""
        from ombudsview.gui.dialogs.revisions import RevisionsDialog

        try:
            found = self._desk.keeping.revisions(letter)
        except Trouble as trouble:
            self._desk.troubled.emit(trouble)
            return
        dialog = self.dialog = RevisionsDialog(title, found, self._window)
        dialog.setProperty("letter", letter)
        dialog.take_back_asked.connect(partial(self.ask_take_back, letter, title))
        dialog.bring_back_asked.connect(partial(self.taking.bring_back, letter, title))
        dialog.finished.connect(self._shut)
        dialog.open()

    def _show_again(self, letter: str) -> None:
        if self.dialog is None:
            return
        try:
            self.dialog.show_revisions(self._desk.keeping.revisions(letter))
        except Trouble as trouble:
            self._desk.troubled.emit(trouble)

    def _shut(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def ask_take_back(self, letter: str, title: str) -> None:
        """Ask whether the last save of a letter shall be taken back: a click more would hit another letter, or another save."""
        from PySide6.QtWidgets import QMessageBox

        try:
            counting = [one for one in self._desk.keeping.revisions(letter) if one.withdrawn is None]
        except Trouble as trouble:
            self._desk.troubled.emit(trouble)
            return
        if not counting:
            self._notice.say(
                translate("HistorySide", "The history has no save of {title} any more.").format(title=title)
            )
            return
        box = self.question = QMessageBox(self.dialog or self._window)
        box.setWindowTitle(translate("HistorySide", "Take a save back"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(_asked(counting, title))
        box.setInformativeText(_what_then(counting))
        back = box.addButton(translate("HistorySide", "Take it back"), QMessageBox.ButtonRole.AcceptRole)
        leave = box.addButton(translate("HistorySide", "Leave it"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(leave)
        box.setEscapeButton(leave)
        back.clicked.connect(partial(self.taking.take_back, letter, title, counting[0].number))
        box.finished.connect(self._answered)
        box.open()

    def take_back_of_desk(self) -> None:
        """The same, of the letter on the desk."""
        letter = self._desk.letter
        if letter is not None and letter.kept:
            self.ask_take_back(letter.kept, letter.title)
        else:
            self._notice.say(translate("HistorySide", "This letter has not been saved to the history."))

    def _answered(self) -> None:
        if self.question is not None:
            self.question.deleteLater()
            self.question = None

    # What was taken back

    def choose_taken_back(self) -> None:
        """Ask which of the letters whose last save was taken back shall have it again."""
        from PySide6.QtWidgets import QInputDialog

        try:
            found = self._desk.keeping.taken_back()
        except Trouble as trouble:
            self._desk.troubled.emit(trouble)
            return
        if not found:
            self._notice.say(translate("HistorySide", "No save was taken back that could be brought back."))
            return
        by_name = {f"{number}. {_title(one)}": one for number, one in enumerate(found, 1)}
        dialog = QInputDialog(self._window)
        dialog.setWindowTitle(translate("HistorySide", "Bring back a save"))
        dialog.setLabelText(translate("HistorySide", "The last save of which letter shall count again?"))
        dialog.setOkButtonText(translate("HistorySide", "Bring it back"))
        dialog.setMinimumWidth(type_size(420))  # its title is read whole
        dialog.setComboBoxItems(list(by_name))
        dialog.textValueSelected.connect(
            lambda name: self.taking.bring_back(by_name[name].letter, _title(by_name[name]))
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _asked(counting: list[Revision], title: str) -> str:
    words = translate("HistorySide", "Take back save {number} of {title}, saved {when}?")
    return words.format(number=counting[0].number, title=title, when=clock_time(counting[0].saved))


def _what_then(counting: list[Revision]) -> str:
    if len(counting) == 1:
        return translate("HistorySide", "The letter is then no longer in the history. The save can be brought back.")
    words = translate("HistorySide", "Save {number}, saved {when}, then counts again. This one can be brought back.")
    return words.format(number=counting[1].number, when=clock_time(counting[1].saved))


def _title(one: TakenBack) -> str:
    if one.authority is None or one.period_end is None:
        return one.file_name
    return f"{one.authority} {year_name(one.period_end)}"

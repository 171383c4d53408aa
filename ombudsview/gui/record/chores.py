"""The Tools menu's work on the history: asked about, done behind the window, told in a sentence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from ombudsview.errors import Trouble
from ombudsview.gui.record.keeping import now

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

    from ombudsview.gui.desk import Desk
    from ombudsview.gui.dialogs.chore import ChoreDialog, Work

translate = QCoreApplication.translate


class Chores(QObject):
    """`changed`: the history is another one now."""

    changed = Signal()

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self.dialog: ChoreDialog | None = None
        self.question: QMessageBox | None = None

    def save_copy(self) -> None:
        """Ask where to, and write a copy."""
        from PySide6.QtWidgets import QFileDialog

        name = f"OmbudsView history {now()[:10]}.sqlite"
        title, kinds = translate("Chores", "Save a copy of the history"), translate("Chores", "History (*.sqlite)")
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, str(Path.home() / name), kinds)
        if chosen:
            self.copy_to(Path(chosen))

    def copy_to(self, path: Path) -> None:
        """Write a copy to a place that was chosen."""
        places = self._desk.keeping.places

        def work(_: Callable[[int, int], None]) -> str:
            from ombudsview.history.chores import copy_to

            size = copy_to(places, path)
            words = translate("Chores", "A copy of the history was written to {path} ({size:.1f} MB) and checked.")
            return words.format(path=path, size=size / 2**20)

        self._open(translate("Chores", "Save a copy"), translate("Chores", "Copying the history"), work).begin()

    def backups_folder(self) -> None:
        """Say where backups lie, and offer another place for them."""
        from PySide6.QtWidgets import QMessageBox

        from ombudsview.history import backup_place

        places = self._desk.keeping.places
        elsewhere = backup_place.elsewhere(places)
        box = self.question = QMessageBox(self._window)
        box.setWindowTitle(translate("Chores", "Where backups lie"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(
            translate("Chores", "Backups of the history are written to {folder}.").format(
                folder=elsewhere or places.backups
            )
        )
        box.setInformativeText(
            translate("Chores", "One is made in each sitting. On another disk, it is there when this one fails.")
        )
        other = box.addButton(translate("Chores", "Choose a folder..."), QMessageBox.ButtonRole.ActionRole)
        other.clicked.connect(self._ask_backups_folder)
        if elsewhere is not None:
            back = box.addButton(translate("Chores", "Keep them beside the history"), QMessageBox.ButtonRole.ActionRole)
            back.clicked.connect(lambda: self.put_backups(None))
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Close))
        box.finished.connect(box.deleteLater)
        box.open()

    def _ask_backups_folder(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        title = translate("Chores", "A folder for backups")
        chosen = QFileDialog.getExistingDirectory(self._window, title, str(Path.home()))
        if chosen:
            self.put_backups(Path(chosen))

    def put_backups(self, where: Path | None) -> None:
        """Have backups lie below a folder, or beside the history (None), once the officer has said so."""
        from ombudsview.history.backup_place import choose, warning

        keeping = self._desk.keeping
        if not self._may_write():
            return

        def work(_: Callable[[int, int], None]) -> str:
            place = choose(keeping.places, where, datetime.now().astimezone())
            return translate("Chores", "Backups are written to {folder} from now on.").format(folder=place)

        if where is None:
            about = translate("Chores", "From then on backups are written beside the history again.")
        else:
            about = translate(
                "Chores", "From then on backups are written to a folder of their own in {folder}."
            ).format(folder=where)
            about = f"{about} {warning(where)}".rstrip()
        about += " " + translate("Chores", "The backups made until now stay where they lie.")
        self._open(translate("Chores", "Where backups lie"), about, work, translate("Chores", "Write them there"))

    def _may_write(self) -> bool:
        """Whether the history is this window's to change; where it is not, the officer is told why."""
        try:
            self._desk.keeping.insist_on_writing()
        except Trouble as trouble:
            self._desk.troubled.emit(trouble)
            return False
        return True

    def check(self) -> None:
        """Look through the history at once: that changes nothing, but a damaged one is restored then."""
        keeping = self._desk.keeping

        def work(progress: Callable[[int, int], None]) -> str:
            from ombudsview.history.chores import check

            try:
                return check(keeping.places, progress).sentence
            except Trouble as trouble:
                if trouble.code == "history_damaged":
                    keeping.hurt()
                raise

        about = translate("Chores", "Looking through the history, its PDFs and its second copies")
        self._open(translate("Chores", "Check the history"), about, work).begin()

    def rebuild(self) -> None:
        """Make the history anew, once the officer has said so."""
        keeping = self._desk.keeping
        if not self._may_write():
            return

        def work(progress: Callable[[int, int], None]) -> str:
            from ombudsview.history.chores import remake

            with keeping.shut():
                return remake(keeping.places, progress)

        about = translate(
            "Chores",
            "The history is made anew from the second copy that each saved letter has. The history as it is now is copied to the "
            "backups first and kept beside the new one. Letters being checked and their drafts are not touched.",
        )
        dialog = self._open(translate("Chores", "Rebuild the history"), about, work, translate("Chores", "Rebuild"))
        dialog.done_with.connect(lambda done: self.changed.emit() if done else None)

    def _open(self, title: str, about: str, work: Work, go: str = "") -> ChoreDialog:
        from ombudsview.gui.dialogs.chore import Chore, ChoreDialog

        dialog = self.dialog = ChoreDialog(Chore(title, about, work, go), self._desk.record, self._window)
        dialog.finished.connect(self._shut)
        dialog.open()
        return dialog

    def _shut(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

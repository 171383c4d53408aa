"""Comparing with the published figures: which spreadsheet, its window beside the letters, and the letter that a row asks for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QSettings, QTimer

from ombudsview.paper.formats import SPREADSHEETS

if TYPE_CHECKING:
    from ombudsview.gui.desk import Desk
    from ombudsview.gui.dialogs.published import PublishedDialog
    from ombudsview.gui.notice import Notice

translate = QCoreApplication.translate


class Published(QObject):
    """`ours` names the council whose letters come first, `open_letter` shows a saved letter at a field."""

    def __init__(
        self,
        desk: Desk,
        ours: Callable[[], str],
        open_letter: Callable[[str, str], object],
        notice: Notice,
        *,
        state: QSettings,
    ) -> None:
        super().__init__(notice)
        self._desk, self._ours, self._open_letter = desk, ours, open_letter
        self._notice, self._state = notice, state
        self._led_to = ""
        desk.read.connect(self._offer_way_back)
        self.dialog: PublishedDialog | None = None

    def show(self) -> None:
        """Bring the window; where nothing is compared in it yet, it says what to do."""
        self._shown()

    def compare(self, paths: Sequence[Path]) -> None:
        """Hold the saved letters against the first of these spreadsheets; the others are named as left out."""
        if (
            not self._notice.window().isVisible()
        ):  # a start with a spreadsheet: the desk's window comes first, and then this one
            QTimer.singleShot(0, self, lambda: self.compare(paths))
            return
        self._shown().compare(paths[0])
        if len(paths) > 1:
            words = translate("Published", "One spreadsheet is compared at a time: “{name}” was left out.")
            self._notice.say(words.format(name=paths[1].name))

    def ask(self) -> None:
        """Ask for a spreadsheet, and compare."""
        from PySide6.QtWidgets import QFileDialog

        kinds = translate("Published", "Spreadsheets ({endings})").format(
            endings=" ".join(f"*{ending}" for ending in SPREADSHEETS)
        )
        title = translate("Published", "Compare with a published spreadsheet")
        name, _ = QFileDialog.getOpenFileName(self.dialog or self._notice.window(), title, "", kinds)
        if name:
            self.compare([Path(name)])

    def history_changed(self) -> None:
        """What is compared is out of date."""
        if self.dialog is not None:
            self.dialog.history_changed()

    def close(self) -> None:
        """Close its window, with the desk's; what is under way ends."""
        if self.dialog is not None:
            self.dialog.close()
            self.dialog.deleteLater()
            self.dialog = None

    def _lead(self, letter: str, key: str) -> None:
        self._led_to = letter
        self._open_letter(letter, key)

    def _offer_way_back(self) -> None:
        """A letter is there; where a row led to it and its window now lies over the comparison, that is a press away."""
        led_to, self._led_to = self._led_to, ""
        letter, dialog = self._desk.letter, self.dialog
        if not led_to or letter is None or letter.kept != led_to or dialog is None or not dialog.isVisible():
            return
        if dialog.frameGeometry().intersects(self._notice.window().frameGeometry()):
            words = translate("Published", "The comparison lies behind this window.")
            self._notice.offer(words, (translate("Published", "Back to the comparison"), self.show))

    def _shown(self) -> PublishedDialog:
        from ombudsview.gui.dialogs.published import PublishedDialog

        if self.dialog is None:
            self.dialog = PublishedDialog(self._desk.keeping, self._ours, self._state)
            self.dialog.letter_asked.connect(self._lead)
            self.dialog.file_asked.connect(self.ask)
            self.dialog.files_dropped.connect(self.compare)
        self.dialog.show()
        self.dialog.activateWindow()
        return self.dialog

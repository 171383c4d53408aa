"""The note of what was learnt, asked for above Finish where the letter gives occasion. It may stay empty: nothing waits for it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ombudsview.gui.desk import Desk
from ombudsview.gui.letter.note_box import NoteBox


class LessonBar(NoteBox):
    """Hides itself where nothing asks for a note and none was made."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._desk = desk
        self.box.setPlaceholderText(self.tr("What was learnt? (a note for the record; may stay empty)"))
        self.box.setAccessibleName(self.tr("What was learnt"))
        self.given.connect(desk.learn)
        desk.leaving.connect(self.commit)
        desk.read.connect(self.refresh)
        desk.changed.connect(self.refresh)
        desk.arriving.connect(lambda _: self.put_away())
        desk.left.connect(self.put_away)

    def refresh(self) -> None:
        """Ask where there is occasion."""
        from ombudsview.review.lesson import occasions

        review = self._desk.review
        if review is None:
            self.put_away()
            return
        found, lesson = occasions(review), review.noted.lesson
        self.show_note(" ".join(found) or self.tr("What was learnt from this letter:"), lesson)
        self.setVisible(bool(found or lesson or self.box.text()))

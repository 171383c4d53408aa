"""A letter that an older reader read, or that the officer wants read again: read anew behind the window, beside what stands."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

from ombudsview.errors import Trouble
from ombudsview.gui.arrival.sending import reading_anew
from ombudsview.gui.work.errands import Errand, Rank

if TYPE_CHECKING:
    from ombudsview.gui.desk import Desk
    from ombudsview.gui.dialogs.read_again import ReadAgainDialog
    from ombudsview.gui.notice import Notice
    from ombudsview.gui.open_letter import OpenLetter
    from ombudsview.reading.answer import Answer
    from ombudsview.reading.model import Reading
    from ombudsview.review.anew import Difference

translate = QCoreApplication.translate

AFTER_MS = 300
"""The page is painted and the field in focus lit before a letter is read again by itself."""


class ReadingAgain(QObject):
    """The hand wins until the officer says otherwise: nothing is taken but what is ticked."""

    def __init__(self, desk: Desk, notice: Notice, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._notice, self._window = desk, notice, window
        self.dialog: ReadAgainDialog | None = None
        self._soon = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._soon.timeout.connect(self._by_itself)
        desk.read.connect(self._soon.start)
        desk.arriving.connect(lambda _: self._leave())
        desk.left.connect(self._leave)

    def ask(self) -> None:
        """Read the letter on the desk again, and say what came of it in any case."""
        self._read(asked=True)

    def _by_itself(self) -> None:
        """Only what was brought back can have been read by another reader than this one."""
        review = self._desk.review
        if review is None or not review.is_touched:
            return
        from ombudsview.gui.again.by_hand import READER
        from ombudsview.reading.version import READER_VERSION

        if review.readers.isdisjoint({READER_VERSION, READER}):
            self._read(asked=False)

    def _read(self, *, asked: bool) -> None:
        letter, review = self._desk.letter, self._desk.review
        if letter is None or review is None or letter.document is None or letter.paper is None:
            return
        bridge = self._desk.bridge
        work = reading_anew(
            bridge.worker, letter.document.sha256, letter.sizes, letter.paper, self._desk.keeping.rules_for_reader
        )
        bridge.ask(work, Rank.SOON, partial(self._came, letter, asked))

    def _came(self, letter: OpenLetter, asked: bool, errand: Errand[Answer]) -> None:
        from ombudsview.review.anew import differences

        review = self._desk.review
        if letter is not self._desk.letter or review is None:
            return
        try:
            answer = errand.result
        except Trouble as trouble:
            if asked:
                self._desk.troubled.emit(trouble)
            return
        from ombudsview.reading.same_letter import same_letter

        new = same_letter(review.reading, answer.readings)
        found = differences(review, new) if new is not None and new.kind is not None else ()
        if not found or new is None:
            if asked:
                words = translate("ReadingAgain", "The letter was read again: nothing is read otherwise.")
                self._notice.say(words)
            return
        show = partial(self._show, letter, answer, new, found)
        if asked:
            show()
            return
        if len(found) == 1:
            words = translate("ReadingAgain", "Another version read this letter: 1 field is read otherwise now.")
        else:
            words = translate(
                "ReadingAgain", "Another version read this letter: {count} fields are read otherwise now."
            )
        self._notice.say(words.format(count=len(found)), (translate("ReadingAgain", "Compare"), show))

    def _show(self, letter: OpenLetter, answer: Answer, new: Reading, found: tuple[Difference, ...]) -> None:
        from ombudsview.gui.dialogs.read_again import ReadAgainDialog

        if letter is not self._desk.letter:
            return
        dialog = self.dialog = ReadAgainDialog(found, self._window)
        dialog.accepted.connect(lambda: self._take(letter, answer, new, dialog.ticked))
        dialog.finished.connect(self._shut)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.open()

    def _take(self, letter: OpenLetter, answer: Answer, new: Reading, keys: frozenset[str]) -> None:
        from ombudsview.review.anew import differences, taken

        review = self._desk.review
        if letter is not self._desk.letter or review is None:
            return
        if keys:
            letter.paper = answer.paper
        review.take_anew(taken(differences(review, new), keys), new.reader)

    def _leave(self) -> None:
        self._soon.stop()
        if self.dialog is not None:
            self.dialog.reject()

    def _shut(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

"""The committee paper of a saved letter: asked for, made in a thread and by a reader of its own, told of with the way to it."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from ombudsview.errors import Trouble
from ombudsview.gui.by_system import WordOpener, open_by_system
from ombudsview.gui.record.keeping import now
from ombudsview.gui.save_as import Asked, ask_path, plain_name
from ombudsview.gui.style.words import visible
from ombudsview.gui.work.apart import Apart
from ombudsview.gui.work.errands import Errand, Rank

if TYPE_CHECKING:
    from ombudsview.gui.desk import Desk
    from ombudsview.gui.notice import Notice, Way
    from ombudsview.paper.worker import Worker
    from ombudsview.reports.committee.making import Made

translate = QCoreApplication.translate

EVERY = 0.1  # seconds between two words of progress
SLOW_MS = 500
"""Most papers are there before anybody need be told that they are being made."""


def start_reader() -> Worker:
    """A reader that nobody else waits for, so that neither the pages shown nor other letters do."""
    from ombudsview.paper.worker import Worker

    return Worker.start(spare=False)


class Committee(QObject):
    """One paper at a time. `made` gives the path of each."""

    made = Signal(object)
    _heard = Signal(object, int, int)
    _answered = Signal(object, object)

    def __init__(
        self,
        desk: Desk,
        notice: Notice,
        window: QWidget,
        *,
        ask: Callable[[QWidget, str, str, str, str], Asked | None] = ask_path,
        start: Callable[[], Worker] = start_reader,
    ) -> None:
        super().__init__(window)
        self._desk, self._notice, self._window = desk, notice, window
        self._ask, self._start = ask, start
        self._run: _Run | None = None
        self._opener = WordOpener(self)
        self._heard.connect(self._progressed, Qt.ConnectionType.QueuedConnection)
        self._answered.connect(self._came, Qt.ConnectionType.QueuedConnection)
        if (app := QCoreApplication.instance()) is not None:
            app.aboutToQuit.connect(self.close)

    @property
    def busy(self) -> bool:
        """Whether a paper is being made."""
        return self._run is not None

    def of_desk(self) -> None:
        """The paper of the letter on the desk, or why there can be none yet."""
        letter = self._desk.letter
        if letter is None:
            words = translate("Committee", "Open a saved letter first, or choose one on the History page.")
            self._notice.say(words)
        elif self._desk.saving.busy:
            self._notice.say(translate("Committee", "The letter is still being saved. Ask for its paper in a moment."))
        elif not letter.kept:
            words = translate(
                "Committee", "Finish the letter first: its paper is made from what is saved in the history."
            )
            self._notice.say(words)
        elif letter.review is not None and not letter.review.finished:
            words = translate(
                "Committee", "This letter is being amended. Finish it first, or have the paper made from its last save."
            )
            of_save = partial(self.ask, letter.kept, letter.title)
            self._notice.say(words, (translate("Committee", "From the last save"), of_save))
        else:
            self.ask(letter.kept, letter.title)

    def ask(self, letter: str, title: str) -> None:
        """Ask where the paper of a saved letter shall be, and make it. `letter` by its name in the record."""
        if self._run is not None:
            words = translate("Committee", "Another committee paper is being made.")
            self._notice.say(words, (translate("Committee", "Stop it"), self.stop))
            return
        name = plain_name(translate("Committee", "{title} - committee paper").format(title=title), "docx")
        heading, kinds = translate("Committee", "Save the committee paper"), translate("Committee", "Word document")
        asked = self._ask(self._window, heading, kinds, "docx", str(Path.home() / name))
        if asked is not None:
            self.make(letter, *asked)

    def make(self, letter: str, path: Path, replace: bool) -> None:
        """Make the paper of a saved letter, in a thread of its own; the notice tells how far it is and what came of it."""
        run = self._run = _Run(path)
        work = partial(self._work, run, letter, replace=replace, passwords=self._passwords())
        errand = run.apart.errands.ask(work, Rank.SOON)
        errand.then(lambda errand: run.apart.tell(lambda: self._answered.emit(run, errand)))
        QTimer.singleShot(SLOW_MS, self, lambda: self._still_at(run))

    def stop(self) -> None:
        """Make no more of it: the file is not written."""
        if self._run is not None:
            self._run.stop()

    def close(self) -> None:
        """Stop, and tell nothing."""
        run, self._run = self._run, None
        if run is not None:
            run.stop()
            run.apart.drop()

    def _passwords(self) -> dict[str, str]:
        """What was typed for the letter on the desk opens its kept copy too; no password is ever kept."""
        letter = self._desk.letter
        known = letter is not None and letter.document is not None and letter.password
        return {letter.document.sha256: letter.password} if known else {}  # type: ignore[union-attr,dict-item]

    def _work(self, run: _Run, letter: str, *, replace: bool, passwords: dict[str, str]) -> Made:
        """In the other thread."""
        from ombudsview.history.dossier import dossier
        from ombudsview.reports.committee.making import committee_paper
        from ombudsview.reports.saving import save

        keeping = self._desk.keeping
        try:
            found = dossier(keeping.places, letter, in_use=keeping.in_use)
        except Trouble as trouble:
            if trouble.code == "history_damaged":
                keeping.hurt()
            raise
        unsaved = bool(keeping.drafts_of(letter))
        with self._start() as reader:
            run.take(reader)
            tell = partial(self._tell, run)
            made = committee_paper(
                keeping.places.documents, found, reader, now(), unsaved=unsaved, passwords=passwords, progress=tell
            )
        run.go_on()
        save(run.path, made.data, replace=replace)
        return made

    def _tell(self, run: _Run, done: int, of: int) -> None:
        """In the other thread: how many pictures are cut."""
        run.go_on()
        if done == of or time.monotonic() - run.told > EVERY:
            run.told = time.monotonic()
            run.apart.tell(lambda: self._heard.emit(run, done, of))

    # In the window's thread again

    def _still_at(self, run: _Run) -> None:
        if run is self._run and not run.words:
            run.words = translate("Committee", "The committee paper is being made.")
            self._notice.say(run.words, (translate("Committee", "Stop"), self.stop))

    def _progressed(self, run: _Run, done: int, of: int) -> None:
        if run is self._run and run.words:
            words = translate("Committee", "The committee paper is being made: {done} of {of} pictures.")
            words = words.format(done=done, of=of)
            if self._notice.reword(run.words, words):
                run.words = words

    def _came(self, run: _Run, errand: Errand[Made]) -> None:
        if run is not self._run:
            return
        self._run = None
        run.apart.drop()
        try:
            made = errand.result
        except Trouble as trouble:
            if run.is_stopped:
                self._notice.say(translate("Committee", "Stopped. No committee paper was made."))
            else:
                words = translate("Committee", "The committee paper was not made. {why}").format(why=trouble.sentence)
                self._notice.warn(words)
            return
        words = translate("Committee", "The committee paper was saved as “{name}”.").format(name=visible(run.path.name))
        if made.failed:
            lacks = translate("Committee", "{failed} of {count} pictures could not be made; it says why.")
            words = f"{words} {lacks.format(failed=made.failed, count=made.pictures)}"
        self._notice.say(
            words, (translate("Committee", "Open it"), partial(self._open, run.path)), self._way_to(run.path)
        )
        self.made.emit(run.path)

    def _way_to(self, path: Path) -> Way:
        return translate("Committee", "Show the folder"), partial(self._show_folder, path.parent)

    def _open(self, path: Path) -> None:
        self._opener.open(path, partial(self._opened, path))

    def _opened(self, path: Path, taken: bool) -> None:
        """Where it lies is said in either case: what a program does with it is not seen from here."""
        if taken:
            words = translate("Committee", "“{name}” is being opened. It is in {folder}.")
        else:
            words = translate("Committee", "No program here opens Word documents. “{name}” is in {folder}.")
        words = words.format(name=visible(path.name), folder=visible(str(path.parent)))
        (self._notice.say if taken else self._notice.warn)(words, self._way_to(path))

    def _show_folder(self, folder: Path) -> None:
        if not open_by_system(folder):
            words = translate("Committee", "No program here shows folders. The paper is in {folder}.")
            self._notice.warn(words.format(folder=visible(str(folder))))


class _Run:
    """One paper on its way to `path`. `words` is what the notice says of it, `told` when that was last brought up to date."""

    def __init__(self, path: Path) -> None:
        self.path, self.apart = path, Apart()
        self.words, self.told = "", 0.0
        self.is_stopped = False
        self._reader: Worker | None = None

    def take(self, reader: Worker) -> None:
        """The reader that is asked from now on."""
        self._reader = reader
        self.go_on()

    def go_on(self) -> None:
        """Trouble `cancelled` where it was stopped."""
        if self.is_stopped:
            from ombudsview.paper import troubles

            raise troubles.trouble(troubles.CANCELLED)

    def stop(self) -> None:
        """Cut short what the reader is busy with, and ask it nothing more."""
        self.is_stopped = True
        if self._reader is not None:
            self._reader.cancel()

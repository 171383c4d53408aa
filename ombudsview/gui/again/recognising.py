"""Recognition as the window has it: which pages, for which letter, how far it is, stopped or failed, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from ombudsview.errors import Trouble
from ombudsview.gui.again.adopting import Adopting
from ombudsview.gui.open_letter import OpenLetter
from ombudsview.gui.work.bridge import Bridge
from ombudsview.gui.work.errands import Errand, Errands, Rank
from ombudsview.gui.work.picture_work import Job, PictureWork

if TYPE_CHECKING:
    from collections.abc import Callable

    from ombudsview.gui.desk import Desk
    from ombudsview.reading.answer import Answer
    from ombudsview.reading.wanting import Wanting

    Result = tuple[Answer, tuple[int, ...]]

REST_AFTER_MS = 30_000
"""The recogniser takes some hundred megabytes: it is kept for the next scan that long."""


class Phase(StrEnum):
    """How recognition stands for a letter."""

    OFFERED = "offered"
    RUNNING = "running"
    STOPPED = "stopped"
    FAILED = "failed"
    NOTHING = "nothing"
    DONE = "done"


@dataclass(frozen=True)
class Standing:
    """`pages` (from 0) are those that it is about: offered, under way, or failed; `done` of them are done. `why` in a sentence."""

    phase: Phase
    pages: tuple[int, ...] = ()
    done: int = 0
    why: str = ""
    again: bool = True


class Recognising(QObject):
    """One document at a time, in a thread and processes of its own. Another letter may come on the desk meanwhile.

    `changed`: `standing` is another, or None where there is nothing to say of the letter on the desk. `told`: how it stands for a
    document, on the desk or behind it; None where nothing needs to be said of it any more.
    """

    changed = Signal()
    told = Signal(object, object)
    _progressed = Signal(object, int)

    def __init__(self, desk: Desk, work: PictureWork | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.work = work or PictureWork(desk.keeping.places.recognised)
        self._adopting = Adopting(desk)
        self._bridge: Bridge | None = None
        self._job: Job | None = None
        self._stopped: dict[str, Standing] = {}
        self.standing: Standing | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST_AFTER_MS)
        self._rest.timeout.connect(self.work.rest)
        self._progressed.connect(self._on_progress, Qt.ConnectionType.QueuedConnection)
        desk.opening.read.connect(self._look_at)
        desk.arrived.connect(self._arrived)
        desk.arriving.connect(lambda _: self._say(None))
        desk.left.connect(self._left)
        desk.finished.connect(self._finished)

    @property
    def running(self) -> bool:
        """Whether pages are being recognised, of whatever letter."""
        return self._job is not None

    # The officer's verbs

    def ask(self) -> None:
        """Recognise the pages of the letter on the desk: those that are pictures, else all of the letter."""
        letter = self._desk.letter
        if letter is None or letter.paper is None or self._attached(letter):
            return
        paper, reading = letter.paper, letter.reading

        def pages() -> tuple[int, ...]:
            from ombudsview.reading.wanting import asked_for

            return asked_for(paper, reading)

        self._desk.bridge.ask(pages, Rank.SOON, partial(self._asked_for, letter))

    def stop(self) -> None:
        """Recognise no more for now. What is done is remembered, so that nothing is done twice."""
        job = self._job
        if job is None:
            return
        self._end(job)
        standing = self._stopped[job.document.sha256] = Standing(Phase.STOPPED, job.pages, job.done)
        self._tell(job, standing)

    def dismiss(self) -> None:
        """The officer has seen it."""
        if self.standing is not None and self.standing.phase is not Phase.RUNNING:
            self._say(None)

    def close(self) -> None:
        """End everything, processes and thread."""
        if self._job is not None:
            self._end(self._job)
        self._rest.stop()
        self.work.close()
        if self._bridge is not None:
            self._bridge.close()
            self._bridge = None

    # Letters come and go

    def _arrived(self) -> None:
        """A letter that was read before has come back, by the way that tells no reading."""
        letter = self._desk.letter
        if letter is not None and letter.paper is not None:
            QTimer.singleShot(0, self, partial(self._look_at, letter))

    def _finished(self, letter: OpenLetter) -> None:
        """What was saved is not read anew behind the officer's back."""
        if self._attached(letter):
            self._left()

    def _left(self) -> None:
        """The letter was closed: nobody waits for its pages. One that only gave way to another goes on."""
        if (job := self._job) is not None:
            self._end(job)
            self.told.emit(job.document, None)
        self._say(None)

    def _look_at(self, letter: OpenLetter) -> None:
        paper, reading = letter.paper, letter.reading
        finished = letter.review is not None and letter.review.finished
        if letter is not self._desk.letter or paper is None or letter.document is None or finished:
            return
        if self._attached(letter):
            return
        if standing := self._stopped.get(letter.document.sha256):
            self._say(standing)
            return

        def look() -> Wanting:
            from ombudsview.reading.wanting import wanting

            return wanting(paper, reading)

        self._desk.bridge.ask(look, Rank.SOON, partial(self._looked, letter))

    def _attached(self, letter: OpenLetter) -> bool:
        """Whether the letter's document is under way already; then how far it is is shown."""
        job = self._job
        if job is None or letter.document is None or job.document.sha256 != letter.document.sha256:
            return False
        self._say(Standing(Phase.RUNNING, job.pages, job.done))
        return True

    def _looked(self, letter: OpenLetter, errand: Errand[Wanting]) -> None:
        found = errand.result
        if letter is not self._desk.letter or self._attached(letter):
            return
        if found.pictures:
            self._start(letter, found.pictures, asked=False)
        elif found.poor:
            self._say(Standing(Phase.OFFERED, found.poor))

    def _asked_for(self, letter: OpenLetter, errand: Errand[tuple[int, ...]]) -> None:
        pages = errand.result
        if letter is not self._desk.letter or self._attached(letter):
            return
        if pages:
            self._start(letter, pages, asked=True)
        else:
            self._say(Standing(Phase.NOTHING))

    # The work

    def _start(self, letter: OpenLetter, pages: tuple[int, ...], *, asked: bool) -> None:
        from ombudsview.reading.answer import Answer

        if letter.document is None or letter.paper is None:
            return
        if self._job is not None:  # what was left for this one is remembered as far as it is
            self.told.emit(self._job.document, Standing(Phase.STOPPED, self._job.pages, self._job.done))
            self._end(self._job)
        self._rest.stop()
        self._stopped.pop(letter.document.sha256, None)
        job = self._job = Job(letter.document, letter.password, Answer(letter.paper, letter.readings), pages, asked)
        self._tell(job, Standing(Phase.RUNNING, pages))
        progress = partial(self._tell_progress, job)
        if self._bridge is None:
            self._bridge = Bridge(None, Errands(), self)
        self._bridge.ask(lambda: self._run(job, progress), Rank.READ, partial(self._came, job))

    def _run(self, job: Job, progress: Callable[[int, int], None]) -> Result:
        """Called in the thread that does the work."""
        return self.work.run(job, progress, self._desk.keeping.rules_for_reader())

    def _end(self, job: Job) -> None:
        self._job = None
        self.work.cancel(job)
        self._rest.start()

    def _tell_progress(self, job: Job, done: int, of: int) -> None:
        """Called in the thread that does the work."""
        self._progressed.emit(job, done)

    def _on_progress(self, job: Job, done: int) -> None:
        if job is self._job:
            job.done = done
            self._tell(job, Standing(Phase.RUNNING, job.pages, done))

    def _came(self, job: Job, errand: Errand[Result]) -> None:
        if job is not self._job:
            return
        self._job = None
        self._rest.start()
        try:
            answer, missed = errand.result
        except Trouble as trouble:
            self._failed(job, trouble)
            return
        letter = self._desk.letter
        if letter is None or letter.paper is None or not self._is_on_desk(job):
            # All is remembered: it is there at once when the letter comes back and has been read.
            self.told.emit(job.document, Standing(Phase.DONE, job.pages, len(job.pages) - len(missed)))
            return
        self._tell(job, Standing(Phase.FAILED, missed) if missed else None)
        if len(missed) < len(job.pages):
            self._adopting.adopt(letter, answer, len(job.pages) - len(missed), asked=job.asked)

    def _failed(self, job: Job, trouble: Trouble) -> None:
        from ombudsview.paper.ocr import NO_RECOGNITION

        again = trouble.code != NO_RECOGNITION
        self._tell(job, Standing(Phase.FAILED, job.pages, job.done, trouble.sentence, again))

    def _is_on_desk(self, job: Job) -> bool:
        letter = self._desk.letter
        return letter is not None and letter.document is not None and letter.document.sha256 == job.document.sha256

    def _tell(self, job: Job, standing: Standing | None) -> None:
        """Say how a job stands: to the letter on the desk where it is of that, and to whoever lists letters."""
        if self._is_on_desk(job):
            self._say(standing)
        self.told.emit(job.document, standing)

    def _say(self, standing: Standing | None) -> None:
        if standing != self.standing:
            self.standing = standing
            self.changed.emit()

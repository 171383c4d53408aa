"""The real window, worked at without a pause until it is killed; each step is told of once the program has taken it.

    python -m tests.stories.killed BASE SEED SHEET [LETTER...]

Goes on with the drafts under BASE where there are any, and else opens the letters. A page that is a picture is recognised as SHEET.
"""

from __future__ import annotations

import os
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import cast

import msgspec
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ombudsview.gui import app
from ombudsview.gui.again.by_hand import READER, Chosen, begin
from ombudsview.gui.window import Window
from ombudsview.gui.work.errands import Errands
from ombudsview.gui.work.picture_work import PictureWork
from ombudsview.letters.measures_2019 import MEASURES_2019
from ombudsview.paper.frames import Picture
from ombudsview.paper.ocr import Recogniser
from ombudsview.paper.paper import Sheet
from ombudsview.paper.worker import Worker
from ombudsview.places import Places
from ombudsview.review.edit import Carried
from tests.helpers.steps import mark

COUNTS = ("upheld_decisions", "investigations", "compliance_outcomes", "satisfactory_remedies")
BY_HAND = {"authority": "Alder Council", "period_end": "31 March 2020"}
STEPS_BEFORE_SAVING = 12
EARLIER = Carried("0" * 64 + "-1", "Wraxmere District Council", "2017-18", "Answer sooner.")
LONGEST_MS = 120_000
"""A window that nobody kills ends by itself."""


class Slow:
    """Recognises every page as the same sheet, after a moment."""

    def __init__(self, sheet: Sheet, seconds: float) -> None:
        self._sheet, self._seconds = sheet, seconds

    def recognise(self, picture: Picture, width: float, height: float, stopped: Callable[[], bool]) -> Sheet:
        time.sleep(self._seconds)
        tell("recognised")
        return self._sheet

    def cancel(self) -> None:
        """It ends by itself."""

    def close(self) -> None:
        """It has nothing."""


class Hurry:
    """An officer who never rests. What was told of is on the disk, or the program has lied."""

    def __init__(self, window: Window, chance: random.Random) -> None:
        self._window, self._desk, self._chance = window, window.desk, chance
        self._steps = 0
        self._desk.saving.begun.connect(lambda letter: tell("saving"))
        self._desk.saving.done.connect(self._saved)
        window.ahead.progressed.connect(lambda: tell("ahead"))
        QTimer.singleShot(0, self._step)

    def _saved(self, letter) -> None:
        if letter.saved and letter.review is not None:
            tell("saved", letter.kept)

    def _step(self) -> None:
        QTimer.singleShot(self._chance.choice((0, 0, 3, 20)), self._step)
        if (dialog := self._window.talk.dialog) is not None:
            dialog.reject()
        review = self._desk.review
        if review is None:
            self._begin_by_hand()
            return
        self._steps += 1
        if self._steps % STEPS_BEFORE_SAVING == 0 and review.reading.reader != READER:  # what is saved is not read anew
            self._desk.finish("In a hurry.")
        else:
            self._chance.choice(self._deeds())()
        tell("step", review.letter, mark(review.events))

    def _begin_by_hand(self) -> None:
        letter = self._desk.letter
        if letter is not None and letter.readings and letter.review is None:
            begin(self._desk, Chosen(MEASURES_2019, BY_HAND))

    def _deeds(self) -> list[Callable[[], object]]:
        desk, key, number = self._desk, self._chance.choice(COUNTS), str(self._chance.randrange(100))
        return [
            lambda: desk.correct(key, number),
            lambda: desk.agree(desk.focus_key),
            lambda: desk.query(key, f"Is it {number}?"),
            lambda: desk.deny(key),
            lambda: desk.reset(key),
            desk.undo,
            desk.undo,
            desk.redo,
            desk.agree_safe,
            lambda: desk.learn(f"Lesson {number}."),
            lambda: desk.follow_up(EARLIER, f"Done {number}."),
            lambda: self._type(key, number),
            self._window.actions_by_name["next_letter"].trigger,
        ]

    def _type(self, key: str, text: str) -> None:
        self._desk.focus(key)
        QTest.keyClicks(self._window.letter_page.panel.row(key).edit, text)


def tell(*words: str) -> None:
    """One line at once, whichever thread says it."""
    os.write(1, f"{' '.join(words)}\n".encode())


def main(base: Path, seed: int, sheet: Path, letters: list[Path]) -> None:
    """Work until the process is killed."""
    chance = random.Random(seed)
    worker = Worker.start(spare=False)
    qt = QApplication(["ombudsview"])
    window = app.build(qt, Places.under(base), worker, Errands())
    slow = Slow(msgspec.msgpack.decode(sheet.read_bytes(), type=Sheet), chance.uniform(0.1, 0.6))
    window.sitting.recognising.work = PictureWork(base / "recognised", recogniser=lambda: cast(Recogniser, slow))
    window.show()
    drafts = window.desk.keeping.drafts()
    if drafts:
        window.sitting.go_on(chance.choice(drafts))
    else:
        window.open_files(letters)
    QTimer.singleShot(LONGEST_MS, lambda: os._exit(3))
    hurry = Hurry(window, chance)
    window.destroyed.connect(lambda: hurry)  # held as long as the window
    qt.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]), [Path(name) for name in sys.argv[4:]])

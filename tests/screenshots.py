"""Walks the real window, with the real reader process, through its main states and saves a picture of each.

    python -m tests.screenshots FOLDER

100% and 200%, light and dark, so that anyone can look. No screen is needed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from ombudsview.places import Places, resources

SCALES = (1, 2)
THEMES = ("light", "dark")
SECONDS = 20


def main(folder: Path) -> int:
    """One process for each scale and theme: Qt settles both at its start."""
    folder.mkdir(parents=True, exist_ok=True)
    for scale in SCALES:
        for theme in THEMES:
            variables = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": str(scale)}
            for which in ("", "queue-"):
                order = [sys.executable, "-m", "tests.screenshots", str(folder), f"{which}{theme}-{scale}00"]
                subprocess.run(order, env=variables, check=True)
    for path in sorted(folder.glob("*.png")):
        print(path)
    return 0


class Walk:
    """One walk. Waits for what it needs to see, never for a length of time alone."""

    def __init__(self, folder: Path, name: str, places: Places) -> None:
        from PySide6.QtWidgets import QApplication

        from ombudsview.gui import app
        from ombudsview.gui.work.errands import Errands
        from ombudsview.paper.worker import Worker

        self.folder, self.name = folder, name
        self.worker = Worker.start()
        self.app = QApplication(["ombudsview"])
        self.window = app.build(self.app, places, self.worker, Errands())
        self.window.set_theme(name.partition("-")[0])
        self.window.resize(1440, 900)

    def wait(self, so: Callable[[], bool]) -> None:
        """Let the window live until this is so."""
        from PySide6.QtCore import QDeadlineTimer, QEventLoop

        end, loop = QDeadlineTimer(SECONDS * 1000), QEventLoop()
        while not so():
            if end.hasExpired():
                raise TimeoutError(f"after {SECONDS} s still not so: {so}")
            loop.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)

    def rest(self, milliseconds: int = 400) -> None:
        """Until movements have come to their end."""
        from PySide6.QtCore import QDeadlineTimer

        end = QDeadlineTimer(milliseconds)
        self.wait(end.hasExpired)

    def save(self, state: str) -> None:
        """A picture of the window, with what lies over it."""
        from PySide6.QtGui import QPainter

        page = self.window.letter_page
        self.rest()
        self.wait(lambda: not page.view.isVisible() or not self.window.desk.bridge.errands.busy)
        self.rest(100)
        picture = self.window.grab()
        dialog = self.window.talk.dialog
        if dialog is not None:
            painter = QPainter(picture)
            painter.drawPixmap(self.window.rect().center() - dialog.rect().center(), dialog.grab())
            painter.end()
        picture.save(str(self.folder / f"{self.name}-{state}.png"))

    def open(self, path: Path) -> None:
        """A letter, until its fields are there."""
        self.window.open_files([path])
        self.wait(lambda: self.window.desk.review is not None)

    def close(self) -> None:
        self.window.desk.bridge.close()
        self.worker.close()
        self.window.desk.record.close()
        self.window.desk.keeping.close()


def walk(folder: Path, name: str) -> None:
    """Welcome, letter, edited field, failed check, query, finish, history, its paper, trend, welcome with drafts."""
    with tempfile.TemporaryDirectory() as base:
        tour = Walk(folder, name, Places.under(Path(base)))
        window, desk = tour.window, tour.window.desk
        window.refresh_welcome()
        window.show()
        tour.save("1-welcome")
        years = sorted((resources() / "samples").glob("*.pdf"))
        tour.open(resources() / "sample-letter.pdf")
        tour.save("2-letter")
        desk.focus("upheld_rate")
        tour.save("3-field")
        _type(tour, "upheld_rate", "99%")
        tour.save("4-typing")
        desk.correct("upheld_rate", "99%")
        desk.focus("upheld_decisions")
        tour.save("5-failed-check")
        desk.query("upheld_decisions", "Is this the figure of the web page?")
        desk.deny("reference")
        desk.agree_safe()
        desk.focus("upheld_rate")
        tour.save("6-edited")
        window.letter_page.view.zoom_by(2.0)
        tour.save("7-zoomed")
        window.letter_page.view.fit_width()
        window.actions_by_name["finish"].trigger()
        tour.save("8-finish")
        if window.talk.dialog is not None:
            window.talk.dialog.reject()
        desk.undo()
        for path in years:
            tour.open(path)
            desk.agree_safe()
            desk.finish("a walk through the window")
            tour.wait(lambda: not desk.saving.busy)
        tour.open(resources() / "sample-letter.pdf")
        tour.save("9-queue")
        desk.finish("a walk through the window")
        tour.wait(lambda: not desk.saving.busy)
        _history(tour)
        _make_paper(tour, Path(base))
        window.show_page("trends")
        tour.wait(lambda: window.pages.trends.chart.plan is not None)
        tour.save("b-trend")
        window.talk.show_keys()
        tour.rest()
        _save_sheet(tour)
        _left_unfinished(tour, years[0])
        _teach(tour, Path(base))
        _worked_out(tour, Path(base))
        tour.close()


def _history(tour: Walk) -> None:
    window = tour.window
    window.show_page("history")
    tour.wait(lambda: window.pages.history.model.saved > 0)
    tour.save("a-history")


def _make_paper(tour: Walk, base: Path) -> None:
    """The committee's paper of the letter that was saved last, and the way to it."""
    window = tour.window
    window.committee.make(window.desk.keeping.rows()[0].letter, base / "committee paper.docx", replace=False)
    tour.wait(lambda: not window.committee.busy)
    tour.save("b-paper")


def _left_unfinished(tour: Walk, path: Path) -> None:
    """What is no letter is refused; what was left unfinished is on the start page."""
    window = tour.window
    tour.open(path)
    window.desk.correct("letter_date", "1 August 2019")
    window.open_files([Path(__file__)])
    tour.save("c-refused")
    window.desk.close()
    tour.save("d-drafts")


def _teach(tour: Walk, base: Path) -> None:
    """A letter of unknown layout, a figure pointed at, the rule that is proposed, the list of rules."""
    from ombudsview.gui.again.by_hand import Chosen, begin
    from ombudsview.letters.overview_2025 import OVERVIEW_2025
    from ombudsview.reading.picked import PageWords
    from tests.stories.test_teaching import letter

    window, desk = tour.window, tour.window.desk
    path = base / "unknown.pdf"
    path.write_bytes(letter("Alder Council", 2031, 9, "31%"))
    window.open_files([path])
    tour.wait(lambda: desk.letter is not None and bool(desk.letter.readings))
    tour.save("f-unknown")
    begin(desk, Chosen(OVERVIEW_2025, {"authority": "Alder Council", "period_end": "31 March 2031"}))
    desk.focus("upheld_decisions")
    assert desk.review is not None
    assert desk.letter is not None
    assert desk.letter.paper is not None
    words = PageWords(desk.letter.paper, 1)
    place = next(number for number, (text, _) in enumerate(words.words) if text == "9")
    desk.review.point("upheld_decisions", words.source((place,)))
    tour.save("g-pointed")
    window.teaching.teach()
    proposal = window.teaching.proposal
    assert proposal is not None
    tour.wait(proposal.keep.isEnabled)
    proposal.grab().save(str(tour.folder / f"{tour.name}-h-proposal.png"))
    proposal.keep.click()
    window.teaching.show_rules()
    assert window.teaching.rules is not None
    tour.rest()
    window.teaching.rules.grab().save(str(tour.folder / f"{tour.name}-i-rules.png"))


def _worked_out(tour: Walk, base: Path) -> None:
    """A letter that leaves to be worked out when its year began."""
    from tests.letters.eras.corpus import Order, make

    (base / "year.pdf").write_bytes(make(Order("measures-2019", "flowed", 3)).pdf)
    tour.window.desk.close()
    tour.open(base / "year.pdf")
    tour.window.desk.focus("period_start")
    tour.save("j-worked-out")


def walk_queue(folder: Path, name: str) -> None:
    """A folder read in the background, stopped, a problem looked at, a second letter for a year, the end of the queue."""
    import pymupdf

    with tempfile.TemporaryDirectory() as base:
        tour = Walk(folder, name, Places.under(Path(base)))
        window, queue = tour.window, tour.window.queue
        window.show()
        window.open_files([_folder(Path(base) / "letters")])
        tour.wait(lambda: window.ahead.standing is not None and window.ahead.standing.done > 3)
        window.ahead.stop()
        tour.save("q1-stopped")
        window.ahead.go_on()
        tour.wait(lambda: window.ahead.standing is None)
        window.actions_by_name["order_need"].trigger()
        problem = next(row for row, entry in enumerate(queue.entries) if entry.trouble)
        window.workplace.queue_pane.list.setFocus()
        window.workplace.queue_pane.list.setCurrentIndex(queue.index(problem))
        tour.save("q2-problem")
        while queue.left:
            tour.wait(lambda: window.desk.review is not None)
            if queue.left == 1:
                window.desk.query("upheld_decisions", "Is this the figure of the web page?")
            window.desk.agree_safe()
            window.desk.finish("a walk through the window")
            tour.wait(lambda: not window.desk.saving.busy)
        tour.save("q3-summary")
        second = Path(base) / "second.pdf"
        with pymupdf.open(resources() / "sample-letter.pdf") as letter:
            letter[0].insert_text((72, 800), "This letter replaces that of July.", fontsize=9)
            letter.save(second)
        tour.open(second)
        tour.wait(lambda: window.desk.review is not None and window.desk.letter.name == second.name)
        tour.save("q4-second")
        window.desk.correct("upheld_rate", "58%")
        window.desk.correct("letter_date", "24 July 2020")
        window.desk.finish("a walk through the window")
        tour.wait(lambda: not window.desk.saving.busy)
        tour.save("q5-compare")
        tour.close()


def _folder(place: Path) -> Path:
    """The sample letters with copies that differ in their bytes, and one that is cut near its beginning."""
    place.mkdir()
    samples = [resources() / "sample-letter.pdf", *sorted((resources() / "samples").glob("*.pdf"))]
    for number in range(24):
        data = samples[number % len(samples)].read_bytes()
        name = place / f"letter {number + 1}.pdf"
        name.write_bytes(data[:40] if number == 9 else data + b"\n" * (number // len(samples)))
    return place


def _type(tour: Walk, key: str, text: str) -> None:
    from PySide6.QtTest import QTest

    row = tour.window.letter_page.panel.row(key)
    QTest.keyClicks(row.edit, text)


def _save_sheet(tour: Walk) -> None:
    from ombudsview.gui.dialogs.keys import KeySheet

    for sheet in tour.window.findChildren(KeySheet):
        sheet.grab().save(str(tour.folder / f"{tour.name}-e-keys.png"))
        sheet.close()


if __name__ == "__main__":
    if len(sys.argv) == 3:
        if sys.argv[2].startswith("queue-"):
            walk_queue(Path(sys.argv[1]), sys.argv[2].removeprefix("queue-"))
        else:
            walk(Path(sys.argv[1]), sys.argv[2])
    else:
        sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "screenshots")))

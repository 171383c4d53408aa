"""The window killed at random instants, again and again: whatever was committed is there, and can be undone as before."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
import pymupdf
import pytest

from ombudsview.history.soundness import is_sound
from ombudsview.history.store import Store
from ombudsview.paper.paper import Sheet
from ombudsview.paper.worker import Worker
from ombudsview.places import Places
from ombudsview.reading.answer import decode
from ombudsview.reading.model import Reading
from ombudsview.review.edit import Event
from ombudsview.review.journal import drafts, unreadable
from ombudsview.review.review import Review
from tests.helpers.process import ROOT
from tests.helpers.steps import are_there, is_undone_step_by_step
from tests.history import asked
from tests.stories.conftest import SAMPLE
from tests.stories.test_a_queue import YEARS

MOMENTS = ("step", "saving", "ahead", "recognised", "saved")
"""What the officer's window tells of; a round is killed a little after one of these."""


@dataclass
class Told:
    """What a window said before it was killed: the newest mark of each letter's events, the letters that it called saved."""

    marks: dict[str, str] = field(default_factory=dict)
    saved: set[str] = field(default_factory=set)
    moments: Counter[str] = field(default_factory=Counter)

    def hear(self, line: str) -> None:
        what, *about = line.split()
        self.moments[what] += 1
        if what == "step":
            self.marks[about[0]] = about[1]
        elif what == "saved":
            self.saved.add(about[0])


@dataclass
class Found:
    """What is on the disk of a letter: its reading and events, from the draft or, where there is none, the history."""

    reading: Reading
    events: tuple[Event, ...]


@pytest.fixture(scope="module")
def scan(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The statistics page of the sample letter as a picture, and what a recogniser would make of it."""
    folder = tmp_path_factory.mktemp("scan")
    with pymupdf.open(SAMPLE) as letter, pymupdf.open() as typed, pymupdf.open() as drawn:
        last = len(letter) - 1
        typed.insert_pdf(letter, from_page=last, to_page=last)
        page = drawn.new_page(width=letter[last].rect.width, height=letter[last].rect.height)
        page.insert_image(page.rect, pixmap=letter[last].get_pixmap(dpi=100))
        drawn.save(folder / "scan.pdf")
        data = typed.tobytes()
    worker = Worker.start(spare=False)
    try:
        opened = worker.open(data)
        read = decode(worker.read(), opened.sha256).paper.sheets[0]
    finally:
        worker.close()
    sheet = Sheet(read.width, read.height, read.turn, read.words, "stand-in 1", pictured=1.0)
    (folder / "sheet").write_bytes(msgspec.msgpack.encode(sheet))
    return folder / "scan.pdf", folder / "sheet"


def works(base: Path, seed: int, sheet: Path, letters: list[Path], until: str, count: int, after: float) -> Told:
    """A window at work, killed `after` seconds upon the `count`th word of that kind."""
    order = [sys.executable, "-m", "tests.stories.killed", str(base), str(seed), str(sheet), *map(str, letters)]
    told = Told()
    errors = base.parent / "errors.txt"
    with (
        errors.open("w") as log,
        subprocess.Popen(order, cwd=ROOT, stdout=subprocess.PIPE, stderr=log, text=True) as one,
    ):
        assert one.stdout is not None
        for line in one.stdout:
            told.hear(line)
            if told.moments[until] >= count:
                break
        time.sleep(after)
        one.send_signal(signal.SIGKILL)
        for line in one.stdout:
            if line.endswith("\n"):
                told.hear(line)
    assert one.returncode == -signal.SIGKILL, errors.read_text()
    return told


def found(places: Places) -> Iterator[tuple[str, Found]]:
    """Every letter that there is anything of; a draft holds whatever the history has of it, and more."""
    with closing(Store.open(places)) as store:
        assert store.notice is None
        assert is_sound(store._db.conn)
        for row in asked.letters(store):
            kept = asked.load(store, row.letter)
            yield row.letter, Found(kept.reading, kept.events)
    assert not unreadable(places.drafts)
    for draft in drafts(places.drafts):
        assert not draft.damaged
        yield draft.header.letter, Found(draft.reading, draft.events)


def check(places: Places, told: Told) -> None:
    """Nothing that was told of is gone."""
    there = list(found(places))
    for name, mark in told.marks.items():
        assert any(are_there(mark, one.events) for letter, one in there if letter == name) or mark.startswith("0:")
    with closing(Store.open(places)) as store:
        assert told.saved <= {row.letter for row in asked.letters(store)}
    for name, one in there:
        review = Review(one.reading, name, who="", clock=lambda: "", events=one.events)
        assert is_undone_step_by_step(review)


def test_no_committed_edit_is_lost_whenever_the_window_is_killed(
    tmp_path: Path, scan: tuple[Path, Path], full: bool
) -> None:
    """Every window is killed twice: at work on what it opened, and at work on what it left when it was killed."""
    chance = random.Random(4)
    seen: Counter[str] = Counter()
    for number in range(100 if full else 10):
        places = Places.under(tmp_path / str(number) / "base")
        places.data.mkdir(parents=True)
        until = MOMENTS[number % len(MOMENTS)]
        letters = [scan[0]] if until == "recognised" else [SAMPLE, *YEARS]
        count = 1 if until == "recognised" else chance.randint(1, 3)
        told = works(places.data.parent, number, scan[1], letters, until, count, chance.uniform(0, 0.15))
        check(places, told)
        seen += told.moments
        again = works(
            places.data.parent, -number, scan[1], letters, "step", chance.randint(1, 30), chance.uniform(0, 0.1)
        )
        again.marks = told.marks | again.marks
        again.saved |= told.saved
        check(places, again)
        seen += again.moments
    assert set(MOMENTS) <= seen.keys()
    print("killed amid", dict(seen))  # shown with -rP

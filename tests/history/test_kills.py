"""Killed in the middle of saving: every acknowledged letter is whole, and its file says what its row says."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from contextlib import closing

from ombudsview.history import letter_file
from ombudsview.history.soundness import is_sound
from ombudsview.history.store import Store
from ombudsview.history.tables import letter_id, read_record
from ombudsview.places import Places
from ombudsview.review.review import Review
from tests.helpers.process import ROOT
from tests.helpers.steps import are_there, is_undone_step_by_step
from tests.history import asked

SAVER = """
import itertools, sys
from pathlib import Path
from ombudsview.history.store import Store
from ombudsview.places import Places
from tests.helpers.steps import mark
from tests.history.made import finished
store = Store.open(Places.under(Path(sys.argv[1])))
print(flush=True)
for number in itertools.count(int(sys.argv[2])):
    letter = finished(investigations=str(number), authority=f"Council {number % 3}")
    letter.save(store)
    print(letter.name, 1, mark(letter.review.events), flush=True)
    letter.review.reopen()
    letter.review.correct("investigations", str(number + 1))
    letter.review.finish("Amended.")
    letter.save(store)
    print(letter.name, 2, mark(letter.review.events), flush=True)
"""


def killed(places: Places, first: int, saves: int, after: float) -> dict[str, tuple[int, str]]:
    """A process that does nothing but save, killed once it was sure of so many saves and `after` times what one takes.

    Gives the revision of each letter, and the mark of its events, that it was sure of.
    """
    command = [sys.executable, "-c", SAVER, str(places.data.parent), str(first)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as saver:
        assert saver.stdout is not None
        saver.stdout.readline()
        begun = time.monotonic()
        told = [saver.stdout.readline() for _ in range(saves)]
        time.sleep(after * (time.monotonic() - begun) / saves)
        saver.send_signal(signal.SIGKILL)
        told += [line for line in saver.stdout if line.endswith("\n")]
    lines = [line.split() for line in told]
    return {name: (int(revision), events) for name, revision, events in lines}


def test_what_was_acknowledged_is_whole_after_a_kill(places: Places, full: bool) -> None:
    chance = random.Random(7)
    sure: dict[str, tuple[int, str]] = {}
    rounds = 200 if full else 20
    seen: set[str] = set()
    for number in range(rounds):
        latest = killed(places, 1000 * number, 1 + number % 6, chance.uniform(0, 2))
        sure |= latest
        with closing(Store.open(places)) as store:
            assert store.notice is None
            assert is_sound(store._db.conn)
            rows = {row.letter: row.revision for row in asked.letters(store)}
            assert all(rows[name] >= revision for name, (revision, _) in sure.items())
            is_last = number + 1 == rounds
            for name in rows if is_last else {*latest, *(rows.keys() - seen)}:
                _agrees(store, places, name)
                assert name not in sure or are_there(sure[name][1], asked.load(store, name).events)
            seen |= rows.keys()
    assert len(sure) > rounds
    assert not list(places.data.rglob("*.part"))


def _agrees(store: Store, places: Places, name: str) -> None:
    letter = letter_id(store._db, name)
    assert letter is not None
    record = read_record(store._db, letter)
    assert letter_file.decode(letter_file.path_of(places.letter_files, name).read_bytes()) == record
    kept = asked.load(store, name)
    assert len(kept.events) == record.revisions[-1].last_event
    review = Review(kept.reading, name, who="", clock=lambda: "", events=kept.events)
    said = {key: value[0] if isinstance(value, tuple) else value for key, value in review.values().items()}
    assert {value.key: value.value for value in record.revisions[-1].values if value.item == 0} == said
    assert is_undone_step_by_step(review)

"""Killed in the middle of saving: every acknowledged letter is whole, and its file says what its row says."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from contextlib import closing

from ombudsview.history import letter_file
from ombudsview.history.connection import is_sound
from ombudsview.history.store import Store
from ombudsview.history.tables import letter_id, read_record
from ombudsview.places import Places
from tests.helpers.process import ROOT
from tests.history.made import VALUES

SAVER = """
import sys
from pathlib import Path
from ombudsview.history.store import Store
from ombudsview.places import Places
from tests.history.made import finished
store = Store.open(Places.under(Path(sys.argv[1])))
print(flush=True)
for number in range(int(sys.argv[2]), 100_000):
    letter = finished(investigations=str(number), authority=f"Council {number % 3}")
    letter.save(store)
    print(letter.name, 1, flush=True)
    letter.review.reopen()
    letter.review.correct("investigations", str(number + 1))
    letter.review.finish("Amended.")
    letter.save(store)
    print(letter.name, 2, flush=True)
"""


def killed(places: Places, first: int, after: float) -> dict[str, int]:
    """A process that does nothing but save, killed after that many seconds; the revisions that it was sure of."""
    command = [sys.executable, "-c", SAVER, str(places.data.parent), str(first)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as saver:
        assert saver.stdout is not None
        saver.stdout.readline()
        time.sleep(after)
        saver.send_signal(signal.SIGKILL)
        lines = [line.split() for line in saver.stdout if line.endswith("\n")]
    return {name: int(revision) for name, revision in lines}


def test_what_was_acknowledged_is_whole_after_a_kill(places: Places, full: bool) -> None:
    chance = random.Random(7)
    sure: dict[str, int] = {}
    for round_number in range(100 if full else 20):
        sure |= killed(places, 1000 * round_number, chance.uniform(0, 0.3))
        with closing(Store.open(places)) as store:
            assert store.notice is None
            assert is_sound(store._db.conn)
            rows = {row.letter: row.revision for row in store.letters()}
            assert all(rows[name] >= revision for name, revision in sure.items())
            for name in rows:
                _agrees(store, places, name)
    assert len(sure) > 20
    assert not list(places.data.rglob("*.part"))


def _agrees(store: Store, places: Places, name: str) -> None:
    letter = letter_id(store._db, name)
    assert letter is not None
    record = read_record(store._db, letter)
    assert letter_file.decode(letter_file.path_of(places.letter_files, name).read_bytes()) == record
    kept = store.load(name)
    assert len(kept.events) == record.revisions[-1].last_event
    assert {value.key for value in record.revisions[-1].values} == VALUES.keys()

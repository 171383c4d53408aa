"""What a look into a file keeps for its row in the queue."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from ombudsview.gui.arrival.looking import Known, look
from ombudsview.gui.queue.model import Entry
from ombudsview.gui.record.keeping import Keeping
from ombudsview.paper.worker import Worker
from ombudsview.places import Places
from tests.gui import pictured
from tests.gui.handmade import FakeReader


def row(reader: FakeReader, path: Path, places: Places) -> Entry:
    @contextmanager
    def lent() -> Iterator[Worker]:
        yield cast(Worker, reader)

    (glimpse,) = look(path, lent, Known(Keeping(places, who="tester"))).letters
    return Entry(path.name, path, glimpse=glimpse)


def test_a_scan_that_waits_is_told_from_a_letter_of_unknown_layout(
    reader: FakeReader, letter_file: Path, places: Places
) -> None:
    assert row(reader, letter_file, places).note == "2019-20  ·  New, 1 to look at"
    words = reader.paper.sheets
    pictured.letter_of(reader)
    assert row(reader, letter_file, places).note == "New, a scan, recognised when opened"
    pictured.letter_of(reader, *words)
    assert row(reader, letter_file, places).note == "New, layout not known"

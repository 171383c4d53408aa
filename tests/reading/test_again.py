"""A letter is read again with what was recognised: whatever was recognised before stays in it, and a stop is heard."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import cast

import pytest

from ombudsview.errors import Trouble
from ombudsview.paper import ocr, troubles
from ombudsview.paper.ocr import Recogniser
from ombudsview.paper.paper import Paper
from ombudsview.paper.worker import Worker
from ombudsview.reading.again import Pictures
from ombudsview.reading.answer import Answer
from tests.gui import pictured
from tests.gui.pictured import FakeRecogniser, SecondReader

LETTER = b"%PDF-1.7 two pages that are pictures"


def pictures(folder: Path, recogniser: FakeRecogniser) -> Pictures:
    return Pictures(folder, lambda: cast(Recogniser, recogniser))


def answer(*sheets: object) -> Answer:
    return Answer(Paper("", sheets), (pictured.UNREAD,))  # type: ignore[arg-type]


def test_what_was_recognised_before_stays(tmp_path: Path) -> None:
    reader, recogniser = SecondReader(), FakeRecogniser()
    worker = cast(Worker, reader)
    opened = reader.open(LETTER)
    before = answer(pictured.recognised(0), pictured.PICTURE)
    after, missed = pictures(tmp_path, recogniser).anew(worker, opened, before, (1,))
    assert (reader.given, missed) == ([(0, 1)], ())
    assert all(sheet.recognised for sheet in after.paper.sheets)
    assert recogniser.asked == [1]


def test_what_cannot_be_recognised_is_told(tmp_path: Path) -> None:
    reader, recogniser = SecondReader(), FakeRecogniser()
    opened = reader.open(LETTER)
    recogniser.failing = {0, 1}
    before = answer(pictured.PICTURE, pictured.PICTURE)
    assert pictures(tmp_path, recogniser).anew(cast(Worker, reader), opened, before, (0, 1)) == (before, (0, 1))
    assert reader.given == []


def test_a_stop_is_heard_between_pages_and_what_is_done_is_remembered(tmp_path: Path) -> None:
    reader, recogniser, stop = SecondReader(), FakeRecogniser(), threading.Event()
    worker, opened = cast(Worker, reader), reader.open(LETTER)
    before = answer(pictured.PICTURE, pictured.PICTURE)
    some = pictures(tmp_path, recogniser)

    def progress(done: int, of: int) -> None:
        if done == 1:
            stop.set()

    with pytest.raises(Trouble) as told:
        some.anew(worker, opened, before, (0, 1), progress=progress, stopped=stop.is_set)
    assert told.value.code == troubles.CANCELLED
    some.anew(worker, opened, before, (0, 1))
    assert recogniser.asked == [0, 1]


def test_where_it_is_not_installed_it_says_so_and_asks_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "_PACKAGES", ("no_such_package",))
    reader = SecondReader()
    opened, before = reader.open(LETTER), answer(pictured.PICTURE, pictured.PICTURE)
    some = Pictures(tmp_path)
    with pytest.raises(Trouble) as told:
        some.anew(cast(Worker, reader), opened, before, (0,))
    assert told.value.code == ocr.NO_RECOGNITION
    assert some.read(cast(Worker, reader), opened, before) == before
    assert some.wanting
    assert reader.drawn == []

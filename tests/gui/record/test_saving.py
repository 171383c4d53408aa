"""A letter is saved behind the window, and called saved once it is on the disk."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from ombudsview.errors import Trouble
from ombudsview.gui.closing import Closing
from ombudsview.gui.desk import Desk
from ombudsview.gui.record import keeping as keeping_room
from ombudsview.gui.record.keeping import Keeping
from ombudsview.history.store import Store
from ombudsview.paper.worker import Worker
from ombudsview.places import Places
from ombudsview.review.noted import REASON
from tests.gui.handmade import DOCUMENT, FakeReader
from tests.gui.listen import Heard, waiting


@pytest.fixture
def working(bridge, places: Places, letter_file, qtbot: QtBot) -> Iterator[Desk]:
    """A desk with the letter read, whose record has its own thread as in the program."""
    desk = Desk(bridge, Keeping(places, who="tester"))
    with waiting(qtbot, desk.read):
        desk.open(letter_file)
    yield desk
    desk.record.close()
    desk.keeping.close()


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Saving waits until it is opened."""
    gate, save = threading.Event(), Store.save

    def slowly(*args: object, **named: object) -> object:
        assert threading.current_thread() is not threading.main_thread()
        gate.wait(10)
        return save(*args, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(Store, "save", slowly)
    yield gate
    gate.set()


def test_saved_is_said_only_after_it_is_on_the_disk(working: Desk, gate: threading.Event, qtbot: QtBot) -> None:
    saved, finished, begun = Heard(working.saved), Heard(working.finished), Heard(working.saving.begun)
    assert working.finish("a test")
    assert working.letter is not None
    assert (working.saving.busy, working.letter.saved, len(begun.all)) == (True, "", 1)
    qtbot.wait(50)
    assert (saved.all, finished.all, working.keeping.rows()) == ([], [], ())
    assert working.finish("again")  # pressed twice is saved once
    gate.set()
    qtbot.waitUntil(lambda: bool(finished.all))
    assert (len(saved.all), len(begun.all), len(working.keeping.rows())) == (1, 1, 1)
    assert working.keeping.drafts() == ()


def test_the_window_lives_while_a_slow_disk_is_written(working: Desk, gate: threading.Event, qtbot: QtBot) -> None:
    ticks: list[float] = []
    timer = QTimer(interval=5)
    timer.timeout.connect(lambda: ticks.append(time.monotonic()))
    timer.start()
    working.finish("a test")
    qtbot.wait(300)
    timer.stop()
    assert len(ticks) > 20
    gate.set()
    qtbot.waitUntil(lambda: not working.saving.busy)


def test_an_edit_made_meanwhile_is_kept_in_the_draft_and_not_called_saved(
    working: Desk, gate: threading.Event, qtbot: QtBot
) -> None:
    finished = Heard(working.finished)
    working.finish("a test")
    working.correct("upheld_rate", "58")
    gate.set()
    qtbot.waitUntil(lambda: not working.saving.busy)
    assert finished.all == []
    assert working.review is not None
    assert not working.review.finished
    (draft,) = working.keeping.drafts()
    assert draft.events[-1].changes[0].key == "upheld_rate"
    (figure,) = [one for one in working.keeping.figures() if one.key == "upheld_rate"]
    assert figure.value == "100"
    with waiting(qtbot, working.finished):
        working.finish("both now")
    assert working.keeping.rows()[0].revision == 2


def test_the_draft_of_a_letter_that_was_read_anew_meanwhile_is_kept(
    working: Desk, gate: threading.Event, qtbot: QtBot
) -> None:
    working.agree("authority")
    working.finish("a test")
    letter = working.letter
    assert letter is not None
    assert letter.reading is not None
    working.keeping.read_anew(letter, letter.reading)
    gate.set()
    qtbot.waitUntil(lambda: not working.saving.busy)
    (draft,) = working.keeping.drafts()
    assert letter.journal is not None
    assert letter.journal.path == draft.journal.path


def test_what_cannot_be_saved_is_open_again(working: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **named: object) -> None:
        raise Trouble("disk_full", "The disk is full.", "Make room.")

    finished = Heard(working.finished)
    with monkeypatch.context() as patch:
        patch.setattr(Store, "save", full)
        with waiting(qtbot, working.troubled) as troubled:
            working.finish("a test")
    assert troubled.args[0].code == "disk_full"
    assert working.review is not None
    assert (working.review.finished, finished.all) == (False, [])
    assert working.review.noted.half == {REASON: "a test"}, "it need not be typed again"
    assert working.keeping.drafts()


def test_the_window_waits_for_a_save_and_says_so(working: Desk, gate: threading.Event, qtbot: QtBot) -> None:
    shut: list[bool] = []
    closing = Closing(working, lambda: shut.append(closing.allowed()))
    said = Heard(working.noticed)
    working.finish("a test")
    assert not closing.allowed()
    assert "closes when it is on the disk" in said.args[0]
    assert shut == []
    gate.set()
    qtbot.waitUntil(lambda: shut == [True])
    assert len(working.keeping.rows()) == 1


def test_a_window_that_could_not_save_stays_open(
    working: Desk, gate: threading.Event, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **named: object) -> None:
        gate.wait(10)
        raise Trouble("disk_full", "The disk is full.", "Make room.")

    monkeypatch.setattr(Store, "save", full)
    shut: list[int] = []
    closing = Closing(working, lambda: shut.append(1))
    working.finish("a test")
    assert not closing.allowed()
    with waiting(qtbot, working.troubled):
        gate.set()
    qtbot.wait(50)
    assert shut == []
    assert closing.allowed()


def test_a_large_document_is_copied_behind_the_window_and_its_draft_comes_back(
    working: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping_room, "AT_ONCE", 1)
    working.agree("authority")
    kept = working.keeping.places.documents / f"{DOCUMENT.sha256}.pdf"
    qtbot.waitUntil(kept.exists)
    (draft,) = working.keeping.drafts()
    kept.unlink()  # as where the power went before it was written
    with pytest.raises(Trouble):
        working.keeping.resume(draft)
    again = working.keeping.resume(draft, DOCUMENT)  # its PDF is open
    assert again.review is not None
    assert len(again.review.events) == 1


def test_with_the_first_step_the_sessions_backup_is_made(working: Desk, qtbot: QtBot) -> None:
    with waiting(qtbot, working.finished):
        working.finish("a first letter")
    desk = working
    desk.keeping.close()
    desk.saving._prepared = False
    for old in desk.keeping.places.backups.glob("*"):
        old.unlink()
    desk.correct("upheld_rate", "58")
    qtbot.waitUntil(lambda: bool(list(desk.keeping.places.backups.glob("history-*.sqlite"))))


def test_the_reader_is_not_asked_for_any_of_it(working: Desk, reader: FakeReader, qtbot: QtBot) -> None:
    asked = len(cast(FakeReader, cast(Worker, working.bridge.worker)).asked)
    with waiting(qtbot, working.finished):
        working.finish("a test")
    assert len(reader.asked) == asked

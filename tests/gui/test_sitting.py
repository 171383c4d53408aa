from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ombudsview.errors import Trouble
from ombudsview.gui.desk import Desk
from ombudsview.gui.queue.model import Queue
from ombudsview.gui.settings import Settings
from ombudsview.gui.sitting import Sitting
from ombudsview.review.journal import Draft
from tests.gui.at_once import AtOnce
from tests.gui.handmade import DATA, FakeReader, edited
from tests.gui.listen import Heard, waiting


def drafted_keys(desk: Desk) -> list[str]:
    (draft,) = desk.keeping.drafts()
    return edited(draft)


@pytest.fixture
def left(desk: Desk, sitting: Sitting, letter_file: Path, qtbot: QtBot) -> Draft:
    """The draft of a letter that was worked on and taken off the desk; it still lies in the queue."""
    with waiting(qtbot, desk.read):
        sitting.open_files([letter_file])
    desk.agree("authority")
    desk.close()
    (draft,) = desk.keeping.drafts()
    return draft


def test_letters_that_cannot_be_opened_do_not_keep_the_next_one_off_the_empty_desk(
    desk: Desk, sitting: Sitting, queue: Queue, letter_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    broken = [tmp_path / "cut.pdf", tmp_path / "empty.pdf"]
    broken[0].write_bytes(b"no letter at all")
    broken[1].write_bytes(b"")
    told = Heard(desk.noticed)
    with waiting(qtbot, desk.read):
        sitting.open_files([*broken, letter_file])
    assert desk.letter is not None
    assert desk.letter.path == letter_file
    assert [bool(entry.trouble) for entry in queue.entries] == [True, True, False]
    assert told.args == ("“cut.pdf” and “empty.pdf” could not be opened; their rows in the queue say why.",)


def test_a_single_letter_that_cannot_be_opened_brings_no_other_one(
    desk: Desk, sitting: Sitting, left: Draft, tmp_path: Path, qtbot: QtBot
) -> None:
    broken = tmp_path / "cut.pdf"
    broken.write_bytes(b"no letter at all")
    with waiting(qtbot, desk.failed):
        sitting.open_files([broken])
    QTest.qWait(20)
    assert desk.letter is None


def test_going_on_with_a_draft_takes_the_letter_that_lies_in_the_queue(
    desk: Desk, sitting: Sitting, queue: Queue, left: Draft, qtbot: QtBot
) -> None:
    with waiting(qtbot, desk.read):
        sitting.go_on(left)
    assert len(queue.entries) == 1
    desk.correct("upheld_rate", "99")
    with waiting(qtbot, desk.read):
        sitting.go_to(queue.entries[0])
    desk.agree("letter_date")
    assert drafted_keys(desk) == ["authority", "upheld_rate", "letter_date"]


def test_a_letter_whose_draft_was_discarded_begins_a_new_one(
    desk: Desk, sitting: Sitting, queue: Queue, left: Draft, qtbot: QtBot
) -> None:
    put_away = desk.keeping.discard(left)
    sitting.bringing.let_go(left)
    with waiting(qtbot, desk.read):
        sitting.go_to(queue.entries[0])
    with qtbot.assertNotEmitted(desk.troubled):
        desk.agree("letter_date")
    assert drafted_keys(desk) == ["authority", "letter_date"]
    with pytest.raises(Trouble):
        desk.keeping.restore(put_away)
    assert drafted_keys(desk) == ["authority", "letter_date"], "never over a newer draft"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_letter_whose_name_is_no_utf_8_is_kept_like_any_other(
    desk: Desk, sitting: Sitting, queue: Queue, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.pdf")
    path.write_bytes(DATA)
    with waiting(qtbot, desk.read):
        sitting.open_files([path])
    desk.agree("authority")
    assert drafted_keys(desk) == ["authority"]
    assert desk.finish("a test")
    assert [row.file_name for row in desk.keeping.rows()] == ["caf\N{REPLACEMENT CHARACTER}.pdf"]
    assert Settings(tmp_path / "settings.json").recent == (path,)


@pytest.fixture
def working(desk: Desk, sitting: Sitting, letter_file: Path, qtbot: QtBot) -> Desk:
    """A letter on the desk on which work has begun."""
    with waiting(qtbot, desk.read):
        sitting.open_files([letter_file])
    desk.agree("authority")
    desk.focus("letter_date")
    return desk


@pytest.mark.parametrize("touched", [True, False])
def test_a_file_that_cannot_be_opened_takes_no_letter_away(
    desk: Desk,
    sitting: Sitting,
    queue: Queue,
    letter_file: Path,
    reader: FakeReader,
    tmp_path: Path,
    qtbot: QtBot,
    touched: bool,
) -> None:
    with waiting(qtbot, desk.read):
        sitting.open_files([letter_file])
    if touched:
        desk.correct("upheld_rate", "99")
    desk.focus("letter_date")
    first, review = desk.letter, desk.review
    for name in ("gone.pdf", "gone-as-well.pdf"):
        with waiting(qtbot, desk.failed), waiting(qtbot, desk.read):
            sitting.open_files([tmp_path / name])
        assert desk.letter is first
        assert desk.review is review
        assert desk.focus_key == "letter_date"
        assert queue.current is queue.entries[0]
    assert [bool(entry.trouble) for entry in queue.entries] == [False, True, True]


def test_where_the_first_file_cannot_be_opened_the_next_one_comes(
    desk: Desk, sitting: Sitting, queue: Queue, letter_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    with waiting(qtbot, desk.failed), waiting(qtbot, desk.read):
        sitting.open_files([tmp_path / "gone.pdf", letter_file])
    assert desk.letter is not None
    assert (desk.letter.path, queue.current) == (letter_file, queue.entries[1])
    assert queue.entries[0].trouble


def test_a_file_that_went_while_its_letter_is_open_is_no_problem_of_that_letter(
    desk: Desk, sitting: Sitting, queue: Queue, letter_file: Path, qtbot: QtBot
) -> None:
    with waiting(qtbot, desk.read):
        sitting.open_files([letter_file])
    letter_file.unlink()
    with waiting(qtbot, desk.failed), waiting(qtbot, desk.read):
        sitting.open_files([letter_file])
    assert not queue.entries[0].trouble
    assert desk.review is not None


def test_files_of_a_second_start_wait_while_the_officer_works(
    working: Desk, sitting: Sitting, queue: Queue, tmp_path: Path, qtbot: QtBot
) -> None:
    other = tmp_path / "other.pdf"
    other.write_bytes(DATA)
    letter = working.letter
    with waiting(qtbot, sitting.arrivals.waits) as heard:
        sitting.receive([other])
    assert "other.pdf" in heard.args[0]
    assert working.letter is letter
    assert [entry.name for entry in queue.entries] == ["letter.pdf", "other.pdf"]
    assert working.finish("a test")
    with waiting(qtbot, working.read):
        sitting.receive([other])
    assert working.letter is not letter


def test_what_is_refused_is_said_after_the_others_have_come(
    desk: Desk, sitting: Sitting, letter_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    told: list[str] = []
    desk.arriving.connect(lambda _: told.append("arriving"))
    desk.noticed.connect(told.append)
    with waiting(qtbot, desk.read):
        sitting.open_files([tmp_path / "notes.txt", letter_file])
    assert told[0] == "arriving"
    assert "notes.txt" in told[1]


@pytest.fixture
def saved(working: Desk, sitting: Sitting, queue: Queue, qtbot: QtBot) -> str:
    """The name of a letter that is in the history and no longer in the queue."""
    assert working.finish("a test")
    assert working.letter is not None
    name = working.letter.kept
    sitting.remove(queue.entries)
    return name


def held(desk: Desk) -> AtOnce:
    """The record's work, which waits from now on."""
    assert isinstance(desk.record, AtOnce)
    desk.record.hold = True
    return desk.record


def test_a_saved_letter_is_brought_by_the_records_thread(
    working: Desk, sitting: Sitting, queue: Queue, saved: str, qtbot: QtBot
) -> None:
    record = held(working)
    sitting.open_saved(saved, "upheld_rate")
    assert working.letter is not None, "it is on its way"
    assert (working.is_opening, working.review, queue.entries) == (True, None, [])
    with waiting(qtbot, working.read):
        record.go()
    assert not working.is_opening
    assert working.focus_key == "upheld_rate"
    assert [entry.letter for entry in queue.entries] == [working.letter]
    assert queue.current is queue.entries[0]


def test_another_letter_that_is_asked_for_meanwhile_wins(
    working: Desk, sitting: Sitting, queue: Queue, saved: str, tmp_path: Path, qtbot: QtBot
) -> None:
    record, other = held(working), tmp_path / "other.pdf"
    other.write_bytes(DATA + b" another")
    sitting.open_saved(saved)
    with waiting(qtbot, working.read):
        sitting.open_files([other])
    letter = working.letter
    record.go()
    assert working.letter is letter
    assert [entry.name for entry in queue.entries] == ["other.pdf"]
    assert queue.current is not None
    assert queue.current.letter is letter


def test_a_saved_letter_that_cannot_be_had_takes_no_letter_away(
    working: Desk, sitting: Sitting, queue: Queue, saved: str, letter_file: Path, qtbot: QtBot
) -> None:
    with waiting(qtbot, working.read):
        sitting.open_files([letter_file])
    working.agree("authority")
    letter = working.letter
    for kept in working.keeping.places.documents.glob("*.pdf"):
        kept.unlink()
    record = held(working)
    sitting.open_saved(saved)
    with waiting(qtbot, working.failed) as told, waiting(qtbot, working.read):
        record.go()
    assert told.args[1].code == "document_missing"
    assert working.letter is letter
    assert len(queue.entries) == 1


def test_a_draft_is_brought_by_the_records_thread_too(
    working: Desk, sitting: Sitting, queue: Queue, qtbot: QtBot
) -> None:
    (draft,) = working.keeping.drafts()
    sitting.remove(queue.entries)
    record = held(working)
    sitting.go_on(draft)
    assert working.review is None
    with waiting(qtbot, working.read):
        record.go()
    assert drafted_keys(working) == ["authority"]
    assert working.focus_key == "letter_date"

"""The letters that wait, read by readers that answer without a process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import structs
from pytestqt.qtbot import QtBot

from ombudsview.errors import Verdict
from ombudsview.gui.arrival.looking import Look
from ombudsview.gui.arrival.reading_ahead import ReadingAhead
from ombudsview.gui.desk import Desk
from ombudsview.gui.queue.glimpse import Glimpse, Twin
from ombudsview.gui.queue.model import Queue
from ombudsview.gui.queue.status import Status
from ombudsview.gui.settings import Settings
from ombudsview.gui.sitting import Sitting
from ombudsview.paper import troubles
from ombudsview.reading.model import Reading
from tests.gui.behind import Crowd
from tests.gui.handmade import DATA, FakeReader, reading
from tests.gui.listen import Heard, waiting


@pytest.fixture
def queue(desk: Desk) -> Queue:
    return Queue(desk)


@pytest.fixture
def crowd() -> Crowd:
    return Crowd()


@pytest.fixture
def ahead(desk: Desk, queue: Queue, crowd: Crowd) -> Iterator[ReadingAhead]:
    ahead = ReadingAhead(desk, queue, crowd.crew())
    yield ahead
    ahead.close()


@pytest.fixture
def sitting(desk: Desk, queue: Queue, ahead: ReadingAhead, tmp_path: Path) -> Sitting:
    sitting = Sitting(desk, queue, desk.keeping, Settings(tmp_path / "settings.json"), desk)
    sitting.prepared = ahead.prepared
    return sitting


def letters(folder: Path, count: int) -> list[Path]:
    paths = [folder / f"{number:02}.pdf" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_bytes(DATA + f" {number}".encode())
    return paths


def of_another_year(letter: Reading) -> Reading:
    """The same letter for the year before, on the second page."""
    fields = tuple(
        structs.replace(field, value="2019-03-31") if field.key == "period_end" else field for field in letter.fields
    )
    return structs.replace(letter, pages=(2, 2), fields=fields)


def all_read(ahead: ReadingAhead):
    return lambda: ahead.standing is None and not ahead._under_way


def test_a_letter_alone_starts_no_reader(
    sitting: Sitting, desk: Desk, crowd: Crowd, ahead: ReadingAhead, tmp_path: Path, qtbot: QtBot
) -> None:
    with waiting(qtbot, desk.read):
        sitting.open_files(letters(tmp_path, 1))
    qtbot.wait(30)
    assert crowd.started == []
    assert ahead.standing is None


def test_the_others_are_read_while_the_first_is_on_the_desk(
    sitting: Sitting, desk: Desk, queue: Queue, crowd: Crowd, ahead: ReadingAhead, tmp_path: Path, qtbot: QtBot
) -> None:
    ended = Heard(ahead.ended)
    with waiting(qtbot, desk.read):
        sitting.open_files(letters(tmp_path, 8))
    qtbot.waitUntil(all_read(ahead))
    assert [entry.title for entry in queue.entries] == ["Wraxmere Council"] * 8
    assert [entry.status for entry in queue.entries] == [Status.NEW] * 8
    assert queue.entries[5].note == "2019-20  ·  New, 1 to look at"
    assert [entry.letter for entry in queue.entries[1:]] == [None] * 7, "no more is kept of them than their line"
    assert len(crowd.started) <= 2
    assert crowd.most_at_work <= 2
    assert (ended.args[0].done, ended.args[0].problems) == (8, 0)
    assert DATA + b" 0" not in crowd.opened, "what the desk reads is not read again"


def test_the_first_letter_is_read_before_any_other(
    sitting: Sitting, desk: Desk, crowd: Crowd, reader: FakeReader, tmp_path: Path, qtbot: QtBot
) -> None:
    reader.gate.clear()
    sitting.open_files(letters(tmp_path, 4))
    qtbot.wait(50)
    assert crowd.started == []
    with waiting(qtbot, desk.read):
        reader.gate.set()
    qtbot.waitUntil(lambda: len(crowd.opened) >= 3)


def test_one_broken_file_is_explained_and_the_others_go_on(
    sitting: Sitting, desk: Desk, queue: Queue, crowd: Crowd, ahead: ReadingAhead, tmp_path: Path, qtbot: QtBot
) -> None:
    paths = letters(tmp_path, 5)
    crowd.troubles[DATA + b" 2"] = troubles.trouble(Verdict.CRASHED)
    paths[3].write_bytes(b"")
    with waiting(qtbot, desk.read):
        sitting.open_files(paths)
    qtbot.waitUntil(all_read(ahead))
    assert [entry.status for entry in queue.entries] == [
        Status.NEW, Status.NEW, Status.PROBLEM, Status.PROBLEM, Status.NEW,
    ]  # fmt: skip
    assert "damaged in a way that stopped the reader" in queue.entries[2].note
    assert queue.entries[3].note == "Problem: empty"
    assert queue.left == 3
    crowd.troubles.clear()
    paths[3].write_bytes(DATA)
    ahead.again()
    qtbot.waitUntil(lambda: queue.left == 5 and all_read(ahead)())
    assert {entry.status for entry in queue.entries} == {Status.NEW}


def test_stop_ends_what_is_being_read_and_go_on_reads_it(
    sitting: Sitting, desk: Desk, queue: Queue, crowd: Crowd, ahead: ReadingAhead, tmp_path: Path, qtbot: QtBot
) -> None:
    crowd.gate.clear()
    with waiting(qtbot, desk.read):
        sitting.open_files(letters(tmp_path, 6))
    qtbot.waitUntil(lambda: crowd.at_work == 2)
    ahead.stop()
    qtbot.waitUntil(lambda: not ahead._under_way)
    standing = ahead.standing
    assert standing is not None
    assert (standing.done, standing.total, standing.stopped) == (1, 6, True)
    assert all(reader.closed for reader in crowd.started), "their processes are ended"
    qtbot.wait(50)
    assert crowd.opened == []
    assert [entry.status for entry in queue.entries] == [Status.NEW] * 6, "stopping is no problem of a letter"
    crowd.gate.set()
    ahead.go_on()
    qtbot.waitUntil(all_read(ahead))
    assert all(entry.glimpse or entry.letter for entry in queue.entries)
    assert sorted(crowd.opened) == [DATA + f" {number}".encode() for number in range(1, 6)]


def test_the_next_letter_is_prepared_whole_and_used_at_once(
    sitting: Sitting, desk: Desk, queue: Queue, crowd: Crowd, ahead: ReadingAhead, reader: FakeReader, tmp_path: Path,
    qtbot: QtBot,
) -> None:  # fmt: skip
    ahead.scale = lambda: lambda sizes: 1.5
    with waiting(qtbot, desk.read):
        sitting.open_files(letters(tmp_path, 4))
    qtbot.waitUntil(all_read(ahead))
    assert ahead.prepared(queue.entries[1]) is not None
    assert [ahead.prepared(entry) for entry in queue.entries[2:]] == [None, None], "one letter, not all of them"
    assert crowd.drawn == [(0, 1.5)]
    reader.gate.clear()  # the desk's own reader does not answer
    reader.asked.clear()
    with waiting(qtbot, desk.read):
        sitting.step(1)
    assert desk.letter is not None
    assert (desk.letter.name, desk.letter.drawn and desk.letter.drawn.scale) == ("01.pdf", 1.5)
    qtbot.waitUntil(lambda: reader.asked == [("open", None)])
    reader.gate.set()
    qtbot.waitUntil(lambda: ahead.prepared(queue.entries[2]) is not None)
    assert ahead.prepared(queue.entries[1]) is None, "let go once it was used"


def test_a_prepared_letter_whose_file_has_changed_is_read_anew(
    sitting: Sitting, desk: Desk, queue: Queue, ahead: ReadingAhead, reader: FakeReader, tmp_path: Path, qtbot: QtBot
) -> None:
    paths = letters(tmp_path, 3)
    with waiting(qtbot, desk.read):
        sitting.open_files(paths)
    qtbot.waitUntil(all_read(ahead))
    paths[1].write_bytes(DATA + b" another")
    reader.asked.clear()
    with waiting(qtbot, desk.read):
        sitting.step(1)
    assert reader.asked == [("open", None), ("read",)]
    assert desk.letter is not None
    assert desk.letter.document is not None
    assert desk.letter.document.data == DATA + b" another"
    assert desk.letter.drawn is None


def test_a_prepared_letter_that_the_desk_cannot_open_takes_no_letter_away(
    sitting: Sitting, desk: Desk, queue: Queue, ahead: ReadingAhead, reader: FakeReader, tmp_path: Path, qtbot: QtBot
) -> None:
    with waiting(qtbot, desk.read):
        sitting.open_files(letters(tmp_path, 3))
    qtbot.waitUntil(all_read(ahead))
    reader.troubles.append(("open", troubles.trouble(Verdict.CRASHED)))
    with waiting(qtbot, desk.failed) as failed:
        sitting.step(1)
    assert failed.args[1].code == Verdict.CRASHED
    assert queue.entries[1].status is Status.PROBLEM


def test_a_pack_is_offered_as_its_letters_and_each_has_its_line(
    sitting: Sitting, desk: Desk, queue: Queue, crowd: Crowd, ahead: ReadingAhead, reader: FakeReader, tmp_path: Path,
    qtbot: QtBot,
) -> None:  # fmt: skip
    first, second = reading(), of_another_year(reading())
    crowd.readings = (first, second)
    with waiting(qtbot, desk.read):
        sitting.open_files(letters(tmp_path, 3))
    qtbot.waitUntil(all_read(ahead))
    assert [(entry.name, entry.number, entry.note[:7]) for entry in queue.entries] == [
        ("00.pdf", 0, "2019-20"),
        ("01.pdf", 0, "2019-20"), ("01.pdf", 1, "2018-19"),
        ("02.pdf", 0, "2019-20"), ("02.pdf", 1, "2018-19"),
    ]  # fmt: skip
    reader.readings = (first, second)
    with waiting(qtbot, desk.read):
        sitting.go_to(queue.entries[2])
    assert desk.letter is not None
    assert (desk.letter.number, desk.letter.identity) == (1, ("Wraxmere Council", "2018-19"))
    assert len(queue.entries) == 5, "it is split once"


def test_what_lies_in_the_folders_already_is_seen(
    sitting: Sitting, desk: Desk, queue: Queue, ahead: ReadingAhead, tmp_path: Path, qtbot: QtBot
) -> None:
    paths = letters(tmp_path, 4)
    with waiting(qtbot, desk.read):
        sitting.open_files(paths[1:2])
    assert desk.finish("a test")
    with waiting(qtbot, desk.read):
        sitting.open_files(paths[2:3])
    desk.agree("authority")
    desk.close()
    queue.remove(list(queue.entries))
    with waiting(qtbot, desk.read):
        sitting.open_files(paths)
    qtbot.waitUntil(all_read(ahead))
    same, drafted, other = queue.entries[1:]
    assert (same.status, same.seen and same.seen.twin) == (Status.FINISHED, Twin.SAME)
    assert drafted.status is Status.DRAFT
    assert (other.status, other.seen and other.seen.twin) == (Status.NEW, Twin.RESAVED), "the same words in other bytes"
    assert queue.next_unfinished() is drafted


def test_a_removed_letter_is_not_read(
    sitting: Sitting, desk: Desk, queue: Queue, crowd: Crowd, ahead: ReadingAhead, tmp_path: Path, qtbot: QtBot
) -> None:
    crowd.gate.clear()
    with waiting(qtbot, desk.read):
        sitting.open_files(letters(tmp_path, 6))
    qtbot.waitUntil(lambda: crowd.at_work == 2)
    sitting.remove(queue.entries[3:])
    crowd.gate.set()
    qtbot.waitUntil(all_read(ahead))
    assert sorted(crowd.opened) == [DATA + b" 1", DATA + b" 2"]


def test_what_comes_late_does_not_undo_what_the_desk_did_meanwhile(
    sitting: Sitting, desk: Desk, queue: Queue, crowd: Crowd, ahead: ReadingAhead, tmp_path: Path, qtbot: QtBot
) -> None:
    crowd.gate.clear()
    crowd.troubles[DATA + b" 2"] = troubles.trouble(Verdict.TIMED_OUT)
    with waiting(qtbot, desk.read):
        sitting.open_files(letters(tmp_path, 4))
    qtbot.waitUntil(lambda: crowd.at_work == 2)
    for place in (1, 2):
        with waiting(qtbot, desk.read):
            sitting.go_to(queue.entries[place])
        assert place == 2 or desk.finish("a test")
    with waiting(qtbot, desk.read):
        sitting.go_to(queue.entries[3])
    assert queue.entries[1].status is Status.FINISHED
    crowd.gate.set()
    qtbot.waitUntil(all_read(ahead))
    ahead._note(queue.entries[1], Look((Glimpse("Wraxmere Council", "2019-20", look=1),)), None)
    assert queue.entries[1].status is Status.FINISHED, "a look from before it was saved"
    assert queue.entries[2].status is Status.NEW, "the desk could read it"


def test_a_name_that_hides_itself_is_made_harmless_in_the_list(
    sitting: Sitting, desk: Desk, queue: Queue, ahead: ReadingAhead, tmp_path: Path, qtbot: QtBot
) -> None:
    first, odd = letters(tmp_path, 1)[0], tmp_path / "a\N{RIGHT-TO-LEFT OVERRIDE}\nfdp.exe.pdf"
    odd.touch()
    with waiting(qtbot, desk.read):
        sitting.open_files([first, odd])
    qtbot.waitUntil(all_read(ahead))
    assert queue.entries[1].note == "Problem: empty"
    with waiting(qtbot, desk.failed):
        sitting.go_to(queue.entries[1])
    assert queue.entries[1].note == "Problem: empty"

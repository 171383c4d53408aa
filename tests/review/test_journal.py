"""The draft: what was acknowledged comes back, in order, after any end of the process."""

from __future__ import annotations

import errno
import os
import random
import signal
import subprocess
import sys
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from ombudsview.errors import Trouble
from ombudsview.review.journal import DraftHeader, Journal, drafts, unreadable
from tests.helpers.process import ROOT
from tests.helpers.steps import are_there, is_undone_step_by_step
from tests.history.made import Letter


def header(letter: Letter) -> DraftHeader:
    return DraftHeader(letter.sha256, letter.name, "letter.pdf", (1, 1), "Mereford Borough Council", "2019-20")


def started(folder: Path, letter: Letter) -> Journal:
    journal = Journal.start(folder, header(letter), letter.reading, tuple(letter.review.events))
    letter.review.subscribe(journal.append)
    return journal


def worked(letter: Letter) -> None:
    """Something of everything that an officer does."""
    letter.review.agree_safe()
    letter.review.correct("upheld_decisions", "3")
    letter.review.type("investigations", "1")
    letter.review.undo()
    letter.review.correct("authority", "Æthelstan’s Council\u2028\r\n of the Vale")
    letter.review.undo()


def test_a_draft_comes_back_with_its_undo_list(tmp_path: Path) -> None:
    letter = Letter()
    journal = started(tmp_path, letter)
    worked(letter)
    draft = Journal.resume(journal.path)
    assert (draft.header, draft.reading, draft.damaged) == (header(letter), letter.reading, False)
    assert list(draft.events) == letter.review.events
    again = letter.anew(draft.events)
    assert again.can_redo
    assert again.field("investigations").typing == "1"
    assert again.values() == letter.review.values()


def test_work_goes_on_where_it_stopped(tmp_path: Path) -> None:
    letter = Letter()
    started(tmp_path, letter)
    [draft] = drafts(tmp_path)
    letter.review = letter.anew(draft.events)
    letter.review.subscribe(draft.journal.append)
    worked(letter)
    assert list(Journal.resume(draft.journal.path).events) == letter.review.events


def test_a_letter_from_the_history_brings_its_events_along(tmp_path: Path) -> None:
    letter = Letter()
    worked(letter)
    journal = started(tmp_path, letter)
    letter.review.redo()
    assert list(Journal.resume(journal.path).events) == letter.review.events


def test_looking_at_drafts_changes_nothing(tmp_path: Path) -> None:
    letter = Letter()
    path = started(tmp_path, letter).path
    letter.review.agree("title")
    content = path.read_bytes() + b'{"torn'
    path.write_bytes(content)
    drafts(tmp_path)
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("cut", [1, 2, 9, 40])
def test_a_torn_last_line_is_cut_off_before_the_next(tmp_path: Path, cut: int) -> None:
    letter = Letter()
    path = started(tmp_path, letter).path
    worked(letter)
    path.write_bytes(path.read_bytes()[:-cut])
    draft = Journal.resume(path)
    assert not draft.damaged
    assert list(draft.events) == letter.review.events[:-1]
    draft.journal.append(letter.review.events[-1])
    whole = Journal.resume(path)
    assert list(whole.events) == letter.review.events
    assert not whole.damaged
    assert list(tmp_path.iterdir()) == [path]


def _flip(lines: list[bytes]) -> None:
    lines[4] = lines[4].replace(b'"when"', b'"whem"')


def _change_value(lines: list[bytes]) -> None:
    lines[4] = lines[4].replace(b"2026", b"2027")


def _lose(lines: list[bytes]) -> None:
    del lines[4]


def _nought(lines: list[bytes]) -> None:
    lines[4] = bytes(len(lines[4]))


@pytest.mark.parametrize("spoil", [_flip, _change_value, _lose, _nought])
def test_a_spoilt_line_ends_the_events_and_is_said_and_kept(
    tmp_path: Path, spoil: Callable[[list[bytes]], None]
) -> None:
    letter = Letter()
    path = started(tmp_path, letter).path
    worked(letter)
    lines = path.read_bytes().splitlines(keepends=True)
    spoil(lines)
    path.write_bytes(b"".join(lines))
    draft = Journal.resume(path)
    assert draft.damaged
    assert list(draft.events) == letter.review.events[:2]
    draft.journal.append(letter.review.events[2])
    assert list(Journal.resume(path).events) == letter.review.events[:3]
    [kept] = tmp_path.glob("*.damaged-*")
    assert kept.read_bytes() == b"".join(lines)


@pytest.mark.parametrize("content", [b"", b"{}\n", b"\x00" * 200, b"not a draft\n\n\n"])
def test_a_file_that_is_no_draft_is_left_where_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other.draft"
    path.write_bytes(content)
    with pytest.raises(Trouble) as caught:
        Journal.resume(path)
    assert caught.value.code == "draft_damaged"
    assert drafts(tmp_path) == ()
    assert unreadable(tmp_path) == (path,)
    assert path.read_bytes() == content


def test_a_draft_of_a_newer_program_is_refused(tmp_path: Path) -> None:
    letter = Letter()
    newer = DraftHeader(letter.sha256, letter.name, "letter.pdf", format=2)
    journal = Journal.start(tmp_path, newer, letter.reading)
    with pytest.raises(Trouble) as caught:
        Journal.resume(journal.path)
    assert caught.value.code == "draft_newer"


def test_a_second_draft_of_a_letter_leaves_the_first(tmp_path: Path) -> None:
    letter = Letter()
    first, second = started(tmp_path, letter), Journal.start(tmp_path, header(letter), letter.reading)
    letter.review.agree("title")
    assert first.path != second.path
    assert {draft.journal.path: len(draft.events) for draft in drafts(tmp_path)} == {first.path: 1, second.path: 0}
    second.discard()
    assert [draft.journal.path for draft in drafts(tmp_path)] == [first.path]


def test_a_draft_that_goes_while_they_are_listed_is_no_bug(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another thread sets it aside between a look at the folder and one at the file."""
    going, staying = started(tmp_path, Letter()), started(tmp_path, Letter())
    real = Path.is_file

    def is_file(path: Path) -> bool:
        there = real(path)
        if path == going.path:
            path.unlink()
        return there

    monkeypatch.setattr(Path, "is_file", is_file)
    assert [draft.journal.path for draft in drafts(tmp_path)] == [staying.path]


def test_a_discarded_draft_is_gone(tmp_path: Path) -> None:
    letter = Letter()
    journal = started(tmp_path, letter)
    letter.review.agree("title")
    journal.discard()
    assert list(tmp_path.iterdir()) == []
    assert drafts(tmp_path / "nowhere") == ()


def test_what_a_full_disk_refused_goes_with_the_next_event(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    letter = Letter()
    journal = started(tmp_path, letter)
    letter.review.agree("title")

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "no room")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(Trouble) as caught:
            letter.review.agree("upheld_rate")
    assert caught.value.code == "disk_full"
    letter.review.agree("investigations")
    assert list(Journal.resume(journal.path).events) == letter.review.events


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    letter = Letter()
    (tmp_path / "drafts").write_bytes(b"")
    with pytest.raises(Trouble) as caught:
        Journal.start(tmp_path / "drafts", header(letter), letter.reading)
    assert caught.value.code == "not_writable"


WRITER = """
import sys, time
from pathlib import Path
from tests.helpers.steps import mark
from tests.history.made import Letter
from tests.review.test_journal import started
letter = Letter()
started(Path(sys.argv[1]), letter)
letter.review.subscribe(lambda event: print(mark(letter.review.events), flush=True))
print(mark(()), flush=True)
while True:
    time.sleep(0.004)  # as people do: whatever is late must not be hidden by what comes next
    letter.review.correct("investigations", str(len(letter.review.events)))
    letter.review.type("upheld_rate", str(len(letter.review.events)))
    letter.review.undo()
    letter.review.redo()
"""


def killed(folder: Path, events: int, after: float) -> str:
    """A process that does nothing but edit, killed once it was sure of so many events and `after` times what one takes.

    Gives the mark of the events that it was sure of.
    """
    with subprocess.Popen([sys.executable, "-c", WRITER, str(folder)], cwd=ROOT, stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        lines = [writer.stdout.readline()]
        begun = time.monotonic()
        lines += [writer.stdout.readline() for _ in range(events)]
        time.sleep(after * (time.monotonic() - begun) / max(events, 1))
        writer.send_signal(signal.SIGKILL)
        lines += [line for line in writer.stdout if line.endswith(b"\n")]
    return lines[-1].decode().strip()


def test_every_event_that_was_acknowledged_survives_a_kill(tmp_path: Path, full: bool) -> None:
    chance = random.Random(20)
    for number in range(200 if full else 20):
        folder = tmp_path / str(number)
        sure = killed(folder, number % 20, chance.uniform(0, 2))
        [draft] = drafts(folder)
        assert are_there(sure, draft.events)
        assert len(draft.events) <= int(sure.partition(":")[0]) + 1
        assert not draft.damaged
        assert is_undone_step_by_step(Letter().anew(draft.events))


def test_what_another_journal_of_the_same_draft_wrote_is_kept(tmp_path: Path) -> None:
    letter = Letter()
    path = started(tmp_path, letter).path
    letter.review.agree("title")
    first, second = Journal.resume(path), Journal.resume(path)
    theirs, ours = letter.anew(first.events), letter.anew(second.events)
    theirs.subscribe(first.journal.append)
    ours.subscribe(second.journal.append)
    theirs.correct("upheld_rate", "99")
    content = path.read_bytes()
    ours.agree("authority")
    assert list(Journal.resume(path).events) == ours.events
    assert path.with_name(f"{path.name}.damaged-1").read_bytes() == content
    ours.agree("investigations")
    assert len(list(tmp_path.iterdir())) == 2, "kept once"


@pytest.mark.parametrize("first", [b"[]", b'{"format": "one"}', b'{"format": 1}', b"{}", b'"\xff"'])
def test_a_head_that_is_whole_but_no_head_is_unreadable(tmp_path: Path, first: bytes) -> None:
    lines = b"".join(b"%s\t%08x\n" % (text, zlib.crc32(text)) for text in (first, b"[]"))
    (tmp_path / "odd.draft").write_bytes(lines)
    (tmp_path / "gone.draft").symlink_to(tmp_path / "nowhere")
    (tmp_path / "folder.draft").mkdir()
    assert drafts(tmp_path) == ()
    assert [path.name for path in unreadable(tmp_path)] == ["odd.draft"]

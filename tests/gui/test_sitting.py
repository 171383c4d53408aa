from __future__ import annotations

import os
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ombudsview.errors import Trouble
from ombudsview.gui.desk import Desk
from ombudsview.gui.queue.model import Queue
from ombudsview.gui.settings import Settings
from ombudsview.gui.sitting import Sitting
from ombudsview.review.journal import Draft
from tests.gui.handmade import DATA
from tests.gui.listen import waiting


@pytest.fixture
def queue(desk: Desk) -> Queue:
    return Queue(desk)


@pytest.fixture
def sitting(desk: Desk, queue: Queue, tmp_path: Path) -> Sitting:
    return Sitting(desk, queue, desk.keeping, Settings(tmp_path / "settings.json"), desk)


def drafted_keys(desk: Desk) -> list[str]:
    (draft,) = desk.keeping.drafts()
    return [change.key for event in draft.events for change in event.changes]


@pytest.fixture
def left(desk: Desk, sitting: Sitting, letter_file: Path, qtbot: QtBot) -> Draft:
    """The draft of a letter that was worked on and taken off the desk; it still lies in the queue."""
    with waiting(qtbot, desk.read):
        sitting.open_files([letter_file])
    desk.agree("authority")
    desk.close()
    (draft,) = desk.keeping.drafts()
    return draft


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
    sitting.let_go(left)
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

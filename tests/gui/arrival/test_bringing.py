"""A letter from the disk comes into the row of the queue that it has: no letter stands there twice."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from ombudsview.gui.desk import Desk
from ombudsview.gui.queue.glimpse import Glimpse
from ombudsview.gui.queue.model import Entry, Queue
from ombudsview.gui.record import one_draft
from ombudsview.gui.sitting import Sitting
from ombudsview.review.journal import Draft
from tests.gui.at_once import AtOnce
from tests.gui.handmade import DATA, edited
from tests.gui.listen import Heard, waiting


def test_the_edits_of_an_earlier_session_come_back_into_the_row_of_the_file(
    desk: Desk, sitting: Sitting, queue: Queue, letter_file: Path, draft: Draft, qtbot: QtBot
) -> None:
    found = Heard(desk.draft_found)
    sitting.open_files([letter_file])
    qtbot.waitUntil(lambda: bool(found.all))
    with waiting(qtbot, desk.read):
        sitting.go_on(found.args[0])
    (entry,) = queue.entries
    assert (entry.path, entry is queue.current, entry.letter is desk.letter) == (letter_file, True, True)
    desk.agree("letter_date")
    (one,) = desk.keeping.drafts()
    assert edited(one) == ["authority", "letter_date"]


def test_they_come_back_into_a_row_that_was_only_read_ahead(
    desk: Desk, sitting: Sitting, queue: Queue, letter_file: Path, draft: Draft, qtbot: QtBot
) -> None:
    entry = Entry("letter.pdf", letter_file, glimpse=Glimpse("A", "2020", touched=True, name=draft.header.letter))
    queue.add([Entry("other.pdf", letter_file.with_name("other.pdf")), entry])
    with waiting(qtbot, desk.read):
        sitting.go_on(draft)
    assert len(queue.entries) == 2
    assert queue.current is entry


def test_the_row_of_a_draft_gives_way_to_the_row_of_its_file(
    desk: Desk, sitting: Sitting, queue: Queue, letter_file: Path, draft: Draft, qtbot: QtBot
) -> None:
    with waiting(qtbot, desk.read):
        sitting.go_on(draft)
    letter = desk.letter
    found = Heard(desk.draft_found)
    sitting.open_files([letter_file])
    qtbot.waitUntil(lambda: bool(found.all))
    assert len(queue.entries) == 2
    with waiting(qtbot, desk.read):
        sitting.go_on(found.args[0])
    (entry,) = queue.entries
    assert (entry.path, entry.letter, desk.letter) == (letter_file, letter, letter)


def test_what_was_set_aside_changes_places_within_its_row(
    desk: Desk, sitting: Sitting, queue: Queue, letter_file: Path, draft: Draft, qtbot: QtBot
) -> None:
    with waiting(qtbot, desk.draft_found):
        sitting.open_files([letter_file])
    desk.correct("upheld_rate", "99")
    for mine, other in ((["authority"], ["upheld_rate"]), (["upheld_rate"], ["authority"])):
        told = Heard(desk.set_aside)
        aside = one_draft.aside_of(desk.keeping.places.drafts, draft.header.letter)
        assert aside is not None
        with waiting(qtbot, desk.read):
            sitting.bringing.change_places(aside)
        (entry,) = queue.entries
        assert entry.letter is desk.letter
        (one,) = desk.keeping.drafts()
        assert edited(one) == mine
        assert edited(told.args[0]) == other, "and the way back is told"


def test_the_same_letter_from_two_files_has_one_draft(
    desk: Desk, sitting: Sitting, queue: Queue, letter_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    copy = tmp_path / "copy.pdf"
    copy.write_bytes(DATA)
    with waiting(qtbot, desk.read):
        sitting.open_files([letter_file])
    desk.agree("authority")
    with waiting(qtbot, desk.draft_found):
        sitting.open_files([copy])
    told = Heard(desk.set_aside)
    desk.set_aside.connect(lambda draft, _: sitting.bringing.let_go_of(draft.header.letter))  # as the window does
    desk.correct("upheld_rate", "99")
    assert len(told.all) == 1
    first = queue.entries[0].letter
    assert first is not None
    assert first.journal is None
    with waiting(qtbot, desk.read):
        sitting.go_to(queue.entries[0])
    with qtbot.assertNotEmitted(desk.troubled):
        desk.agree("letter_date")
    (draft,) = desk.keeping.drafts()
    assert edited(draft) == ["authority", "letter_date"]
    aside = one_draft.aside_of(desk.keeping.places.drafts, draft.header.letter)
    assert aside is not None


def test_who_goes_back_before_the_other_draft_is_there_loses_no_edit(
    desk: Desk, sitting: Sitting, queue: Queue, letter_file: Path, draft: Draft, qtbot: QtBot
) -> None:
    """Its draft was set aside meanwhile: what is done to the letter next goes into one of its own."""
    with waiting(qtbot, desk.draft_found):
        sitting.open_files([letter_file])
    desk.correct("upheld_rate", "99")
    (entry,) = queue.entries
    record = desk.record
    assert isinstance(record, AtOnce)
    record.hold = True
    aside = one_draft.aside_of(desk.keeping.places.drafts, draft.header.letter)
    assert aside is not None
    sitting.bringing.change_places(aside)
    with waiting(qtbot, desk.read):
        sitting.go_to(entry)
    record.go()
    with qtbot.assertNotEmitted(desk.troubled):
        desk.agree("letter_date")
    (one,) = desk.keeping.drafts()
    assert edited(one) == ["upheld_rate", "letter_date"]

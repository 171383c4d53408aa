"""What is kept of a letter on the desk, whatever happens while it is kept."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from ombudsview.errors import Trouble
from ombudsview.gui.desk import Desk
from ombudsview.gui.record.keeping import Keeping
from ombudsview.places import Places
from tests.gui.handmade import DOCUMENT, FakeReader, edited
from tests.gui.listen import Heard, waiting
from tests.history.remarked import Remarked
from tests.letters.test_remarks import LATE, PRAISE


def test_a_bug_while_saving_is_no_save(opened: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    from ombudsview.history.store import Store

    def bug(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr(Store, "save", bug)
        with pytest.raises(ZeroDivisionError):
            opened.finish("a reason")
    assert opened.review is not None
    assert not opened.review.finished
    assert opened.finish("a reason")
    assert opened.keeping.rows()


def test_a_draft_that_was_killed_while_it_was_saved_is_saved_when_it_is_finished_again(
    opened: Desk, qtbot: QtBot
) -> None:
    assert opened.review is not None
    opened.review.finish("then the power went")
    (draft,) = opened.keeping.drafts()
    with waiting(qtbot, opened.read):
        opened.put(opened.keeping.resume(draft))
    opened.agree("authority")
    (draft,) = opened.keeping.drafts()
    assert edited(draft) == ["authority"]
    assert opened.finish("once more")
    assert len(opened.keeping.rows()) == 1
    assert opened.keeping.drafts() == ()


def test_dropping_what_was_never_typed_does_not_reopen_a_finished_letter(opened: Desk) -> None:
    assert opened.finish("a reason")
    opened.type("authority", None)
    assert opened.review is not None
    assert opened.review.finished
    assert opened.keeping.drafts() == ()


def test_after_a_failed_write_no_earlier_time_is_left_standing(
    opened: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ombudsview.review.journal import Journal

    def full(*_: object) -> None:
        raise Trouble("disk_full", "The disk is full, so the draft is not kept.", "Make room.")

    opened.agree("authority")
    assert opened.letter is not None
    assert opened.letter.drafted
    times: list[str] = []
    opened.drafted.connect(times.append)
    with monkeypatch.context() as patch:
        patch.setattr(Journal, "append", full)
        opened.agree("letter_date")
    opened.agree("period_end")
    assert times == ["", opened.letter.drafted]
    assert times[1]


def test_a_folder_that_cannot_be_written_to_is_said_at_start(tmp_path: Path) -> None:
    base = tmp_path / "base"
    assert Keeping(Places.under(base)).check() is None
    assert list((base / "data").iterdir()) == []
    file = tmp_path / "file"
    file.write_text("no folder")
    trouble = Keeping(Places.under(file)).check()
    assert trouble is not None
    assert trouble.code == "not_writable"
    assert str(file) in trouble.sentence


def test_what_saved_letters_to_other_authorities_say_too_is_no_remark(
    desk: Desk, letter_file: Path, reader: FakeReader, qtbot: QtBot
) -> None:
    Remarked(LATE, authority="Barrowmere Borough Council").save(desk.keeping.store)
    mine = Remarked(LATE, PRAISE)
    reader.paper = msgspec.structs.replace(mine.paper, sha256=DOCUMENT.sha256)
    reader.readings = (mine.reading,)
    with waiting(qtbot, desk.read):
        desk.open(letter_file)
    assert desk.review is not None
    assert desk.review.field("remarks").value == (PRAISE.removesuffix("."),)
    assert {doubt.code for doubt in desk.review.doubts()} & {"late_remedy"} == set()


def test_wording_that_is_gone_is_learnt_again_while_the_officer_reads(places: Places, qtbot: QtBot) -> None:
    keeping = Keeping(places)
    Remarked(LATE).save(keeping.store)
    keeping.close()
    (path,) = places.wording.iterdir()
    before = path.read_bytes()
    path.unlink()
    keeping.warm()
    qtbot.waitUntil(path.exists)
    assert path.read_bytes() == before


def test_a_draft_that_cannot_be_put_away_does_not_keep_a_letter_from_being_read_anew(
    opened: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ombudsview.review.journal import Journal

    def stuck(_: Journal) -> None:
        raise Trouble("not_writable", "The draft cannot be removed.", "")

    opened.agree("authority")
    assert opened.letter is not None
    assert opened.letter.reading is not None
    troubles = Heard(opened.troubled)
    monkeypatch.setattr(Journal, "discard", stuck)
    opened.begin_review(opened.letter.reading)
    assert [trouble.code for (trouble,) in troubles.all] == ["not_writable"]
    assert opened.review is not None
    assert not opened.review.is_touched


def test_work_goes_on_at_the_field_that_had_the_focus(opened: Desk, qtbot: QtBot) -> None:
    opened.agree("authority")
    opened.focus("investigations")
    (draft,) = opened.keeping.drafts()
    assert draft.journal.place == "investigations"
    opened.close()
    with waiting(qtbot, opened.read):
        opened.put(opened.keeping.resume(draft))
    assert opened.focus_key == "investigations"
    other = opened.keeping.drafts()[0]
    opened.keeping.discard(other)
    assert list(opened.keeping.places.drafts.glob("*.place")) == []


def test_a_place_that_nobody_knows_is_where_the_work_starts(opened: Desk, qtbot: QtBot) -> None:
    opened.agree("authority")
    opened.focus("investigations")
    (draft,) = opened.keeping.drafts()
    (place,) = opened.keeping.places.drafts.glob("*.place")
    for content in (b"\xff\xfe", b"no_such_field", None):
        place.unlink() if content is None else place.write_bytes(content)
        (draft,) = opened.keeping.drafts()
        letter = opened.keeping.resume(draft)
        opened.close()
        with waiting(qtbot, opened.read):
            opened.put(letter)
        assert opened.focus_key == "period_end"


def test_only_a_letters_own_drafts_are_read_for_it(opened: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    from ombudsview.review.journal import Journal

    opened.agree("authority")
    (draft,) = opened.keeping.drafts()
    path = draft.journal.path
    for number in range(5):
        path.with_name(f"{number}{path.name}").write_bytes(path.read_bytes())
    path.with_name("spoilt-1.draft").write_bytes(b"nothing")
    resumed: list[Path] = []
    resume = Journal.resume
    monkeypatch.setattr(Journal, "resume", lambda path: resumed.append(path) or resume(path))
    (found,) = opened.keeping.drafts_of(draft.header.letter)
    assert found.events == draft.events
    assert resumed == [path]
    assert len(opened.keeping.begun()) == 6
    assert resumed == [path]


def test_what_a_killed_process_left_half_written_is_swept_once_nobody_can_be_at_it(places: Places) -> None:
    old, young, other = (places.drafts / name for name in (".a.draft.part", ".b.draft.part", "c.draft"))
    places.drafts.mkdir(parents=True)
    for path in (old, young, other):
        path.write_bytes(b"half")
    for path in (old, other):
        os.utime(path, (1, 1))
    Keeping(places).sweep()
    assert sorted(path.name for path in places.drafts.iterdir()) == [young.name, other.name]

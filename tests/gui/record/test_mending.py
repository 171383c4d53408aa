"""A damaged or missing history is restored behind the window, and the officer hears of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ombudsview.errors import Trouble
from ombudsview.gui.desk import Desk
from ombudsview.gui.notice import Notice
from ombudsview.gui.record import mending
from ombudsview.gui.record.mending import Mending
from ombudsview.history import outcome
from ombudsview.history.store import Store
from ombudsview.places import Places
from tests.gui.at_once import AtOnce
from tests.gui.listen import Heard
from tests.history.made import finished


class Seen:
    """What the officer is shown."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        window = QWidget()
        qtbot.addWidget(window)
        self.notice = Notice(window.rect, window)
        self.mending = Mending(desk, self.notice, lambda: None, window)
        self.restored = Heard(self.mending.restored)


@pytest.fixture
def saved(places: Places) -> str:
    with closing(Store.open(places)) as store:
        letter = finished()
        letter.save(store)
    shutil.rmtree(places.backups)
    return letter.name


@pytest.fixture
def seen(saved: str, desk: Desk, qtbot: QtBot) -> Seen:
    return Seen(desk, qtbot)


def overwritten(history: Path) -> None:
    history.write_bytes(b"x" * 5000)


def spoilt_inside(history: Path) -> None:
    content = bytearray(history.read_bytes())
    content[4096:] = b"\xaa" * (len(content) - 4096)
    history.write_bytes(content)


@pytest.mark.parametrize("damage", [overwritten, spoilt_inside, Path.unlink])
def test_a_start_restores_what_is_damaged_or_gone_and_says_from_what(
    damage: Callable[[Path], None], seen: Seen, saved: str, desk: Desk, places: Places, qtbot: QtBot
) -> None:
    damage(places.history)
    seen.mending.look()
    qtbot.waitUntil(lambda: bool(seen.restored.all))
    assert "restored from the second copy that each saved letter has. It has 1 letter now." in seen.notice.text
    assert [row.letter for row in desk.keeping.rows()] == [saved]


def test_a_letter_of_before_the_register_knew_its_council_is_filed_anew_at_the_start(
    desk: Desk, places: Places, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch, closing(Store.open(places)) as store:
        patch.setattr(outcome, "official_name", lambda name, _: name)
        finished(authority="Barnet Council").save(store)
    assert [row.authority for row in desk.keeping.rows()] == ["Barnet Council"]
    seen = Seen(desk, qtbot)
    seen.mending.look()
    qtbot.waitUntil(lambda: bool(seen.restored.all))
    assert seen.notice.text == "A letter is now filed under its authority's official name, which it prints otherwise."
    assert [row.authority for row in desk.keeping.rows()] == ["London Borough of Barnet"]


def test_many_letters_that_are_filed_anew_are_counted_and_can_be_stopped(
    desk: Desk, places: Places, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mending, "MANY", 3)
    monkeypatch.setattr(mending, "EVERY", 1)
    with monkeypatch.context() as patch, closing(Store.open(places)) as store:
        patch.setattr(outcome, "official_name", lambda name, _: name)
        for year in range(2015, 2020):
            finished(authority="Barnet Council", period_end=f"{year}-03-31").save(store)
    seen = Seen(desk, qtbot)
    far: list[str] = []
    seen.notice.shown.connect(lambda: far.append(seen.notice.text))
    count, stops = desk.keeping.filing, iter([False, False, True])

    def stop_at_the_third(done: int, of: int) -> None:
        count(done, of)
        if next(stops):
            desk.keeping.stop_filing()

    desk.keeping.filing = stop_at_the_third
    seen.mending.look()
    qtbot.waitUntil(lambda: bool(seen.restored.all))
    assert [row.authority for row in desk.keeping.rows()].count("London Borough of Barnet") == 2
    assert far[0] == "Letters are filed under their authorities' official names: 0 of 5."
    assert "3 letters follow with the next start." in seen.notice.text


def test_the_backup_it_came_from_is_named_and_what_may_be_missing(
    seen: Seen, desk: Desk, places: Places, qtbot: QtBot
) -> None:
    with closing(Store.open(places, lambda: "2026-11-20T09:30:00+00:00")) as store:
        store.back_up()
    shutil.rmtree(places.letter_files)
    overwritten(places.history)
    seen.mending.look()
    qtbot.waitUntil(lambda: bool(seen.restored.all))
    assert "restored from the backup of 20 November 2026" in seen.notice.text
    assert "what was saved after that is missing" in seen.notice.text


def test_a_history_that_is_well_is_not_opened_for_writing(seen: Seen, desk: Desk, places: Places) -> None:
    seen.mending.look()
    assert not desk.keeping.in_use
    assert not list(places.data.glob("history.sqlite-*"))
    assert seen.notice.text == ""


def test_where_there_is_none_nothing_is_made(desk: Desk, places: Places, qtbot: QtBot) -> None:
    seen = Seen(desk, qtbot)
    seen.mending.look()
    assert not places.history.exists()
    assert seen.notice.text == ""


def test_damage_found_while_somebody_asks_is_mended_at_once(
    seen: Seen, saved: str, desk: Desk, places: Places, qtbot: QtBot
) -> None:
    overwritten(places.history)
    with pytest.raises(Trouble, match="damaged"):
        desk.keeping.rows()
    qtbot.waitUntil(lambda: bool(seen.restored.all))
    assert [row.letter for row in desk.keeping.rows()] == [saved]


def test_who_holds_it_is_said_where_it_cannot_be_restored_now(
    seen: Seen, saved: str, desk: Desk, places: Places
) -> None:
    troubles = Heard(desk.troubled)
    with closing(Store.open(places)):
        overwritten(places.history)
        seen.mending.look()
    assert [trouble.code for (trouble,) in troubles.all] == ["history_locked"]


def test_a_second_copy_that_cannot_be_read_is_told(
    seen: Seen, saved: str, desk: Desk, places: Places, qtbot: QtBot
) -> None:
    (places.letter_files / f"{saved}.json").write_text("{")
    desk.keeping.prepare()
    qtbot.waitUntil(lambda: "second copy of a letter could not be read" in seen.notice.text)


def test_it_is_done_in_the_records_thread(seen: Seen, desk: Desk, places: Places) -> None:
    overwritten(places.history)
    record = cast(AtOnce, desk.record)
    record.hold = True
    seen.mending.look()
    assert places.history.read_bytes() == b"x" * 5000
    record.go()
    assert places.history.read_bytes() != b"x" * 5000


def test_a_second_copy_that_is_gone_is_written_again_at_the_start(
    seen: Seen, saved: str, desk: Desk, places: Places
) -> None:
    path = places.letter_files / f"{saved}.json"
    before = path.read_bytes()
    path.unlink()
    seen.mending.look()
    assert path.read_bytes() == before

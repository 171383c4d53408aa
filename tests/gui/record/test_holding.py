"""The history held for writing, and a window that only looks."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ombudsview.gui.desk import Desk
from ombudsview.gui.queue.model import Queue
from ombudsview.gui.record.keeping import Keeping
from ombudsview.gui.settings import Settings
from ombudsview.gui.window import Window
from ombudsview.gui.work.bridge import Bridge
from ombudsview.history.store import Store
from ombudsview.places import Places
from tests.gui.at_once import AtOnce
from tests.gui.listen import Heard, waiting
from tests.history.made import finished


@pytest.fixture
def looking(bridge: Bridge, places: Places, letter_file: Path, qtbot: QtBot) -> Iterator[Desk]:
    """A desk that only looks, with a letter read, beside a history of one letter."""
    with closing(Store.open(places)) as store:
        finished().save(store)
    desk = Desk(bridge, Keeping(places, who="tester", looks_only=True), record=AtOnce())
    with waiting(qtbot, desk.read):
        desk.open(letter_file)
    yield desk
    desk.keeping.close()


def contents(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_a_window_that_only_looks_shows_the_history_and_keeps_nothing(looking: Desk, places: Places) -> None:
    before, troubles = contents(places.data), Heard(looking.troubled)
    assert looking.keeping.check() is not None
    assert len(looking.keeping.rows()) == 1
    looking.correct("upheld_rate", "58")
    assert troubles.args[0].code == "looks_only"
    looking.finish("a test")
    assert troubles.args[0].code == "looks_only"
    assert looking.review is not None
    assert not looking.review.finished
    looking.keeping.mend(suspected=True)
    assert contents(places.data) == before


def test_it_makes_no_history_anew_and_teaches_no_rule(
    looking: Desk, tmp_path: Path, places: Places, qtbot: QtBot
) -> None:
    window = Window(looking, Queue(looking), Settings(tmp_path / "settings.json"), places.window_state)
    qtbot.addWidget(window)
    before, troubles = contents(places.data), Heard(looking.troubled)
    window.chores.rebuild()
    assert window.chores.dialog is None
    looking.focus("upheld_rate")
    window.teaching.teach()
    assert window.teaching.proposal is None
    assert [trouble.code for (trouble,) in troubles.all] == ["looks_only"] * 2
    assert window.notice.text == troubles.args[0].sentence
    assert contents(places.data) == before
    window.close()


def test_it_says_in_its_title_that_it_only_looks(looking: Desk, tmp_path: Path, places: Places, qtbot: QtBot) -> None:
    window = Window(looking, Queue(looking), Settings(tmp_path / "settings.json"), places.window_state)
    qtbot.addWidget(window)
    assert window.windowTitle() == "Wraxmere Council 2019-20 - OmbudsView (looks only)"
    window.close()

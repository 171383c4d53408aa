"""A comparison in a thread of its own: what it tells, and that a newer one leaves an older one untold."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ombudsview.gui.record.holding import Holding
from ombudsview.gui.record.reconciling import Question, Reconciling
from ombudsview.history.store import Store
from ombudsview.places import Places
from tests.gui.listen import Heard, waiting
from tests.history.made import Letter, ticking
from tests.published import sheets


@pytest.fixture
def work(places: Places, qapp: QApplication) -> Iterator[Reconciling]:
    store = Store.open(places, ticking())
    Letter().save(store)
    store.close()
    made = Reconciling(Holding(places))
    yield made
    made.close()


def test_progress_and_the_answer(work: Reconciling, tmp_path: Path, qtbot: QtBot) -> None:
    progress = Heard(work.progressed)
    with waiting(qtbot, work.done) as done:
        work.start(sheets.put(tmp_path / "a.xlsx", sheets.plain()), "")
        assert work.busy
    assert done.args[0].letters == 1
    assert not work.busy
    assert progress.all[-1] == (1, 1)


def test_a_question_of_the_year_is_answered_by_starting_with_it(
    work: Reconciling, tmp_path: Path, qtbot: QtBot
) -> None:
    path = sheets.put(tmp_path / "a.csv", sheets.text())
    with waiting(qtbot, work.asked) as asked:
        work.start(path, "")
    assert asked.args == (Question((), ("2020-03-31",)),)
    with waiting(qtbot, work.done) as done:
        work.start(path, "", "2020-03-31")
    assert done.args[0].period_end == "2020-03-31"


def test_only_the_last_one_is_told(work: Reconciling, tmp_path: Path, qtbot: QtBot) -> None:
    done, failed = Heard(work.done), Heard(work.failed)
    work.start(tmp_path / "gone.xlsx", "")
    with waiting(qtbot, work.done):
        work.start(sheets.put(tmp_path / "a.xlsx", sheets.plain()), "")
    assert len(done.all) == 1
    assert not failed.all


def test_a_history_that_is_damaged_is_told_of(work: Reconciling, places: Places, tmp_path: Path, qtbot: QtBot) -> None:
    hurt: list[bool] = []
    work._history.hurt = lambda: hurt.append(True)
    places.history.write_bytes(b"SQLite format 3\0" + bytes(5000))
    with waiting(qtbot, work.failed) as failed:
        work.start(sheets.put(tmp_path / "a.xlsx", sheets.plain()), "")
    assert failed.args[0].code.startswith("history_")
    assert bool(hurt) == (failed.args[0].code == "history_damaged")

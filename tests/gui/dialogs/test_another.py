"""A first window that does not answer: the next start waits, and says so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ombudsview.gui.arrival.single import First
from ombudsview.gui.dialogs.another import AnotherWindow, Outcome
from ombudsview.places import Places


@pytest.fixture(autouse=True)
def own_sockets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))


@pytest.fixture
def hung(places: Places) -> Iterator[First]:
    """A window that holds the right to be first and answers nobody."""
    first = First(places)
    yield first
    first.release()


@pytest.fixture
def dialog(hung: First, places: Places, qtbot: QtBot) -> Iterator[AnotherWindow]:
    dialog = AnotherWindow(places, [Path("/letters/a.pdf")])
    qtbot.addWidget(dialog)
    dialog.open()
    yield dialog
    dialog.close()
    dialog._waiting.join()
    if dialog.first is not None:
        dialog.first.release()


def test_it_waits_until_the_other_answers(dialog: AnotherWindow, hung: First, qtbot: QtBot) -> None:
    qtbot.wait(400)
    assert dialog.isVisible()
    owner, got = QObject(), []
    assert hung.listen(got.append, owner) is not None
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert dialog.outcome is Outcome.TAKEN
    assert got == [[Path("/letters/a.pdf")]]


def test_where_the_other_ends_this_one_is_the_first(dialog: AnotherWindow, hung: First, qtbot: QtBot) -> None:
    hung.release()
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert dialog.outcome is Outcome.FIRST
    assert dialog.first is not None
    assert dialog.first.is_first


def test_a_window_that_only_looks_can_be_opened_meanwhile(dialog: AnotherWindow) -> None:
    dialog.look.click()
    assert (dialog.outcome, dialog.isVisible()) == (Outcome.LOOK, False)


def test_it_can_be_given_up(dialog: AnotherWindow) -> None:
    dialog.leave.click()
    assert (dialog.outcome, dialog.isVisible()) == (Outcome.LEFT, False)

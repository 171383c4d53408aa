"""The Tools menu's work on the history."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ombudsview.gui.desk import Desk
from ombudsview.gui.record.chores import Chores
from ombudsview.history.backup_place import elsewhere
from tests.gui.at_once import AtOnce
from tests.gui.listen import Heard
from tests.history.made import dump


@pytest.fixture
def chores(opened: Desk, qtbot: QtBot) -> Iterator[Chores]:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    yield Chores(opened, window)
    window.close()


def said(chores: Chores) -> str:
    assert chores.dialog is not None
    return chores.dialog.words.text()


def test_a_check_says_that_all_is_well_or_what_is_not(chores: Chores, opened: Desk) -> None:
    chores.check()
    assert "no history yet" in said(chores)
    opened.finish("a test")
    chores.check()
    assert said(chores).startswith("All is well")
    next(opened.keeping.places.documents.glob("*.pdf")).unlink()
    chores.check()
    assert "Wraxmere Council 2019-20" in said(chores)


def test_a_copy_says_where_it_is(chores: Chores, opened: Desk, tmp_path: Path) -> None:
    opened.finish("a test")
    chores.copy_to(tmp_path / "copy.sqlite")
    assert str(tmp_path / "copy.sqlite") in said(chores)
    assert dump(tmp_path / "copy.sqlite") == dump(opened.keeping.places.history)


def test_the_history_is_made_anew_only_once_the_officer_says_so(chores: Chores, opened: Desk, qtbot: QtBot) -> None:
    opened.finish("a test")
    changed, before = Heard(chores.changed), dump(opened.keeping.places.history)
    chores.rebuild()
    dialog = chores.dialog
    assert dialog is not None
    assert dialog.leave.isDefault()
    assert changed.all == []
    assert not list(opened.keeping.places.data.glob("history.sqlite.replaced-*"))
    dialog.go.click()
    assert "made anew from 1 letter" in said(chores)
    assert len(changed.all) == 1
    assert dump(opened.keeping.places.history) == before
    assert list(opened.keeping.places.backups.glob("*-before-rebuild.sqlite"))
    dialog.leave.click()
    assert chores.dialog is None
    opened.correct("upheld_rate", "58")
    assert opened.finish("and it goes on")
    assert opened.keeping.rows()[0].revision == 2


def test_what_works_cannot_be_left_half_seen(chores: Chores, opened: Desk, qtbot: QtBot) -> None:
    opened.finish("a test")
    record = cast(AtOnce, opened.record)
    record.hold = True
    chores.check()
    dialog = chores.dialog
    assert dialog is not None
    assert (dialog.bar.isVisible(), dialog.leave.isEnabled()) == (True, False)
    dialog.reject()
    dialog.close()
    assert dialog.isVisible()
    record.go()
    assert (dialog.bar.isVisible(), dialog.leave.isEnabled()) == (False, True)
    dialog.close()
    assert chores.dialog is None


def test_where_backups_lie_is_said_and_another_place_is_taken_once_the_officer_says_so(
    chores: Chores, opened: Desk, tmp_path: Path
) -> None:
    opened.finish("a test")
    places = opened.keeping.places

    def offered() -> list[str]:
        assert chores.question is not None
        words = [button.text().replace("&", "") for button in chores.question.buttons()]
        chores.question.close()
        return sorted(words, reverse=True)

    chores.backups_folder()
    assert chores.question is not None
    assert str(places.backups) in chores.question.text()
    assert offered() == ["Close", "Choose a folder..."]
    (tmp_path / "Dropbox").mkdir()
    chores.put_backups(tmp_path / "Dropbox")
    dialog = chores.dialog
    assert dialog is not None
    assert "Dropbox keeps that folder in step with other machines" in said(chores)
    assert said(chores).startswith("From then on backups are written to a folder of their own in ")
    assert said(chores).endswith("The backups made until now stay where they lie.")
    assert elsewhere(places) is None
    dialog.go.click()
    place = elsewhere(places)
    assert place is not None
    assert place.is_relative_to(tmp_path / "Dropbox")
    assert said(chores) == f"Backups are written to {place} from now on."
    assert list(place.glob("history-*.sqlite"))
    dialog.close()
    chores.backups_folder()
    assert "Keep them beside the history" in offered()
    chores.put_backups(None)
    assert chores.dialog is not None
    chores.dialog.go.click()
    assert elsewhere(places) is None

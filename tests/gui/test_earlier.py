"""A letter held against the history when its work begins, and again before it is saved."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ombudsview.errors import Trouble
from ombudsview.gui.desk import Desk
from tests.gui.listen import Heard, waiting


@pytest.fixture
def unseen(opened: Desk, letter_file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A saved letter opened anew while nobody could look into the history."""
    assert opened.finish("a test")
    opened.close()

    def busy(*_: object) -> None:
        raise Trouble("history_locked", "The history is in use.", "Wait a little.")

    with monkeypatch.context() as patch:
        patch.setattr(opened.keeping, "ask", busy)
        with waiting(qtbot, opened.read):
            opened.open(letter_file)
    assert opened.letter is not None
    assert opened.letter.seen is None
    return opened


def test_a_busy_moment_at_the_start_does_not_let_a_save_replace_another_ones(unseen: Desk) -> None:
    clashed = Heard(unseen.clashed)
    unseen.correct("upheld_rate", "99")
    unseen.finish("a test")
    assert [trouble.code for trouble, _ in clashed.all] == ["stale"], "what is saved is asked about"
    (row,) = unseen.keeping.rows()
    assert row.revision == 1


def test_nothing_is_asked_where_the_saved_one_says_the_same(unseen: Desk) -> None:
    clashed = Heard(unseen.clashed)
    assert unseen.finish("a test")
    assert clashed.all == []
    assert [row.revision for row in unseen.keeping.rows()] == [1]

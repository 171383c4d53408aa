"""A rule is proposed, tried in another thread while the window lives, and kept only when the officer says so."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import closing

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QWidget
from pytestqt.qtbot import QtBot

from ombudsview.gui.dialogs.proposal import Proposal
from ombudsview.history.store import Store
from ombudsview.letters.lone import Where
from ombudsview.letters.rule import Between, Label, Rule
from ombudsview.places import Places
from tests.gui.listen import Heard, waiting
from tests.history.asked import load
from tests.history.made import finished

NARROW = Rule("upheld_rate", Between(before="we settled"))
BROAD = Rule("upheld_rate", Between(before="settled"))
OTHER = Rule("investigations", Label("cases in all", Where.BEFORE))


@pytest.fixture
def history(places: Places) -> Places:
    """Three letters: the rule finds what is recorded in the first, another value in the second, nothing in the third."""
    with closing(Store.open(places)) as store:
        for name, text in (("Alder", "we settled 80%"), ("Birch", "we settled 43%"), ("Cedar", "silence")):
            letter = finished(authority=f"{name} Council")
            letter.text = text
            letter.__post_init__()
            letter.review.finish("A trial.")
            letter.save(store)
    return places


@pytest.fixture
def dialog(history: Places, qtbot: QtBot) -> Iterator[Proposal]:
    dialog = Proposal("Remember it", "You pointed at “80%”.", history, whole=False)
    qtbot.addWidget(dialog)
    dialog.show()
    yield dialog
    dialog.trials.close()


def lines(model: QAbstractItemModel) -> list[str]:
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_the_rule_is_shown_in_words_with_what_it_would_do(dialog: Proposal, qtbot: QtBot) -> None:
    with waiting(qtbot, dialog.trials.done):
        dialog.start(lambda: (NARROW, BROAD))
        assert not dialog.keep.isEnabled()
    assert lines(dialog.rules.model()) == ["the percentage after “we settled”", "the percentage after “settled”"]
    assert dialog.rules.currentRow() == 0
    assert dialog.view.sentence.text().startswith("Tried on 3 letters: it finds “Upheld rate” as recorded in 1")
    assert lines(dialog.view.letters.model()) == ["Birch Council, 2019-20: it finds 43%, recorded is 80%, which stays"]
    assert dialog.scope.text() == "For letters of unknown layout"


def test_a_letter_of_the_list_is_asked_for_with_its_field(dialog: Proposal, qtbot: QtBot) -> None:
    with waiting(qtbot, dialog.trials.done):
        dialog.start(lambda: (NARROW,))
    asked = Heard(dialog.letter_asked)
    dialog.view.letters.setFocus()
    kept = Heard(dialog.kept)
    QTest.keyClick(dialog.view.letters, Qt.Key.Key_Return)
    [(letter, key)] = asked.all
    assert key == "upheld_rate"
    assert kept.all == []
    assert dialog.isVisible()
    with closing(Store.open(dialog.trials._places)) as store:
        assert load(store, letter).row.authority == "Birch Council"


def test_the_rule_that_was_chosen_is_kept_and_no_other(dialog: Proposal, qtbot: QtBot) -> None:
    with waiting(qtbot, dialog.trials.done):
        dialog.start(lambda: (NARROW, BROAD))
    kept = Heard(dialog.kept)
    dialog.rules.setCurrentRow(1)
    dialog.keep.click()
    assert kept.args == ((BROAD,),)
    assert not dialog.isVisible()


def test_nothing_is_kept_that_was_not_confirmed(dialog: Proposal, qtbot: QtBot) -> None:
    with waiting(qtbot, dialog.trials.done):
        dialog.start(lambda: (NARROW,))
    kept = Heard(dialog.kept)
    dialog.findChild(QDialogButtonBox).rejected.emit()
    assert kept.all == []


def test_a_colleagues_rules_are_taken_all_together(history: Places, qtbot: QtBot) -> None:
    dialog = Proposal("Theirs", "2 rules", history, whole=True)
    qtbot.addWidget(dialog)
    dialog.show()
    with waiting(qtbot, dialog.trials.done):
        dialog.start(lambda: (NARROW, OTHER))
    assert lines(dialog.rules.model()) == [
        "Upheld rate: the percentage after “we settled”",
        "Investigations: the number to the left of “cases in all”",
    ]
    dialog.rules.setCurrentRow(1)
    assert "“Investigations”" in dialog.view.sentence.text()
    kept = Heard(dialog.kept)
    dialog.keep.click()
    assert kept.args == ((NARROW, OTHER),)


def test_a_place_that_teaches_nothing_is_said(dialog: Proposal, qtbot: QtBot) -> None:
    with waiting(qtbot, dialog.trials.done):
        dialog.start(lambda: ())
    assert dialog.view.sentence.text().startswith("Nothing near this place tells it from others")
    assert not dialog.keep.isEnabled()


def test_a_history_that_cannot_be_read_is_said(dialog: Proposal, qtbot: QtBot, history: Places) -> None:
    history.history.write_bytes(b"something else altogether, and longer than a header of SQLite would be" * 9)
    with waiting(qtbot, dialog.trials.failed):
        dialog.start(lambda: (NARROW,))
    assert dialog.view.sentence.text()
    assert not dialog.keep.isEnabled()


def test_a_trial_can_be_stopped_and_runs_in_no_thread_of_the_windows(dialog: Proposal, qtbot: QtBot) -> None:
    begun, go_on, where = threading.Event(), threading.Event(), []

    def slow() -> tuple[Rule, ...]:
        where.append(threading.current_thread())
        begun.set()
        go_on.wait(5)
        return (NARROW,)

    with waiting(qtbot, dialog.trials.done):
        dialog.start(slow)
        assert begun.wait(5)
        assert dialog.view.stop.isVisible()
        dialog.view.stop.click()
        go_on.set()
    assert where[0] is not threading.main_thread()
    assert dialog.view.sentence.text() == "Stopped before every letter was tried."
    assert dialog.keep.isEnabled()


def test_closing_waits_for_nothing_and_tells_nothing(dialog: Proposal, qtbot: QtBot) -> None:
    begun, go_on = threading.Event(), threading.Event()
    told = Heard(dialog.trials.done)
    thread: list[threading.Thread] = []

    def held() -> tuple[Rule, ...]:
        thread.append(threading.current_thread())
        begun.set()
        go_on.wait(20)
        return (NARROW,)

    dialog.start(held)
    assert begun.wait(20)
    dialog.close()
    assert thread[0].is_alive(), "a window that closes does not wait for the thread"
    go_on.set()
    thread[0].join(20)
    qtbot.wait(50)
    assert told.all == []


def test_every_control_has_a_name_and_is_large_enough(dialog: Proposal, qtbot: QtBot) -> None:
    with waiting(qtbot, dialog.trials.done):
        dialog.start(lambda: (NARROW, BROAD))
    controls: list[QWidget] = [
        dialog.rules,
        dialog.view.letters,
        dialog.keep,
        *dialog.findChild(QDialogButtonBox).buttons(),
    ]
    for control in controls:
        assert control.accessibleName() or control.text()  # type: ignore[attr-defined]
        assert min(control.width(), control.height()) >= 24
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus

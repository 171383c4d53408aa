from __future__ import annotations

import threading

import pytest

from ombudsview.errors import Trouble
from ombudsview.gui.work.errands import Errand, Errands, Rank


def answered(errand: Errand[object]) -> None:
    done = threading.Event()
    errand.then(lambda _: done.set())
    assert done.wait(5)


@pytest.fixture
def errands():
    made = Errands()
    yield made
    made.close()


def test_an_answer_comes_back(errands: Errands) -> None:
    errand = errands.ask(lambda: 42, Rank.READ)
    answered(errand)
    assert errand.result == 42


def test_whoever_listens_late_is_told_at_once(errands: Errands) -> None:
    errand = errands.ask(lambda: "there", Rank.READ)
    answered(errand)
    heard = []
    errand.then(lambda e: heard.append(e.result))
    assert heard == ["there"]


def test_a_fault_is_kept_for_the_asker(errands: Errands) -> None:
    def ask() -> None:
        raise Trouble("empty", "This file is empty.")

    errand = errands.ask(ask, Rank.OPEN)
    answered(errand)
    with pytest.raises(Trouble, match="empty"):
        _ = errand.result
    after = errands.ask(lambda: "still alive", Rank.OPEN)
    answered(after)
    assert after.result == "still alive"


def test_the_most_pressing_goes_first(errands: Errands) -> None:
    gate, order = threading.Event(), []
    errands.ask(lambda: gate.wait(5), Rank.OPEN)
    last = [
        errands.ask(lambda rank=rank: order.append(rank), rank)
        for rank in (Rank.SOON, Rank.READ, Rank.VISIBLE, Rank.OPEN, Rank.VISIBLE)
    ]
    gate.set()
    for errand in last:
        answered(errand)
    assert order == [Rank.OPEN, Rank.VISIBLE, Rank.VISIBLE, Rank.READ, Rank.SOON]


def test_what_is_dropped_is_not_asked(errands: Errands) -> None:
    gate, asked = threading.Event(), []
    errands.ask(lambda: gate.wait(5), Rank.OPEN)
    stale = errands.ask(lambda: asked.append("stale"), Rank.VISIBLE)
    wanted = errands.ask(lambda: asked.append("wanted"), Rank.SOON)
    stale.drop()
    gate.set()
    answered(wanted)
    assert asked == ["wanted"]


def test_dropping_everything_says_whether_something_is_under_way(errands: Errands) -> None:
    assert not errands.drop_all()
    gate, begun = threading.Event(), threading.Event()
    errands.ask(lambda: (begun.set(), gate.wait(5)), Rank.OPEN)
    assert begun.wait(5)
    assert errands.drop_all()
    gate.set()


def test_no_qt_is_needed() -> None:
    from tests.helpers.process import python

    done = python(
        "import sys; sys.modules['PySide6'] = None; import ombudsview.gui.arrival.sending, ombudsview.gui.arrival.single"
    )
    assert done.returncode == 0, done.stderr

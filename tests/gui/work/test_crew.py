"""As many letters at once as there are processors, and no reader before there is a letter."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from ombudsview.gui.work import crew
from ombudsview.gui.work.crew import Crew, Lent


@pytest.fixture
def four(monkeypatch: pytest.MonkeyPatch) -> Iterator[Crew]:
    """On a machine of four processors."""
    monkeypatch.setattr(crew, "cores", lambda: 4)
    made = Crew(start=lambda: pytest.fail("nobody asked for a reader"))
    yield made
    made.close()


def test_as_many_letters_at_once_as_there_are_processors(four: Crew) -> None:
    all_at_work, most, at_work, lock = threading.Barrier(4), [0], [0], threading.Lock()

    @contextmanager
    def counted() -> Iterator[None]:
        with lock:
            at_work[0] += 1
            most[0] = max(most[0], at_work[0])
        yield
        with lock:
            at_work[0] -= 1

    def reads(_: Lent) -> None:
        with counted():
            all_at_work.wait(30)  # three could never come past it

    errands = [four.ask(reads) for _ in range(8)]
    done = threading.Event()
    left = [len(errands)]

    def one_less(*_: object) -> None:
        with lock:
            left[0] -= 1
            if not left[0]:
                done.set()

    for errand in errands:
        errand.then(one_less)
    assert done.wait(60)
    assert most == [4]
    assert four.pids == ()


def test_a_machine_has_a_processor_for_it() -> None:
    assert crew.cores() >= 1
    assert Crew().hands == crew.cores()

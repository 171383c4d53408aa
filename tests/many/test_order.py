"""Answers in order: late ones waited for, early ones kept, never more under way than agreed, a stop that keeps what is done."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import Future

import pytest

from ombudsview.errors import Trouble
from ombudsview.many.order import InOrder

NAMES = [str(number) for number in range(8)]


class Asked:
    """Questions that are answered when the test wants it."""

    def __init__(self) -> None:
        self.questions: dict[str, Future[str]] = {}
        self._more = threading.Condition()

    def __call__(self, name: str) -> Future[str]:
        with self._more:
            self.questions[name] = Future()
            self._more.notify_all()
        return self.questions[name]

    def wait(self, count: int) -> None:
        with self._more:
            assert self._more.wait_for(lambda: len(self.questions) >= count, timeout=10)

    def answer(self, *names: str) -> None:
        for name in names:
            self.questions[name].set_result(f"<{name}>")


@pytest.fixture
def asked() -> Asked:
    return Asked()


def test_the_order_is_that_of_the_names_whatever_comes_first(asked: Asked) -> None:
    answers = iter(InOrder(NAMES, asked, 8))
    timer = threading.Timer(0.05, lambda: (asked.wait(8), asked.answer(*reversed(NAMES))))
    timer.start()
    assert list(answers) == [f"<{name}>" for name in NAMES]


def test_no_more_than_a_window_is_asked_before_the_first_is_taken(asked: Asked) -> None:
    answers = iter(InOrder(iter(NAMES), asked, 3))
    threading.Timer(0.05, lambda: (asked.wait(3), asked.answer("0", "1", "2"))).start()
    assert next(answers) == "<0>"
    assert sorted(asked.questions) == ["0", "1", "2"], "the one that was given may still be held"
    assert next(answers) == "<1>"
    asked.wait(4)
    assert sorted(asked.questions) == ["0", "1", "2", "3"]


def test_an_answer_is_given_while_the_next_name_is_still_to_come(asked: Asked) -> None:
    come = threading.Event()

    def names() -> Iterator[str]:
        yield "0"
        assert come.wait(10)
        yield "1"

    answers = iter(InOrder(names(), asked, 8))
    threading.Timer(0.05, lambda: (asked.wait(1), asked.answer("0"))).start()
    assert next(answers) == "<0>"
    come.set()
    asked.wait(2)
    asked.answer("1")
    assert list(answers) == ["<1>"]


def test_a_stop_gives_what_is_done_and_leaves_the_rest(asked: Asked) -> None:
    answers = InOrder(NAMES, asked, 4)
    given = iter(answers)
    threading.Timer(0.05, lambda: (asked.wait(4), asked.answer("0", "2", "3"), answers.stop())).start()
    assert list(given) == ["<0>", "<2>", "<3>"]
    assert asked.questions["1"].cancelled()
    assert sorted(asked.questions) == ["0", "1", "2", "3"]


def test_a_fault_of_the_work_is_raised_in_its_place(asked: Asked) -> None:
    answers = iter(InOrder(NAMES[:2], asked, 2))
    threading.Timer(
        0.05, lambda: (asked.wait(2), asked.questions["1"].set_exception(KeyError("bug")), asked.answer("0"))
    ).start()
    assert next(answers) == "<0>"
    with pytest.raises(KeyError):
        next(answers)


def test_a_fault_of_the_names_is_raised_after_what_was_answered(asked: Asked) -> None:
    def names() -> Iterator[str]:
        yield "0"
        raise Trouble("list", "The list is gone.")

    answers = iter(InOrder(names(), asked, 2))
    threading.Timer(0.05, lambda: (asked.wait(1), asked.answer("0"))).start()
    assert next(answers) == "<0>"
    with pytest.raises(Trouble, match="gone"):
        next(answers)

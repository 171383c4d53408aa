"""Readers are started when wanted, used again, made anew after many letters, and ended in every way."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from typing import cast

import pytest

from ombudsview.errors import Trouble
from ombudsview.many.readers import Readers
from ombudsview.paper.worker import Worker


@dataclass
class Started:
    """Counts the workers that it starts, and which of them are ended."""

    workers: list[Stub] = field(default_factory=list)

    def __call__(self) -> Worker:
        self.workers.append(Stub())
        return cast("Worker", self.workers[-1])

    @property
    def ended(self) -> list[bool]:
        return [worker.closed for worker in self.workers]


@dataclass
class Stub:
    closed: bool = False

    def close(self) -> None:
        self.closed = True


def test_none_is_started_before_it_is_wanted_and_one_serves_one_after_another() -> None:
    start = Started()
    readers = Readers(start)
    assert start.ended == []
    for _ in range(5):
        with readers.lent():
            assert start.ended == [False]
    readers.close()
    assert start.ended == [True]


def test_two_at_once_have_one_each() -> None:
    start = Started()
    readers = Readers(start)
    with readers.lent() as one, readers.lent() as other:
        assert one is not other
    with readers.lent(), readers.lent():
        assert start.ended == [False, False]


def test_a_reader_makes_room_after_many_letters() -> None:
    start = Started()
    readers = Readers(start, most=3)
    for _ in range(7):
        with readers.lent():
            pass
    assert start.ended == [True, True, False]


def test_rest_ends_those_that_nobody_uses_and_the_next_file_starts_one() -> None:
    start = Started()
    readers = Readers(start)
    with readers.lent():
        with readers.lent():
            pass
        readers.rest()
        assert start.ended == [False, True]
    with readers.lent():
        pass
    assert start.ended == [False, True]


def test_those_that_are_idle_for_long_are_ended() -> None:
    start = Started()
    readers = Readers(start, idle=0.02)
    with readers.lent():
        pass
    until = time.monotonic() + 10
    while start.ended != [True] and time.monotonic() < until:
        time.sleep(0.01)
    assert start.ended == [True]


def test_close_ends_also_those_at_work_and_nothing_is_lent_afterwards() -> None:
    start = Started()
    readers = Readers(start)
    with readers.lent():
        threading.Thread(target=readers.close).start()
        until = time.monotonic() + 10
        while start.ended != [True] and time.monotonic() < until:
            time.sleep(0.01)
        assert start.ended == [True]
    with pytest.raises(Trouble) as told, readers.lent():
        pass
    assert told.value.code == "cancelled"
    assert start.ended == [True]

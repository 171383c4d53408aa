"""Recognisers are one for each thread or one for all, kept for the next page, and ended in every way."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import cast

from ombudsview.paper.ocr import Recogniser
from ombudsview.reading.recognisers import Recognisers


@dataclass(eq=False)
class Stub:
    """Counts what was asked of it."""

    cancelled: int = 0
    closed: int = 0

    def cancel(self) -> None:
        self.cancelled += 1

    def close(self) -> None:
        self.closed += 1


@dataclass
class Started:
    """Counts the recognisers that it starts."""

    all: list[Stub] = field(default_factory=list)

    def __call__(self) -> Recogniser:
        self.all.append(Stub())
        return cast("Recogniser", self.all[-1])


def test_one_serves_one_after_another_and_two_at_once_have_one_each() -> None:
    start = Started()
    recognisers = Recognisers(start)
    for _ in range(3):
        with recognisers.lent():
            pass
    assert len(start.all) == 1
    with recognisers.lent() as one, recognisers.lent() as other:
        assert one is not other
    assert len(start.all) == 2


def test_one_that_is_shared_serves_all() -> None:
    start = Started()
    recognisers = Recognisers(start, shared=True)
    with recognisers.lent() as one:
        with recognisers.lent() as other:
            assert one is other
        recognisers.rest()
        assert [stub.closed for stub in start.all] == [0], "it is in use still"
    with recognisers.lent() as again:
        assert again is one
    recognisers.rest()
    assert [stub.closed for stub in start.all] == [1]
    with recognisers.lent() as new:
        assert new is not one


def test_cancel_stops_those_at_work_and_close_ends_all() -> None:
    start = Started()
    recognisers = Recognisers(start)
    with recognisers.lent():
        with recognisers.lent():
            pass
        recognisers.cancel()
        recognisers.close()
    assert [one.cancelled for one in start.all] == [1, 0]
    assert all(one.closed for one in start.all)

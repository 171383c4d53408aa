"""Work in a thread of its own: heard of until it is dropped, and not waited for then."""

from __future__ import annotations

import threading

from ombudsview.gui.work.apart import Apart
from ombudsview.gui.work.errands import Rank


def test_it_is_heard_of_until_it_is_dropped() -> None:
    apart, heard, done = Apart(), [], threading.Event()
    errand = apart.errands.ask(lambda: threading.current_thread().name, Rank.SOON)
    errand.then(lambda _: apart.tell(lambda: heard.append(errand.result)) or done.set())
    assert done.wait(5)
    assert heard == ["errands"]
    apart.drop()
    apart.tell(lambda: heard.append("late"))
    assert heard == ["errands"]
    assert apart.stopped.is_set()


def test_dropping_does_not_wait() -> None:
    apart, gate, begun, ended = Apart(), threading.Event(), threading.Event(), threading.Event()

    def work() -> None:
        begun.set()
        gate.wait(10)
        ended.set()

    apart.errands.ask(work, Rank.SOON)
    assert begun.wait(5)
    apart.drop()
    assert not ended.is_set()
    gate.set()
    assert ended.wait(5)

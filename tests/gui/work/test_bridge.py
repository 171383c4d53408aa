from __future__ import annotations

import threading
import time

import pytest
from pytestqt.qtbot import QtBot

from ombudsview.gui.work.bridge import Bridge
from ombudsview.gui.work.errands import Errand, Errands, Rank
from tests.gui.handmade import FakeReader


def test_answers_come_in_the_windows_own_thread(bridge: Bridge, qtbot: QtBot) -> None:
    heard: list[tuple[int, str]] = []

    def then(errand: Errand[str]) -> None:
        heard.append((threading.get_ident(), errand.result))

    bridge.ask(lambda: threading.current_thread().name, Rank.READ, then)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [(threading.get_ident(), "errands")]


def test_an_errand_begun_before_is_taken_over(bridge: Bridge, qtbot: QtBot) -> None:
    early = bridge.errands.ask(lambda: "early", Rank.OPEN)
    qtbot.waitUntil(lambda: early.done)
    heard: list[str] = []
    bridge.take_over(early, lambda errand: heard.append(errand.result))
    assert heard == []
    qtbot.waitUntil(lambda: heard == ["early"])


def test_a_cancelled_errand_is_never_told(bridge: Bridge, reader: FakeReader, qtbot: QtBot) -> None:
    reader.gate.clear()
    heard: list[object] = []
    bridge.ask(reader.read, Rank.READ, heard.append)
    qtbot.waitUntil(lambda: bool(reader.asked))
    bridge.cancel()
    assert reader.cancelled == 1
    after: list[object] = []
    bridge.ask(lambda: "next", Rank.READ, lambda errand: after.append(errand.result))
    qtbot.waitUntil(lambda: after == ["next"])
    assert heard == []


def test_an_answer_that_came_before_the_end_is_not_told_after_it(qtbot: QtBot) -> None:
    bridge = Bridge(None, Errands())
    heard: list[object] = []
    late = bridge.ask(lambda: "late", Rank.OPEN, heard.append)
    while not late.done:  # no turn of the loop: the answer waits for one
        time.sleep(0.001)
    bridge.close()
    qtbot.wait(20)
    assert heard == []


def test_nothing_under_way_is_nothing_to_cancel(bridge: Bridge, reader: FakeReader) -> None:
    bridge.cancel()
    assert reader.cancelled == 0


def test_the_reader_is_started_at_the_first_need() -> None:
    bridge = Bridge(None, Errands())
    try:
        worker = bridge.worker
        assert bridge.worker is worker
        assert worker.pid is not None
    finally:
        bridge.close()
    assert worker.pid is None


def test_a_reader_that_nobody_needed_is_not_started_to_be_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[bool] = []
    monkeypatch.setattr("ombudsview.paper.worker.Worker.start", lambda: started.append(True))
    bridge = Bridge(None, Errands())
    bridge.cancel()
    bridge.close()
    assert not started

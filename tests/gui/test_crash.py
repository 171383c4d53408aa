"""A fault that nobody expected: logged by its place alone, shown once, and nothing is promised that nobody knows."""

from __future__ import annotations

import gc
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from ombudsview.gui.crash import Crash, show
from tests.gui.listen import Heard
from tests.helpers.log import Watch


@pytest.fixture
def crash(tmp_path: Path) -> Iterator[Crash]:
    yield Crash(tmp_path / "logs")
    log = logging.getLogger("ombudsview")
    for handler in [one for one in log.handlers if isinstance(one, logging.FileHandler)]:
        log.removeHandler(handler)
        handler.close()


def fails(crash: Crash, words: str) -> None:
    try:
        {}[words]
    except KeyError as fault:
        crash.caught(type(fault), fault, fault.__traceback__)


def boxes() -> list[QMessageBox]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, QMessageBox) and one.isVisible()]


def test_a_fault_is_shown_once_and_logged_each_time_without_its_words(
    crash: Crash, tmp_path: Path, logs: Watch
) -> None:
    shown = Heard(crash.shown)
    with logs.expected("KeyError", logging.ERROR):
        for _ in range(2):
            fails(crash, "Wraxmere Council")
    ((report,),) = shown.all
    assert report.startswith("KeyError\n  test_crash.py:")
    log = (tmp_path / "logs" / "ombudsview.log").read_text("utf-8")
    assert log.count("KeyError") == 2
    assert "Wraxmere" not in log + report


def test_it_is_shown_whether_or_not_a_window_is_in_front_and_goes_when_it_was_read(qtbot: QtBot) -> None:
    show("KeyError\n  desk.py:1 in nowhere")
    gc.collect()
    (box,) = boxes()
    assert box.detailedText().startswith("KeyError")
    assert "safe" not in box.text(), "nobody knows that here"
    gone = Heard(box.destroyed)
    box.reject()
    qtbot.waitUntil(lambda: bool(gone.all))
    assert boxes() == []

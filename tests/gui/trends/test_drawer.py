"""The window's end of the process that draws: answers, deaths, and what is left when it is closed."""

import os
import signal
import sys

import pytest

from ombudsview.gui.trends.drawer import Drawer
from ombudsview.trends.drawing import Form, Order
from ombudsview.trends.frame import Look
from ombudsview.trends.measure import MEASURES
from ombudsview.trends.palette import PRINT
from ombudsview.trends.series import series
from tests.helpers.readers import gone
from tests.trends.figures import TEN_YEARS

TEN = series(TEN_YEARS, MEASURES[0])
SCREEN = Order(0, Form.SCREEN, TEN, compare=True, palette=PRINT, look=Look((600, 300)))
LONG = 60_000


@pytest.fixture
def drawer(qtbot, tmp_path):
    drawer = Drawer(tmp_path / "fonts")
    yield drawer
    drawer.close()


def test_a_drawing_comes_back_with_its_ticket_its_plan_and_all_its_pixels(qtbot, drawer):
    with qtbot.waitSignal(drawer.drawn, timeout=LONG) as heard:
        ticket = drawer.ask(SCREEN)
    (drawn,) = heard.args
    assert (drawn.ticket, drawn.width, drawn.height) == (ticket, 600, 300)
    assert len(drawn.data) == 600 * 300 * 4
    point = TEN.points[-1]
    assert drawn.plan.pick(TEN, drawn.plan.x(point.year), drawn.plan.y(float(point.value.value))) == (
        point,
        point.value,
    )


def test_of_several_for_the_screen_the_last_is_answered_and_files_all_are(qtbot, drawer):
    answered = []
    drawer.drawn.connect(lambda drawn: answered.append(drawn.ticket))
    drawer.ask(SCREEN)
    file = drawer.ask(Order(0, Form.SVG, TEN, compare=True))
    last = drawer.ask(SCREEN)
    qtbot.waitUntil(lambda: last in answered, timeout=LONG)
    assert set(answered) == {file, last}


def test_one_that_is_killed_is_started_again_and_answers(qtbot, drawer):
    drawer.start()
    qtbot.waitUntil(lambda: drawer.pid != 0)
    first = drawer.pid
    with qtbot.waitSignal(drawer.drawn, timeout=LONG):
        drawer.ask(SCREEN)
        os.kill(first, signal.SIGKILL)
    assert drawer.pid not in (0, first)


def test_one_that_always_dies_is_given_up_after_the_second_time(qtbot):
    drawer = Drawer(argv=[sys.executable, "-c", "import sys; sys.stdin.buffer.read(1); sys.exit(7)"])
    with qtbot.waitSignal(drawer.failed, timeout=LONG) as heard:
        ticket = drawer.ask(SCREEN)
    assert heard.args == [ticket]
    drawer.close()


def test_one_that_cannot_be_started_is_given_up(qtbot, tmp_path):
    drawer = Drawer(argv=[str(tmp_path / "nothing")])
    with qtbot.waitSignal(drawer.failed, timeout=LONG):
        drawer.ask(SCREEN)
    drawer.close()


def test_one_that_answers_nonsense_is_ended_and_given_up(qtbot):
    drawer = Drawer(argv=[sys.executable, "-c", "print('no drawing at all', flush=True); input()"])
    with qtbot.waitSignal(drawer.failed, timeout=LONG):
        drawer.ask(SCREEN)
    drawer.close()


def test_closing_leaves_no_process(qtbot, drawer):
    drawer.start()
    qtbot.waitUntil(lambda: drawer.pid != 0)
    pid = drawer.pid
    drawer.close()
    assert gone(pid)

"""The line on the terminal."""

from __future__ import annotations

import io
import time

import pytest

from ombudsview.many.one import Answer, Known
from ombudsview.many.progress import Progress, spoken
from tests.many.archive import made


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "0 s"), (0.4, "0 s"), (59.4, "59 s"), (60, "1 min"), (61, "1 min 1 s"), (3600, "1 h"),
        (3725, "1 h 2 min"), (90_000, "1 d 1 h"), (86_400, "1 d"), (86_520, "1 d"),
    ],
)  # fmt: skip
def test_times_are_told_in_two_units(seconds: float, said: str) -> None:
    assert spoken(seconds) == said


class Clock:
    """Moves on by a second each time that somebody looks."""

    now = 0.0

    def __call__(self) -> float:
        self.now += 1
        return self.now


def watched(answers: list[Answer], total: int | None) -> list[str]:
    """What stood on the line, one after another; the answers are as they were."""
    stream = io.StringIO()
    progress = Progress(stream, lambda: total, Clock())
    seen = []
    for answer in progress.watch(answers):
        seen.append(answer)
        time.sleep(0.005)  # until the total is known, which another thread asks
    assert seen == answers
    return stream.getvalue().split("\r\x1b[K")[1:]


def test_it_says_how_far_and_how_long() -> None:
    shown = watched([Known("a.pdf", "0" * 64), *(made(f"{number}.pdf") for number in range(3))], 2_000)
    assert shown[-1] == "", "the line is cleared at the end"
    assert shown[-2].startswith("4 of 2,000 files, 1 of them read before, ")
    assert shown[-2].endswith(" left")
    assert "a second" in shown[-2]


def test_without_a_total_it_promises_nothing() -> None:
    *shown, _ = watched([made("a.pdf"), made("b.pdf")], None)
    assert shown[-1].startswith("2 files, ")
    assert all("left" not in line for line in shown)
    assert all("\n" not in line for line in shown)

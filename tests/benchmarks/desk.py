"""At the desk: from a field to its highlight, from a zoom to sharp pixels, and how long the window is ever away."""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import sys
from collections.abc import Iterator

from tests.benchmarks.row import Row
from tests.benchmarks.starts import SAMPLE, desktop
from tests.helpers.process import ROOT
from tests.helpers.screen import Screen

FOCUS, ZOOM = "field to highlight, key press to paint", "page sharp again after a zoom"
_USUAL, _WORST = "stall of the interface, 99th percentile", "stall of the interface, at worst"


def measure(rounds: int) -> Iterator[Row]:
    """Four rows, from one run of the window on a screen of its own."""
    if not (shutil.which("Xvfb") and shutil.which("dbus-daemon")):
        for what in (FOCUS, ZOOM, _USUAL, _WORST):
            yield Row(what, "needs Xvfb and dbus-daemon")
        return
    found = _driven(max(1, rounds // 3))
    focus, zoom, stalls = found["focus"], found["zoom"], found["stalls"]
    yield _row(FOCUS, statistics.median(focus), 50, f"{len(focus)} fields, slowest {max(focus):.0f} ms")
    yield _row(ZOOM, statistics.median(zoom), 100, f"{len(zoom)} zooms, slowest {max(zoom):.0f} ms")
    yield _row(
        _USUAL,
        wait(stalls, 0.01),
        50,
        f"wait of a key pressed at any moment of {sum(stalls) / 1000:.0f} s while letters and pages come and go",
    )
    yield _row(
        _WORST, max(stalls), 250, f"next worst {', '.join(f'{gap:.0f}' for gap in sorted(stalls)[-4:-1][::-1])} ms"
    )


def _row(what: str, ours: float, at_most: float, note: str) -> Row:
    return Row(what, note, ours, at_most=at_most, absolute=True)


def wait(gaps: list[float], share: float) -> float:
    """How long a key waits that is pressed at any moment, all but this share of the moments: those late in a gap wait less."""
    total, beyond, wait = sum(gaps), 0.0, 0.0
    falling = sorted(gaps, reverse=True)
    for number, gap in enumerate(falling, 1):
        following = falling[number] if number < len(falling) else 0.0
        step = number * (gap - following)
        if beyond + step >= share * total:
            return gap - (share * total - beyond) / number
        beyond, wait = beyond + step, following
    return wait


def _driven(rounds: int) -> dict[str, list[float]]:
    letters = [SAMPLE, *sorted((ROOT / "resources" / "samples").glob("*.pdf"))]
    with Screen.started(1440, 900) as screen, desktop(screen) as variables:
        order = [
            sys.executable,
            "-m",
            "tests.benchmarks.at_desk",
            variables["OMBUDSVIEW_BASE"],
            str(rounds),
            *map(str, letters),
        ]
        done = subprocess.run(
            order, cwd=ROOT, env=variables, stdout=subprocess.PIPE, text=True, check=True, timeout=600
        )
    found: dict[str, list[float]] = json.loads(done.stdout)
    return found

"""Memory with one letter open: the window and the reader process together, shared pages counted by their share (PSS)."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.row import Row
from tests.benchmarks.settled import running
from tests.benchmarks.starts import OURS, SAMPLE, desktop
from tests.helpers.screen import Screen

_WHAT = "memory of both processes, one letter open"
_SETTLE = 5.0


def measure(_rounds: int) -> Iterator[Row]:
    """Two rows: the sum that the house limits, and the same beside Evince."""
    if not (shutil.which("Xvfb") and shutil.which("dbus-daemon") and Path("/proc/self/smaps_rollup").exists()):
        yield Row(_WHAT, "needs Linux, Xvfb and dbus-daemon", at_most=200, absolute=True)
        return
    with Screen.started(1440, 900) as screen, desktop(screen) as variables:
        ours, parts = _settled([*OURS, str(SAMPLE)], variables)
        yield Row(_WHAT, f"each: {parts}", ours, unit="MiB", at_most=200, absolute=True)
        if shutil.which("evince"):
            theirs, _ = _settled(["evince", str(SAMPLE)], variables)
            yield Row("the same, beside Evince", "Evince with the same letter", ours, theirs, "MiB")


def _settled(order: list[str], variables: dict[str, str]) -> tuple[float, str]:
    """MiB of the process and all below it once it has come to rest, and each one's share in words."""
    with running(order, variables) as process:
        time.sleep(_SETTLE)
        shares = [_share(number) for number in _family(process.pid)]
    return sum(shares), " + ".join(f"{share:.0f}" for share in shares)


def _family(number: int) -> list[int]:
    """The process and those that it started, and theirs."""
    children = [
        int(child)
        for task in Path(f"/proc/{number}/task").iterdir()
        for child in (task / "children").read_text().split()
    ]
    return [number, *(member for child in children for member in _family(child))]


def _share(number: int) -> float:
    """The process's proportional share of memory, in MiB."""
    lines = Path(f"/proc/{number}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024

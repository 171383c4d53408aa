"""The start: from the first process to settled pixels, beside Evince on the same screen, the two in turn."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from compileall import compile_dir
from contextlib import contextmanager

from tests.benchmarks.row import Row, middle
from tests.benchmarks.settled import until_settled
from tests.helpers.process import ROOT
from tests.helpers.screen import Screen

SAMPLE = ROOT / "resources" / "sample-letter.pdf"
OURS = [sys.executable, "-m", "ombudsview"]
_LETTER = "start with a letter, to page and figures"
_EMPTY = "start with no letter, to a usable window"


def measure(rounds: int) -> Iterator[Row]:
    """Two rows: with a letter, and with none."""
    if not (shutil.which("evince") and shutil.which("Xvfb") and shutil.which("dbus-daemon")):
        yield Row(_LETTER, "needs evince, Xvfb and dbus-daemon", at_most=1.5)
        yield Row(_EMPTY, "needs evince, Xvfb and dbus-daemon", at_most=1.0)
        return
    compile_dir(ROOT / "ombudsview", quiet=1)  # as installing does; the reader process may not do it itself
    with Screen.started(1440, 900) as screen, desktop(screen) as variables:
        yield _in_turn(_LETTER, [str(SAMPLE)], 1.5, screen, variables, rounds)
        yield _in_turn(_EMPTY, [], 1.0, screen, variables, rounds)


def _in_turn(
    what: str, letters: list[str], at_most: float, screen: Screen, variables: dict[str, str], rounds: int
) -> Row:
    ours, theirs = [], []
    for number in range(rounds + 1):
        mine = until_settled([*OURS, *letters], screen, variables)
        other = until_settled(["evince", *letters], screen, variables)
        if number:  # the first of each only warms the disk
            ours.append(mine)
            theirs.append(other)
    note = f"Evince; fastest {min(ours) * 1000:.0f} and {min(theirs) * 1000:.0f} ms"
    return Row(what, note, middle(ours) * 1000, middle(theirs) * 1000, at_most=at_most)


@contextmanager
def desktop(screen: Screen) -> Iterator[dict[str, str]]:
    """The environment of a session on that screen: a message bus, which Evince waits for, and a home that is thrown away."""
    with tempfile.TemporaryDirectory(prefix="bench-") as home:
        order = ["dbus-daemon", "--session", "--nofork", "--print-address"]
        bus = subprocess.Popen(order, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        assert bus.stdout
        try:
            # PYTHON... may forbid compiled files, or more: an officer's Python has none of that.
            plain = {name: value for name, value in screen.variables.items() if not name.startswith("PYTHON")}
            yield plain | {
                "DBUS_SESSION_BUS_ADDRESS": bus.stdout.readline().strip(),
                "HOME": home,
                "XDG_RUNTIME_DIR": home,
                "GSETTINGS_BACKEND": "memory",
                "NO_AT_BRIDGE": "1",
                "OMBUDSVIEW_BASE": os.path.join(home, "base"),  # noqa: PTH118
            }
        finally:
            bus.terminate()
            bus.wait()

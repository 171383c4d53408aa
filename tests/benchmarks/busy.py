"""How long the window is ever away while something heavy runs: a pack of 300 pages, recognition, a queue read ahead, saves."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.at_work import SAMPLES
from tests.benchmarks.desk import wait
from tests.benchmarks.many import packs
from tests.benchmarks.row import Row
from tests.benchmarks.starts import SAMPLE, desktop
from tests.helpers.process import ROOT
from tests.helpers.screen import Screen
from tests.letters.scan import Scan, scanned
from tests.many.archive import archive

LETTERS = 40


def measure(rounds: int) -> Iterator[Row]:
    """Two rows for each kind of work, from one run of the window on a screen of its own."""
    if not (shutil.which("Xvfb") and shutil.which("dbus-daemon")):
        yield Row("stalls while something heavy runs", "needs Xvfb and dbus-daemon")
        return
    for work, gaps in _driven().items():
        note = f"{sum(gaps) / 1000:.0f} s; next worst {', '.join(f'{gap:.0f}' for gap in sorted(gaps)[-4:-1][::-1])} ms"
        yield Row(f"stall, 99th percentile, {work}", note, wait(gaps, 0.01), at_most=50, absolute=True)
        yield Row(f"stall, at worst, {work}", note, max(gaps), at_most=250, absolute=True)


def _driven() -> dict[str, list[float]]:
    with tempfile.TemporaryDirectory(prefix="bench-") as place, Screen.started(1440, 900) as screen:
        folder = Path(place)
        pack = packs(folder / "packs", 1)[0]
        scan = folder / "scan.pdf"
        scan.write_bytes(scanned(SAMPLE.read_bytes(), Scan(150), random.Random(1))[0])
        ours = [SAMPLE, *sorted((ROOT / "resources" / "samples").glob("*.pdf"))]
        letters = [*map(str, ours[:SAMPLES]), *archive(folder / "letters", LETTERS)]
        with desktop(screen) as variables:
            order = [
                sys.executable,
                "-m",
                "tests.benchmarks.at_work",
                variables["OMBUDSVIEW_BASE"],
                pack,
                scan,
                *letters,
            ]
            done = subprocess.run(
                order, cwd=ROOT, env=variables, stdout=subprocess.PIPE, text=True, check=True, timeout=600
            )
    found: dict[str, list[float]] = json.loads(done.stdout)
    return found

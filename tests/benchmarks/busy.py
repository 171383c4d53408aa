"""How long the window is ever away: letters come and go, a pack, recognition, a queue read ahead, saves, the history, the trends.

`python -m tests.benchmarks.busy` prints each stall worth a cause with what the window's thread was at.
"""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pymupdf

from ombudsview.places import Places
from tests.benchmarks.desk import FOCUS, ZOOM, wait
from tests.benchmarks.many import packs
from tests.benchmarks.record import fill
from tests.benchmarks.row import Row, middle
from tests.benchmarks.starts import SAMPLE, desktop
from tests.helpers.process import ROOT
from tests.helpers.screen import Screen
from tests.letters.scan import Scan, scanned
from tests.many.archive import archive

LETTERS, SAVED = 140, 2_000
"""Dropped at once; in the history."""


@dataclass(frozen=True)
class Run:
    """What came of a run of the window: the stalls of each phase, and what was timed beside them, in milliseconds.

    `at_letter`: from a field to its light, and from a zoom to sharp pixels, with a pack open while a scan is recognised.
    """

    stalls: dict[str, dict[str, Any]]
    taken: dict[str, list[float]]
    at_letter: dict[str, list[float]]


def measure(rounds: int) -> Iterator[Row]:
    """Two rows for each kind of work, from one run of the window on a screen of its own; filling its history takes a minute."""
    if not (shutil.which("Xvfb") and shutil.which("dbus-daemon")):
        yield Row("stalls while something heavy runs", "needs Xvfb and dbus-daemon")
        return
    run = _driven()
    yield from rows(run.stalls)
    for key, what, at_most in (("focus", FOCUS, 50), ("zoom", ZOOM, 100)):
        taken = run.at_letter[key]
        note = f"of {len(taken)}; with a pack of 300 pages while a scan is recognised; slowest {max(taken):.0f} ms"
        yield Row(f"{what}, busy", note, middle(taken), at_most=at_most, absolute=True)


def rows(stalls: dict[str, dict[str, Any]]) -> Iterator[Row]:
    """The stalls of each phase held against what the house wants of them."""
    for work, found in stalls.items():
        gaps, busy = found["gaps"], found["busy"]
        note = f"{sum(gaps) / 1000:.0f} s; the window's own computing {wait(busy, 0.01):.0f} ms"
        yield Row(f"stall, 99th percentile, {work}", note, wait(gaps, 0.01), at_most=50, absolute=True)
        note = f"next worst {', '.join(f'{gap:.0f}' for gap in sorted(gaps)[-4:-1][::-1])} ms"
        note += f"; the window's own computing {max(busy):.0f} ms"
        yield Row(f"stall, at worst, {work}", note, max(gaps), at_most=250, absolute=True)


def drive(base: Path, *arguments: str) -> Run:
    """Drive a window upon a folder of its own, on a screen of its own."""
    with Screen.started(1440, 900) as screen, desktop(screen) as variables:
        order = [sys.executable, "-m", "tests.benchmarks.at_work", str(base), *arguments]
        done = subprocess.run(
            order, cwd=ROOT, env=variables, stdout=subprocess.PIPE, text=True, check=True, timeout=600
        )
    return Run(**json.loads(done.stdout))


def _driven(*arguments: str) -> Run:
    with tempfile.TemporaryDirectory(prefix="bench-") as place:
        folder = Path(place)
        fill(Places.under(folder / "base"), SAVED)
        ours = [SAMPLE, *sorted((ROOT / "resources" / "samples").glob("*.pdf"))]
        scans = [str(_scan(folder, number)) for number in (1, 2)]
        known = [str(path) for path in ours]
        given = ["--usual", *known, "--known", *known, "--others", *_others(ours, folder), "--pages"]
        given += ["--pack", packs(folder / "packs", 1)[0], "--scan", scans[0], "--scan-beside", scans[1]]
        return drive(folder / "base", *given, "--many", *archive(folder / "letters", LETTERS), *arguments)


def _scan(folder: Path, number: int) -> Path:
    """A scan that differs from those of other numbers: what was recognised once is not recognised again."""
    path = folder / f"scan-{number}.pdf"
    path.write_bytes(scanned(SAMPLE.read_bytes(), Scan(150), random.Random(number))[0])
    return path


def _others(letters: list[Path], folder: Path) -> list[str]:
    """Other letters of the same authorities and years: a line more stands on their first page."""
    names = []
    for number, letter in enumerate(letters):
        names.append(str(folder / f"other-{number}.pdf"))
        with pymupdf.open(letter) as document:
            document[0].insert_text((60, 800), f"Copy for file number {number}")
            document.save(names[-1])
    return names


def main() -> None:
    for work, found in _driven("--watched").stalls.items():
        print(f"{work}:")
        print("\n".join(f"    {cause}" for cause in found["causes"]) or "    none")


if __name__ == "__main__":
    main()

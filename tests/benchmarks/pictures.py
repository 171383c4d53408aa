"""Recognition: seconds a page, beside reading the same page's printed words, and the memory of its process."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from ombudsview.paper import ocr
from ombudsview.paper.ocr import Recogniser, recognise_pages
from ombudsview.paper.worker import Worker
from tests import scans
from tests.benchmarks.row import Row, middle
from tests.letters.scan import Scan

_PAGE = "recognise one page, 200 dpi"
_MEMORY = "the process that recognises, at its largest"


def measure(rounds: int) -> Iterator[Row]:
    """Two rows; the page is a statistics page of the corpus, and each round recognises it anew."""
    if not ocr.available():
        yield Row(_PAGE, f"not installed: {ocr.INSTALL}")
        return
    pdf, _ = scans.scan(scans.DRAWN, Scan(200))
    taken = []
    with Worker.start(spare=False) as worker, Recogniser() as recogniser:
        opened = worker.open(pdf)
        recognise_pages(worker, recogniser, opened, [0])
        for _ in range(max(1, rounds // 3)):
            started = time.perf_counter()
            recognise_pages(worker, recogniser, opened, [0])
            taken.append(time.perf_counter() - started)
        largest = _largest(recogniser.pid)
    yield Row(_PAGE, "one thread; a page may take 60 s", middle(taken), unit="s", at_most=60, absolute=True)
    yield Row(_MEMORY, "it may grow by 2 GiB", largest, unit="MiB", at_most=2_048, absolute=True)


def _largest(pid: int | None) -> float | None:
    """The most memory (MiB) that the process has held, where the system tells."""
    status = Path(f"/proc/{pid}/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), None)

"""Recognition: seconds a page and figures read, beside MuPDF's own Tesseract where that has its data, and its process's memory.

With `eng.traineddata` of Debian's package (4.1 MB), on two statistics pages at 200 dpi: 100% of the figures were read right
where Tesseract read 93%; the time was alike (0.9x) on a busy machine.
"""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import pymupdf

from ombudsview.paper import ocr
from ombudsview.paper.ocr import Recogniser, recognise_pages
from ombudsview.paper.worker import Worker
from tests import scans
from tests.benchmarks.row import Row, middle
from tests.letters.scan import Scan

_PAGE = "recognise one page, 200 dpi"
_FIGURES = "figures read right, 200 dpi"
_TESSERACT = "MuPDF's Tesseract, the language eng"
_MEMORY = "the process that recognises, at its largest"


def measure(rounds: int) -> Iterator[Row]:
    """The page is a statistics page of the corpus, and each round recognises it anew."""
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
    yield from _beside_tesseract(middle(taken))
    yield Row(_MEMORY, "it may grow by 2 GiB", largest, unit="MiB", at_most=2_048, absolute=True)


def _beside_tesseract(seconds: float) -> Iterator[Row]:
    """Seconds and figures beside Tesseract's; nothing measured where it has no data."""
    data = os.environ.get("TESSDATA_PREFIX") or pymupdf.get_tessdata()
    if not data:
        yield Row(_FIGURES, "no data for Tesseract on this machine (TESSDATA_PREFIX)")
        return
    letters = (scans.DRAWN, scans.FLOWED)
    started = time.perf_counter()
    theirs = [_by_tesseract(scans.scan(letter, Scan(200))[0], data) for letter in letters]
    took = (time.perf_counter() - started) / len(letters)
    ours = []
    with Worker.start(spare=False) as worker, Recogniser() as recogniser:
        for letter in letters:
            opened = worker.open(scans.scan(letter, Scan(200))[0])
            sheet = recognise_pages(worker, recogniser, opened, [0])[0]
            ours.append([word.text for word in sheet.words])
    printed = [[word for word, _ in scans.figures(letter)] for letter in letters]
    yield Row(_PAGE, _TESSERACT, seconds, took, unit="s")
    yield Row(_FIGURES, _TESSERACT, _share(ours, printed), _share(theirs, printed), unit="%")


def _by_tesseract(pdf: bytes, data: str) -> list[str]:
    with pymupdf.open("pdf", pdf) as document:
        page = document[0]
        text = page.get_textpage_ocr(language="eng", dpi=200, full=True, tessdata=data)
        return [word[4] for word in page.get_text("words", textpage=text)]


def _share(read: Iterable[list[str]], printed: Iterable[list[str]]) -> float:
    """Of 100 printed words with a figure, how many were read as they stand."""
    pairs = [(Counter(words), Counter(true)) for words, true in zip(read, printed, strict=True)]
    return 100 * sum((words & true).total() for words, true in pairs) / sum(true.total() for _, true in pairs)


def _largest(pid: int | None) -> float | None:
    """The most memory (MiB) that the process has held, where the system tells."""
    status = Path(f"/proc/{pid}/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), None)

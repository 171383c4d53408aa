"""Reading letters: one beside MuPDF's own words and pdfplumber's, and a thousand on two cores beside one."""

from __future__ import annotations

import gc
import hashlib
import io
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pymupdf

from ombudsview.paper import extract
from ombudsview.reading.read import read_letters
from tests.benchmarks.row import Row, middle
from tests.helpers.process import ROOT

SAMPLE = ROOT / "resources" / "sample-letter.pdf"
MANY = 1_000
_ONE = "read one letter, warm"
_CORES = f"read {MANY:,} letters on two cores"
_PLUMBER = "the same, beside pdfplumber"


def measure(rounds: int) -> Iterator[Row]:
    """Three rows; the letter is the sample."""
    data = SAMPLE.read_bytes()
    extract.silence()
    yield _beside_mupdf(data, rounds * 20)
    yield from _many(data, max(1, rounds // 4))


def _beside_mupdf(data: bytes, rounds: int) -> Row:
    """Both sides from a document opened anew, so that neither finds fonts or pages that the other has loaded."""
    sha256 = hashlib.sha256(data).hexdigest()
    mine, others = [], []
    for number in range(rounds + 10):
        ours = _timed(data, lambda document: read_letters(extract.extract(document, sha256)))
        theirs = _timed(data, lambda document: [page.get_text("words") for page in document])
        if number >= 10:
            mine.append(ours)
            others.append(theirs)
    note = f'MuPDF\'s get_text("words") over its pages; fastest {min(mine):.2f} and {min(others):.2f} ms'
    return Row(_ONE, note, middle(mine), middle(others), at_most=2)


def _timed(data: bytes, work: Callable[[pymupdf.Document], object]) -> float:
    document = pymupdf.open(stream=data, filetype="pdf")
    gc.collect()
    gc.disable()  # as the reader process does
    started = time.perf_counter()
    work(document)
    taken = time.perf_counter() - started
    gc.enable()
    document.close()
    return taken * 1000


def _pdfplumber(data: bytes, rounds: int) -> float:
    """Milliseconds that its words of one letter take."""
    import pdfplumber

    taken = []
    for _ in range(rounds):
        started = time.perf_counter()
        with pdfplumber.open(io.BytesIO(data)) as document:
            for page in document.pages:
                page.extract_words()
        taken.append((time.perf_counter() - started) * 1000)
    return middle(taken)


def _many(data: bytes, rounds: int) -> Iterator[Row]:
    """The command line over a folder of copies, each a file of its own; the start of the processes is part of it."""
    cores = os.cpu_count() or 1
    if cores < 2 or "--jobs" not in _said(["read", "--help"]):
        reason = "this machine has one core" if cores < 2 else "`ombudsview read` works on one core as yet"
        yield Row(_CORES, reason, at_least=1.7)
        yield Row(_PLUMBER, reason, at_least=30)
        return
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        letters = [_copy(Path(folder), number) for number in range(MANY)]
        one, two, others = [], [], []
        for _ in range(rounds):
            two.append(_read(letters, 2))
            one.append(_read(letters, 1))
            others.append(_pdfplumber(data, 3))
    yield Row(_CORES, "one core", middle(two), middle(one), "s", at_least=1.7)
    yield Row(
        _PLUMBER, "extract_words over its pages, a letter", middle(two) / MANY * 1000, middle(others), at_least=30
    )


def _copy(folder: Path, number: int) -> str:
    """The sample under another name and with another hash: a comment after the end is no part of a PDF's content."""
    path = folder / f"{number:04}.pdf"
    path.write_bytes(SAMPLE.read_bytes() + f"\n% {number}\n".encode())
    return str(path)


def _read(letters: list[str], jobs: int) -> float:
    started = time.perf_counter()
    order = [sys.executable, "-m", "ombudsview", "read", "--format", "jsonl", "--jobs", str(jobs), *letters]
    subprocess.run(order, cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - started


def _said(arguments: list[str]) -> str:
    order = [sys.executable, "-m", "ombudsview", *arguments]
    return subprocess.run(order, cwd=ROOT, capture_output=True, text=True, check=False).stdout

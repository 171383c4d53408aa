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
from collections.abc import Callable, Iterator, Sequence
from compileall import compile_dir
from dataclasses import dataclass
from pathlib import Path

import pymupdf

from ombudsview.paper import extract
from ombudsview.reading.read import read_letters
from tests.benchmarks.row import Row, middle
from tests.helpers.process import ROOT
from tests.letters.corpus import Bundle, letters
from tests.letters.fillers import MINUTES, REPORT, paper

SAMPLE = ROOT / "resources" / "sample-letter.pdf"
MANY = 1_000
_ONE = "read one letter, warm"
PAGES = 300
_PACKED = f"read a pack of {PAGES} pages, warm"
_WARM = 5
_CORES = f"read {MANY:,} letters on two cores"
_PLUMBER = "the same, beside pdfplumber"
_PROCESSOR = "a letter of them, processor time, beside pdfplumber"


def measure(rounds: int) -> Iterator[Row]:
    """Five rows; the letter is the sample, and the pack has a letter in its midst."""
    data = SAMPLE.read_bytes()
    extract.silence()
    yield _beside_mupdf(_ONE, data, rounds * 20, at_most=2)
    yield _beside_mupdf(_PACKED, pack(PAGES), rounds, at_most=3)
    yield from _many(data, max(1, rounds // 4))


def pack(pages: int) -> bytes:
    """A committee's papers of so many pages: a report, a letter and minutes."""
    letter = next(letters(seed=1, count=1))
    around = (pages - 2) // 2
    return Bundle("pack", (paper(REPORT, around), letter, paper(MINUTES, pages - 2 - around))).pdf()


def _beside_mupdf(what: str, data: bytes, rounds: int, *, at_most: float) -> Row:
    """Both sides from a document opened anew, so that neither finds fonts or pages that the other has loaded."""
    sha256 = hashlib.sha256(data).hexdigest()
    mine, others = [], []
    for number in range(rounds + _WARM):
        ours = _timed(data, lambda document: read_letters(extract.extract(document, sha256)))
        theirs = _timed(data, lambda document: [page.get_text("words") for page in document])
        if number >= _WARM:
            mine.append(ours)
            others.append(theirs)
    note = f'MuPDF\'s get_text("words") over its pages; fastest {min(mine):.2f} and {min(others):.2f} ms'
    return Row(what, note, middle(mine), middle(others), at_most=at_most)


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


@dataclass(frozen=True)
class _Spent:
    """Seconds on the clock, and of the processors, which other programs do not spoil as much."""

    wall: float
    processor: float


def _pdfplumber(data: bytes, rounds: int) -> _Spent:
    """What its words of one letter take."""
    import pdfplumber

    taken = []
    for _ in range(rounds):
        started, before = time.perf_counter(), time.process_time()
        with pdfplumber.open(io.BytesIO(data)) as document:
            for page in document.pages:
                page.extract_words()
        taken.append(_Spent(time.perf_counter() - started, time.process_time() - before))
    return _middle(taken)


def _middle(taken: Sequence[_Spent]) -> _Spent:
    return _Spent(middle([one.wall for one in taken]), middle([one.processor for one in taken]))


def _many(data: bytes, rounds: int) -> Iterator[Row]:
    """The command line over a folder of copies, each a file of its own; the start of the processes is part of it."""
    cores = os.cpu_count() or 1
    if cores < 2 or "--jobs" not in _said(["read", "--help"]):
        reason = "this machine has one core" if cores < 2 else "`ombudsview read` works on one core as yet"
        yield Row(_CORES, reason, at_least=1.7)
        yield Row(_PLUMBER, reason, at_least=30)
        yield Row(_PROCESSOR, reason, at_least=15)
        return
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        names = [_copy(Path(folder), number) for number in range(MANY)]
        runs: list[_Spent] = []
        compile_dir(ROOT / "ombudsview", quiet=1)  # as installing does; the reader process may not do it itself
        _read(names[:2], 2)
        one, others = [], []
        for _ in range(rounds):
            runs.append(_read(names, 2))
            one.append(_read(names, 1))
            others.append(_pdfplumber(data, 3))
    two, plumber = _middle(runs), _middle(others)
    yield Row(_CORES, "one core", two.wall, _middle(one).wall, "s", at_least=1.7)
    note = "extract_words over its pages, a letter"
    yield Row(_PLUMBER, note, two.wall / MANY * 1000, plumber.wall * 1000, at_least=30)
    note = "the same; two free cores halve ours, which makes thirty of fifteen"
    yield Row(_PROCESSOR, note, two.processor / MANY * 1000, plumber.processor * 1000, at_least=15)


def _copy(folder: Path, number: int) -> str:
    """The sample under another name and with another hash: a comment after the end is no part of a PDF's content."""
    path = folder / f"{number:04}.pdf"
    path.write_bytes(SAMPLE.read_bytes() + f"\n% {number}\n".encode())
    return str(path)


def _read(names: list[str], jobs: int) -> _Spent:
    """A run of the command; like an installed program it finds its modules compiled."""
    order = [sys.executable, "-m", "ombudsview", "read", "--format", "jsonl", "--jobs", str(jobs), *names]
    variables = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    started, before = time.perf_counter(), _processor()
    subprocess.run(order, cwd=ROOT, env=variables, stdout=subprocess.DEVNULL, check=True)
    return _Spent(time.perf_counter() - started, _processor() - before)


def _processor() -> float:
    """Seconds that processes have used which were started here and are over."""
    times = os.times()
    return times.children_user + times.children_system


def _said(arguments: list[str]) -> str:
    order = [sys.executable, "-m", "ombudsview", *arguments]
    return subprocess.run(order, cwd=ROOT, capture_output=True, text=True, check=False).stdout

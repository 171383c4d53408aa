"""The history at 10,000 letters: opening it, finding an authority's letters, and drawing one measure of one authority."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pymupdf

from ombudsview.history.rows import LetterRow
from ombudsview.history.store import Store
from ombudsview.paper import extract
from ombudsview.paper.geometry import Box
from ombudsview.paper.paper import Paper, Word
from ombudsview.places import Places
from ombudsview.reading.model import Reading
from ombudsview.reading.read import read_letters
from ombudsview.review.edit import letter_name
from ombudsview.review.review import Review
from tests.benchmarks.row import Row, middle
from tests.helpers.process import ROOT
from tests.history import asked

LETTERS, YEARS = 10_000, 10
_LIMIT = 150
_NOW = "2026-01-05T09:00:00+00:00"


def measure(rounds: int) -> Iterator[Row]:
    """A dozen rows. Filling the history takes some four minutes; it lies in memory where it can, as nothing here times a disk."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(prefix="bench-", dir=memory if memory.is_dir() else None) as folder:
        places = Places.under(Path(folder))
        fill(places, LETTERS)
        yield _row("open for the list", [_timed(lambda: asked.letters(places)) for _ in range(rounds)])
        yield _row("open for writing", [_timed(lambda: Store.open(places).close()) for _ in range(rounds)])
        store = Store.open(places)
        rows = asked.letters(store)
        assert len(rows) == LETTERS
        yield _row("filter", [_timed(lambda: _filtered(rows, "council 7")) for _ in range(rounds)])
        yield _row("draw one trend", [_timed(lambda: _drawn(store)) for _ in range(rounds + 1)][1:])
        store.close()
        yield from _in_the_window(Path(folder))


def _in_the_window(base: Path) -> Iterator[Row]:
    """The same from a key to the picture of it, and how long the window is away meanwhile."""
    from tests.benchmarks import busy

    if not (shutil.which("Xvfb") and shutil.which("dbus-daemon")):
        yield Row(f"history of {LETTERS:,} letters, in the window", "needs Xvfb and dbus-daemon", at_most=_LIMIT)
        return
    run = busy.drive(base, "--pages")
    for what, taken in run.taken.items():
        yield _row(f"in the window, {what}", taken)
    yield from busy.rows({f"{work}, {LETTERS:,} letters": found for work, found in run.stalls.items()})


def _row(what: str, taken: list[float]) -> Row:
    return Row(
        f"history of {LETTERS:,} letters: {what}",
        f"slowest {max(taken):.0f} ms",
        middle(taken),
        at_most=_LIMIT,
        absolute=True,
    )


def _timed(work: object) -> float:
    assert callable(work)
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def _filtered(rows: tuple[LetterRow, ...], text: str) -> list[LetterRow]:
    found = [row for row in rows if text in (row.authority or "").lower()]
    assert found
    return found


def _drawn(store: Store) -> None:
    """From the record to pixels, matplotlib already loaded."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    from ombudsview.trends.figure import draw
    from ombudsview.trends.frame import Look
    from ombudsview.trends.measure import MEASURES
    from ombudsview.trends.palette import PRINT
    from ombudsview.trends.series import series

    found = series(asked.figures(store, "Council 7"), MEASURES[0])
    assert len(found.points) == YEARS
    FigureCanvasAgg(draw(found, PRINT, Look((960, 540)))).draw()


def fill(places: Places, letters: int) -> None:
    """Saves the sample as the letters of many councils over ten years each, through the same door as an officer's saves."""
    data = (ROOT / "resources" / "sample-letter.pdf").read_bytes()
    with pymupdf.open(stream=data, filetype="pdf") as document:
        paper = extract.extract(document, "")
    reading = read_letters(paper)[0]
    store = Store.open(places, lambda: _NOW)
    for number in range(letters):
        council, year = divmod(number, YEARS)
        body = data + f"\n% {number}\n".encode()
        _save(store, body, paper, _of(reading, f"Council {council}", 2012 + year), number)
    store.close()


def _of(reading: Reading, authority: str, year: int) -> Reading:
    """The reading as if it were of another council and year."""
    new = {"authority": authority, "period_start": f"{year - 1}-04-01", "period_end": f"{year}-03-31"}
    fields = tuple(msgspec.structs.replace(field, value=new.get(field.key, field.value)) for field in reading.fields)
    return msgspec.structs.replace(reading, fields=fields)


def _save(store: Store, body: bytes, paper: Paper, reading: Reading, number: int) -> None:
    sha256 = hashlib.sha256(body).hexdigest()
    first, *others = paper.sheets
    # A word of its own: two files with the same text would be taken for copies of one letter.
    words = (*first.words, Word(f"No. {number}", Box(0, 0, 10, 10), 9_999))
    paper = Paper(sha256, (msgspec.structs.replace(first, words=words), *others))
    review = Review(reading, letter_name(sha256, 1), who="bench", clock=lambda: _NOW)
    store.save(body, "letter.pdf", paper, reading, review)

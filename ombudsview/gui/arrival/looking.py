"""What the crew does with a file: read it, and keep what the list needs; or keep it whole, for the letter that comes next.

No Qt here: this runs in the crew's threads, and MuPDF in the reader processes.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ombudsview.errors import Trouble
from ombudsview.gui import own_rules
from ombudsview.gui.arrival.sending import as_read
from ombudsview.gui.queue.glimpse import Glimpse, Twin, of_reading
from ombudsview.gui.record import earlier
from ombudsview.gui.record.keeping import clock_time
from ombudsview.gui.work.crew import Lent
from ombudsview.paper import troubles
from ombudsview.paper.bounds import DRAWN_WHOLE
from ombudsview.paper.document import Document, take

if TYPE_CHECKING:
    from ombudsview.gui.record.asking import Asking
    from ombudsview.paper.frames import Opened, Picture
    from ombudsview.paper.worker import Worker
    from ombudsview.reading.answer import Answer
    from ombudsview.reading.model import Reading

Sizes = tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Wish:
    """Which letter of a file shall be kept whole, and how it will be drawn: `scale` gives pixels a point for its pages."""

    number: int
    scale: Callable[[Sizes], float]


@dataclass(frozen=True)
class Prepared:
    """A file read whole before its turn; good for these bytes and rules alone. `picture` is of page `page` (from 0) at `scale`.

    `document` is what was read: of a Word document its print.
    """

    document: Document
    rules: bytes
    opened: Opened
    answer: Answer
    page: int
    scale: float
    picture: Picture | None


@dataclass(frozen=True)
class Look:
    """What came of a look into a file: its letters, or why there are none."""

    letters: tuple[Glimpse, ...] = ()
    trouble: Trouble | None = None
    prepared: Prepared | None = None


@dataclass(frozen=True)
class Known:
    """What lies in the program's folders: drafts by the names of their letters, and the history, which can be asked."""

    asking: Asking
    drafts: Collection[str] = ()


def look(path: Path, lent: Lent, known: Known, wish: Wish | None = None) -> Look:
    """Read a file with a reader of the crew. What is wrong with it stands in the result; Trouble `cancelled` alone is raised."""
    from ombudsview.reading.answer import decode

    try:
        document, rules = take(path), own_rules.for_reader(known.asking.places)
        with lent() as worker:
            document = as_read(worker, document)
            opened = worker.open(document.data)
            answer = decode(worker.read(rules=rules), opened.sha256, opened.sizes)
            letters = tuple(_glimpse(reading, document, answer, known) for reading in answer.readings)
            if wish is None:
                return Look(letters)
            page, scale = _first_page(answer.readings, wish.number), wish.scale(opened.sizes)
            picture = _picture(worker, opened.sizes, page, scale)
            return Look(letters, prepared=Prepared(document, rules, opened, answer, page, scale, picture))
    except Trouble as trouble:
        if trouble.code == troubles.CANCELLED:
            raise
        return Look(trouble=trouble)


def _picture(worker: Worker, sizes: Sizes, page: int, scale: float) -> Picture | None:
    """The page as it will be drawn; None where it is drawn in tiles, or cannot be: the desk says so when it is there."""
    width, height = sizes[page]
    if width * scale * height * scale > DRAWN_WHOLE:
        return None
    try:
        return worker.picture(page, scale)
    except Trouble as trouble:
        if trouble.code == troubles.CANCELLED:
            raise
        return None


def _first_page(readings: tuple[Reading, ...], number: int) -> int:
    pages = readings[number].pages if number < len(readings) else None
    return pages[0] - 1 if pages else 0


def _glimpse(reading: Reading, document: Document, answer: Answer, known: Known) -> Glimpse:
    """What was read, and what lies about the letter in the folders already."""
    from ombudsview.history.alike import Likeness
    from ombudsview.history.wording import told_apart
    from ombudsview.paper.legible import is_picture
    from ombudsview.review.edit import letter_name

    glimpse = of_reading(told_apart(known.asking.places, reading))
    name = letter_name(document.came_as, reading.pages[0] if reading.pages else 1)
    glimpse = replace(glimpse, name=name)
    if name in known.drafts:
        glimpse = replace(glimpse, touched=True)
    elif not glimpse.known and is_picture(answer.paper):
        glimpse = replace(glimpse, pictured=True)
    try:
        found = earlier.alike_to(known.asking, earlier.wanted(reading, answer.paper, name=name))
    except Trouble:  # a history that cannot be read is told of when the letter is opened
        return glimpse
    if found is None:
        return glimpse
    twin = {
        Likeness.SAME_FILE: Twin.SAME,
        Likeness.SAME_TEXT: Twin.RESAVED,
        Likeness.SAME_WORDS: Twin.RESAVED,
        Likeness.SAME_YEAR: Twin.SECOND,
    }
    glimpse = replace(glimpse, twin=twin[found.likeness])
    if found.likeness is Likeness.SAME_FILE and not glimpse.touched:
        return replace(glimpse, look=0, check=0, saved=clock_time(found.row.saved), kept=found.row.letter)
    return glimpse

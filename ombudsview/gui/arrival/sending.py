"""A letter sent to the reader: taken, opened, read, each an errand. No Qt: the door sends the first letter before Qt is there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ombudsview.gui.work.errands import Errand, Errands, Rank
from ombudsview.paper.document import Document, take
from ombudsview.paper.formats import Format, format_of

if TYPE_CHECKING:
    from ombudsview.gui.arrival.looking import Prepared
    from ombudsview.paper.frames import Opened
    from ombudsview.paper.paper import Paper
    from ombudsview.paper.worker import Worker
    from ombudsview.reading.answer import Answer


@dataclass(frozen=True)
class Sent:
    """A letter on its way: its bytes first, then these as they are read (a Word document's print), then the sizes of its pages,
    then what was read (None where nobody asked).

    `drawing`: where these were known before, the desk's own reader opens the file after them, so that it can be drawn.
    """

    path: Path | None
    taking: Errand[Document]
    printing: Errand[Document]
    opening: Errand[Opened]
    reading: Errand[Answer] | None
    drawing: Errand[Opened] | None = None

    def drop(self) -> None:
        """Nobody waits for it any more."""
        for errand in (self.taking, self.printing, self.opening, self.reading, self.drawing):
            if errand is not None:
                errand.drop()


def as_read(worker: Worker, document: Document, *, large: bool = False) -> Document:
    """A document as it is read, shown and kept: a Word document printed, once, so that what was read stays where it was read.

    For whatever thread asks that worker. Trouble where it cannot be printed.
    """
    if format_of(document.data) is not Format.WORD:
        return document
    return document.printed_as(worker.printed(document.data, allow_large=large))


def no_rules() -> bytes:
    """What the reader goes by where the officer taught nothing."""
    return b""


def send(
    errands: Errands, worker: Worker, path: Path, *, large: bool = False, rules: Callable[[], bytes] = no_rules
) -> Sent:
    """Send a file to the reader; a very large one only where the officer said so. `rules` brings the officer's own, packed."""
    return _send(errands, worker, path, lambda: take(path), None, read=True, large=large, rules=rules)


def send_prepared(
    errands: Errands, worker: Worker, path: Path, prepared: Prepared, *, rules: Callable[[], bytes] = no_rules
) -> Sent:
    """Send a file that was read before its turn: where bytes and rules are the same still, what was read is taken as it is."""
    taking = errands.ask(lambda: take(path), Rank.OPEN)

    def printed() -> Document:
        document, ready = taking.result, prepared.document
        return replace(ready, path=path) if document.sha256 == ready.came_as else as_read(worker, document)

    printing = errands.ask(printed, Rank.OPEN)

    def opened() -> Opened:
        document = printing.result
        same = document.sha256 == prepared.document.sha256 and rules() == prepared.rules
        return prepared.opened if same else worker.open(document.data)

    opening = errands.ask(opened, Rank.OPEN)

    def reading() -> Answer:
        from ombudsview.reading.answer import decode

        now = opening.result
        return prepared.answer if now is prepared.opened else decode(worker.read(rules=rules()), now.sha256, now.sizes)

    def drawing() -> Opened:
        now = opening.result
        return worker.open(printing.result.data) if now is prepared.opened else now

    return Sent(path, taking, printing, opening, errands.ask(reading, Rank.OPEN), errands.ask(drawing, Rank.OPEN))


def send_again(
    errands: Errands,
    worker: Worker,
    document: Document,
    password: str | None = None,
    *,
    read: bool = True,
    rules: Callable[[], bytes] = no_rules,
) -> Sent:
    """Send bytes that are at hand: from the history, a draft, or after a password was typed."""
    return _send(errands, worker, document.path, lambda: document, password, read=read, large=True, rules=rules)


def _send(
    errands: Errands,
    worker: Worker,
    path: Path | None,
    bring: Callable[[], Document],
    password: str | None,
    *,
    read: bool,
    large: bool,
    rules: Callable[[], bytes],
) -> Sent:
    taking = errands.ask(bring, Rank.OPEN)
    # What was read before stays as it was read: a Word document of an older history is printed for the screen only.
    printing = errands.ask(lambda: as_read(worker, taking.result, large=large), Rank.OPEN) if read else taking
    opening = errands.ask(lambda: worker.open(printing.result.data, password, allow_large=large), Rank.OPEN)

    def reading() -> Answer:
        from ombudsview.reading.answer import decode

        opened = opening.result
        return decode(worker.read(rules=rules()), opened.sha256, opened.sizes)

    return Sent(path, taking, printing, opening, errands.ask(reading, Rank.READ) if read else None)


def reading_anew(
    worker: Worker, sha256: str, sizes: tuple[tuple[float, float], ...], paper: Paper, rules: Callable[[], bytes]
) -> Callable[[], Answer]:
    """Work for the errands' thread: the reader's open letter is read once more, with what was recognised of its pictures."""

    def reading() -> Answer:
        from ombudsview.reading.answer import decode

        recognised = {page: sheet for page, sheet in enumerate(paper.sheets) if sheet.recognised}
        return decode(worker.read(recognised, rules()), sha256, sizes)

    return reading

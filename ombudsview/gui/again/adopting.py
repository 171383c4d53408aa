"""Puts what was read anew of the letter on the desk in the place of what was read before. What the officer did stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ombudsview.errors import Trouble
from ombudsview.gui.arrival.opening import why_unknown

if TYPE_CHECKING:
    from ombudsview.gui.desk import Desk
    from ombudsview.gui.open_letter import OpenLetter
    from ombudsview.reading.answer import Answer
    from ombudsview.reading.model import Reading
    from ombudsview.review.review import Review

translate = QCoreApplication.translate


class Adopting:
    """Calls the desk; holds nothing."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def adopt(self, letter: OpenLetter, answer: Answer, count: int, *, asked: bool) -> None:
        """Take an answer about the letter on the desk for which `count` pages were recognised; `asked`: by the officer."""
        self._desk.rereading.emit()
        review = letter.review
        if review is None:
            self._begin(letter, answer, count)
            return
        new = _same_letter(review.reading, answer.readings, letter.number)
        if asked or not _says_all(review.reading, new):
            self._go_on(letter, review, answer, new, count, asked=asked)
        else:
            # Brought back from a draft: what was read then stands, and now there are words under its boxes again.
            letter.paper, letter.readings = answer.paper, answer.readings
            self._desk.changed.emit(())

    def _begin(self, letter: OpenLetter, answer: Answer, count: int) -> None:
        letter.paper, letter.readings = answer.paper, answer.readings
        reading = letter.reading
        if reading is None or reading.kind is None:
            self._desk.unknown.emit(why_unknown(letter))
            return
        self._desk.noticed.emit(_recognised(count))
        self._desk.begin_review(reading)

    def _go_on(
        self, letter: OpenLetter, review: Review, answer: Answer, new: Reading | None, count: int, *, asked: bool
    ) -> None:
        from ombudsview.gui.again.rereading import differing, reread

        reading = reread(review, new)
        if reading is None:
            if asked:
                self._desk.noticed.emit(translate("Adopting", "No more could be read from the pages than before."))
            return
        letter.paper, letter.readings = answer.paper, answer.readings
        try:
            self._desk.keeping.read_anew(letter, reading)
        except Trouble as trouble:
            self._desk.troubled.emit(trouble)
        if (review := letter.review or review).finished:
            self._desk.begin_anew(letter, review)
            review.reopen()
        else:
            self._desk.begin_anew(letter, review)
        self._desk.noticed.emit(f"{_recognised(count)} {_differ(len(differing(review)))}".strip())


def _same_letter(old: Reading, readings: tuple[Reading, ...], number: int) -> Reading | None:
    """Of the letters that are in the file now, the one that shares most pages with what was read of it before."""
    if old.kind is None or old.pages is None:
        return readings[number] if number < len(readings) else None
    from ombudsview.reading.same_letter import same_letter

    return same_letter(old, readings)


def _says_all(old: Reading, new: Reading | None) -> bool:
    """Whether what was read before was read from recognised pages too, and lacks nothing that is read now."""
    if new is None or not any(field.recognised for field in old.fields):
        return False
    had = {field.key for field in old.fields if field.value is not None}
    return had.issuperset(field.key for field in new.fields if field.value is not None)


def _recognised(count: int) -> str:
    if count == 1:
        return translate("Adopting", "1 page was recognised. Compare each figure with the page.")
    return translate("Adopting", "{count} pages were recognised. Compare each figure with the page.").format(
        count=count
    )


def _differ(count: int) -> str:
    """What is said of entries that stand though something else was recognised."""
    if not count:
        return ""
    if count == 1:
        return translate("Adopting", "What you filled in stands; 1 field differs from what was recognised.")
    words = translate("Adopting", "What you filled in stands; {count} fields differ from what was recognised.")
    return words.format(count=count)

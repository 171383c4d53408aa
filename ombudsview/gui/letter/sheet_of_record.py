"""The record of a letter as a sheet: a plain table of its fields, with what is printed, what is final, its state, notes and page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ombudsview.gui.letter.says import escape, full_label, totals_line
from ombudsview.gui.order import shown_keys
from ombudsview.gui.style.marks import state_word
from ombudsview.letters.fields import FIELDS, Value, shown
from ombudsview.review.states import State

if TYPE_CHECKING:
    from ombudsview.gui.open_letter import OpenLetter
    from ombudsview.review.noted import Noted
    from ombudsview.review.review import Review
    from ombudsview.review.state import FieldReview

translate = QCoreApplication.translate


def sheet_of_record(letter: OpenLetter, review: Review) -> str:
    """As rich text; letters' own text in it is escaped."""
    heads = (
        translate("Record", "Field"),
        translate("Record", "Printed"),
        translate("Record", "Final"),
        translate("Record", "State"),
        translate("Record", "Notes"),
        translate("Record", "Page"),
    )
    first = "".join(f"<th align='left'>{escape(head)}</th>" for head in heads)
    rows = "".join(_row(cells) for cells in table(review))
    about = "  ·  ".join(part for part in (letter.identity[1], letter.letter_date, letter.name, _kept(letter)) if part)
    return (
        f"<h2>{escape(letter.identity[0] or letter.name)}</h2><p>{escape(about)}</p>"
        f"<table cellpadding='3' cellspacing='0' width='100%'><thead><tr>{first}</tr></thead>{rows}</table>{_notes(review.noted)}"
    )


def _notes(noted: Noted) -> str:
    """What was done about the notes of earlier letters, then what was learnt from this one: a paragraph each."""
    parts = []
    for carried, done in noted.answered:
        head = translate("Record", "Noted for {year}").format(year=carried.year)
        parts.append(f"{_said(head, carried.note)}<br/>{_said(translate('Record', 'What was done about it'), done)}")
    if noted.lesson:
        parts.append(_said(translate("Record", "What was learnt"), noted.lesson))
    return "".join(f"<p>{part}</p>" for part in parts)


def _said(head: str, text: str) -> str:
    return f"<b>{escape(head)}:</b> {escape(text)}"


def table(review: Review) -> tuple[tuple[str, ...], ...]:
    """A row a field, in the order of the desk; what is not in the letter and need not be is left out."""
    fields = (review.field(key) for key in shown_keys(review.keys()))
    return tuple(_cells(review, field) for field in fields if field.state is not State.NOT_FOUND)


def _cells(review: Review, field: FieldReview) -> tuple[str, ...]:
    pages = ", ".join(map(str, sorted({source.page for source in field.sources})))
    notes = [doubt.sentence for doubt in (*field.doubts, *field.notes)]
    if field.answer is not None and field.answer.note:
        notes.append(field.answer.note)
    if not field.sources and field.read.reason:
        notes.append(field.read.reason)
    if differ := totals_line(review, field):
        notes.append(differ)
    return (
        full_label(field.key),
        _text(field.printed),
        shown(FIELDS[field.key].unit, field.value),
        state_word(field.state),
        " ".join(dict.fromkeys(notes)),
        pages,
    )


def _row(cells: tuple[str, ...]) -> str:
    return "<tr>" + "".join(f"<td valign='top'>{escape(cell)}</td>" for cell in cells) + "</tr>"


def _text(printed: Value | None) -> str:
    if printed is None:
        return ""
    return printed if isinstance(printed, str) else "; ".join(printed)


def _kept(letter: OpenLetter) -> str:
    if not letter.saved:
        return translate("Record", "not saved to the history")
    return translate("Record", "saved {time}").format(time=letter.saved)

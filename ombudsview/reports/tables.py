"""Readings as a table for people: aligned, grouped as the letter groups them, each figure with its state and its page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from textwrap import wrap

from ombudsview.errors import Verdict
from ombudsview.letters.fields import FIELDS, shown
from ombudsview.letters.topics import labels
from ombudsview.reading.model import Doubt, FieldReading, ReaderState, Reading
from ombudsview.reports.file_reading import FileReading, field_doubts, letter_doubts
from ombudsview.reports.json_report import unit_of
from ombudsview.reports.text import encodable, for_terminal

STATES = {
    ReaderState.TO_CHECK: "to check",
    ReaderState.LOOK_HERE: "look here",
    ReaderState.ABSENT: "not found",
    ReaderState.WORKED_OUT: "worked out",
}
_WIDEST = 48
"""Characters of a value on one line: paragraphs take as many lines as they need."""

Row = tuple[str, str, str, str]


def as_table(files: Iterable[FileReading]) -> str:
    """A block of lines for each file, parted by an empty line; every line is ended."""
    return encodable("\n".join("".join(f"{line}\n" for line in _file(file)) for file in files))


def _file(file: FileReading) -> Iterator[str]:
    pages = f" ({_counted(file.page_count, 'page')})" if file.page_count else ""
    yield for_terminal(file.file) + pages
    if file.trouble is not None:
        yield f"  ! {for_terminal(file.trouble)}"
    elif file.verdict is Verdict.REPAIRED:
        yield "  The file was damaged and has been repaired for reading."
    elif not file.readings:
        yield "  No letter was found in it."
    for reading in file.readings:
        yield from _letter(reading)


def _letter(reading: Reading) -> Iterator[str]:
    yield f"  Letter{_on_pages(reading.pages)}: {reading.kind or 'of an unknown kind'}"
    rows = [(_group(field.key), field, _row(field)) for field in reading.fields]
    widths = [min(_WIDEST, max((len(row[column]) for _, _, row in rows), default=0)) for column in range(3)]
    on_fields: set[Doubt] = set()
    for group, members in groupby(rows, key=lambda row: row[0]):
        yield f"    {group}"
        for _, field, row in members:
            label, value, state, page = row
            first, *further = wrap(value, _WIDEST) or [""]
            yield f"      {label:<{widths[0]}}  {first:<{widths[1]}}  {state:<{widths[2]}}  {page}".rstrip()
            yield from (f"      {'':<{widths[0]}}  {line}" for line in further)
            yield from _about(field)
            doubts = field_doubts(reading, field)
            on_fields.update(doubts)
            yield from (f"        ! {for_terminal(doubt.sentence)}" for doubt in doubts)
            said = field.state is ReaderState.ABSENT or any(doubt.sentence == field.reason for doubt in doubts)
            if field.reason and not said:
                yield f"        {for_terminal(field.reason)}"
    yield from (f"    ! {for_terminal(doubt.sentence)}" for doubt in letter_doubts(reading) if doubt not in on_fields)


def _about(field: FieldReading) -> Iterator[str]:
    """What the remarks are about."""
    if field.key == "remarks" and isinstance(field.value, tuple):
        for number, remark in enumerate(field.value, 1):
            yield f"        {number}: {', '.join(labels(remark)) or 'about something else'}"


def _row(field: FieldReading) -> Row:
    known = FIELDS.get(field.key)
    label = known.label if known else field.key
    value = for_terminal(shown(unit_of(field.key), field.value))
    pages = dict.fromkeys(source.page for source in field.sources)
    return label, value, STATES[field.state], _on_page(tuple(pages))


def _on_page(pages: tuple[int, ...]) -> str:
    return f"{'page' if len(pages) == 1 else 'pages'} {', '.join(map(str, pages))}" if pages else ""


def _group(key: str) -> str:
    known = FIELDS.get(key)
    return known.group if known else "Other figures"


def _on_pages(pages: tuple[int, int] | None) -> str:
    if pages is None:
        return ""
    first, last = pages
    return f" on page {first}" if first == last else f" on pages {first} to {last}"


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"

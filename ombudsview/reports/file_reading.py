"""What is known of one file that was given to be read: the input of every report."""

from __future__ import annotations

from dataclasses import dataclass

from ombudsview.errors import Verdict
from ombudsview.reading.model import Doubt, FieldReading, Reading


@dataclass(frozen=True)
class FileReading:
    """One file as it was named, what became of it, and the letters read in it in page order.

    `sha256` is None where there were no bytes, `page_count` 0 where nothing could be read. `trouble` is a sentence, or None where the
    file opened.
    """

    file: str
    sha256: str | None
    verdict: Verdict
    trouble: str | None
    page_count: int
    readings: tuple[Reading, ...]


def letter_doubts(reading: Reading) -> tuple[Doubt, ...]:
    """Every doubt of a letter once: its own first, then those that stand on its fields."""
    on_fields = (doubt for field in reading.fields for doubt in field.doubts)
    return tuple(dict.fromkeys((*reading.doubts, *on_fields)))


def field_doubts(reading: Reading, field: FieldReading) -> tuple[Doubt, ...]:
    """Every doubt about one field once, whether it was put on the field or on the letter."""
    if not (field.doubts or reading.doubts):  # as most are
        return ()
    of_letter = (doubt for doubt in reading.doubts if field.key in doubt.keys)
    return tuple(dict.fromkeys((*field.doubts, *of_letter)))

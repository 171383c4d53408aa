"""Readings as JSON: an array of letters, or a line each. The shape is a public contract."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from ombudsview.letters.fields import FIELDS, Unit, Value, number
from ombudsview.letters.topics import topics
from ombudsview.reading.model import Doubt, FieldReading, Reading, Source
from ombudsview.reports.file_reading import FileReading, field_doubts, letter_doubts
from ombudsview.reports.text import encodable

Object = dict[str, Any]

_encode = msgspec.json.Encoder().encode

_PARTS = 100
"""The parts of a point to which a box is written: a hundredth is finer than any printer."""


def as_json(files: Iterable[FileReading]) -> str:
    """An array with one object a letter, grouped by file in the order given; it ends in a line feed."""
    letters = [letter for file in files for letter in letter_objects(file)]
    return encodable(json.dumps(letters, ensure_ascii=False, indent=2, allow_nan=False)) + "\n"


def as_jsonl(file: FileReading) -> str:
    """The letters of one file, one object a line, each line ended: so that files can be told as they are read."""
    return encodable("".join(f"{as_line(letter)}\n" for letter in letter_objects(file)))


def as_line(letter: Object) -> str:
    """One object as a line of JSON, as `json` writes it, in a fifth of the time."""
    try:
        return msgspec.json.format(_encode(letter), indent=0).decode()
    except UnicodeEncodeError:  # the name of a file that is no UTF-8
        return json.dumps(letter, ensure_ascii=False, allow_nan=False)


def letter_objects(file: FileReading) -> Iterator[Object]:
    """An object for each letter; for a file without any, one that says what became of the file."""
    if not file.readings:
        yield _letter(file, None)
    for reading in file.readings:
        yield _letter(file, reading)


def _letter(file: FileReading, reading: Reading | None) -> Object:
    pages = reading.pages if reading else None
    return {
        "file": file.file,
        "sha256": file.sha256,
        "kind": reading.kind if reading else None,
        "pages": list(pages) if pages else None,
        "verdict": file.verdict.value,
        "trouble": file.trouble,
        "fields": {field.key: _field(reading, field) for field in reading.fields} if reading else {},
        "doubts": [_doubt(doubt) for doubt in letter_doubts(reading)] if reading else [],
    }


def _field(reading: Reading, field: FieldReading) -> Object:
    unit = unit_of(field.key)
    return {
        "value": json_value(unit, field.value),
        "unit": unit.value,
        "printed": list(field.printed) if isinstance(field.printed, tuple) else field.printed,
        "state": field.state.value,
        "sources": [_source(source) for source in field.sources],
        "doubts": [_doubt(doubt) for doubt in field_doubts(reading, field)],
        "reason": field.reason,
        **_kinds(field),
    }


def _kinds(field: FieldReading) -> Object:
    """What each remark is about; other fields have no such key."""
    if field.key != "remarks" or not isinstance(field.value, tuple):
        return {}
    return {"kinds": [[topic.name for topic in topics(remark)] for remark in field.value]}


def unit_of(key: str) -> Unit:
    """The unit of a field; text for a key that the vocabulary does not have."""
    return FIELDS[key].unit if key in FIELDS else Unit.TEXT


def json_value(unit: Unit, value: Value | None) -> Any:
    """A canonical value as JSON has it: a number for what can be counted, text for the rest, an array for a list."""
    if value is None:
        return None
    if isinstance(value, tuple):
        return [json_value(unit, item) for item in value]
    counted = number(unit, value)
    return value if counted is None else counted


def _source(source: Source) -> Object:
    # `rounded` written out, and no loop in the loop: there are hundreds in every letter.
    boxes = [
        [
            round(x0 * _PARTS) / _PARTS,
            round(y0 * _PARTS) / _PARTS,
            round(x1 * _PARTS) / _PARTS,
            round(y1 * _PARTS) / _PARTS,
        ]
        for x0, y0, x1, y1 in source.boxes
    ]
    return {"page": source.page, "boxes": boxes, "text": source.text}


def rounded(side: float) -> float:
    """A coordinate in points as it is written: twice as fast as `round` does it to places."""
    return round(side * _PARTS) / _PARTS


def _doubt(doubt: Doubt) -> Object:
    return {"code": doubt.code, "sentence": doubt.sentence, "keys": list(doubt.keys)}

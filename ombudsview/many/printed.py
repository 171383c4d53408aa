"""Readings printed as they come, in any format: the pieces joined are what the report of all of them would be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ombudsview.reports.csv_report import as_csv
from ombudsview.reports.file_reading import FileReading
from ombudsview.reports.json_report import as_json, as_jsonl
from ombudsview.reports.tables import as_table

_OPEN, _CLOSE = "[\n", "\n]\n"


def pieces(form: str, files: Iterable[FileReading]) -> Iterator[str]:
    """Text for each file, and before and after them what the format wants; only one file is held at a time."""
    match form:
        case "jsonl":
            return map(as_jsonl, files)
        case "json":
            return _array(files)
        case "csv":
            return _rows(files)
        case _:
            return _blocks(files)


def _array(files: Iterable[FileReading]) -> Iterator[str]:
    before = _OPEN
    for file in files:
        yield before + as_json((file,)).removeprefix(_OPEN).removesuffix(_CLOSE)
        before = ",\n"
    yield as_json(()) if before == _OPEN else _CLOSE


def _rows(files: Iterable[FileReading]) -> Iterator[str]:
    heading = as_csv(())
    yield heading
    for file in files:
        yield as_csv((file,)).removeprefix(heading)


def _blocks(files: Iterable[FileReading]) -> Iterator[str]:
    between = ""
    for file in files:
        yield between + as_table((file,))
        between = "\n"

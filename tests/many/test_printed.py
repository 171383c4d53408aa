"""Pieces as they come are what the report of all files would be, and no file is held longer than its own piece."""

from __future__ import annotations

import weakref
from collections.abc import Callable, Iterable, Iterator

import pytest

from ombudsview.cli.asked import FORMATS
from ombudsview.errors import Verdict
from ombudsview.many.printed import pieces
from ombudsview.reports.csv_report import as_csv
from ombudsview.reports.file_reading import FileReading
from ombudsview.reports.json_report import as_json, as_jsonl
from ombudsview.reports.tables import as_table
from tests.many.archive import made

WHOLE: dict[str, Callable[[Iterable[FileReading]], str]] = {
    "table": as_table,
    "json": as_json,
    "csv": as_csv,
    "jsonl": lambda files: "".join(as_jsonl(file) for file in files),
}
FILES = (
    made("one.pdf"),
    made("gone.pdf", sha256=None, verdict=Verdict.MISSING),
    made("three.pdf", letters=3),
    made("[\n.pdf"),
)


def test_every_format_is_known_here() -> None:
    assert set(FORMATS) == set(WHOLE)


@pytest.mark.parametrize("form", WHOLE)
@pytest.mark.parametrize("count", range(len(FILES) + 1))
def test_the_pieces_joined_are_the_whole(form: str, count: int) -> None:
    assert "".join(pieces(form, iter(FILES[:count]))) == WHOLE[form](FILES[:count])


@pytest.mark.parametrize("form", WHOLE)
def test_a_piece_comes_before_the_next_file_is_asked_for_and_none_is_held(form: str) -> None:
    asked: list[weakref.ref[FileReading]] = []

    def files() -> Iterator[FileReading]:
        for number in range(50):
            file = made(f"{number}.pdf")
            asked.append(weakref.ref(file))
            yield file
            del file

    told = []
    for piece in pieces(form, files()):
        told += [len(asked)] if f"{len(asked) - 1}.pdf" in piece else []
        assert sum(file() is not None for file in asked) <= 1
    assert told == list(range(1, 51))

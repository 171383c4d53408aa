"""Spreadsheets read by a process of their own: files that do harm end it, and nothing else."""

from __future__ import annotations

import io
import threading
import zipfile
from collections.abc import Iterable
from itertools import repeat
from pathlib import Path

import pytest
from openpyxl import Workbook

from ombudsview.errors import Trouble
from ombudsview.paper.spreadsheet import Tabulator
from tests.helpers import readers
from tests.published import sheets


def refused(path: Path, tabulator: Tabulator | None = None) -> Trouble:
    with pytest.raises(Trouble) as told:
        (tabulator or Tabulator()).read(path)
    assert f"“{path.name}”" in told.value.sentence
    return told.value


def with_sheet(chunks: Iterable[bytes]) -> bytes:
    """A workbook whose sheet is this, packed tightly."""
    out, data = io.BytesIO(), sheets.saved(sheets.plain())
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new,
    ):
        for name in old.namelist():
            with new.open(name, "w", force_zip64=True) as part:
                part.writelines(chunks if name == "xl/worksheets/sheet1.xml" else [old.read(name)])
    return out.getvalue()


def test_the_cells_come_from_the_reader_process(tmp_path: Path) -> None:
    path = sheets.put(tmp_path / "data.xlsx", sheets.plain())
    assert Tabulator().read(path) == sheets.cells_of(sheets.plain())


def test_two_cells_at_the_ends_of_a_sheet_are_no_harm_to_us(tmp_path: Path) -> None:
    book = Workbook()
    book.active["A1"], book.active["XFD1048576"] = 1, 2
    assert refused(sheets.put(tmp_path / "far.xlsx", book)).code in {"crashed", "out_of_memory", "too_big"}


def sheet(text: str, before: str = "") -> bytes:
    """The part of a workbook that is its sheet, with this text in its first cell."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    cell = f'<c r="A1" t="inlineStr"><is><t>{text}</t></is></c><c r="B1"><v>7</v></c>'
    return f'{before}<worksheet xmlns="{main}"><sheetData><row r="1">{cell}</row></sheetData></worksheet>'.encode()


def test_a_small_file_that_unpacks_to_far_more_than_the_limit(tmp_path: Path) -> None:
    before, _, after = sheet("|").partition(b"|")
    data = with_sheet([before, *repeat(b"a" * (1 << 20), 900), after])
    assert len(data) < 8 << 20
    told = refused(sheets.put(tmp_path / "bomb.xlsx", data))
    assert told.code in {"crashed", "out_of_memory", "timed_out"}


def test_entities_are_not_followed_and_do_not_multiply(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("hidden words")
    lines = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    head = f'<!DOCTYPE worksheet [<!ENTITY e0 "ha"><!ENTITY out SYSTEM "{secret.as_uri()}">{lines}]>'
    plain = with_sheet([sheet("Authority")])
    assert "Authority" in repr(Tabulator().read(sheets.put(tmp_path / "plain.xlsx", plain)))
    data = with_sheet([sheet("&out;&e9;", head)])
    path = sheets.put(tmp_path / "entities.xlsx", data)
    said = _said(path)
    assert "hidden words" not in said
    assert len(said) < 10_000


def _said(path: Path) -> str:
    """What comes of reading a file, whether cells or a sentence."""
    try:
        return repr(Tabulator().read(path))
    except Trouble as told:
        return told.sentence


@pytest.mark.parametrize(
    ("data", "code", "says"),
    [
        (b"", "empty", "is empty"),
        (b"%PDF-1.4", "not_spreadsheet", "is not a spreadsheet"),
        (b"<html>", "not_spreadsheet", "is not a spreadsheet"),
        (b"a,b\n" * (6 << 20), "too_big", "far larger"),
    ],
)
def test_each_refusal_has_its_sentence(data: bytes, code: str, says: str, tmp_path: Path) -> None:
    told = refused(sheets.put(tmp_path / "data.xlsx", data))
    assert told.code == code
    assert says in told.sentence


def test_what_is_gone_or_a_folder_is_said(tmp_path: Path) -> None:
    assert refused(tmp_path / "gone.xlsx").code == "missing"
    (tmp_path / "folder.xlsx").mkdir()
    assert refused(tmp_path / "folder.xlsx").code == "missing"


def test_half_a_file_is_refused(tmp_path: Path) -> None:
    data = sheets.saved(sheets.by_sheet())
    assert refused(sheets.put(tmp_path / "half.xlsx", data[: len(data) // 2])).code == "not_spreadsheet"


@pytest.mark.parametrize(
    "code",
    [
        "hello(); ask(); sys.exit(1)",
        "hello(); request = ask(); say(request.ticket, frames.Payload(b'rubbish'))",
        "hello(); request = ask(); say(request.ticket, frames.Failed(Verdict.CRASHED))",
        "hello(); opened()",
    ],
)
def test_a_process_that_dies_or_lies_is_a_trouble(code: str, tmp_path: Path) -> None:
    lie = code.replace("opened()", "r = ask(); say(r.ticket, frames.Opened(Verdict.OK, '', (), ()))")
    path = sheets.put(tmp_path / "data.xlsx", sheets.plain())
    assert refused(path, Tabulator(readers.false(lie))).code == "crashed"


def test_a_process_that_hangs_is_ended(tmp_path: Path) -> None:
    path = sheets.put(tmp_path / "data.xlsx", sheets.plain())
    hanging = Tabulator(readers.false("hello(); ask(); time.sleep(600)"), seconds=2)
    assert refused(path, hanging).code == "timed_out"


def test_it_is_stopped_from_another_thread(tmp_path: Path) -> None:
    path = sheets.put(tmp_path / "data.xlsx", sheets.plain())
    tabulator = Tabulator(readers.false("hello(); ask(); time.sleep(600)"))
    timer = threading.Timer(0.5, tabulator.stop)
    timer.start()
    with pytest.raises(Trouble) as told:
        tabulator.read(path)
    assert told.value.code == "cancelled"
    timer.join()
    with pytest.raises(Trouble, match="cancelled"):  # stopped before it began
        tabulator.read(path)

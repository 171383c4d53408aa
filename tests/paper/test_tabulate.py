"""Cells as they stand in spreadsheets of every kind."""

from __future__ import annotations

import base64
import datetime
import io
import zipfile
import zlib

import pytest
from openpyxl import Workbook

from ombudsview.errors import Trouble, Verdict
from ombudsview.paper.cells import MOST_CELLS, Merged, Value
from ombudsview.paper.tabulate import tabulate
from tests.published import sheets

_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_ODS = (
    '<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    f'xmlns:table="{_TABLE}" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
    '<office:body><office:spreadsheet><table:table table:name="Rates"><table:table-row>'
    '<table:table-cell office:value-type="string"><text:p>Authority</text:p></table:table-cell>'
    '<table:table-cell office:value-type="percentage" office:value="0.45"><text:p>45%</text:p></table:table-cell>'
    "</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"
)
_XLS = (
    "c-rk)O-NKx6#nj;QD-I{XG|jv<RN5b25K8y=u7)?rI-*!1vSpRn!#zFJZBablx4FFf>uQv!A%>p7X45}ErJ$-VT&LNv}o0;C}^ScI`_<bq-Nki"
    "3CjB(_uPBWJ?EZt|IU5yy`BosjNPr7#S*l`gPi3@@dBQp<aa6|P`hQxqLce5SuWNT{61R9;vzgQdsQOWP_FkZ6ij-b69qm}I)Op-7%5#{MRc+c"
    "5g~nOBPwu<I6+jiR~1a7OgA#U!;(*!?q$wZrfnoUBaUH8>uG4UckxlBj@yEe{XSrwcg$%<6<*3+eDRvd%NC)-Ohl4vtfAIhigD0_cIheIj3j4J"
    "Nh>>!AC?MycaHEg)#a})Ux4^O7xPR0!uL_EUCO_%c!3dEr}#u<Y57~dvZV}tk+eRfwlp>G+11iChvT#pz$pmq*Q1G{gpnFj&qiW8MevSHI&PSW"
    "^l$)lu+wU0Fs>(K8-T-uaU&U1P3mkj(5;*LX~T@EorY;-&cxMyMkW<aBm?pu;J6W56gSHFJe3lSp`6QMK2;$a%iQg+)7|~O+DYb&@LiF=QMSr4"
    "!NMh}LCQhq^04R*0vcFjC)3N^>lQB8Fs-CPQeNL%Wfu;Pvdk53ttUIX8E>?03(DK6oc(g>VQu!4wu8zOU9;yZC*EpfsH0hrk-mIJ(I^_l%^MPr"
    "G$$8!^!dQF`j1HDQ$jof4=nrIEXO<o++&y-PsySnSvfmWT3JR~^1|FtzUItjz9w}&wk^*x+8)-Hb9h0KHK`qxax}Xh(yqXZ+`aSPCf{qHZO;UI"
    ")UH(EzBEHI^fv-<;lhOr7cN}5aIsz>-!K*XP1|dKGRSxN68pc-Jf)obn`GUh4+cGH`p!In6y+v{3)(-MP$Znb#0qts|Ai7q$hwIE^s^rW1@B+_"
    "7847{vtq^2zdJ&O+Rqi@=YO{U3#?x1VE"
)
"""A workbook of Excel 97, packed: a sheet "Rates 2019-20" with two rows of headings and one of figures, made for this test."""


def found(data: bytes, number: int = 0) -> dict[tuple[int, int], Value]:
    return {(cell.row, cell.column): cell.value for cell in tabulate(data).grids[number].cells}


def test_numbers_texts_and_what_a_formula_last_came_to() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    values = (
        12,
        0.4483,
        " 45% ",
        True,
        datetime.date(2020, 3, 31),
        "",
        None,
        "=1+1",
        '=HYPERLINK("file:///etc/passwd")',
    )
    sheets.fill(sheet, [[], [None, *values]])
    assert found(sheets.saved(book)) == {
        (2, 2): 12.0,
        (2, 3): 0.4483,
        (2, 4): "45%",
        (2, 5): "TRUE",
        (2, 6): "2020-03-31",
    }  # a formula that nobody has worked out yet says nothing, least of all nought


def test_merged_cells_and_hidden_sheets() -> None:
    book = sheets.two_rows()
    book.create_sheet("Old figures").sheet_state = "hidden"
    book.create_chartsheet("Chart")
    grids = tabulate(sheets.saved(book)).grids
    assert [grid.name for grid in grids] == ["All figures"]
    assert Merged(4, 2, 5, 2) in grids[0].merged


def test_open_document() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", _ODS)
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    assert found(out.getvalue()) == {(1, 1): "Authority", (1, 2): 0.45}


def test_excel_of_long_ago() -> None:
    data = zlib.decompress(base64.b85decode(_XLS))
    (grid,) = tabulate(data).grids
    assert grid.name == "Rates 2019-20"
    assert grid.merged == (Merged(2, 2, 2, 3),)
    assert found(data) == {
        (2, 2): "Decisions made",
        (3, 1): "Authority",
        (3, 2): "Not upheld",
        (3, 3): "Uphold rate",
        (4, 1): "Mereford Borough Council",
        (4, 2): 3.0,
        (4, 3): 0.4483,
    }


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_text(encoding: str, delimiter: str) -> None:
    data = sheets.text([["Authority", "Note"], ["King’s Lynn; and, Dene", "£5"]], delimiter, encoding)
    assert found(data) == {(1, 1): "Authority", (1, 2): "Note", (2, 1): "King’s Lynn; and, Dene", (2, 2): "£5"}


@pytest.mark.parametrize(
    ("data", "verdict"),
    [
        (b" \n", Verdict.EMPTY),
        (b"%PDF-1.4 a,b", Verdict.NOT_PDF),
        (b"<html><table><tr><td>a,b</td></tr></table></html>", Verdict.NOT_PDF),
        (b"a,b\0c", Verdict.NOT_PDF),
        (b"no table at all", Verdict.NOT_PDF),
        (b"\x81,\x8d", Verdict.NOT_PDF),
        (b"PK\x03\x04 and nothing more", Verdict.NOT_PDF),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), Verdict.NOT_PDF),
        (b"1," * (MOST_CELLS + 1), Verdict.TOO_BIG),
    ],
)
def test_what_is_no_spreadsheet_is_refused(data: bytes, verdict: Verdict) -> None:
    with pytest.raises(Trouble) as told:
        tabulate(data)
    assert told.value.code == verdict


def test_more_sheets_than_anybody_publishes() -> None:
    book = Workbook()
    for _ in range(70):
        book.create_sheet()
    with pytest.raises(Trouble) as told:
        tabulate(sheets.saved(book))
    assert told.value.code == Verdict.TOO_BIG

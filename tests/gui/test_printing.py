"""The letter on paper, looked at in the PDF that comes out."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pymupdf
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ombudsview.errors import Trouble
from ombudsview.gui.desk import Desk
from ombudsview.gui.letter.sheet_of_record import table
from ombudsview.gui.printing import DPI, Printing
from ombudsview.paper.bounds import MOST_PIXELS
from tests.gui.handmade import FakeReader, source
from tests.gui.listen import waiting


@pytest.fixture
def printing(opened: Desk, qtbot: QtBot) -> Printing:
    window = QWidget()
    qtbot.addWidget(window)
    return Printing(opened, window)


def printer(path: Path) -> QPrinter:
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(path))
    made.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    return made


def test_each_page_is_printed_sharp_enough_for_paper(
    printing: Printing, opened: Desk, reader: FakeReader, qtbot: QtBot, tmp_path: Path
) -> None:
    with waiting(qtbot, opened.noticed) as said:
        printing.print_pages(printer(tmp_path / "out.pdf"))
    assert said.args == ("2 pages were printed.",)
    scales = [asked[2] for asked in reader.asked if asked[0] == "picture"]
    assert scales == [DPI / 72] * 2
    with pymupdf.open(tmp_path / "out.pdf") as made:
        assert made.page_count == 2
        for page in made:
            (image,) = page.get_image_info()
            size = QSize(image["width"], image["height"])
            assert size.width() == round(595 * DPI / 72)
            x0, y0, x1, y1 = image["bbox"]
            assert (x1 - x0) / (y1 - y0) == pytest.approx(595 / 842, rel=0.01)
            assert page.rect.contains(pymupdf.Rect(x0, y0, x1, y1))


def test_of_a_pack_only_the_letters_own_pages_are_printed(
    printing: Printing, opened: Desk, reader: FakeReader, qtbot: QtBot, tmp_path: Path
) -> None:
    letter = opened.letter
    assert letter is not None
    assert letter.review is not None
    letter.sizes = ((595.0, 842.0),) * 300
    letter.review.reading = msgspec.structs.replace(letter.review.reading, pages=(41, 43))
    assert printing.pages() == (40, 41, 42)
    out = printer(tmp_path / "out.pdf")
    out.setFromTo(2, 3)
    with waiting(qtbot, opened.noticed):
        printing.print_pages(out)
    assert [asked[1] for asked in reader.asked if asked[0] == "picture"] == [41, 42]
    with pymupdf.open(tmp_path / "out.pdf") as made:
        assert made.page_count == 2


def test_a_page_larger_than_a_picture_may_be_is_printed_less_sharp(
    printing: Printing, opened: Desk, reader: FakeReader, qtbot: QtBot, tmp_path: Path
) -> None:
    assert opened.letter is not None
    plan = (1191.0, 1684.0)  # A2
    opened.letter.sizes = (plan, plan)
    with waiting(qtbot, opened.noticed):
        printing.print_pages(printer(tmp_path / "out.pdf"))
    [scale, _] = [asked[2] for asked in reader.asked if asked[0] == "picture"]
    assert 7_000_000 < plan[0] * scale * plan[1] * scale <= MOST_PIXELS


def test_a_page_that_lies_is_printed_lying(printing: Printing, opened: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    assert opened.letter is not None
    opened.letter.sizes = ((595.0, 842.0), (842.0, 595.0))
    with waiting(qtbot, opened.noticed):
        printing.print_pages(printer(tmp_path / "out.pdf"))
    with pymupdf.open(tmp_path / "out.pdf") as made:
        assert [page.rect.width > page.rect.height for page in made] == [False, True]


def test_a_page_that_cannot_be_drawn_is_told(
    printing: Printing, opened: Desk, reader: FakeReader, qtbot: QtBot, tmp_path: Path
) -> None:
    reader.troubles.append(("picture", Trouble("crashed", "The page cannot be drawn.", "")))
    with waiting(qtbot, opened.troubled) as told:
        printing.print_pages(printer(tmp_path / "out.pdf"))
    assert told.args[0].code == "crashed"


def test_another_letter_ends_it(
    printing: Printing, opened: Desk, reader: FakeReader, qtbot: QtBot, tmp_path: Path
) -> None:
    reader.gate.clear()
    printing.print_pages(printer(tmp_path / "out.pdf"))
    opened.close()
    reader.gate.set()
    qtbot.wait(30)
    assert printing._run is None


def test_the_record_gives_what_is_printed_at_the_place_whose_page_it_names(opened: Desk) -> None:
    assert opened.review is not None
    opened.review.point("upheld_rate", source(6))
    rows = {row[0]: row for row in table(opened.review)}
    assert rows["Upheld rate"][1:4] == ("45%", "45%", "Changed"), (
        "page 2 prints 100% too, but not as the one that was meant"
    )
    opened.deny("upheld_rate")
    assert {row[0]: row for row in table(opened.review)}["Upheld rate"][1:4] == ("100%", "", "Not in letter")


def test_the_record_is_a_table_of_what_is_printed_and_final(printing: Printing, opened: Desk, tmp_path: Path) -> None:
    opened.correct("upheld_rate", "58")
    opened.query("investigations", "Two of what?")
    assert opened.review is not None
    opened.review.learn("Answer <sooner>.")
    rows = {row[0]: row for row in table(opened.review)}
    assert rows["Upheld rate"][1:4] == ("100%", "58%", "Changed")
    assert rows["Upheld rate"][5] == "2"
    assert "Two of what?" in rows["Investigations"][4]
    assert "Reference" not in rows  # it need not be there and is not
    printing.print_record(printer(tmp_path / "record.pdf"))
    with pymupdf.open(tmp_path / "record.pdf") as made:
        text = " ".join("".join(page.get_text() for page in made).split())
    for word in (
        "Wraxmere Council",
        "2019-20",
        "Upheld rate",
        "100%",
        "58%",
        "Two of what?",
        "Answer <sooner>.",
        "not saved",
    ):
        assert word in text


def test_nothing_is_asked_where_there_is_no_letter(printing: Printing, opened: Desk) -> None:
    opened.close()
    assert printing.pages() == ()
    printing.ask_pages()
    printing.ask_record()

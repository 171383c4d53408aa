"""A Word document is printed once: what was read of it is shown, kept and known again, however it would be printed today."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ombudsview.errors import Trouble, Verdict
from ombudsview.gui.arrival.looking import Known, Wish, look
from ombudsview.gui.desk import Desk
from ombudsview.gui.open_letter import OpenLetter
from ombudsview.gui.queue.glimpse import Twin
from ombudsview.gui.record.keeping import Keeping
from ombudsview.paper.document import Document
from ombudsview.places import Places
from tests.gui.handmade import FakeReader
from tests.gui.listen import Heard, waiting

WORD = b"PK\x03\x04 word/document.xml: a letter made by hand"


class Printer(FakeReader):
    """A reader that prints a Word document anew each time, as LibreOffice does: never twice to the same bytes."""

    def __init__(self) -> None:
        super().__init__()
        self.prints: list[bytes] = []
        self.opened: list[bytes] = []

    def printed(self, data: bytes, *, allow_large: bool = False) -> bytes:
        self._pass("printed")
        assert data == WORD
        self.prints.append(b"%%PDF-1.7 print %d" % len(self.prints))
        return self.prints[-1]

    def open(self, data: bytes, password: str | None = None, *, allow_large: bool = False):
        self.opened.append(data)
        return super().open(data, password, allow_large=allow_large)


@pytest.fixture
def reader() -> Printer:
    return Printer()


@pytest.fixture
def letter_file(tmp_path: Path) -> Path:
    """Here every letter comes as a Word document."""
    path = tmp_path / "letter.docx"
    path.write_bytes(WORD)
    return path


def document(letter: OpenLetter | None) -> Document:
    assert letter is not None
    assert letter.document is not None
    return letter.document


def test_what_was_read_is_the_document(opened: Desk, reader: Printer, letter_file: Path, qtbot: QtBot) -> None:
    shown = document(opened.letter)
    assert (shown.data, shown.name, shown.path) == (reader.prints[0], "letter.docx", letter_file)
    assert opened.letter is not None
    assert opened.letter.paper is not None
    assert opened.letter.paper.sha256 == shown.sha256
    with waiting(qtbot, opened.arrived):
        opened.put(opened.letter)
    assert reader.opened == [reader.prints[0]] * 2
    assert len(reader.prints) == 1


def test_a_saved_one_comes_back_as_it_was_read(
    opened: Desk, reader: Printer, places: Places, letter_file: Path, qtbot: QtBot
) -> None:
    assert opened.finish("a test")
    shown = document(opened.letter)
    [kept] = places.documents.iterdir()
    assert (kept.name, kept.read_bytes()) == (f"{shown.sha256}.pdf", reader.prints[0])
    (row,) = opened.keeping.rows()
    letter_file.unlink()
    with waiting(qtbot, opened.arrived):
        opened.put(opened.keeping.load(row.letter))
    assert reader.opened[-1] == reader.prints[0]
    assert len(reader.prints) == 1


def test_one_of_a_history_that_kept_no_print_says_that_its_pages_are_printed_anew(
    opened: Desk, letter_file: Path, qtbot: QtBot
) -> None:
    told = Heard(opened.troubled)
    letter = opened.letter
    assert letter is not None
    with waiting(qtbot, opened.arrived):
        opened.put(letter)
    assert told.all == [], "its print is there"
    letter.document = Document.of("letter.docx", WORD)  # as such a history gives it back
    with waiting(qtbot, opened.read):
        opened.put(letter)
    assert [trouble.what for (trouble,) in told.all] == [
        "The print of this Word document that was read was not kept: its pages are printed anew."
    ]
    assert opened.review is not None


def test_the_same_word_document_again_is_the_same_letter(opened: Desk, letter_file: Path, qtbot: QtBot) -> None:
    assert opened.finish("a test")
    opened.close()
    found = Heard(opened.beside_found)
    with waiting(qtbot, opened.read):
        opened.open(letter_file)
    assert [alike.likeness for (alike,) in found.all] == ["same_file"]
    opened.correct("upheld_rate", "99")
    assert opened.finish("a test")
    (row,) = opened.keeping.rows()
    assert row.revision == 2


def test_a_draft_is_found_again_and_brings_its_print_along(
    opened: Desk, reader: Printer, places: Places, letter_file: Path, qtbot: QtBot
) -> None:
    opened.correct("upheld_rate", "99")
    opened.close()
    found = Heard(opened.draft_found)
    with waiting(qtbot, opened.read):
        opened.open(letter_file)
    (draft, *_) = found.all[0]
    assert document(opened.letter).data == reader.prints[1]
    back = Keeping(places, who="tester").resume(draft, document(opened.letter))
    assert document(back).data == reader.prints[0]
    assert back.review is not None
    assert back.review.letter == draft.header.letter
    assert back.review.field("upheld_rate").value == "99"


def test_one_that_was_prepared_is_not_printed_anew(
    desk: Desk, reader: Printer, letter_file: Path, qtbot: QtBot
) -> None:
    @contextmanager
    def lent():
        yield reader

    prepared = look(letter_file, lent, Known(desk.keeping), Wish(0, lambda _: 1.0)).prepared
    assert prepared is not None
    with waiting(qtbot, desk.read):
        desk.open(letter_file, prepared=prepared)
    qtbot.waitUntil(lambda: not desk.opening.busy and len(reader.opened) == 2)
    assert document(desk.letter).data == reader.prints[0]
    assert reader.opened == [reader.prints[0]] * 2
    assert len(reader.prints) == 1


def test_the_list_knows_it_too(opened: Desk, reader: Printer, letter_file: Path) -> None:
    @contextmanager
    def lent():
        yield reader

    assert opened.finish("a test")
    (glimpse,) = look(letter_file, lent, Known(opened.keeping)).letters
    assert glimpse.twin is Twin.SAME


def test_one_that_cannot_be_printed_is_told(desk: Desk, reader: Printer, letter_file: Path, qtbot: QtBot) -> None:
    told = Heard(desk.failed)
    reader.troubles.append(("printed", Trouble(Verdict.NOT_PDF, "No LibreOffice.", "Save it as a PDF.")))
    with waiting(qtbot, desk.failed):
        desk.open(letter_file)
    assert [args[-1].code for args in told.all] == [Verdict.NOT_PDF]
    assert reader.opened == []

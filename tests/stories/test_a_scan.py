"""Letters that are no PDF with text: a scan and a picture through the real window and the real recogniser, a Word document."""

from __future__ import annotations

import hashlib
import io
import os
import signal
from pathlib import Path

import pymupdf
import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest

from ombudsview.gui.again.recognising import Recognising
from ombudsview.gui.letter.recognition import RecognitionStrip
from ombudsview.many.one import read_file
from ombudsview.paper import word_file
from ombudsview.paper.worker import Worker
from ombudsview.reports.file_reading import FileReading
from ombudsview.review.state import State
from tests import scans
from tests.helpers import readers
from tests.letters.scan import Scan
from tests.stories.conftest import Officer
from tests.stories.test_bad_days import drop

FIGURES = ("upheld_rate", "upheld_decisions", "investigations", "compliance_rate", "compliance_outcomes", "remedy_rate")


def recognising(officer: Officer) -> Recognising:
    return officer.window.sitting.recognising


def strip(officer: Officer) -> RecognitionStrip:
    return officer.window.workplace.recognition


def press(officer: Officer, words: str) -> None:
    """Press the strip's button, which must bear these words."""
    assert strip(officer).button.text() == words
    QTest.mouseClick(strip(officer).button, Qt.MouseButton.LeftButton)


def read_right(officer: Officer) -> bool:
    answers = scans.DRAWN.answers
    return all(officer.field(key).value == answers[key].value for key in FIGURES)


@scans.needs_recognition
def test_a_scan_is_stopped_gone_on_with_checked_and_kept(officer: Officer, tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(scans.scan(scans.DRAWN, Scan(200))[0])
    officer.window.open_files([path])
    officer.sees(lambda: recognising(officer).work.pids)
    assert strip(officer).text.startswith("Recognising page 1 of 1")
    officer.window.letter_page.view.zoom_by(1.3)
    officer.sees(officer.page_is_drawn)
    (pid,) = recognising(officer).work.pids
    press(officer, "Stop")
    assert strip(officer).text.startswith("Stopped: 0 of 1")
    assert readers.gone(pid)
    press(officer, "Go on")
    officer.sees(lambda: officer.desk.review is not None)
    assert strip(officer).isHidden()
    assert read_right(officer)
    assert {officer.field(key).state for key in FIGURES} <= {State.TO_CHECK, State.LOOK_HERE}
    officer.desk.focus("upheld_rate")
    officer.sees(lambda: officer.window.letter_page.view.source_place() is not None)
    officer.desk.correct("upheld_rate", "58")
    assert officer.desk.finish("The rest was checked on paper.")
    kept = officer.desk.letter.kept
    officer.desk.close()
    officer.window.sitting.open_saved(kept)
    officer.sees(lambda: officer.desk.review is not None)
    assert officer.field("upheld_rate").value == "58"
    assert officer.desk.letter.paper.sheets[0].recognised
    assert not recognising(officer).running


@scans.needs_recognition
def test_a_picture_is_dropped_and_its_recogniser_killed_in_mid_page(officer: Officer, tmp_path: Path) -> None:
    path = tmp_path / "page.PNG"
    with pymupdf.open("pdf", scans.DRAWN.pdf()) as letter:
        letter[scans.STATISTICS].get_pixmap(dpi=200).save(path, "png")
    drop(officer, QUrl.fromLocalFile(str(path)))
    officer.sees(lambda: recognising(officer).work.pids)
    (pid,) = recognising(officer).work.pids
    os.kill(pid, signal.SIGKILL)
    officer.sees(lambda: "Not recognised: page 1" in strip(officer).text)
    officer.sees(officer.page_is_drawn)
    press(officer, "Try again")
    officer.sees(lambda: officer.desk.review is not None)
    assert read_right(officer)


@pytest.mark.parametrize("kind", ["png", "jpg", "tiff"])
def test_a_picture_opens_with_its_page(officer: Officer, tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"page.{kind}"
    with pymupdf.open("pdf", scans.DRAWN.pdf()) as letter:
        letter[scans.STATISTICS].get_pixmap(dpi=100).pil_save(path)
    officer.window.open_files([path])
    officer.sees(lambda: officer.desk.letter is not None and officer.desk.letter.sizes)
    officer.sees(officer.page_is_drawn)


def document(*paragraphs: str) -> bytes:
    docx = pytest.importorskip("docx")
    file, out = docx.Document(), io.BytesIO()
    for words in paragraphs:
        file.add_paragraph(words)
    file.save(out)
    return out.getvalue()


def test_a_word_document_without_libreoffice_is_one_sentence(
    officer: Officer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(word_file, "office", lambda: None)
    path = tmp_path / "letter.docx"
    path.write_bytes(document("Annual Review letter 2020"))
    drop(officer, QUrl.fromLocalFile(str(path)))
    officer.sees(lambda: "LibreOffice" in officer.window.notice.text)
    assert "save it as a PDF" in officer.window.notice.text
    assert officer.window.talk.dialog is None
    assert officer.window.welcome.isVisible()


@pytest.mark.skipif(word_file.office() is None, reason="LibreOffice is not installed")
def test_a_word_document_opens_where_libreoffice_is_there(officer: Officer, tmp_path: Path) -> None:
    path = tmp_path / "letter.docx"
    path.write_bytes(document(*["57% of complaints we investigated were upheld."] * 20))
    officer.window.open_files([path])
    officer.sees(lambda: officer.desk.letter is not None and officer.desk.letter.paper is not None)
    words = " ".join(word.text for word in officer.desk.letter.paper.sheets[0].words)
    assert "57% of complaints we investigated were upheld." in words
    officer.sees(officer.page_is_drawn)
    shown = officer.desk.letter.document
    assert shown is not None
    assert (shown.name, shown.sha256) == ("letter.docx", officer.desk.letter.paper.sha256)
    with pymupdf.open("pdf", shown.data) as pdf:
        assert "57% of complaints" in pdf[0].get_text()
    assert shown.came_as == hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.skipif(word_file.office() is None, reason="LibreOffice is not installed")
def test_a_word_document_on_the_command_line_has_its_own_bytes_hash(tmp_path: Path) -> None:
    path = tmp_path / "letter.docx"
    path.write_bytes(document("57% of complaints we investigated were upheld."))
    with Worker.start(spare=False) as worker:
        answer = read_file(str(path), worker)
    assert isinstance(answer, FileReading)
    assert (answer.trouble, answer.page_count) == (None, 1)
    assert answer.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()

"""What goes wrong: the reader dies, the program is killed, the file is no letter, the history is not ours to write."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from ombudsview.gui import app
from ombudsview.gui.arrival.single import hand_over
from ombudsview.places import Places
from ombudsview.review.state import State
from tests.helpers.process import ROOT
from tests.stories.conftest import SAMPLE, Officer


def drop(officer: Officer, *urls: QUrl) -> None:
    data = QMimeData()
    data.setUrls(list(urls))
    about = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(officer.window, QDragEnterEvent(QPoint(200, 200), *about))
    QApplication.sendEvent(officer.window, QDropEvent(QPointF(200, 200), *about))


def test_a_reader_killed_in_mid_page(officer: Officer) -> None:
    officer.opens(SAMPLE)
    officer.desk.correct("upheld_rate", "58")
    officer.sees(officer.page_is_drawn)
    first = officer.worker.pid
    assert first is not None
    os.kill(first, signal.SIGKILL)
    officer.window.letter_page.pictures.clear()
    officer.window.letter_page.view.zoom_by(1.3)
    officer.sees(officer.page_is_drawn)
    assert officer.worker.pid != first
    assert officer.field("upheld_rate").value == "58"


def test_a_text_file_is_refused_with_a_sentence(officer: Officer, tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("no letter")
    drop(officer, QUrl.fromLocalFile(str(path)))
    officer.sees(lambda: "notes.txt" in officer.window.notice.text)
    assert "PDF" in officer.window.notice.text
    assert officer.window.talk.dialog is None
    assert officer.desk.letter is None


def test_a_pdf_by_name_only_is_refused(officer: Officer, tmp_path: Path) -> None:
    path = tmp_path / "letter.pdf"
    path.write_text("<html>not found</html>")
    drop(officer, QUrl.fromLocalFile(str(path)))
    officer.sees(lambda: "not a PDF" in officer.window.notice.text)
    assert officer.window.welcome.isVisible()


def test_an_address_is_not_fetched(officer: Officer) -> None:
    drop(officer, QUrl("https://example.org/letter.pdf"))
    officer.sees(lambda: "Only files of this machine" in officer.window.notice.text)


def test_a_drop_opens_and_the_rest_waits(officer: Officer, tmp_path: Path) -> None:
    other = tmp_path / "other.pdf"
    other.write_bytes(SAMPLE.read_bytes() + b"\n")
    drop(officer, QUrl.fromLocalFile(str(SAMPLE)), QUrl.fromLocalFile(str(other)))
    officer.sees(lambda: officer.desk.review is not None)
    assert [entry.name for entry in officer.window.queue.entries] == [SAMPLE.name, "other.pdf"]


def test_a_file_that_goes_while_it_is_open_can_still_be_saved(officer: Officer, tmp_path: Path) -> None:
    path = tmp_path / "letter.pdf"
    path.write_bytes(SAMPLE.read_bytes())
    officer.opens(path)
    path.unlink()
    assert officer.desk.finish("a story")
    officer.window.open_files([path])
    officer.sees(lambda: officer.desk.letter.saved)


def test_a_newer_history_is_looked_at_but_left_alone(officer: Officer, places: Places) -> None:
    officer.opens(SAMPLE)
    assert officer.desk.finish("a story")
    officer.sees(lambda: not officer.desk.saving.busy)
    officer.desk.keeping.close()
    import sqlite3

    connection = sqlite3.connect(places.history, isolation_level=None)
    connection.execute("PRAGMA user_version = 99")
    connection.execute("PRAGMA journal_mode = DELETE").fetchall()
    connection.close()
    before = places.history.read_bytes()
    app.prepare(officer.window)
    officer.sees(lambda: "newer OmbudsView" in officer.window.notice.text)
    officer.does("show_history")
    officer.sees(lambda: officer.window.pages.history.model.rowCount() == 1)
    officer.does("show_trends")
    officer.sees(lambda: officer.window.pages.trends.series is not None)
    officer.does("show_letter")
    officer.window.notice.put_away()
    officer.desk.correct("upheld_rate", "58")
    officer.desk.finish("a story")
    officer.sees(lambda: "newer OmbudsView" in officer.window.notice.text)
    assert not officer.desk.review.finished
    assert officer.field("upheld_rate").value == "58"
    assert places.history.read_bytes() == before


@pytest.mark.parametrize("damage", [lambda path: path.write_bytes(b"x" * 5000), Path.unlink])
@pytest.mark.parametrize("page", ["history", "trends"])
def test_a_history_that_was_damaged_or_deleted_is_back_at_the_next_start(
    sits_down: Callable[[], Officer], places: Places, damage: Callable[[Path], object], page: str
) -> None:
    officer = sits_down()
    officer.opens(SAMPLE)
    assert officer.desk.finish("a story")
    officer.sees(lambda: not officer.desk.saving.busy)
    officer.window.close()
    officer.desk.record.close()
    officer.desk.keeping.close()
    damage(places.history)
    officer = sits_down()
    officer.does(f"show_{page}")
    app.prepare(officer.window)
    officer.sees(lambda: "and from the letters' own second copies. It has 1 letter now." in officer.window.notice.text)
    if page == "history":
        officer.sees(lambda: officer.window.pages.history.model.rowCount() == 1)
        assert "second copies" in officer.window.pages.history.told.text()
        officer.opens(SAMPLE)
        officer.does("show_history")
        assert officer.window.pages.history.told.isVisible(), "it stands there once the notice has given way"
    else:
        officer.sees(lambda: officer.window.pages.trends.series is not None)


KILLED = """
    import os, signal, sys
    from pathlib import Path
    from PySide6.QtCore import QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication
    from ombudsview.gui import app
    from ombudsview.gui.work.errands import Errands
    from ombudsview.paper.worker import Worker
    from ombudsview.places import Places

    worker = Worker.start(spare=False)
    qt = QApplication(["ombudsview"])
    window = app.build(qt, Places.under(Path(sys.argv[1])), worker, Errands())
    window.show()

    def work():
        desk = window.desk
        desk.correct("upheld_rate", "58")
        desk.agree("authority")
        desk.undo()
        desk.focus("letter_date")
        QTest.keyClicks(window.letter_page.panel.row("letter_date").edit, "1 August")
        QTimer.singleShot(600, lambda: os.kill(os.getpid(), signal.SIGKILL))

    window.desk.read.connect(lambda: QTimer.singleShot(0, work))
    window.open_files([Path(sys.argv[2])])
    qt.exec()
"""


@pytest.fixture
def killed(places: Places) -> None:
    """The program, killed with SIGKILL soon after the last key."""
    order = [sys.executable, "-c", textwrap.dedent(KILLED), str(places.data.parent), str(SAMPLE)]
    done = subprocess.run(order, cwd=ROOT, timeout=120, capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()


def test_edits_come_back_after_a_kill_when_they_are_asked_for(killed: None, sits_down: Callable[[], Officer]) -> None:
    officer = sits_down()
    assert officer.desk.letter is None, "nothing is applied by itself"
    (draft,) = officer.desk.keeping.drafts()
    lines = officer.window.welcome._drafts.findChildren(type(officer.window.welcome._open))
    (line,) = [button for button in lines if "Wraxmere" in button.text()]
    line.click()
    officer.sees(lambda: officer.desk.review is not None and officer.desk.focus_key)
    assert officer.field("upheld_rate").value == "58"
    assert officer.field("authority").state is State.TO_CHECK
    row = officer.window.letter_page.panel.row("letter_date")
    assert (officer.desk.focus_key, row.edit.text()) == ("letter_date", "1 August")
    assert row.is_open
    assert row.edit.hasFocus()
    assert not row.edit.hasSelectedText(), "the next key goes on with it"
    assert officer.field("letter_date").value == "2020-07-22", "what was being typed is not committed"
    officer.sees(officer.page_is_drawn)
    officer.desk.redo()
    assert officer.field("authority").state is State.AGREED
    officer.desk.undo()
    assert officer.field("authority").state is State.TO_CHECK
    officer.desk.undo()
    assert officer.window.letter_page.panel.row("letter_date").edit.text() == "22 July 2020", (
        "what was typed goes in its turn"
    )
    officer.desk.undo()
    assert officer.field("upheld_rate").state is State.TO_CHECK
    assert [draft.header.letter] == [one.header.letter for one in officer.desk.keeping.drafts()]


def test_a_second_start_hands_its_letters_to_the_first(places: Places, tmp_path: Path) -> None:
    variables = os.environ | {"XDG_RUNTIME_DIR": str(tmp_path)}
    base = str(places.data.parent)
    order = [sys.executable, "-m", "ombudsview", "--base", base]
    with subprocess.Popen(order, cwd=ROOT, env=variables, stderr=subprocess.PIPE) as first:
        try:
            os.environ["XDG_RUNTIME_DIR"] = str(tmp_path)
            assert hand_over(places, [], patience=30), "the first window answers"
            second = subprocess.run([*order, str(SAMPLE)], cwd=ROOT, env=variables, timeout=60, check=False)
            assert second.returncode == 0
            assert first.poll() is None
        finally:
            os.environ.pop("XDG_RUNTIME_DIR")
            first.kill()

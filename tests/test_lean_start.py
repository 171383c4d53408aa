"""What a start must not load: showing the window waits for nothing that only a letter, a chart or a save needs."""

from __future__ import annotations

from pathlib import Path

from ombudsview.places import Places
from ombudsview.review.edit import Answer, Change, Event, Ruling, letter_name
from ombudsview.review.journal import DraftHeader, Journal
from ombudsview.review.states import Deed
from tests.gui.handmade import reading
from tests.helpers.process import python

_SHOWN = """
import sys
from pathlib import Path
from ombudsview.paper.worker import Worker
from ombudsview.places import Places
with Worker.start() as worker:
    from PySide6.QtWidgets import QApplication
    from ombudsview.gui import app
    from ombudsview.gui.style.elided import Elided
    from ombudsview.gui.work.errands import Errands
    application = QApplication(["ombudsview"])
    window = app.build(application, Places.under(Path(sys.argv[1])), worker, Errands())
    window.refresh_welcome()
    window.show()
    application.processEvents()
    print(*sys.modules)
    print(len(window.welcome.findChildren(Elided)), "of a letter", file=sys.stderr)
    window.desk.bridge.close()
    window.desk.keeping.close()
"""
HEAVY = {"pymupdf", "matplotlib", "numpy", "sqlite_utils"}


def test_showing_the_window_loads_nothing_heavy(tmp_path: Path) -> None:
    done = python(_SHOWN, str(tmp_path))
    assert done.returncode == 0, done.stderr
    loaded = set(done.stdout.split())
    assert {"PySide6", "ombudsview"} <= loaded
    assert not loaded & HEAVY


def test_a_draft_that_waits_loads_nothing_of_the_work_upon_letters(tmp_path: Path) -> None:
    """Its line on the start page is there as soon as the window is."""
    header = DraftHeader("ab" * 32, letter_name("ab" * 32, 1), "letter.pdf", (1, 2), "Wraxmere Council", "2019-20")
    journal = Journal.start(Places.under(tmp_path).drafts, header, reading())
    agreed = Change("investigations", None, Answer(Ruling.AGREED, "2"))
    journal.append(Event(1, "2026-01-01T10:00:00+00:00", "tester", header.letter, "1", Deed.ANSWER, (agreed,)))
    done = python(_SHOWN, str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert "1 of a letter" in done.stderr, "its line shows"
    assert "ombudsview.review.steps" in done.stdout.split()
    assert "ombudsview.review.review" not in done.stdout.split()


def test_the_door_of_the_reader_loads_no_qt() -> None:
    done = python(
        "import sys, ombudsview.__main__, ombudsview.reading.child, ombudsview.paper.worker; print(*sys.modules)"
    )
    assert done.returncode == 0, done.stderr
    assert "ombudsview.reading.child" in done.stdout.split()
    assert not {"PySide6", "pymupdf"} & set(done.stdout.split())

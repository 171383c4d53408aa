"""What officers suffered from other programs when work was kept: none of it here, in the real window."""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ombudsview.gui import app
from ombudsview.gui.work.errands import Errands
from ombudsview.history.store import Store
from ombudsview.places import Places
from ombudsview.review.review import Review
from ombudsview.review.state import State
from tests.helpers.process import ROOT
from tests.helpers.steps import is_undone_step_by_step
from tests.history import asked
from tests.stories.conftest import SAMPLE, Officer
from tests.stories.test_a_queue import YEARS

CONTROL = Qt.KeyboardModifier.ControlModifier
CLOCK = r"\b\d\d:\d\d\b"


def says(officer: Officer) -> str:
    """What the foot of the letter says of how it is kept."""
    return officer.window.letter_page.footer._saved.text()


def test_switching_letters_and_pages_and_losing_the_keyboard_keep_what_was_typed(officer: Officer) -> None:
    officer.opens(SAMPLE, YEARS[0])
    officer.desk.focus("upheld_rate")
    officer.types("58%")
    officer.presses(Qt.Key.Key_PageDown, CONTROL)
    officer.sees(lambda: officer.desk.review is not None and officer.desk.letter.name == YEARS[0].name)
    officer.presses(Qt.Key.Key_PageUp, CONTROL)
    officer.sees(lambda: officer.desk.review is not None and officer.desk.letter.name == SAMPLE.name)
    assert officer.field("upheld_rate").value == "58"
    assert re.search(f"Draft saved.*{CLOCK}", says(officer))

    officer.desk.focus("upheld_rate_similar")
    officer.types("46")
    officer.does("show_history")
    officer.sees(lambda: officer.field("upheld_rate_similar").typing == "46")
    officer.does("show_letter")
    assert officer.window.letter_page.panel.row("upheld_rate_similar").edit.text() == "46"
    officer.presses(Qt.Key.Key_Tab)
    assert officer.field("upheld_rate_similar").value == "46"

    officer.desk.focus("upheld_decisions")
    officer.types("5")
    QApplication.sendEvent(officer.window, QEvent(QEvent.Type.WindowDeactivate))
    edit = officer.window.letter_page.panel.row("upheld_decisions").edit
    officer.sees(lambda: officer.field("upheld_decisions").typing == "5")
    assert edit.text() == "5"
    (draft,) = officer.desk.keeping.drafts()
    assert (draft.events[-1].key, draft.events[-1].text) == ("upheld_decisions", "5")


def test_a_click_on_another_letter_keeps_what_was_typed(officer: Officer) -> None:
    officer.opens(SAMPLE, YEARS[0])
    queue = officer.window.workplace.queue_pane.list

    def clicks(number: int, path: Path) -> None:
        place = queue.visualRect(officer.window.queue.index(number)).center()
        QTest.mouseClick(queue.viewport(), Qt.MouseButton.LeftButton, pos=place)
        officer.sees(lambda: officer.desk.review is not None and officer.desk.letter.name == path.name)

    officer.desk.focus("upheld_rate")
    officer.types("58%")
    clicks(1, YEARS[0])
    officer.desk.focus("upheld_rate")
    officer.types("many")
    clicks(0, SAMPLE)
    assert officer.field("upheld_rate").value == "58"
    officer.does("undo")
    assert officer.field("upheld_rate").state is State.TO_CHECK
    clicks(1, YEARS[0])
    assert officer.field("upheld_rate").typing == "many", "what is no value stays as it was typed"
    assert officer.window.letter_page.panel.row("upheld_rate").edit.text() == "many"


def test_no_warning_of_unsaved_work_for_nothing_is_ever_unsaved(sits_down: Callable[[], Officer]) -> None:
    officer = sits_down()
    officer.opens(SAMPLE)
    assert says(officer) == "", "nothing was done to it"
    officer.desk.correct("upheld_rate", "58")
    assert re.search(f"Draft saved.*{CLOCK}", says(officer))
    assert officer.desk.finish("a story")
    officer.sees(lambda: officer.desk.letter.saved)
    assert re.fullmatch(f"Finished, saved .*{CLOCK}.*", says(officer))
    assert officer.desk.keeping.drafts() == ()
    officer.desk.focus("investigations")  # looking around is no change
    officer.presses(Qt.Key.Key_Tab)
    assert re.fullmatch(f"Finished, saved .*{CLOCK}.*", says(officer))
    officer.desk.correct("investigations", "8")
    assert re.search(f"Draft saved.*{CLOCK}", says(officer))
    assert officer.window.close()
    assert officer.window.talk.dialog is None

    officer = sits_down()
    (draft,) = officer.desk.keeping.drafts()
    officer.window.sitting.go_on(draft)
    officer.sees(lambda: officer.desk.review is not None)
    assert officer.field("investigations").value == "8"
    assert (len(officer.desk.keeping.rows()), officer.desk.keeping.rows()[0].revision) == (1, 1)


def test_any_past_state_can_be_rebuilt_from_the_record_of_what_was_done(officer: Officer, places: Places) -> None:
    officer.opens(SAMPLE)
    desk, seen = officer.desk, {}

    def stands() -> dict[str, tuple[object, State]]:
        return {field.key: (field.value, field.state) for field in desk.review.fields()}

    steps: list[Callable[[], object]] = [
        lambda: desk.correct("upheld_rate", "58"),
        lambda: desk.agree("authority"),
        lambda: desk.query("letter_date", "Which one?"),
        desk.undo,
        desk.redo,
        lambda: desk.deny("reference"),
        desk.agree_safe,
        lambda: desk.finish("first"),
        lambda: desk.correct("upheld_rate", "57"),
        desk.undo,
        lambda: desk.finish("amended"),
    ]
    for step in steps:
        step()
        officer.sees(lambda: not desk.saving.busy)
        seen[len(desk.review.events)] = stands()
    desk.keeping.close()

    with closing(Store.open(places)) as store:
        (row,) = asked.letters(store)
        kept = asked.load(store, row.letter)
        with pytest.raises(sqlite3.IntegrityError, match="only ever added"):
            store._db.conn.execute("UPDATE event SET sequence = 99")
        with pytest.raises(sqlite3.IntegrityError, match="only ever added"):
            store._db.conn.execute("DELETE FROM event")
    assert len(seen) > 8
    for number, stood in seen.items():
        past = Review(kept.reading, row.letter, who="", clock=lambda: "", events=kept.events[:number])
        assert {field.key: (field.value, field.state) for field in past.fields()} == stood
    assert all(event.who and event.when for event in kept.events)
    assert is_undone_step_by_step(Review(kept.reading, row.letter, who="", clock=lambda: "", events=kept.events))


def test_every_point_of_a_chart_says_n_of_n_and_the_table_beside_it_repeats_it(officer: Officer) -> None:
    officer.opens(SAMPLE, *YEARS)
    for number in range(1 + len(YEARS)):
        officer.sees(lambda: officer.desk.review is not None and not officer.desk.review.finished)
        officer.desk.finish("a story")
        officer.sees(lambda number=number: len(officer.desk.keeping.rows()) == number + 1)
    officer.does("show_trends")
    trends = officer.window.pages.trends
    officer.sees(lambda: trends.chart.plan is not None)
    assert trends.table.isVisible()
    assert trends.chart.isVisible()
    model = trends.model
    cells = {model.index(row, 0).data(): model.index(row, 2).data() for row in range(model.rowCount())}
    assert cells == {"2021-22": "6 of 8", "2020-21": "2 of 5", "2019-20": "4 of 7", "2018-19": "5 of 9"}
    for year, share in cells.items():
        assert re.search(rf"{year}: \d+%, {share}", trends.chart.accessibleDescription()), year


def test_a_history_in_a_synced_folder_is_named_once(qapp: QApplication, places: Places) -> None:
    synced = Places.under(places.data.parent / "Dropbox")
    hook = sys.excepthook
    window = app.build(qapp, synced, None, Errands())
    sys.excepthook = hook
    told = app._shared(window)
    assert told is not None
    assert "that Dropbox keeps in step with other machines" in told.sentence
    assert app._shared(window) is None, "once is enough"
    window.close()
    window.desk.bridge.close()
    window.desk.record.close()
    window.desk.keeping.close()
    window.deleteLater()


SCALED = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ombudsview.gui import app
from ombudsview.gui.work.errands import Errands
from ombudsview.paper.worker import Worker
from ombudsview.places import Places

worker = Worker.start(spare=False)
qt = QApplication(["ombudsview"])
window = app.build(qt, Places.under(Path(sys.argv[1])), worker, Errands())
window.resize(1300 // 2, 850 // 2)
window.show()
view = window.letter_page.view

def look():
    if window.desk.review is None or window.desk.bridge.errands.busy:
        return
    keys = list(view._pictures._kept)
    sharp = [key for key in keys if abs(key.scale - view._column.scale * view.devicePixelRatioF()) < 1e-3]
    print(view.devicePixelRatioF(), len(sharp), *{key.page for key in keys}, flush=True)
    window.desk.bridge.close()
    worker.close()
    window.desk.record.close()
    window.desk.keeping.close()
    qt.quit()

timer = QTimer(interval=200)
timer.timeout.connect(look)
timer.start()
window.open_files([Path(sys.argv[2])])
QTimer.singleShot(60_000, lambda: qt.exit(3))
sys.exit(qt.exec())
"""


@pytest.mark.parametrize("scale", ["1", "1.5", "2"])
def test_at_every_scaling_only_pages_that_show_are_drawn(places: Places, tmp_path, scale: str) -> None:
    import pymupdf

    path = tmp_path / "long.pdf"
    with pymupdf.open(SAMPLE) as letter:
        for number in range(40):
            letter.new_page().insert_text((72, 72), f"Appendix {number}")
        letter.save(path)
    order = [sys.executable, "-c", SCALED, str(places.data.parent), str(path)]
    variables = os.environ | {"QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(order, cwd=ROOT, env=variables, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    ratio, sharp, *drawn = done.stdout.split()
    assert float(ratio) == float(scale)
    assert int(sharp) >= 1, "a pixel of the picture for each of the screen's"
    assert {int(page) for page in drawn} <= {0, 1, 2}, "what shows, and the page below"
    assert "0" in drawn or "1" in drawn

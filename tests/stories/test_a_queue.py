"""Ten years in one sitting: a folder through the real window, read by real reader processes."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ombudsview.gui.queue.order import Order
from ombudsview.gui.queue.status import Status
from ombudsview.places import Places, resources
from ombudsview.review.state import State
from tests.helpers import readers
from tests.letters.samples import samples
from tests.stories.conftest import SAMPLE, Officer

CONTROL = Qt.KeyboardModifier.ControlModifier
COUNCILS = [f"{name} Borough Council" for name in ("Axford", "Borley", "Culham", "Denby", "Elmswell")]
YEARS = sorted((resources() / "samples").glob("*.pdf"))


def folder_of(place: Path, count: int, *, broken: int | None = None) -> Path:
    """A folder of so many letters, four years of one council and then of the next; the broken one is cut near its beginning."""
    place.mkdir()
    for number in range(count):
        data = letter_of(COUNCILS[number // 4 % len(COUNCILS)], 2019 + number % 4)
        path = place / f"letter {number + 1}.pdf"
        path.write_bytes(data[:40] if number == broken else data + b"\n" * (number // 20))
    return place


@cache
def letter_of(council: str, year: int) -> bytes:
    """The sample letter of a year, typeset for another council."""
    _, letter = next(one for one in samples() if one[1].facts.year == year)
    return replace(letter, name=f"{council} {year}", facts=replace(letter.facts, council=council)).pdf()


def all_read(officer: Officer) -> bool:
    return officer.window.ahead.standing is None and not officer.window.ahead._under_way


def finishes_with_keys(officer: Officer) -> None:
    """Enter until nothing is open; where the letter lacks something, which no key of agreement settles, it is said to be lacking."""
    letter = officer.desk.letter
    for _ in range(200):
        review = officer.desk.review
        if review is None or not review.open_keys():
            break
        key = officer.desk.focus_key
        before = len(review.events)
        officer.presses(Qt.Key.Key_Return)
        if len(review.events) == before and officer.desk.focus_key == key:
            officer.presses(Qt.Key.Key_Delete)
    officer.presses(Qt.Key.Key_Return, CONTROL)
    officer.sees(lambda: letter is not None and letter.saved)


def test_ten_letters_one_of_them_broken_are_finished_with_enter_alone(officer: Officer, tmp_path: Path) -> None:
    count = 11
    officer.window.open_files([folder_of(tmp_path / "letters", count, broken=2)])
    officer.sees(lambda: officer.desk.review is not None)
    queue = officer.window.queue
    assert [entry.name for entry in queue.entries] == [f"letter {number + 1}.pdf" for number in range(count)]
    officer.sees(lambda: all_read(officer))
    assert queue.entries[2].status is Status.PROBLEM
    assert queue.entries[2].trouble
    assert queue.left == count - 1
    for _ in range(count - 1):
        officer.sees(lambda: officer.desk.review is not None and not officer.desk.review.finished)
        finishes_with_keys(officer)
    workplace = officer.window.workplace
    officer.sees(workplace.summary.isVisible)
    assert workplace.summary.words == "10 letters finished, 1 problem"
    assert len(officer.desk.keeping.rows()) == count - 1
    focus = QApplication.focusWidget()
    assert focus is not None
    assert workplace.summary.isAncestorOf(focus)
    officer.presses(Qt.Key.Key_PageUp, CONTROL)
    officer.sees(lambda: workplace.letter_page.isVisible() and officer.desk.review is not None)


def test_the_next_letter_is_there_before_the_reader_is_asked(officer: Officer, tmp_path: Path) -> None:
    officer.window.open_files([folder_of(tmp_path / "letters", 3)])
    officer.sees(lambda: officer.desk.review is not None)
    entry = officer.window.queue.entries[1]
    officer.sees(lambda: officer.window.ahead.prepared(entry) is not None)
    worker = officer.desk.bridge.worker
    opened = worker.open
    seen: list[bool] = []

    def watched(*args, **kwargs):
        officer.worker.open = opened
        seen.append(officer.desk.review is not None and officer.desk.letter.path == entry.path)
        return opened(*args, **kwargs)

    worker.open = watched
    officer.does("next_letter")
    officer.sees(lambda: officer.desk.review is not None and officer.desk.letter.path == entry.path)
    view = officer.window.letter_page.view
    assert view._pictures._kept, "its first page is drawn already"
    officer.sees(officer.page_is_drawn)
    officer.sees(lambda: seen)


def test_stop_ends_the_readers_and_go_on_reads_the_rest(officer: Officer, tmp_path: Path) -> None:
    officer.window.open_files([folder_of(tmp_path / "letters", 40)])
    ahead = officer.window.ahead
    officer.sees(lambda: ahead.standing is not None and ahead.standing.done >= 4 and ahead._under_way)
    pids = ahead._crew.pids
    assert pids
    if hasattr(os, "getpriority"):
        assert {os.getpriority(os.PRIO_PROCESS, pid) for pid in pids} <= {10, 19}, "they let others go first"
    progress = officer.window.workplace.queue_pane.progress
    assert progress.isVisible()
    progress.button.click()
    assert all(readers.gone(pid) for pid in pids)
    officer.sees(lambda: not ahead._under_way)
    standing = ahead.standing
    assert standing is not None
    assert standing.stopped
    assert progress.words.text() == f"{standing.done} of 40 read, stopped"
    assert all(entry.status is not Status.PROBLEM for entry in officer.window.queue.entries)
    officer.does("go_on_reading")
    officer.sees(lambda: all_read(officer))
    assert not progress.isVisible()
    assert all(entry.seen is not None and entry.seen.authority for entry in officer.window.queue.entries)


def test_sorted_by_need_the_keys_follow_the_order_shown(officer: Officer, tmp_path: Path) -> None:
    officer.window.open_files([folder_of(tmp_path / "letters", 4)])
    officer.sees(lambda: officer.desk.review is not None)
    officer.sees(lambda: all_read(officer))
    queue = officer.window.queue
    officer.does("order_authority")
    assert queue.order is Order.AUTHORITY
    shown = [entry.seen.year for entry in queue.entries if entry.seen]
    assert shown == sorted(shown)
    first = queue.entries[0]
    officer.window.sitting.go_to(first)
    officer.sees(lambda: officer.desk.review is not None and officer.desk.letter.path == first.path)
    for entry in list(queue.entries[1:]):
        officer.presses(Qt.Key.Key_PageDown, CONTROL)
        officer.sees(lambda entry=entry: officer.desk.review is not None and officer.desk.letter.path == entry.path)


def test_a_letter_is_taken_off_the_queue_by_its_key_and_put_back(officer: Officer, tmp_path: Path) -> None:
    officer.window.open_files([folder_of(tmp_path / "letters", 3)])
    officer.sees(lambda: officer.desk.review is not None)
    officer.sees(lambda: all_read(officer))
    queue, pane = officer.window.queue, officer.window.workplace.queue_pane
    names = [entry.name for entry in queue.entries]
    pane.list.setFocus()
    officer.presses(Qt.Key.Key_Delete)  # the letter on the desk
    officer.sees(lambda: officer.desk.review is not None and officer.desk.letter.name == names[1])
    assert [entry.name for entry in queue.entries] == names[1:]
    (back,) = [button for button in officer.window.notice._ways if button.text() == "Put back"]
    back.click()
    assert [entry.name for entry in queue.entries] == names


def test_a_finished_letter_comes_back_from_the_history_with_its_corrections(officer: Officer, tmp_path: Path) -> None:
    officer.window.open_files([folder_of(tmp_path / "letters", 2)])
    officer.sees(lambda: officer.desk.review is not None)
    first = officer.window.queue.entries[0]
    officer.desk.correct("upheld_rate", "58")
    assert officer.desk.finish("a story")
    officer.sees(lambda: officer.window.queue.current is not first and officer.desk.review is not None)
    assert first.letter is None, "nothing but its line is kept in memory"
    assert first.status is Status.FINISHED
    officer.does("previous_letter")
    officer.sees(lambda: officer.desk.review is not None and officer.window.queue.current is first)
    assert officer.field("upheld_rate").state is State.CHANGED
    assert officer.desk.letter.saved
    officer.does("undo")
    assert officer.field("upheld_rate").state is State.TO_CHECK


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A committee pack: a title page and three letters."""
    import pymupdf

    pack = pymupdf.open()
    pack.new_page().insert_text((72, 72), "Audit Committee, agenda item 7")
    for path in (SAMPLE, *YEARS[:2]):
        with pymupdf.open(path) as letter:
            pack.insert_pdf(letter)
    path = tmp_path / "pack.pdf"
    pack.save(path)
    return path


def test_a_committee_pack_in_the_background_is_offered_as_its_letters(
    officer: Officer, pack: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.pdf"
    shutil.copy(YEARS[-1], other)
    officer.opens(other, pack)
    officer.sees(lambda: all_read(officer))
    queue = officer.window.queue
    letters = [entry for entry in queue.entries if entry.path == pack]
    assert [entry.number for entry in letters] == [0, 1, 2]
    assert all(entry.seen and entry.seen.authority for entry in letters)
    assert len({entry.seen.year for entry in letters if entry.seen}) == 3
    for entry in letters:
        assert officer.desk.finish("a story")
        officer.sees(lambda entry=entry: queue.current is entry and officer.desk.review is not None)
        assert officer.desk.letter.number == entry.number
        assert officer.desk.letter.identity[1] == entry.seen.year
    assert officer.desk.finish("a story")
    assert len({row.pages for row in officer.desk.keeping.rows()}) >= 3
    officer.sees(officer.window.workplace.summary.isVisible)


def test_a_folder_named_on_the_command_line(places: Places, tmp_path: Path, qapp: QApplication, qtbot) -> None:
    import sys

    from ombudsview.gui import app
    from ombudsview.gui.work.errands import Errands
    from ombudsview.paper.worker import Worker

    folder = folder_of(tmp_path / "letters", 3)
    hook = sys.excepthook
    window = app.build(qapp, places, None, Errands())
    sys.excepthook = hook
    window.open_files([folder])
    window.show()
    qtbot.waitUntil(lambda: window.desk.review is not None, timeout=60_000)
    assert [entry.name for entry in window.queue.entries] == ["letter 1.pdf", "letter 2.pdf", "letter 3.pdf"]
    assert isinstance(window.desk.bridge.worker, Worker)
    window.close()
    window.desk.bridge.close()
    window.desk.keeping.close()
    window.deleteLater()


def test_the_three_answers_to_a_letter_that_is_saved_already(sits_down: Callable[[], Officer], tmp_path: Path) -> None:
    import pymupdf

    officer = sits_down()
    officer.opens(SAMPLE)
    assert officer.desk.finish("a story")
    officer.sees(lambda: officer.desk.letter is not None and bool(officer.desk.letter.saved))
    (row,) = officer.desk.keeping.rows()
    officer.does("close_letter")

    same = tmp_path / "the same.pdf"
    shutil.copy(SAMPLE, same)
    officer.opens(same)
    officer.sees(lambda: "in the history already" in officer.window.notice.text)
    officer.does("close_letter")

    resaved = tmp_path / "saved once more.pdf"
    with pymupdf.open(SAMPLE) as letter:
        letter.save(resaved, garbage=4, deflate=True)
    officer.opens(resaved)
    officer.sees(lambda: "from another file" in officer.window.notice.text)
    officer.desk.correct("upheld_rate", "58")
    assert officer.desk.finish("a story")
    officer.sees(lambda: [(one.letter, one.revision) for one in officer.desk.keeping.rows()] == [(row.letter, 2)])
    officer.sees(lambda: not officer.desk.saving.busy)  # else its notice comes over the next letter's
    officer.does("close_letter")

    second = tmp_path / "second.pdf"
    with pymupdf.open(SAMPLE) as letter:
        letter[0].insert_text((72, 800), "This letter replaces that of July.", fontsize=9)
        letter.save(second)
    officer.opens(second)
    officer.sees(lambda: "another letter of" in officer.window.notice.text)
    officer.desk.finish("a story")
    officer.sees(lambda: officer.window.talk.dialog is not None)
    assert not officer.desk.review.finished
    dialog = officer.window.talk.dialog
    assert dialog is not None
    assert dialog.table.model().index(0, 0).data() is not None, "58% was saved, 57% is read"
    dialog.both.click()
    both = [(1, 2), (2, 1)]
    officer.sees(lambda: sorted((one.sequence, one.revision) for one in officer.desk.keeping.rows()) == both)

"""A letter that the history has already, or has something like: what is said, what is asked, and that nothing is replaced unasked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ombudsview.gui.desk import Desk
from ombudsview.gui.dialogs.twin import TwinDialog
from ombudsview.gui.dialogs.twin_differences import Differences
from ombudsview.gui.letter import says
from ombudsview.gui.queue.model import Queue
from ombudsview.gui.record import earlier
from ombudsview.gui.record.keeping import Keeping
from ombudsview.gui.settings import Settings
from ombudsview.gui.window import Window
from ombudsview.history.alike import Difference
from ombudsview.paper.paper import Paper, Word
from ombudsview.places import Places
from tests.gui.handmade import DATA, FakeReader, box, paper, reading
from tests.gui.listen import waiting


@pytest.fixture
def window(desk: Desk, tmp_path: Path, places: Places, qtbot: QtBot) -> Iterator[Window]:
    window = Window(desk, Queue(desk), Settings(tmp_path / "settings.json"), places.window_state)
    qtbot.addWidget(window)
    window.resize(1200, 800)
    window.show()
    window.ahead.stop()  # nothing is read behind the officer's back here
    yield window
    window.close()


def opens(window: Window, qtbot: QtBot, path: Path, data: bytes) -> None:
    path.write_bytes(data)
    with waiting(qtbot, window.desk.read):
        window.open_files([path])


def ways(window: Window) -> dict[str, object]:
    return {button.text(): button for button in window.notice._ways}


def dialog_of(window: Window) -> TwinDialog:
    dialog = window.talk.dialog
    assert isinstance(dialog, TwinDialog)
    return dialog


@pytest.fixture
def saved(window: Window, tmp_path: Path, qtbot: QtBot) -> str:
    """A letter in the history, off the desk; its name there."""
    opens(window, qtbot, tmp_path / "first.pdf", DATA)
    assert window.desk.finish("a test")
    (row,) = window.desk.keeping.rows()
    window.desk.close()
    window.queue.remove(list(window.queue.entries))
    return row.letter


def another_text(reader: FakeReader, **changes: str) -> None:
    """From now on the reader finds another letter to the same council for the same year."""
    sheets = paper().sheets
    first = structs.replace(sheets[0], words=(*sheets[0].words, Word("again", box("again", 300, 600), 99)))
    reader.paper = Paper("", (first, *sheets[1:]))
    fields = tuple(
        structs.replace(field, value=changes[field.key]) if field.key in changes else field
        for field in reading().fields
    )
    reader.readings = (structs.replace(reading(), fields=fields),)


def test_the_same_file_offers_the_saved_one(window: Window, saved: str, tmp_path: Path, qtbot: QtBot) -> None:
    opens(window, qtbot, tmp_path / "elsewhere.pdf", DATA)
    assert "is in the history already" in window.notice.text
    assert list(ways(window)) == ["Open the saved one"]
    with waiting(qtbot, window.desk.read):
        ways(window)["Open the saved one"].click()
    assert window.desk.letter is not None
    assert (window.desk.letter.kept, bool(window.desk.letter.saved)) == (saved, True)


def test_a_file_that_was_saved_anew_is_told_and_becomes_a_revision(
    window: Window, saved: str, tmp_path: Path, qtbot: QtBot
) -> None:
    opens(window, qtbot, tmp_path / "first.pdf", DATA + b" saved once more")
    assert "from another file" in window.notice.text
    window.desk.correct("upheld_rate", "99")
    assert window.desk.finish("a test"), "nothing is asked: it was said at the start"
    (row,) = window.desk.keeping.rows()
    assert (row.letter, row.revision, row.sequence) == (saved, 2, 1)


@pytest.fixture
def second(window: Window, saved: str, reader: FakeReader, tmp_path: Path, qtbot: QtBot) -> Desk:
    """Another letter for the same year on the desk."""
    another_text(reader, upheld_decisions="1", investigations="3")
    opens(window, qtbot, tmp_path / "second.pdf", DATA + b" second")
    return window.desk


def test_a_second_letter_is_said_when_it_comes(window: Window, second: Desk) -> None:
    assert "another letter of Wraxmere Council for 2019-20" in window.notice.text
    assert list(ways(window)) == ["Open the saved one", "Compare"]


def test_a_second_letter_is_asked_about_with_what_differs(window: Window, second: Desk) -> None:
    assert not second.finish("a test")
    dialog = dialog_of(window)
    model = dialog.table.model()
    cells = [[model.index(row, column).data() for column in range(3)] for row in range(model.rowCount())]
    assert cells == [[says.full_label("upheld_decisions"), "2", "1"], [says.full_label("investigations"), "2", "3"]]
    dialog.reject()
    assert [row.revision for row in second.keeping.rows()] == [1], "not answered, not saved"


def test_enter_keeps_both(window: Window, second: Desk, saved: str, qtbot: QtBot) -> None:
    second.finish("a test")
    QTest.keyClick(dialog_of(window), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(second.keeping.rows()) == 2)
    rows = {row.sequence: row for row in second.keeping.rows()}
    assert (rows[1].letter, rows[1].revision, rows[2].revision) == (saved, 1, 1)
    assert second.letter is not None
    assert second.letter.saved
    second.correct("upheld_rate", "50")
    assert second.finish("a test"), "it is asked once"


def test_it_can_be_a_revision_of_the_saved_one(window: Window, second: Desk, saved: str) -> None:
    second.finish("a test")
    dialog_of(window).revision.click()
    (row,) = second.keeping.rows()
    assert (row.letter, row.revision, row.file_name) == (saved, 2, "second.pdf")
    assert second.letter is not None
    assert second.letter.kept == saved


def test_the_saved_one_can_be_opened_instead_and_the_work_stays_a_draft(
    window: Window, second: Desk, saved: str, qtbot: QtBot
) -> None:
    second.agree("authority")
    second.finish("a test")
    with waiting(qtbot, second.read):
        dialog_of(window).saved.click()
    assert second.letter is not None
    assert second.letter.kept == saved
    assert [draft.header.file_name for draft in second.keeping.drafts()] == ["second.pdf"]
    assert [row.revision for row in second.keeping.rows()] == [1]


def test_the_answer_can_be_given_at_the_start(window: Window, second: Desk, saved: str) -> None:
    ways(window)["Compare"].click()
    assert dialog_of(window).later.isDefault(), "nothing is being finished"
    assert dialog_of(window).revision.text() == "Make it a new revision"
    dialog_of(window).revision.click()
    assert window.notice.text == "When you finish this letter, it is saved as a new revision of the saved one."
    assert [row.revision for row in second.keeping.rows()] == [1], "nothing is saved yet"
    assert second.finish("a test")
    assert [(row.letter, row.revision) for row in second.keeping.rows()] == [(saved, 2)]


def set_anew(reader: FakeReader) -> None:
    """From now on the reader finds the same letter as another program lays it out."""
    reader.paper = Paper("", tuple(structs.replace(sheet, words=sheet.words[::-1]) for sheet in paper().sheets))


@pytest.fixture
def resaved(window: Window, saved: str, reader: FakeReader, tmp_path: Path, qtbot: QtBot) -> Desk:
    """The saved letter on the desk, from another program's file."""
    set_anew(reader)
    opens(window, qtbot, tmp_path / "anew.pdf", DATA + b" from another program")
    return window.desk


def test_the_same_letter_from_another_program_is_said_to_be_that(window: Window, resaved: Desk) -> None:
    assert "this letter from another file" in window.notice.text
    assert window.notice.text.endswith("the same wording, the same figures.")
    assert list(ways(window)) == ["Open the saved one", "Compare"]


def test_enter_makes_the_same_letter_a_revision_and_both_can_be_kept(
    window: Window, resaved: Desk, saved: str, qtbot: QtBot
) -> None:
    resaved.finish("a test")
    dialog = dialog_of(window)
    assert dialog.both is not None
    assert not dialog.table.isVisible(), "nothing differs"
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [row.revision for row in resaved.keeping.rows()] == [2])
    assert resaved.keeping.rows()[0].letter == saved


def test_the_same_letter_can_be_kept_twice_where_the_officer_says_so(
    window: Window, resaved: Desk, qtbot: QtBot
) -> None:
    resaved.finish("a test")
    both = dialog_of(window).both
    assert both is not None
    both.click()
    qtbot.waitUntil(lambda: len(resaved.keeping.rows()) == 2)


def test_a_saved_letter_that_moves_to_a_year_with_a_letter_is_asked_about(
    window: Window, saved: str, reader: FakeReader, tmp_path: Path, qtbot: QtBot
) -> None:
    another_text(reader, period_end="2019-03-31", upheld_decisions="1")
    opens(window, qtbot, tmp_path / "before.pdf", DATA + b" the year before")
    desk = window.desk
    assert desk.finish("a test"), "another year: nothing is asked"
    desk.correct("period_end", "2020-03-31")
    assert not desk.finish("a test")
    dialog = dialog_of(window)
    assert dialog.revision is None, "it is no revision of another letter: it is saved itself"
    assert dialog.table.model().rowCount() == 1
    assert sorted(row.period_end or "" for row in desk.keeping.rows()) == ["2019-03-31", "2020-03-31"]
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [row.sequence for row in desk.keeping.rows() if row.letter != saved] == [2])
    assert [row.period_end for row in desk.keeping.rows()] == ["2020-03-31", "2020-03-31"]
    desk.correct("upheld_rate", "50")
    assert desk.finish("a test"), "it is asked once"


def elsewhere(desk: Desk, value: str) -> None:
    """Another window on the same history finishes the same letter first."""
    desk.keeping.close()
    other = Keeping(desk.keeping.places, who="somebody else")
    open_letter = desk.letter
    assert open_letter is not None
    from ombudsview.gui.open_letter import OpenLetter

    theirs = OpenLetter("theirs.pdf", document=open_letter.document, paper=open_letter.paper)
    assert open_letter.reading is not None
    theirs.review = other.new_review(theirs, open_letter.reading)
    earlier.note(other, theirs, earlier.question_of(theirs))
    theirs.review.correct("upheld_rate", value)
    theirs.review.finish("a test")
    other.save(theirs, other.snapshot(theirs.review))
    other.close()


@pytest.mark.parametrize("before", [False, True])
def test_what_another_window_saved_meanwhile_is_not_replaced_unasked(
    window: Window, tmp_path: Path, qtbot: QtBot, request: pytest.FixtureRequest, before: bool
) -> None:
    if before:
        request.getfixturevalue("saved")
    opens(window, qtbot, tmp_path / "mine.pdf", DATA)
    desk = window.desk
    desk.correct("upheld_rate", "60")
    elsewhere(desk, "70")
    revision = 2 if before else 1
    assert not desk.finish("a test")
    dialog = dialog_of(window)
    model = dialog.table.model()
    both = [model.index(0, column).data() for column in (1, 2)]
    assert both == ["70%, as corrected by hand", "60%, as corrected by hand"], "both values are shown"
    assert [row.revision for row in desk.keeping.rows()] == [revision]
    dialog.revision.click()
    assert [row.revision for row in desk.keeping.rows()] == [revision + 1]
    assert desk.letter is not None
    assert desk.letter.saved


def test_a_draft_remembers_which_saved_letter_it_was_begun_upon(
    window: Window, saved: str, tmp_path: Path, qtbot: QtBot
) -> None:
    opens(window, qtbot, tmp_path / "mine.pdf", DATA)
    desk = window.desk
    desk.correct("upheld_rate", "60")
    elsewhere(desk, "70")
    desk.close()
    window.queue.remove(list(window.queue.entries))
    (draft,) = desk.keeping.drafts()
    with waiting(qtbot, desk.read):
        window.sitting.go_on(draft)
    assert not desk.finish("a test")
    assert isinstance(window.talk.dialog, TwinDialog)


def test_the_table_of_differences_keeps_to_the_rules_of_models(qtmodeltester: ModelTester) -> None:
    model = Differences(
        (
            Difference("upheld_rate", "57", None, saved_by_hand=True),
            Difference("letter_date", "2020-07-22", "2020-07-24"),
        )
    )
    qtmodeltester.check(model)
    assert [model.index(0, column).data() for column in range(3)][1:] == ["57%, as corrected by hand", "not given"]
    assert [model.index(1, column).data() for column in (1, 2)] == ["22 July 2020", "24 July 2020"]
    spoken = model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith("saved 22 July 2020, this letter 24 July 2020")

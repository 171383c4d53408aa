"""What was learnt from earlier letters, with a box for what was done about it: above Finish, kept, never waited for."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ombudsview.gui.desk import Desk
from ombudsview.gui.letter.carried import MOST, CarriedBar
from ombudsview.gui.letter.deeds import deed_lines
from ombudsview.gui.letter.sheet_of_record import sheet_of_record
from ombudsview.history.compare import Besides
from ombudsview.review.edit import Carried
from tests.gui.letter.laid_out import standing
from tests.gui.listen import waiting

LAST = Carried("a" * 64 + "-1", "Wraxmere Council", "2018-19", "Answer <sooner>.")
OLDER = tuple(
    Carried(f"{year}" * 32 + "-1", "Wraxmere Council", f"20{year}-{year + 1}", f"Note {year}.") for year in (16, 15, 14)
)


def found(*carried: Carried) -> Besides:
    return Besides("Wraxmere Council", "2020-03-31", past_year="2018-19", carried=carried)


@pytest.fixture
def bar(opened: Desk, qtbot: QtBot) -> Iterator[CarriedBar]:
    with standing(CarriedBar, opened, qtbot) as bar:
        yield bar


def shown(bar: CarriedBar) -> list[str]:
    return [row.why.text() for row in bar.rows if row.isVisible()]


def test_it_shows_itself_where_a_note_is_open_and_says_whose_and_when(bar: CarriedBar, opened: Desk) -> None:
    assert not bar.isVisible()
    other = msgspec.structs.replace(OLDER[1], authority="Old Wraxmere Council")
    bar.show_besides(found(OLDER[0], other))
    assert shown(bar) == [
        "For 2016-17 you noted: “Note 16.”",
        "For 2015-16 you noted of Old Wraxmere Council: “Note 15.”",
    ]
    bar.show_besides(found(LAST, other))
    assert shown(bar)[0] == "Last year, 2018-19, you noted: “Answer <sooner>.”"
    assert not bar.more.isVisible()
    names = [row.box.accessibleName() for row in bar.rows]
    assert names[0] == "What was done about the note of 2018-19"
    assert len(set(names)) == MOST
    assert bar.rows[0].box.accessibleDescription() == bar.rows[0].why.text()
    bar.show_besides(found())
    assert not bar.isVisible()


def test_what_is_typed_is_kept_with_the_letter_shown_among_its_saves_and_printed(
    bar: CarriedBar, opened: Desk, qtbot: QtBot
) -> None:
    bar.show_besides(found(LAST))
    QTest.keyClicks(bar.rows[0].box, "A weekly <list>.")
    opened.correct("upheld_rate", "58")  # what is being typed stays
    assert bar.rows[0].box.text() == "A weekly <list>."
    qtbot.waitUntil(lambda: opened.review is not None and opened.review.noted.done_about(LAST) == "A weekly <list>.")
    assert not opened.review.can_redo
    assert opened.letter is not None
    sheet = sheet_of_record(opened.letter, opened.review)
    assert "<b>Noted for 2018-19:</b> Answer &lt;sooner&gt;." in sheet
    assert "<b>What was done about it:</b> A weekly &lt;list&gt;." in sheet
    assert opened.finish("a test")
    row = opened.keeping.rows()[0]
    (newest,) = opened.keeping.revisions(row.letter)
    lines = [line for event in newest.events for line in deed_lines(event)]
    assert "Done about the note of 2018-19: A weekly <list>. (“Answer <sooner>.”)" in lines

    with waiting(qtbot, opened.read):
        opened.put(opened.keeping.load(row.letter))
    assert bar.isVisible()  # before the history has been looked through
    assert (shown(bar), bar.rows[0].box.text()) == (
        ["Last year, 2018-19, you noted: “Answer <sooner>.”"],
        "A weekly <list>.",
    )
    bar.rows[0].box.clear()
    bar.commit()
    assert deed_lines(opened.review.events[-1]) == (
        "Removed what was done about the note of 2018-19 (“Answer <sooner>.”)",
    )


def test_leaving_the_letter_keeps_what_is_being_typed(bar: CarriedBar, opened: Desk) -> None:
    bar.show_besides(found(LAST))
    review = opened.review
    assert review is not None
    QTest.keyClicks(bar.rows[0].box, "A weekly list.")
    assert review.noted.answered == ()
    opened.close()
    assert review.noted.answered == ((LAST, "A weekly list."),)
    assert not bar.isVisible()
    (draft,) = opened.keeping.drafts()
    assert [event.text for event in draft.events] == ["A weekly list."]


def test_an_answer_is_for_the_note_it_was_typed_under_whatever_is_found_meanwhile(
    bar: CarriedBar, opened: Desk
) -> None:
    bar.show_besides(found(LAST))
    QTest.keyClicks(bar.rows[0].box, "A weekly list.")
    bar.show_besides(found(*OLDER))
    assert opened.review is not None
    assert opened.review.noted.answered == ((LAST, "A weekly list."),)
    assert [row.box.text() for row in bar.rows] == ["A weekly list.", ""]
    assert [text[-9:] for text in shown(bar)] == ["sooner>.”", "Note 16.”"]


def test_more_than_there_is_room_for_wait_and_are_counted(bar: CarriedBar, opened: Desk) -> None:
    bar.show_besides(found(LAST, *OLDER))
    assert len(shown(bar)) == MOST
    assert (bar.more.isVisible(), bar.more.text()) == (True, "2 more notes are still open.")
    bar.show_besides(found(LAST, *OLDER[:2]))
    assert bar.more.text() == "1 more note is still open."


def test_a_long_note_is_cut_on_the_desk_and_whole_for_those_who_ask(bar: CarriedBar) -> None:
    long = msgspec.structs.replace(LAST, note="Answer sooner. " * 100)
    bar.show_besides(found(long))
    row = bar.rows[0]
    assert len(row.why.text()) < 160
    assert row.why.text().endswith("sooner.…”")
    assert row.box.accessibleDescription().count("Answer sooner.") == row.why.toolTip().count("Answer sooner.") == 100


def test_an_empty_answer_holds_nothing_up(bar: CarriedBar, opened: Desk) -> None:
    bar.show_besides(found(LAST))
    assert opened.finish("a test")
    bar.commit()
    assert opened.review is not None
    assert opened.review.finished

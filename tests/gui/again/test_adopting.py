"""What the officer did before recognition was finished stays, whatever comes of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ombudsview.gui.again.by_hand import by_hand
from ombudsview.gui.again.recognising import Phase, Recognising
from ombudsview.gui.desk import Desk
from ombudsview.letters.annual_letter_2006 import ANNUAL_LETTER_2006
from ombudsview.letters.measures_2019 import MEASURES_2019
from ombudsview.reading.model import Reading
from ombudsview.review.state import State
from tests.gui import handmade, pictured
from tests.gui.again.test_recognising import recogniser, recognising, scan, second, waits
from tests.gui.handmade import FakeReader, edited
from tests.gui.listen import Heard, waiting
from tests.gui.pictured import FakeRecogniser, SecondReader

__all__ = ["recogniser", "recognising", "scan", "second", "waits"]


@pytest.fixture
def by_hands(waits: Recognising, desk: Desk) -> Desk:
    """The officer did not wait, and fills the scan in as a letter of its kind."""
    assert desk.letter is not None
    desk.begin_review(by_hand(MEASURES_2019, desk.letter.reading))
    return desk


def finish_recognising(desk: Desk, recogniser: FakeRecogniser, qtbot: QtBot) -> None:
    with waiting(qtbot, desk.read):
        recogniser.free = True


def field(desk: Desk, key: str):
    assert desk.review is not None
    return desk.review.field(key)


def test_what_was_filled_in_by_hand_stays_and_the_rest_is_filled_in(
    by_hands: Desk, recogniser: FakeRecogniser, qtbot: QtBot
) -> None:
    desk = by_hands
    said = Heard(desk.noticed)
    desk.correct("upheld_rate", "99")
    desk.correct("upheld_decisions", "2")
    desk.deny("letter_date")
    desk.query("investigations", "which?")
    finish_recognising(desk, recogniser, qtbot)
    assert (field(desk, "upheld_rate").value, field(desk, "upheld_rate").state) == ("99", State.CHANGED)
    assert field(desk, "upheld_rate").read.value == "100"
    assert field(desk, "upheld_decisions").state is State.AGREED, "the page says what the officer typed"
    assert field(desk, "letter_date").state is State.NOT_IN_LETTER
    assert (field(desk, "investigations").state, field(desk, "investigations").value) == (State.QUERY, "2")
    assert (field(desk, "authority").value, field(desk, "authority").state) == ("Wraxmere Council", State.TO_CHECK)
    assert "2 fields differ" in said.args[0]


def test_every_step_can_still_be_undone(by_hands: Desk, recogniser: FakeRecogniser, qtbot: QtBot) -> None:
    by_hands.correct("upheld_rate", "99")
    finish_recognising(by_hands, recogniser, qtbot)
    by_hands.undo()
    assert (field(by_hands, "upheld_rate").value, field(by_hands, "upheld_rate").state) == ("100", State.TO_CHECK)
    by_hands.redo()
    assert field(by_hands, "upheld_rate").value == "99"


def test_the_draft_holds_the_new_reading_and_every_event(
    by_hands: Desk, recogniser: FakeRecogniser, qtbot: QtBot
) -> None:
    by_hands.correct("upheld_rate", "99")
    finish_recognising(by_hands, recogniser, qtbot)
    by_hands.agree("authority")
    (draft,) = by_hands.keeping.drafts()
    for found in pictured.reading().fields:
        assert found.value is None or draft.reading.field(found.key) == found
    assert edited(draft) == ["upheld_rate", "authority"]


def test_what_is_being_typed_stays(by_hands: Desk, recogniser: FakeRecogniser, qtbot: QtBot) -> None:
    by_hands.focus("upheld_rate")
    by_hands.type("upheld_rate", "9")
    finish_recognising(by_hands, recogniser, qtbot)
    assert field(by_hands, "upheld_rate").typing == "9"
    assert by_hands.focus_key == "upheld_rate"


def test_the_kind_that_the_officer_chose_stays(
    waits: Recognising, desk: Desk, recogniser: FakeRecogniser, qtbot: QtBot
) -> None:
    assert desk.letter is not None
    desk.begin_review(by_hand(ANNUAL_LETTER_2006, desk.letter.reading))
    finish_recognising(desk, recogniser, qtbot)
    assert desk.review is not None
    assert desk.review.reading.kind == "annual-letter-2006"
    assert field(desk, "authority").value == "Wraxmere Council", "what that kind has too is put in"


def test_a_field_that_the_new_reading_lacks_keeps_what_was_said_of_it(
    by_hands: Desk, recogniser: FakeRecogniser, qtbot: QtBot
) -> None:
    assert pictured.reading().field("remedy_rate") is None
    by_hands.correct("remedy_rate", "50")
    finish_recognising(by_hands, recogniser, qtbot)
    assert field(by_hands, "remedy_rate").value == "50"


def test_a_letter_that_was_finished_meanwhile_is_not_touched(
    by_hands: Desk, waits: Recognising, recogniser: FakeRecogniser, second: SecondReader, qtbot: QtBot
) -> None:
    for key, text in (("authority", "Wraxmere Council"), ("period_end", "31 March 2020")):
        by_hands.correct(key, text)
    assert by_hands.finish("The rest is in the minutes.")
    assert not waits.running
    assert by_hands.review is not None
    assert by_hands.review.finished
    assert second.given == []


def test_a_draft_comes_back_as_it_was_with_words_under_its_boxes(
    desk: Desk, waits: Recognising, recogniser: FakeRecogniser, qtbot: QtBot
) -> None:
    finish_recognising(desk, recogniser, qtbot)
    desk.correct("upheld_rate", "99")
    desk.close()
    (draft,) = desk.keeping.drafts()
    back = desk.keeping.resume(draft)
    desk.put(back)
    qtbot.waitUntil(lambda: back.paper is not None and back.paper.has_text)
    assert field(desk, "upheld_rate").value == "99"
    assert recogniser.asked == [0, 1], "it is not recognised again"
    assert len(desk.keeping.drafts()) == 1


def test_what_a_page_adds_that_failed_before_is_taken(  # its letter was worked on and put aside meanwhile
    desk: Desk, scan: Path, recognising: Recognising, recogniser: FakeRecogniser, second: SecondReader, qtbot: QtBot
) -> None:
    whole = second.after
    some = tuple(field for field in whole.fields if field.key != "upheld_decisions")
    second.after = Reading(whole.kind, whole.pages, some, whole.doubts, whole.reader)
    recogniser.failing = {1}
    with waiting(qtbot, desk.read):
        desk.open(scan)
    desk.correct("upheld_rate", "99")
    letter = desk.letter
    assert letter is not None
    recogniser.failing, second.after = set(), whole
    desk.put(letter)
    qtbot.waitUntil(lambda: desk.review is not None and desk.review.reading.field("upheld_decisions") is not None)
    assert field(desk, "upheld_decisions").value == "2"
    assert field(desk, "upheld_rate").value == "99"
    assert recogniser.asked == [0, 1, 1]


def test_a_saved_letter_comes_back_with_what_was_recognised(
    desk: Desk, waits: Recognising, recogniser: FakeRecogniser, second: SecondReader, qtbot: QtBot
) -> None:
    finish_recognising(desk, recogniser, qtbot)
    assert desk.finish("Looked at on paper.")
    assert desk.letter is not None
    desk.put(desk.keeping.load(desk.letter.kept))
    qtbot.waitUntil(lambda: desk.review is not None)
    assert desk.letter.paper is not None
    assert desk.letter.paper.sheets[1].recognised
    assert (waits.standing, len(second.opened)) == (None, 1)


def test_a_saved_letter_that_is_recognised_on_demand_is_open_again(
    desk: Desk, recognising: Recognising, letter_file, qtbot: QtBot
) -> None:
    with waiting(qtbot, desk.read):
        desk.open(letter_file)
    desk.correct("upheld_rate", "99")
    assert desk.finish("Looked at on paper.")
    with waiting(qtbot, desk.read):
        recognising.ask()
    assert desk.review is not None
    assert not desk.review.finished
    assert field(desk, "upheld_rate").value == "99"
    assert len(desk.keeping.drafts()) == 1


def test_where_no_more_is_read_than_before_it_stays(
    desk: Desk, reader: FakeReader, recognising: Recognising, second: SecondReader, letter_file, qtbot: QtBot
) -> None:
    second.after = pictured.UNREAD
    with waiting(qtbot, desk.read):
        desk.open(letter_file)
    with waiting(qtbot, desk.noticed) as said:
        recognising.ask()
    assert "No more could be read" in said.args[0]
    assert desk.review is not None
    assert desk.review.reading == handmade.reading()


def test_where_the_draft_cannot_be_begun_anew_the_old_one_stays(
    by_hands: Desk, waits: Recognising, recogniser: FakeRecogniser, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_hands.correct("upheld_rate", "99")
    told = Heard(by_hands.troubled)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("ombudsview.review.journal.write_whole", full)
        finish_recognising(by_hands, recogniser, qtbot)
    assert "disk is full" in told.args[0].sentence
    by_hands.correct("authority", "Wraxmere")
    (draft,) = by_hands.keeping.drafts()
    assert edited(draft) == ["upheld_rate", "authority"]


def test_a_scan_of_no_known_kind_asks_for_it(
    waits: Recognising, desk: Desk, recogniser: FakeRecogniser, second: SecondReader, qtbot: QtBot
) -> None:
    second.after = pictured.UNREAD
    with waiting(qtbot, desk.unknown) as why:
        recogniser.free = True
    assert "known kind" in why.args[0]
    assert waits.standing is None
    assert Phase.FAILED not in {standing.phase for standing in waits._stopped.values()}

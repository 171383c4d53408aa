from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ombudsview.errors import Trouble
from ombudsview.gui.again.by_hand import by_hand
from ombudsview.gui.arrival.sending import send
from ombudsview.gui.desk import Desk
from ombudsview.letters.kinds import KINDS
from ombudsview.paper import troubles
from ombudsview.reading.model import Reading
from ombudsview.review.state import State
from tests.gui import handmade
from tests.gui.handmade import SIZES, FakeReader, edited
from tests.gui.listen import waiting


def state(desk: Desk, key: str) -> State:
    assert desk.review is not None
    return desk.review.field(key).state


def test_the_page_comes_before_the_fields(desk: Desk, letter_file: Path, reader: FakeReader, qtbot: QtBot) -> None:
    told: list[str] = []
    desk.arriving.connect(lambda name: told.append(f"arriving {name}"))
    desk.arrived.connect(lambda: told.append("arrived"))
    desk.read.connect(lambda: told.append("read"))
    with waiting(qtbot, desk.read):
        desk.open(letter_file)
    assert told == ["arriving letter.pdf", "arrived", "read"]
    assert desk.letter is not None
    assert desk.letter.sizes == SIZES


def test_a_letter_sent_by_the_door_is_taken_over(
    desk: Desk, letter_file: Path, reader: FakeReader, qtbot: QtBot
) -> None:
    sent = send(desk.bridge.errands, desk.bridge.worker, letter_file)
    qtbot.waitUntil(lambda: sent.reading is not None and sent.reading.done)
    with waiting(qtbot, desk.read):
        desk.take_over(sent)
    assert [verb for verb, *_ in reader.asked] == ["open", "read"]


def test_a_letter_that_is_still_under_way_is_taken_over_and_not_cancelled(
    desk: Desk, letter_file: Path, reader: FakeReader, qtbot: QtBot
) -> None:
    reader.gate.clear()
    sent = send(desk.bridge.errands, desk.bridge.worker, letter_file)
    qtbot.waitUntil(lambda: bool(reader.asked))
    desk.take_over(sent)
    with waiting(qtbot, desk.read):
        reader.gate.set()
    assert reader.cancelled == 0
    assert [verb for verb, *_ in reader.asked] == ["open", "read"]


def test_work_starts_with_who_and_when(opened: Desk) -> None:
    assert opened.focus_key == "authority"


def test_agreeing_goes_on_to_the_next_open_field(opened: Desk) -> None:
    opened.agree("authority")
    assert state(opened, "authority") is State.AGREED
    assert opened.focus_key == "period_end"
    for _ in range(6):
        opened.agree(opened.focus_key)
    assert opened.focus_key == "compliance_rate"


def test_the_end_is_told(opened: Desk, qtbot: QtBot) -> None:
    opened.agree_safe()
    assert opened.focus_key == "compliance_rate"
    opened.deny("compliance_rate")
    with waiting(qtbot, opened.settled):
        opened.seek_open()


def test_a_field_without_a_value_is_not_agreed(opened: Desk, qtbot: QtBot) -> None:
    with waiting(qtbot, opened.refused) as heard:
        opened.agree("compliance_rate")
    assert "No value was read" in heard.args[0].sentence
    assert state(opened, "compliance_rate") is State.LOOK_HERE


def test_typing_what_is_no_value_is_refused_with_a_sentence(opened: Desk) -> None:
    assert "percentage" in opened.correct("upheld_rate", "a lot")
    assert state(opened, "upheld_rate") is State.LOOK_HERE
    assert opened.review.values()["upheld_rate"] == "100"
    assert opened.correct("upheld_rate", "99") == ""
    assert state(opened, "upheld_rate") is State.CHANGED


def test_an_emptied_box_says_not_in_letter(opened: Desk) -> None:
    assert opened.correct("upheld_rate", "  ") == ""
    assert state(opened, "upheld_rate") is State.NOT_IN_LETTER


def test_undo_shows_the_field_that_it_changes(opened: Desk) -> None:
    opened.correct("upheld_rate", "99")
    opened.focus("letter_date")
    opened.undo()
    assert opened.focus_key == "upheld_rate"
    assert state(opened, "upheld_rate") is State.TO_CHECK
    opened.focus("letter_date")
    opened.redo()
    assert (opened.focus_key, state(opened, "upheld_rate")) == ("upheld_rate", State.CHANGED)


def test_every_step_is_on_the_disk_when_it_is_told(opened: Desk) -> None:
    seen: list[int] = []

    def look(_: tuple[str, ...]) -> None:
        (draft,) = opened.keeping.drafts()
        seen.append(len(draft.events))

    opened.changed.connect(look)
    opened.agree("authority")
    opened.correct("upheld_rate", "99")
    opened.undo()
    assert seen == [1, 2, 3]


def test_text_being_typed_is_in_the_draft_and_tells_nobody(opened: Desk, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(opened.changed):
        opened.type("upheld_rate", "9")
    (draft,) = opened.keeping.drafts()
    assert [event.text for event in draft.events] == ["9"]


def test_a_draft_that_cannot_be_written_is_told_and_the_edit_stays(opened: Desk, qtbot: QtBot) -> None:
    folder = opened.keeping.places.drafts
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("a file in the folder's place")
    with waiting(qtbot, opened.troubled) as heard:
        opened.agree("authority")
    assert heard.args[0].code == "not_writable"
    assert state(opened, "authority") is State.AGREED
    folder.unlink()
    opened.agree("period_end")
    (draft,) = opened.keeping.drafts()
    assert edited(draft) == ["authority", "period_end"]


def test_finishing_with_open_fields_asks_for_a_reason(opened: Desk, qtbot: QtBot) -> None:
    with waiting(qtbot, opened.still_open) as heard:
        assert not opened.finish()
    assert "9" not in heard.args[0].sentence
    assert not opened.keeping.places.history.exists()
    with waiting(qtbot, opened.finished):
        assert opened.finish("the rest is for Monday")
    assert opened.letter is not None
    assert opened.letter.saved
    assert [row.authority for row in opened.keeping.rows()] == ["Wraxmere Council"]
    assert opened.keeping.drafts() == ()


def test_a_history_that_is_in_use_keeps_the_letter_open(opened: Desk, qtbot: QtBot) -> None:
    from ombudsview.history.store import Store

    other = Store.open(opened.keeping.places)
    with waiting(qtbot, opened.troubled) as heard:
        assert not opened.finish("a reason")
    assert heard.args[0].code == "history_locked"
    assert opened.review is not None
    assert not opened.review.finished
    other.close()
    assert opened.finish("a reason")


@pytest.mark.parametrize("content", [b"", b"no PDF at all"])
def test_what_is_no_letter_is_refused(desk: Desk, tmp_path: Path, content: bytes, qtbot: QtBot) -> None:
    path = tmp_path / "odd.pdf"
    path.write_bytes(content)
    with waiting(qtbot, desk.failed) as heard:
        desk.open(path)
    assert "odd.pdf" in heard.args[1].sentence
    assert desk.letter is None


def test_three_tries_for_a_password(desk: Desk, reader: FakeReader, letter_file: Path, qtbot: QtBot) -> None:
    wrong = troubles.trouble("password", wrong_password=True)
    reader.troubles = [("open", wrong)] * 4
    tries: list[int] = []
    desk.opening.password_wanted.connect(lambda name, attempt: tries.append(attempt))
    desk.open(letter_file)
    for number in (1, 2, 3):
        qtbot.waitUntil(lambda number=number: tries == list(range(1, number + 1)))
        if number < 3:
            desk.opening.give_password(f"try {number}")
    with waiting(qtbot, desk.failed) as heard:
        desk.opening.give_password("try 3")
    assert heard.args[1].code == "password"
    assert [about for verb, *about in reader.asked if verb == "open"] == [[None], ["try 1"], ["try 2"], ["try 3"]]


def test_the_right_password_opens(desk: Desk, reader: FakeReader, letter_file: Path, qtbot: QtBot) -> None:
    reader.troubles = [("open", troubles.trouble("password"))]
    with waiting(qtbot, desk.opening.password_wanted):
        desk.open(letter_file)
    with waiting(qtbot, desk.read):
        desk.opening.give_password("right")


def test_opening_another_letter_drops_the_first(
    desk: Desk, reader: FakeReader, letter_file: Path, qtbot: QtBot
) -> None:
    other = letter_file.with_name("other.pdf")
    other.write_bytes(b"%PDF-1.7 another")
    reader.gate.clear()
    desk.open(letter_file)
    qtbot.waitUntil(lambda: bool(reader.asked))
    with waiting(qtbot, desk.read):
        desk.open(other)
    assert desk.letter is not None
    assert desk.letter.name == "other.pdf"
    assert reader.cancelled == 1


def test_pages_stay_where_only_the_reading_fails(
    desk: Desk, reader: FakeReader, letter_file: Path, qtbot: QtBot
) -> None:
    reader.troubles = [("read", troubles.trouble("timed_out"))]
    with waiting(qtbot, desk.troubled) as heard:
        desk.open(letter_file)
    assert heard.args[0].code == "timed_out"
    assert desk.letter is not None
    assert desk.letter.sizes == SIZES


def test_an_unknown_letter_is_filled_in_by_hand(
    desk: Desk, reader: FakeReader, letter_file: Path, qtbot: QtBot
) -> None:
    reader.readings = ()
    with waiting(qtbot, desk.unknown):
        desk.open(letter_file)
    assert desk.review is None
    with waiting(qtbot, desk.read):
        desk.begin_review(by_hand(KINDS[0]))
    assert state(desk, "authority") is State.LOOK_HERE
    assert desk.correct("authority", "Wraxmere Council") == ""
    assert state(desk, "authority") is State.CHANGED
    with waiting(qtbot, desk.refused) as heard:
        assert not desk.finish("typed from the page")
    assert heard.args[0].code == "not_filed"
    assert desk.focus_key == "period_end"
    assert desk.correct("period_end", "31 March 2008") == ""
    assert desk.finish("typed from the page")
    assert [row.authority for row in desk.keeping.rows()] == ["Wraxmere Council"]


def test_a_letter_of_no_known_kind_is_not_worked_on_before_its_kind_is_chosen(
    desk: Desk, reader: FakeReader, letter_file: Path, qtbot: QtBot
) -> None:
    whole = handmade.reading()
    some = tuple(field for field in whole.fields if field.key in {"authority", "period_end"})
    reader.readings = (Reading(None, (1, 2), some, (), "test-1"),)
    with waiting(qtbot, desk.unknown):
        desk.open(letter_file)
    assert desk.review is None
    assert not desk.finish("Nothing to check.")
    assert not desk.keeping.places.history.exists()
    assert desk.letter is not None
    with waiting(qtbot, desk.unknown):  # put aside and taken up again
        desk.put(desk.letter)
    with waiting(qtbot, desk.read):
        desk.begin_review(by_hand(KINDS[0], desk.letter.reading))
    assert desk.review is not None
    assert desk.review.reading.pages == (1, 2)
    assert desk.review.keys() == tuple(entry.key for entry in KINDS[0].entries)
    assert desk.review.field("authority").read == some[0]
    assert desk.finish("The rest is for Monday.")


def test_a_draft_of_the_letter_is_offered_not_applied(opened: Desk, letter_file: Path, qtbot: QtBot) -> None:
    opened.correct("upheld_rate", "99")
    opened.close()
    with waiting(qtbot, opened.draft_found) as heard:
        opened.open(letter_file)
    assert state(opened, "upheld_rate") is State.TO_CHECK
    letter = opened.keeping.resume(heard.args[0])
    with waiting(qtbot, opened.read):
        opened.put(letter)
    assert state(opened, "upheld_rate") is State.CHANGED
    opened.undo()
    assert state(opened, "upheld_rate") is State.TO_CHECK


def test_a_bug_in_an_answer_is_not_hidden(desk: Desk, reader: FakeReader, letter_file: Path, qtbot: QtBot) -> None:
    reader.troubles = [("open", RuntimeError("a bug"))]  # type: ignore[list-item]
    with qtbot.captureExceptions() as caught:
        desk.open(letter_file)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is RuntimeError
    assert not isinstance(caught[0][1], Trouble)

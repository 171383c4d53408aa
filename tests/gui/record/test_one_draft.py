"""One letter has one draft: an earlier one is set aside, told of, changes places with it, and goes when the letter is saved."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ombudsview.gui.desk import Desk
from ombudsview.gui.record import discarding, one_draft
from ombudsview.review.journal import Draft
from tests.gui.handmade import edited
from tests.gui.listen import Heard, waiting


def lying(desk: Desk) -> list[str]:
    return sorted(path.name.partition(".")[2] for path in desk.keeping.places.drafts.iterdir() if path.is_file())


@pytest.fixture
def anew(desk: Desk, letter_file: Path, draft: Draft, qtbot: QtBot) -> Desk:
    """A letter with a draft, opened from its file once more and worked on without a look at the draft."""
    assert edited(draft) == ["authority"]
    with waiting(qtbot, desk.draft_found):
        desk.open(letter_file)
    return desk


def aside(desk: Desk) -> Draft:
    assert desk.letter is not None
    assert desk.letter.review is not None
    found = one_draft.aside_of(desk.keeping.places.drafts, desk.letter.review.letter)
    assert found is not None
    return found


def test_beginning_anew_sets_the_earlier_draft_aside_and_says_so(anew: Desk) -> None:
    told = Heard(anew.set_aside)
    anew.correct("upheld_rate", "99")
    anew.agree("letter_date")
    (draft,) = anew.keeping.drafts()
    assert edited(draft) == ["upheld_rate", "letter_date"]
    assert edited(aside(anew)) == ["authority"]
    assert len(told.all) == 1, "with the first edit, and not with every one"
    assert edited(told.args[0]) == ["authority"]


def test_the_two_change_places_and_neither_loses_an_edit(anew: Desk, qtbot: QtBot) -> None:
    anew.correct("upheld_rate", "99")
    for mine, other in ((["authority"], ["upheld_rate"]), (["upheld_rate"], ["authority"])):
        back = anew.keeping.change_places(aside(anew))
        assert back.aside is not None
        assert edited(back.aside) == other
        (draft,) = anew.keeping.drafts()
        assert edited(draft) == mine
        with waiting(qtbot, anew.read):
            anew.put(back)
    anew.agree("letter_date")  # it is gone on with like any other
    (draft,) = anew.keeping.drafts()
    assert edited(draft) == ["upheld_rate", "letter_date"]
    assert edited(aside(anew)) == ["authority"]


def test_a_draft_that_is_brought_back_later_tells_of_the_one_set_aside(anew: Desk, qtbot: QtBot) -> None:
    anew.correct("upheld_rate", "99")
    anew.close()
    discarding.sweep(anew.keeping.places)  # as the next start does
    (draft,) = anew.keeping.drafts()
    told = Heard(anew.set_aside)
    with waiting(qtbot, anew.read):
        anew.put(anew.keeping.resume(draft))
    assert [edited(one) for one, _ in told.all] == [["authority"]]


def test_of_two_drafts_that_an_older_version_left_one_is_the_letters(desk: Desk, draft: Draft) -> None:
    path = draft.journal.path
    path.with_name(path.name.replace(".draft", ".2.draft")).write_bytes(path.read_bytes())
    older, chosen = desk.keeping.drafts()
    resumed = desk.keeping.resume(chosen)
    (left,) = desk.keeping.drafts()
    assert left.journal.path == chosen.journal.path
    assert resumed.aside is not None
    assert edited(resumed.aside) == edited(older)


def test_a_saved_letter_keeps_none(anew: Desk) -> None:
    anew.correct("upheld_rate", "99")
    assert anew.finish("a test")
    assert lying(anew) == ["draft.aside-1.discarded"]
    discarding.sweep(anew.keeping.places)
    assert lying(anew) == []


def test_a_draft_without_an_edit_is_not_told_of(desk: Desk, letter_file: Path, qtbot: QtBot) -> None:
    with waiting(qtbot, desk.read):
        desk.open(letter_file)
    desk.agree("authority")
    assert desk.letter is not None
    assert desk.letter.journal is not None
    path = desk.letter.journal.path
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:2]))
    with waiting(qtbot, desk.read):
        desk.open(letter_file)
    told = Heard(desk.set_aside)
    desk.agree("letter_date")
    assert not told.all
    assert len(desk.keeping.drafts()) == 1
    assert one_draft.aside_of(path.parent, path.name.partition(".")[0]) is None


def test_where_nothing_can_be_set_aside_both_lie_there_and_each_edit_is_kept(
    anew: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def barred(*_: object) -> None:
        raise one_draft._trouble()

    monkeypatch.setattr(one_draft, "_set_aside", barred)
    anew.correct("upheld_rate", "99")
    anew.agree("letter_date")
    assert sorted(map(edited, anew.keeping.drafts())) == [["authority"], ["upheld_rate", "letter_date"]]


def test_a_letter_whose_draft_was_set_aside_elsewhere_begins_another_with_all_that_was_done(
    opened: Desk, qtbot: QtBot
) -> None:
    """As where the same letter lies in two rows, and something was done to the other one."""
    opened.correct("upheld_rate", "99")
    (draft,) = opened.keeping.drafts()
    one_draft.set_others_aside(opened.keeping.places.drafts, draft.header.letter)
    with qtbot.assertNotEmitted(opened.troubled):
        opened.agree("letter_date")
    (draft,) = opened.keeping.drafts()
    assert edited(draft) == ["upheld_rate", "letter_date"]
    assert edited(aside(opened)) == ["upheld_rate"], "and what was set aside is left as it was"


def test_what_gave_way_to_a_draft_that_was_discarded_can_still_be_reached(
    anew: Desk, letter_file: Path, qtbot: QtBot
) -> None:
    anew.correct("upheld_rate", "99")
    anew.close()
    (draft,) = anew.keeping.drafts()
    anew.keeping.discard(draft)
    told = Heard(anew.set_aside)
    with waiting(qtbot, anew.read):
        anew.open(letter_file)
    anew.agree("letter_date")
    assert [edited(one) for one, _ in told.all] == [["authority"]]

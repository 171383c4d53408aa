from __future__ import annotations

import msgspec
import pytest

from ombudsview.errors import Trouble
from ombudsview.review import finishing
from ombudsview.review.edit import Deed
from ombudsview.review.review import Review
from tests.history.made import Letter


@pytest.fixture
def review() -> Review:
    return Letter().review


def test_text_that_was_not_entered_holds_the_letter_open_whatever_the_reason(review: Review) -> None:
    review.agree_safe()
    review.agree("title")
    review.type("upheld_rate", "570")
    assert review.open_keys() == ("upheld_rate",)
    with pytest.raises(Trouble, match="Upheld rate: “570” was typed") as caught:
        review.finish("Enough.")
    assert caught.value.code == "not_entered"
    review.type("upheld_rate", None)
    review.finish()
    assert review.finished


def test_a_question_that_is_half_typed_holds_the_letter_open_whatever_the_reason(review: Review) -> None:
    review.type_note("upheld_rate", "which av")
    review.agree_safe()
    assert "upheld_rate" in review.open_keys(), (
        "agreeing to all that is safe answers no field that is being asked about"
    )
    review.agree("upheld_rate")
    with pytest.raises(Trouble, match="Upheld rate: the question “which av” was typed") as caught:
        review.finish("Enough.")
    assert caught.value.code == "not_asked"
    assert finishing.asking(review) == ("upheld_rate",)
    review.type_note("upheld_rate", "")
    review.finish("Enough.")
    assert review.finished


def test_a_letter_is_not_filed_without_whose_and_when(review: Review) -> None:
    review.deny("authority")
    review.correct("period_end", "31 March 2020")
    assert finishing.unfiled(review) == ("authority",)
    with pytest.raises(Trouble, match=r"^Authority: ") as caught:
        finishing.check_filing(review)
    assert caught.value.code == "not_filed"
    review.correct("authority", "Wraxmere Council")
    finishing.check_filing(review)


def test_a_letter_of_no_kind_is_not_filed(review: Review) -> None:
    review.reading = msgspec.structs.replace(review.reading, kind=None)
    with pytest.raises(Trouble) as caught:
        finishing.check_filing(review)
    assert caught.value.code == "unknown_kind"


def test_a_finished_letter_is_reopened_by_what_changes_it_and_by_nothing_else(review: Review) -> None:
    review.deny("title")
    review.finish("Enough.")
    review.deny("title")
    review.type("title", None)
    review.redo()
    with pytest.raises(Trouble):
        review.correct("upheld_rate", "570")
    assert review.finished
    review.deny("upheld_rate")
    assert not review.finished
    assert [event.deed for event in review.events[-2:]] == [Deed.REOPEN, Deed.ANSWER]

"""Pointing at the page: value and place are taken together, come back from disk, and nothing that does not fit is taken."""

from __future__ import annotations

import msgspec
import pytest

from ombudsview.errors import Trouble
from ombudsview.history.outcome import outcome
from ombudsview.paper.geometry import Box
from ombudsview.reading.model import Source
from ombudsview.review.edit import Event, Ruling
from ombudsview.review.review import Review
from ombudsview.review.state import State
from tests.history.made import VALUES, Letter


def at(text: str, page: int = 1, x: float = 300.0) -> Source:
    """Words at a place where the reader saw nothing."""
    return Source(page, (Box(x, 700.0, x + 40, 712.0),), text)


@pytest.fixture
def review() -> Review:
    return Letter().review


def test_value_and_place_are_taken_together(review: Review) -> None:
    review.point("upheld_rate", at("(79%),"))
    field = review.field("upheld_rate")
    assert (field.value, field.state, field.sources, field.printed) == ("79", State.CHANGED, (at("(79%),"),), "79%")
    review.undo()
    assert review.field("upheld_rate").state is State.TO_CHECK
    assert review.field("upheld_rate").sources == review.field("upheld_rate").read.sources
    review.redo()
    assert review.field("upheld_rate").sources == (at("(79%),"),)


def test_a_field_that_was_not_found_is_filled(review: Review) -> None:
    review.point("upheld_rate_similar", at("45 per cent"))
    assert review.values()["upheld_rate_similar"] == "45"


def test_what_does_not_fit_is_refused_and_nothing_changes(review: Review) -> None:
    with pytest.raises(Trouble) as caught:
        review.point("upheld_decisions", at("complaints"))
    assert caught.value.code == "does_not_fit"
    assert caught.value.what == "“complaints” is not a whole number, such as 12 or 1,204."
    assert not review.is_touched


def test_the_readers_value_at_another_place_is_agreement_with_that_place(review: Review) -> None:
    review.point("upheld_rate", at("80%", page=2))
    field = review.field("upheld_rate")
    assert (field.state, field.sources[0].page) == (State.AGREED, 2)


def test_the_readers_own_place_is_plain_agreement(review: Review) -> None:
    [own] = review.field("upheld_rate").read.sources
    review.point("upheld_rate", own)
    answer = review.field("upheld_rate").answer
    assert answer is not None
    assert (answer.ruling, answer.sources) == (Ruling.AGREED, ())


def test_another_place_of_the_same_value_is_added(review: Review) -> None:
    review.point("upheld_rate", at("80%"), add=True)
    assert len(review.field("upheld_rate").sources) == 2
    for source, code in ((at("80%"), "taken_already"), (at("43%", x=10), "says_other")):
        with pytest.raises(Trouble) as caught:
            review.point("upheld_rate", source, add=True)
        assert caught.value.code == code
    assert len(review.field("upheld_rate").sources) == 2


def test_a_second_place_where_there_is_no_first_is_the_first(review: Review) -> None:
    review.point("upheld_rate_similar", at("45%"), add=True)
    assert review.field("upheld_rate_similar").sources == (at("45%"),)


def test_each_text_that_is_pointed_at_is_one_more_item_of_a_list(review: Review) -> None:
    review.point("addressees", at("Dr Cedar,"))
    field = review.field("addressees")
    assert field.value == ("Mr Alder", "Ms Birch", "Dr Cedar")
    assert field.printed == field.value
    assert [source.text for source in field.sources] == ["Mr Alder", "Ms Birch", "Dr Cedar,"]
    with pytest.raises(Trouble):
        review.point("addressees", at("Dr Cedar,"))


THREE = ("The Council was late; we welcome its apolgy.", "It paid in full.", "We issued a report.")


@pytest.fixture
def remarks() -> Review:
    return Letter(VALUES | {"remarks": THREE}).review


def places(review: Review) -> list[str]:
    return [source.text for source in review.field("remarks").sources]


def test_a_semicolon_inside_a_paragraph_parts_nothing(remarks: Review) -> None:
    mended = THREE[0].replace("apolgy", "apology")
    remarks.correct("remarks", " | ".join((mended, *THREE[1:])))
    field = remarks.field("remarks")
    assert field.value == (mended, *THREE[1:])
    assert places(remarks) == list(THREE), "an item that was mended keeps its place"
    assert field.printed == THREE
    assert not field.is_pointed


@pytest.mark.parametrize(("kept", "there"), [((0, 2), (0, 2)), ((1, 2), (1, 2)), ((0, 1), (0, 1))])
def test_items_that_stay_keep_their_own_places(remarks: Review, kept: tuple[int, ...], there: tuple[int, ...]) -> None:
    remarks.correct("remarks", " | ".join(THREE[n] for n in kept))
    assert places(remarks) == [THREE[n] for n in there]


def test_an_item_that_is_new_among_others_has_no_place(remarks: Review) -> None:
    remarks.correct("remarks", " | ".join((THREE[0], "Seen in the covering letter.", *THREE[1:])))
    assert places(remarks) == [THREE[0], "", *THREE[1:]]
    rows = [(row.item, row.printed) for row in outcome(remarks).values if row.key == "remarks"]
    assert rows == [(0, THREE[0]), (1, None), (2, THREE[1]), (3, THREE[2])]
    assert {row.source for row in outcome(remarks).places if row.key == "remarks"} == {0, 2, 3}
    assert not remarks.field("remarks").is_pointed


def test_an_item_that_was_mended_keeps_its_place_where_another_is_written_beside_it(remarks: Review) -> None:
    mended = THREE[0].replace("apolgy", "apology")
    remarks.correct("remarks", " | ".join((mended, "Words of our own.", *THREE[2:])))
    assert places(remarks) == [THREE[0], THREE[1], THREE[2]]  # as many as before: each takes the place of one
    remarks.correct("remarks", " | ".join((mended + " So.", "Words of our own.", "And more of them.", *THREE[2:])))
    assert places(remarks) == [THREE[0], THREE[1], "", THREE[2]]


def test_typing_another_value_keeps_the_place_pointed_at(review: Review) -> None:
    review.point("upheld_rate", at("79%"))
    review.correct("upheld_rate", "78%")
    field = review.field("upheld_rate")
    assert (field.value, field.sources, field.printed) == ("78", (at("79%"),), "79%")
    review.correct("upheld_rate", "80%")
    assert review.field("upheld_rate").sources == review.field("upheld_rate").read.sources


def test_text_that_was_being_typed_gives_way(review: Review) -> None:
    review.type("upheld_rate", "7")
    review.point("upheld_rate", at("79%"))
    assert review.typed_keys() == ()


def test_a_query_keeps_the_value_that_the_officer_gave(review: Review) -> None:
    review.correct("investigations", "6")
    review.query("investigations", "Is 6 right?")
    field = review.field("investigations")
    assert (field.state, field.value, field.is_changed) == (State.QUERY, "6", True)
    review.undo()
    assert review.field("investigations").state is State.CHANGED


def test_the_note_of_a_query_stays(review: Review) -> None:
    review.query("upheld_rate", "Which one?")
    review.point("upheld_rate", at("79%"))
    answer = review.field("upheld_rate").answer
    assert answer is not None
    assert answer.note == "Which one?"


def test_places_come_back_from_the_journal_and_go_into_the_record() -> None:
    letter = Letter()
    letter.review.point("upheld_rate", at("79%"))
    letter.review.point("addressees", at("Dr Cedar"))
    lines = [msgspec.json.encode(event) for event in letter.review.events]
    again = letter.anew(msgspec.json.decode(line, type=Event) for line in lines)
    assert again.fields() == letter.review.fields()
    came_to = outcome(again)
    [value] = [row for row in came_to.values if row.key == "upheld_rate"]
    assert (value.value, value.printed) == ("79", "79%")
    [place] = [row for row in came_to.places if row.key == "upheld_rate"]
    assert (place.page, place.x0, place.text) == (1, 300.0, "79%")
    assert [row.printed for row in came_to.values if row.key == "addressees"] == ["Mr Alder", "Ms Birch", "Dr Cedar"]


def test_other_words_of_a_text_go_on_from_it(review: Review) -> None:
    before = review.field("authority").value
    review.point("authority", at("and its neighbour", x=10), add=True)
    field = review.field("authority")
    assert field.value == f"{before} and its neighbour"
    assert len(field.sources) == 2
    review.undo()
    assert review.field("authority").value == before

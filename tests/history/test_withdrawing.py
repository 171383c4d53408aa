"""A save taken back and brought back; and what the record tells of both."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import msgspec
import pytest

from ombudsview.errors import Trouble
from ombudsview.history.glance import look
from ombudsview.history.healing import rebuild
from ombudsview.history.revisions import revisions, taken_back
from ombudsview.history.store import Store
from ombudsview.places import Places
from ombudsview.review.edit import Deed
from tests.history import asked
from tests.history.made import Letter, dump, finished


@pytest.fixture
def store(places: Places) -> Iterator[Store]:
    with closing(Store.open(places)) as store:
        yield store


def amend(letter: Letter, store: Store, value: str) -> None:
    letter.review.reopen()
    letter.review.correct("investigations", value)
    letter.review.finish("Amended.")
    letter.save(store)


def value(store: Store) -> object:
    return next((figure.value for figure in asked.figures(store) if figure.key == "investigations"), None)


def test_what_was_taken_back_counts_again_once_it_is_brought_back(store: Store) -> None:
    letter = finished()
    letter.save(store)
    amend(letter, store, "6")
    before = dump(store._places.history)
    store.remove_save(letter.name)
    assert value(store) == "5"
    store.bring_back(letter.name)
    assert value(store) == "6"
    after = dump(store._places.history)
    assert {name for name in before if before[name] != after[name]} == {"letter"}  # whose version went up


def test_saves_come_back_in_the_order_in_which_they_went_the_last_first(store: Store) -> None:
    letter = finished()
    letter.save(store)
    amend(letter, store, "6")
    store.remove_save(letter.name)
    store.remove_save(letter.name)
    assert asked.letters(store) == ()
    assert [one.letter for one in look(store._places, taken_back, (), in_use=True)] == [letter.name]
    store.bring_back(letter.name)
    assert value(store) == "5"
    store.bring_back(letter.name)
    assert value(store) == "6"
    with pytest.raises(Trouble, match="No save"):
        store.bring_back(letter.name)
    assert look(store._places, taken_back, (), in_use=True) == ()


def test_what_was_saved_since_stands(store: Store) -> None:
    letter = finished()
    letter.save(store)
    amend(letter, store, "6")
    store.remove_save(letter.name)
    amend(letter, store, "7")
    with pytest.raises(Trouble):
        store.bring_back(letter.name)
    assert value(store) == "7"
    with pytest.raises(Trouble, match="not in the history"):
        store.bring_back("nobody-1")


def test_a_save_passed_over_by_a_later_one_does_not_come_back_in_the_place_of_that(
    places: Places,
) -> None:
    letter, minutes = finished(), iter(range(60))
    with closing(Store.open(places, lambda: f"2031-01-01T12:{next(minutes):02}:00+00:00")) as store:
        letter.save(store)
        amend(letter, store, "6")
        store.remove_save(letter.name)
        amend(letter, store, "7")
        store.remove_save(letter.name)
        store.bring_back(letter.name)
        assert value(store) == "7", "it was taken back last"
        with pytest.raises(Trouble, match="No save"):
            store.bring_back(letter.name)


def test_the_letter_file_knows_of_it_too(places: Places) -> None:
    with closing(Store.open(places)) as store:
        letter = finished()
        letter.save(store)
        amend(letter, store, "6")
        store.remove_save(letter.name)
        store.bring_back(letter.name)
    before = dump(places.history)
    rebuild(places)
    assert dump(places.history) == before


def test_revisions_tell_who_did_what_between_them(store: Store) -> None:
    letter = finished()
    letter.save(store)
    amend(letter, store, "6")
    amend(letter, store, "7")
    store.remove_save(letter.name)
    third, second, first = look(store._places, lambda c: revisions(c, letter.name), (), in_use=True)
    assert [(one.number, one.counts, one.withdrawn is not None) for one in (first, second, third)] == [
        (1, False, False),
        (2, True, False),
        (3, False, True),
    ]
    assert (second.who, second.reason) == ("A. Clerk", "Amended.")
    assert [event.deed for event in second.events] == [Deed.REOPEN, Deed.ANSWER, Deed.FINISH]
    assert second.events[1].changes[0].after is not None
    assert second.events[1].changes[0].after.value == "6"
    assert first.events[-1].deed is Deed.FINISH
    with pytest.raises(Trouble):
        look(store._places, lambda c: revisions(c, "nobody-1"), (), in_use=True)


def test_a_save_that_comes_back_has_its_own_pages_again(store: Store) -> None:
    """A letter on the last pages of a pack, then saved anew from a file of its own."""
    pack = finished()
    pack.reading = msgspec.structs.replace(pack.reading, pages=(40, 42))
    pack.review = pack.anew(pack.review.events)
    pack.save(store)
    own = finished(investigations="6")
    store.save(own.document, "own.pdf", own.paper, own.reading, own.review, onto=pack.name)
    pages = [asked.letters(store)[0].pages]
    store.remove_save(pack.name)
    pages.append(asked.letters(store)[0].pages)
    store.bring_back(pack.name)
    pages.append(asked.letters(store)[0].pages)
    assert pages == [(1, 1), (40, 42), (1, 1)]

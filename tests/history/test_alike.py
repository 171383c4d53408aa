"""Letters told apart: the same file, the same text from another file, another letter for the year; and saves that came too late."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import msgspec
import pytest

from ombudsview.errors import Trouble
from ombudsview.history.alike import Alike, Likeness, Wanted, alike, differences, of_year
from ombudsview.history.find import figures_of
from ombudsview.history.glance import look
from ombudsview.history.same_wording import Said
from ombudsview.history.store import Store
from ombudsview.letters.fields import Value
from ombudsview.paper.paper import Paper
from ombudsview.places import Places
from tests.history import asked
from tests.history.made import VALUES, YEARS, Letter, finished, ticking


@pytest.fixture
def store(places: Places) -> Iterator[Store]:
    with closing(Store.open(places, ticking())) as store:
        yield store


def wanted(letter: Letter) -> Wanted:
    values = letter.review.values()
    said = Said(letter.paper, (1, 1), letter.reading, values)
    return Wanted(said, "lgsco", str(values["authority"]), str(values["period_end"]))


def found(places: Places, letter: Letter) -> Alike | None:
    return look(places, lambda connection: alike(connection, wanted(letter)), None)


def values_of(places: Places, letter: str) -> dict[str, Value | None]:
    figures = look(places, lambda connection: figures_of(connection, letter), ())
    return {figure.key: figure.value for figure in figures}


def set_anew(letter: Letter, *, also: str = "") -> Letter:
    """The same letter from another program: its words in another order, and perhaps more of them."""
    other = Letter(letter.values, salt="another program", text=f"{letter.text} {also}")
    sheet = other.paper.sheets[0]
    other.paper = Paper(other.sha256, (msgspec.structs.replace(sheet, words=tuple(reversed(sheet.words))),))
    return other


def copy_of(letter: Letter) -> Letter:
    """The same letter in other bytes."""
    return Letter(letter.values, salt="saved once more")


def another(**changes: str) -> Letter:
    """A second letter to the same council for the same year."""
    letter = Letter(VALUES | {"investigations": "9"} | changes, text="a second letter")
    letter.review.finish("a test")
    return letter


def test_without_a_history_nothing_is_alike(places: Places) -> None:
    assert found(places, finished()) is None
    assert values_of(places, "a-1") == {}


def test_the_closest_likeness_is_told(store: Store, places: Places) -> None:
    letter = finished()
    saved = letter.save(store)
    expected = {
        Likeness.SAME_FILE: letter,
        Likeness.SAME_TEXT: copy_of(letter),
        Likeness.SAME_WORDS: set_anew(letter),
        Likeness.SAME_YEAR: another(),
    }
    for likeness, other in expected.items():
        told = found(places, other)
        assert told is not None
        assert (told.likeness, told.row.letter, told.version) == (likeness, saved.letter, 1)
    assert found(places, another(period_end="2019-03-31")) is None
    assert found(places, another(authority="Alder Council")) is None
    assert found(places, another(authority="MEREFORD borough COUNCIL")) is not None, "as the tables compare it"


def test_what_was_taken_back_is_not_alike(store: Store, places: Places) -> None:
    letter = finished()
    letter.save(store)
    store.remove_save(letter.name)
    assert found(places, letter) is None


def test_a_copy_becomes_a_revision_and_both_files_are_the_same_letter_then(store: Store, places: Places) -> None:
    letter = finished()
    letter.save(store)
    copy = copy_of(letter)
    copy.review.correct("investigations", "6")
    copy.review.finish("a test")
    saved = copy.save(store)
    assert (saved.letter, saved.revision, saved.version) == (letter.name, 2, 2)
    for either in (letter, copy):
        told = found(places, either)
        assert told is not None
        assert (told.likeness, told.version) == (Likeness.SAME_FILE, 2)


def test_a_second_letter_stands_beside_the_first_unless_it_is_said_to_be_a_revision(
    store: Store, places: Places
) -> None:
    first = finished()
    first.save(store)
    second = another()
    second.save(store)
    assert sorted((row.sequence, row.letter) for row in asked.letters(store)) == [(1, first.name), (2, second.name)]
    third = another(investigations="12")
    saved = store.save(third.document, "third.pdf", third.paper, third.reading, third.review, onto=first.name)
    assert (saved.letter, saved.revision) == (first.name, 2)
    assert values_of(places, first.name)["investigations"] == "12"
    assert {row.sequence for row in asked.letters(store)} == {1, 2}
    told = found(places, third)
    assert told is not None
    assert (told.likeness, told.row.letter) == (Likeness.SAME_FILE, first.name)
    assert asked.load(store, first.name).document == third.document


def test_a_revision_from_other_pages_is_filed_under_them_and_goes_back_with_them(store: Store, places: Places) -> None:
    first = finished()
    first.save(store)
    third = another()
    third.reading = msgspec.structs.replace(third.reading, pages=(4, 6))
    store.save(third.document, "pack.pdf", third.paper, third.reading, third.review, onto=first.name)
    assert asked.load(store, first.name).row.pages == (4, 6)
    store.remove_save(first.name)
    kept = asked.load(store, first.name)
    assert (kept.row.pages, kept.document) == ((1, 1), first.document)
    again = store.save(third.document, "pack.pdf", third.paper, third.reading, third.review)
    assert again.letter == third.name, "what was taken back is not done again unasked"
    assert {row.sequence for row in asked.letters(store)} == {1, 2}


def test_a_revision_of_nothing_is_refused(store: Store) -> None:
    letter = finished()
    with pytest.raises(Trouble) as told:
        store.save(letter.document, "a.pdf", letter.paper, letter.reading, letter.review, onto="gone-1")
    assert told.value.code == "no_letter"
    assert asked.letters(store) == ()


def amended(letter: Letter, value: str) -> Letter:
    """The same file, checked by somebody else with another result."""
    other = Letter(letter.values)
    other.review.correct("investigations", value)
    other.review.finish("a test")
    return other


@pytest.mark.parametrize("seen", [0, 1])
def test_a_save_that_comes_too_late_is_refused_and_changes_nothing(store: Store, places: Places, seen: int) -> None:
    letter = finished()
    letter.save(store)
    if seen:
        amended(letter, "6").save(store)
    before = values_of(places, letter.name)
    late = amended(letter, "8")
    with pytest.raises(Trouble) as told:
        store.save(late.document, "a.pdf", late.paper, late.reading, late.review, seen=seen)
    assert told.value.code == "stale"
    assert "by A. Clerk" in told.value.what
    assert values_of(places, letter.name) == before
    now = asked.load(store, letter.name).version
    saved = store.save(late.document, "a.pdf", late.paper, late.reading, late.review, seen=now)
    assert saved.version == now + 1
    assert values_of(places, letter.name)["investigations"] == "8"


def test_a_late_save_that_says_the_same_is_none(store: Store) -> None:
    letter = finished()
    letter.save(store)
    assert store.save(letter.document, "a.pdf", letter.paper, letter.reading, letter.review, seen=0).unchanged


def test_whoever_knows_of_no_letter_saves_a_new_one(store: Store) -> None:
    letter = finished()
    assert store.save(letter.document, "a.pdf", letter.paper, letter.reading, letter.review, seen=0).revision == 1


def test_the_letter_that_says_the_same_is_found_though_a_second_one_is_newer(store: Store, places: Places) -> None:
    first = finished()
    first.save(store)
    another().save(store)
    told = found(places, set_anew(first))
    assert told is not None
    assert (told.likeness, told.row.letter, told.recognised) == (Likeness.SAME_WORDS, first.name, False)


def test_what_was_put_right_by_hand_does_not_make_another_letter_of_it(store: Store, places: Places) -> None:
    letter = finished()  # its upheld decisions were corrected from 4 to 3
    letter.save(store)
    assert values_of(places, letter.name)["upheld_decisions"] == "3"
    told = found(places, set_anew(Letter()))
    assert told is not None
    assert told.likeness is Likeness.SAME_WORDS
    by_hand = look(places, lambda c: {figure.key for figure in figures_of(c, letter.name) if figure.by_hand}, set())
    assert by_hand == {"upheld_decisions"}


def test_a_letter_itself_is_no_other_letter_of_its_year(store: Store, places: Places) -> None:
    letter, second = finished(), another()
    letter.save(store)
    assert look(places, lambda c: of_year(c, wanted(letter), but=letter.name), None) is None
    second.save(store)
    told = look(places, lambda c: of_year(c, wanted(letter), but=letter.name), None)
    assert told is not None
    assert told.row.letter == second.name


def test_a_letter_that_prints_another_name_of_its_authority_stays_where_it_is(store: Store, places: Places) -> None:
    letter = finished(authority="Exeter")
    letter.save(store)
    told = found(places, letter)
    assert told is not None
    assert told.row.authority == "Exeter City Council"
    assert wanted(letter).is_filed_as(told.row)
    assert not wanted(finished(authority="Exeter", period_end="2019-03-31")).is_filed_as(told.row)
    assert not wanted(finished(authority="Alder Council")).is_filed_as(told.row)


def test_differences_come_field_by_field() -> None:
    told = differences({"a": "1", "b": "2", "gone": "3"}, {"b": "2", "a": "4", "new": None})
    assert [(one.key, one.saved, one.now) for one in told] == [("a", "1", "4"), ("gone", "3", None)]


def test_looking_makes_no_file_beside_the_history(kept: Places) -> None:
    before = sorted(path.name for path in kept.history.parent.iterdir())
    assert found(kept, finished(period_end=YEARS[0])) is not None
    assert sorted(path.name for path in kept.history.parent.iterdir()) == before

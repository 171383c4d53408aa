"""One letter from several programs is one; what was put right in it is another."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from msgspec import structs

from ombudsview.history.same_wording import Said, same_figures, same_letter, same_words, words
from ombudsview.letters.fields import Value
from ombudsview.paper.document import take
from ombudsview.paper.geometry import Box
from ombudsview.paper.paper import Paper, Sheet, Word
from ombudsview.paper.worker import Worker
from ombudsview.reading.answer import decode
from ombudsview.reading.model import FieldReading, ReaderState, Reading

TEXT = (
    "Mereford Borough Council 22 July 2020 Annual Review letter 2020 for the year ending 31 March 2020 we upheld 2 of 5 complaints "
    "that we investigated in detail; the authority carried out what we recommended, and nothing else was found in those cases but "
    "that two of them had been put right before they came to us, which is what the rate of satisfactory remedies tells of it"
)
VALUES: dict[str, Value | None] = {
    "authority": "Mereford Borough Council",
    "period_end": "2020-03-31",
    "letter_date": "2020-07-22",
    "upheld_decisions": "2",
    "remarks": ("a paragraph",),
}


def said(text: str = TEXT, recognised: str = "", **changes: Value | None) -> Said:
    values = VALUES | changes
    printed = (Word(text, Box(10.0, 10.0, 20.0, 20.0), n) for n, text in enumerate(text.split()))
    fields = (FieldReading(key, value, value, ReaderState.TO_CHECK, (), (), None) for key, value in values.items())
    reading = Reading("measures-2019", (1, 1), tuple(fields), (), "test")
    return Said(Paper("0" * 64, (Sheet(595.0, 842.0, 0, tuple(printed), recognised),)), (1, 1), reading, values)


def test_order_line_ends_and_signs_do_not_matter() -> None:
    assert same_letter(said(), said(" ".join(reversed(TEXT.split()))))
    parted = TEXT.replace("complaints", "com- plaints").replace("investigated", "investi\u00adgated").upper()
    assert same_letter(said(), said("\u2022 " + parted.replace(";", " -")))
    assert words(said("co-operate 2019-20")) == words(said("co- operate 2019\u2010 20"))


@pytest.mark.parametrize(
    "more",
    [
        "Page 1 of 1",
        "Mereford Borough Council the year ending 31/03/20",
        "for the year ended 31 March 2020",
        "",
    ],
)
def test_what_a_program_repeats_on_a_page_does_not_matter(more: str) -> None:
    long = f"{TEXT} " * 6
    assert same_letter(said(long), said(f"{more} {long}"))
    assert same_letter(said(f"{more} {long}"), said(long))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("upheld 2", "upheld 3"),
        ("22 July", "29 July"),
        ("nothing else", "much else"),
        ("Annual Review letter", "Corrected Annual Review letter"),
        ("two of them", "three of them"),
        ("had been", "had not been"),
        ("complaints that", "that"),
        ("of it", "of it nothing else was found in those cases"),
    ],
)
def test_whatever_was_put_right_makes_another_letter(old: str, new: str) -> None:
    assert old in TEXT
    assert not same_letter(said(f"{TEXT} " * 6), said(f"{TEXT} " * 5 + TEXT.replace(old, new)))


def test_figures_that_changed_places_make_another_letter() -> None:
    assert same_words(said(), said())
    assert not same_letter(said(), said(upheld_decisions="5"))
    assert not same_letter(said(), said(letter_date="2020-07-29"))


def test_a_figure_that_one_letter_lacks_makes_another_unless_it_may_have_been_lost() -> None:
    assert not same_figures(said(upheld_decisions=None), said())
    assert same_figures(said(upheld_decisions=None, recognised="a recogniser"), said())
    assert same_figures(said(reference=None), said(reference="X/1")), "what is no figure may be found in one file only"


def test_of_what_only_words_tell_the_words_tell() -> None:
    assert same_figures(said(remarks=("another paragraph",)), said())


def test_a_figure_put_right_by_hand_still_is_what_was_read() -> None:
    by_hand = said()
    by_hand = Said(by_hand.paper, by_hand.pages, by_hand.reading, by_hand.values | {"upheld_decisions": "3"})
    assert same_letter(by_hand, said())


def test_of_a_recognised_letter_most_words_are_enough() -> None:
    misread = TEXT.replace("investigated", "investlgated").replace("nothing", "nothlng")
    assert not same_words(said(), said(misread))
    assert same_words(said(), said(misread, recognised="a recogniser"))
    assert not same_words(said(), said(TEXT[: len(TEXT) // 2], recognised="a recogniser"))


def test_only_the_letters_own_pages_count() -> None:
    one = said()
    before = structs.replace(said("a committee report of twenty pages").paper.sheets[0])
    pack = Said(Paper("1" * 64, (before, *one.paper.sheets)), (2, 2), one.reading, one.values)
    assert same_letter(one, pack)


@pytest.fixture
def examples(shared: Path) -> list[Said]:
    """The example letter as three programs made it, read."""
    paths = sorted((shared / "letters").glob("harborough-2020-*.pdf"))
    if len(paths) < 2:
        pytest.skip("the example letters are not here")
    worker = Worker.start(spare=False)
    try:
        return [_read(worker, path) for path in paths]
    finally:
        worker.close()


def _read(worker: Worker, path: Path) -> Said:
    opened = worker.open(take(path).data)
    answer = decode(worker.read(), opened.sha256, opened.sizes)
    (reading,) = answer.readings
    assert reading.pages is not None
    return Said(answer.paper, reading.pages, reading, {field.key: field.value for field in reading.fields})


def test_the_example_letter_is_one_from_whatever_program(examples: list[Said]) -> None:
    assert all(same_letter(*pair) for pair in combinations(examples, 2))

"""Saved letters teach the year's wording; what is lost of it is made again from their papers, and nothing waits for it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from ombudsview.history import rewording, wording
from ombudsview.history.store import Store
from ombudsview.places import Places
from ombudsview.reading.model import Reading
from tests.history import asked
from tests.history.remarked import Remarked
from tests.letters.test_remarks import LATE, PRAISE

OTHER = "Barrowmere Borough Council"
YEAR = ("lgsco", "2020-03-31")


def remarks(reading: Reading) -> object:
    field = reading.field("remarks")
    assert field is not None
    return field.value


def _file(form: int, period_end: str) -> bytes:
    return f'{{"format":{form},"sender":"lgsco","period_end":"{period_end}","letters":{{}}}}'.encode()


def content(places: Places) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in places.wording.iterdir()}


def test_a_saved_letter_teaches_what_the_next_letter_shares(places: Places) -> None:
    mine, other = Remarked(LATE, PRAISE), Remarked(LATE, authority=OTHER)
    assert wording.told_apart(places, mine.reading) is mine.reading, "nothing is saved yet"
    with closing(Store.open(places)) as store:
        other.save(store)
        assert wording.told_apart(places, other.reading) is other.reading, "a letter does not make itself standard"
        assert remarks(wording.told_apart(places, mine.reading)) == (PRAISE.removesuffix("."),)
        mine.save(store)
    assert remarks(wording.told_apart(places, other.reading)) is None
    assert list(wording.load(places, YEAR) or ()) == sorted([mine.name, other.name])


def test_an_authority_saved_under_the_registers_name_keeps_its_own_remarks(places: Places) -> None:
    mine = Remarked(LATE, PRAISE, authority="Barnet Council")
    with closing(Store.open(places)) as store:
        mine.save(store)
        assert [row.authority for row in asked.letters(store)] == ["London Borough of Barnet"]
    assert wording.told_apart(places, mine.reading) is mine.reading


def test_it_is_made_again_from_the_papers(places: Places) -> None:
    with closing(Store.open(places)) as store:
        for one in (Remarked(LATE, PRAISE), Remarked(LATE, authority=OTHER), Remarked(PRAISE, year=2021)):
            one.save(store)
    before = content(places)
    assert set(before) == {"lgsco-2020-03-31.json", "lgsco-2021-03-31.json"}
    assert rewording.missing(places) == ()
    (places.wording / "lgsco-2020-03-31.json").unlink()
    (places.wording / "lgsco-2021-03-31.json").write_bytes(b"{")
    gone = rewording.missing(places)
    assert sorted(gone) == [YEAR, ("lgsco", "2021-03-31")]
    rewording.make(places, gone)
    assert content(places) == before


def test_a_save_makes_a_year_that_is_gone_whole_again(places: Places) -> None:
    with closing(Store.open(places)) as store:
        Remarked(LATE).save(store)
        wording.path_of(places, YEAR).unlink()
        Remarked(PRAISE, authority=OTHER).save(store)
    assert len(wording.load(places, YEAR) or ()) == 2


def test_a_letter_that_was_taken_back_or_filed_elsewhere_is_forgotten_where_it_was(places: Places) -> None:
    with closing(Store.open(places)) as store:
        gone, moved = Remarked(LATE), Remarked(PRAISE)
        for one in (gone, moved):
            one.save(store)
        store.remove_save(gone.name)
        assert list(wording.load(places, YEAR) or ()) == [moved.name]
        moved.review.reopen()
        moved.review.correct("period_end", "31 March 2019")
        moved.save(store)
    assert wording.load(places, YEAR) == {}
    assert list(wording.load(places, ("lgsco", "2019-03-31")) or ()) == [moved.name]


def test_no_word_of_a_letter_is_kept(places: Places) -> None:
    with closing(Store.open(places)) as store:
        Remarked(LATE, PRAISE).save(store)
    text = wording.path_of(places, YEAR).read_text("utf-8")
    name = "Wraxmere District Council"
    assert name in text
    assert not [word for word in (LATE + PRAISE).split() if len(word) > 3 and word in text.replace(name, "")]


def test_a_folder_that_cannot_be_written_to_keeps_no_letter_from_being_saved(places: Places) -> None:
    with closing(Store.open(places)) as store:
        places.wording.parent.mkdir(parents=True, exist_ok=True)
        places.wording.write_bytes(b"a file where the folder should be")
        saved = Remarked(LATE).save(store)
        assert saved.trouble is None
        assert [row.letter for row in asked.letters(store)] == [saved.letter]
    assert wording.load(places, YEAR) is None


@pytest.mark.parametrize(
    "spoilt", [b"", b"[]", b"\xff", _file(wording.FORMAT - 1, "2020-03-31"), _file(wording.FORMAT + 1, "2020-03-31")]
)
def test_a_file_that_is_none_teaches_nothing(places: Places, spoilt: bytes) -> None:
    path = wording.path_of(places, YEAR)
    path.parent.mkdir(parents=True)
    path.write_bytes(spoilt)
    assert wording.load(places, YEAR) is None
    path.write_bytes(_file(wording.FORMAT, "2019-03-31"))
    assert wording.load(places, YEAR) is None, "it is of another year than its name says"
    path.write_bytes(_file(wording.FORMAT, "2020-03-31"))
    assert wording.load(places, YEAR) == {}


@pytest.mark.parametrize(
    "year", [("../x", "2020-03-31"), ("lgsco", "../2020"), ("", "2020-03-31"), ("lgsco", "20200331")]
)
def test_nothing_that_the_reader_says_leads_out_of_the_folder(places: Places, year: tuple[str, str]) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        wording.path_of(places, year)
    assert wording.load(places, year) is None
    assert not list(Path(places.data).glob("*"))


def test_where_there_is_no_history_nothing_is_missing(places: Places) -> None:
    assert rewording.missing(places) == ()
    rewording.make(places, [YEAR])
    assert not places.wording.exists()

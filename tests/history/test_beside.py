"""Which letters are found beside one: by the register's names, its types and who took over from whom."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

from ombudsview.history.beside import beside
from ombudsview.history.compare import Besides
from ombudsview.history.store import Store
from ombudsview.letters.fields import Value
from ombudsview.places import Places
from tests.helpers.process import python
from tests.history import asked
from tests.history.made import finished

EXETER = "Exeter City Council"


def kept(places: Places, *letters: dict[str, Value | None]) -> Callable[..., Besides]:
    with closing(Store.open(places)) as store:
        for values in letters:
            finished(**values).save(store)

    def find(
        authority: str = EXETER, period_end: str = "2020-03-31", letter: str = "", sender: str = "lgsco"
    ) -> Besides:
        return beside(places, letter, sender, authority, period_end)

    return find


def test_no_history_is_nothing(places: Places) -> None:
    assert beside(places, "", "lgsco", EXETER, "2020-03-31").past == ()
    assert not places.data.exists()


def test_last_years_letter_is_found_under_any_of_the_authoritys_names(places: Places) -> None:
    find = kept(
        places, {"authority": "Exeter", "period_end": "2019-03-31", "investigations": "9", "upheld_decisions": "3"}
    )
    found = find()
    assert found.past_year == "2018-19"
    assert found.before("investigations") == (("Exeter City Council", "9"),)
    assert find(EXETER, "2021-03-31").past == ()
    assert find("Adur District Council").past == ()
    assert find(sender="psow").past == ()


def test_an_authority_that_no_register_knows_is_found_by_its_name(places: Places) -> None:
    find = kept(places, {"authority": "Wraxmere Council", "period_end": "2019-03-31"})
    assert [other.authority for other in find("The WRAXMERE council").past] == ["Wraxmere Council"]
    assert find("The WRAXMERE council").type == ""


def test_where_there_is_none_those_of_its_predecessors_are(places: Places) -> None:
    before = [
        {"authority": name, "period_end": "2019-03-31"}
        for name in ("Taunton Deane Borough Council", "West Somerset District Council")
    ]
    find = kept(places, *before, {"authority": EXETER, "period_end": "2019-03-31"})
    found = find("Somerset West and Taunton Council")
    assert sorted(name for name, _ in found.before("investigations")) == sorted(str(one["authority"]) for one in before)


def test_of_two_letters_about_last_year_the_second_counts(places: Places) -> None:
    year = {"authority": EXETER, "period_end": "2019-03-31"}
    find = kept(places, year | {"investigations": "8"}, year | {"investigations": "9"})
    assert find().before("investigations") == ((EXETER, "9"),)


def test_twins_are_of_the_same_year_and_type_and_not_the_letter_itself(places: Places) -> None:
    def of(authority: str, average: str, year: str = "2020-03-31") -> dict[str, Value | None]:
        return {"authority": authority, "period_end": year, "upheld_rate_similar": average}

    find = kept(
        places,
        of("Adur District Council", "45"),
        of("Leeds City Council", "67"),
        of("Arun District Council", "44", "2019-03-31"),
    )
    found = find()
    assert found.type == "district"
    assert [(twin.authority, twin.values) for twin in found.twins] == [
        ("Adur District Council", {"upheld_rate_similar": "45"})
    ]
    assert find("Adur District Council", letter=found.twins[0].letter).twins == ()
    assert find("Exmoor National Park Authority").twins == ()


def test_a_save_taken_back_is_no_letter(places: Places) -> None:
    find = kept(places, {"authority": EXETER, "period_end": "2019-03-31"})
    with closing(Store.open(places)) as store:
        store.remove_save(asked.letters(store)[0].letter)
    assert find().past == ()


def test_it_loads_neither_sqlite_utils_nor_a_reader() -> None:
    done = python(
        "import sys, ombudsview.history.beside\n"
        "print({'sqlite_utils', 'numpy', 'pymupdf', 'PySide6', 'matplotlib'} & set(sys.modules))"
    )
    assert (done.returncode, done.stdout.strip()) == (0, "set()"), done.stderr


def test_what_an_officer_corrected_is_told_from_what_is_printed(places: Places) -> None:
    """The letters made here have their upheld decisions corrected from 4 to 3."""
    find = kept(
        places,
        {"authority": EXETER, "period_end": "2019-03-31"},
        {"authority": "Adur District Council", "upheld_rate_similar": "45"},
    )
    (past,), (twin,) = find().past, find().twins
    assert past.by_hand == {"upheld_decisions"}
    assert find().before("upheld_decisions") == ((EXETER, "3, as corrected by hand"),)
    assert (twin.values["upheld_rate_similar"], twin.by_hand) == ("45", frozenset())

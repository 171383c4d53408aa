"""The saved letters of one year with their figures."""

from __future__ import annotations

from ombudsview.history.glance import look
from ombudsview.history.of_year import of_year, years
from ombudsview.history.store import Store
from ombudsview.places import Places
from tests.history.made import VALUES, Letter, ticking


def test_letters_of_a_year_by_authority_with_their_figures(places: Places) -> None:
    store = Store.open(places, ticking())
    for change in ({}, {"authority": "Aldham Council"}, {"period_end": "2019-03-31"}):
        Letter(VALUES | change).save(store)
    store.close()
    found = look(places, lambda connection: of_year(connection, "lgsco", "2020-03-31"), ())
    assert [letter.authority for letter in found] == ["Aldham Council", "Mereford Borough Council"]
    assert found[1].figures["upheld_rate"].value == "80"
    assert found[1].figures["upheld_rate_similar"].value is None
    assert look(places, lambda connection: years(connection, "lgsco"), ()) == ("2020-03-31", "2019-03-31")
    assert look(places, lambda connection: years(connection, "psow"), ()) == ()

"""A history that the tests of its safekeeping begin with."""

from __future__ import annotations

from contextlib import closing

import pytest

from ombudsview.history.store import Store
from ombudsview.places import Places
from tests.history.made import YEARS, finished


@pytest.fixture
def kept(places: Places) -> Places:
    """A history of six letters, one with two revisions, closed."""
    with closing(Store.open(places)) as store:
        for year in YEARS:
            letter = finished(period_end=year)
            letter.save(store)
        letter.review.reopen()
        letter.review.correct("investigations", "6")
        letter.review.finish("Amended.")
        letter.save(store)
    return places

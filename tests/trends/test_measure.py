import pytest

from ombudsview.letters.fields import FIELDS, Unit
from ombudsview.trends.measure import MEASURES, measure


@pytest.mark.parametrize("one", MEASURES, ids=lambda one: one.key)
def test_a_measure_is_made_of_fields_that_there_are(one):
    assert set(one.keys) <= set(FIELDS)
    assert measure(one.key) is one
    counts = [key for key in (one.part, *one.bases) if key]
    assert {FIELDS[key].unit for key in counts} <= {Unit.COUNT}
    assert one.is_rate == bool(one.bases) == bool(one.of_what)


def test_no_two_measures_share_a_name():
    assert len({one.label for one in MEASURES}) == len({one.key for one in MEASURES}) == len(MEASURES)


def test_remedies_are_of_upheld_cases_whatever_the_letter_prints():
    assert measure("remedy_rate").of_what == "upheld cases"

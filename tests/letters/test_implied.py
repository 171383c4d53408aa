"""What a letter implies without printing it: each rule, from what it says it comes, and never over a printed value."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombudsview.letters.fields import FIELDS, Value
from ombudsview.letters.implied import Implied, implied

ALL = frozenset(FIELDS)


def worked_out(**values: Value | None) -> dict[str, str]:
    return {found.key: found.value for found in implied(values, ALL)}


def reason(key: str, **values: Value | None) -> str:
    return next(found.reason for found in implied(values, ALL) if found.key == key)


def test_nothing_follows_from_nothing() -> None:
    assert worked_out() == {}
    assert worked_out(upheld_rate="0") == {}
    assert worked_out(investigations="5", upheld_rate="40") == {}


def test_nothing_of_no_investigations_was_upheld() -> None:
    assert worked_out(investigations="0") == {"upheld_decisions": "0", "satisfactory_remedies": "0", "remedy_base": "0"}
    assert reason("upheld_decisions", investigations="0") == "Not printed: there were no investigations."
    assert reason("satisfactory_remedies", investigations="0") == "Not printed: there were no upheld decisions."


def test_nought_of_a_hundred_is_nought() -> None:
    found = worked_out(investigations="5", upheld_rate="0")
    assert found["upheld_decisions"] == "0"
    assert (
        reason("upheld_decisions", investigations="5", upheld_rate="0")
        == "Not printed: upheld rate is 0% of 5 investigations."
    )


def test_all_of_them_are_all_of_them() -> None:
    assert worked_out(investigations="5", upheld_rate="100")["upheld_decisions"] == "5"
    assert worked_out(upheld_decisions="5", upheld_rate="100")["investigations"] == "5"
    assert worked_out(upheld_decisions="3", remedy_rate="100")["satisfactory_remedies"] == "3"
    assert worked_out(satisfactory_remedies="3", remedy_rate="100")["upheld_decisions"] == "3"
    assert worked_out(satisfactory_remedies="3", remedy_rate="0") == {}


def test_of_so_many_that_one_more_would_round_alike_nothing_follows() -> None:
    assert worked_out(investigations="199", upheld_rate="0")["upheld_decisions"] == "0"
    assert "upheld_decisions" not in worked_out(investigations="200", upheld_rate="0")
    assert worked_out(investigations="199", upheld_rate="100")["upheld_decisions"] == "199"
    assert "upheld_decisions" not in worked_out(investigations="300", upheld_rate="100")
    assert worked_out(upheld_decisions="150", upheld_rate="100")["investigations"] == "150"
    assert "investigations" not in worked_out(upheld_decisions="300", upheld_rate="100")


def test_none_of_all_says_nothing_of_how_many() -> None:
    assert worked_out(upheld_decisions="0", upheld_rate="100") == {"remedy_base": "0", "satisfactory_remedies": "0"}


def test_other_rates_are_not_turned_into_counts() -> None:
    """Of 28 cases 96% is 27, but 96% may also be what somebody misread."""
    assert worked_out(investigations="28", upheld_rate="96") == {}
    assert worked_out(compliance_outcomes="28", compliance_rate="0") == {}


def test_rates_are_never_worked_out() -> None:
    """A rate of nothing is absent, not nought."""
    for values in (
        {"investigations": "0"},
        {"upheld_decisions": "2", "investigations": "2"},
        {"compliance_outcomes": "0"},
    ):
        assert not any(key.endswith("_rate") for key in worked_out(**values))


def test_the_year_starts_on_the_first_of_april() -> None:
    assert worked_out(period_end="2020-03-31") == {"period_start": "2019-04-01"}
    assert reason("period_start", period_end="2020-03-31") == (
        "Not printed: the year that ends on 31 March 2020 starts on 1 April."
    )
    assert worked_out(period_end="2020-06-30") == {}
    assert worked_out(period_start="2019-04-01") == {}


def test_the_remedies_are_based_on_the_upheld_cases() -> None:
    assert worked_out(upheld_decisions="7") == {"remedy_base": "7"}
    assert "upheld decisions" in reason("remedy_base", upheld_decisions="7")


def test_one_thing_leads_to_the_next() -> None:
    assert worked_out(investigations="4", upheld_rate="100", remedy_rate="100") == {
        "upheld_decisions": "4",
        "satisfactory_remedies": "4",
        "remedy_base": "4",
    }


@pytest.mark.parametrize("key", ["upheld_decisions", "satisfactory_remedies", "remedy_base", "period_start"])
def test_what_is_printed_stands(key: str) -> None:
    values: dict[str, Value | None] = {"investigations": "0", "period_end": "2020-03-31"}
    assert key in worked_out(**values)
    assert key not in worked_out(**values, **{key: "2018-04-01" if key == "period_start" else "9"})


def test_only_what_the_kind_declares() -> None:
    assert list(implied({"investigations": "0", "period_end": "2020-03-31"}, frozenset(["upheld_decisions"]))) == [
        Implied("upheld_decisions", "0", "Not printed: there were no investigations.")
    ]


numbers = st.sampled_from([None, "0", "1", "5", "100"])
keys = ["investigations", "upheld_decisions", "upheld_rate", "remedy_rate", "satisfactory_remedies", "remedy_base"]


@given(st.fixed_dictionaries(dict.fromkeys(keys, numbers)), st.sets(st.sampled_from(keys)))
def test_each_once_declared_and_never_over_a_value(values: dict[str, Value | None], declared: set[str]) -> None:
    found = list(implied(values, frozenset(declared)))
    assert len({one.key for one in found}) == len(found)
    for one in found:
        assert one.key in declared
        assert values[one.key] is None
        assert one.reason.startswith("Not printed: ")

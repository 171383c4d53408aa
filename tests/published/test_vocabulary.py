"""What headings mean: the wordings of the letters' tables and their like, and nothing that is only similar."""

from __future__ import annotations

import pytest

from ombudsview.letters.fields import FIELDS
from ombudsview.published.vocabulary import MODERN, OLDER, families, fits, is_percent

NOW, THEN = "2020-03-31", "2008-03-31"


def keys(heading: str, end: str = NOW) -> set[str]:
    return {fit.key for fit in fits(heading, end)}


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("Adult Social Care", "received.adult_care"),
        ("Education & Children’s Services", "received.education_and_children"),
        ("ENVIRONMENTAL SERVICES, PUBLIC PROTECTION AND REGULATION", "received.environment"),
        ("Referred back for\nlocal resolution", "decided.referred_back"),
        ("Closed after initial enquiries [2]", "decided.closed_after_initial_enquiries"),
        ("Number of complaints not upheld", "decided.not_upheld"),
        ("Uphold rate (%)", "upheld_rate"),
        ("% of complaints upheld", "upheld_rate"),
        ("Average uphold rate (%) of similar authorities*", "upheld_rate_similar"),
        ("Complied on time", "compliance.on_time"),
        ("Compliance rate", "compliance_rate"),
        ("Upheld decisions per 100,000 residents", "upheld_per_100k"),
        ("Upheld decisions per 100k", "upheld_per_100k"),
        ("Average upheld decisions per 100,000 residents", "upheld_per_100k_similar"),
        ("Not for us or not ready for us to investigate", "not_for_us"),
        ("Assessed and closed", "assessed_and_closed"),
    ],
)
def test_a_heading_means_one_figure(heading: str, key: str) -> None:
    assert keys(heading) == {key}


@pytest.mark.parametrize(
    "heading", ["Colour", "Authority type", "Upheld in part", "Rate", "Population", "complaints where", "", "100,000"]
)
def test_what_is_worded_as_none_means_none(heading: str) -> None:
    assert keys(heading) == set()


def test_one_word_may_mean_several_and_is_weak() -> None:
    assert keys("Total") >= {"received.total", "decided.total"}
    assert keys("Upheld") == {"decided.upheld", "upheld_decisions"}
    assert all(fit.weak for fit in fits("Total", NOW))
    assert len(keys("Average of similar authorities")) == 3


def test_older_years_have_the_words_of_their_own_tables() -> None:
    assert keys("Omb disc", THEN) == {"decided.ombudsmans_discretion"}
    assert keys("Benefits", THEN) == {"received.benefits"}
    assert keys("Benefits", NOW) == {"received.benefits_and_tax"}
    assert keys("Not upheld", THEN) == set()


def test_titles_tell_of_families() -> None:
    assert families("Complaints and enquiries received 2019-20", NOW) == {"received"}
    assert families("Compliance with Ombudsman recommendations", NOW) == {"compliance"}
    assert families("Notes", NOW) == frozenset()


def test_every_figure_is_one_of_the_vocabulary_and_rates_are_known_as_percentages() -> None:
    columns = [column for family in (*MODERN, *OLDER) for column in family.columns]
    known = {column.key for column in columns if not column.key.startswith("-")}
    assert known <= set(FIELDS)
    assert {key for key in known if is_percent(key)} == {key for key in known if FIELDS[key].unit == "percent"}

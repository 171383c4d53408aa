"""Kinds are declarations, and a wrong one does not come into being."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from ombudsview.letters.find import Beside, Says
from ombudsview.letters.kind import Anchor, Entry, Kind, Need
from ombudsview.letters.kinds import KINDS
from ombudsview.letters.sections import Section

COUNTED = Entry("upheld_decisions", Need.REQUIRED, (Says("{count} upheld decisions", "upheld"),))
RATED = Entry("upheld_rate", Need.CONDITIONAL, (Says("{percent} upheld"),), of="upheld_decisions")
SMALL = Kind(
    key="small",
    name="A small letter",
    sender="Somebody",
    covers=("2019-03-31", "2022-03-31"),
    anchors=(Anchor("its title", "annual letter"),),
    never=("another letter",),
    sections=(Section("upheld", "complaints upheld"),),
    entries=(COUNTED, RATED),
)


@pytest.mark.parametrize(
    "wrong",
    [
        replace(COUNTED, key="upheld_decision"),
        replace(COUNTED, finders=(Says("{count} upheld", "uphold"),)),
        replace(COUNTED, fallbacks=(Beside("upheld", "uphold"),)),
        replace(COUNTED, noughts=(Says("(?P<value>no) decisions", "uphold"),)),
        replace(COUNTED, finders=(Says("upheld decisions"),)),
        replace(COUNTED, finders=(Says("{counts} upheld decisions"),)),
        replace(COUNTED, finders=(Says("{any_date} upheld decisions"),)),
        replace(COUNTED, beside=("upheld_rates",)),
        replace(COUNTED, within="upheld_rates"),
        replace(COUNTED, of="upheld_rate"),
        replace(COUNTED, need=Need.CONDITIONAL),
        replace(RATED, of="upheld"),
        replace(RATED, of="investigations"),
        RATED,
    ],
)
def test_an_entry_with_a_wrong_name_is_refused(wrong: Entry) -> None:
    others = (COUNTED,) if wrong is RATED or wrong.key.startswith("upheld_rate") else (RATED,)
    with pytest.raises(ValueError, match=r"^small: "):
        replace(SMALL, entries=(*others, wrong) if wrong is not RATED else (RATED, RATED, COUNTED))


@pytest.mark.parametrize(
    "wrong",
    [
        {"never": ("(",)},
        {"anchors": (Anchor("broken", "["),)},
        {"sections": (Section("upheld", "complaints ("),)},
        {"sections": (Section("upheld", "complaints", ("[",)),)},
        {"entries": (replace(COUNTED, finders=(Says("{count} ("),)), RATED)},
        {"entries": (replace(COUNTED, finders=(Says("{count} of {count}"),)), RATED)},
        {"entries": (replace(COUNTED, fallbacks=(Beside("("),)), RATED)},
    ],
)
def test_a_broken_pattern_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises((ValueError, re.error)):
        replace(SMALL, **wrong)  # type: ignore[arg-type]


def test_what_a_letter_must_give() -> None:
    average = Entry(
        "upheld_rate_similar", Need.OPTIONAL, (), beside=("remedy_rate_similar",), within="upheld_decisions"
    )
    kind = replace(SMALL, entries=(COUNTED, RATED, average))
    nothing: frozenset[str] = frozenset()
    assert kind.expects(COUNTED, {}, nothing)
    assert kind.expects(RATED, {}, nothing)
    assert kind.expects(RATED, {"upheld_decisions": "2"}, nothing)
    assert not kind.expects(RATED, {"upheld_decisions": "0"}, nothing)
    assert not kind.expects(average, {}, nothing)
    assert not kind.expects(average, {}, frozenset(["remedy_rate_similar"]))
    assert kind.expects(average, {}, frozenset(["remedy_rate_similar", "upheld_decisions"]))
    assert not kind.expects(replace(average, beside=()), {}, frozenset(["upheld_decisions"]))


def test_a_kind_gives_its_entries_by_key() -> None:
    assert SMALL.entry("upheld_rate") is RATED
    with pytest.raises(KeyError):
        SMALL.entry("investigations")


def test_every_kind_has_a_name_of_its_own_and_forms_of_one_era_share_their_key() -> None:
    assert len({kind.name for kind in KINDS}) == len(KINDS)
    assert len({(kind.key, kind.entries) for kind in KINDS}) == len(KINDS)
    assert all(first <= last for first, last in (kind.covers for kind in KINDS))

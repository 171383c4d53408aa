"""Where the series breaks: years from which the Ombudsman's figures mean something else, as data, each with its reason.

Figures on the two sides of a break are not joined by a line and not called better or worse.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Break:
    """`year` is the year in which the first period of the new sort ends: 2021 for 2020-21; `sender` whose figures change."""

    year: int
    label: str
    reason: str
    sender: str = "lgsco"


BREAKS = (
    Break(
        2009,
        "Advice Team starts",
        "From April 2008 an Advice Team takes every first contact, so fewer complaints are counted as received.",
    ),
    Break(
        2012,
        "new names for decisions",
        "From 2011-12 decisions go by other names, which do not match the earlier ones.",
    ),
    Break(2014, "upheld or not upheld", "From 2013-14 a complaint is either upheld or not upheld."),
    Break(
        2019,
        "three measures begin",
        "From 2018-19 the letter reports complaints upheld, compliance and satisfactory remedies.",
    ),
    Break(2021, "Covid pause", "The Ombudsman took no new complaints for about three months from March 2020."),
    Break(
        2023,
        "fewer borderline cases investigated",
        "From 2022-23 the Ombudsman investigates fewer borderline cases, so upheld rates rise everywhere.",
    ),
    Break(
        2025,
        "overview replaces categories",
        "From 2024-25 an overview of what was dealt with replaces the categories of decisions.",
    ),
)


def breaks_within(first: int, last: int, sender: str = "lgsco") -> tuple[Break, ...]:
    """The breaks that part two of the years from `first` to `last` in the letters of one sender."""
    return tuple(one for one in BREAKS if one.sender == sender and first < one.year <= last)

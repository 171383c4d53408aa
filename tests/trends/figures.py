"""Saved figures of a council that does not exist, as the history would give them."""

from __future__ import annotations

from ombudsview.history.rows import Figure

COUNCIL = "Exampleborough District Council"


def letter(year, state="agreed", name=None, sequence=1, authority=COUNCIL, **values):
    """The figures of one letter; `year` is that in which its period ends, values are canonical text or None."""
    name = name or f"letter-{year}"
    return tuple(
        Figure(name, authority, f"{year}-03-31", key, value, state if value is not None else "not_found", 3, sequence)
        for key, value in values.items()
    )


def upheld(year, rate, part, base, similar, **more):
    """A letter's block of complaints upheld."""
    values = {"upheld_rate": rate, "upheld_decisions": part, "investigations": base, "upheld_rate_similar": similar}
    return letter(year, **values, **more)


TEN_YEARS = (
    *upheld(2015, "38", "3", "8", "36"),
    *upheld(2016, "40", "2", "5", "42"),
    *upheld(2017, "57", "4", "7", "45"),
    *upheld(2018, "43", "3", "7", "47"),
    *upheld(2019, "56", "5", "9", "43"),
    *upheld(2020, "100", "2", "2", "45"),
    *upheld(2021, "50", "1", "2", "53"),
    *upheld(2022, "67", "4", "6", "51"),
    *upheld(2023, "75", "3", "4", "59"),
    *upheld(2024, "83", "5", "6", "63"),
)

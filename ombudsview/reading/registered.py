"""What the register of authorities says of a letter's authority: whom its name may mean, and whether it is compared with others."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from ombudsview.authorities import Match, Register
from ombudsview.letters.fields import Value
from ombudsview.reading.model import Doubt


def name_doubts(values: Mapping[str, Value | None]) -> tuple[Doubt, ...]:
    """A doubt where the printed name is nearly, or could be more than one, authority's; none for names that nobody knows."""
    name = values.get("authority")
    if not isinstance(name, str):
        return ()
    match = _match(name, _year_end(values))
    return (Doubt("authority_name", match.doubt, ("authority",)),) if match.doubt else ()


def is_compared(values: Mapping[str, Value | None]) -> bool | None:
    """Whether the Ombudsman compares this authority with similar ones, as its letters then print; None where nothing tells."""
    name = values.get("authority")
    return _compared(name, _year_end(values)) if isinstance(name, str) else None


def official_name(name: str, period_end: str | None) -> str:
    """The register's name for an authority, however a letter prints it; the printed one where the register is not sure."""
    return known_name(name, period_end) or " ".join(name.split())


def known_name(name: str, period_end: str | None) -> str | None:
    """The register's name for an authority; None where the register is not sure."""
    match = _match(name, None)
    if match.candidates and period_end:  # a name that nobody knows is unknown in every year
        match = _match(name, date.fromisoformat(period_end))
    return match.authority.name if match.authority is not None and not match.doubt else None


@lru_cache(maxsize=1)
def words() -> frozenset[str]:
    """The words that the register's names are made of, in small letters: none of them is a misreading of another word."""
    return frozenset(word.lower() for one in Register.load().authorities for name in one.names for word in name.split())


# The same authorities come again and again in an archive, and a name that nobody knows costs half a millisecond.
@lru_cache(maxsize=1000)
def _match(name: str, year_end: date | None) -> Match:
    return Register.load().match(name, year_end)


@lru_cache(maxsize=1000)
def _compared(name: str, year_end: date | None) -> bool | None:
    return Register.load().compared(name, year_end)


def _year_end(values: Mapping[str, Value | None]) -> date | None:
    end = values.get("period_end")
    return date.fromisoformat(end) if isinstance(end, str) else None

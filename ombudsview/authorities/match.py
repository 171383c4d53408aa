"""What the register makes of a printed name, and the sentences that say what it is not sure of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from ombudsview.authorities.authority import Authority, written

_LONG_PAST = timedelta(days=480)  # letters about a body's last year are written, and late ones sent, within this time


class How(StrEnum):
    """By what a name was known."""

    EXACT = "exact"
    ALIAS = "alias"
    FOLDED = "folded"
    FUZZY = "fuzzy"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Match:
    """The authority that a name stands for, or None; `doubt` is a sentence for the officer wherever that is not certain.

    `candidates` are all that the name could stand for. Unknown names are no fault: no authority, no doubt.
    """

    authority: Authority | None
    how: How
    doubt: str | None = None
    candidates: tuple[Authority, ...] = ()


UNKNOWN = Match(None, How.NONE)


def decided(printed: str, found: Sequence[Authority], how: How, on: date | None) -> Match:
    """One of the candidates by the day, else none and a doubt that names them."""
    choice = [one for one in found if on is None or one.existed(on)]
    if len(found) == 1:
        return Match(found[0], how, _out_of_time(found[0], on), tuple(found))
    if len(choice) == 1:
        return Match(choice[0], how, None, tuple(found))
    return undecided(printed, found, how)


def undecided(printed: str, found: Sequence[Authority], how: How) -> Match:
    """No authority, and a doubt that names those it could be."""
    *others, last = [one.described() for one in found[:4]]
    named = f"{', '.join(others)} or {last}"
    return Match(None, how, f"“{printed}” could be {named}. Check which one the letter is to.", tuple(found))


def guessed(printed: str, authority: Authority) -> Match:
    """One that the name only resembles."""
    doubt = (
        f"“{printed}” is in no list of authorities; it looks like {authority.name}. Check the name against the letter."
    )
    return Match(authority, How.FUZZY, doubt, (authority,))


def _out_of_time(authority: Authority, on: date | None) -> str | None:
    if on is None:
        return None
    if authority.end and on > authority.end + _LONG_PAST:
        return f"{authority.name} ended on {written(authority.end)}. Check the name and the year."
    if authority.start and on < authority.start - _LONG_PAST:
        return f"{authority.name} began on {written(authority.start)}. Check the name and the year."
    return None

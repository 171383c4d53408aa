"""The order in which fields are shown and asked for: identity first, then group by group as the letter has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ombudsview.letters.fields import FIELDS, GROUPS
from ombudsview.review.states import State

if TYPE_CHECKING:
    from ombudsview.review.review import Review

_IDENTITY_FIRST = ("authority", "period_start", "period_end", "letter_date")
_UNREADABLE = frozenset({"unreadable", "not_found", "hard_to_read"})
"""Doubts of fields that have no value to be sure of: they come before values that break a rule."""


def shown_keys(keys: tuple[str, ...]) -> tuple[str, ...]:
    """Keys in the order of the desk; within a group as they come, but who and when before all else."""

    def place(key: str) -> tuple[int, int]:
        first = _IDENTITY_FIRST.index(key) if key in _IDENTITY_FIRST else len(_IDENTITY_FIRST)
        return GROUPS.index(FIELDS[key].group), first

    return tuple(sorted(keys, key=place))


def groups(keys: tuple[str, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Groups with their keys, none empty."""
    ordered = shown_keys(keys)
    parted = ((group, tuple(key for key in ordered if FIELDS[key].group == group)) for group in GROUPS)
    return tuple((group, members) for group, members in parted if members)


def neighbour(review: Review, key: str, by: int) -> str:
    """The field before or after; the ends hold still."""
    keys = shown_keys(review.keys())
    if not keys:
        return ""
    place = keys.index(key) + by if key in keys else 0
    return keys[max(0, min(place, len(keys) - 1))]


def by_attention(review: Review, after: str = "") -> tuple[str, ...]:
    """The open fields in the order in which they deserve a look: who and when, what cannot be read, what breaks a rule, the rest.

    The rest goes on after the field `after`, round the end, so that the page scrolls one way.
    """
    keys = shown_keys(review.keys())
    start = keys.index(after) + 1 if after in keys else 0
    fields = {field.key: field for field in review.fields() if field.state.is_open}

    def rank(key: str) -> int:
        if key in _IDENTITY_FIRST:
            return 0
        if fields[key].state is State.LOOK_HERE:
            return 1 if any(doubt.code in _UNREADABLE for doubt in fields[key].doubts) else 2
        return 3

    round_the_end = [key for key in (*keys[start:], *keys[:start]) if key in fields]
    in_order = [key for key in keys if key in fields]
    return (
        *(key for key in sorted(in_order, key=rank) if rank(key) < 3),
        *(key for key in round_the_end if rank(key) == 3),
    )


def next_open(review: Review, key: str, by: int = 1) -> str:
    """The open field after (1) or before (-1) this one in the order of attention, round the end; empty where nothing is open.

    From a field that is settled it goes on as Enter does.
    """
    order = by_attention(review)
    if key in order:
        return order[(order.index(key) + by) % len(order)]
    going_on = by_attention(review, key)
    return "" if not going_on else going_on[0 if by > 0 else -1]


def first_open(review: Review) -> str:
    """Where the work starts: what deserves a look first, else the first field."""
    return next(iter((*by_attention(review), *shown_keys(review.keys()))), "")

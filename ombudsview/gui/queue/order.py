"""In which order the queue shows its letters. The letters of our own council come first unless they are shown as they came."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from ombudsview.gui.queue.entry import Entry
from ombudsview.gui.queue.status import Status

Key = Callable[[Entry], tuple[object, ...]]


class Order(StrEnum):
    """The orders that can be chosen."""

    CAME = "came"
    NEED = "need"
    AUTHORITY = "authority"


def sort_key(order: Order, ours: str = "") -> Key:
    """What to sort by; `ours` is the authority whose letters come first, by name."""
    own = ours.casefold()
    match order:
        case Order.CAME:
            return lambda entry: (entry.place, entry.number)
        case Order.NEED:
            return lambda entry: _by_need(entry, own)
        case Order.AUTHORITY:
            return lambda entry: (not is_of(entry, own), *_filing(entry), entry.place, entry.number)


def _by_need(entry: Entry, own: str) -> tuple[int, bool, int, int, int]:
    """By how it stands; among those that stand alike our own first, or a stranger's one doubt more would put it before ours."""
    standing, looks = _need(entry)
    return standing, not is_of(entry, own), looks, entry.place, entry.number


def _need(entry: Entry) -> tuple[int, int]:
    """Work that was begun first, then what has most to look at; what is done, and what cannot be opened, at the end."""
    status, seen = entry.status, entry.seen
    if status is Status.FINISHED:
        return 5, 0
    if status is Status.PROBLEM:
        return 4, 0
    if status is Status.QUERIED:
        return 3, 0
    if seen is None:
        return 2, 0
    return (0 if status is Status.DRAFT else 1), -(seen.look * 1000 + seen.check)


def _filing(entry: Entry) -> tuple[bool, str, str, int]:
    """By authority, then year; what is not known yet at the end, by its file's name."""
    seen = entry.seen
    if seen is None or not seen.authority:
        return True, entry.name.casefold(), "", entry.number
    return False, seen.authority.casefold(), seen.year, entry.number


def is_of(entry: Entry, own: str) -> bool:
    """Whether a letter is of an authority, named in small letters; letters print the name of one council in more than one way."""
    seen = entry.seen
    if not own or seen is None or not seen.authority:
        return False
    if seen.authority.casefold() == own:
        return True
    from ombudsview.reading.registered import official_name  # most letters of a queue name their council alike

    return official_name(seen.authority, None).casefold() == own

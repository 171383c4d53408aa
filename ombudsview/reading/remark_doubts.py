"""A remark that does not name the authority goes on from the one before it: the officer is asked to make sure that it does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ombudsview.letters.remarks import going_on
from ombudsview.paper.text import TextMap
from ombudsview.reading.model import Doubt, FieldReading

_KEY = "remarks"
CODE = "remark_goes_on"
_WORDS = 7


def going_on_doubts(text: TextMap, fields: Mapping[str, FieldReading]) -> Iterator[Doubt]:
    """A doubt for each remark that is taken for one because of the remark that it stands behind."""
    if _KEY in fields and fields[_KEY].value is not None:
        yield from (doubt(text.printed(*span)) for span in going_on(text))


def doubt(printed: str) -> Doubt:
    """The doubt about one such remark, which it quotes."""
    opening = " ".join(printed.split()[:_WORDS])
    sentence = f"“{opening} …” does not name the authority: make sure that it goes on from the remark before it."
    return Doubt(CODE, sentence, (_KEY,))


def still(doubts: tuple[Doubt, ...], kept: tuple[str, ...]) -> tuple[Doubt, ...]:
    """These doubts without those about remarks that are not among those kept."""
    about = {doubt(printed) for printed in kept}
    return tuple(one for one in doubts if one.code != CODE or one in about)


def led(field: FieldReading, kept: list[int]) -> list[int]:
    """Of these items, by number, those that still stand behind the remark they go on from, or go on from none."""
    printed = field.printed if isinstance(field.printed, tuple) else ()
    left: list[int] = []
    for number in kept:
        if doubt(printed[number]) not in field.doubts or number - 1 in left:
            left.append(number)
    return left

"""Which year a spreadsheet is about, as far as its own words say: spans and last days count, a bare "2020" does not.

"Annual review letters 2020" may be of 2019-20 or of 2020-21: the Ombudsman has named years both ways.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ombudsview.letters.fields import Unit, parse

_SPAN = re.compile(r"(?<!\d)(?P<first>(?:19|20)\d\d)\s?(?:[-/_]|to)\s?(?P<last>(?:20)?\d\d)(?!\d|[-/_.]\d\d(?!\d))")
_LAST_DAY = re.compile(
    r"(?<!\d)(31(?:st)?\s+march,?\s+(?:19|20)\d\d|31[/.-]0?3[/.-](?:(?:19|20)\d\d|\d\d)|(?:19|20)\d\d-03-31)(?!\d)",
    re.IGNORECASE,
)
_DASHES = str.maketrans({"\N{EN DASH}": "-", "\N{EM DASH}": "-", "\N{NON-BREAKING HYPHEN}": "-", "\N{MINUS SIGN}": "-"})


@dataclass(frozen=True)
class Named:
    """A year by its last day (`2020-03-31`), and the words that name it, with where they stand."""

    period_end: str
    words: str
    where: str


def years_in(text: str) -> tuple[str, ...]:
    """The last days of the years that a text names beyond doubt, each once."""
    text = text.translate(_DASHES)
    found = [_by_span(match) for match in _SPAN.finditer(text)]
    found += [parse(Unit.DATE, match[1].replace(",", "")) for match in _LAST_DAY.finditer(text)]
    return tuple(dict.fromkeys(end for end in found if end is not None))


def named(texts: Iterable[tuple[str, str]]) -> tuple[Named, ...]:
    """Every year that any of the texts names, each with its first words; `texts` are pairs of where and what."""
    found: dict[str, Named] = {}
    for where, text in texts:
        for end in years_in(text):
            found.setdefault(end, Named(end, text.strip(), where))
    return tuple(found.values())


def _by_span(match: re.Match[str]) -> str | None:
    first, last = int(match["first"]), int(match["last"]) % 100
    return f"{first + 1}-03-31" if last == (first + 1) % 100 else None


def without_years(text: str) -> str:
    """A heading without the year that it names: "Upheld 2019-20" is upheld."""
    bare = text.translate(_DASHES)
    for pattern in (_SPAN, _LAST_DAY):
        bare = pattern.sub(" ", bare)
    return " ".join(bare.split()).strip(" ()-,:")

"""Whether two letters are one letter that two programs made files of: the same figures in the same words, wherever these stand.

Another program breaks lines and words elsewhere, puts the text in another order, numbers the pages, and may say on a page whose
letter it is, from whom and for which year. A letter that was put right says something else, in a figure or in a word.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ombudsview.authorities.fold import plain
from ombudsview.letters.fields import FIELDS, Unit, Value, shown
from ombudsview.paper.paper import Paper
from ombudsview.reading.model import Reading

REPEATED = 0.03
"""The most of a letter's words that only one of its files has, and only where they say no more than whose letter it is."""

RECOGNISED = 0.9
"""The least that two files share of their words where those of one were recognised on pictures."""

_TELLING = frozenset({"title", "reference", "authority"})
_HYPHENS = re.compile("[-\u2010\u2011\u00ad]+")
_WORD = re.compile(r"[^\W_]+")
_ON_ANY_PAGE = frozenset(
    ("page", "of", "for", "the", "year", "period", "ended", "ending", "annual", "review", "letter")
)
_SENDER = frozenset(("local", "government", "and", "social", "care", "ombudsman"))
_COUNTED = frozenset({Unit.COUNT, Unit.PERCENT, Unit.RATE, Unit.DAYS})


@dataclass(frozen=True)
class Said:
    """One letter: its file's words, its pages there (from 1), what was read, and its values as the officer has them."""

    paper: Paper
    pages: tuple[int, int]
    reading: Reading
    values: Mapping[str, Value | None]

    @property
    def is_recognised(self) -> bool:
        """Whether any of its words were recognised on a picture."""
        first, last = self.pages
        return any(sheet.recognised for sheet in self.paper.sheets[first - 1 : last])


def same_letter(one: Said, other: Said) -> bool:
    """Whether two files hold one letter: no figure, date or title differs, and the words are the same."""
    return same_figures(one, other) and same_words(one, other)


def same_figures(one: Said, other: Said) -> bool:
    """Whether no figure, date or title differs, as it was read or as an officer has it.

    A figure that only one of them gives differs too, unless words of one were recognised: there some are lost.
    """
    here, there = _given(one), _given(other)
    lacking = {key for key in here.keys() ^ there.keys() if key in FIELDS and FIELDS[key].unit in _COUNTED}
    if lacking and not (one.is_recognised or other.is_recognised):
        return False
    return all(_agree(key, here[key], there[key]) for key in here.keys() & there.keys())


def same_words(one: Said, other: Said) -> bool:
    """Whether both say the same in the same words."""
    here, there = words(one), words(other)
    if one.is_recognised or other.is_recognised:
        return (here & there).total() >= RECOGNISED * max(here.total(), there.total())
    more, less = here - there, there - here
    if more and less:
        return False
    odd, whole = (more, there) if more else (less, here)
    return odd.total() <= REPEATED * whole.total() and odd.keys() <= _furniture(one) | _furniture(other)


def words(said: Said) -> Counter[str]:
    """The letter's words, each as often as it stands there, with case, punctuation and the hyphens of line ends folded away."""
    first, last = said.pages
    printed = (word.text for sheet in said.paper.sheets[first - 1 : last] for word in sheet.words)
    return Counter(part for word in _joined(printed) for part in _WORD.findall(word))


def _joined(printed: Iterable[str]) -> Iterable[str]:
    """Words put together again where a hyphen parts them at the end of a line, and without hyphens otherwise."""
    begun = ""
    for text in printed:
        whole = begun + unicodedata.normalize("NFKC", text).casefold()
        if _HYPHENS.search(whole[-1:]) and _WORD.search(whole):
            begun = _HYPHENS.sub("", whole)
            continue
        begun = ""
        yield _HYPHENS.sub("", whole)
    yield begun


def _furniture(said: Said) -> set[str]:
    """What a program may put on every page: whose letter it is and from whom, the year, its dates, the number of the page."""
    given = (said.values.get(key) for key, field in FIELDS.items() if field.unit is Unit.DATE)
    dates = [value for value in given if isinstance(value, str)]
    parts = {form for date in dates for part in date.split("-") for form in (part, part.lstrip("0"), part[-2:])}
    parts |= {word for date in dates for word in shown(Unit.DATE, date).casefold().split()}
    first, last = said.pages
    names = (value for key in _TELLING if isinstance(value := said.values.get(key), str))
    named = {part for name in names for part in _WORD.findall(name.casefold())}
    return parts | named | _ON_ANY_PAGE | _SENDER | {str(number) for number in range(1, last - first + 2)}


def _given(said: Said) -> dict[str, set[str]]:
    """What each field is said to be: by the reader, and by the officer."""
    found: dict[str, set[str]] = {}
    for key, value in (*((field.key, field.value) for field in said.reading.fields), *said.values.items()):
        if value is not None:
            found.setdefault(key, set()).add(plain(value if isinstance(value, str) else " ".join(value)))
    return found


def _agree(key: str, one: set[str], other: set[str]) -> bool:
    """Whether two letters give a field alike. Of plain text their words tell."""
    return key not in FIELDS or (FIELDS[key].unit is Unit.TEXT and key not in _TELLING) or bool(one & other)

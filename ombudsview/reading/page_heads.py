"""How pages of statistics are headed, with an authority and a period, and whether two such heads are of one letter."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from ombudsview.letters.find import compiled
from ombudsview.paper.text import TextMap

_ENDING = compiled("for the period ending ?[:-]? ?(?P<it>{any_date})")
_REPORT = compiled(r"local authority report ?[:-] ?(?P<it>[^\n\f]+?)(?= for the period ending|[\n\f])")
_FEWEST = 4  # letters by which a name that is cut short is known
_SMALL = frozenset(("and", "of", "the"))


@dataclass(frozen=True)
class Otherwise:
    """A page headed otherwise than the first page of statistics: the two heads as printed, and whether it can be the same one
    misread, being recognised and only a sign apart."""

    page: int
    words: str
    first: str
    maybe_misread: bool


def headed_otherwise(text: TextMap, start: int) -> Iterator[Otherwise]:
    """The pages from `start` on that are headed with another period, or another authority, than the first such page."""
    for head, same in ((_ENDING, _same_year), (_REPORT, _same_name)):
        heads = [match.span("it") for match in head.finditer(text.text)]
        own = [
            span
            for span in heads
            if text.line_at(span[0]).page >= start and any(map(str.isalnum, text.text[slice(*span)]))
        ]
        yield from (other for span in own[1:] if (other := _compared(text, own[0], span, same)) is not None)


def _compared(
    text: TextMap, first: tuple[int, int], later: tuple[int, int], same: Callable[[str, str, bool], bool]
) -> Otherwise | None:
    here, page = (text.line_at(span[0]).page for span in (first, later))
    one, other = (text.text[slice(*span)] for span in (first, later))
    if page == here or same(one, other, False):
        return None
    recognised = any(text.paper.sheets[number - 1].recognised for number in (here, page))
    return Otherwise(page, text.printed(*later), text.printed(*first), recognised and same(one, other, True))


def _same_year(one: str, other: str, misread: bool) -> bool:
    """Whether two ends of March are of one year, however they are written: the last two digits tell."""
    return one[-2:] == other[-2:] or (misread and _sign_apart(one[-2:], other[-2:]))


def _same_name(one: str, other: str, misread: bool) -> bool:
    """Whether two names are one authority's, each cut short as there was room: word by word, as far as the shorter goes."""
    words, others = _words(one), _words(other)
    if words == others:
        return True
    for number, (word, its) in enumerate(zip(words, others, strict=False)):
        if not (_alike(word, its) or (misread and _sign_apart(word, its))):
            return number > 0 and (_are_initials(word, others[number:]) or _are_initials(its, words[number:]))
    return sum(min(len(word), len(its)) for word, its in zip(words, others, strict=False)) >= _FEWEST


def _words(name: str) -> list[str]:
    return [word for word in re.findall(r"[^\W\d_]+", re.sub("['’]", "", name)) if word not in _SMALL]


def _alike(one: str, other: str) -> bool:
    """Whether one word is the other cut short: “Lynn” and “L”, “Lincolnshire” and “Lincs”; but Derby is not Derbyshire."""
    short, long = sorted((one, other), key=len)
    if long == short + "shire":
        return False
    return long.startswith(short) or (short.endswith("s") and long.endswith("shire") and long.startswith(short[:-1]))


def _are_initials(word: str, words: Sequence[str]) -> bool:
    return len(word) > 1 and word == "".join(other[0] for other in words)


def _sign_apart(one: str, other: str) -> bool:
    """Whether two words differ by one sign, which a recogniser may have taken for two: “Barnet” and “Bamet”."""
    before = _signs_alike(one, other)
    rest, its_rest = one[before:], other[before:]
    after = _signs_alike(rest[::-1], its_rest[::-1])
    fewer, more = sorted((len(rest) - after, len(its_rest) - after))
    return fewer <= 1 and more <= 2


def _signs_alike(one: str, other: str) -> int:
    """With how many of the same signs two words begin."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))

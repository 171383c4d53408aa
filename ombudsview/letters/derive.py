"""From the place that the officer pointed at to rules that find it: words around it, a label beside it, a column and its row.

Each candidate finds exactly that place in that letter and nothing else; the one that asks for the most comes first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ombudsview.letters.fields import FIELDS, Unit, parse
from ombudsview.letters.find import Span
from ombudsview.letters.headline import above, below
from ombudsview.letters.phrase import blanked, telling
from ombudsview.letters.rule import MOST_OTHERS, Anchor, Between, Label, Meeting, Rule
from ombudsview.letters.surroundings import Surroundings
from ombudsview.paper.text import TextMap

_MOST_CANDIDATES = 12
_MOST_HEADINGS = 3


def derive(
    text: TextMap,
    span: Span,
    key: str,
    *,
    kind: str | None = None,
    marks: Sequence[str] = (),
    names: Sequence[str] = (),
) -> tuple[Rule, ...]:
    """The rules for a field by its place in the text, narrowest first; none where no words near it tell it from others.

    `names` are the names of authorities and people in this letter, which become blanks or are left out.
    """
    field = FIELDS[key]
    if field.many or parse(field.unit, text.printed(*span)) is None:
        return ()
    around = Surroundings(text, span, field.unit, tuple(names))
    found: dict[Rule, tuple[int, int]] = {}
    for anchor in _anchors(around):
        fit = _fit(anchor, around)
        plain = _made(key, anchor, kind, marks)
        if plain is None:
            continue
        places = plain.find(text)
        if span not in places:
            continue
        if places == (span,) and (field.unit is Unit.TEXT or _tells_enough(anchor)):
            found.setdefault(plain, (fit, _narrowness(plain)))
        for rule in _under_headings(plain, text, span, places, names):
            found.setdefault(rule, (fit, _narrowness(rule)))
    best = sorted(found, key=lambda rule: found[rule], reverse=True)
    return tuple(best[:_MOST_CANDIDATES])


def _made(key: str, anchor: Anchor, kind: str | None, marks: Sequence[str]) -> Rule | None:
    """The rule, or None where the words that stand there make none."""
    if not isinstance(anchor, Meeting) and not any(telling(part.split()) for part in _words_of(anchor)):
        return None
    try:
        return Rule(key, anchor, kind=kind, marks=() if kind is not None else tuple(marks))
    except ValueError:
        return None


def _words_of(anchor: Anchor) -> tuple[str, ...]:
    match anchor:
        case Between(before, after):
            return before, after
        case Label(words, _):
            return (words,)
        case Meeting(column, row):
            return column, row


def _anchors(around: Surroundings) -> Iterator[Anchor]:
    if around.unit is Unit.TEXT:
        yield from (Between(before, "") for before, after in around.sentences() if before and not after)
        yield from (Label(words, where) for words, where in around.labels())
        return
    yield from (Between(before, after) for before, after in around.sentences())
    yield from (Label(words, where) for words, where in around.labels())
    yield from (Meeting(column, row) for column, row in around.crossings())


def _under_headings(
    plain: Rule, text: TextMap, span: Span, places: tuple[Span, ...], names: Sequence[str]
) -> Iterator[Rule]:
    """The rule under each of the nearest headings above, where that leaves no other place."""
    own = {word for part in _words_of(plain.anchor) for word in part.split()}
    tried = 0
    for start, end, _, _ in above(text, span[0]):
        words = blanked(text.text[start:end], names)
        if not telling(words) or "{name}" in words or own >= set(words):
            continue
        tried += 1
        if tried > _MOST_HEADINGS:
            return
        under = " ".join(words)
        others = dict.fromkeys(_competing(text, span, places, under, names))
        try:
            rule = replace(plain, under=under, others=tuple(others)[:MOST_OTHERS])
        except ValueError:
            continue
        if rule.find(text) == (span,):
            yield rule
            return


def _competing(text: TextMap, span: Span, places: tuple[Span, ...], under: str, names: Sequence[str]) -> Iterator[str]:
    """The headings that end the region: that over each other place, and the next one below."""
    heads = [above(text, place[0])[:1] for place in places if place != span]
    next_one = below(text, span[0])
    for head in (*(one[0] for one in heads if one), *((next_one,) if next_one else ())):
        words = blanked(text.text[head[0] : head[1]], names)
        if telling(words) and "{name}" not in words and " ".join(words) != under:
            yield " ".join(words)


def _tells_enough(anchor: Anchor) -> bool:
    """Whether the words tell a place without a heading: the column “total” does not, nor one telling word in running text."""
    told = sum(telling(part.split()) for part in _words_of(anchor))
    return told > (1 if isinstance(anchor, Between) else 0)


def _fit(anchor: Anchor, around: Surroundings) -> int:
    """How well a way of finding suits how the figure stands: cells by column and row, lone figures by their label."""
    match anchor:
        case Meeting():
            return 3
        case Label():
            return 2 if around.is_cell or around.is_alone else 0
        case Between():
            return 1


def _narrowness(rule: Rule) -> int:
    """How much a rule asks for: its words, and a heading counts as four."""
    return sum(len(part.split()) for part in _words_of(rule.anchor)) + (4 if rule.under else 0)

"""Column headings, found word by word where they stand: "Highways" over "and" over "Transport" is one heading of three lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from ombudsview.letters.columns import NO_FIELD, Extent, Headings, headings_over, only_column
from ombudsview.letters.punctuation import AROUND_LABEL
from ombudsview.letters.stacks import Attempt, attempts, stacked_headings, stray_stacks
from ombudsview.paper.geometry import Box, around
from ombudsview.paper.text import Placed

__all__ = ["NO_FIELD", "Column", "Extent", "Headings", "find_headings", "table_headings"]


@dataclass(frozen=True)
class Column:
    """A column of a table: the field it gives, and how its heading may read, the longest wording first."""

    key: str
    headings: tuple[str, ...]
    percent: bool = False


def find_headings(words: list[Placed], columns: tuple[Column, ...]) -> dict[str, Extent]:
    """Left and right of each column's heading, for those that are there, by whichever of two ways finds more.

    Word after word is the way for headings that stand close together; by columns of white space, letter after letter, is the
    way for narrow cells that break words ("Transpor" over "t").
    """
    named = tuple((column.key, column.headings) for column in columns)
    spelt, stacked = _word_by_word(words, columns), stacked_headings(attempts(words, named))
    return spelt if len(spelt) >= len(stacked) else stacked


def table_headings(words: list[Placed], row: list[Placed], columns: tuple[Column, ...]) -> Headings:
    """The headings over a row of figures, by whichever way finds most; what only the other ways find is added where nothing else
    was found to stand."""
    over = headings_over(words, row, tuple((column.key, column.headings, column.percent) for column in columns))
    sure = {key: extent for key, extent in over.extents.items() if key not in over.guessed}
    pages = sorted({word.page for word in words})  # headings may stand once more where the table goes on
    named = tuple((column.key, column.headings) for column in columns)
    ways: list[dict[str, Extent]] = []
    tried: list[Attempt] = []
    for page in pages:
        here = [word for word in words if word.page == page]
        tried = attempts(here, named)
        ways += [_word_by_word(here, columns), stacked_headings(tried)]
    best = max((sure, *ways) if over.whole else (*ways, sure), key=len)
    if len(over.extents) == len(row) > len(best):
        best = (
            over.extents
        )  # something over every figure tells more than headings put together from their neighbours' words
    places = over.places if best is sure or best is over.extents or over.whole else {}
    found = dict(best)
    for way in (sure, *ways, {key: over.extents[key] for key in over.guessed}):
        for key, extent in way.items():
            if key not in found and not any(_share(extent, other) for other in found.values()):
                found[key] = extent
    guessed = {key: said for key, said in over.guessed.items() if found.get(key) == over.extents[key]}
    if found and len(found) != len(row):
        height = next(word.box.height for word in words if word.page == pages[-1])
        _add_strays(found, guessed, tried, height, columns)
    return Headings(found, guessed, {key: places[key] for key in found if key in places}, over.whole)


def _add_strays(
    found: dict[str, Extent],
    guessed: dict[str, str],
    tried: Sequence[Attempt],
    height: float,
    columns: tuple[Column, ...],
) -> None:
    """Adds the headings among the others that nobody knows, so that no neighbour takes their figures: as the one column that
    usually stands there, or else as a column of no field. `tried` is of the last page, `height` that of its words."""
    wordings = tuple((column.key, column.headings, column.percent) for column in columns)
    for extent, said in stray_stacks(tried):
        left = [key for key in found if sum(found[key]) < sum(extent)]
        right = [key for key in found if sum(found[key]) > sum(extent)]
        if not left or not right or any(_white(extent, other) < 0.4 * height for other in found.values()):
            continue  # at the edge, or a part of another heading
        beside = max(left, key=lambda key: sum(found[key])), min(right, key=lambda key: sum(found[key]))
        key = only_column(said, beside, set(found), wordings) or f"{NO_FIELD}{said}"
        found[key] = extent
        if key[0] != NO_FIELD:
            guessed[key] = said


def _share(one: Extent, other: Extent) -> bool:
    """Whether two headings stand over one another for a good part of the narrower."""
    return min(one[1], other[1]) - max(one[0], other[0]) > 0.4 * min(one[1] - one[0], other[1] - other[0])


def _white(one: Extent, other: Extent) -> float:
    """The white between two headings seen from above; negative where they overlap."""
    return max(one[0], other[0]) - min(one[1], other[1])


def _word_by_word(words: list[Placed], columns: tuple[Column, ...]) -> dict[str, Extent]:
    """Long headings are looked for first, and a word serves one heading only: the "Other" of "Corporate and Other Services" is
    not the column "Other"."""
    used: set[int] = set()
    found: dict[str, Extent] = {}
    by_text: dict[str, list[int]] = {}
    for number, word in enumerate(words):
        by_text.setdefault(word.text.strip(AROUND_LABEL).lower().replace("\u2019", "'"), []).append(number)
    for tokens, key in _longest_first(columns):
        if key in found:
            continue
        chain = _chain(words, by_text, tokens, used)
        if chain:
            used.update(chain)
            box = around(words[number].box for number in chain)
            found[key] = (box.x0, box.x1)
    return found


@lru_cache(maxsize=32)  # tables have the same columns in every letter
def _longest_first(columns: tuple[Column, ...]) -> tuple[tuple[tuple[str, ...], str], ...]:
    """The words of each heading, with its field: those of most words first, the usual ones of a column before its others."""
    wordings = [
        (heading.split(), order, column.key) for column in columns for order, heading in enumerate(column.headings)
    ]
    wordings.sort(key=lambda wording: (-len(wording[0]), wording[1]))
    return tuple((tuple(token.strip(".,") for token in tokens), key) for tokens, _, key in wordings)


def _chain(
    words: list[Placed], by_text: dict[str, list[int]], tokens: tuple[str, ...], used: set[int]
) -> list[int] | None:
    """The words that spell a heading, each right of or under the one before; the lowest such, for it stands nearest the figures."""
    best: tuple[float, list[int]] | None = None
    for first in by_text.get(tokens[0], ()):
        if first in used:
            continue
        chain = [first]
        for token in tokens[1:]:
            following = _next(words, [n for n in by_text.get(token, ()) if n not in used and n not in chain], chain)
            if following is None:
                break
            chain.append(following)
        else:
            bottom = max(words[number].box.y1 for number in chain)
            if best is None or bottom > best[0]:
                best = (bottom, chain)
    return best[1] if best else None


def _next(words: list[Placed], candidates: list[int], chain: list[int]) -> int | None:
    """The nearest candidate that goes on a heading: beside its last word, or on the next line within the heading's width."""
    if not candidates:
        return None
    last = words[chain[-1]].box
    whole = around(words[number].box for number in chain)
    near = [
        (distance, number)
        for number in candidates
        if (distance := _distance(last, whole, words[number].box)) is not None
    ]
    return min(near)[1] if near else None


def _distance(last: Box, whole: Box, box: Box) -> float | None:
    height = last.height
    beside = abs(box.middle[1] - last.middle[1]) < 0.4 * height
    if beside:
        gap = box.x0 - last.x1
        return gap if -0.2 * height <= gap <= 1.2 * height else None
    drop = box.middle[1] - last.middle[1]
    aside = max(box.x0 - whole.x1, whole.x0 - box.x1, 0.0)
    if 0 < drop < 2.2 * height and aside < 2.5 * height:
        return drop + aside
    return None

"""The words that Ombudsmen's letters are made of, and which of them a misread word stands for.

Shapes that recognition takes for one another ("rn" and "m", "I" and "l", "0" and "O") count as the same, and in all but the
shortest words round letters do; a long word may differ by one letter more. A word that could stand for two is left alone.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SPELT = re.compile(r"\S+")
_WORDS = frozenset(
    _SPELT.findall("""
    about according accordance acting adjusted adult adults advice after afternoon again against agreed amerdeep among annual another
    april apart
    appendix area areas assessed assistant august authorities authority available average averages avg
    back based before below benefit benefits between bodies body borough boroughs building
    care carried case cases category centre chair chambers character chief children childrens children's city civic clerk
    closed column commission commissioner committee communicating communities comparative compared compares comparison
    complaint complaints compliance complied comply concerning conduct considered control corporate corporation council
    councillor councils council's counties country county court cover customer
    date dated days dealt dear december decided decision decisions deputy detailed developing development director directors
    disc discretion discretionary district districts drainage
    each earlier early education email ended ending england enquiries enquiry environment environmental errors
    excluding executive executives
    failed families family fault february figures finance financial findings fire first formal forwarded found from full
    general given good government group guidance
    handled handling have health highway highways housing
    implemented improve improvement improvements incomplete independent informal information initial injustice interim
    introduction invalid invest investigate investigated investigating investigation investigations investigative involvement
    january jointly july june jurisdiction justified
    king
    last late leader learning less letter letters liaison local london
    made making maladministration management manager managers march martin maximising mayor measure measures metropolitan
    michael model monitoring month months most
    national near newly notable november not number numbers
    october offer office officer officers offices official ombudsman ombudsman's other others outcome outcomes outside
    over overview
    page park parks people per percent percentage performance period periods person planning police policy population
    practice premature previous private proportion protection provided provisional public publication
    rate rates ready reason reasons received recommend recommendation recommendations recommended recorded redmond reference
    referred region regional regulation remedied remedies remedy report reports rescue resident residents resolution resolved
    respond response responses responsible resubmitted review reviews right royal rural
    satisfactorily satisfactory satisfied school schools secretary section seminars september service services settlement
    settlements shared similar since sincerely social solicitor somal special staff standard standards statement statistics
    strategic subject success successful successfully summary support
    table tables taken taxation team telephone than that their these this those time times title total totals town
    training transport transportation treasurer
    unable unitary unless until upheld uphold upholding
    valley visit volume
    wales waste were what when which whole with within without work working written
    year years year's your yours
    """)
)
# Words that others may be joined to, and that stand for none but themselves.
_SMALL = frozenset(_SPELT.findall("a an and at by for in is it no of ombudsmen on or our per so the to up us was we"))
# Ordinary words that look like those above, or fall into two of them: what is read as one of these was printed so.
_PLAIN = frozenset(
    _SPELT.findall("""
    arch book call central characters clear committed comparisons compile compiled complain complies conducts controls core countries
    dark data deference deferred detached discover distinct door ease environments ever fatal figure fills finding handed handle
    handles
    improved incorporate incorporation iota jurisdictions latter leading leaving loss lost manage managed match mode nearby nobody
    notably performances practices preference preferred president projection provide provider provides rational receive receives
    recommends referenced references regulations resolve resolves revolution satisfies sections statements successor supports
    telephoned then tile update updated upper visitor whale wording
    """)
)
_MONTHS = frozenset(_SPELT.findall("january february march april august september october november december"))
_SHAPES = str.maketrans("i1|!058", "llllosb")
_JOINED_SHAPES = (("rn", "m"), ("vv", "w"), ("cl", "d"), ("rl", "n"), ("ll", "h"))
_ALIKE = str.maketrans("eoauf", "cccnt")
_ONE_OFF_LEAST = 7
"""Letters: shorter words that differ by one letter are too often other words; months are not."""
_FOLDED_LEAST = 4
_FIGURE = re.compile(r"\d[\d,.]*%?")
_MOST_JOINED = 60


def is_usual(word: str) -> bool:
    """Whether a word in small letters is one that letters are made of."""
    return word in _WORDS or word in _SMALL


@lru_cache(maxsize=4_096)
def meant(word: str) -> str | None:
    """The usual word, in small letters, that a misread one stands for; None where it stands for none, or is one itself."""
    if is_usual(word.lower()) or word.lower() in _PLAIN or word.isdigit():
        return None
    shape = _shape(word)
    if shape in _SMALL and (not word.isascii() or len(word) > len(shape)):
        return shape
    same = _BY_SHAPE.get(shape, ())
    if not same and len(word) >= _FOLDED_LEAST:
        same = _BY_LIKENESS.get(shape.translate(_ALIKE), ())
    if same or len(word) < _FOLDED_LEAST:
        return same[0] if len(same) == 1 else None
    near = {usual for less in (shape, *_shorter(shape)) for usual in _BY_LESS.get(less, ()) if _one_off(shape, usual)}
    found = {one for usual in near for one in _BY_SHAPE[usual]}
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=4_096)
def joined(word: str) -> tuple[str, ...]:
    """The usual words and figures that ran together into one, as they are spelt in it; empty where it is no such word."""
    if len(word) > _MOST_JOINED or is_usual(word.lower()) or word.lower() in _PLAIN:
        return ()
    ways: list[tuple[str, ...] | None] = [()]
    for end in range(1, len(word) + 1):
        found = (
            (*before, word[start:end])
            for start in range(end)
            if (before := ways[start]) is not None and _is_part(word, start, end)
        )
        ways.append(min(found, key=len, default=None))
    parts = ways[-1] or ()
    return parts if len(parts) > 1 and _is_telling(parts) else ()


def _is_telling(parts: tuple[str, ...]) -> bool:
    """Whether words and figures are more than a number on a road sign: a word of the trade, or as "of" before a figure."""
    words = [part.lower() for part in parts if part.isalpha()]
    return any(word in _WORDS for word in words) or (len(words) < len(parts) and max(map(len, words), default=0) > 1)


def _is_part(word: str, start: int, end: int) -> bool:
    part = word[start:end]
    if part.isalpha():
        return is_usual(part.lower())
    # A whole figure, which no figure goes on.
    return _FIGURE.fullmatch(part) is not None and not word[end : end + 1].isdigit() and not word[:start][-1:].isdigit()


def _shape(word: str) -> str:
    """A word as it looks from afar: without accents, and with one sign for those that are taken for one another."""
    word = "".join(sign for sign in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(sign))
    word = word.translate(_SHAPES)
    for one, other in _JOINED_SHAPES:
        word = word.replace(one, other)
    return word


def _shorter(word: str) -> list[str]:
    """A word without each of its letters in turn."""
    return [word[:at] + word[at + 1 :] for at in range(len(word))]


def _one_off(one: str, other: str) -> bool:
    """Whether two words differ by one letter that is another, or is there in one of them only."""
    if len(one) == len(other):
        return sum(a != b for a, b in zip(one, other, strict=True)) == 1
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    return len(longer) - len(shorter) == 1 and shorter in _shorter(longer)


_BY_SHAPE: dict[str, tuple[str, ...]] = {}
_BY_LIKENESS: dict[str, tuple[str, ...]] = {}
_BY_LESS: dict[str, tuple[str, ...]] = {}
for _word in sorted(_WORDS):
    if len(_word) >= _FOLDED_LEAST:
        _looks = _shape(_word)
        _BY_SHAPE[_looks] = (*_BY_SHAPE.get(_looks, ()), _word)
        _looks = _looks.translate(_ALIKE)
        _BY_LIKENESS[_looks] = (*_BY_LIKENESS.get(_looks, ()), _word)
for _one, _meant in _BY_SHAPE.items():
    if len(_one) >= _ONE_OFF_LEAST or _MONTHS.intersection(_meant):
        for _less in {_one, *_shorter(_one)}:
            _BY_LESS[_less] = (*_BY_LESS.get(_less, ()), _one)

"""Words with blanks: how the surroundings of a figure are kept in a rule, so that another letter's numbers and names fit them.

A phrase is the letter's own words in small letters, with `{number}`, `{percent}`, `{date}`, `{year}` and `{name}` where
letters differ. It is never a regular expression; the one that is made of it here has no repetition without a bound.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

MOST_WORDS = 24
MOST_CHARACTERS = 300

_MONTH = "(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_DATE = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH},?\s\d{{4}}|\d{{1,2}}/\d{{1,2}}/\d{{2,4}})"
_YEAR = r"(?:19|20)\d\d(?:\s?[-/]\s?\d{2,4})?"
_NUMBER = r"\d{1,9}(?:,\d{3}){0,2}(?:\.\d{1,4})?"
_NAME_WORD = r"[^\W_][\w&'.-]{0,30}"
BLANKS = {
    "{number}": _NUMBER,
    "{percent}": rf"{_NUMBER}\s?%",
    "{date}": _DATE,
    "{year}": _YEAR,
    "{name}": rf"{_NAME_WORD}(?:,?\s(?:{_NAME_WORD}|&)){{0,7}}?",
}
JOIN = r"[^\w\s]{0,3}\s(?:[^\w\s]{1,3}\s)?[^\w\s]{0,3}"
"""What may stand between two words: one white space, and punctuation, which is the printer's."""

_MOST_NAMES = 1
_WORD = re.compile(r"[^\W_](?:[\w&',./:-]{0,38}[^\W_])?\Z")
_KINDS_OF_FIGURE = (
    ("{percent}", re.compile(rf"{_NUMBER}%")),
    ("{date}", re.compile(r"\d{1,2}/\d{1,2}/\d{2,4}")),
    ("{year}", re.compile(r"(?:19|20)\d\d(?:[-/]\d{2,4})?")),
    ("{number}", re.compile(_NUMBER)),
)
VARIANTS = {"was": "(?:was|were)", "were": "(?:was|were)", "is": "(?:is|are)", "are": "(?:is|are)"}
_LONG_DATE = re.compile(rf"\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH},?\s\d{{4}}")


def is_phrase(phrase: str) -> bool:
    """Whether this is a phrase of bounded length: words of letters and digits, and the named blanks."""
    words = phrase.split(" ")
    if len(phrase) > MOST_CHARACTERS or len(words) > MOST_WORDS or words.count("{name}") > _MOST_NAMES:
        return False
    return all(word in BLANKS or (_WORD.match(word) and word == word.lower()) for word in words)


def pattern(phrase: str) -> str:
    """The phrase as a pattern on folded text: whole words, however the lines break, one or many of a thing."""
    return rf"(?<!\w){JOIN.join(BLANKS.get(word) or _word(word) for word in phrase.split(' '))}(?!\w)"


def _word(word: str) -> str:
    """A word, or the same in the plural or singular: a letter of one complaint is worded so."""
    if word in VARIANTS:
        return VARIANTS[word]
    if len(word) < 4 or not word.isalpha():
        return re.escape(word)
    if word.endswith("ies") or (word.endswith("y") and word[-2] not in "aeiou"):
        return re.escape(word.removesuffix("ies").removesuffix("y")) + "(?:y|ies)"
    return re.escape(word.removesuffix("s")) + "s?"


def blanked(folded: str, names: Iterable[str] = ()) -> list[str]:
    """The words of some folded text as a phrase's words: figures and these names become blanks, punctuation goes."""
    text = _LONG_DATE.sub(" {date} ", folded)
    for name in sorted({" ".join(name.lower().split()) for name in names if name.strip()}, key=len, reverse=True):
        spread = r"\s+".join(re.escape(word) for word in name.split(" "))
        text = re.sub(rf"(?<!\w){spread}(?!\w)", " {name} ", text, count=_MOST_NAMES)
    words = (_core(word) for word in text.split())
    return [word for word in words if word]


def _core(word: str) -> str:
    if word in BLANKS:
        return word
    bare = re.sub(r"\A[\W_]+|[^\w%]+\Z|_+\Z", "", word)
    for blank, figure in _KINDS_OF_FIGURE:
        if figure.fullmatch(bare):
            return blank
    bare = bare.rstrip("%_")
    return bare if _WORD.match(bare) else ""


def said(phrase: str) -> str:
    """The phrase as people read it: an ellipsis for each blank."""
    return " ".join("…" if word in BLANKS else word for word in phrase.split(" "))


def telling(words: Iterable[str]) -> int:
    """How many words of a phrase tell something: those that are neither blanks nor small change of the language."""
    return sum(1 for word in words if word not in BLANKS and len(word) > 2 and word not in _SMALL)


_SMALL = frozenset(
    [
        "the",
        "and",
        "for",
        "that",
        "this",
        "these",
        "those",
        "with",
        "from",
        "into",
        "were",
        "was",
        "are",
        "has",
        "have",
        "had",
        "been",
        "there",
        "which",
        "who",
        "our",
        "your",
        "their",
        "its",
        "they",
        "them",
        "his",
        "her",
        "not",
        "per",
        "out",
        "all",
        "any",
        "but",
        "than",
        "then",
        "also",
        "over",
        "under",
        "about",
        "such",
        "each",
        "other",
        "total",
    ]
)

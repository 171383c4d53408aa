"""The remarks of a letter's record, parted by whose words they are: the Ombudsman's, those changed by an officer, an officer's own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum
from string import punctuation

from ombudsview.history.dossier import Filed, Told

_ALIKE = 0.5  # of the words in common; below that it is another remark
_AROUND = f"{punctuation}“”‘’…"
_FEWEST = 4  # words that say something; fewer stand in any letter by chance


class Whose(Enum):
    """Whose words a remark is in."""

    LETTER = "the letter's, word for word"
    PART = "the letter's, word for word, but not all of the paragraph"
    CHANGED = "an officer's, written over words of the letter"
    ADDED = "an officer's; nothing like it is in the letter"


@dataclass(frozen=True)
class Remark:
    """`page` is where it begins in the letter's file, None where that is not known; `printed` what the letter says there."""

    text: str
    whose: Whose
    page: int | None = None
    printed: str = ""


def remarks(filed: Filed) -> tuple[Remark, ...]:
    """Each remark about the authority itself, in the record's order."""
    told = filed.fields.get("remarks")
    value = told.figure.value if told is not None else None
    if told is None or value is None:
        return ()
    return tuple(_remark(filed, told, turn, item) for turn, item in enumerate(_items(value)))


def _remark(filed: Filed, told: Told, turn: int, text: str) -> Remark:
    """Its own place goes before the others, for two paragraphs may be alike."""
    originals = list(_originals(told, turn))
    for printed, page in originals:
        if _plain(printed) == _plain(text):
            return Remark(text, Whose.LETTER, page, text)
    for printed, page in (*originals, *_pages(filed)):
        if _holds(printed, text):
            return Remark(text, Whose.PART, page, text)
    for printed, page in originals:
        if SequenceMatcher(None, _bare(printed), _bare(text), autojunk=False).ratio() >= _ALIKE:
            return Remark(text, Whose.CHANGED, page, printed)
    return Remark(text, Whose.ADDED)


def _originals(told: Told, turn: int) -> Iterator[tuple[str, int | None]]:
    """What the letter prints as remarks: at the item's own place, at the others, and what the reader found besides."""
    own = told.sources[turn : turn + 1]
    placed = [(source.text, source.page) for source in (*own, *told.sources) if source.text]
    read = _items(told.was) if told.was is not None else ()
    whole = len(read) == len(told.sources)
    yield from placed
    for number, words in enumerate(read):
        page = told.sources[number].page if whole and told.sources[number].text else None
        yield words, next((page for printed, page in placed if _plain(printed) == _plain(words)), page)


def _pages(filed: Filed) -> Iterator[tuple[str, int]]:
    first, last = filed.row.pages
    sheets = filed.paper.sheets if filed.paper is not None else ()
    for number in range(first, min(last, len(sheets)) + 1):
        yield " ".join(word.text for word in sheets[number - 1].words), number


def _items(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (value,)


def _plain(text: str) -> str:
    return " ".join(text.split())


def _bare(text: str) -> list[str]:
    return [word.strip(_AROUND) for word in text.split()]


def _holds(printed: str, text: str) -> bool:
    words = _bare(text)
    return len(words) >= _FEWEST and f" {' '.join(words)} " in f" {' '.join(_bare(printed))} "

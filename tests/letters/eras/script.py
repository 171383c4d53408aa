"""What a look does to the letters themselves: no-break and thin spaces, soft hyphens, ligatures. Values stay what they are."""

from __future__ import annotations

from dataclasses import replace

from tests.letters.eras.book import Book, Group, Lines, Para, Part, Row, Sides, Table
from tests.letters.wording import Block, Run, Text

_SOFT = {
    "Ombudsman": "Ombuds\u00adman",
    "investigat": "investi\u00adgat",
    "recommend": "recom\u00admend",
    "Enquiries": "Enqui\u00adries",
}
_LIGATURES = {"ffi": "ﬃ", "ff": "ﬀ", "fi": "ﬁ", "fl": "ﬂ"}


def scripted(book: Book, script: str) -> tuple[Part, ...]:
    """The parts of a letter in that script."""
    return tuple(_part(part, script) for part in book.parts) if script != "plain" else tuple(book.parts)


def parted(parts: tuple[Part, ...], how: str, which: int) -> tuple[Part, ...]:
    """The parts with one of the tables meeting the end of its page so."""
    tables = [number for number, part in enumerate(parts) if isinstance(part, Table)]
    if how == "no" or not tables:
        return parts
    chosen = tables[which % len(tables)]
    return tuple(replace(part, split=how) if number == chosen else part for number, part in enumerate(parts))


def _part(part: Part, script: str) -> Part:
    match part:
        case Para():
            return replace(part, text=_text(part.text, script))
        case Lines():
            return replace(part, lines=tuple(_text(line, script) for line in part.lines))
        case Sides():
            return replace(part, left=_text(part.left, script), right=_text(part.right, script))
        case Table():
            rows = tuple(Row(_text(row.label, script), row.cells) for row in part.rows)
            groups = tuple(Group(_words(group.heading, script), group.first, group.last) for group in part.groups)
            return replace(
                part, headings=tuple(_words(head, script) for head in part.headings), rows=rows, groups=groups
            )
        case Block():
            return replace(
                part,
                heading=_words(part.heading, script),
                sentences=tuple(_text(sentence, script) for sentence in part.sentences),
                base=_text(part.base, script) if part.base else None,
                label=_words(part.label, script),
            )
        case _:
            return part


def _text(text: Text, script: str) -> Text:
    return tuple(Run(_words(run.text, script), run.key, run.bold, run.block) for run in text)


def _words(words: str, script: str) -> str:
    match script:
        case "nbsp":
            return _every_other_space(words, "\u00a0")
        case "thin":
            return _every_other_space(words, "\u2009")
        case "soft":
            return _swapped(words, _SOFT)
        case "ligatures":
            return _swapped(words, _LIGATURES)
        case _:
            return words


def _every_other_space(words: str, space: str) -> str:
    parts = words.split(" ")
    out = parts[0]
    for number, part in enumerate(parts[1:]):
        out += (space if number % 3 == 1 and part else " ") + part
    return out


def _swapped(words: str, pairs: dict[str, str]) -> str:
    for plain, special in pairs.items():
        words = words.replace(plain, special)
    return words

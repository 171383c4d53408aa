"""Rules as data: the JSON that the officer keeps and hands on, and the bytes that go to the reader process. Nothing is believed.

A rule that comes in is words and named blanks of bounded length or it is refused: it can neither hang nor run anything.
"""

from __future__ import annotations

import hashlib
from typing import TypeVar

import msgspec

from ombudsview.errors import Trouble
from ombudsview.letters.rule import Between, Label, Meeting, Rule, in_words

__all__ = [
    "FORMAT",
    "MOST_RULES",
    "Rule",
    "export",
    "from_json",
    "imported",
    "in_words",
    "pack",
    "reader_name",
    "rule_name",
    "to_json",
    "unpack",
]

FORMAT = 1
LONGEST = 16 << 10
LONGEST_EXPORT = 1 << 20
MOST_RULES = 300
_WHAT = "rules for OmbudsView"
_T = TypeVar("_T")


class _Stored(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A rule as it is written. Exactly one of `words`, `label` and `table`; `says` is for people and is not read."""

    field: str
    says: str = ""
    words: Between | None = None
    label: Label | None = None
    table: Meeting | None = None
    under: str = ""
    others: tuple[str, ...] = ()
    layout: str | None = None
    marks: tuple[str, ...] = ()
    instead: bool = False


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    format: int
    made: str
    rule: _Stored


class _Export(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    format: int
    what: str
    rules: tuple[_Stored, ...]


class _Head(msgspec.Struct):
    format: int


def rule_name(rule: Rule) -> str:
    """A name made of what the rule says, the same on every machine; whether it is asked instead makes no other rule."""
    plain = msgspec.msgpack.encode(msgspec.structs.replace(_stored(rule), says="", instead=False))
    return f"{rule.key.replace('@', '-')}-{hashlib.sha256(plain).hexdigest()[:12]}"


def to_json(rule: Rule, made: str) -> bytes:
    """One rule's file; `made` is when it was taught, as ISO 8601."""
    return _laid_out(_File(FORMAT, made, _stored(rule)))


def from_json(content: bytes) -> tuple[Rule, str]:
    """The rule in a file and when it was taught. Trouble `rule_newer` or `rule_refused`."""
    _bounded(content, LONGEST)
    found = _decoded(content, _File)
    return _rule(found.rule), found.made


def export(rules: tuple[Rule, ...]) -> bytes:
    """A file of rules to hand on; it holds words of letters, and no figures and no letter's name."""
    return _laid_out(_Export(FORMAT, _WHAT, tuple(_stored(rule) for rule in rules)))


def imported(content: bytes) -> tuple[Rule, ...]:
    """The rules in a file that was handed on, each once. Trouble where any of them is no rule: then none is taken."""
    _bounded(content, LONGEST_EXPORT)
    found = _decoded(content, _Export)
    if found.what != _WHAT or len(found.rules) > MOST_RULES:
        raise _refused()
    return tuple(dict.fromkeys(_rule(one) for one in found.rules))


def pack(rules: tuple[Rule, ...]) -> bytes:
    """The rules for the reader process; nothing at all where there are none."""
    return msgspec.msgpack.encode([_stored(rule) for rule in rules]) if rules else b""


def reader_name(reader: str, packed: bytes) -> str:
    """What a reader of that version is called with these packed rules: another name than with others, for it reads otherwise."""
    return f"{reader}+{hashlib.sha256(packed).hexdigest()[:12]}" if packed else reader


def unpack(data: bytes) -> tuple[Rule, ...]:
    """The rules again. Trouble `rule_refused` for anything else."""
    if not data:
        return ()
    _bounded(data, LONGEST_EXPORT)
    try:
        found = msgspec.msgpack.decode(data, type=tuple[_Stored, ...])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _refused() from error
    if len(found) > MOST_RULES:
        raise _refused()
    return tuple(_rule(one) for one in found)


def _stored(rule: Rule) -> _Stored:
    anchor = rule.anchor
    return _Stored(
        rule.key,
        in_words(rule),
        words=anchor if isinstance(anchor, Between) else None,
        label=anchor if isinstance(anchor, Label) else None,
        table=anchor if isinstance(anchor, Meeting) else None,
        under=rule.under,
        others=rule.others,
        layout=rule.kind,
        marks=rule.marks,
        instead=rule.instead,
    )


def _rule(stored: _Stored) -> Rule:
    anchors = [anchor for anchor in (stored.words, stored.label, stored.table) if anchor is not None]
    if len(anchors) != 1 or (stored.layout is not None and not 0 < len(stored.layout) <= 60):
        raise _refused()
    try:
        return Rule(
            stored.field, anchors[0], stored.under, stored.others, stored.layout, stored.marks, instead=stored.instead
        )
    except ValueError as error:
        raise _refused() from error


def _laid_out(value: msgspec.Struct) -> bytes:
    return msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"


def _bounded(content: bytes, longest: int) -> None:
    if len(content) > longest:
        raise _refused()


def _decoded(content: bytes, kind: type[_T]) -> _T:
    try:
        if msgspec.json.decode(content, type=_Head).format > FORMAT:
            raise Trouble(
                "rule_newer", "This rule was made by a newer OmbudsView.", "Install the newer version to use it."
            )
        return msgspec.json.decode(content, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _refused() from error


def _refused() -> Trouble:
    return Trouble(
        "rule_refused",
        "This is no rule that OmbudsView can use, so nothing was taken from it.",
        "Ask whoever sent the file to export the rule again.",
    )

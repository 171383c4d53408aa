"""What the officer's own rules read in a letter.

They are asked where the shipped finders find nothing, or before these where the officer chose so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from ombudsview.letters.fields import FIELDS, shown
from ombudsview.letters.find import Span
from ombudsview.letters.rule import Rule, in_words
from ombudsview.paper.text import TextMap
from ombudsview.reading.evidence import alike, read_field
from ombudsview.reading.model import Doubt, FieldReading, ReaderState
from ombudsview.reading.suggested import CODE as SUGGESTED


def with_rules(
    fields: Mapping[str, FieldReading], text: TextMap, kind: str | None, rules: Iterable[Rule]
) -> dict[str, FieldReading]:
    """The fields with what the rules for such a letter find; a value by a rule names it in its reason."""
    fields = dict(fields)
    ours: dict[str, list[Rule]] = {}
    for rule in rules:
        if rule.suits(text, kind):
            ours.setdefault(rule.key, []).append(rule)
    for key, some in ours.items():
        found = by_rules(fields.get(key), text, some)
        if found is not None:
            fields[key] = found
    return fields


def by_rules(shipped: FieldReading | None, text: TextMap, rules: Iterable[Rule]) -> FieldReading | None:
    """What a field becomes by rules of its own that are for this letter, given what was found without them.

    None where nothing changes. Places that disagree are all kept, with the doubt that such a field has.
    """
    found_none = shipped is None or shipped.value is None or any(doubt.code == SUGGESTED for doubt in shipped.doubts)
    places: dict[Span, Rule] = {}
    for rule in rules:
        if rule.instead or found_none:
            for span in rule.find(text):
                places.setdefault(span, rule)
    if not places:
        return None
    first = next(iter(places.values()))
    field = read_field(FIELDS[first.key], text, tuple(places))
    if field.value is None:
        return None
    reason = f"Read by your own rule: {in_words(first)}."
    if shipped is not None and not found_none and not _same(shipped, field):
        field = _beside(field, shipped)
    return FieldReading(field.key, field.value, field.printed, field.state, field.sources, field.doubts, reason)


def _same(one: FieldReading, other: FieldReading) -> bool:
    if isinstance(one.value, tuple) or isinstance(other.value, tuple):
        return one.value == other.value
    return alike(FIELDS[one.key].unit, one.value, other.value)


def _beside(field: FieldReading, shipped: FieldReading) -> FieldReading:
    """What a rule reads, with the doubt that the program reads something else, which names the page: its place is not this value's."""
    declared = FIELDS[field.key]
    ours, theirs = (shown(declared.unit, one.value) for one in (field, shipped))
    where = f" on page {shipped.sources[0].page}" if shipped.sources else ""
    sentence = f"{declared.label}: your own rule reads {ours}; without it {theirs} would be read{where}."
    doubts = (*field.doubts, Doubt("rule_differs", sentence, (field.key,)))
    return msgspec.structs.replace(field, state=ReaderState.LOOK_HERE, doubts=doubts)

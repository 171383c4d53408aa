"""Whether the salutation greets whom the address names: the same name stands twice, so that a letter misread in one of them shows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ombudsview.letters.address import salutation, surnames
from ombudsview.paper.legible import Legibility, judge
from ombudsview.paper.text import TextMap
from ombudsview.reading.model import Doubt, FieldReading

_KEY = "addressees"


def greeting_doubts(text: TextMap, fields: Mapping[str, FieldReading]) -> Iterator[Doubt]:
    """A doubt where somebody is greeted, on a page that was recognised, whom the address does not name; none on typeset pages."""
    field, greeting = fields.get(_KEY), salutation(text)
    if field is None or not field.value or greeting is None:
        return
    sheet = text.paper.sheets[text.line_at(greeting.start()).page - 1]
    if not sheet.recognised and judge(sheet) is not Legibility.HIDDEN:
        return
    names = "; ".join(field.value) if isinstance(field.value, tuple) else field.value
    named = set(_tokens(names))
    if all(set(_tokens(surname)) <= named for surname in surnames(greeting.group())):
        return
    greeted = text.printed(*greeting.span()).rstrip(" ,")
    sentence = f"The letter is addressed to “{names}” and begins “{greeted}”: look which of them was misread."
    yield Doubt("greeting", sentence, (_KEY,))


def _tokens(words: str) -> list[str]:
    return re.findall(r"[^\W_]+", words.lower())

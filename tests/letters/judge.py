"""Holds one letter of the public JSON against the facts it was typeset from, and against what the page says at its places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ombudsview.letters.fields import FIELDS, Unit, Value
from tests.letters.corpus import Letter
from tests.letters.readback import AROUND, Glyph, Leaf, stripped, words_under
from tests.letters.truth import Answer

Object = dict[str, Any]

_FIGURES = (Unit.COUNT, Unit.PERCENT)
_ANY_PLACE = ("authority", "title")
_EDGE = 0.5  # points that a box may reach beyond its page


def faults(said: Object, letter: Letter, leaves: Sequence[Leaf], span: tuple[int, int]) -> list[str]:
    """A line for everything that is wrong; `span` is the letter's first and last page in the file, from 1."""
    found = []
    if said["kind"] != "measures-2019":
        found.append(f"kind is {said['kind']!r}")
    if said["pages"] != list(span):
        found.append(f"pages are {said['pages']}, not {list(span)}")
    if said["trouble"] is not None or said["verdict"] != "ok":
        found.append(f"verdict is {said['verdict']}: {said['trouble']}")
    for key, answer in letter.answers.items():
        if key not in said["fields"]:
            found.append(f"{key}: no such field")
            continue
        found.extend(f"{key}: {fault}" for fault in _field(key, said["fields"][key], answer, leaves, span))
    return found


def canonical(unit: Unit, value: Any) -> Value:
    """A JSON value as the canonical text that the vocabulary keeps."""
    if isinstance(value, list):
        return tuple(str(canonical(unit, item)) for item in value)
    if unit is Unit.COUNT and (isinstance(value, bool) or not isinstance(value, int)):
        return f"not a whole number: {value!r}"
    if unit is Unit.PERCENT and (isinstance(value, bool) or not isinstance(value, int | float)):
        return f"not a number: {value!r}"
    return str(value)


def _field(key: str, said: Object, answer: Answer, leaves: Sequence[Leaf], span: tuple[int, int]) -> Iterator[str]:
    if said["unit"] != FIELDS[key].unit:
        yield f"unit is {said['unit']}"
    if said["value"] is None:
        if answer.values:
            yield f"missing, should be {answer.value!r} ({said['reason']})"
        yield from _unplaced(said, "look_here" if said["state"] == "look_here" else "absent")
        return
    value = canonical(FIELDS[key].unit, said["value"])
    if said["state"] == "worked_out":
        if value not in answer.implied:
            yield f"worked out as {value!r}; printed is {answer.value!r}"
        yield from _unplaced(said, "worked_out")
        return
    if value not in answer.values:
        yield f"is {value!r}, should be {answer.value!r}"
    yield from _printed(said, answer, many=FIELDS[key].many)
    yield from _placed(key, said, answer, leaves, span)


def _unplaced(said: Object, state: str) -> Iterator[str]:
    """A field that is not printed has no place, no printed text, and a reason."""
    if said["state"] != state:
        yield f"state is {said['state']}, should be {state}"
    if said["sources"] or said["printed"] is not None:
        yield f"has a place although it is {state}"
    if not said["reason"]:
        yield f"is {state} without a reason"
    if state == "look_here" and not said["doubts"]:
        yield "look_here without a doubt"


def _printed(said: Object, answer: Answer, many: bool) -> Iterator[str]:
    if said["state"] not in ("to_check", "look_here"):
        yield f"state is {said['state']}"
    if said["state"] == "look_here" and not said["doubts"]:
        yield "look_here without a doubt"
    items = said["printed"] if many else [said["printed"]]
    texts = [stripped(source["text"]) for source in said["sources"]]
    for item in items:
        if item not in answer.printed:
            yield f"printed is {item!r}, should be one of {sorted(map(str, answer.printed))}"
    if many and (texts != items or len(items) != len(said["value"])):
        yield f"printed {items}, sources {texts}: not one place an item"
    if not many and texts[:1] != items:
        yield f"printed is {items[0]!r}, the first place says {texts[:1]}"
    for text in texts:
        if text not in answer.printed:
            yield f"a place says {text!r}"


def _placed(key: str, said: Object, answer: Answer, leaves: Sequence[Leaf], span: tuple[int, int]) -> Iterator[str]:
    sources = said["sources"]
    if FIELDS[key].unit in _FIGURES and len(sources) != 1:
        yield f"lights {len(sources)} places"
    for number, source in enumerate(sources):
        if not span[0] <= source["page"] <= span[1]:
            yield f"place on page {source['page']}, outside of the letter"
            continue
        leaf = leaves[source["page"] - 1]
        under = words_under(leaf, source["boxes"])
        if stripped(under) != stripped(source["text"]) or not under:
            yield f"under the boxes stands {under!r}, not {source['text']!r}"
        yield from _boxes(source["boxes"], leaf)
        glyphs = [glyph for box in source["boxes"] for glyph in leaf.under(box)]
        wrong = {glyph.key for glyph in glyphs if glyph.key != key and glyph.text not in AROUND}
        if wrong:
            yield f"place {number + 1} is that of {sorted(map(str, wrong))}"
        elif number == 0 and key not in _ANY_PLACE and not _in_block(glyphs) and _block_has(key, leaves, span):
            yield "the first place is not the statistics block's"


def _boxes(boxes: Sequence[Sequence[float]], leaf: Leaf) -> Iterator[str]:
    for x0, y0, x1, y1 in boxes:
        inside = -_EDGE <= x0 < x1 <= leaf.width + _EDGE and -_EDGE <= y0 < y1 <= leaf.height + _EDGE
        if not inside:
            yield f"box {[x0, y0, x1, y1]} is not on its page of {leaf.width:.0f} x {leaf.height:.0f}"
    if len({tuple(box) for box in boxes}) != len(boxes):
        yield "the same box twice"


def _in_block(glyphs: Sequence[Glyph]) -> bool:
    return any(glyph.in_block for glyph in glyphs)


def _block_has(key: str, leaves: Sequence[Leaf], span: tuple[int, int]) -> bool:
    pages = leaves[span[0] - 1 : span[1]]
    return any(glyph.key == key and glyph.in_block for leaf in pages for glyph in leaf.glyphs)

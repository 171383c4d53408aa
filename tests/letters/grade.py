"""Grades one letter of the public JSON against its truth, field by field: right, wrong, missing, doubted, and whether its box is."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from difflib import SequenceMatcher
from typing import Any

from ombudsview.letters.fields import FIELDS
from tests.letters.judge import canonical

Object = dict[str, Any]
NOT_FIELDS = ("acceptable", "implied", "printed", "places", "doubtful", "remark_kinds", "letter")
_KIND = "remarks: kind"
_MEANT = 0.7  # of the words of a remark
_SLACK = 3.0  # points
_QUOTES = str.maketrans({"\N{RIGHT SINGLE QUOTATION MARK}": "'", "\N{LEFT SINGLE QUOTATION MARK}": "'", "\u00ad": ""})


@dataclass(frozen=True)
class Mark:
    """What became of one field.

    `verdict` is "right", "wrong" (also where the letter has no such figure), or "missing"; "silent" is a letter that contradicts
    itself there, of which the reader says nothing. `box` is "right", "wrong" or "" where there is none to judge.
    """

    key: str
    verdict: str
    doubted: bool
    box: str
    said: str = ""
    true: str = ""


@dataclass(frozen=True)
class Grade:
    """What became of one letter. `kind` is whether its layout was told, `strays` how many letters were seen that are none."""

    name: str
    era: str
    engine: str
    change: str
    held: bool
    kind: bool
    strays: int
    marks: tuple[Mark, ...]

    def plain(self) -> Object:
        """As JSON."""
        return asdict(self)


def from_plain(said: Object) -> Grade:
    """From JSON."""
    marks = tuple(Mark(**mark) for mark in said["marks"])
    return Grade(**{**said, "marks": marks})


def grade(name: str, truth: Object, readings: Sequence[Object]) -> Grade:
    """The grade of what was said about one file, in which there is one letter."""
    letter = truth["letter"]
    best = max(readings, key=lambda said: _overlap(said["pages"], letter["pages"]), default=None)
    overlapping = best is not None and _overlap(best["pages"], letter["pages"]) > 0
    said = best if best is not None and overlapping else {"fields": {}, "doubts": [], "kind": None}
    told = bool(said["kind"]) and (said["kind"] == letter["kind"] or str(said["kind"]).startswith(letter["kind"]))
    strays = sum(other["kind"] is not None for other in readings if other is not said)
    marks = tuple(_marks(truth, said))
    return Grade(name, letter["kind"], letter["engine"], letter["change"], letter["held"], told, strays, marks)


def _overlap(said: Sequence[int] | None, true: Sequence[int]) -> int:
    return max(0, min(said[1], true[1]) - max(said[0], true[0]) + 1) if said else 0


def _marks(truth: Object, said: Object) -> Iterator[Mark]:
    keys = [key for key in truth if key not in NOT_FIELDS]
    for key in dict.fromkeys((*keys, *said["fields"])):
        if key == "remarks":
            yield from _remark_marks(truth, said["fields"].get(key, {}))
        elif (mark := _mark(key, truth, said)) is not None:
            yield mark


def _mark(key: str, truth: Object, said: Object) -> Mark | None:
    field = said["fields"].get(key, {})
    right = _folded(truth.get(key))
    allowed = {
        _folded(value) for value in (truth.get(key), *truth["acceptable"].get(key, ()), *truth["implied"].get(key, ()))
    }
    value = _folded(canonical(FIELDS[key].unit, field["value"])) if field.get("value") is not None else None
    doubted = (
        field.get("state") == "look_here"
        or bool(field.get("doubts"))
        or any(key in doubt["keys"] for doubt in said["doubts"])
    )
    if value is None:
        # A letter that contradicts itself may be left to the officer.
        return Mark(key, "missing", doubted, "", "", right) if right is not None else None
    if value not in allowed:
        return Mark(key, "wrong", doubted, "", value, right or "")
    if key in truth["doubtful"] and not doubted:
        return Mark(key, "silent", False, "", value, right or "")
    return Mark(key, "right", doubted, _box(key, field, truth["places"].get(key, [])), value, right or "")


def _remark_marks(truth: Object, field: Object) -> Iterator[Mark]:
    """A mark for each remark, and one for its kind where it was told; one that the letter has not is wrong, and so is half of one.

    Told is which one is meant where most of its words are there: a misread word makes it wrong, not another remark.
    """
    left = dict(zip(map(_bare, truth.get("remarks", ())), truth["remark_kinds"], strict=True))
    doubted = bool(field.get("doubts"))
    sources = field.get("sources") or []
    for number, (value, kinds) in enumerate(zip(field.get("value") or (), field.get("kinds") or (), strict=True)):
        said = _bare(value)
        true = next((one for one in left if _alike(said, one) >= _MEANT), "")
        if said != true:
            yield Mark("remarks", "wrong", doubted, "", said, true)
        else:
            box = _box("remarks", {"sources": sources[number : number + 1]}, truth["places"].get("remarks", []))
            yield Mark("remarks", "right", doubted, box, said, true)
        if true:
            kind, told = left.pop(true), " | ".join(kinds)
        if true and kind:  # what goes on from a remark need not name its kind again
            yield Mark(_KIND, "right" if told == kind else "wrong" if told else "missing", doubted, "", told, kind)
    for true, kind in left.items():
        yield Mark("remarks", "missing", False, "", "", f"{kind}: {true}")


def _bare(remark: str) -> str:
    """A remark without the mark at its end."""
    return (_folded(remark) or "").rstrip(".")


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()


def _folded(value: Any) -> str | None:
    """A value as text in which spaces, ligatures and curls do not differ."""
    if value is None:
        return None
    text = " | ".join(value) if isinstance(value, list | tuple) else str(value)
    return " ".join(unicodedata.normalize("NFKC", text.translate(_QUOTES)).split())


def _box(key: str, field: Object, places: Sequence[Sequence[float]]) -> str:
    sources = field.get("sources") or []
    if not sources:
        return ""
    first = sources[0]
    near = [place[1:] for place in places if place[0] == first["page"]]
    on_place = all(any(_shared(box, place) > 0 for place in near) for box in first["boxes"])
    covers = any(sum(_shared(box, place) for box in first["boxes"]) >= _area(place) * 0.4 for place in near)
    return "right" if first["boxes"] and on_place and covers else "wrong"


def _shared(one: Sequence[float], other: Sequence[float]) -> float:
    wide = min(one[2], other[2] + _SLACK) - max(one[0], other[0] - _SLACK)
    high = min(one[3], other[3] + _SLACK) - max(one[1], other[1] - _SLACK)
    return max(wide, 0.0) * max(high, 0.0)


def _area(box: Sequence[float]) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])

"""What the officer points at as an answer: the value that the words there print, with their place; or a sentence why not."""

from __future__ import annotations

from ombudsview.errors import Trouble
from ombudsview.letters.fields import FIELDS, Unit, Value, shown
from ombudsview.reading.model import Source
from ombudsview.reading.printed_value import bare_words, value_of
from ombudsview.review.edit import Answer, Ruling
from ombudsview.review.state import FieldReview
from ombudsview.review.typed import wanted

_MUCH_ALIKE = 0.5  # of the words in common: a text that was mended, not another one


def pointed(field: FieldReview, source: Source, *, add: bool) -> Answer:
    """The answer to a field after its words were pointed at. `add`: they are one more place of the value that it has.

    In a list the words are one more item; a text goes on with them. Trouble `does_not_fit`, `says_other` or `taken_already`.
    """
    declared = FIELDS[field.key]
    value, words = value_of(declared.unit, source.text), bare_words(declared.unit, source.text)
    if value is None:
        raise Trouble(
            "does_not_fit", f"“{words}” is not {wanted(declared.unit)}.", "Point at another place, or type the value."
        )
    if (declared.many or add) and field.value is not None and source in field.sources:
        raise Trouble("taken_already", f"“{words}” is taken from here already.", "Point at another place.")
    note = field.answer.note if field.answer is not None else ""
    if declared.many:
        items = field.value if isinstance(field.value, tuple) else ()
        sources = field.sources if items else ()
        return Answer(Ruling.CHANGED, (*items, value), (*sources, source), note)
    if add and field.value is not None:
        return _one_more(field, value, words, source, note)
    if value != field.read.value:
        return Answer(Ruling.CHANGED, value, (source,), note)
    return Answer(Ruling.AGREED, value, () if source in field.read.sources else (source,), note)


def _one_more(field: FieldReview, value: str, words: str, source: Source, note: str) -> Answer:
    unit: Unit = FIELDS[field.key].unit
    if unit is Unit.TEXT and isinstance(field.value, str) and value not in field.value:
        # Other words of a text go on from it: a name over two lines, a title that continues on the next page.
        return Answer(Ruling.CHANGED, f"{field.value} {value}", (*field.sources, source), note)
    if value != field.value:
        raise Trouble(
            "says_other",
            f"“{words}” is not {shown(unit, field.value)}, so it is no second place of it.",
            "Point without Ctrl to take it instead.",
        )
    ruling = Ruling.AGREED if value == field.read.value else Ruling.CHANGED
    return Answer(ruling, value, (*field.sources, source), note)


def kept_places(field: FieldReview, value: Value) -> tuple[Source, ...]:
    """The places that stay when another value is typed: those pointed at before; in a list each goes with its item.

    An item that was mended keeps its place, also where others were written beside it. One that is new has none: a source without
    boxes holds its turn.
    """
    if not isinstance(value, tuple) or not isinstance(field.value, tuple):
        return field.answer.sources if field.answer is not None else ()
    if len(field.sources) != len(field.value):
        return ()
    from difflib import SequenceMatcher  # lists are hardly ever typed over

    places: list[Source | None] = []
    for deed, start, end, first, last in SequenceMatcher(None, field.value, value, autojunk=False).get_opcodes():
        kept = deed == "equal" or end - start == last - first
        taken = field.sources[start:end]
        places += taken if kept else _mended(field.value[start:end], taken, value[first:last])
    if not any(places):
        return ()
    while places[-1] is None:
        places.pop()
    return tuple(Source(field.sources[0].page, (), "") if place is None else place for place in places)


def _mended(before: tuple[str, ...], sources: tuple[Source, ...], after: tuple[str, ...]) -> list[Source | None]:
    """The places of items that are more or fewer than they were: each goes to the first that is much like its item, in order."""
    from difflib import SequenceMatcher

    places: list[Source | None] = []
    left = list(zip(before, sources, strict=True))
    for item in after:
        alike = (SequenceMatcher(None, old.split(), item.split(), autojunk=False).ratio() for old, _ in left)
        at = next((number for number, ratio in enumerate(alike) if ratio >= _MUCH_ALIKE), None)
        places.append(left[at][1] if at is not None else None)
        left = left[at + 1 :] if at is not None else left
    return places

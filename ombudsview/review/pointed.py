"""What the officer points at as an answer: the value that the words there print, with their place; or a sentence why not."""

from __future__ import annotations

from ombudsview.errors import Trouble
from ombudsview.letters.fields import FIELDS, Unit, shown
from ombudsview.reading.model import Source
from ombudsview.reading.printed_value import bare_words, value_of
from ombudsview.review.edit import Answer, Ruling
from ombudsview.review.state import FieldReview
from ombudsview.review.typed import wanted


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


def kept_places(answer: Answer | None, key: str) -> tuple[Source, ...]:
    """The places pointed at before, which typing another value does not lose; a list's go with its items."""
    return answer.sources if answer is not None and not FIELDS[key].many else ()

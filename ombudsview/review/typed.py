"""What an officer types, as a value; or a sentence that says what would do."""

from __future__ import annotations

from ombudsview.errors import Trouble
from ombudsview.letters.fields import FIELDS, Unit, Value, parse

_WANTED = {
    Unit.COUNT: "a whole number, such as 12 or 1,204",
    Unit.PERCENT: "a percentage from 0 to 100, such as 79 or 68.8%",
    Unit.RATE: "a number, such as 3.9",
    Unit.DAYS: "a number of days, such as 24.6",
    Unit.DATE: "a date, such as 22 July 2020 or 22/07/2020",
    Unit.TEXT: "some text",
}


def wanted(unit: Unit) -> str:
    """What a value of that unit is, with an example."""
    return _WANTED[unit]


def typed_value(key: str, text: str) -> Value:
    """The canonical value of typed text; Trouble, naming what would do, where it is none."""
    field = FIELDS[key]
    parts = text.split(field.joint.strip()) if field.many else [text]
    values = [parse(field.unit, part) for part in parts if part.strip() or not field.many]
    if not values or None in values:
        raise Trouble(
            "not_a_value", f'"{text.strip()}" is not {_WANTED[field.unit]}.', "Type it again, or press Esc to drop it."
        )
    items = tuple(value for value in values if value is not None)
    return items if field.many else items[0]

"""The fields of a letter of no known layout: what stands in plain sight is suggested, and nothing of it is taken for sure."""

from __future__ import annotations

from ombudsview.letters import check
from ombudsview.letters.fields import FIELDS
from ombudsview.letters.kinds import KINDS
from ombudsview.letters.suggest import suggestions
from ombudsview.paper.text import TextMap
from ombudsview.reading.evidence import read_field
from ombudsview.reading.model import Doubt, FieldReading, ReaderState

CODE = "suggested"


def suggested(text: TextMap) -> dict[str, FieldReading]:
    """The suggestions by field: each with its places, state `look_here` and a doubt that says what it is."""
    found = (read_field(FIELDS[key], text, spans) for key, spans in suggestions(text, KINDS).items())
    return {field.key: _doubted(field) for field in found if field.value is not None}


def misfits(fields: dict[str, FieldReading]) -> tuple[Doubt, ...]:
    """What does not fit among the values."""
    problems = check.check({key: field.value for key, field in fields.items()})
    return tuple(Doubt(problem.code, problem.sentence, problem.keys) for problem in problems)


def _doubted(field: FieldReading) -> FieldReading:
    place = field.sources[0]
    printed = field.printed if isinstance(field.printed, str) else "; ".join(field.printed or ())
    sentence = (
        f"{FIELDS[field.key].label}: “{printed}” on page {place.page} is a suggestion, because this layout is not known."
        " Compare it with the page."
    )
    doubts = (Doubt(CODE, sentence, (field.key,)), *field.doubts)
    return FieldReading(
        field.key, field.value, field.printed, ReaderState.LOOK_HERE, field.sources, doubts, field.reason
    )

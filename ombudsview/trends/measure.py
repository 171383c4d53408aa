"""What can be followed over the years, as data: the figure that is drawn, and what it is a part of."""

from __future__ import annotations

from dataclasses import dataclass

from ombudsview.letters.fields import FIELDS, Unit


@dataclass(frozen=True)
class Measure:
    """`key` is the field drawn. A rate has the counts it is made of: `part` of `bases`, of which the first that fits counts.

    `part` is None where letters do not print it. `of_what` names the denominator, whatever the letter calls it.
    """

    key: str
    label: str
    part: str | None = None
    bases: tuple[str, ...] = ()
    similar: str | None = None
    of_what: str = ""

    @property
    def is_rate(self) -> bool:
        """Whether it is a percentage, drawn from 0 to 100; a count otherwise."""
        return FIELDS[self.key].unit is Unit.PERCENT

    @property
    def keys(self) -> tuple[str, ...]:
        """Every field that a point of it is made of."""
        return tuple(key for key in (self.key, self.part, *self.bases, self.similar) if key)


MEASURES = (
    Measure(
        "upheld_rate",
        "Upheld rate",
        "upheld_decisions",
        ("investigations",),
        "upheld_rate_similar",
        "detailed investigations",
    ),
    Measure(
        "compliance_rate",
        "Compliance rate",
        None,
        ("compliance_outcomes",),
        "compliance_rate_similar",
        "compliance outcomes",
    ),
    # Letters up to 2022-23 print the base as "detailed investigations"; the rate is taken of upheld cases all the same.
    Measure(
        "remedy_rate",
        "Satisfactory remedies",
        "satisfactory_remedies",
        ("remedy_base", "upheld_decisions"),
        "remedy_rate_similar",
        "upheld cases",
    ),
    Measure("upheld_decisions", "Upheld decisions"),
    Measure("investigations", "Detailed investigations"),
    Measure("compliance_outcomes", "Compliance outcomes"),
    Measure("satisfactory_remedies", "Satisfactory remedy decisions"),
)


def measure(key: str) -> Measure:
    """The measure that draws this field; KeyError where none does."""
    return {one.key: one for one in MEASURES}[key]

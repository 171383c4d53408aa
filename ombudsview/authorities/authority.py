"""One body that the Ombudsman writes to, as the register has it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

COMPARED = frozenset({"county", "district", "metropolitan", "unitary", "london_borough"})
"""The types for which the letters give an average of similar authorities."""

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)  # whatever the locale


@dataclass(frozen=True, slots=True)
class Authority:
    """A row of the register. Empty texts and None stand for what no source gives; `start` and `end` are its first and last day.

    `gss` is the nine-character code of its area, `successors` are keys, the point is in degrees (WGS 84).
    """

    key: str
    name: str
    aliases: tuple[str, ...]
    type: str
    gss: str
    start: date | None
    end: date | None
    successors: tuple[str, ...]
    latitude: float | None
    longitude: float | None
    source: tuple[str, ...]

    @classmethod
    def of_row(cls, row: Sequence[str]) -> Authority:
        """From the eleven cells of a row; ValueError where a cell is not what its column holds."""
        key, name, aliases, kind, gss, start, end, successors, latitude, longitude, source = row
        return cls(
            key,
            name,
            _parts(aliases),
            kind,
            gss,
            date.fromisoformat(start) if start else None,
            date.fromisoformat(end) if end else None,
            _parts(successors),
            float(latitude) if latitude else None,
            float(longitude) if longitude else None,
            _parts(source),
        )

    @property
    def names(self) -> tuple[str, ...]:
        """The official name first."""
        return (self.name, *self.aliases)

    @property
    def compared(self) -> bool:
        """Whether its type is one of the five for which letters give averages."""
        return self.type in COMPARED

    def existed(self, on: date) -> bool:
        """Whether nothing says that it did not exist on that day."""
        return (self.start is None or self.start <= on) and (self.end is None or on <= self.end)

    def described(self) -> str:
        """Its name, with the years that tell it from others of its name."""
        if self.end:
            return f"{self.name} (until {written(self.end)})"
        return f"{self.name} (since {written(self.start)})" if self.start else self.name


def written(day: date) -> str:
    """As people write a date: 31 March 2023."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()

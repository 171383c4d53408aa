"""One letter's figures held against its rows of the published tables: what agrees, what differs, and what the difference may be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from ombudsview.history.of_year import OfYear
from ombudsview.history.rows import Figure
from ombudsview.letters.fields import FIELDS, Unit, parse, shown
from ombudsview.published.number import Absence, Told, decimals
from ombudsview.published.table import Entry, Place, Row
from ombudsview.published.vocabulary import SAME_FACT

COMPARED = tuple(key for key, field in FIELDS.items() if field.unit in (Unit.COUNT, Unit.PERCENT, Unit.RATE, Unit.DAYS))
"""The fields that are compared, in their usual order."""

_MAY_BE = "Look at the printed line first; if the letter does say so, the spreadsheet may have been corrected after it was sent."
_SCALE = "“{said}” may be {said}% or {whole}%: nothing else in its column tells."
_UNCHECKED = "Nobody checked it before the letter was finished."
_STATES = {
    "worked_out": "Worked out from other figures of the letter.",
    "query": "A query stands on it.",
    "to_check": _UNCHECKED,
    "look_here": _UNCHECKED,
}
_ABSENT = {
    Absence.BLANK: "The cell is empty or holds a dash, which is not nought.",
    Absence.WITHHELD: "The spreadsheet withholds the figure.",
    Absence.BELOW: "The spreadsheet gives no more than a range.",
    Absence.NONE: "What stands in the cell is no figure of this kind.",
}


class Outcome(StrEnum):
    """What came of holding one figure against the spreadsheet; what deserves a look comes first."""

    DIFFERS = "differs"
    CANNOT = "cannot be compared"
    AGREES = "agrees"
    ONLY_LETTER = "only in the letter"
    ONLY_SHEET = "only in the spreadsheet"


@dataclass(frozen=True)
class Held:
    """One figure of one letter beside the published one. `letter` names it in the record; `mine` and `theirs` are as people write
    them, empty where there is none; `place` is the published figure's cell, `says` what it means. `sequence` is 2 for a second letter
    to the authority about the year."""

    letter: str
    authority: str
    key: str
    outcome: Outcome
    mine: str
    theirs: str
    place: Place | None
    says: str
    sequence: int = 1

    @property
    def whose(self) -> str:
        """The authority, and which of its letters of that year where it has more than one."""
        return f"{self.authority} (letter {self.sequence})" if self.sequence > 1 else self.authority


def hold(letter: OfYear, rows: Iterable[Row], missing: Mapping[str, str] | None = None) -> Iterator[Held]:
    """Every figure that the letter or one of its rows gives, in the usual order; one that is published twice alike is held once.

    `missing` holds the figures of tables in which the letter's authority has no row, and why not.
    """
    published = _entries(letter, rows)
    why_not = {own: why for key, why in (missing or {}).items() for own in _keys(letter, key)}
    for key in COMPARED:
        figure = letter.figures.get(key)
        mine = figure.value if figure is not None and isinstance(figure.value, str) else None
        entries = published.get(key, [])
        if mine is not None and not entries:
            why = why_not.get(key, "The spreadsheet has no column for it.")
            yield _held(letter, key, Outcome.ONLY_LETTER, figure, None, why)
        for entry in entries:
            if mine is None or figure is None:
                if entry.told.value is not None:
                    yield _held(letter, key, Outcome.ONLY_SHEET, None, entry, _why_not_in(letter, key))
            else:
                yield _compared(letter, key, figure, mine, entry)


def agree(unit: Unit, one: str, other: str, precision: tuple[int, int]) -> bool:
    """Whether two canonical values are the same to the coarser of the two precisions, in decimals: 45 and 44.83, not 45 and 44.4."""
    apart = abs(Decimal(one) - Decimal(other))
    if unit is Unit.COUNT or precision[0] == precision[1]:
        return apart == 0
    return apart <= Decimal("0.5").scaleb(-min(precision))


def _entries(letter: OfYear, rows: Iterable[Row]) -> Mapping[str, list[Entry]]:
    """The published figures by the letter's own keys, each once."""
    found: dict[str, list[Entry]] = {}
    for row in rows:
        wanted = _value(letter, "investigations") is not None
        for entry in (*row.entries, *(_worked_out(row) if wanted else ())):
            for key in _keys(letter, entry.key):
                some = found.setdefault(key, [])
                if not any(_same(entry, other) for other in some):
                    some.append(entry)
    return found


def _keys(letter: OfYear, key: str) -> list[str]:
    """The letter's names for a published figure: the count that is upheld has two."""
    if key not in SAME_FACT:
        return [key]
    return [one for one in sorted(SAME_FACT) if _value(letter, one) is not None] or [key]


def _worked_out(row: Row) -> Iterator[Entry]:
    """What is upheld and what is not make the investigations, where the row does not give them itself."""
    by_key = {entry.key: entry for entry in row.entries}
    upheld = next((by_key[key] for key in sorted(SAME_FACT) if key in by_key), None)
    parts = [by_key.get("decided.not_upheld"), upheld]
    if "investigations" in by_key or any(part is None or part.told.value is None for part in parts):
        return
    given = [part for part in parts if part is not None and part.told.value is not None]
    total = str(sum(int(part.told.value or 0) for part in given))
    place = Place(row.place.sheet, " + ".join(part.place.cell for part in given))
    yield Entry("investigations", Told(total, total), place, "not upheld and upheld together")


def _same(one: Entry, other: Entry) -> bool:
    """Whether two cells say the same: a value, or an absence where the other says something."""
    return one.told.value == other.told.value or one.told.value is None


def _value(letter: OfYear, key: str) -> str | None:
    figure = letter.figures.get(key)
    return figure.value if figure is not None and isinstance(figure.value, str) else None


def _why_not_in(letter: OfYear, key: str) -> str:
    return "The letter does not give it." if key in letter.figures else "Letters of this layout do not print it."


def _compared(letter: OfYear, key: str, figure: Figure, mine: str, entry: Entry) -> Held:
    theirs, unit = entry.told.value, FIELDS[key].unit
    if theirs is None:
        outcome = Outcome.ONLY_LETTER if entry.told.absence is Absence.BLANK else Outcome.CANNOT
        return _held(letter, key, outcome, figure, entry, _why_absent(entry))
    precision = (_printed_decimals(figure, mine), entry.precision)
    about = [_how_it_came(figure), _how_it_was_made(entry)]
    if agree(unit, mine, theirs, precision):
        if mine != theirs:
            about.append("The same to the rounding of whichever is written to fewer decimals.")
        return _held(letter, key, Outcome.AGREES, figure, entry, *about)
    about.append(_reason(letter, key, figure, theirs, precision) or _MAY_BE)
    return _held(letter, key, Outcome.DIFFERS, figure, entry, *about)


def _reason(letter: OfYear, key: str, figure: Figure, theirs: str, precision: tuple[int, int]) -> str:
    """A reason that explains the very difference; empty where none does."""
    unit = FIELDS[key].unit
    printed = parse(unit, figure.printed) if isinstance(figure.printed, str) else None
    if figure.by_hand and printed is not None and agree(unit, printed, theirs, precision):
        return f"The letter prints {shown(unit, printed)}, as the spreadsheet does."
    if key == "remedy_rate":
        remedies, base = _value(letter, "satisfactory_remedies"), _value(letter, "investigations")
        if (
            remedies
            and base
            and int(base)
            and agree(unit, str(_percent(int(remedies), int(base))), theirs, (9, precision[1]))
        ):
            return "The spreadsheet's rate is of all investigations, the letter's of the upheld decisions."
    return ""


def _percent(part: int, whole: int) -> Decimal:
    return round(Decimal(100 * part) / whole, 9)


def _how_it_came(figure: Figure) -> str:
    by_hand = "Corrected by hand in the letter." if figure.by_hand else ""
    return " ".join(filter(None, (by_hand, _STATES.get(figure.state, ""))))


def _how_it_was_made(entry: Entry) -> str:
    return f"{entry.place.cell}: {entry.heading}." if " + " in entry.place.cell else ""


def _why_absent(entry: Entry) -> str:
    if entry.told.absence is Absence.SCALE:
        whole = (
            format(Decimal(entry.told.said) * 100, "f").rstrip("0").rstrip(".")
            if "." in entry.told.said
            else f"{entry.told.said}00"
        )
        return _SCALE.format(said=entry.told.said, whole=whole)
    return _ABSENT[entry.told.absence]


def _printed_decimals(figure: Figure, value: str) -> int:
    """The decimals that the letter prints: "45.0%" says more than "45%"."""
    if figure.by_hand or not isinstance(figure.printed, str):
        return decimals(value)
    digits = figure.printed.rpartition(".")[2] if "." in figure.printed else ""
    return max(decimals(value), sum(letter.isdigit() for letter in digits))


def _held(letter: OfYear, key: str, outcome: Outcome, figure: Figure | None, entry: Entry | None, *says: str) -> Held:
    unit = FIELDS[key].unit
    mine = shown(unit, figure.value) if figure is not None else ""
    theirs = ""
    if entry is not None:
        theirs = entry.told.said if entry.told.value is None else shown(unit, entry.told.value)
    place = entry.place if entry is not None else None
    said = " ".join(filter(None, says))
    return Held(letter.letter, letter.authority or "", key, outcome, mine, theirs, place, said, letter.sequence)

"""Figures put into the paper: each is quoted as the record has it, says how it stands, and leads to its evidence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ombudsview.history.dossier import Filed, Told
from ombudsview.letters.fields import FIELDS, Unit, shown, year_name
from ombudsview.reading.printed_value import is_printed
from ombudsview.reports.committee.model import Evidence, Line, Part, line
from ombudsview.trends.point import denial

_PLAIN = {
    "worked_out": "worked out, not printed",
    "query": "put off with a query",
    "to_check": "not checked",
    "look_here": "not checked",
}
_AVERAGE = "_similar"
_SAID = {"remedy_base": "Upheld cases (base of the remedies rate)"}


class Citing:
    """Gives each figure that is quoted a piece of evidence, the same one each time it is quoted again.

    Pictures are taken of the figures of the `pictured` letters. That is the letter itself and the one of the year before: a change is
    said of those two, and it is there that published papers went wrong. Older figures are named by letter and page in one table; a
    strip for each of them would be longer than the paper.
    """

    def __init__(self, pictured: Iterable[Filed]) -> None:
        self._pictured = {filed.row.letter for filed in pictured}
        self._known: dict[tuple[str, str], Evidence] = {}

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Every piece, in the order in which the figures are first quoted."""
        return tuple(self._known.values())

    def cite(self, filed: Filed, key: str, wording: str = "") -> Part:
        """A figure that the letter gives, in `wording` where it is given; an empty part where it gives none."""
        told = filed.fields.get(key)
        if told is None or not isinstance(told.figure.value, str):
            return Part("")
        known = self._known.get((filed.row.letter, key))
        if known is None:
            known = self._known[filed.row.letter, key] = self._evidence(filed, key, told)
        return Part(wording or known.value, known.name)

    def quoted(self, filed: Filed, key: str) -> Line:
        """The same with how it stands: `54%` and ` (corrected by hand; the letter prints 45%)`; that an officer denies it."""
        told = filed.fields.get(key)
        return line(self.cite(filed, key), _bracketed(told)) or line(denied(told))

    def _evidence(self, filed: Filed, key: str, told: Told) -> Evidence:
        place = next((source for source in told.sources if source.boxes), next(iter(told.sources), None))
        return Evidence(
            f"e{len(self._known) + 1}",
            f"{label(key)}, {year_name(filed.row.period_end or '')}",
            amount(key, told),
            filed.row.letter,
            filed.row.sha256,
            title(filed),
            place.page if place is not None else None,
            place.boxes if place is not None else (),
            place.text if place is not None else "",
            _remarks(key, told),
            filed.row.letter in self._pictured,
        )


def title(filed: Filed) -> str:
    """What the letter calls itself, else the year that it is about."""
    return filed.row.title or f"the letter for {year_name(filed.row.period_end or '')}"


def amount(key: str, told: Told | None) -> str:
    """A figure as people write it; nothing where the letter gives none."""
    return shown(FIELDS[key].unit, told.figure.value) if told is not None and key in FIELDS else ""


def label(key: str) -> str:
    """A field's name, with what it is the average of, or its group where another field bears the same name."""
    field = FIELDS[key]
    if key.endswith(_AVERAGE) and field.unit is Unit.PERCENT:
        of_what = FIELDS[key.removesuffix(_AVERAGE)].label
        return f"{of_what}: average of similar authorities"
    if key in _SAID:
        return _SAID[key]
    of_table = key.partition(".")[0] in ("received", "decided") and not key.endswith(".total")
    if not of_table and sum(other.label == field.label for other in FIELDS.values()) == 1:
        return field.label
    return f"{field.group}: {field.label[:1].lower()}{field.label[1:]}"


def standing(told: Told | None) -> str:
    """How a figure stands, in words; nothing where it is what the letter prints, agreed by an officer."""
    if told is None or told.figure.value is None:
        return ""
    plain = _PLAIN.get(told.figure.state, "")
    if not told.figure.by_officer:
        return plain
    return "; ".join(filter(None, (*_corrected(told), plain)))


def standings(filed: Filed, keys: Iterable[str]) -> dict[str, list[str]]:
    """How figures of a letter stand, in words, each with the names of those; what is agreed as printed is left out."""
    found: dict[str, list[str]] = {}
    for key in keys:
        if words := standing(filed.fields.get(key)):
            found.setdefault(words, []).append(label(key))
    return found


def _corrected(told: Told) -> tuple[str, str]:
    """That a figure is an officer's, and what it stands in the place of."""
    printed, was = (
        told.figure.printed,
        amount(told.figure.key, replace(told, figure=replace(told.figure, value=told.was))),
    )
    if told.figure.by_hand:
        return (
            "corrected by hand",
            f"the letter prints {_text(printed)}" if printed else "no place of it is known in the letter",
        )
    if told.known and not was:
        return "pointed out by the officer", "the program had read none"
    return "corrected by the officer", f"read as {was}" if was else ""


def denied(told: Told | None) -> str:
    """That an officer says that a figure is not in the letter where the program had read one; else nothing."""
    return denial(told.figure.denied) if told is not None and told.figure.denied else ""


def _bracketed(told: Told | None) -> str:
    words = standing(told)
    return f" ({words})" if words else ""


def _remarks(key: str, told: Told) -> tuple[str, ...]:
    """What belongs beside the picture of a figure's line, and into its place where there is none."""
    figure, words = told.figure, []
    if standing(told):
        words.append(f"{standing(told)[:1].upper()}{standing(told)[1:]}.")
    if told.note:
        words.append(f"The officer's note: “{told.note}”")
    if told.reason and figure.state == "worked_out":
        words.append(told.reason)
    if told.sources and not figure.by_hand and not is_printed(FIELDS[key].unit, figure.value, figure.printed):
        words.append(f"What stands there, “{told.sources[0].text}”, does not read as this figure.")
    return tuple(words)


def _text(printed: str | tuple[str, ...]) -> str:
    return "; ".join(printed) if isinstance(printed, tuple) else printed

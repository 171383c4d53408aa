"""Saved letters of a council that does not exist, as the record gives them for a paper, each figure with its place on a page."""

from __future__ import annotations

from dataclasses import replace

from ombudsview.history.dossier import Dossier, Filed, Told
from ombudsview.history.rows import Figure, LetterRow
from ombudsview.letters.fields import FIELDS, shown
from ombudsview.paper.geometry import Box
from ombudsview.paper.paper import Paper, Sheet, Word
from ombudsview.reading.model import Source

COUNCIL = "Exampleborough District Council"
NOW = "2026-11-27T10:00:00+00:00"
SIZE = (595.0, 842.0)
IDENTITY = {"authority": COUNCIL, "signatory": "Ann Other", "signatory_role": "Ombudsman"}


def place(key: str) -> Box:
    """Where the figure of a field is printed: each on a line of its own."""
    return Box(100.0, 20.0 + 10 * list(FIELDS).index(key), 130.0, 28.0 + 10 * list(FIELDS).index(key))


def told(name: str, year: int, key: str, value, state="agreed", printed=None, note="", reason="", placed=True) -> Told:
    """A field's final value; `printed` is what stands at its place, which is the value where nothing else is said."""
    unit = FIELDS[key].unit
    words = printed if printed is not None else shown(unit, value) if value is not None and placed else None
    sources = (Source(3, (place(key),), str(words)),) if words is not None else ()
    figure = Figure(name, COUNCIL, f"{year}-03-31", key, value, state, 3 if sources else None, 1, words)
    return Told(figure, sources, note, reason)


def filed(year: int, *more: Told, lesson="", done=(), sequence=1, early="", title="", **values) -> Filed:
    """A letter about the year to 31 March `year`; values are canonical text, tuples, or None for what is not in it."""
    name = f"letter-{year}-{sequence}"
    end = f"{year}-03-31"
    values = {**IDENTITY, "period_end": end, "title": title or f"Annual Review letter {year}", **values}
    fields = {key: told(name, year, key, value, "agreed" if value else "not_found") for key, value in values.items()}
    fields |= {one.figure.key: replace(one, figure=replace(one.figure, letter=name)) for one in more}
    fields = {key: replace(one, figure=replace(one.figure, sequence=sequence)) for key, one in fields.items()}
    row = LetterRow(
        name, COUNCIL, end, f"{year}-07-22", str(values["title"]), f"{year}.pdf", "2026-11-20T09:00:00+00:00", 2, f"{year:064d}",
        (1, 3), sequence,
    )  # fmt: skip
    return Filed(row, "lgsco", "A. Clerk", early, fields, lesson, tuple(done), paper(fields.values()))


def paper(fields) -> Paper:
    """Three pages; on the third each figure stands in its line, after its name."""
    words = []
    for number, one in enumerate(one for one in fields if one.sources and one.sources[0].boxes):
        box = one.sources[0].boxes[0]
        words.append(Word(FIELDS[one.figure.key].label.split()[0], Box(40.0, box.y0, 95.0, box.y1), number))
        words.append(Word(one.sources[0].text, box, number))
    empty = Sheet(*SIZE, 0, ())
    return Paper("0" * 64, (empty, empty, Sheet(*SIZE, 0, tuple(words))))


UPHELD_2019 = {"upheld_rate": "56", "upheld_decisions": "5", "investigations": "9", "upheld_rate_similar": "43"}
UPHELD_2020 = {"upheld_rate": "100", "upheld_decisions": "2", "investigations": "2", "upheld_rate_similar": "45"}
COMPLIED = {"compliance_rate": "100", "compliance_outcomes": "3", "compliance_rate_similar": "99"}
LAST = filed(2019, **UPHELD_2019)
THIS = filed(2020, **UPHELD_2020, **COMPLIED)
TWO_YEARS = Dossier(THIS, (LAST,))

"""From a paper to its readings: identify the letters, ask each kind's finders, work out what is implied, check what was found."""

from __future__ import annotations

from ombudsview.letters import check
from ombudsview.letters.fields import FIELDS, Unit, Value, shown
from ombudsview.letters.implied import implied
from ombudsview.letters.kind import Entry, Kind, Need
from ombudsview.letters.rule import Rule
from ombudsview.letters.sections import Regions
from ombudsview.paper.paper import Paper
from ombudsview.paper.text import TextMap
from ombudsview.reading import misread
from ombudsview.reading.beside import loosely, with_prose
from ombudsview.reading.evidence import read_field
from ombudsview.reading.greeted import greeting_doubts
from ombudsview.reading.heading_doubts import heading_doubts, page_doubts
from ombudsview.reading.identify import Found, find_letters
from ombudsview.reading.model import Doubt, FieldReading, ReaderState, Reading
from ombudsview.reading.own_row import earlier_years, letters_year, own_fields
from ombudsview.reading.pictured import marked
from ombudsview.reading.registered import is_compared, name_doubts
from ombudsview.reading.remark_doubts import going_on_doubts
from ombudsview.reading.second_look import together
from ombudsview.reading.suggested import misfits, suggested
from ombudsview.reading.table_doubts import table_doubts
from ombudsview.reading.taught import with_rules
from ombudsview.reading.version import READER_VERSION


def read_letters(paper: Paper, rules: tuple[Rule, ...] = ()) -> tuple[Reading, ...]:
    """The readings of a document's letters, in page order; always at least one, perhaps of no known kind.

    `rules` are those that the officer taught.
    """
    readings = _readings(paper, rules)
    mended = misread.put_right(paper)
    if mended is not None:
        readings = together(readings, _readings(mended, rules))
    return tuple(marked(reading, paper) for reading in readings)


def _readings(paper: Paper, rules: tuple[Rule, ...]) -> tuple[Reading, ...]:
    return tuple(_read(found, rules) for found in find_letters(paper))


def _read(found: Found, rules: tuple[Rule, ...]) -> Reading:
    if found.kind is None:
        return _read_unknown(found, rules)
    fields = with_rules(_find_fields(found.text, found.kind, found.pages), found.text, found.kind.key, rules)
    fields = _work_out(fields, found.kind)
    values = {key: field.value for key, field in fields.items()}
    printed = _printed(fields)
    for entry in found.kind.entries:
        if fields[entry.key].value is None and not fields[entry.key].sources:
            fields[entry.key] = _absent(entry, found.kind, values, printed)
    problems = (
        *found.doubts,
        *name_doubts(values),
        *table_doubts(found.text, found.kind, values.get("period_end")),
        *heading_doubts(found.text, found.kind),
        *greeting_doubts(found.text, fields),
        *going_on_doubts(found.text, fields),
        *(page_doubts(found.text, found.pages[0], fields) if found.pages else ()),
        *_check(values, found.kind),
    )
    marked = tuple(_doubted(field, problems) for field in fields.values())
    every = dict.fromkeys((*(doubt for field in marked for doubt in field.doubts), *problems))
    return Reading(found.kind.key, found.pages, marked, tuple(every), READER_VERSION, found.kind.office)


def _read_unknown(found: Found, rules: tuple[Rule, ...]) -> Reading:
    """A letter of no known layout: what can be suggested, and what the officer's rules read."""
    fields = with_rules(suggested(found.text), found.text, None, rules)
    problems = (*found.doubts, *misfits(fields))
    marked = tuple(_doubted(fields[key], problems) for key in FIELDS if key in fields)
    every = dict.fromkeys((*problems, *(doubt for field in marked for doubt in field.doubts)))
    nearest = found.nearest.name if found.nearest is not None else None
    return Reading(None, found.pages, marked, tuple(every), READER_VERSION, nearest=nearest)


def _find_fields(text: TextMap, kind: Kind, pages: tuple[int, int] | None) -> dict[str, FieldReading]:
    fields = _find(text, kind, kind.entries)
    year = letters_year({key: field.value for key, field in fields.items()})
    fields |= own_fields(text, kind, year)
    values = {key: field.value for key, field in fields.items()}
    printed = _printed(fields)
    wanting = tuple(
        entry for entry in kind.entries if values[entry.key] is None and kind.expects(entry, values, printed)
    )
    if wanting:
        as_drawn = TextMap(text.paper, *text.pages, as_drawn=True)
        drawn = _find(as_drawn, kind, wanting)
        owned = own_fields(as_drawn, kind, year, frozenset(drawn))
        drawn |= {key: field for key, field in owned.items() if key in drawn}
        fields |= {key: field for key, field in drawn.items() if field.value is not None}
    unseen = tuple(entry for entry in kind.entries if entry.loose and fields[entry.key].value is None)
    fields |= loosely(unseen, text, kind, fields, pages) if unseen else {}
    fields = with_prose(fields, text, kind)
    besides = _find(text, kind, kind.extra) | earlier_years(text, kind, year)
    return fields | {key: field for key, field in besides.items() if field.value is not None}


def _printed(fields: dict[str, FieldReading]) -> frozenset[str]:
    return frozenset(key for key, field in fields.items() if field.sources)


def _find(text: TextMap, kind: Kind, entries: tuple[Entry, ...]) -> dict[str, FieldReading]:
    regions = Regions(text, kind.sections)
    fields = {}
    for entry in entries:
        spans = dict.fromkeys(span for finder in entry.finders for span in finder.find(text, regions))
        for fallback in entry.fallbacks if not spans else ():
            spans = spans or dict.fromkeys(fallback.find(text, regions))
        fields[entry.key] = (
            read_field(FIELDS[entry.key], text, tuple(spans)) if spans else _said_nought(entry, text, regions)
        )
    return fields


def _said_nought(entry: Entry, text: TextMap, regions: Regions) -> FieldReading:
    """Nought where a sentence says so in words; else nothing."""
    for nought in entry.noughts:
        for span in nought.find(text, regions):
            reason = f"{FIELDS[entry.key].label}: no figure is printed; the letter says “{text.printed(*span)}”."
            return FieldReading(entry.key, "0", None, ReaderState.WORKED_OUT, (), (), reason)
    return FieldReading(entry.key, None, None, ReaderState.LOOK_HERE, (), (), None)


def _work_out(fields: dict[str, FieldReading], kind: Kind) -> dict[str, FieldReading]:
    declared = frozenset(entry.key for entry in kind.entries)
    for found in implied({key: field.value for key, field in fields.items()}, declared):
        if not fields[found.key].sources:
            fields[found.key] = FieldReading(found.key, found.value, None, ReaderState.WORKED_OUT, (), (), found.reason)
    return fields


def _absent(entry: Entry, kind: Kind, values: dict[str, Value | None], printed: frozenset[str]) -> FieldReading:
    """A field without a value: quietly so where the letter need not give it, else something to look at."""
    label = FIELDS[entry.key].label
    # An average is missed where its block is there and the authority is one of those that are compared.
    missed = bool(entry.beside) and entry.within in printed and is_compared(values) is True
    if missed or kind.expects(entry, values, printed):
        sentence = (
            f"{label} was not found, though such a letter gives it. Find it on the page, or say that it is not there."
        )
        doubt = Doubt("not_found", sentence, (entry.key,))
        return FieldReading(entry.key, None, None, ReaderState.LOOK_HERE, (), (doubt,), sentence)
    reason = "Not found; such a letter need not give it."
    if entry.need is Need.CONDITIONAL and entry.of is not None:
        reason = f"There were no {FIELDS[entry.of].label.lower()} in the year, so there is no rate."
    return FieldReading(entry.key, None, None, ReaderState.ABSENT, (), (), reason)


def _check(values: dict[str, Value | None], kind: Kind) -> tuple[Doubt, ...]:
    problems = [Doubt(problem.code, problem.sentence, problem.keys) for problem in check.check(values)]
    end = values.get("period_end")
    first, last = kind.covers
    if isinstance(end, str) and not first <= end <= last:
        day = shown(Unit.DATE, end)
        sentence = f"“{kind.name}” is the layout of other years than the one that ended on {day}."
        problems.append(Doubt("kind_year", sentence, ("period_end",)))
    return tuple(problems)


def _doubted(field: FieldReading, problems: tuple[Doubt, ...]) -> FieldReading:
    """The field with the problems that concern it; any doubt makes a found value something to look at."""
    doubts = tuple(dict.fromkeys((*field.doubts, *(doubt for doubt in problems if field.key in doubt.keys))))
    if not doubts:
        return field
    state = ReaderState.LOOK_HERE if field.state is ReaderState.TO_CHECK else field.state
    return FieldReading(field.key, field.value, field.printed, state, field.sources, doubts, field.reason)

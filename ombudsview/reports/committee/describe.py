"""The committee paper as a whole, described: title, what must be known first, sections, evidence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from math import inf

from ombudsview.history.dossier import Dossier, Filed
from ombudsview.letters.fields import FIELDS, Unit, shown, year_name
from ombudsview.reports.committee import questions, tables, wrote
from ombudsview.reports.committee.citing import Citing, label, standing
from ombudsview.reports.committee.model import Block, CommitteePaper, Paragraph, Section, line
from ombudsview.reports.committee.years import Years

SENDERS = {
    "lgsco": "Local Government and Social Care Ombudsman",
    "psow": "Public Services Ombudsman for Wales",
}
"""Who sends letters, by the record's key. What the letter itself says of its signatory goes before."""

_SPECIMEN = "Specimen typeset for OmbudsView."
_UNCHECKED = ("to_check", "look_here")


def describe(dossier: Dossier, *, now: str, version: str, unsaved: bool = False) -> CommitteePaper:
    """What the paper on a letter says. `now` is ISO 8601; `unsaved`: the letter has edits since that the history does not have."""
    letter = dossier.letter
    before = [one for one in dossier.earlier if one.year == letter.year - 1][-1:]
    years = Years(dossier, Citing((letter, *before)))
    sections = (
        Section("The year in short", _in_short(years)),
        Section("The year's figures", _figures(years)),
        Section("Year by year", _over_the_years(years)),
        Section("Questions that committees ask", questions.questions(years)),
        Section("What the Ombudsman wrote about this authority", wrote.wrote(years)),
        Section("Added by the officer, not in the letter", wrote.added(years)),
        Section("What was learnt, and what was done", wrote.learnt(years)),
    )
    return CommitteePaper(
        f"{letter.row.authority}: the Ombudsman's letter for {year_name(letter.row.period_end or '')}",
        _value(letter, "title") or letter.row.file_name,
        _particulars(letter),
        _notices(dossier, unsaved=unsaved),
        tuple(section for section in sections if section.blocks),
        years.citing.evidence,
        _made(letter, now, version),
    )


def _in_short(years: Years) -> tuple[Block, ...]:
    found = questions.findings(years)
    if not found:
        return (Paragraph(line("The record of this letter has no rate of which anything could be said.")),)
    told = [Paragraph(line(one), "bullet") for one in found]
    alone = tables.no_earlier(years)
    return (*told, Paragraph(line(alone))) if alone else tuple(told)


def _figures(years: Years) -> tuple[Block, ...]:
    mended = any(_is_mended(one, years) for one in (years.letter, years.before) if one is not None)
    gaps = (
        "from the figures as printed, or as corrected by the officer where that is said"
        if mended
        else "from the printed figures"
    )
    lead = (
        "Each figure leads to its evidence at the end of this paper. Rates are given with the cases that they are of; a gap is in "
        f"percentage points, {gaps}."
    )
    rates, counts = tables.rates(years), tables.counts(years)
    given = tuple(table for table in (rates, counts) if table.rows)
    none = () if rates.rows else (Paragraph(line("Letters of this layout give no rates.")),)
    return (Paragraph(line(lead)), *none, *given)


def _over_the_years(years: Years) -> tuple[Block, ...]:
    found = tables.year_by_year(years)
    average = "with the average that was printed in that letter"
    if any(_is_mended(one, years) for one in (*years.dossier.earlier, years.letter)):
        average = "with the average of that letter, each as printed or as corrected by the officer where that is said"
    lead = f"Each year as its own saved letter gives it, {average}."
    return (Paragraph(line(lead)), *found) if found else ()


def _is_mended(filed: Filed, years: Years) -> bool:
    """Whether a figure that the tables compare is an officer's and not what was read."""
    measures = (one for one in tables.RATES if years.series(one).given)
    keys = {key for measure in measures for key in measure.keys}
    return any(told.figure.by_officer for key, told in filed.fields.items() if key in keys)


def _value(letter: Filed, key: str) -> str:
    told = letter.fields.get(key)
    unit = FIELDS[key].unit
    return shown(unit, told.figure.value) if told is not None else ""


def _particulars(letter: Filed) -> tuple[tuple[str, str], ...]:
    who = ", ".join(filter(None, (_value(letter, "signatory"), _value(letter, "signatory_role"))))
    start, end = _value(letter, "period_start"), _value(letter, "period_end")
    printed = _value(letter, "authority")
    pages = letter.row.pages
    rows = (
        ("Authority", letter.row.authority or ""),
        ("In the letter", printed if printed != letter.row.authority else ""),
        ("Year", f"{start} to {end}" if start else f"to {end}"),
        ("Letter", _value(letter, "title") or "without a title"),
        ("Dated", _value(letter, "letter_date") or "not given in the letter"),
        ("Sent by", who or SENDERS.get(letter.sender, letter.sender)),
        ("To", _value(letter, "addressees")),
        ("File", f"{letter.row.file_name}, {_on_pages(pages)}"),
    )
    return tuple(row for row in rows if row[1])


def _on_pages(pages: tuple[int, int]) -> str:
    first, last = pages
    return f"page {first}" if first == last else f"pages {first} to {last}"


def _notices(dossier: Dossier, *, unsaved: bool) -> tuple[str, ...]:
    """What a reader must know of these figures before anything else: what nobody checked, what is doubted, what is left out."""
    letter = dossier.letter
    unchecked = [label(key) for key in _in_order(letter) if letter.fields[key].figure.state in _UNCHECKED]
    queried = [key for key, told in letter.fields.items() if told.figure.state == "query" and key in FIELDS]
    told = []
    if _is_specimen(letter):
        told.append(
            "This letter is a specimen that comes with the program. Its council does not exist; its figures are invented."
        )
    if unchecked:
        why = f" The reason given: “{letter.early}”" if letter.early else ""
        what = "This field was" if len(unchecked) == 1 else f"These {len(unchecked)} fields were"
        told.append(f"{what} not checked before the letter was finished: {'; '.join(unchecked)}.{why}")
    told += _by_the_officer(letter)
    for key in queried:
        note = letter.fields[key].note
        told.append(f"Put off with a query: {label(key)}{f' (“{note}”)' if note else ''}.")
    if unsaved:
        told.append("The letter is being amended: what was changed since it was last finished is not in this paper.")
    if dossier.others:
        more = "Another letter" if dossier.others == 1 else f"{dossier.others} other letters"
        told.append(
            f"{more} to this authority about the same year {'is' if dossier.others == 1 else 'are'} saved; this paper is on one."
        )
    if dossier.alike:
        names = " and ".join(f"“{name}”" for name in dossier.alike)
        told.append(
            f"For the year before, the record has a letter that is filed under {names}, another spelling of this authority's name; "
            "it is not in the tables."
        )
    if dossier.took_over:
        names = " and ".join(dossier.took_over)
        told.append(
            f"For the year before, the record has letters to {names}, which this authority took over from; they are not in the tables."
        )
    return tuple(told)


def _in_order(letter: Filed) -> list[str]:
    """The fields as the letter prints them, from top to bottom and page to page; what has no place comes last."""

    def place(key: str) -> tuple[float, ...]:
        placed = next((source for source in letter.fields[key].sources if source.boxes), None)
        return (placed.page, placed.boxes[0].y0, placed.boxes[0].x0) if placed is not None else (inf, 0.0, 0.0)

    return sorted((key for key in FIELDS if key in letter.fields), key=place)


def _is_specimen(letter: Filed) -> bool:
    """Whether the letter says of itself that it is typeset for this program, of an invented council."""
    sheets = letter.paper.sheets if letter.paper is not None else ()
    return any(_SPECIMEN in " ".join(word.text for word in sheet.words) for sheet in sheets)


def _by_the_officer(letter: Filed) -> Iterator[str]:
    """What the officer set in the place of what was read, or took out; remarks are told of where they stand."""
    known = {key: told for key, told in letter.fields.items() if key in FIELDS and not FIELDS[key].many}
    mended = [f"{label(key)} ({standing(told)})" for key, told in known.items() if told.figure.by_officer]
    out = [f"{label(key)} (read as {told.figure.denied})" for key, told in known.items() if told.figure.denied]
    if mended:
        yield f"Set by the officer, not as the program read it: {'; '.join(mended)}."
    if out:
        yield f"Not in the letter, says the officer, where the program had read something: {'; '.join(out)}."


def _made(letter: Filed, now: str, version: str) -> str:
    """Where the paper comes from, for whoever asks years later."""
    row = letter.row
    saved = f": save {row.revision}, of {_day(row.saved)}, under the user name “{letter.who}”" if row.saved else ""
    return (
        f"Made by OmbudsView {version} on {_day(now)} from the history's record of this letter{saved}. "
        f"By this fingerprint (SHA-256) the letter's file can be told from any other: {row.sha256}."
    )


def _day(moment: str) -> str:
    return shown(Unit.DATE, datetime.fromisoformat(moment).astimezone().date().isoformat())

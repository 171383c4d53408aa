"""What the Ombudsman wrote about this authority, what was learnt from it, and what was done; late remedies apart."""

from __future__ import annotations

from ombudsview.history.dossier import Filed
from ombudsview.letters.topics import labels, topics
from ombudsview.reports.committee.model import Block, Heading, Line, Paragraph, line
from ombudsview.reports.committee.remarks import Remark, Whose, remarks
from ombudsview.reports.committee.tables import year_names
from ombudsview.reports.committee.years import Years

LATE = ("compliance.late", "compliance.not_complied")
_NOT_NOTED = "No note of what was learnt is saved with this letter."


def wrote(years: Years) -> tuple[Block, ...]:
    """The remarks, word for word, and what each is about; one that an officer changed is said to be."""
    blocks: list[Block] = []
    for remark in remarks(years.letter):
        if remark.whose is not Whose.ADDED:
            blocks += _told(remark)
    if not blocks:
        words = (
            "The record of this letter has no paragraph about this authority alone, apart from its figures and the "
            "year's standard wording."
        )
        blocks.append(Paragraph(line(words)))
    return (*blocks, *_late(years))


def _told(remark: Remark) -> tuple[Block, ...]:
    """Only what the letter itself says stands in quotation marks."""
    where = f"Page {remark.page} of the letter's file" if remark.page is not None else "Its page is not known"
    about = labels(remark.printed)
    subject = f"; about: {', '.join(about)}" if about else ""
    if remark.whose is Whose.CHANGED:
        says = f"{where}{subject}. Changed by the officer; the letter says: “{remark.printed}”."
        return Paragraph(line(f"Not word for word: {remark.text}")), Paragraph(line(says), "note")
    part = "; part of a longer text there, as chosen by the officer" if remark.whose is Whose.PART else ""
    return Paragraph(line(f"“{remark.text}”"), "quote"), Paragraph(line(where, part, subject, "."), "note")


def added(years: Years) -> tuple[Block, ...]:
    """What an officer wrote among the remarks of the record and the letter does not say, never in quotation marks."""
    own = [remark for remark in remarks(years.letter) if remark.whose is Whose.ADDED]
    if not own:
        return ()
    lead = "These words are the officer's. The Ombudsman did not write them."
    return (Paragraph(line(lead)), *(Paragraph(line(remark.text), "bullet") for remark in own))


def _late(years: Years) -> tuple[Block, ...]:
    """Late remedies: what the letter says of them, in figures and in words, and whether anybody noted what is done about it."""
    letter = years.letter
    counted = [
        key for key in LATE if (told := letter.fields.get(key)) is not None and told.figure.value not in (None, "0")
    ]
    theirs = [remark for remark in remarks(letter) if remark.whose is not Whose.ADDED]
    pages = [one.page for one in theirs if any(topic.name == "late_remedy" for topic in topics(one.printed))]
    if not counted and not pages:
        return ()
    blocks: list[Block] = [Heading("Late remedies")]
    for key in counted:
        what = "carried out late" if key == LATE[0] else "not carried out"
        blocks.append(Paragraph(line("Recommendations ", what, ": ", *years.citing.quoted(letter, key), ".")))
    if pages:
        known = sorted({page for page in pages if page is not None})
        where = f" on {'page' if len(known) == 1 else 'pages'} {', '.join(map(str, known))}" if known else ""
        rate = letter.fields.get("compliance_rate")
        also: Line = ()
        if rate is not None and rate.figure.value == "100":
            also = line(" That goes together with a compliance rate of ", *years.citing.quoted(letter, "compliance_rate"),
                        ": it counts what was carried out, in time or late.")  # fmt: skip
        blocks.append(Paragraph(line(f"The letter speaks of whether remedies came in time{where}.", *also)))
    blocks.append(Paragraph(line(f"Learnt from it: “{letter.lesson}”" if letter.lesson else _NOT_NOTED)))
    return tuple(blocks)


def learnt(years: Years) -> tuple[Block, ...]:
    """The note of what was learnt, what was done about earlier ones and about this one, and what is still open."""
    dossier, letter = years.dossier, years.letter
    now, _ = year_names(years)
    blocks: list[Block] = [
        Paragraph(line(f"Noted with this letter: “{letter.lesson}”" if letter.lesson else _NOT_NOTED))
    ]
    for carried, text in letter.done:
        whose = f"{carried.year}{_whose(carried.authority, letter)}"
        blocks.append(
            Paragraph(line(f"Noted for {whose}: “{carried.note}” Done about it, by {now}: “{text}”"), "bullet")
        )
    for carried in dossier.still_open:
        whose = f"{carried.year}{_whose(carried.authority, letter)}"
        words = f"Noted for {whose}: “{carried.note}” No letter says yet what was done about it."
        blocks.append(Paragraph(line(words), "bullet"))
    for year, text in dossier.done_since:
        words = f"Done about the note of {now}, as the record of {year} says: “{text}”"
        blocks.append(Paragraph(line(words), "bullet"))
    if len(blocks) == 1:
        blocks.append(Paragraph(line("No note of an earlier year waits for an answer.")))
    return tuple(blocks)


def _whose(authority: str, letter: Filed) -> str:
    """Whose note it is, where it is not this authority's own."""
    return "" if authority.casefold() == (letter.row.authority or "").casefold() else f" of {authority}"

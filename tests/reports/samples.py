"""A letter's reading made by hand, with one field of every sort, for the reports to write."""

from __future__ import annotations

from dataclasses import replace

from ombudsview.errors import Verdict
from ombudsview.paper.geometry import Box
from ombudsview.reading.model import Doubt, FieldReading, ReaderState, Reading, Source
from ombudsview.reports.file_reading import FileReading

A = Box(10, 20, 30.125, 40.9999)
B = Box(32, 20, 60, 41)
ODD_BASE = Doubt("remedy_base", "The bases differ.", ("remedy_base", "upheld_decisions"))
OF_LETTER = Doubt("two_letters", "Two letters may be joined here.", ())


def found(key, value, printed=None, sources=None, state=ReaderState.TO_CHECK, doubts=(), reason=None):
    if sources is None:
        sources = (Source(3, (A,), printed or value),)
    return FieldReading(key, value, printed if printed is not None else value, state, sources, doubts, reason)


def absent(key, reason="The letter gives no average."):
    return FieldReading(key, None, None, ReaderState.ABSENT, (), (), reason)


FIELDS = (
    found("authority", "=Sum District Council", sources=(Source(1, (A, B), "=Sum District Council"),)),
    found(
        "addressees",
        ("Ann Other", "Bo Thing"),
        ("Ann Other", "Bo Thing"),
        (Source(1, (A,), "Ann Other"), Source(1, (B,), "Bo Thing")),
    ),
    found("period_end", "2020-03-31", "31/03/20", (Source(3, (A,), "31/03/20"), Source(2, (B,), "31 March 2020"))),
    found("upheld_rate", "100", "100%"),
    absent("upheld_rate_similar"),
    found("upheld_decisions", "1400", "1,400"),
    FieldReading("investigations", "0", None, ReaderState.WORKED_OUT, (), (), "None is said to have been decided."),
    found("compliance_rate", "68.8", "68.8%"),
    found("remedy_base", "1", "1", state=ReaderState.LOOK_HERE, doubts=(ODD_BASE,)),
)
READING = Reading("measures-2019", (2, 4), FIELDS, (OF_LETTER,), "1")
UNKNOWN = Reading(None, None, (), (Doubt("unknown_kind", "No layout fits.", ()),), "1")
OPENED = FileReading("a.pdf", "ab" * 32, Verdict.OK, None, 4, (READING,))
BUNDLE = FileReading("pack.pdf", "cd" * 32, Verdict.REPAIRED, None, 9, (READING, UNKNOWN))
MISSING = FileReading("gone.pdf", None, Verdict.MISSING, "There is no such file.", 0, ())


def replace_name(file, name):
    return replace(file, file=name)

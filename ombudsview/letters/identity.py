"""Who, when and to whom: the fields that every Ombudsman's letter has at its head and foot, shared by all kinds."""

from __future__ import annotations

from ombudsview.letters import address, signature
from ombudsview.letters.find import Says, Seeks
from ombudsview.letters.kind import Entry, Need, optional, required
from ombudsview.letters.remarks import remarks

PERIOD = r"for the (?:period|year) (?:between|from) "

PERIOD_START = Entry(
    "period_start",
    Need.REQUIRED,
    (Says(PERIOD + "{date} (?:to|and|-) {any_date}"),),
    fallbacks=(Says("{date} (?:to|-) {any_date}"),),
)
PERIOD_END = Entry(
    "period_end",
    Need.REQUIRED,
    (
        Says("for the period ending ?[:-]? ?{date}"),
        Says(PERIOD + "{any_date} (?:to|and|-) {date}"),
        Says("for the year (?:ended|ending|to):? {date}"),
    ),
    fallbacks=(Says("{any_date} (?:to|-) {date}"),),
)
LETTER_DATE = required("letter_date", Seeks(address.letter_date))
AUTHORITY = Entry("authority", Need.REQUIRED, (Seeks(address.authority), Seeks(address.header_authority)))
OLDER_AUTHORITY = Entry(
    "authority",
    Need.REQUIRED,
    (Seeks(address.authority), Seeks(address.cover_authority)),
    # The titles of the old statistics cut names short.
    fallbacks=(
        Says(r"section 1: complaints about (?P<value>[^\n\f]+?(?:\n[^\n\f]+?)?) 20\d\d/\d\d(?=[\n\f])"),
        Seeks(address.header_authority),
        Says(r"local authority report ?[-:] {line}"),
    ),
)
PEOPLE = (
    optional("reference", Says(r"(?<![^\n\f])our ref(?:erence)?\.?: ?{line}")),
    optional("addressees", Seeks(address.addressees)),
    optional("addressee_role", Seeks(address.addressee_role)),
    optional("signatory", Seeks(signature.signatory)),
    optional("signatory_role", Seeks(signature.signatory_role)),
)
REMARKS = optional("remarks", Seeks(remarks))
"""Last among a kind's fields, as the officer reads it last."""


def identity(title: str, authority: Entry = AUTHORITY) -> tuple[Entry, ...]:
    """The identity fields of a kind whose title line reads so; `title` marks the title as its value."""
    titled = required("title", Says(title))
    return (authority, PERIOD_START, PERIOD_END, LETTER_DATE, titled, *PEOPLE)

"""What came of comparing letters with published figures, for a terminal: the totals, what deserves a look, what was left out."""

from __future__ import annotations

from collections.abc import Iterator

from ombudsview.letters.fields import FIELDS, year_name
from ombudsview.published.compare import Comparison
from ombudsview.published.hold import Held, Outcome
from ombudsview.reports.text import for_terminal

_SHOWN = (Outcome.DIFFERS, Outcome.CANNOT)


def as_published_text(found: Comparison) -> str:
    """Lines of text; the figures that agree, or that only one side gives, are counted and not listed."""
    return "".join(f"{for_terminal(line)}\n" for line in _lines(found))


def _lines(found: Comparison) -> Iterator[str]:
    letters = "1 letter" if found.letters == 1 else f"{found.letters:,} letters"
    yield f"{year_name(found.period_end)}, {letters} compared: {found.summary}"
    for one in found.held:
        if one.outcome in _SHOWN:
            yield from _figure(one)
    yield from (*found.doubts, *found.without, *found.notes)


def _figure(one: Held) -> Iterator[str]:
    field = FIELDS[one.key]
    where = f" ({one.place.words})" if one.place is not None else ""
    yield f"{one.outcome}: {one.whose}, {field.group}: {field.label}"
    yield f"    letter {one.mine or 'nothing'}, spreadsheet {one.theirs or 'nothing'}{where}. {one.says}"

"""A figure as a line of text for a mail or a report: its value, how it stands where that is not plain, and where it is printed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ombudsview.gui.letter import says
from ombudsview.gui.open_letter import OpenLetter
from ombudsview.review.state import FieldReview, State

translate = QCoreApplication.translate


def with_source(letter: OpenLetter, key: str) -> str:
    """A field of a letter under review, such as `Upheld rate: 57% (page 2, Annual Review letter 2020; Wraxmere Council 2019-20)`.

    A letter without a title is named by its file. What is not printed at its place is never given out as if it were.
    """
    assert letter.review is not None
    field = letter.review.field(key)
    line, title = says.line(field), letter.review.values().get("title")
    where = title if isinstance(title, str) and title else letter.name
    if field.sources:
        where = translate("Copied", "page {page}, {where}").format(page=field.sources[0].page, where=where)
    stands = _standing(field)
    value = f"{line.value or line.instead}{', ' if stands else ''}{stands}"
    return f"{says.label(key)}: {value} ({where}; {letter.title})"


def _standing(field: FieldReview) -> str:
    """How a value stands that is not what the letter prints; empty where it is."""
    if field.is_by_hand:
        printed = says.plain(field.printed)
        if printed:
            return translate("Copied", "corrected by hand: the letter prints {printed}").format(printed=printed)
        return translate("Copied", "filled in by hand")
    if field.state is State.WORKED_OUT:
        return translate("Copied", "worked out and not printed")
    return ""

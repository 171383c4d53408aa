"""What keeps a letter from being finished: text that was typed and not entered, be it a value or the question of a query, and
fields that nobody has looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ombudsview.errors import Trouble
from ombudsview.letters.fields import FIELDS

if TYPE_CHECKING:
    from ombudsview.review.review import Review


def check(review: Review, reason: str) -> None:
    """Trouble `not_entered` or `not_asked`, whatever the reason; `still_open` while fields are open and no reason is given."""
    for key in review.typed_keys():
        label, text = FIELDS[key].label, (review.field(key).typing or "").strip()
        raise Trouble(
            "not_entered",
            f"{label}: “{text}” was typed and is not its value." if text else f"{label}: the box was emptied.",
            "Press Enter there to take it, type it again, or press Esc to drop it.",
        )
    for key in asking(review):
        raise Trouble(
            "not_asked",
            f"{FIELDS[key].label}: the question “{review.noted.half[key].strip()}” was typed and is not asked.",
            "Press Enter there to ask it, or press Esc to drop it.",
        )
    still_open = len(review.open_keys())
    if still_open and not reason.strip():
        noun = "field has" if still_open == 1 else "fields have"
        raise Trouble(
            "still_open", f"{still_open} {noun} not been checked.", "Check them, or finish anyway with a reason."
        )


def asking(review: Review) -> tuple[str, ...]:
    """The fields with the question of a query half typed."""
    asked = review.noted.half.items()
    return tuple(key for key, text in asked if text.strip() and review.reading.field(key) is not None)


FILED_BY = ("authority", "period_end")
"""What the record files a letter under; without it no trend and no list would have it."""


def unfiled(review: Review) -> tuple[str, ...]:
    """Those of `FILED_BY` that have no value."""
    values = review.values()
    return tuple(key for key in FILED_BY if values.get(key) is None)


def check_filing(review: Review) -> None:
    """Trouble `unknown_kind` where nobody has said what kind of letter it is, `not_filed` where authority or period is missing."""
    if review.reading.kind is None:
        raise Trouble(
            "unknown_kind",
            "Nobody has said yet what kind of letter this is.",
            "Choose it beside the page, then finish.",
        )
    if missing := unfiled(review):
        names = " and ".join(FIELDS[key].label for key in missing)
        raise Trouble(
            "not_filed",
            f"{names}: not given yet, and a letter is filed under its authority and the end of its period.",
            "Type it in from the page, then finish.",
        )

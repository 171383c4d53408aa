"""A figure that leaves the desk as text says where it is printed, and never passes for printed where it is not."""

from __future__ import annotations

import msgspec

from ombudsview.gui.letter.copied import with_source
from ombudsview.gui.open_letter import OpenLetter
from ombudsview.reading.model import FieldReading, ReaderState
from ombudsview.review.review import Review
from tests.gui.handmade import read, reading, source


def letter(*extra: FieldReading) -> OpenLetter:
    first = reading()
    fields = (*(field for field in first.fields if field.key not in {one.key for one in extra}), *extra)
    made = OpenLetter("letter.pdf")
    changed = msgspec.structs.replace(first, fields=fields)
    made.review = Review(changed, "a-1", who="", clock=lambda: "2026-11-23T10:00:00+00:00")
    return made


def test_value_page_and_the_letters_own_title() -> None:
    titled = letter(read("title", "Annual Review letter 2020", "Annual Review letter 2020", source(0)))
    said = "Upheld rate: 100% (page 2, Annual Review letter 2020; Wraxmere Council 2019-20)"
    assert with_source(titled, "upheld_rate") == said
    assert with_source(letter(), "upheld_rate") == "Upheld rate: 100% (page 2, letter.pdf; Wraxmere Council 2019-20)"


def test_what_was_corrected_says_what_is_printed_there() -> None:
    one = letter()
    assert one.review is not None
    one.review.correct("upheld_rate", "58")
    assert with_source(one, "upheld_rate").startswith(
        "Upheld rate: 58%, corrected by hand: the letter prints 100% (page 2, "
    )
    one.review.point("upheld_rate", source(6))
    assert with_source(one, "upheld_rate").startswith("Upheld rate: 45% (page 2, "), "that is printed where it points"
    one.review.correct("compliance_rate", "88")
    assert with_source(one, "compliance_rate") == (
        "Compliance rate: 88%, filled in by hand (letter.pdf; Wraxmere Council 2019-20)"
    )


def test_what_is_worked_out_or_not_there_is_said_to_be_so() -> None:
    worked = FieldReading("remedy_base", "2", None, ReaderState.WORKED_OUT, (), (), "Upheld decisions.")
    one = letter(worked)
    assert "2, worked out and not printed (letter.pdf; " in with_source(one, "remedy_base")
    assert "not found (letter.pdf; " in with_source(one, "reference")

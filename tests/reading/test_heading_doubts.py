"""Where recognition lost a heading of the figures, those before it are doubted: they may stand under the lost one."""

from __future__ import annotations

from ombudsview.reading.model import ReaderState
from tests.reading.made import BLOCKS, changed, field, letter, reading
from tests.reading.test_second_look import scanned

_LOST = {
    "Satisfactory remedies provided by the authority\n": "###\n",
    "In 25% of upheld cases we found the authority had": "In 25% ## ##### ##### ## ##### ###",
    "average of 99% in": "a###### ## 99% ##",
}


def test_an_average_that_may_be_of_the_next_section_is_doubted() -> None:
    paper = letter(blocks=changed(BLOCKS, _LOST))
    average = field(reading(scanned(paper)), "compliance_rate_similar")
    assert (average.value, average.state) == ("20", ReaderState.LOOK_HERE)
    assert "lost_heading" in [doubt.code for doubt in average.doubts]


def test_with_every_heading_there_nothing_is_doubted() -> None:
    assert "lost_heading" not in [doubt.code for doubt in reading(scanned(letter())).doubts]


def test_a_typeset_letter_loses_no_headings() -> None:
    assert "lost_heading" not in [doubt.code for doubt in reading(letter(blocks=changed(BLOCKS, _LOST))).doubts]

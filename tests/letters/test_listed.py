"""The figure right of a label, in the table under its title and in no other."""

from __future__ import annotations

import pytest

from ombudsview.letters.psow import PSOW
from ombudsview.letters.sections import Regions
from ombudsview.paper.text import TextMap
from tests.paper.handmade import typed_paper

PAGE = """
B. Received by Subject

Housing        40
Education      26
{}          66

C. Complaint Outcomes

Housing        38
Total          64
"""


@pytest.mark.parametrize(("label", "found"), [("Total", ["66"]), ("?????", [])])
def test_the_total_of_another_table_is_not_that_of_one_whose_own_was_lost(label: str, found: list[str]) -> None:
    text = TextMap(typed_paper(PAGE.format(label)))
    [finder] = PSOW.entry("received.total").finders
    assert [text.printed(*span) for span in finder.find(text, Regions(text, ()))] == found

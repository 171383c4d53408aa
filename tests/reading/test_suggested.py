"""What stands in plain sight in a paper that is like no letter: an authority of the register, and a year's last day."""

from __future__ import annotations

import pytest

from ombudsview.paper.text import TextMap
from ombudsview.reading.identify import find_letters
from ombudsview.reading.suggested import suggested
from tests.paper.handmade import typed_paper


def values(page: str) -> dict[str, object]:
    return {key: field.value for key, field in suggested(TextMap(typed_paper(page))).items()}


NOTE = "Minutes of the working group\n\nBins in {name} in the year to {end}. Nothing was decided by {name}."


def test_an_authority_and_a_year_in_running_text_are_suggested() -> None:
    found = values(NOTE.format(name="Harborough District\nCouncil", end="31 March 2018"))
    assert (found["authority"], found["period_end"]) == ("Harborough District Council", "2018-03-31")


@pytest.mark.parametrize(
    ("page", "key"),
    [
        ("Bins in Harborough District Council and in Adur District Council.", "authority"),
        ("Bins of Newharborough District Councillors.", "authority"),
        ("Bins from 31 March 2017 to 31 March 2018.", "period_end"),
        ("Bins on 30 April 2018.", "period_end"),
    ],
)
def test_nothing_is_suggested_where_it_could_be_another(page: str, key: str) -> None:
    assert key not in values(page)


def test_a_name_within_a_longer_one_is_no_second_name() -> None:
    found = values("The bins of East Sussex County Council. East Sussex County Council has them.")
    assert found["authority"] == "East Sussex County Council"


def test_of_a_paper_without_anything_of_a_letter_no_kind_is_named() -> None:
    (note,) = find_letters(typed_paper(NOTE.format(name="Harborough District Council", end="31 March 2018")))
    assert (note.kind, note.nearest) == (None, None)
    (doubt,) = note.doubts
    assert "nothing in it reads like a letter" in doubt.sentence
    assert "Nearest" not in doubt.sentence

"""What a year's letters tell everybody is no remark in that year; what is particular is one, whatever it is about."""

from __future__ import annotations

import re

import pytest

from ombudsview.letters.remarks import remarks
from ombudsview.letters.topics import speaks_of_it
from ombudsview.letters.year_subjects import SUBJECTS, tells_all
from ombudsview.paper.text import TextMap, folded
from tests.letters.eras import kept_back, prose_remarks
from tests.paper.handmade import typed_paper

NAME = "wraxmere district council"

LOOK = "look at the compliance rates that our new map shows"
PAUSED = "I am grateful to your staff for their patience and understanding while we paused our casework this year."

TOLD_TO_ALL = (
    (
        2018,
        "We issued more public interest reports this year than ever before, and I encourage your council to read them.",
    ),
    (2019, f"This year some councils were late to do what we had recommended, and I would ask your council to {LOOK}."),
    (2019, "Which councils were late with remedies this year is shown by our new map, where your council can see it."),
    (2021, f"It has been a year like no other. {PAUSED}"),
    (
        2021,
        "I thank your council and all others for their support during the pandemic, which we felt as we resumed work this year.",
    ),
    (
        2022,
        "Many councils took too long this year to put remedies in place, and I would ask your authority to keep that in mind.",
    ),
    (
        2024,
        "We are pleased that our Complaint Handling Code was published this year and hope that it will help your officers.",
    ),
    (
        2024,
        "I thank your officers for their help in the year in which our new code was written. We published it in that year.",
    ),
)
"""In the manner of such letters: they thank, ask and tell, and say nothing of the one that is written to."""

PARTICULAR = (
    (
        2018,
        "This year we issued public interest reports about your council, and I encourage your members to read them.",
    ),
    (
        2018,
        "We issued more public interest reports this year. One of them was about your council's care for its tenants.",
    ),
    (
        2018,
        "This year we published public interest reports about care, which your officers discussed and found helpful.",
    ),
    (2019, "Your council was late to carry out what we recommended this year. Our new map shows its compliance rate."),
    (2019, "Our new map shows the compliance rate of all councils. This year your council's remedies were late again."),
    (
        2019,
        "The map shows compliance rates. In three cases this year remedies were late, and I ask your council to look at why.",
    ),
    (
        2021,
        "I am grateful to your staff, who answered us promptly although it was the year of the pandemic. We noted that this year.",
    ),
    (
        2021,
        "I thank your council for the prompt replies it sent us this year when we resumed our casework after the pandemic.",
    ),
    (2021, "I am grateful to your staff for sending masks to those who had complained during the pandemic this year."),
    (2021, "I thank your staff, who came to see us at home when we had paused our casework in the pandemic this year."),
    (2021, "I am grateful to your staff for their help during the pandemic this year, coming to see people at home."),
    (
        2021,
        "I am grateful to your council for its work in the homes of the elderly. We paused our casework in the pandemic this year.",
    ),
    (2021, "During the pandemic this year I was pleased with your council. We resumed our casework early."),
    (
        2021,
        "I am grateful to your officers. In June, when we resumed our casework, it was good to see their answers this year.",
    ),
    (
        2021,
        "I was sorry that your staff were slow to reply this year, even after we had resumed our casework in the pandemic.",
    ),
    (
        2021,
        "Wraxmere District Council was helpful during the pandemic this year, and we are grateful to your staff for their patience.",
    ),
    (
        2022,
        "Many councils took too long this year to put remedies in place. Your council did so too, which is disappointing.",
    ),
    (
        2019,
        "I ask your council to say why remedies were late this year when compliance rates of other councils were better.",
    ),
    (
        2019,
        "Some councils did better this year, and I ask your council to say why remedies were late. Our map shows that.",
    ),
    (
        2019,
        "I ask your council to say why, unlike other councils, remedies came late this year and compliance rates fell.",
    ),
    (2022, "I am grateful to your staff for their help. Remedies came late again this year."),
    (2022, "Councils were late with remedies this year, and like them your council was late."),
    (2024, "I welcome the way in which your council has taken up our Complaint Handling Code this year."),
    (2024, "Our new code was published this year. I thank your officers, whose advice on it was very helpful."),
)
"""On the same subjects, with something that this authority did, a figure, a day or its name."""


def told(paragraph: str, year: int) -> bool:
    return tells_all(folded(paragraph), year, (NAME,))


@pytest.mark.parametrize(("year", "paragraph"), TOLD_TO_ALL)
def test_what_all_are_told_in_a_year_is_no_remark_in_that_year_alone(year: int, paragraph: str) -> None:
    assert speaks_of_it(folded(paragraph), (NAME,)), "without what is known of the year it would be one"
    assert told(paragraph, year)
    assert not any(told(paragraph, other) for other in (2007, 2012, 2020))
    assert not told(paragraph, 1999)


@pytest.mark.parametrize(("year", "paragraph"), PARTICULAR)
def test_what_is_particular_stays_a_remark(year: int, paragraph: str) -> None:
    assert speaks_of_it(folded(paragraph), (NAME,)), "it was one before"
    assert not told(paragraph, year)


@pytest.mark.parametrize("paragraph", [words for _, words in TOLD_TO_ALL])
@pytest.mark.parametrize(
    "more",
    [
        " In 3 cases it was otherwise.",
        " In two of them we had to write again.",
        " We said so in April.",
        " Wraxmere District Council knows this.",
        " Your council was late.",
        " It was slow to answer.",
        " Its replies are often incomplete.",
        " Your officers' answers were courteous.",
        " Replies to our enquiries were late.",
    ],
)
def test_a_sentence_of_its_own_keeps_a_paragraph(paragraph: str, more: str) -> None:
    assert not any(told(paragraph + more, year) for year in range(2000, 2030))


@pytest.mark.parametrize(
    ("year", "more"),
    [
        (2018, "Many of the service improvements we recommended were not put in place."),
        (2018, "Service improvements were promised and left at that."),
        (2019, "We were unable to agree on the map with the chief executive."),
        (2021, "The pandemic was no excuse for the way families were treated."),
        (2021, "Our investigators found it hard to reach your staff when casework resumed."),
        (2021, "We were told of the pandemic each time we asked."),
        (2021, "We had to ask again and again, and were told of the pandemic."),
        (2021, "Files were sent to us only after the pandemic."),
        (2021, "We were given no reason but the pandemic."),
        (2022, "Remedies that had been agreed never came, or too late."),
        (2024, "The new code was set aside."),
        (2024, "The code was applied from the start, which we value."),
    ],
)
def test_what_was_done_or_left_undone_by_nobody_named_keeps_a_paragraph(year: int, more: str) -> None:
    for paragraph in (words for its, words in TOLD_TO_ALL if its == year):
        assert told(paragraph, year)
        assert not told(f"{paragraph} {more}", year)


def test_no_known_remark_is_lost_whatever_subject_is_told_beside_it() -> None:
    """Every remark of the corpus, with its figures and without, each sentence turned towards each year's subject."""
    known = [words for book in (prose_remarks, kept_back) for some in book.REMARKS.values() for words in some]
    asides = (
        "while we paused our casework in the pandemic",
        "as our new map of compliance rates shows",
        "which is a matter of our Complaint Handling Code",
        "as our public interest reports tell",
        "in what was a year of statements of reasons and of new powers",
    )
    years = {year for subject in SUBJECTS for year in subject.years}
    for words in known:
        figures = {
            "two": "some",
            "weeks": "many",
            "days": "many",
            "month": "spring",
            "money": "a sum",
            "service": "care",
        }
        said = words.format(name="your council", body="council", **figures)
        for aside in asides:
            beside = re.sub(r"\.(?= |$)", f", {aside}.", said)
            for paragraph in (said, beside, f"We wrote to all about this, {aside}. {said}"):
                assert not any(told(paragraph, year) for year in years), paragraph


def test_each_subject_has_its_years_and_a_source() -> None:
    for subject in SUBJECTS:
        assert all(2005 < year < 2030 for year in subject.years)
        assert "." in subject.source
        assert ".*" not in subject.words.pattern
        assert ".+" not in subject.words.pattern


@pytest.mark.parametrize(
    "end", ["year ended 31 March 2021", "period ending: 31/03/21", "year from 1 April 2020 to 31 March 2021"]
)
def test_the_letters_year_is_what_counts(end: str) -> None:
    paragraph = next(words for year, words in TOLD_TO_ALL if year == 2021)
    particular = next(words for year, words in PARTICULAR if year == 2021)

    def found(period: str) -> list[str]:
        opening = f"I write with the figures for the {period}, as I do each summer, and hope that they are of use."
        text = TextMap(typed_paper(f"{opening}\n\n{paragraph}\n\n{particular}"))
        return [text.printed(*span) for span in remarks(text)]

    assert found(end) == [particular]
    assert found(end.replace("21", "20").replace("2020 to", "2019 to")) == [paragraph, particular]
    assert found(f"{end} and the year ended 31 March 2020") == [paragraph, particular], (
        "which year it covers cannot be told"
    )

"""A paragraph right behind a remark goes on from it where it points back at a case; what all authorities are told does not."""

from __future__ import annotations

import pytest

from ombudsview.letters.going_on import POINTS_BACK, TO_ALL, goes_on


@pytest.mark.parametrize(
    "paragraph",
    [
        "It then took four months before the apology was sent.",
        "They reached us in the end, but two of the documents were missing.",
        "Neither of the payments was made until a councillor had asked about it.",
        "The third apology went to a wrong address and was returned in March.",
        "In that case a mother had written five times before she had an answer.",
        "No explanation was given for the delay, although we asked for one twice.",
        "Nothing had been done when the tenant wrote again in October.",
        "As a result two families spent the winter without heating.",
        "Only when we wrote to the monitoring officer did the papers arrive.",
        "Mrs K had by then paid £450 to have the work done.",
        "My investigator asked for the file again and was told that it had been destroyed.",
        "Its reply, which was sent in May, left three of our questions open.",
    ],
)
def test_what_points_back_at_a_case_goes_on(paragraph: str) -> None:
    assert goes_on(paragraph.lower())


@pytest.mark.parametrize(
    "paragraph",
    [
        "It is for each council to decide how it tells its members of complaints.",
        "It takes courage to complain, and an apology is often all that people ask for.",
        "They came to our seminars in Leeds and York, and many wrote to say that these had been worth the time.",
        "This was the first year in which we told everybody how often remedies were late.",
        "These figures were sent to the Chief Executive in May so that they could be checked.",
        "The complaints that reached us were again about housing and planning more than about anything else.",
        "Both complaints were about trees, and neither went any further than that.",
        "No reports were issued in the year, and none had to be in the year before.",
        "The decisions that we made were published from April, six weeks after they were sent.",
        "The reports that we published told of delay in assessments. Each of them has lessons for others.",
        "In one case the High Court was asked whether the complaint had been made in time. It found that it had.",
        "A review of our work was finished in June. It asked us to be quicker, and so we have been.",
        "After a long search new investigators joined us in May. They were busy with cases from the first day.",
        "Another 14% of the complaints were settled before they were looked into.",
        "The other remedy was late as well, and I ask you to find out why.",
        "Such delays are rare. When they happen, they cause a great deal of distress.",
        "Members may wish to know that two of these complaints were made in July.",
    ],
)
def test_what_all_are_told_goes_on_from_nothing(paragraph: str) -> None:
    assert not goes_on(paragraph.lower())


def test_no_pattern_runs_on_without_end() -> None:
    assert not [one.pattern for one in (POINTS_BACK, TO_ALL) if ".*" in one.pattern or ".+" in one.pattern]

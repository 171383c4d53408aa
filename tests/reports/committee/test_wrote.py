"""What the Ombudsman wrote, what was learnt, what was done; and that nobody noted anything is said, too."""

from __future__ import annotations

from dataclasses import replace

from ombudsview.history.dossier import Dossier, Filed
from ombudsview.paper.geometry import Box
from ombudsview.reading.model import Source
from ombudsview.reports.committee.citing import Citing
from ombudsview.reports.committee.model import Heading
from ombudsview.reports.committee.wrote import added, learnt, wrote
from ombudsview.reports.committee.years import Years
from ombudsview.review.edit import Carried
from tests.reports.committee.dossiers import COUNCIL, filed, told

LATE = "It is disappointing that your Council was late in two cases this year in providing the remedies we recommended."
PRAISE = "I was pleased to see your Council's new complaints team this year."
NOTE = Carried("letter-2019-1", COUNCIL, "2018-19", "Remedies on time: one name on each case.")


def lines(blocks) -> list[str]:
    return [block.text if isinstance(block, Heading) else "".join(part.text for part in block.line) for block in blocks]


def years(letter: Filed, **more) -> Years:
    return Years(Dossier(letter, **more), Citing((letter,)))


def of(*texts: str, lesson: str = "", **values) -> Filed:
    letter = filed(2020, lesson=lesson, remarks=texts, **values)
    field = told("letter-2020-1", 2020, "remarks", texts)
    places = tuple(Source(page, (Box(10, 10, 50, 20),), text) for page, text in enumerate(texts, 1))
    letter.fields["remarks"] = type(field)(field.figure, places)  # type: ignore[index]
    return letter


def test_each_remark_is_quoted_with_its_page_and_what_it_is_about() -> None:
    letter = of(PRAISE, LATE)
    said = lines(wrote(years(letter)))
    assert said[:4] == [
        f"“{PRAISE}”",
        "Page 1 of the letter's file; about: praise.",
        f"“{LATE}”",
        "Page 2 of the letter's file; about: late remedy.",
    ]


def test_what_the_officer_wrote_stands_apart_and_is_quoted_nowhere() -> None:
    letter = replace(of("The committee welcomes the late remedies of this year.", LATE), paper=None)
    field = letter.fields["remarks"]
    letter.fields["remarks"] = replace(field, sources=(Source(1, (), ""), *field.sources[1:]))  # type: ignore[index]
    said, apart = lines(wrote(years(letter))), lines(added(years(letter)))
    assert said[0] == f"“{LATE}”"
    assert not any("welcomes" in one for one in said)
    assert apart == [
        "These words are the officer's. The Ombudsman did not write them.",
        "The committee welcomes the late remedies of this year.",
    ]
    assert added(years(of(LATE))) == ()


def test_a_changed_remark_says_so_and_only_the_letters_words_are_quoted() -> None:
    letter = of(LATE)
    field, changed = letter.fields["remarks"], LATE.replace("two cases", "one case")
    letter.fields["remarks"] = replace(field, figure=replace(field.figure, value=(changed,)))  # type: ignore[index]
    text, note = lines(wrote(years(letter)))[:2]
    assert text == f"Not word for word: {changed}"
    assert note == (
        f"Page 1 of the letter's file; about: late remedy. Changed by the officer; the letter says: “{LATE}”."
    )


def test_late_remedies_are_told_apart_with_what_was_learnt() -> None:
    said = lines(
        wrote(years(of(LATE, lesson="One name on each case.", compliance_rate="100", compliance_outcomes="3")))
    )
    heading, speaks, lesson = said[2:]
    assert heading == "Late remedies"
    assert speaks == (
        "The letter speaks of whether remedies came in time on page 1. That goes together with a compliance rate of 100%: it "
        "counts what was carried out, in time or late."
    )
    assert lesson == "Learnt from it: “One name on each case.”"


def test_late_and_missing_compliance_is_counted_and_that_nothing_was_noted_is_said() -> None:
    said = lines(wrote(years(filed(2019, **{"compliance.late": "2", "compliance.not_complied": "0"}))))
    assert said[1:] == [
        "Late remedies",
        "Recommendations carried out late: 2.",
        "No note of what was learnt is saved with this letter.",
    ]


def test_without_remarks_that_is_said_of_the_record_not_of_the_ombudsman() -> None:
    (said,) = lines(wrote(years(filed(2020))))
    assert said.startswith("The record of this letter has no paragraph about this authority alone")


def test_what_was_done_and_what_is_still_open() -> None:
    old = Carried("letter-2018-1", "Old Borough Council", "2017-18", "Answer sooner.")
    letter = filed(2020, lesson="Call back.", done=((NOTE, "A list each Monday."),))
    said = lines(learnt(years(letter, still_open=(old,), done_since=(("2020-21", "We call back."),))))
    assert said == [
        "Noted with this letter: “Call back.”",
        f"Noted for 2018-19: “{NOTE.note}” Done about it, by 2019-20: “A list each Monday.”",
        "Noted for 2017-18 of Old Borough Council: “Answer sooner.” No letter says yet what was done about it.",
        "Done about the note of 2019-20, as the record of 2020-21 says: “We call back.”",
    ]


def test_nothing_noted_is_said() -> None:
    assert lines(learnt(years(filed(2020)))) == [
        "No note of what was learnt is saved with this letter.",
        "No note of an earlier year waits for an answer.",
    ]

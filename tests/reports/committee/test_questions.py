"""What committees ask: answered where the figures bear it, and left out where they do not."""

from __future__ import annotations

from dataclasses import replace

from ombudsview.history.dossier import Dossier, Filed
from ombudsview.letters.totals import why_totals_differ
from ombudsview.reports.committee.citing import Citing
from ombudsview.reports.committee.model import Heading, Paragraph
from ombudsview.reports.committee.questions import changes, findings, questions
from ombudsview.reports.committee.years import Years
from tests.reports.committee.dossiers import COMPLIED, UPHELD_2019, UPHELD_2020, filed, told


def answers(letter: Filed, *earlier: Filed) -> dict[str, list[str]]:
    """Answers by the first word of their question."""
    found: dict[str, list[str]] = {}
    for block in questions(Years(Dossier(letter, earlier), Citing(()))):
        if isinstance(block, Heading):
            found[block.text] = []
        elif isinstance(block, Paragraph):
            found[list(found)[-1]].append("".join(part.text for part in block.line))
    return found


def test_how_much_one_case_weighs_and_what_chance_can_do() -> None:
    (told,) = answers(filed(2020, **UPHELD_2020))["Is it a real change, with numbers this small?"]
    assert told == (
        "Upheld rate: with 2 detailed investigations, one case decided the other way moves the rate by 50 points. Taken as a "
        "sample, so many cases fit any rate from 34% to 100%: of ranges drawn like this, "
        "19 in 20 hold the true rate. Fewer than 8 cases are too few to call a difference real."
    )


def test_many_cases_are_not_called_few() -> None:
    letter = filed(2020, upheld_rate="50", upheld_decisions="200", investigations="400")
    (told,) = answers(letter)["Is it a real change, with numbers this small?"]
    assert "less than 1 point" in told
    assert "too few" not in told


def test_the_gap_to_the_printed_average() -> None:
    told = answers(filed(2020, **UPHELD_2020, **COMPLIED))["How does that compare with similar authorities?"]
    assert told[0] == (
        "Upheld rate: 100%, 2 of 2 detailed investigations, against the average of 45%, 55 points above it; too few cases to tell."
    )
    assert told[1] == (
        "Compliance rate: 100%, 3 of 3 compliance outcomes (as worked out), against the average of 99%, 1 point above it; "
        "too few cases to tell."
    )
    assert "whole numbers" in told[2]
    (none,) = answers(filed(2020, upheld_rate="50"))["How does that compare with similar authorities?"]
    assert none.endswith(
        "50%, with no average of similar authorities to compare it with; the letter prints none for it."
    )
    question = "How does that compare with similar authorities?"
    (other,) = answers(filed(2020, upheld_rate_similar="45", remedy_rate="50"))[question]
    assert other == (
        "Satisfactory remedies: 50%, with no average of similar authorities to compare it with; the letter prints none for it."
    )


def test_what_nobody_checked_says_so_in_each_sentence_that_rests_on_it() -> None:
    last = filed(2019, told("", 2019, "upheld_rate", "56", "to_check"), **UPHELD_2019)
    this = filed(
        2020,
        told("", 2020, "upheld_rate", "100", "changed", printed="50%"),
        told("", 2020, "investigations", "2", "query"),
        **UPHELD_2020,
    )
    now = (
        "Of 2019-20: “Upheld rate” (corrected by hand; the letter prints 50%), “Investigations” (put off with a query)."
    )
    (finding,) = findings(Years(Dossier(this, (last,)), Citing(())))
    assert finding.endswith(f" Of 2018-19: “Upheld rate” (not checked). {now}")
    found = answers(this, last)
    assert found["How does that compare with similar authorities?"][0].endswith(f". {now}")
    assert found["Is it a real change, with numbers this small?"][0].endswith(f". {now}")


def test_a_figure_set_right_by_pointing_says_so_in_each_sentence() -> None:
    rate = replace(told("", 2020, "upheld_rate", "100", "changed"), was="45", known=True)
    average = told("", 2020, "upheld_rate_similar", "45", "query", printed="40%")
    letter = filed(2020, rate, average, **UPHELD_2020)
    marked = "“Upheld rate” (corrected by the officer; read as 45%)"
    beside = (
        "“Upheld rate: average of similar authorities” (corrected by hand; the letter prints 40%; put off with a query)"
    )
    (finding,) = findings(Years(Dossier(letter), Citing(())))
    assert finding.endswith(f" Of 2019-20: {marked}, {beside}.")
    assert answers(letter)["How does that compare with similar authorities?"][0].endswith(f"{marked}, {beside}.")


def test_an_average_that_is_missing_or_denied_is_said_beside_those_that_are_there() -> None:
    denied = told("", 2020, "compliance_rate_similar", None, "not_in_letter", printed="99%")
    letter = filed(2020, denied, **UPHELD_2020, compliance_rate="100", compliance_outcomes="3", remedy_rate="50")
    said = answers(letter)["How does that compare with similar authorities?"]
    assert said[1] == (
        "Compliance rate: 100%, 3 of 3 compliance outcomes (as worked out), with no average of similar authorities to compare it "
        "with: not in the letter, says the officer; it was read as 99%."
    )
    assert said[2].startswith("Satisfactory remedies: 50%, 1 of 2 upheld cases (as worked out), with no average")
    compliance = findings(Years(Dossier(letter), Citing(())))[1]
    assert "with no average of similar councils: not in the letter, says the officer; it was read as 99%." in compliance


def test_averages_with_decimals_are_not_called_whole() -> None:
    letter = filed(2020, upheld_rate="50", upheld_rate_similar="45.5")
    assert len(answers(letter)["How does that compare with similar authorities?"]) == 1


def test_why_received_and_decided_differ_where_both_are_there_and_do() -> None:
    question = "Why do the numbers received and decided differ?"
    both = {"received.total": "14", "decided.total": "12"}
    assert answers(filed(2018, **both))[question] == [why_totals_differ(both, "received.total")]
    assert question not in answers(filed(2018, **{"received.total": "14", "decided.total": "14"}))
    assert question not in answers(filed(2018, **{"received.total": "14"}))


def test_why_rates_rise_everywhere() -> None:
    question = "Why do figures change everywhere at once?"
    told = answers(filed(2023, upheld_rate="50"), filed(2022, upheld_rate="40"))[question]
    assert any("upheld rates rise everywhere" in one for one in told)
    assert question not in answers(filed(2008, upheld_rate="50"))  # nothing was changed lately
    assert question not in answers(filed(2023, upheld_rate="50"))  # no year of before is shown


def test_a_change_is_told_of_for_some_years_where_the_letters_lie_on_both_sides() -> None:
    def told(year: int, *earlier: Filed) -> list[int]:
        return [one.year for one in changes(Years(Dossier(filed(year, upheld_rate="50"), earlier), Citing(())))]

    assert told(2026) == []
    assert told(2026, filed(2024, upheld_rate="50")) == [2025]
    assert told(2026, filed(2012, upheld_rate="50")) == [2023, 2025]
    assert told(2008) == []

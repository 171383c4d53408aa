"""The arithmetic of a careful officer: what fits is silent, what does not is said, and nothing is made of what is not there."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombudsview.letters.check import CODES, Problem, check
from ombudsview.letters.fields import FIELDS, Unit, Value

# The example of a year that fits together in everything.
FITTING: dict[str, Value | None] = {
    "authority": "Wraxmere District Council",
    "period_start": "2019-04-01",
    "period_end": "2020-03-31",
    "letter_date": "2020-07-22",
    "title": "Annual Review letter 2020",
    "upheld_rate": "79",
    "upheld_rate_similar": "45",
    "upheld_decisions": "31",
    "investigations": "39",
    "compliance_rate": "100",
    "compliance_rate_similar": "99",
    "compliance_outcomes": "28",
    "remedy_rate": "10",
    "remedy_rate_similar": "20",
    "satisfactory_remedies": "3",
    "remedy_base": "31",
}


def codes(**values: Value | None) -> list[str]:
    return [problem.code for problem in check(values)]


def only(**values: Value | None) -> Problem:
    [problem] = check(values)
    return problem


def test_a_letter_that_fits_has_no_problems() -> None:
    assert check(FITTING) == ()


@given(st.sets(st.sampled_from(sorted(FITTING))))
def test_what_is_not_there_is_no_problem(gone: set[str]) -> None:
    left = {key: value for key, value in FITTING.items() if key not in gone}
    assert check(left) == ()
    assert check(left | dict.fromkeys(gone)) == ()


@pytest.mark.parametrize(
    ("rate", "upheld", "base"),
    [
        ("79", "31", "39"),
        ("100", "2", "2"),
        ("0", "0", "5"),
        ("68.8", "11", "16"),  # 68.75
        ("69", "11", "16"),
        ("68.75", "11", "16"),
        ("12", "1", "8"),  # 12.5 goes either way
        ("13", "1", "8"),
        ("69", "1234", "1794"),  # 68.78
        ("68.8", "1234", "1794"),
        ("33.3333", "1", "3"),
        ("67", "2", "3"),
        ("0", "1", "250"),
    ],
)
def test_rates_that_fit(rate: str, upheld: str, base: str) -> None:
    assert codes(upheld_rate=rate, upheld_decisions=upheld, investigations=base) == []
    assert codes(remedy_rate=rate, satisfactory_remedies=upheld, upheld_decisions=base) == []


@pytest.mark.parametrize(
    ("rate", "upheld", "base", "sentence"),
    [
        ("80", "31", "39", "31 of 39 is 79.5%, not 80%."),
        ("78", "31", "39", "31 of 39 is 79.5%, not 78%."),
        ("68.6", "11", "16", "11 of 16 is 68.8%, not 68.6%."),
        ("68", "11", "16", "11 of 16 is 68.8%, not 68%."),
        ("50", "2", "2", "2 of 2 is 100%, not 50%."),
        ("71", "1234", "1794", "1,234 of 1,794 is 68.8%, not 71%."),
        ("0.1", "1", "250", "1 of 250 is 0.4%, not 0.1%."),
    ],
)
def test_rates_that_do_not_fit(rate: str, upheld: str, base: str, sentence: str) -> None:
    problem = only(upheld_rate=rate, upheld_decisions=upheld, investigations=base)
    assert problem == Problem("upheld_rate", sentence, ("upheld_rate", "upheld_decisions", "investigations"))


@given(st.integers(1, 5000), st.data(), st.integers(0, 2))
def test_every_rounded_share_fits(base: int, data: st.DataObject, places: int) -> None:
    part = data.draw(st.integers(0, base))
    rate = (Decimal(100 * part) / base).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    text = f"{rate:f}".rstrip("0").rstrip(".") if places else f"{rate}"
    assert codes(upheld_rate=text, upheld_decisions=str(part), investigations=str(base)) == []
    assert codes(compliance_rate=text, compliance_outcomes=str(base)) == []


@given(st.integers(1, 400), st.data())
def test_a_rate_more_than_one_off_never_fits(base: int, data: st.DataObject) -> None:
    part = data.draw(st.integers(0, base))
    rate = data.draw(st.integers(0, 100).filter(lambda rate: abs(rate - 100 * part / base) > 1))
    assert codes(upheld_rate=str(rate), upheld_decisions=str(part), investigations=str(base)) == ["upheld_rate"]


@pytest.mark.parametrize(
    ("rate", "outcomes", "fits"),
    [
        ("100", "1", True),
        ("0", "1", True),
        ("50", "1", False),
        ("99", "1", False),
        ("50", "2", True),
        ("33", "2", False),
        ("97", "28", False),  # 27 of 28 is 96.4
        ("96", "28", True),
        ("96.4", "28", True),
        ("96.5", "28", False),
        ("99.9", "1000", True),
        ("99.95", "1000", False),
        ("12.3456", "999999999", True),
        ("99.9999", "3", False),
    ],
)
def test_whether_a_compliance_rate_is_possible(rate: str, outcomes: str, fits: bool) -> None:
    found = check({"compliance_rate": rate, "compliance_outcomes": outcomes})
    if fits:
        assert found == ()
    else:
        sentence = f"No number of {int(outcomes):,} outcomes gives {rate}%."
        assert found == (Problem("compliance_rate", sentence, ("compliance_rate", "compliance_outcomes")),)


@given(st.integers(0, 100), st.integers(1, 60))
def test_possible_means_that_some_number_gives_it(rate: int, outcomes: int) -> None:
    """Asked the slow way: every number of cases, rounded up and down at the half."""
    shares = [Decimal(100 * part) / outcomes for part in range(outcomes + 1)]
    possible = any(abs(share - rate) <= Decimal("0.5") for share in shares)
    assert (codes(compliance_rate=str(rate), compliance_outcomes=str(outcomes)) == []) == possible


def test_remedies_are_taken_of_the_upheld_cases() -> None:
    """2 of 8 upheld is 25%; of the 16 investigations it would be 12.5%."""
    values = {"satisfactory_remedies": "2", "upheld_decisions": "8", "investigations": "16", "upheld_rate": "50"}
    assert codes(**values, remedy_rate="25") == []
    problem = only(**values, remedy_rate="13")
    assert problem.code == "remedy_rate"
    assert problem.sentence == "2 of 8 upheld cases is 25%, not 13%."


def test_it_is_said_where_the_remedies_fit_only_the_other_base() -> None:
    found = check({"remedy_rate": "13", "satisfactory_remedies": "2", "upheld_decisions": "8", "remedy_base": "16"})
    assert [problem.code for problem in found] == ["remedy_rate", "remedy_base"]
    assert found[0].sentence == "2 of 8 upheld cases is 25%, not 13%. It fits only of the printed base of 16."
    assert found[1].keys == ("remedy_base", "upheld_decisions")


def test_without_upheld_decisions_the_printed_base_must_do() -> None:
    assert codes(remedy_rate="25", satisfactory_remedies="2", remedy_base="8") == []
    assert codes(remedy_rate="20", satisfactory_remedies="2", remedy_base="8") == ["remedy_rate"]


def test_a_rate_of_nothing_is_no_rate() -> None:
    assert only(upheld_rate="0", upheld_decisions="0", investigations="0").code == "rate_of_none"
    assert only(compliance_rate="100", compliance_outcomes="0").code == "rate_of_none"
    assert only(remedy_rate="0", satisfactory_remedies="0", upheld_decisions="0").code == "rate_of_none"
    assert codes(upheld_decisions="0", investigations="0", compliance_outcomes="0", satisfactory_remedies="0") == []


def test_a_part_is_not_more_than_its_whole() -> None:
    problem = only(upheld_decisions="40", investigations="39", upheld_rate="100")
    assert problem.code == "more_than_all"
    assert problem.sentence == "Upheld decisions are 40, more than the 39 investigations."
    assert only(satisfactory_remedies="3", upheld_decisions="2").code == "more_than_all"
    assert codes(upheld_decisions="2", investigations="2", satisfactory_remedies="2") == []


def test_outcomes_may_be_more_than_the_upheld_cases() -> None:
    """They belong to last year's decisions too."""
    assert codes(compliance_rate="100", compliance_outcomes="50", upheld_decisions="2", investigations="2") == []


@pytest.mark.parametrize("average", ["0", "45", "99.9", "100"])
def test_averages_have_no_arithmetic(average: str) -> None:
    averages = {key: average for key in FIELDS if key.endswith("_similar")}
    assert check(FITTING | averages) == ()


def test_the_year_runs_from_april_to_march() -> None:
    assert codes(period_start="2018-04-01", period_end="2019-03-31") == []
    assert codes(period_start="2019-04-01", period_end="2020-03-31") == []  # with a 29 February
    assert codes(period_end="2020-03-30") == ["period_end"]
    assert codes(period_start="2019-04-02") == ["period_start"]
    long = only(period_start="2018-04-01", period_end="2020-03-31")
    assert long.code == "period_length"
    assert long.sentence == "1 April 2018 to 31 March 2020 is not one year."
    assert codes(period_start="2020-04-01", period_end="2020-03-31") == ["period_length"]


def test_the_letter_is_written_after_its_year() -> None:
    assert codes(letter_date="2020-04-01", period_end="2020-03-31") == []
    assert codes(letter_date="2021-03-31", period_end="2020-03-31") == []
    for early in ("2019-07-24", "2020-03-31"):
        assert codes(letter_date=early, period_end="2020-03-31") == ["letter_date"]
    assert only(letter_date="2021-07-21", period_end="2020-03-31").sentence == (
        "The letter is dated 21 July 2021, over a year after 31 March 2020."
    )


@pytest.mark.parametrize(
    ("title", "end", "fits"),
    [
        ("Annual Review letter 2020", "2020-03-31", True),
        ("Annual Review letter 2020", "2021-03-31", True),  # later titles name the year covered
        ("Annual Review letter 2020", "2019-03-31", False),
        ("Annual Review letter 2019", "2021-03-31", False),
        ("Annual Review letter 2022-23", "2023-03-31", True),
        ("Annual Review letter 2022/23", "2022-03-31", False),
        ("Annual Review letter 2022-2023", "2023-03-31", True),
        ("Annual Letter 2005/06", "2006-03-31", True),
        ("Annual Review letter 1999-00", "2000-03-31", True),
        ("Annual Review letter", "2020-03-31", True),
    ],
)
def test_whether_the_title_fits_the_year(title: str, end: str, fits: bool) -> None:
    assert codes(title=title, period_end=end) == ([] if fits else ["title_year"])


# One set of values for each code that there is.
RAISED: dict[str, dict[str, Value | None]] = {
    "rate_of_none": {"upheld_rate": "0", "upheld_decisions": "0", "investigations": "0"},
    "upheld_rate": {"upheld_rate": "1", "upheld_decisions": "2", "investigations": "2"},
    "more_than_all": {"upheld_decisions": "3", "investigations": "2"},
    "compliance_rate": {"compliance_rate": "50", "compliance_outcomes": "1"},
    "remedy_rate": {"remedy_rate": "50", "satisfactory_remedies": "2", "upheld_decisions": "2"},
    "remedy_base": {"remedy_base": "3", "upheld_decisions": "2"},
    "period_end": {"period_end": "2020-04-01"},
    "period_start": {"period_start": "2020-03-31"},
    "period_length": {"period_start": "2018-04-01", "period_end": "2020-03-31"},
    "letter_date": {"letter_date": "2019-07-22", "period_end": "2020-03-31"},
    "sum": {"received.housing": "2", "received.other": "3", "received.total": "6"},
    "tables_differ": {"upheld_decisions": "3", "decided.upheld": "4"},
    "title_year": {"title": "Annual Review letter 2020", "period_end": "2015-03-31"},
    "public_report": {"remarks": ("We issued a public report about your Council this year.",)},
    "late_remedy": {"remarks": ("Your Council has put two remedies right too late this year.", "The year was dry.")},
    "poor_handling": {"remarks": ("I was concerned that your Council's staff kept us waiting.",)},
}


def test_the_list_of_codes_is_complete() -> None:
    assert {code for code, values in RAISED.items() if codes(**values) == [code]} == set(CODES)
    assert len(CODES) == len(set(CODES))


def test_praise_and_remarks_about_nothing_known_ask_for_no_note() -> None:
    assert codes(remarks=("I am pleased with your Council this year.", "The year was dry.")) == []


SAMPLES = {
    Unit.COUNT: ["0", "1", "2", "39", "1400", "999999999"],
    Unit.PERCENT: ["0", "50", "68.8", "99.9999", "100"],
    Unit.DATE: ["1974-04-01", "2019-04-01", "2020-03-31", "2020-07-22", "2099-03-31"],
    Unit.TEXT: ["Annual Review letter 2020", "2099", "Annual Review letter 2019-20"],
    Unit.RATE: ["0", "3.9", "11"],
    Unit.DAYS: ["28", "31.5"],
}
single = {key: st.sampled_from(SAMPLES[field.unit]) for key, field in FIELDS.items() if not field.many}
some_values = st.fixed_dictionaries({}, optional=single)


@given(some_values)
def test_whatever_the_values_problems_have_a_known_code_and_name_fields_that_are_there(
    values: dict[str, Value | None],
) -> None:
    for problem in check(values):
        assert problem.code in CODES
        assert problem.sentence.endswith(".")
        assert any(values.get(key) is not None for key in problem.keys)
        assert set(problem.keys) <= set(FIELDS)

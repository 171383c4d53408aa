"""The vocabulary: what is printed becomes a canonical value or nothing, and goes back to what people write."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombudsview.letters.fields import FIELDS, GROUPS, Unit, number, parse, shown, year_name

dates = st.dates(date(1974, 4, 1), date(2099, 12, 31))
percents = st.decimals(0, 100, places=2)


@given(st.integers(0, 999_999_999))
def test_a_count_is_written_with_commas_and_read_back(count: int) -> None:
    assert parse(Unit.COUNT, shown(Unit.COUNT, str(count))) == str(count)
    assert parse(Unit.COUNT, str(count)) == str(count)


@given(percents)
def test_a_percentage_is_read_back(rate: Decimal) -> None:
    value = parse(Unit.PERCENT, f"{rate}%")
    assert value is not None
    assert Decimal(value) == rate
    assert parse(Unit.PERCENT, shown(Unit.PERCENT, value)) == value


@given(dates)
def test_a_date_is_written_in_words_and_read_back(day: date) -> None:
    value = day.isoformat()
    assert parse(Unit.DATE, shown(Unit.DATE, value)) == value
    assert parse(Unit.DATE, value) == value
    assert parse(Unit.DATE, f"{day:%d/%m/%Y}") == value


@given(st.text(), st.sampled_from(list(Unit)))
def test_whatever_is_printed_a_value_is_canonical_or_none(text: str, unit: Unit) -> None:
    value = parse(unit, text)
    if value is None:
        return
    assert parse(unit, value) == value
    assert parse(unit, shown(unit, value)) == value
    if unit is not Unit.TEXT:
        assert value.isascii()
        assert len(value) <= 20


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", "0"),
        ("007", "7"),
        ("1,400", "1400"),
        ("1400", "1400"),
        ("1,234,567", "1234567"),
        (" 12 ", "12"),
        ("1,00", None),
        ("1,4000", None),
        ("14,00", None),
        (",400", None),
        ("1.400", None),
        ("1 400", "1400"),
        ("1\u00a0234\u202f567", "1234567"),
        ("1 40", None),
        ("1400 000", None),
        ("1 400,000", None),
        ("2.0", None),
        ("-2", None),
        ("+2", None),
        ("two", None),
        ("2%", None),
        ("l2", None),
        ("1O", None),
        ("", None),
        ("1234567890", None),
        ("1" + ",000" * 40, None),
        ("1" + ",000" * 2000, None),
        ("\u0663", None),
        ("\uff11\uff12", None),
        ("2²", None),
    ],
)
def test_counts(text: str, value: str | None) -> None:
    assert parse(Unit.COUNT, text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("79%", "79"),
        ("79 %", "79"),
        ("79", "79"),
        ("68.8%", "68.8"),
        ("68.80%", "68.8"),
        ("100%", "100"),
        ("100.0%", "100"),
        ("0%", "0"),
        ("0.5%", "0.5"),
        ("100.1%", None),
        ("101%", None),
        ("1,000%", None),
        ("79%%", None),
        ("%", None),
        ("%79", None),
        ("7 9%", None),
        (".5%", None),
        ("5.%", None),
        ("68,8%", None),
        ("68.8.8%", None),
        ("-5%", None),
        ("1e1%", None),
        ("nan%", None),
        ("68.\uff18%", None),
        ("\u0667\u0669%", None),
    ],
)
def test_percentages(text: str, value: str | None) -> None:
    assert parse(Unit.PERCENT, text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("31/03/20", "2020-03-31"),
        ("31/03/2020", "2020-03-31"),
        ("1/4/19", "2019-04-01"),
        ("31.03.2020", "2020-03-31"),
        ("22 July 2020", "2020-07-22"),
        ("22  JULY\n2020", "2020-07-22"),
        ("22 July, 2020", "2020-07-22"),
        ("1st April 2019", "2019-04-01"),
        ("2nd Sept. 2019", "2019-09-02"),
        ("3rd Mar 2021", "2021-03-03"),
        ("29 February 2020", "2020-02-29"),
        ("2020-03-31", "2020-03-31"),
        ("29 February 2019", None),
        ("31 April 2020", None),
        ("0 March 2020", None),
        ("32/03/20", None),
        ("03/31/2020", None),
        ("31/03/202", None),
        ("31/03", None),
        ("31 March", None),
        ("March 2020", None),
        ("31 Marzo 2020", None),
        ("31 Marches 2020", None),
        ("2020-3-31", None),
        ("2020-02-30", None),
        ("31 March 0020", None),
        ("31/03/0000", None),
        ("31 March 9999", None),
        ("0001-03-31", None),
    ],
)
def test_dates(text: str, value: str | None) -> None:
    assert parse(Unit.DATE, text) == value


@pytest.mark.parametrize(("text", "value"), [("3.9", "3.9"), ("11", "11"), ("8.0", "8"), ("1,204.5", "1204.5")])
def test_rates_and_days(text: str, value: str | None) -> None:
    assert parse(Unit.RATE, text) == value
    assert parse(Unit.DAYS, text) == value


def test_text_keeps_its_words_and_loses_its_line_breaks() -> None:
    assert parse(Unit.TEXT, " London Borough of\n Barking  and Dagenham ") == "London Borough of Barking and Dagenham"
    assert parse(Unit.TEXT, " \n ") is None


def test_nothing_is_shown_for_nothing() -> None:
    assert [shown(unit, None) for unit in Unit] == [""] * len(Unit)
    assert shown(Unit.COUNT, "0") == "0"
    assert shown(Unit.PERCENT, "0") == "0%"


def test_lists_are_shown_item_by_item() -> None:
    assert shown(Unit.TEXT, ("Mrs Jolly", "Mr Proudfoot")) == "Mrs Jolly; Mr Proudfoot"


def test_what_people_write() -> None:
    assert shown(Unit.COUNT, "1400") == "1,400"
    assert shown(Unit.PERCENT, "68.8") == "68.8%"
    assert shown(Unit.DATE, "2020-07-01") == "1 July 2020"
    assert shown(Unit.RATE, "3.9") == "3.9"


def test_numbers_for_charts_keep_their_kind() -> None:
    assert number(Unit.COUNT, "1400") == 1400
    assert isinstance(number(Unit.PERCENT, "79"), int)
    assert number(Unit.PERCENT, "68.8") == 68.8
    assert number(Unit.DATE, "2020-03-31") is None
    assert number(Unit.TEXT, "12") is None


@pytest.mark.parametrize(
    ("end", "name"), [("2020-03-31", "2019-20"), ("2000-03-31", "1999-00"), ("2010-03-31", "2009-10")]
)
def test_a_year_is_called_by_both_its_halves(end: str, name: str) -> None:
    assert year_name(end) == name


def test_every_field_is_in_a_group_and_groups_are_not_mixed() -> None:
    assert all(key == field.key for key, field in FIELDS.items())
    order = [GROUPS.index(field.group) for field in FIELDS.values()]
    assert order == sorted(order)
    assert set(order) == set(range(len(GROUPS)))


def test_only_texts_come_in_lists() -> None:
    assert {field.unit for field in FIELDS.values() if field.many} == {Unit.TEXT}

"""What other letters contradict, and what they leave alone."""

from __future__ import annotations

import pytest

from ombudsview.history.compare import POPULATION, TWIN, Besides, Other, residents, year_before

HERE = {"authority": "Exeter City Council", "period_end": "2024-03-31"}


def besides(*twins: tuple[str, str], past: tuple[Other, ...] = ()) -> Besides:
    others = tuple(Other(name, name, {"upheld_rate_similar": value}) for name, value in twins)
    return Besides("Exeter City Council", "2024-03-31", "district", "2022-23", past, others)


def last(**values: str) -> tuple[Other, ...]:
    return (Other("last", "Exeter City Council", values),)


def test_an_average_that_another_letter_gives_otherwise_is_doubted_with_that_letters_name() -> None:
    (doubt,) = besides(("Adur District Council", "58")).doubts(HERE | {"upheld_rate_similar": "85"})
    assert (doubt.code, doubt.keys) == (TWIN, ("upheld_rate_similar",))
    assert "Adur District Council" in doubt.sentence
    assert "58%, not 85%" in doubt.sentence
    assert "district councils" in doubt.sentence


@pytest.mark.parametrize("value", ["58", None])
def test_the_same_average_or_none_is_no_doubt(value: str | None) -> None:
    assert besides(("Adur District Council", "58")).doubts(HERE | {"upheld_rate_similar": value}) == ()


def test_one_letter_that_was_misread_does_not_cast_doubt_on_all_others() -> None:
    found = besides(("A", "85"), ("B", "58"), ("C", "58"))
    assert found.doubts(HERE | {"upheld_rate_similar": "58"}) == ()
    assert "and 1 more" in found.doubts(HERE | {"upheld_rate_similar": "85"})[0].sentence


def corrected(name: str, value: str) -> Other:
    return Other(name, name, {"upheld_rate_similar": value}, frozenset({"upheld_rate_similar"}))


def test_what_is_printed_counts_before_what_was_corrected_by_hand() -> None:
    values = HERE | {"upheld_rate_similar": "58"}
    found = besides(("A", "58"))
    mixed = Besides(
        found.authority, found.period_end, found.type, twins=(corrected("B", "85"), corrected("C", "85"), *found.twins)
    )
    assert mixed.doubts(values) == ()
    alone = Besides(found.authority, found.period_end, found.type, twins=(corrected("B", "85"),))
    assert "gives 85%, as corrected by hand, not 58%;" in alone.doubts(values)[0].sentence
    assert (
        "gives 58%, not 85%, as corrected by hand;"
        in found.doubts(HERE | {"upheld_rate_similar": "85"}, ("upheld_rate_similar",))[0].sentence
    )


def test_last_years_value_says_that_it_is_not_the_printed_one() -> None:
    found = besides(
        past=(Other("last", "Exeter City Council", {"investigations": "9"}, frozenset({"investigations"})),)
    )
    assert found.before("investigations") == (("Exeter City Council", "9, as corrected by hand"),)


def test_what_was_found_for_another_year_or_authority_says_nothing() -> None:
    values = {"upheld_rate_similar": "85"}
    assert besides(("A", "58")).doubts(values | {"authority": "Exeter City Council", "period_end": "2023-03-31"}) == ()
    assert besides(("A", "58")).doubts(values | {"authority": "Adur", "period_end": "2024-03-31"}) == ()


def test_a_population_unlike_last_years_is_noted() -> None:
    found = besides(past=last(upheld_decisions="5", upheld_per_100k="3.9"))  # 128,000
    (note,) = found.notes(HERE | {"upheld_decisions": "5", "upheld_per_100k": "9.3"})
    assert note.code == POPULATION
    assert set(note.keys) == {"upheld_per_100k", "upheld_decisions"}
    assert "last year's letter means" in note.sentence


@pytest.mark.parametrize(("upheld", "rate"), [("7", "5.4"), ("5", "3.8"), ("0", "0"), ("1", "1"), ("5", None)])
def test_about_the_same_population_is_not_noted(upheld: str, rate: str | None) -> None:
    found = besides(past=last(upheld_decisions="5", upheld_per_100k="3.9"))
    assert found.notes(HERE | {"upheld_decisions": upheld, "upheld_per_100k": rate}) == ()


def test_the_fewer_figures_a_rate_has_the_more_populations_it_may_mean() -> None:
    low, high = residents({"upheld_decisions": "11", "upheld_per_100k": "11"}) or (0, 0)
    assert (round(low), round(high)) == (95652, 104762)
    low, high = residents({"upheld_decisions": "11", "upheld_per_100k": "11.2"}) or (0, 0)
    assert (round(low), round(high)) == (97778, 98655)
    assert residents({"upheld_decisions": "0", "upheld_per_100k": "0"}) is None


def test_last_years_value_is_shown_for_figures_alone() -> None:
    found = besides(past=last(upheld_rate="57", investigations="1204", title="Letter", letter_date="2023-07-20"))
    assert found.before("upheld_rate") == (("Exeter City Council", "57%"),)
    assert found.before("investigations") == (("Exeter City Council", "1,204"),)
    assert found.before("title") == found.before("letter_date") == found.before("remedy_rate") == ()


def test_the_year_before() -> None:
    assert year_before("2020-03-31") == "2019-03-31"

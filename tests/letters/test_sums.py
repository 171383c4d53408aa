"""Sums of tables: which parts make which total, and that blank cells are no fault."""

from __future__ import annotations

import pytest

from ombudsview.letters.sums import failed_sums

OLDER = {"decided.local_settlement": "3", "decided.no_maladministration": "9"}


def failed(**counts: str) -> list[str]:
    return [sentence for sentence, _ in failed_sums({key.replace("__", "."): value for key, value in counts.items()})]


def test_the_parts_of_a_row_make_its_total() -> None:
    assert failed(received__housing="2", received__other="3", received__total="5") == []
    assert failed(received__housing="2", received__other="3", received__total="6") == [
        "The complaints by subject add up to 5, not to the printed 6."
    ]


def test_a_lone_part_is_the_whole() -> None:
    assert failed(received__housing="5", received__total="5") == []
    assert len(failed(received__housing="4", received__total="5")) == 1


def test_a_total_without_parts_is_no_fault() -> None:
    assert failed(received__total="5") == []


@pytest.mark.parametrize(
    ("more", "fits"),
    [
        ({"decided.total": "12"}, True),
        ({"decided.total": "13"}, False),
        ({"decided.premature": "4", "decided.total": "16"}, True),
        ({"decided.premature": "4", "decided.total": "12"}, False),
        ({"decided.total_excluding_premature": "12", "decided.premature": "4", "decided.total": "16"}, True),
        ({"decided.total_excluding_premature": "12", "decided.total": "12"}, True),  # no premature ones: a blank cell
        ({"decided.total_excluding_premature": "12", "decided.premature": "4", "decided.total": "17"}, False),
        ({"decided.total_excluding_premature": "11", "decided.premature": "1", "decided.total": "12"}, False),
    ],
)
def test_older_decisions_with_and_without_the_premature_ones(more: dict[str, str], fits: bool) -> None:
    assert bool(list(failed_sums(OLDER | more))) is not fits


def test_earlier_years_keep_their_own_sums() -> None:
    values = {"decided.total_excluding_premature": "12", "decided.total@2005-06": "13"}
    values |= OLDER | {f"{key}@2005-06": value for key, value in OLDER.items()}
    [(sentence, keys)] = failed_sums(values)
    assert sentence == "The decisions of 2005-06 add up to 12, not to the printed 13."
    assert keys == tuple(f"{key}@2005-06" for key in ("decided.total", *OLDER))


def test_what_became_of_recommendations_makes_the_outcomes() -> None:
    values = {"compliance.on_time": "9", "compliance.late": "1", "compliance_outcomes": "11"}
    assert [sentence for sentence, _ in failed_sums(values)] == [
        "The outcomes by what became of them add up to 10, not to the printed 11."
    ]


def test_a_part_that_is_the_sum_of_the_others_may_be_the_total() -> None:
    parts = {"received__housing": "2", "received__education": "3", "received__benefits": "4"}
    assert failed(**parts, received__other="9") == [
        "No total was found, and 9 for other is what the other figures of the row add up to."
    ]
    assert failed(**parts, received__other="8") == []
    assert failed(**parts, received__other="9", received__total="18") == []
    assert failed(**dict.fromkeys(parts, "0"), received__other="0") == []
    decided = {"mi_reports": "9", "local_settlement": "2", "m_reports": "3", "outside_jurisdiction": "4"}
    assert failed(decided__total="18", **{f"decided__{key}": value for key, value in decided.items()}) == []

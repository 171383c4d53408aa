"""Rates beside the counts of a table, and tables beside the blocks of the same letter."""

from __future__ import annotations

import pytest

from ombudsview.letters.table_checks import table_faults


@pytest.mark.parametrize(
    ("values", "fits"),
    [
        ({"upheld_rate": "67", "decided.upheld": "2", "decided.not_upheld": "1"}, True),
        ({"upheld_rate": "60", "decided.upheld": "2", "decided.not_upheld": "1"}, False),
        ({"upheld_rate": "0", "decided.not_upheld": "67"}, True),
        ({"upheld_rate": "9", "decided.not_upheld": "67"}, False),
        ({"upheld_rate": "100", "decided.upheld": "67"}, True),
        ({"upheld_rate": "90", "decided.upheld": "67"}, False),
        ({"upheld_rate": "50", "decided.upheld": "0", "decided.not_upheld": "0"}, False),
        ({"upheld_rate": "50"}, True),
        # Where the letter gives its base the rate is held against that.
        ({"upheld_rate": "50", "decided.upheld": "2", "decided.not_upheld": "1", "investigations": "3"}, True),
    ],
)
def test_the_uphold_rate_is_of_what_was_investigated(values: dict[str, str], fits: bool) -> None:
    assert [code for code, _, _ in table_faults(values)] == ([] if fits else ["upheld_rate"])


@pytest.mark.parametrize(
    ("rate", "late", "fits"), [("100", "1", True), ("90", "1", True), ("80", "1", False), ("90", None, True)]
)
def test_the_compliance_rate_is_with_or_without_what_was_late(rate: str, late: str | None, fits: bool) -> None:
    values = {"compliance_rate": rate, "compliance_outcomes": "10", "compliance.on_time": "9", "compliance.late": late}
    assert [code for code, _, _ in table_faults(values)] == ([] if fits else ["compliance_rate"])


def test_tables_and_blocks_of_one_letter_agree() -> None:
    values = {"upheld_decisions": "43", "investigations": "47", "decided.upheld": "43", "decided.not_upheld": "4"}
    assert list(table_faults(values)) == []
    [(code, sentence, keys)] = table_faults(values | {"decided.not_upheld": "5"})
    assert (code, keys) == ("tables_differ", ("investigations", "decided.upheld", "decided.not_upheld"))
    assert sentence == "The table of decisions gives 48 investigated, the figures elsewhere 47."

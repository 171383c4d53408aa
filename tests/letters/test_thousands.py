"""Counts of a thousand and more that are parted by a space: one figure, of which no part is another."""

from __future__ import annotations

import pytest

from ombudsview.letters.find import Says
from tests.letters.test_find import told


@pytest.mark.parametrize(
    ("page", "count"),
    [
        ("upheld 1 204 complaints", "1 204"),
        ("upheld 21 204.", "21 204"),
        ("upheld 321\u00a0204", "321 204"),
        ("upheld 1\u202f204\u202f300", "1 204 300"),
        ("in 2020 204 were upheld 3", "3"),
    ],
)
def test_thousands_parted_by_a_space_are_one_count_of_which_no_part_is_another(page: str, count: str) -> None:
    assert told(Says("upheld {count}"), page) == [count]
    assert told(Says("{count} complaints"), page) == ([count] if "complaints" in page else [])


@pytest.mark.parametrize(
    "page", ["upheld 31\n204", "upheld 31 100%", "upheld 31 2040", "upheld 31 20", "upheld 31 100.5"]
)
def test_a_figure_of_its_own_behind_a_count_is_no_part_of_it(page: str) -> None:
    assert told(Says("upheld {count}"), page) == ["31"]

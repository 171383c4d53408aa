"""Tables headed as letters of other years head theirs: the figures go by the headings that stand there."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from ombudsview.letters.annual_review_2009 import ANNUAL_REVIEW_2009
from ombudsview.letters.headings import Column
from ombudsview.letters.kind import Kind
from ombudsview.letters.matrices import RECEIVED
from ombudsview.letters.older_tables import ADVICE_TEAM
from ombudsview.letters.subjects import OLDER_SUBJECTS, SUBJECTS
from ombudsview.letters.table import Row, Table, read_rows
from ombudsview.letters.tables_2014 import TABLES_2014
from ombudsview.letters.vocabularies import both, spoken
from ombudsview.paper.text import TextMap
from tests.paper.handmade import typed_paper

NEWER = ("Adult Care Services", "Benefits and Tax", "Corporate and Other Services", "Education and Children's Services",
         "Environment Services", "Highways and Transport", "Housing", "Planning and Development", "Other", "Total")  # fmt: skip
OLDER = ("Adult care services", "Benefits", "Children and family services", "Education", "Housing", "Other",
         "Planning & building control", "Public finance", "Transport and highways", "Total")  # fmt: skip
MIXED = (*NEWER[:5], "Public finance", "Housing", "Planning & building control", "Other", "Total")

Laid = Callable[[str, Iterable[str]], TextMap]


def across(title: str, headings: Iterable[str]) -> TextMap:
    """A table with a word of each heading on each line, its figures 1, 2, 3 … below; the label of a row before."""
    words = [heading.split() for heading in headings]
    lines = [[column[line] if line < len(column) else "" for column in words] for line in range(max(map(len, words)))]
    body = "\n".join(" " * 8 + "".join(f"{word:<14}" for word in line) for line in lines)
    figures = "Total   " + "".join(f"{number:<14}" for number in range(1, len(words) + 1))
    return TextMap(typed_paper(f"{title}\n\n{body}\n{figures}\n"))


def down(title: str, headings: Iterable[str]) -> TextMap:
    lines = (f"{heading} ......... {number}" for number, heading in enumerate(headings, 1))
    return TextMap(typed_paper(f"{title}\n\n" + "\n".join(lines)))


def figures(text: TextMap, table: Table) -> tuple[Row, dict[str, str]]:
    [row] = read_rows(text, table)
    return row, {key: text.printed(*span) for key, span in row.cells.items()}


@pytest.mark.parametrize("laid", [across, down])
@pytest.mark.parametrize(
    ("table", "title", "headings", "columns"),
    [
        (ADVICE_TEAM, "Table 1. Advice Team", NEWER, SUBJECTS),
        (ADVICE_TEAM, "Table 1. Advice Team", OLDER, OLDER_SUBJECTS),
        (RECEIVED, "Complaints and enquiries received", NEWER, SUBJECTS),
        (RECEIVED, "Complaints and enquiries received", OLDER, OLDER_SUBJECTS),
    ],
)
def test_the_headings_that_stand_there_name_the_figures(
    laid: Laid, table: Table, title: str, headings: tuple[str, ...], columns: tuple[Column, ...]
) -> None:
    row, found = figures(laid(title, headings), table)
    assert found == {column.key: found[column.key] for column in columns}
    named = {heading: str(number) for number, heading in enumerate(headings, 1)}
    for column in columns:
        [heading] = [heading for heading in headings if heading.lower() in column.headings]
        assert found[column.key] == named[heading], column.key
    assert (row.mixed, row.sure, row.guessed) == (False, True, {})


@pytest.mark.parametrize("laid", [across, down])
@pytest.mark.parametrize(
    ("table", "title"), [(ADVICE_TEAM, "Table 1. Advice Team"), (RECEIVED, "Complaints and enquiries received")]
)
def test_headings_of_both_are_doubted(laid: Laid, table: Table, title: str) -> None:
    row, found = figures(laid(title, MIXED), table)
    assert row.mixed
    assert found["received.corporate_and_other"] == "3"
    assert found["received.public_finance"] == "6"
    assert found["received.planning_and_building_control"] == "8"


def test_what_both_call_alike_tells_nothing() -> None:
    text = across("Table 1. Advice Team", ("Housing", "Other", "Total"))
    assert spoken(text.placed(1), OLDER_SUBJECTS, SUBJECTS) == (OLDER_SUBJECTS, False)
    assert spoken(text.placed(1), SUBJECTS, ()) == (SUBJECTS, False)


def test_all_columns_are_there_once() -> None:
    keys = [column.key for column in both(OLDER_SUBJECTS, SUBJECTS)]
    assert len(keys) == len(set(keys)) == 16


@pytest.mark.parametrize("kind", [ANNUAL_REVIEW_2009, TABLES_2014])
def test_kinds_know_both_names_of_every_subject(kind: Kind) -> None:
    keys = {entry.key for entry in (*kind.entries, *kind.extra)}
    assert {column.key for column in (*SUBJECTS, *OLDER_SUBJECTS)} <= keys

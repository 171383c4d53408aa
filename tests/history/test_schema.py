"""What other programs are promised: the views are as the README says, and the file is marked."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing

import pytest

from ombudsview.history.marks import APPLICATION_ID, TABLES, VERSION
from ombudsview.history.schema import MIGRATIONS
from ombudsview.history.store import Store
from ombudsview.places import Places
from tests.helpers.process import ROOT


@pytest.mark.parametrize("view", ["letters", "figures", "edits"])
def test_the_readme_names_every_column_of_a_view_in_order(places: Places, view: str) -> None:
    Store.open(places).close()
    with closing(sqlite3.connect(places.history)) as connection:
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({view})")]
    readme = (ROOT / "README.md").read_text("utf-8")
    [row] = re.findall(rf"^\| `{view}` \|[^|]*\|([^|]*)\|$", readme, re.MULTILINE)
    without_examples = re.sub(r"\([^)]*\)", "", row)
    assert re.findall(r"`(\w+)`", without_examples) == columns
    assert f"0x{APPLICATION_ID:08X}" in readme


def test_the_version_counts_the_migrations() -> None:
    assert len(MIGRATIONS._migrations) == VERSION


def test_every_table_that_must_be_there_is(places: Places) -> None:
    Store.open(places).close()
    with closing(sqlite3.connect(places.history)) as connection:
        wanted = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%'"
        names = {name for (name,) in connection.execute(wanted)}
    assert names == TABLES | {"_sqlite_migrations"}

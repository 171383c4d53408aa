"""`ombudsview compare`: what is printed where, and the exit codes."""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path

import pytest

from ombudsview import __main__ as door
from ombudsview.cli import comparing
from ombudsview.history.store import Store
from ombudsview.places import Places
from tests.history.made import VALUES, Letter, ticking
from tests.published import sheets


@pytest.fixture
def base(tmp_path: Path) -> str:
    store = Store.open(Places.under(tmp_path / "base"), ticking())
    Letter(VALUES | {"upheld_rate": "81"}).save(store)
    store.close()
    return str(tmp_path / "base")


def test_totals_and_what_deserves_a_look(base: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = sheets.put(tmp_path / "decided.xlsx", sheets.plain())
    assert comparing.main(["--base", base, "compare", str(path)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("2019-20, 1 letter compared: 2 figures agree, 1 differs.")
    assert lines[1] == "differs: Mereford Borough Council, Complaints upheld: Upheld rate"
    assert lines[2].startswith("    letter 81%, spreadsheet 80% (Complaints decided, I4). Nobody checked it before")
    assert "Look at the printed line" in lines[2]


def test_every_figure_as_csv(base: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = sheets.put(tmp_path / "rates.csv", sheets.text())
    assert comparing.main(["--base", base, "compare", str(path), "--year", "2019/20", "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert {row["Field"]: (row["Outcome"], row["Cell"]) for row in rows}["upheld_rate"] == ("differs", "D2")


@pytest.mark.parametrize(
    ("content", "says"), [(sheets.text(), "does not say of which year"), (sheets.by_sheet(), "names 2019-20, 2018-19")]
)
def test_a_year_that_is_not_told_is_wrong_usage(
    base: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], content: object, says: str
) -> None:
    path = sheets.put(tmp_path / "data.xlsx", content)  # type: ignore[arg-type]
    with pytest.raises(SystemExit) as ended:
        comparing.main(["--base", base, "compare", str(path)])
    assert ended.value.code == 2
    assert says in capsys.readouterr().err


def test_what_cannot_be_read_is_said(base: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert comparing.main(["--base", base, "compare", str(tmp_path / "gone.xlsx")]) == 1
    assert "“gone.xlsx” cannot be opened." in capsys.readouterr().err


@pytest.mark.parametrize("before", [True, False])
def test_the_door_leads_there(
    base: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *, before: bool
) -> None:
    path = str(sheets.put(tmp_path / "decided.xlsx", sheets.plain()))
    where = ["--base", base]
    monkeypatch.setattr(
        sys, "argv", ["ombudsview", *where, "compare", path] if before else ["ombudsview", "compare", path, *where]
    )
    assert door.main() == 0
    assert "1 differs" in capsys.readouterr().out


def test_a_year_is_written_as_people_write_it(base: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        comparing.main(["compare", "a.xlsx", "--year", "2020"])
    assert "“2020” is no year such as 2019-20" in capsys.readouterr().err

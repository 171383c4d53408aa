"""A letter checked, corrected and finished from outside, by a script that sees the program as a screen reader does."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from ombudsview.places import resources
from tests.helpers.process import ROOT
from tests.helpers.screen import Screen

pytestmark = pytest.mark.xvfb

CHECKS = Path(__file__).with_name("at_spi_script.py")
TOURS = Path(__file__).with_name("at_spi_tour.py")
SAMPLE = str(resources() / "sample-letter.pdf")
SYSTEM_PYTHON = "/usr/bin/python3"
_SERVICE = Path("/usr/share/dbus-1/services/org.a11y.Bus.service")
SECONDS = 240


def missing() -> str:
    """What of the system this story needs and has not; empty where all is there."""
    if shutil.which("dbus-run-session") is None:
        return "dbus-run-session is not installed (Debian: dbus-daemon)"
    if not _SERVICE.exists():
        return "there is no accessibility bus (Debian: at-spi2-core)"
    if (
        not Path(SYSTEM_PYTHON).exists()
        or subprocess.run([SYSTEM_PYTHON, "-c", "import pyatspi"], capture_output=True, check=False).returncode
    ):
        return "the system's Python has no pyatspi (Debian: python3-pyatspi)"
    return ""


def sent(script: Path, screen: Screen, factory: pytest.TempPathFactory, *given: str, opens: str = "") -> dict[str, Any]:
    """What a script met on its way; `base` is the folder that the program wrote to."""
    if reason := missing():
        pytest.skip(reason)
    base, out = factory.mktemp("base"), factory.mktemp("out") / "met.json"
    program = [sys.executable, "-m", "ombudsview", "--base", str(base), *([opens] if opens else [])]
    done = subprocess.run(
        ["dbus-run-session", "--", SYSTEM_PYTHON, str(script), str(out), *given, *program],
        cwd=ROOT, env=screen.variables, capture_output=True, text=True, timeout=SECONDS, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(out.read_text("utf-8")) | {"base": base}


@pytest.fixture(scope="module")
def met(screen: Screen, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """A letter that was named at the start, checked field by field."""
    return sent(CHECKS, screen, tmp_path_factory, "Upheld rate", "58%", opens=SAMPLE)


@pytest.fixture(scope="module")
def toured(screen: Screen, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """From the empty window through every kind of answer to History and Trends."""
    return sent(TOURS, screen, tmp_path_factory, SAMPLE)


def test_the_pages_are_read_with_their_text(met: dict[str, Any]) -> None:
    assert list(met["pages"]) == ["Page 1 of 2", "Page 2 of 2"]
    assert "Annual Review letter 2020" in met["pages"]["Page 1 of 2"].splitlines()
    assert "57% of complaints we investigated were upheld." in met["pages"]["Page 2 of 2"].splitlines()


def test_each_mark_on_the_page_has_name_value_state_and_place(met: dict[str, Any]) -> None:
    marks = {mark["name"]: mark for mark in met["marks"]}
    assert len(marks) == len(met["marks"]), "no two marks have one name"
    assert marks["Upheld rate"]["says"] == "57%. To check. Printed here: “57%”, page 2."
    assert all(width > 3 and height > 3 for mark in marks.values() for *_, width, height in [mark["place"]])
    found = {name for name, value in met["fields"].items() if value}
    assert found <= set(marks), "every field that has a value has a mark"


def test_every_field_says_its_value_and_how_it_stands(met: dict[str, Any]) -> None:
    assert met["fields"]["Upheld decisions"] == "4"
    assert met["before"]["Upheld rate"] == "To check"
    assert met["before"]["Reference"] == "Not found"
    assert met["after"]["Upheld rate"] == "Changed"
    assert set(met["after"].values()) == {"Agreed", "Changed", "Not found"}
    done, all_of_them = met["progress"]
    assert done == all_of_them > 10


def test_each_step_is_announced_and_what_comes_next(met: dict[str, Any]) -> None:
    announced = met["announced"]
    assert any(sentence.startswith("Upheld rate changed to 58%, next: ") for sentence in announced)
    assert "Authority agreed, next: Period from" in announced
    assert any(sentence.endswith("; nothing is left to check") for sentence in announced)
    assert announced[-1].startswith("Wraxmere District Council 2019-20 is saved to the history.")


def test_it_is_saved_and_the_tree_says_so(met: dict[str, Any]) -> None:
    assert met["saved"].startswith("Finished, saved ")
    assert "is saved to the history" in met["notice"]
    (kept,) = [path for path in met["base"].rglob("*.json") if '"upheld_rate"' in path.read_text("utf-8")]
    assert '"58"' in kept.read_text("utf-8")


def test_every_kind_of_answer_is_given_from_outside(toured: dict[str, Any]) -> None:
    assert toured["changed"].startswith("Changed. Printed 57%, page 2.")
    assert toured["denied"].startswith("Not in letter.")
    assert "Is it the title?" in toured["queried"]
    announced = toured["announced"]
    assert [sentence.partition(" ")[2] for sentence in announced if "answers" in sentence] == ["answers undone"]
    assert sum(1 for sentence in announced if "agreed in one step" in sentence) == 2


def test_words_are_found_and_a_line_between_panes_is_moved(toured: dict[str, Any]) -> None:
    assert toured["found"].endswith(" of 5")
    assert toured["line"]


def test_history_and_the_points_of_a_trend_are_read(toured: dict[str, Any]) -> None:
    assert toured["history"][:2] == ["Wraxmere District Council", "2019-20"]
    assert toured["points"] == [
        "2019-20: 58% (corrected by hand), cases that do not fit: 4 of 7",
        "2019-20: average of similar authorities 45%",
    ]
    assert toured["other"] == ["2019-20: 100%, 3 of 3"]
    (kept,) = [path for path in toured["base"].rglob("*.json") if '"upheld_rate"' in path.read_text("utf-8")]
    values = {value["key"]: value for value in json.loads(kept.read_text("utf-8"))["revisions"][-1]["values"]}
    assert {key: values[key]["state"] for key in ("upheld_rate", "signatory", "title", "letter_date")} == {
        "upheld_rate": "changed",
        "signatory": "not_in_letter",
        "title": "query",
        "letter_date": "agreed",
    }

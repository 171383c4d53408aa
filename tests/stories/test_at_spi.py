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

SCRIPT = Path(__file__).with_name("at_spi_script.py")
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


@pytest.fixture(scope="module")
def met(screen: Screen, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the script met on its way; `base` is the folder that the program wrote to."""
    if reason := missing():
        pytest.skip(reason)
    base, out = tmp_path_factory.mktemp("base"), tmp_path_factory.mktemp("out") / "met.json"
    program = [sys.executable, "-m", "ombudsview", "--base", str(base), str(resources() / "sample-letter.pdf")]
    done = subprocess.run(
        ["dbus-run-session", "--", SYSTEM_PYTHON, str(SCRIPT), str(out), "Upheld rate", "58%", *program],
        cwd=ROOT, env=screen.variables, capture_output=True, text=True, timeout=SECONDS, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(out.read_text("utf-8")) | {"base": base}


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

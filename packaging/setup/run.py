"""What set-up was done for: the window with a letter in it, or the tests."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from say import say
from virtual import ROOT, Environment

SAMPLE = ROOT / "resources" / "sample-letter.pdf"
_PROBE = "from PySide6.QtGui import QGuiApplication; QGuiApplication([])"


def start(environment: Environment, letters: list[str]) -> int:
    """The window, or what can be shown of it without a display. Returns the exit code."""
    if _display(environment):
        order = [str(environment.python), "-m", "ombudsview", *(letters or [str(SAMPLE)])]
        if os.name == "nt":
            return subprocess.run(order, check=False).returncode
        os.execv(order[0], order)  # noqa: S606 - the program takes the place of its set-up
    say(
        "There is no display here, so the letter is read on the command line, and a picture of the window is saved instead.\n"
    )
    return read(environment, letters) or _picture(environment, letters or [str(SAMPLE)])


def read(environment: Environment, letters: list[str]) -> int:
    """What the letters say, as a table on the command line. Returns the exit code."""
    order = [environment.python, "-m", "ombudsview", "read", *(letters or [str(SAMPLE)])]
    return subprocess.run(order, check=False).returncode


def tests(environment: Environment, arguments: list[str]) -> int:
    """pytest, with no screen needed. Returns its exit code."""
    variables = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [environment.python, "-m", "pytest", *arguments], cwd=ROOT, env=variables, check=False
    ).returncode


def _display(environment: Environment) -> bool:
    """Whether a window can be opened: a display that is named may still not answer, and Qt ends the process then."""
    if sys.platform in {"win32", "darwin"}:
        return True
    if os.environ.get("QT_QPA_PLATFORM") == "offscreen" or not {"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys():
        return False
    try:
        probe = subprocess.run([environment.python, "-c", _PROBE], capture_output=True, timeout=20, check=False)
    except subprocess.TimeoutExpired:
        return False
    return probe.returncode == 0


def _picture(environment: Environment, letters: list[str]) -> int:
    """Opens the window where nobody sees it, with a record of its own that is thrown away, and saves what it shows."""
    folder = ROOT if os.access(ROOT, os.W_OK) else Path(tempfile.gettempdir())
    target = folder / "ombudsview-window.png"
    with tempfile.TemporaryDirectory() as base:
        variables = os.environ | {"QT_QPA_PLATFORM": "offscreen", "OMBUDSVIEW_BASE": base}
        order = [environment.python, ROOT / "packaging" / "setup" / "picture.py", target, *letters]
        done = subprocess.run(order, env=variables, capture_output=True, text=True, check=False)
    say(f"\nA picture of the window: {target}" if done.returncode == 0 else done.stderr)
    return done.returncode

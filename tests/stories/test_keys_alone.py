"""The whole job by the keys of a real keyboard, in a real window with a window manager: no mouse, and nothing of the test inside."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ombudsview.places import resources
from tests.helpers.process import ROOT
from tests.helpers.screen import Screen
from tests.stories.test_real_screen import shows_a_page, until

pytestmark = pytest.mark.xvfb

SAMPLES = resources() / "samples"
AT_ONCE = 0.12
"""Seconds between two keys: a quick typist's."""


class Hands:
    """Type on the screen's keyboard, and look only at the screen and at what is kept."""

    def __init__(self, screen: Screen, base: Path) -> None:
        self.screen, self.base = screen, base

    def press(self, *keys: str) -> None:
        """Keys, one after the other, as xdotool names them."""
        for key in keys:
            self._do("key", "--clearmodifiers", key)
            time.sleep(AT_ONCE)

    def type(self, text: str) -> None:
        self._do("type", "--delay", "25", text)
        time.sleep(AT_ONCE)

    def _do(self, *what: str) -> str:
        done = subprocess.run(
            ["xdotool", *what], env=self.screen.variables, capture_output=True, text=True, timeout=20, check=False
        )
        return done.stdout.strip()

    @property
    def title(self) -> str:
        """Of the window that has the keyboard."""
        return self._do("getactivewindow", "getwindowname")

    def changes(self, *keys: str) -> bool:
        """Whether the screen looks different after these keys."""
        before = self.screen.pixels()
        self.press(*keys)
        end = time.monotonic() + 5
        while self.screen.pixels() == before and time.monotonic() < end:
            time.sleep(0.05)
        return self.screen.pixels() != before

    def drafted(self) -> str:
        """What the drafts hold."""
        return "".join(path.read_text("utf-8") for path in (self.base / "data" / "drafts").glob("*"))

    def kept(self) -> list[dict[str, dict[str, Any]]]:
        """The values of each letter in the record at its newest revision, by key."""
        records = [json.loads(path.read_text("utf-8")) for path in (self.base / "data" / "letters").glob("*.json")]
        return [{value["key"]: value for value in one["revisions"][-1]["values"]} for one in records]


def answers(screen: Screen, question: str) -> bool:
    """Whether the window manager of a screen answers."""
    asked = subprocess.run(["xdotool", question], env=screen.variables, capture_output=True, timeout=20, check=False)
    return asked.returncode == 0


@pytest.fixture
def managed(screen: Screen) -> Iterator[Screen]:
    """A screen on which windows get the keyboard as they do on a desktop."""
    for tool in ("xdotool", "openbox"):
        if shutil.which(tool) is None:
            pytest.skip(f"{tool} is not installed")
    manager = subprocess.Popen(["openbox"], env=screen.variables, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    until(lambda: answers(screen, "get_desktop"), "openbox: a window that was there before it gets no keyboard")
    yield screen
    manager.kill()
    manager.wait()


@pytest.fixture
def hands(request: pytest.FixtureRequest, managed: Screen, tmp_path: Path) -> Iterator[Hands]:
    """Before a window on the letters that the test names."""
    letters = [str(path) for path in request.param]
    order = [sys.executable, "-m", "ombudsview", "--base", str(tmp_path), *letters]
    process = subprocess.Popen(order, cwd=ROOT, env=managed.variables | {"LC_ALL": "C.UTF-8"}, stdin=subprocess.DEVNULL)
    hands = Hands(managed, tmp_path)
    try:
        until(lambda: "Wraxmere" in hands.title, "the letter")
        until(lambda: shows_a_page(managed), "the page")
        yield hands
    finally:
        process.kill()
        process.wait()


@pytest.mark.parametrize("hands", [[resources() / "sample-letter.pdf"]], indirect=True)
def test_a_letter_is_checked_with_every_aid_and_finished(hands: Hands) -> None:
    """After each aid the keys are back in the field: Enter agrees to it, and the draft says so."""
    aids = (
        ("ctrl+f", "c", "o", "m", "Return", "Escape"),
        ("F1",),
        ("ctrl+u", "F6", "Down", "ctrl+u", "F6"),
        ("shift+F9", "F6", "Down", "Return", "shift+F9", "F6"),
    )
    for aid, key in zip(aids, ("authority", "period_start", "period_end", "letter_date"), strict=True):
        hands.press(*aid)
        if aid == ("F1",):  # a window of its own: the keys go there only once it is up, and come back once it is gone
            until(lambda: "Wraxmere" not in hands.title, "the key sheet")
            hands.press("Down", "Escape")
            until(lambda: "Wraxmere" in hands.title, "the letter behind the key sheet")
            time.sleep(0.5)  # until the window has the keyboard as well
        hands.press("Return")
        until(lambda key=key: f'"{key}","after":{{"ruling":"agreed"' in hands.drafted(), f"{key} agreed after {aid}")
    assert hands.changes("ctrl+F6"), "the line between page and fields shows that it has the keys"
    assert hands.changes("Left", "Left", "Left"), "and moves"
    hands.press("Escape")
    hands.press("F2", "bracketright", "bracketright", "shift+bracketright", "shift+bracketright", "Return")
    until(lambda: "Review letter 2020" in hands.drafted(), "the title to be taken from other words")
    hands.press("Return", "ctrl+shift+q")
    hands.type("Is it right?")
    hands.press("Return")
    until(lambda: "Is it right?" in hands.drafted(), "the note")
    hands.press("alt+l", "y")
    until(lambda: "rules" in hands.title, "the window of rules")
    hands.press("Escape")
    until(lambda: "rules" not in hands.title, "the letter's window")
    hands.press("ctrl+shift+Return", "ctrl+Return")
    until(hands.kept, "the record")
    (values,) = hands.kept()
    assert (values["title"]["state"], values["title"]["value"]) == ("changed", "Review letter 2020")
    assert (values["addressees"]["state"], values["addressees"]["note"]) == ("query", "Is it right?")
    others = {one["state"] for key, one in values.items() if key not in {"title", "addressees"} and one["value"]}
    assert others == {"agreed"}


@pytest.mark.parametrize("hands", [sorted(SAMPLES.glob("*.pdf"))[:2]], indirect=True)
def test_the_queue_the_question_history_and_trends(hands: Hands) -> None:
    until(lambda: "2018-19" in hands.title, "the first letter")
    while "2020-21" not in hands.title:  # round the panes to the queue, and down
        hands.press("F6", "Down", "Return")
        time.sleep(0.5)
    hands.press("ctrl+Return")
    until(lambda: "Finish" in hands.title, "the question about open fields")
    hands.press("Escape")
    until(lambda: "2020-21" in hands.title, "the letter again")
    time.sleep(0.5)  # until the window has the keyboard as well
    hands.press("ctrl+a")
    hands.type("Wraxmere Council")
    hands.press("ctrl+Return")
    until(lambda: "Finish" in hands.title, "the question again")
    hands.type("for a test")
    hands.press("Return")
    until(hands.kept, "the record")
    (values,) = hands.kept()
    assert (values["authority"]["state"], values["authority"]["value"]) == ("changed", "Wraxmere Council")
    until(lambda: "2018-19" in hands.title, "the letter that is left")
    hands.press("ctrl+shift+Return", "ctrl+Return")
    until(lambda: len(hands.kept()) == 2, "the second record")
    assert hands.changes("ctrl+3"), "trends"
    assert hands.changes("Down"), "another measure"
    assert hands.changes("ctrl+2"), "history"
    hands.press("Home", "Return")
    until(lambda: shows_a_page(hands.screen), "a letter from the history")
    hands.press("ctrl+q")

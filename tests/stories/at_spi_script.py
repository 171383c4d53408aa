"""Checks and finishes a letter through the accessibility tree alone: it knows names and roles, and nothing of the program.

    dbus-run-session -- /usr/bin/python3 at_spi_script.py OUT FIELD VALUE COMMAND...

Starts the command, agrees to every field but FIELD, which gets VALUE, finishes, and writes what it met to OUT as JSON. Run by the
system's Python, for which the distribution packages pyatspi.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyatspi
from gi.repository import Atspi, GLib

Node = Any
SECONDS = 40


def wait(so: Callable[[], Any], what: str) -> Any:
    """What `so` gives, as soon as that is anything; events are heard meanwhile."""
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        while GLib.MainContext.default().iteration(False):
            pass
        try:
            if found := so():
                return found
        except GLib.Error:  # the tree has changed under our hands
            pass
        time.sleep(0.05)
    sys.exit(f"waited {SECONDS} s for {what}")


def below(node: Node) -> Iterator[Node]:
    """Everything in a part of the tree, as it is now, in the order of reading."""
    node.clearCache()
    for number in range(node.childCount):
        child = node.getChildAtIndex(number)
        if child is not None:
            yield child
            yield from below(child)


def program() -> Node:
    """The program that was started."""
    apps = (pyatspi.Registry.getDesktop(0)[n] for n in range(pyatspi.Registry.getDesktop(0).childCount))
    return next((app for app in apps if app is not None and app.name == "ombudsview"), None)


class Desk:
    """The program's window, looked at anew at each question."""

    def __init__(self, root: Node) -> None:
        self.root = root
        self.heard: list[str] = []
        self._listener = Atspi.EventListener.new(lambda event: self.heard.append(str(event.any_data)))
        self._listener.register("object:announcement")

    def find(self, role: str, name: str) -> Node | None:
        """What shows itself with this role and exactly this name."""
        return next((one for one in self.all(role) if one.name == name), None)

    def all(self, role: str) -> list[Node]:
        """Everything of a role that shows itself."""
        found = [one for one in below(self.root) if one.getRoleName() == role]
        for one in found:
            one.clearCache()
        return [one for one in found if one.getState().contains(pyatspi.STATE_SHOWING)]

    def need(self, role: str, name: str) -> Node:
        """As `find`, waited for."""
        return wait(lambda: self.find(role, name), f"the {role} “{name}”")

    def state_of(self, name: str) -> str:
        """How a field stands: the first words of its description."""
        return str(self.need("text", name).description).partition(".")[0]

    def press(self, role: str, name: str, action: str = "Press") -> None:
        """Do an action of something."""
        doer = self.need(role, name).queryAction()
        number = next(n for n in range(doer.nActions) if doer.getName(n) == action)
        doer.doAction(number)


def read_page(desk: Desk) -> dict[str, Any]:
    """The pages with their text, and what is marked on them."""
    document = desk.need("document frame", "Pages of the letter")
    pages = wait(lambda: [one for one in below(document) if one.getRoleName() == "section"], "the pages")
    wait(lambda: pages[0].queryText().characterCount, "the text of the first page")
    lights = [one for one in below(document) if one.getRoleName() == "link"]
    return {
        "pages": {page.name: page.queryText().getText(0, -1) for page in pages},
        "marks": [{"name": one.name, "says": one.description, "place": extents(one)} for one in lights],
    }


def extents(node: Node) -> list[int]:
    place = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    return [place.x, place.y, place.width, place.height]


def settle(desk: Desk, name: str) -> None:
    """Agree to one field with the button that its row opens."""
    desk.press("text", name, "SetFocus")
    desk.press("push button", f"Agree: {name}")
    wait(lambda: desk.state_of(name) == "Agreed", f"{name} to be agreed")


def main(field: str, value: str, command: list[str]) -> dict[str, Any]:
    variables = os.environ | {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb"}
    started = subprocess.Popen(command, env=variables, stdin=subprocess.DEVNULL)
    try:
        desk = Desk(wait(program, "the program in the accessibility tree"))
        met = read_page(desk)
        desk.need("push button", "Finish")
        boxes = {one.name: one.queryText().getText(0, -1) for one in desk.all("text")}
        before = {name: desk.state_of(name) for name in boxes}
        desk.need("text", field).queryEditableText().setTextContents(value)
        desk.press("push button", f"Change to {value}: {field}")
        wait(lambda: desk.state_of(field) == "Changed", f"{field} to be changed")
        for name, state in before.items():
            if state in {"To check", "Look here"} and name != field:
                settle(desk, name)
        progress = next(one for one in desk.all("progress bar")).queryValue()
        desk.press("push button", "Finish")
        done = "Finished, saved "
        saved = wait(lambda: [one.name for one in desk.all("label") if one.name.startswith(done)], f"“{done}”")
        wait(lambda: desk.all("alert"), "the notice")
        return met | {
            "fields": boxes,
            "before": before,
            "after": {name: desk.state_of(name) for name in boxes},
            "progress": [progress.currentValue, progress.maximumValue],
            "saved": saved[0],
            "notice": desk.all("alert")[0].name,
            "announced": desk.heard,
        }
    finally:
        started.terminate()
        started.wait(10)


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(json.dumps(main(sys.argv[2], sys.argv[3], sys.argv[4:])), "utf-8")

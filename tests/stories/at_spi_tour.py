"""The rest of the job through the accessibility tree alone, from the empty window to a point of a trend: names and roles, no more.

    dbus-run-session -- /usr/bin/python3 at_spi_tour.py OUT LETTER COMMAND...

Starts the command, opens LETTER from the start page, gives every kind of answer, takes a step back, finishes past the question,
and looks it up in History and Trends. What it met goes to OUT as JSON.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyatspi
from at_spi_script import Desk, below, program, wait


def choose(desk: Desk, *names: str) -> None:
    """An item of a menu; a tab and its key may follow the name."""
    menus = [
        one for one in below(desk.root) if one.getRoleName() == "menu item" and one.name.partition("\t")[0] == names[-1]
    ]
    menus[0].queryAction().doAction(0)


def answer(desk: Desk, field: str, deed: str, state: str) -> str:
    """Do something to a field, and what is said of it once it stands so."""
    desk.press("panel", field, deed)
    wait(lambda: desk.state_of(field) == state, f"{field} to stand as “{state}”")
    return str(desk.need("text", field).description)


def put(desk: Desk, name: str, text: str) -> None:
    """Put a text into a box."""
    desk.need("text", name).queryEditableText().setTextContents(text)


def open_letter(desk: Desk, letter: str) -> None:
    desk.press("push button", "Open a letter")
    put(desk, "File name:", letter)
    wait(lambda: desk.need("push button", "Open").getState().contains(pyatspi.STATE_SENSITIVE), "the button Open")
    desk.press("push button", "Open")
    desk.need("push button", "Finish")


def check(desk: Desk) -> dict[str, Any]:
    """Every kind of answer, and a step back."""
    put(desk, "Upheld rate", "58%")
    met = {"changed": answer(desk, "Upheld rate", "Agree", "Changed")}
    met["denied"] = answer(desk, "Signed by", "Not in letter", "Not in letter")
    desk.press("panel", "Title", "Query")
    put(desk, "Question about Title", "Is it the title?")
    desk.press("push button", "Query with this note: Title")
    wait(lambda: desk.state_of("Title") == "Query", "the query")
    met["queried"] = desk.need("text", "Title").description
    choose(desk, "Agree all that pass every check")
    wait(lambda: desk.state_of("Letter date") == "Agreed", "all that are safe to be agreed")
    desk.press("push button", "Undo")
    wait(lambda: desk.state_of("Letter date") == "To check", "the step to be taken back")
    choose(desk, "Agree all that pass every check")
    wait(lambda: desk.state_of("Letter date") == "Agreed", "all to be agreed again")
    return met


def find(desk: Desk, words: str) -> str:
    choose(desk, "Find in letter...")
    put(desk, "Find in letter", words)
    count = wait(lambda: [one.name for one in desk.all("label") if " of 5" in one.name], "how many were found")
    desk.press("push button", "Close (Esc)")
    return str(count[0])


def main(letter: str, command: list[str]) -> dict[str, Any]:
    variables = os.environ | {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb"}
    started = subprocess.Popen(command, env=variables, stdin=subprocess.DEVNULL)
    try:
        desk = Desk(wait(program, "the program in the accessibility tree"))
        open_letter(desk, letter)
        met = check(desk) | {"found": find(desk, "compliance")}
        line = desk.need("separator", "Line between page and fields").queryValue()
        line.currentValue = 700
        met["line"] = wait(lambda: abs(line.currentValue - 700) < 2, "the line to move")
        desk.press("push button", "Finish")
        put(desk, "Reason to finish anyway", "for a test")
        desk.press("push button", "Finish anyway")
        wait(lambda: [one for one in desk.all("label") if "saved" in one.name.lower()], "“Saved”")
        desk.press("page tab", "History")
        desk.need("push button", "Saves of this letter")
        met["history"] = [one.name for one in desk.all("table cell")]
        desk.press("page tab", "Trends")
        points = wait(lambda: desk.all("link"), "the points of the trend")
        met["points"] = [one.name for one in points]
        desk.press("list item", "Compliance rate")
        met["other"] = wait(lambda: [one.name for one in desk.all("link") if "100%" in one.name], "another measure")
        desk.press("link", met["other"][0])
        desk.need("push button", "Query: Compliance rate")  # the row has opened
        return met | {"announced": desk.heard}
    finally:
        started.terminate()
        started.wait(10)


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(json.dumps(main(sys.argv[2], sys.argv[3:])), "utf-8")

"""What is declared as data is declared once, and nothing that is declared is missing; actions have a test of their own."""

from __future__ import annotations

import ast
import re

from ombudsview.gui.style import resources as shown
from ombudsview.letters.kind import Kind
from ombudsview.letters.kinds import KINDS
from ombudsview.places import resources
from tests.helpers.process import ROOT

_LETTERS = ROOT / "ombudsview" / "letters"


def test_every_layout_that_is_declared_is_known() -> None:
    declared = set()
    for path in _LETTERS.glob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        calls = [
            node
            for node in tree.body
            if isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(node.value, ast.Call)
        ]
        if any(isinstance(node.value.func, ast.Name) and node.value.func.id == Kind.__name__ for node in calls):
            declared.add(path.stem)
    assert declared == {kind.key.replace("-", "_") for kind in KINDS}
    assert len(KINDS) == len({kind.name for kind in KINDS})


def test_every_icon_is_there_and_every_file_is_used() -> None:
    icons = resources() / "icons"
    declared = {
        value
        for name, value in vars(shown).items()
        if name.isupper() and isinstance(value, str) and value.startswith("icons/")
    }
    declared |= {shown.dark_arrow(name).relative_to(resources()).as_posix() for name in shown.DARK_ARROWS}
    assert declared == {path.relative_to(resources()).as_posix() for path in icons.rglob("*") if path.is_file()}


def test_months_have_the_names_of_the_fields_whatever_the_systems_language() -> None:
    asking = re.compile(r"%[AaBb]\b")
    wrong = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in (ROOT / "ombudsview").rglob("*.py")
        for line in path.read_text("utf-8").splitlines()
        if asking.search(line) and ("strftime" in line or ":%" in line or "{" in line)
    ]
    assert not wrong

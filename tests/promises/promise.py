"""One promise with its proofs, and whether a proof is there."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.helpers.process import ROOT


@dataclass(frozen=True)
class Promise:
    """What is promised, in words of our own; where the promise was read; and what shows it.

    `tests` are `file.py::test_name` below tests/, `pictures` states of tests/screenshots.py. `otherwise` says what was chosen in its
    place, or is not there yet, and why.
    """

    about: str
    words: str
    tests: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    otherwise: str = ""

    @property
    def missing(self) -> list[str]:
        """The proofs named that do not exist."""
        tests = [node for node in self.tests if not is_test(node)]
        return tests + [name for name in self.pictures if name not in states()]


def is_test(node: str) -> bool:
    """Whether a file below tests/ has a test of that name, by a node such as `gui/test_desk.py::test_typing`."""
    place, _, name = node.partition("::")
    return name.startswith("test_") and name in _functions(ROOT / "tests" / place)


@cache
def _functions(path: Path) -> frozenset[str]:
    if not path.is_file():
        return frozenset()
    tree = ast.parse(path.read_text("utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef))


@cache
def states() -> frozenset[str]:
    """The names of the pictures that the walk through the window saves."""
    tree = ast.parse((ROOT / "tests" / "screenshots.py").read_text("utf-8"))
    saves = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and _is_save(node)]
    words = (one for call in saves for one in ast.walk(call) if isinstance(one, ast.Constant))
    names = (word.value.removeprefix("-").removesuffix(".png") for word in words if isinstance(word.value, str))
    return frozenset(name for name in names if name)


def _is_save(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Attribute) and call.func.attr == "save"

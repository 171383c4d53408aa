"""Which modules a module imports: every statement counts, also those in functions and for types only."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PROGRAM = "ombudsview"


@dataclass(frozen=True)
class Module:
    """One source file: its syntax tree, and whether it is the `__init__` of a folder."""

    tree: ast.Module
    is_package: bool


def modules(folder: Path) -> dict[str, Module]:
    """All modules below the program's folder by their name within it (`paper.text`); the program's own `__init__` is ``."""
    found = {}
    for path in sorted(folder.rglob("*.py")):
        parts = list(path.relative_to(folder).with_suffix("").parts)
        is_package = parts[-1] == "__init__"
        found[".".join(parts[:-1] if is_package else parts)] = Module(
            ast.parse(path.read_text("utf-8"), str(path)), is_package
        )
    return found


def of(sources: dict[str, Module], name: str) -> Iterator[tuple[int, str]]:
    """The line and the full name of all that the module imports; `from a import b` counts as `a.b` where that is a module."""
    for node in ast.walk(sources[name].tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = _base(sources, name, node)
            for alias in node.names:
                full = f"{base}.{alias.name}"
                yield node.lineno, full if full.removeprefix(f"{PROGRAM}.") in sources else base


def own(sources: dict[str, Module], name: str) -> Iterator[tuple[int, str]]:
    """The imports that lie within the program, by their name there."""
    for line, target in of(sources, name):
        if target.startswith(f"{PROGRAM}."):
            yield line, target.removeprefix(f"{PROGRAM}.")


def foreign(sources: dict[str, Module], name: str) -> Iterator[tuple[int, str]]:
    """The libraries imported that are neither the program nor Python's own."""
    for line, target in of(sources, name):
        library = target.partition(".")[0]
        if library not in sys.stdlib_module_names and library != PROGRAM:
            yield line, library


def _base(sources: dict[str, Module], name: str, node: ast.ImportFrom) -> str:
    """The module that a `from` names, relative ones resolved."""
    if not node.level:
        return node.module or ""
    parts = [PROGRAM, *name.split(".")]
    up = node.level - (1 if sources[name].is_package else 0)
    return ".".join([*parts[: len(parts) - up], *([node.module] if node.module else [])])

"""The rules of the house as data, held against every file: who may import whom, and how large a room may grow."""

from __future__ import annotations

import ast
import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers import imports
from tests.helpers.process import ROOT, python

# What a room may import of the program beside itself: a room, or one file of it.
MAY_IMPORT = {
    "errors": [],
    "places": [],
    # Below every room that writes: one way to put a file in its place, and one to lock it.
    "disk": [],
    "authorities": ["errors"],
    "paper": ["disk", "errors"],
    "letters": ["paper.text", "paper.geometry", "errors"],
    "reading": ["paper", "letters", "authorities", "errors"],
    "review": [
        "disk",
        "reading",
        "letters.fields",
        "letters.check",
        "paper.geometry",
        "errors",
    ],  # checks run again on the officer's values
    # The record keeps papers whole, and names the files it keeps by their format.
    "history": [
        "disk",
        "review",
        "reading",
        "letters.fields",
        "paper.geometry",
        "paper.formats",
        "paper.paper",
        "authorities",
        "places",
        "errors",
    ],
    # What the Ombudsman publishes as tables, held against the record: headings are worded as those of the letters' own tables,
    # and a sheet's cells are its paper.
    "published": [
        "history",
        "letters.fields",
        "letters.headings",
        "letters.matrices",
        "letters.older_tables",
        "paper.cells",
        "authorities",
        "places",
        "errors",
    ],
    "trends": ["history", "letters.fields", "authorities", "errors"],
    # What a remark is about is told from its words wherever it is shown, and so is why the totals differ. The committee's paper
    # has strips of pages: it is told where on the page each figure stands, and which words stand beside it.
    "reports": [
        "disk",
        "history",
        "published",
        "trends",
        "reading",
        "letters.fields",
        "letters.topics",
        "letters.totals",
        "paper.geometry",
        "paper.paper",
        "errors",
    ],
    "many": ["disk", "paper", "reading", "reports", "errors"],
}
CORE = list(MAY_IMPORT)
EVERYTHING = ["gui", "cli", "__main__"]

# Where a library may be imported: in these rooms or files, and nowhere else.
LIBRARIES = {
    "platformdirs": ["places"],
    "rapidfuzz": ["authorities"],
    "msgspec": [
        *("paper", "reading", "review", "history", "trends.drawing"),
        *("many.at_hand", "many.ledger", "many.results", "reports.json_report"),
    ],
    "python_calamine": ["paper.tabulate"],
    "dask": ["many.cluster"],
    "distributed": ["many.cluster"],
    "pymupdf": ["paper.extract", "paper.render", "paper.picture_file", "paper.overlaid"],
    "onnxruntime": ["paper.recognise"],
    "PIL": ["paper.recognise"],
    "numpy": ["paper.recognise", "trends"],
    "sqlite_utils": ["history"],
    "matplotlib": ["trends"],
    "docx": ["reports.committee.ooxml", "reports.committee.word"],
    "PySide6": ["gui"],
    "shiboken6": ["gui.access"],
}
SUB_ROOMS = ["letter", "queue", "history", "trends"]  # of gui; they meet in window.py
# What lies under the pages of the desk, and what of the desk it may know beside itself.
UNDER_THE_DESK = {"style": ["access"], "work": []}
TOP_LEVEL = {"ombudsview", "packaging", "resources", "tests"}
# The outermost doors: below them lies nothing of ours, of the process or of a thread, and what is raised must reach a person.
DOORS = {"__main__", "reading.child", "gui.app", "gui.work.errands"}

SOURCES = imports.modules(ROOT / "ombudsview")
ALL = [path for folder in ("ombudsview", "packaging", "tests") for path in sorted((ROOT / folder).rglob("*.py"))]


def inside(name: str, places: list[str]) -> bool:
    """Whether the module is one of these, or lies in one of these."""
    return any(name == place or name.startswith(f"{place}.") for place in places)


def test_there_is_something_to_look_at() -> None:
    assert len(SOURCES) > 10
    assert sum(1 for name in SOURCES for _ in imports.of(SOURCES, name)) > 50


@pytest.mark.parametrize("name", SOURCES)
def test_rooms_import_only_what_lies_before_them(name: str) -> None:
    room = name.partition(".")[0]
    if inside(name, EVERYTHING) or not name:
        return
    assert room in MAY_IMPORT, f"{name} is in no room of the table"
    allowed = [room, *MAY_IMPORT[room], "__version__"]
    wrong = [f"line {line}: {target}" for line, target in imports.own(SOURCES, name) if not inside(target, allowed)]
    assert not wrong, f"{name} imports {wrong}"


@pytest.mark.parametrize("name", SOURCES)
def test_libraries_stay_in_their_rooms(name: str) -> None:
    wrong = [
        f"line {line}: {library}"
        for line, library in imports.foreign(SOURCES, name)
        if library not in LIBRARIES or not inside(name, LIBRARIES[library])
    ]
    assert not wrong, f"{name} imports {wrong}"


@pytest.mark.parametrize("name", [name for name in SOURCES if name.startswith("gui.")])
def test_the_rooms_of_the_desk_do_not_know_each_other(name: str) -> None:
    here = name.split(".")[1]
    if here not in SUB_ROOMS:
        return
    others = [f"gui.{room}" for room in SUB_ROOMS if room != here]
    wrong = [f"line {line}: {target}" for line, target in imports.own(SOURCES, name) if inside(target, others)]
    assert not wrong, f"{name} imports {wrong}"


@pytest.mark.parametrize("room", UNDER_THE_DESK)
def test_what_lies_under_the_desk_knows_no_page_of_it(room: str) -> None:
    allowed = [f"gui.{place}" for place in (room, *UNDER_THE_DESK[room])]
    wrong = [
        f"{name}, line {line}: {target}"
        for name in SOURCES
        if inside(name, [f"gui.{room}"])
        for line, target in imports.own(SOURCES, name)
        if inside(target, ["gui"]) and not inside(target, allowed)
    ]
    assert not wrong


def test_rooms_lie_in_one_direction() -> None:
    for number, room in enumerate(CORE):
        later = [target for target in MAY_IMPORT[room] if CORE.index(target.partition(".")[0]) >= number]
        assert not later, f"{room} may import {later}"


def test_core_rooms_need_no_qt() -> None:
    core = [f"ombudsview.{name}" for name in SOURCES if name and inside(name, [*CORE, "cli"])]
    done = python(
        "import importlib, sys\n"
        "sys.modules['PySide6'] = sys.modules['shiboken6'] = None\n"
        "for name in sys.argv[1:]: importlib.import_module(name)\n",
        *core,
    )
    assert done.returncode == 0, done.stderr


def test_every_module_says_what_it_is_for() -> None:
    program = [path for path in ALL if not path.is_relative_to(ROOT / "tests")]
    assert not [
        str(path.relative_to(ROOT)) for path in program if not ast.get_docstring(ast.parse(path.read_text("utf-8")))
    ]


def test_rooms_are_small() -> None:
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in ALL}
    program = [length for path, length in lengths.items() if path.is_relative_to(ROOT / "ombudsview")]
    assert statistics.median(program) < 150
    assert not {str(path.relative_to(ROOT)): length for path, length in lengths.items() if length > 300}


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    tree = ast.parse(path.read_text("utf-8"))
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def test_functions_are_short() -> None:
    lengths = {
        f"{path.relative_to(ROOT)}: {node.name}": (node.end_lineno or 0) - node.lineno + 1
        for path in ALL
        for node in functions(path)
    }
    assert not {name: length for name, length in lengths.items() if length > 60}
    assert statistics.median(lengths.values()) < 20


def swallows_all(node: ast.AST) -> bool:
    """Whether this handler takes everything and keeps it; one that tidies up and raises it again does not."""
    if not isinstance(node, ast.ExceptHandler):
        return False
    named = [part.id for part in ast.walk(node.type) if isinstance(part, ast.Name)] if node.type else ["BaseException"]
    last = node.body[-1]
    raised_again = isinstance(last, ast.Raise) and last.exc is None
    return bool({"Exception", "BaseException"} & set(named)) and not raised_again


@pytest.mark.parametrize("name", SOURCES)
def test_only_the_outermost_doors_swallow_everything(name: str) -> None:
    if inside(name, sorted(DOORS)):
        return
    lines = [node.lineno for node in ast.walk(SOURCES[name].tree) if swallows_all(node)]
    assert not lines, f"{name} swallows everything on lines {lines}"


def test_the_top_holds_nothing_else() -> None:
    made = {"build", "dist"}
    folders = {path.name for path in ROOT.iterdir() if path.is_dir() and not path.name.startswith((".", "__"))}
    assert {name for name in folders if name not in made and not name.endswith(".egg-info")} == TOP_LEVEL

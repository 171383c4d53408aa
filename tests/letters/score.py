"""How well the program reads letters of every era: `python -m tests.letters.score` makes them, reads them, prints the table.

Letters are made once and kept in a folder; what was graded is kept too, for this state of the program, so that a run that was
stopped goes on where it was. Pages that were recognised are remembered by the program itself until its recogniser changes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tests.letters.ask import DEADLINE, command
from tests.letters.degrade import CHANGES
from tests.letters.eras import edges
from tests.letters.eras.corpus import ERAS, Order, make, orders
from tests.letters.eras.setters import ENGINES, WHEELS, wanting
from tests.letters.grade import Grade, Object, from_plain, grade
from tests.letters.tally import table

_HERE = Path(__file__).resolve().parent
_BATCH = 12


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line."""
    given = _parser().parse_args(arguments)
    engines = tuple(given.engine or (WHEELS if given.wheels else ENGINES))
    for engine in engines:
        if reason := wanting(engine):
            print(f"Left out: {engine}: {reason}", file=sys.stderr)
    changes = () if given.change == ["none"] else tuple(given.change or CHANGES)
    held = {"open": False, "kept-back": True, "both": None}[given.wording]
    eras = tuple(given.era or ERAS)
    every = given.change not in (None, ["none"])
    plan = orders(given.seed, given.count, eras, engines, held, changes, every)
    if given.every_edge:
        plan = edges.plan(given.seed, eras, engines, changes, held)
    grades = tuple(graded(tuple(plan), given.folder))
    if given.faults:
        print("\n".join(_faults(grades)))
    print(table(grades))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.letters.score", description=__doc__)
    parser.add_argument("--count", type=int, default=350, help="how many letters (default: 350)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--every-edge",
        action="store_true",
        help="instead of a count: of every layout each edge case by each engine, and each change",
    )
    parser.add_argument("--era", action="append", choices=ERAS, help="only this era (may be repeated)")
    parser.add_argument("--engine", action="append", choices=ENGINES, help="only this engine (may be repeated)")
    parser.add_argument("--wheels", action="store_true", help="only engines that come as wheels")
    parser.add_argument(
        "--change", action="append", choices=("none", *CHANGES), help="only this change (may be repeated)"
    )
    parser.add_argument("--wording", choices=("open", "kept-back", "both"), default="both")
    parser.add_argument(
        "--faults", action="store_true", help="list what is wrong or missing, in letters of open wording"
    )
    folder = Path(tempfile.gettempdir()) / "ombudsview-letters"
    parser.add_argument("--folder", type=Path, default=folder, help="where letters and grades are kept")
    return parser


def graded(plan: Sequence[Order], folder: Path) -> Iterator[Grade]:
    """The grade of every letter, read only where this program has not read it before."""
    made = folder / _state(_HERE.rglob("*.py"), _HERE)
    made.mkdir(parents=True, exist_ok=True)
    source = _HERE.parents[1] / "ombudsview"
    notes = made / f"grades-{_state(source.rglob('*.py'), source)}.jsonl"
    known = {one.name: one for one in _noted(notes)}
    yield from (known[order.name] for order in plan if order.name in known)
    missing = [order for order in plan if order.name not in known]
    for locked in (False, True):
        group = [order for order in missing if (order.change == "locked") == locked]
        for first in range(0, len(group), _BATCH):
            with notes.open("a", encoding="utf-8") as file:
                for one in _read(group[first : first + _BATCH], made, locked):
                    file.write(json.dumps(one.plain(), ensure_ascii=False) + "\n")
                    yield one
            print(".", end="", file=sys.stderr, flush=True)


def _state(files: Iterable[Path], base: Path) -> str:
    """A short name for what some source files say now."""
    digest = hashlib.sha256()
    for file in sorted(files):
        digest.update(str(file.relative_to(base)).encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:12]


def _noted(notes: Path) -> Iterator[Grade]:
    if not notes.exists():
        return
    for line in notes.read_text(encoding="utf-8").splitlines():
        try:
            yield from_plain(json.loads(line))
        except (json.JSONDecodeError, TypeError):
            continue  # a line that a stopped run left unfinished


def _read(some: Sequence[Order], folder: Path, locked: bool) -> Iterator[Grade]:
    for order in some:
        _kept(order, folder)
    paths = [folder / f"{order.name}.pdf" for order in some]
    options: list[str | Path] = []
    if locked:
        (folder / "password.txt").write_text(str(_truth(some[0], folder)["letter"]["password"]), encoding="utf-8")
        options = ["--password-file", folder / "password.txt"]
    done = command("read", *paths, "--format", "json", *options, deadline=DEADLINE * len(paths))
    said: dict[str, list[Object]] = {path.stem: [] for path in paths}
    for told in json.loads(done.stdout) if done.stdout else []:
        said[Path(told["file"]).stem].append(told)
    for order in some:
        yield grade(order.name, _truth(order, folder), said[order.name])


def _kept(order: Order, folder: Path) -> None:
    """The letter on disk, made if it is not there yet."""
    truth = folder / f"{order.name}.json"
    if truth.exists():
        return
    made = make(order)
    (folder / f"{order.name}.pdf").write_bytes(made.pdf)
    truth.write_text(json.dumps(made.truth, ensure_ascii=False), encoding="utf-8")


def _truth(order: Order, folder: Path) -> Object:
    truth: Object = json.loads((folder / f"{order.name}.json").read_text(encoding="utf-8"))
    return truth


def _faults(grades: Iterable[Grade]) -> Iterator[str]:
    for one in grades:
        for mark in one.marks if not one.held else ():
            if mark.verdict != "right" or mark.box == "wrong":
                what = "box" if mark.verdict == "right" else mark.verdict
                yield f"{one.name} {mark.key}: {what}{' (doubted)' if mark.doubted else ''}: {mark.said!r}, true {mark.true!r}"


if __name__ == "__main__":
    sys.exit(main())

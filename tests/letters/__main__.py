"""Writes test letters to disk, each with its expected reading beside it: `python -m tests.letters --count 20 --out DIR`."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from tests.letters import samples
from tests.letters.corpus import bundles, letters
from tests.letters.degrade import CHANGES
from tests.letters.eras.corpus import ERAS, make, orders
from tests.letters.eras.setters import ENGINES
from tests.letters.truth import expected


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.letters", description=__doc__)
    parser.add_argument("--count", type=int, default=20, help="how many letters")
    parser.add_argument("--seed", type=int, default=1, help="another seed, other letters")
    parser.add_argument(
        "--era", help="letters of this era, by any engine of this machine (or `all`), instead of the first corpus"
    )
    parser.add_argument("--engine", help="only this engine: drawn, flowed, web, browser or word")
    parser.add_argument("--change", help="only this change to the pages (see degrade.py); `none` for none")
    place = parser.add_mutually_exclusive_group(required=True)
    place.add_argument("--out", type=Path, help="the folder to write to")
    place.add_argument("--samples", action="store_true", help="typeset the sample letters in resources/ anew instead")
    given = parser.parse_args()
    if given.samples:
        samples.write()
        return
    given.out.mkdir(parents=True, exist_ok=True)
    if given.era:
        _eras(given)
        return
    for letter in letters(given.seed, given.count):
        (given.out / f"{letter.name}.pdf").write_bytes(letter.pdf())
        answer = json.dumps(expected(letter.facts), indent=1, ensure_ascii=False)
        (given.out / f"{letter.name}.json").write_text(answer + "\n", encoding="utf-8")
    for bundle in bundles():
        (given.out / f"{bundle.name}.pdf").write_bytes(bundle.pdf())


def _eras(given: argparse.Namespace) -> None:
    """Letters of one era or of all, in the wordings that are open to everybody."""
    eras = ERAS if given.era == "all" else (given.era,)
    engines = (given.engine,) if given.engine else ENGINES
    changes = CHANGES if given.change is None else tuple(change for change in (given.change,) if change != "none")
    for order in orders(given.seed, given.count, eras, engines, changes=changes, every=bool(given.change)):
        made = make(order)
        (given.out / f"{order.name}.pdf").write_bytes(made.pdf)
        answer = json.dumps(made.truth, indent=1, ensure_ascii=False)
        (given.out / f"{order.name}.json").write_text(answer + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

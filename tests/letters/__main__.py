"""Writes test letters to disk, each with its expected reading beside it: `python -m tests.letters --count 20 --out DIR`."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from tests.letters import samples
from tests.letters.corpus import bundles, letters
from tests.letters.truth import expected


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.letters", description=__doc__)
    parser.add_argument("--count", type=int, default=20, help="how many letters")
    parser.add_argument("--seed", type=int, default=1, help="another seed, other letters")
    place = parser.add_mutually_exclusive_group(required=True)
    place.add_argument("--out", type=Path, help="the folder to write to")
    place.add_argument("--samples", action="store_true", help="typeset the sample letters in resources/ anew instead")
    given = parser.parse_args()
    if given.samples:
        samples.write()
        return
    given.out.mkdir(parents=True, exist_ok=True)
    for letter in letters(given.seed, given.count):
        (given.out / f"{letter.name}.pdf").write_bytes(letter.pdf())
        answer = json.dumps(expected(letter.facts), indent=1, ensure_ascii=False)
        (given.out / f"{letter.name}.json").write_text(answer + "\n", encoding="utf-8")
    for bundle in bundles():
        (given.out / f"{bundle.name}.pdf").write_bytes(bundle.pdf())


if __name__ == "__main__":
    main()

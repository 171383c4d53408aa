"""Runs the measures named, or all of them, and prints their table. Nothing fails here for being slow."""

from __future__ import annotations

import argparse

from tests.benchmarks import busy, desk, many, memory, pictures, reading, record, starts
from tests.benchmarks.row import table

MEASURES = {
    "starts": starts.measure,
    "reading": reading.measure,
    "many": many.measure,
    "memory": memory.measure,
    "record": record.measure,
    "desk": desk.measure,
    "busy": busy.measure,
    "pictures": pictures.measure,
}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument(
        "measures", nargs="*", metavar="MEASURE", help=f"some of: {', '.join(MEASURES)}; all when none is named"
    )
    parser.add_argument("--rounds", type=int, default=9, help="how often each side is taken, in turn (9)")
    options = parser.parse_args()
    if unknown := set(options.measures) - MEASURES.keys():
        parser.error(f"no such measure: {', '.join(sorted(unknown))}")
    rows = [row for name in options.measures or MEASURES for row in MEASURES[name](options.rounds)]
    print(table(rows))


if __name__ == "__main__":
    main()

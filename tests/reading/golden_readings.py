"""What the reader makes of the letters that are shipped with it, to be held beside its version.

`python -m tests.reading.golden_readings` writes the golden file anew, for a reader that reads otherwise and says so by its version.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from ombudsview.paper.worker import Worker
from ombudsview.places import resources
from ombudsview.reading import answer
from ombudsview.reading.model import FieldReading, Reading
from ombudsview.reading.version import READER_VERSION

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "readings.json"

Told = dict[str, Any]


def told() -> Told:
    """Every letter by its file's name, each field as it was read; boxes are left out, which differ a hair from system to system."""
    files = (resources() / "sample-letter.pdf", *sorted((resources() / "samples").glob("*.pdf")))
    with Worker.start(spare=False) as worker:
        return {"reader": READER_VERSION} | {path.name: _read(worker, path) for path in files}


def _read(worker: Worker, path: Path) -> list[Told]:
    opened = worker.open(path.read_bytes())
    return [_letter(reading) for reading in answer.decode(worker.read(), opened.sha256, opened.sizes).readings]


def _letter(reading: Reading) -> Told:
    doubts = [doubt.sentence for doubt in reading.doubts]
    return {"kind": reading.kind, "doubts": doubts, "fields": {field.key: _field(field) for field in reading.fields}}


def _field(field: FieldReading) -> list[Any]:
    printed = list(field.printed) if isinstance(field.printed, tuple) else field.printed
    value = list(field.value) if isinstance(field.value, tuple) else field.value
    return [value, printed, field.state.value, [[source.page, source.text] for source in field.sources]]


if __name__ == "__main__":
    GOLDEN.write_text(json.dumps(told(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")

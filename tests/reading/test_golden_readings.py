"""A reader that reads otherwise goes by another version: archives, clusters and kept readings trust it."""

from __future__ import annotations

import json

from tests.reading.golden_readings import GOLDEN, told


def test_the_version_of_the_reader_stands_for_what_it_reads() -> None:
    kept, now = json.loads(GOLDEN.read_text("utf-8")), told()
    assert now["reader"] == kept["reader"], "write the golden readings anew: python -m tests.reading.golden_readings"
    for name in now:
        assert now[name] == kept.get(name), (
            f"{name} is read otherwise: raise READER_VERSION, then write the golden readings anew"
        )

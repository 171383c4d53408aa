"""`ombudsview read` on scans and pictures, as it is typed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests import scans
from tests.letters.ask import command
from tests.letters.scan import Scan

pytestmark = scans.needs_recognition
FIGURES = ("upheld_rate", "upheld_decisions", "investigations", "compliance_rate", "compliance_outcomes", "remedy_rate")


def _read(file: Path, base: Path, *options: str) -> dict[str, Any]:
    done = command("read", file, "--base", base, "--format", "json", *options)
    assert done.returncode == 0, done.stderr
    (letter,) = json.loads(done.stdout)
    return dict(letter)


@pytest.fixture(scope="module")
def scan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("scan") / "scan.pdf"
    file.write_bytes(scans.scan(scans.DRAWN, Scan(200))[0])
    return file


def test_a_scan_is_read_and_every_value_is_to_be_checked(scan: Path, tmp_path: Path) -> None:
    letter = _read(scan, tmp_path)
    answers = scans.DRAWN.answers
    assert {key: str(letter["fields"][key]["value"]) for key in FIGURES} == {key: answers[key].value for key in FIGURES}
    assert {letter["fields"][key]["state"] for key in FIGURES} <= {"to_check", "look_here"}
    assert letter["verdict"] == "ok"
    assert "recognised" in [doubt["code"] for doubt in letter["doubts"]]
    assert len(list((tmp_path / "cache" / "recognised").iterdir())) == 1
    assert _read(scan, tmp_path) == letter


def test_it_can_be_left_out(scan: Path, tmp_path: Path) -> None:
    letter = _read(scan, tmp_path, "--no-ocr")
    assert letter["verdict"] == "no_text"
    assert not (tmp_path / "cache").exists()

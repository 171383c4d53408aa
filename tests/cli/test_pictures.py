"""`ombudsview read` on scans and pictures, as it is typed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pymupdf
import pytest

from tests import scans
from tests.letters.ask import command
from tests.letters.scan import Scan

pytestmark = scans.needs_recognition
FIGURES = ("upheld_rate", "upheld_decisions", "investigations", "compliance_rate", "compliance_outcomes", "remedy_rate")

PICTURES = ("page.PNG", "photo.jpeg", "fax.tif")


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


def test_a_folder_is_read_with_its_pictures(tmp_path: Path) -> None:
    folder = tmp_path / "letters"
    folder.mkdir()
    with pymupdf.open(stream=scans.DRAWN.pdf()) as letter:
        letter.save(folder / "whole.pdf")
        for name in PICTURES:
            letter[-1].get_pixmap(dpi=200).pil_save(folder / name)
    (folder / "page.txt").write_text("no letter")
    done = command("read", "-r", folder, "--base", tmp_path / "base", "--format", "jsonl")
    assert done.returncode == 0, done.stderr
    told = {Path(one["file"]).name: one for one in map(json.loads, done.stdout.splitlines())}
    assert {name: one["verdict"] for name, one in told.items()} == dict.fromkeys((*PICTURES, "whole.pdf"), "ok")
    upheld = {name: one["fields"]["upheld_decisions"]["value"] for name, one in told.items()}
    assert upheld["whole.pdf"] == int(scans.DRAWN.answers["upheld_decisions"].value)
    assert {upheld[name] for name in PICTURES} == {upheld["whole.pdf"]}

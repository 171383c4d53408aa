"""`ombudsview read` over several authorities' letters of one year: what they share is a remark about neither."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ombudsview.history.store import Store
from ombudsview.places import Places
from tests.history.remarked import Remarked
from tests.letters.ask import command
from tests.letters.corpus import Letter
from tests.letters.facts import Wording
from tests.letters.prose import REMARK
from tests.letters.style import Style
from tests.letters.sweep import edge_cases

REMARKED = replace(edge_cases()["plain"], wording=Wording(remark=True))
((_, WORDS),) = REMARK


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The letters to two authorities about one year, set by two engines, with one paragraph in both."""
    folder = tmp_path_factory.mktemp("letters")
    paths = []
    for engine, council in (("drawn", "Wraxmere District Council"), ("flowed", "Barrowmere Borough Council")):
        facts = replace(REMARKED, council=council)
        paths.append(folder / f"{engine}.pdf")
        paths[-1].write_bytes(Letter(engine, facts, Style(), engine).pdf())
    return paths[0], paths[1]


def _fields(output: str, lines: bool = False) -> list[dict[str, Any]]:
    told = map(json.loads, output.splitlines()) if lines else json.loads(output)
    return [letter["fields"]["remarks"] for letter in told]


def _read(base: Path, *arguments: str | Path) -> str:
    done = command("read", "--base", base, *arguments)
    assert (done.returncode, done.stderr) == (0, "")
    return str(done.stdout)


def test_a_letter_alone_has_its_remark_marked_by_kind(letters: tuple[Path, Path], tmp_path: Path) -> None:
    for letter in letters:
        (remarks,) = _fields(_read(tmp_path, letter, "--format", "json"))
        assert [" ".join(one.split()) for one in remarks["value"]] == [str(WORDS).removesuffix(".")]
        assert remarks["kinds"] == [["late_remedy"]]
        assert remarks["state"] == "look_here"
        assert [doubt["code"] for doubt in remarks["doubts"]] == ["late_remedy"]
        assert len(remarks["sources"]) == 1


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_letters_read_together_teach_each_other(letters: tuple[Path, Path], tmp_path: Path, jobs: str) -> None:
    told = _fields(_read(tmp_path, *letters, "--format", "json", "--jobs", jobs))
    assert [(one["value"], one["state"], one["doubts"]) for one in told] == [(None, "absent", [])] * 2
    assert all("other authorities" in one["reason"] for one in told)
    assert _read(tmp_path, *letters).count("not found  \n") == 0
    assert "late remedy" not in _read(tmp_path, *letters)
    assert WORDS[:40] not in _read(tmp_path, *letters, "--format", "csv")


def test_a_stream_tells_of_each_file_by_itself(letters: tuple[Path, Path], tmp_path: Path) -> None:
    results = tmp_path / "results.jsonl"
    assert _read(tmp_path, *letters, "--resume", results) == ""
    lines = _read(tmp_path, *letters, "--format", "jsonl")
    for told in (lines, results.read_text("utf-8")):
        assert [one["kinds"] for one in _fields(told, lines=True)] == [[["late_remedy"]]] * 2


def test_saved_letters_teach_too(letters: tuple[Path, Path], tmp_path: Path) -> None:
    with closing(Store.open(Places.under(tmp_path))) as store:
        Remarked(str(WORDS), authority="Ambermere Council").save(store)
    (remarks,) = _fields(_read(tmp_path, letters[0], "--format", "json"))
    assert remarks["value"] is None

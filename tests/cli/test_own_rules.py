"""`ombudsview read` goes by the rules that are kept under its base, unless told otherwise."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from ombudsview.history import rules
from ombudsview.letters.rule import Between, Rule
from ombudsview.places import Places, resources
from tests.letters.ask import command

SAMPLE = resources() / "sample-letter.pdf"
RULE = Rule(
    "upheld_rate_similar",
    Between(after="of complaints we investigated were upheld"),
    kind="measures-2019",
    instead=True,
)


@pytest.fixture
def base(tmp_path: Path) -> Path:
    rules.save(Places.under(tmp_path), RULE)
    return tmp_path


def rate(base: Path, *options: str) -> dict[str, Any]:
    done = command("read", SAMPLE, "--base", base, "--format", "json", *options)
    assert done.returncode == 0, done.stderr
    [letter] = json.loads(done.stdout)
    return dict(letter["fields"][RULE.key])


def test_rules_that_were_taught_are_used(base: Path) -> None:
    plain, taught = rate(base, "--no-rules"), rate(base)
    assert taught["value"] == 57
    assert taught["value"] != plain["value"]
    assert taught["reason"].startswith("Read by your own rule: the percentage before “of complaints we investigated")
    assert plain["reason"] is None


def test_a_rule_that_is_none_is_told_and_the_others_count(base: Path) -> None:
    Places.under(base).rules.joinpath("broken.json").write_text("{")
    done = command("read", SAMPLE, "--base", base, "--format", "json")
    assert "broken.json cannot be used" in done.stderr
    assert json.loads(done.stdout)[0]["fields"][RULE.key]["value"] == 57


def test_what_was_read_by_other_rules_is_read_again(base: Path, tmp_path: Path) -> None:
    results = tmp_path / "results.jsonl"

    def run(*options: str) -> list[str]:
        done = command("read", SAMPLE, "--base", base, "--resume", results, *options)
        assert done.returncode == 0, done.stderr
        return [json.loads(line)["reader"] for line in results.read_text("utf-8").splitlines()]

    [first] = run()
    assert run() == [first]
    [_, second] = run("--no-rules")
    assert first.startswith(f"{second}+")

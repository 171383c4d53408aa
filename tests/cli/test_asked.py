"""The command line taken apart, and wrong usage told."""

from __future__ import annotations

import pytest

from ombudsview import __version__
from ombudsview.cli.asked import Asked, parse


@pytest.mark.parametrize(
    ("arguments", "asked"),
    [
        ([], Asked(False, ())),
        (["a.pdf", "b.pdf"], Asked(False, ("a.pdf", "b.pdf"))),
        (["--base", "read", "a.pdf"], Asked(False, ("a.pdf",), "read")),
        (["--base=x"], Asked(False, (), "x")),
        (["a.pdf", "read"], Asked(False, ("a.pdf", "read"))),
        (["./read"], Asked(False, ("./read",))),
        (["read", "a.pdf"], Asked(True, ("a.pdf",))),
        (["read", "read"], Asked(True, ("read",))),
        (["--base", "x", "read", "a.pdf"], Asked(True, ("a.pdf",), "x")),
        (["--base=x", "read", "a.pdf"], Asked(True, ("a.pdf",), "x")),
        (["read", "a.pdf", "--base", "x", "b.pdf"], Asked(True, ("a.pdf", "b.pdf"), "x")),
        (["read", "--format", "jsonl", "a.pdf"], Asked(True, ("a.pdf",), None, "jsonl")),
        (["read", "a.pdf", "--password-file", "p"], Asked(True, ("a.pdf",), None, "table", "p")),
        (["read", "--", "--odd.pdf"], Asked(True, ("--odd.pdf",))),
    ],
)
def test_what_is_asked_for(arguments: list[str], asked: Asked) -> None:
    try:
        assert parse(arguments) == asked
    except SystemExit as end:
        pytest.fail(f"taken for wrong usage: {end.code}")


@pytest.mark.parametrize(
    "arguments",
    [
        ["read"],
        ["read", "--format", "xml", "a.pdf"],
        ["read", "--form", "json", "a.pdf"],
        ["read", "a.pdf", "--nonsense"],
        ["--nonsense"],
        ["a.pdf", "--format", "json"],
        ["--base"],
        ["read", "a.pdf", "--version"],
    ],
)
def test_wrong_usage_ends_with_2_and_says_how(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        parse(arguments)
    assert end.value.code == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("usage: ombudsview")


def test_a_number_of_jobs_that_is_none_is_told_in_plain_words(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse(["read", "letter.pdf", "--jobs", "abc"])
    assert "argument --jobs: “abc” is no number from 0 to " in capsys.readouterr().err


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        parse(["--version"])
    assert end.value.code == 0
    assert capsys.readouterr().out == f"OmbudsView {__version__}\n"

"""What the command line asks for: its arguments taken apart, and wrong usage told."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ombudsview import __version__

FORMATS = ("table", "json", "jsonl", "csv")
_MOST_JOBS = 1_000


@dataclass(frozen=True)
class Asked:
    """What the command line asks for: to read (`read`) or to open the window, these letters, everything kept under `base`.

    `files_from` is a list of more letters, `jobs` how many readers work at once, `scheduler` where a cluster does instead,
    `resume` the file that results are added to, `no_ocr` leaves pages that are pictures unread,
    `no_rules` the officer's own rules unused.
    """

    read: bool
    letters: tuple[str, ...]
    base: str | None = None
    format: str = "table"
    password_file: str | None = None
    files_from: str | None = None
    null: bool = False
    recursive: bool = False
    jobs: int = 1
    scheduler: str | None = None
    resume: str | None = None
    no_ocr: bool = False
    no_rules: bool = False


def parse(arguments: Sequence[str]) -> Asked:
    """The command line taken apart; wrong usage says so and ends the program with 2."""
    reading = bool(arguments) and command(arguments) == "read"
    parser = _read_parser() if reading else _window_parser()
    given = vars(parser.parse_intermixed_args(arguments))
    if reading:
        _check(parser, given)
    given = {name: value for name, value in given.items() if name in Asked.__dataclass_fields__}
    return Asked(reading, tuple(given.pop("letters")), **given)


def _check(parser: argparse.ArgumentParser, given: dict[str, Any]) -> None:
    """What options say together; ends the program with 2."""
    if not given["letters"] and given["files_from"] is None:
        parser.error("name letters, or a list of them with --files-from")
    if given["resume"] and given["format"] not in (None, "jsonl"):
        parser.error("--resume writes the format jsonl and no other")
    given["format"] = given["format"] or "table"


def command(arguments: Sequence[str]) -> str | None:
    """The first argument that is neither an option nor the value of `--base`."""
    skip = False
    for argument in arguments:
        if skip:
            skip = False
        elif argument == "--base":
            skip = True
        elif not argument.startswith("-"):
            return argument
    return None


def _parser(name: str, description: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=name, description=description, allow_abbrev=False)
    parser.add_argument("--base", metavar="DIR", help="keep everything that the program writes under DIR")
    return parser


def _window_parser() -> argparse.ArgumentParser:
    parser = _parser(
        "ombudsview",
        "Open the Ombudsman's letters in a window. `ombudsview read LETTER...` reads them where there is no screen; "
        "`ombudsview compare SPREADSHEET` holds the saved ones against published figures.",
    )
    parser.add_argument("--version", action="version", version=f"OmbudsView {__version__}")
    parser.add_argument("letters", nargs="*", metavar="LETTER", help="PDF files, pictures or Word documents of letters")
    return parser


def _read_parser() -> argparse.ArgumentParser:
    parser = _parser("ombudsview", "Read letters and print what they say; no screen is needed.")
    parser.add_argument("command", choices=["read"], metavar="read")
    parser.add_argument("letters", nargs="*", metavar="LETTER", help="PDF files, pictures or Word documents of letters")
    parser.add_argument("--format", choices=FORMATS, help="how to print (default: table)")
    parser.add_argument(
        "--password-file", metavar="FILE", help="the first line of FILE opens letters that need a password"
    )
    parser.add_argument("--no-ocr", action="store_true", help="do not recognise the text of pages that are pictures")
    parser.add_argument("--no-rules", action="store_true", help="read without the rules that you taught in the window")
    many = parser.add_argument_group("many files")
    many.add_argument(
        "--files-from", metavar="LIST", help="read also the files named in LIST, one a line; - for the input"
    )
    many.add_argument("-0", "--null", action="store_true", help="the names in LIST end in a zero byte, not in a line")
    inside = "for a folder read the letters in and below it: PDF files, pictures, Word documents"
    many.add_argument("-r", "--recursive", action="store_true", help=inside)
    by = many.add_mutually_exclusive_group()
    by.add_argument(
        "--jobs", type=_jobs, default=1, metavar="N", help="files read at once (default: 1; 0: as many as cores)"
    )
    by.add_argument(
        "--scheduler", metavar="ADDRESS", help="read on the Dask cluster at ADDRESS, such as tcp://host:8786"
    )
    many.add_argument(
        "--resume", metavar="RESULTS", help="add jsonl to RESULTS, and leave out what stands there already"
    )
    return parser


def _jobs(text: str) -> int:
    """A number of jobs, nought standing for the machine's cores."""
    jobs = int(text) if text.isdecimal() else -1
    if not 0 <= jobs <= _MOST_JOBS:
        raise argparse.ArgumentTypeError(f"“{text}” is no number from 0 to {_MOST_JOBS}")
    return jobs or os.cpu_count() or 1

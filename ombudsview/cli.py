"""The command line: what was asked for, and reading letters where there is no screen."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ombudsview import __version__
from ombudsview.errors import Trouble, Verdict
from ombudsview.paper.document import Document, take
from ombudsview.paper.worker import Worker
from ombudsview.reading.answer import decode
from ombudsview.reports.file_reading import FileReading

_FORMATS = ("table", "json", "jsonl", "csv")


@dataclass(frozen=True)
class Asked:
    """What the command line asks for: to read (`read`) or to open the window, these letters, everything kept under `base`."""

    read: bool
    letters: tuple[str, ...]
    base: str | None = None
    format: str = "table"
    password_file: str | None = None


def parse(arguments: Sequence[str]) -> Asked:
    """The command line taken apart; wrong usage says so and ends the program with 2."""
    reading = bool(arguments) and _command(arguments) == "read"
    given = (_read_parser() if reading else _window_parser()).parse_intermixed_args(arguments)
    if reading:
        return Asked(True, tuple(given.letters), given.base, given.format, given.password_file)
    return Asked(False, tuple(given.letters), given.base)


def _command(arguments: Sequence[str]) -> str | None:
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
        "Open the Ombudsman's letters in a window. `ombudsview read LETTER...` reads them where there is no screen.",
    )
    parser.add_argument("--version", action="version", version=f"OmbudsView {__version__}")
    parser.add_argument("letters", nargs="*", metavar="LETTER", help="PDF files of letters")
    return parser


def _read_parser() -> argparse.ArgumentParser:
    parser = _parser("ombudsview", "Read letters and print what they say; no screen is needed.")
    parser.add_argument("command", choices=["read"], metavar="read")
    parser.add_argument("letters", nargs="+", metavar="LETTER", help="PDF files of letters")
    parser.add_argument("--format", choices=_FORMATS, default="table", help="how to print (default: table)")
    parser.add_argument(
        "--password-file", metavar="FILE", help="the first line of FILE opens letters that need a password"
    )
    return parser


def main(asked: Asked) -> int:
    """Read the letters and print them: 0 when every file was opened, 1 when one has a trouble, 2 for wrong usage."""
    try:
        password = _password(asked.password_file)
    except (OSError, UnicodeDecodeError) as fault:
        why = fault.strerror if isinstance(fault, OSError) else "it is not a text in UTF-8"
        print(f"ombudsview: the password file cannot be read: {why}.", file=sys.stderr)  # noqa: T201
        return 2
    with Worker.start(spare=False) as worker:
        files = (read_file(name, worker, password) for name in asked.letters)
        return _print(asked.format, files)


def _print(form: str, files: Iterator[FileReading]) -> int:
    """Print as asked, a line as soon as its file is read where lines can stand alone; 1 when any file had a trouble."""
    from ombudsview.reports.csv_report import as_csv
    from ombudsview.reports.json_report import as_json, as_jsonl
    from ombudsview.reports.tables import as_table

    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    any_trouble = False

    def noted() -> Iterator[FileReading]:
        nonlocal any_trouble
        for file in files:
            any_trouble = any_trouble or file.trouble is not None
            yield file

    if form == "jsonl":
        for file in noted():
            _write(as_jsonl(file))
    else:
        _write({"table": as_table, "json": as_json, "csv": as_csv}[form](noted()))
    return 1 if any_trouble else 0


def _write(text: str) -> None:
    sys.stdout.write(text if text.endswith("\n") or not text else text + "\n")
    sys.stdout.flush()


def read_file(name: str, worker: Worker, password: str | None = None) -> FileReading:
    """One file read to the end: whatever goes wrong stands in the result, as the sentence that the officer would see."""
    document: Document | None = None
    count = 0
    try:
        document = take(Path(name))
        opened = worker.open(document.data, password, allow_large=True)
        count = len(opened.sizes)
        answer = decode(worker.read(), opened.sha256, opened.sizes)
    except Trouble as trouble:
        sha256 = document.sha256 if document else None
        return FileReading(name, sha256, Verdict(trouble.code), trouble.sentence, count, ())
    verdict = opened.verdict if answer.paper.has_text else Verdict.NO_TEXT
    return FileReading(name, document.sha256, verdict, None, count, answer.readings)


def _password(file: str | None) -> str | None:
    if file is None:
        return None
    lines = Path(file).read_text(encoding="utf-8-sig").splitlines()  # some editors put a mark before the first letter
    return lines[0] if lines else ""

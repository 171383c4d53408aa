"""The command line: what was asked for, and reading letters where there is no screen."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Container, Iterable, Sequence
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ombudsview import __version__
from ombudsview.errors import Trouble
from ombudsview.paper.ocr import absent
from ombudsview.paper.worker import Worker
from ombudsview.places import Places
from ombudsview.reading.again import Pictures

if TYPE_CHECKING:
    from ombudsview.many.names import Names
    from ombudsview.many.one import Answer
    from ombudsview.many.order import InOrder
    from ombudsview.many.results import Results

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
    reading = bool(arguments) and _command(arguments) == "read"
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


def main(asked: Asked) -> int:
    """Read the letters and print them: 0 when every file was opened, 1 when one has a trouble, 2 for wrong usage."""
    try:
        password = _password(asked.password_file)
    except (OSError, UnicodeDecodeError) as fault:
        why = fault.strerror if isinstance(fault, OSError) else "it is not a text in UTF-8"
        print(f"ombudsview: the password file cannot be read: {why}.", file=sys.stderr)  # noqa: T201
        return 2
    begun = False
    try:
        with ExitStack() as stack:
            run = _Run(asked, password, stack)
            begun = True
            any_trouble = run.any_trouble()
            run.tell_what_is_wanting()
            return 1 if any_trouble else 0
    except Trouble as trouble:
        print(f"ombudsview: {trouble.sentence}", file=sys.stderr)  # noqa: T201
        return 1 if begun else 2


class _Run:
    """All that a run needs, opened; it is closed with the `stack`. Trouble where it cannot begin."""

    def __init__(self, asked: Asked, password: str | None, stack: ExitStack) -> None:
        from ombudsview.many.names import Names

        self._asked = asked
        self._names = Names(asked.letters, asked.files_from, asked.null, asked.recursive)
        self._names.check()
        rules = b"" if asked.no_rules else _rules(Places.chosen(asked.base))
        self._results = stack.enter_context(_results(asked.resume, password, rules)) if asked.resume else None
        known = self._results.known if self._results else ()
        self._pictures = None if asked.no_ocr else Pictures(Places.chosen(asked.base).recognised)
        reading = _reading(asked, self._names, password, known, pictures=self._pictures, rules=rules)
        self._answers = stack.enter_context(reading)

    def any_trouble(self) -> bool:
        """Read, and print or keep, until the end or Ctrl+C; whether any file had a trouble."""
        from ombudsview.many import run

        quiet = self._results is None and sys.stdout.isatty()
        answers = run.watched(self._answers, self._names, quiet=quiet)
        if self._results is None and self._asked.format != "jsonl":  # which say of each file what it says by itself
            answers = self._told_apart(answers)
        with run.seldom_collected(), run.interruptible(self._answers.stop):
            if self._results:
                return run.kept(self._results, answers)
            if hasattr(sys.stdout, "reconfigure"):
                sys.stdout.reconfigure(encoding="utf-8", errors="replace", newline="\n")
            return run.printed(self._asked.format, answers, _write)

    def _told_apart(self, answers: Iterable[Answer]) -> Iterable[Answer]:
        """The answers without the remarks that the letters at hand share: those read now, and those saved."""
        from ombudsview.history.wording import wording
        from ombudsview.many.at_hand import told_apart

        return told_apart(answers, wording(Places.chosen(self._asked.base)))

    def tell_what_is_wanting(self) -> None:
        """Say what to install where pages were left unread for want of it."""
        if self._pictures is not None and self._pictures.wanting:
            where = (
                "some pages are pictures, and workers could not read them"
                if self._asked.scheduler
                else "some pages are pictures"
            )
            print(f"ombudsview: {where}. {absent().sentence}", file=sys.stderr)  # noqa: T201


def _reading(
    asked: Asked,
    names: Names,
    password: str | None,
    known: Container[str],
    *,
    pictures: Pictures | None,
    rules: bytes,
) -> AbstractContextManager[InOrder[Answer]]:
    if asked.scheduler:
        from ombudsview.many import cluster

        return cluster.reading(asked.scheduler, names, password, known, pictures=pictures, rules=rules)
    from ombudsview.many import local

    def start() -> Worker:
        return Worker.start(spare=False)

    return local.reading(names, asked.jobs, start, password, known, pictures=pictures, rules=rules)


def _results(resume: str, password: str | None, rules: bytes) -> Results:
    """The file of results, whose module knows the reader: importing all that would hold up who prints (70 ms)."""
    from ombudsview.many.results import Results

    return Results(Path(resume), retry=password is not None, rules=rules)


def _rules(places: Places) -> bytes:
    """The officer's own rules, packed; what is wrong with any of them is said, and the others count."""
    if not places.rules.is_dir():
        return b""
    from ombudsview.history import rules
    from ombudsview.reading.rule_data import pack

    loaded = rules.load(places)
    for trouble in loaded.troubles:
        print(f"ombudsview: {trouble.sentence}", file=sys.stderr)  # noqa: T201
    return pack(loaded.plain)


def _write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


def _password(file: str | None) -> str | None:
    if file is None:
        return None
    lines = Path(file).read_text(encoding="utf-8-sig").splitlines()  # some editors put a mark before the first letter
    return lines[0] if lines else ""

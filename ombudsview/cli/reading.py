"""Letters read where there is no screen: one run, from the names to the exit code."""

from __future__ import annotations

import sys
from collections.abc import Container, Iterable
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from ombudsview.cli.asked import Asked
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

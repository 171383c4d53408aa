"""The door: the window, the command line, or a process of its own: the reader, the recogniser, the one that draws charts."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ombudsview.cli.asked import Asked


def main() -> int:
    """Start what the command line asks for; the exit code."""
    arguments = sys.argv[1:]
    if arguments[:1] == ["--reader"]:
        from ombudsview.reading import child

        if arguments[1:] == ["--last"]:
            from ombudsview.paper.limits import step_back

            step_back()
        return child.main() or 0
    if arguments[:1] == ["--recogniser"]:
        from ombudsview.paper.recognise import child as recogniser

        return recogniser.main()
    if arguments[:1] == ["--drawer"]:
        from ombudsview.trends import child as drawer

        return drawer.main()
    if _only_letters(arguments):
        return _window(arguments)
    from ombudsview.cli.asked import command, parse

    if command(arguments) == "compare":
        from ombudsview.cli import comparing

        return comparing.main(arguments)
    asked = parse(arguments)
    try:
        return _read(asked) if asked.read else _window(asked.letters, asked.base)
    except BrokenPipeError:  # whoever reads our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is still to be written ends there
        return 0
    except KeyboardInterrupt:
        return 130


def _only_letters(arguments: list[str]) -> bool:
    """Whether there are only letters, or nothing: then nobody waits until a parser is there to say so (40 ms)."""
    return arguments[:1] not in (["read"], ["compare"]) and not any(argument.startswith("-") for argument in arguments)


def _read(asked: Asked) -> int:
    from ombudsview.cli import reading

    return reading.main(asked)


def _window(letters: Sequence[str], base: str | None = None) -> int:
    """The window. The reader process is on its way before anything else is imported, and ready when the window is.

    Without a letter the reader can wait: it would only take its share of the machine from the window's start.
    """
    from ombudsview.paper.spawn import command, spawn

    reader = None
    if letters:
        with suppress(OSError):  # the window says so, and tries again
            reader = spawn(command())
    from pathlib import Path

    from ombudsview.gui.app import run
    from ombudsview.places import Places

    worker = None
    if reader is not None:
        from ombudsview.paper.worker import Worker

        worker = Worker.start(running=reader)
    return run([Path(letter) for letter in letters], Places.chosen(base), worker)


if __name__ == "__main__":
    sys.exit(main())

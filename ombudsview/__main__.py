"""The door: the window, the command line, or a process of its own: the reader, the recogniser."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ombudsview.cli import Asked


def main() -> int:
    """Start what the command line asks for; the exit code."""
    arguments = sys.argv[1:]
    if arguments[:1] == ["--reader"]:
        from ombudsview.reading import child

        return child.main() or 0
    if arguments[:1] == ["--recogniser"]:
        from ombudsview.paper.recognise import child as recogniser

        return recogniser.main()
    from ombudsview import cli

    asked = cli.parse(arguments)
    try:
        return cli.main(asked) if asked.read else _window(asked)
    except BrokenPipeError:  # whoever reads our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is still to be written ends there
        return 0
    except KeyboardInterrupt:
        return 130


def _window(asked: Asked) -> int:
    """The window. The reader process is on its way before Qt is imported, so that it is ready when the window is."""
    from pathlib import Path

    from ombudsview.paper.worker import Worker
    from ombudsview.places import Places

    worker = Worker.start()
    from ombudsview.gui.app import run

    return run([Path(letter) for letter in asked.letters], Places.chosen(asked.base), worker)


if __name__ == "__main__":
    sys.exit(main())

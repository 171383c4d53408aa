"""Set-up in one command: `start` opens the window, `test` passes the tests.

Standard library only: it runs before anything is installed.
"""

from __future__ import annotations

import sys

import run
import system
import virtual
from say import Stop, say


def main(goal: str, arguments: list[str]) -> int:
    """Sets up and does what was asked; returns the exit code."""
    environment = virtual.prepare(extra="test" if goal == "test" else None)
    if goal == "test":
        system.prepare(environment, for_tests=True)
        return run.tests(environment, arguments)
    try:
        system.prepare(environment, for_tests=False)
    except Stop:
        run.read(environment, arguments)  # the command line needs none of what is missing
        raise
    return run.start(environment, arguments)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1], sys.argv[2:]))
    except Stop as stop:
        say(str(stop))
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)

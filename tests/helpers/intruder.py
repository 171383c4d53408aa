"""What a letter that took over the reader process would try. Runs inside that process, and tells back what stopped it."""

from __future__ import annotations

import os
import socket

from ombudsview.reading.model import Reading


def told(attempt: str) -> tuple[Reading, ...]:
    """A reading whose reader's name is the kind of error that the attempt met, or `nothing`."""
    try:
        eval(attempt, {"os": os, "socket": socket})
    except OSError as error:
        return (Reading(None, None, (), (), type(error).__name__),)
    return (Reading(None, None, (), (), "nothing"),)

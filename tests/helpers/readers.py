"""Reader processes for tests: the real one with a stand-in for the reading of letters, and ones that lie, hang or die."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from ombudsview.errors import Trouble

_REAL = """
import sys
from ombudsview.paper import limits
from ombudsview.reading import child
from tests.helpers import intruder

sys.exit(child.main({reader}))
"""
_FALSE = """
import os, signal, struct, sys, time
from ombudsview.errors import Verdict
from ombudsview.paper import frames
source, target = open(0, "rb", 0), open(1, "wb", 0)

def say(ticket, body):
    frames.send(target, frames.Reply(ticket, body))

def ask():
    "The next request that is no part of a document."
    while True:
        request = frames.receive_request(source)
        if request is None:
            sys.exit()
        if not isinstance(request.body, frames.Chunk):
            return request

def opened(sizes=((595.0, 842.0),)):
    "Answer an Open as it should be."
    request = ask()
    say(request.ticket, frames.Opened(Verdict.OK, request.body.sha256, sizes, ()))

def hello(version=frames.VERSION):
    say(0, frames.Hello(version, ()))

"""


def real(reader: str = "lambda paper: ()") -> list[str]:
    """The true reader process; `reader` is the Python expression that reads letters from a paper."""
    return [sys.executable, "-c", _REAL.format(reader=reader)]


def false(code: str) -> list[str]:
    """A process that speaks the protocol as this code does, with `hello`, `opened`, `ask` and `say` at hand."""
    return [sys.executable, "-c", _FALSE + code]


def trouble(ask: Callable[[], object]) -> Trouble:
    """The trouble that asking this raises, as it must."""
    with pytest.raises(Trouble) as told:
        ask()
    return told.value


def gone(pid: int, within: float = 5.0) -> bool:
    """Whether the process ends within so many seconds."""
    until = time.monotonic() + within
    while time.monotonic() < until:
        try:
            os.kill(pid, 0)
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except (ProcessLookupError, FileNotFoundError):
            return True
        if state == "Z":
            return True
        time.sleep(0.02)
    return False

"""Asks the program, by its public command line, what letters say."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

DEADLINE = 120.0


def command(*arguments: str | Path, deadline: float = DEADLINE) -> subprocess.CompletedProcess[str]:
    """`ombudsview` with these arguments, to its end, which comes within so many seconds."""
    line = [sys.executable, "-m", "ombudsview", *map(str, arguments)]
    return subprocess.run(line, capture_output=True, text=True, encoding="utf-8", timeout=deadline, check=False)


def read_json(paths: Sequence[Path], *options: str) -> list[dict[str, Any]]:
    """The JSON array for these files, one object a letter."""
    done = command("read", *paths, "--format", "json", *options)
    assert done.returncode in (0, 1), done.stderr
    told = json.loads(done.stdout)
    assert isinstance(told, list)
    return told

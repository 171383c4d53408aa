"""Python code in a process of its own: for what must be seen from a fresh start, or might end the process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def python(code: str, *arguments: str, timeout: float = 120) -> subprocess.CompletedProcess[str]:
    """Runs the code from the project's folder with warnings as errors, with no input; never raises for its exit code."""
    order = [sys.executable, "-W", "error", "-c", code, *arguments]
    return subprocess.run(
        order, cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=timeout, check=False
    )

"""Archives for tests: letters that differ in their bytes and not in what they say, and the command that reads them."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ombudsview.errors import Verdict
from ombudsview.reports.file_reading import FileReading
from tests.helpers.process import ROOT
from tests.reports.samples import READING

SAMPLE = ROOT / "resources" / "sample-letter.pdf"
# A shell that runs things in the background has them ignore Ctrl+C, and the tests with them.
_START = "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
_START += "from ombudsview.__main__ import main; sys.exit(main())"


def archive(folder: Path, count: int) -> list[str]:
    """The names of so many letters, made there: the sample with another comment after its end."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{number:04}.pdf" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_bytes(SAMPLE.read_bytes() + f"\n% {number}\n".encode())
    return [str(path) for path in paths]


def order(*arguments: str | Path) -> list[str]:
    """`ombudsview read` with these arguments."""
    return [sys.executable, "-W", "error", "-c", _START, "read", *map(str, arguments)]


def read(*arguments: str | Path, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """`ombudsview read` to its end, with that on its standard input."""
    return subprocess.run(order(*arguments), cwd=ROOT, input=given, capture_output=True, timeout=120, check=False)


def started(*arguments: str | Path) -> subprocess.Popen[bytes]:
    """`ombudsview read`, begun."""
    pipe = subprocess.PIPE
    return subprocess.Popen(order(*arguments), cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe)


def lines(text: bytes) -> list[dict[str, Any]]:
    """What each line says."""
    return [json.loads(line) for line in text.splitlines()]


def made(name: str, *, sha256: str | None = "0" * 64, letters: int = 1, verdict: Verdict = Verdict.OK) -> FileReading:
    """What is known of a file, without reading any."""
    trouble = None if verdict.opened else "It went wrong. Do something."
    readings = (READING,) * letters if verdict.opened else ()
    return FileReading(name, sha256, verdict, trouble, letters, readings)


def files(told: Iterable[dict[str, Any]]) -> list[str]:
    """The files that were told of, in order."""
    return [one["file"] for one in told]

"""A screen without a monitor: an Xvfb of one's own, whose pixels lie in a file that can be read at any moment."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True)
class Screen:
    """A running X server: its name (`:99`), its size in pixels, and the file its frame buffer lies in."""

    display: str
    width: int
    height: int
    frame: Path

    @classmethod
    @contextmanager
    def started(cls, width: int, height: int) -> Iterator[Screen]:
        """A server for the length of the block; the test is skipped where Xvfb is not installed."""
        if shutil.which("Xvfb") is None:
            pytest.skip("Xvfb is not installed")
        ours, theirs = os.pipe()
        with tempfile.TemporaryDirectory(prefix="screen-") as folder, os.fdopen(ours) as said:
            order = [
                "Xvfb",
                "-displayfd",
                str(theirs),
                "-screen",
                "0",
                f"{width}x{height}x24",
                "-fbdir",
                folder,
                "-nolisten",
                "tcp",
            ]
            server = subprocess.Popen(order, pass_fds=[theirs], stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            os.close(theirs)
            try:
                yield cls(f":{said.readline().strip()}", width, height, Path(folder) / "Xvfb_screen0")
            finally:
                server.terminate()
                server.wait(10)

    @property
    def variables(self) -> dict[str, str]:
        """The environment of a process whose windows shall be on this screen."""
        return os.environ | {"DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb"}

    def pixels(self) -> bytes:
        """The picture as it is now: four bytes a pixel (blue, green, red, unused), row by row from the top left."""
        return self.frame.read_bytes()[self.start_of_pixels :][: self.width * self.height * 4]

    @property
    def start_of_pixels(self) -> int:
        """Where in the file they begin: an X window dump has a header of 32-bit big-endian numbers and the colour map first."""
        with self.frame.open("rb") as file:
            head = file.read(80)
        return int.from_bytes(head[:4]) + 12 * int.from_bytes(head[76:80])

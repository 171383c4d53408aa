"""Which files were named: on the command line, in a list, in a stream of names, in folders."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import FileIO

from ombudsview.errors import Trouble
from ombudsview.paper.formats import is_letter

STDIN = "-"
_BLOCK = 1 << 16
_MARK = b"\xef\xbb\xbf"  # what some editors put before the first letter


@dataclass(frozen=True)
class Names:
    """The names given, then those of the list (`listed`: a file, or `-` for the standard input), as they come.

    In a list one stands on each line, or with `nul` before each zero byte; an empty one is none. With `recursive` a folder stands
    for what is a letter by its name in it and in its folders, sorted; links to folders and what begins with a dot are left out.
    """

    given: tuple[str, ...] = ()
    listed: str | None = None
    nul: bool = False
    recursive: bool = False

    def __iter__(self) -> Iterator[str]:
        """Every file's name. Trouble `list` where the list cannot be read."""
        for name in self._plain():
            if self.recursive and os.path.isdir(name) and not os.path.islink(name.rstrip("/")):  # noqa: PTH112, PTH114
                yield from _inside(name)
            else:
                yield name

    def count(self) -> int | None:
        """How many there are, counted by going through them; None for a stream, which can be gone through only once."""
        return None if self.listed == STDIN else sum(1 for _ in self)

    def check(self) -> None:
        """Trouble `list` where there is a list that cannot be opened."""
        if self.listed is not None:
            with _opened(self.listed):
                pass

    def _plain(self) -> Iterator[str]:
        yield from self.given
        if self.listed is not None:
            yield from _in_list(self.listed, b"\0" if self.nul else b"\n")


def _in_list(listed: str, end: bytes) -> Iterator[str]:
    """The names of a list, read block by block and without a lock, so that a stream that is silent holds nobody up."""
    with _opened(listed) as stream:
        rest, first = b"", True
        while block := stream.read(_BLOCK):
            *whole, rest = (rest + block).split(end)
            if first and whole:
                whole[0], first = whole[0].removeprefix(_MARK), False
            yield from _decoded(whole, end)
        yield from _decoded([rest.removeprefix(_MARK) if first else rest], end)


@contextmanager
def _opened(listed: str) -> Iterator[FileIO]:
    source: str | int = 0 if listed == STDIN else listed
    try:
        with open(source, "rb", buffering=0, closefd=listed != STDIN) as stream:
            yield stream
    except OSError as fault:
        what = f"The list of files cannot be read ({fault.strerror or type(fault).__name__})."
        raise Trouble("list", what, "Check the name after --files-from.") from fault


def _decoded(names: list[bytes], end: bytes) -> Iterator[str]:
    for name in names:
        plain = name.removesuffix(b"\r") if end == b"\n" else name
        if plain:
            yield os.fsdecode(plain)


def _inside(folder: str) -> Iterator[str]:
    """The letters below a folder. A folder that cannot be listed is named itself, so that it is answered for."""
    barred: list[str] = []
    for place, folders, files in os.walk(folder, onerror=lambda error: barred.append(str(error.filename))):
        yield from barred
        barred.clear()
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if is_letter(name):
                yield os.path.join(place, name)  # noqa: PTH118 (the name as it was given, a leading "./" included)
    yield from barred

"""How a history's file is known: SQLite's own magic, the application's number and the version of the tables, read from its header."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from enum import Enum, auto
from pathlib import Path

from ombudsview.history import faults

APPLICATION_ID = 0x4F6D6256
"""`OmbV`, in SQLite's header at byte 68."""

VERSION = 1
"""The newest tables that this program knows; SQLite's `user_version`, at byte 60."""

TABLES = frozenset(
    {"document", "letter", "revision", "paper", "reading", "value", "place", "event", "letters", "figures", "edits"}
)
"""Tables and views that must be there for a file to be the history."""

MAGIC = b"SQLite format 3\x00"
_HEADER = 100
_COMPANIONS = ("-wal", "-shm", "-journal")


class Mark(Enum):
    """What a file's header says it is."""

    MISSING = auto()
    BLANK = auto()  # no bytes, or a database that nobody has marked yet
    OURS = auto()
    NEWER = auto()
    FOREIGN = auto()
    DAMAGED = auto()
    NO_FILE = auto()  # a folder or the like in its place


def mark_of(path: Path, version: int = VERSION) -> Mark:
    """Look at the header's bytes alone, so that a file that is not ours stays untouched. OSError where it cannot be read."""
    if not path.exists():
        return Mark.MISSING
    if not path.is_file():
        return Mark.NO_FILE
    with path.open("rb") as file:
        head = file.read(_HEADER)
    if not head:
        return Mark.BLANK
    if len(head) < _HEADER or not head.startswith(MAGIC) or not _is_usable(head):
        return Mark.DAMAGED
    return kind_of(int.from_bytes(head[68:72], "big"), int.from_bytes(head[60:64], "big"), version)


def _is_usable(head: bytes) -> bool:
    """Whether SQLite would write it: other format numbers make it refuse, or say that the file is read-only."""
    return head[18] in (1, 2) and head[19] in (1, 2) and int.from_bytes(head[44:48], "big") <= 4


def read_only(path: Path, wait: float = 1.0) -> sqlite3.Connection:
    """A connection that cannot write, whatever it is asked; `wait` in seconds for another's lock. sqlite3.Error."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=wait, isolation_level=None)


def look_in(path: Path) -> sqlite3.Connection:
    """The same for a short look: a file that nobody has open is read without SQLite's making its companions beside it.

    One that keeps no log is read with locks, as another may write into it at any time.
    """
    if rest_of(path) is None:
        return read_only(path)
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)


def rest_of(path: Path) -> tuple[int, int] | None:
    """What tells whether a file that nobody has open was written meanwhile: its size and time. None where somebody has it open,
    or may write to it without a log. OSError."""
    if log_of(path).exists() or not _keeps_log(path):
        return None
    state = path.stat()
    return state.st_size, state.st_mtime_ns


def _keeps_log(path: Path) -> bool:
    """Whether what is written goes to a log first, and into the file only later."""
    with path.open("rb") as file:
        return file.read(20)[18:20] == b"\x02\x02"


def companions(history: Path) -> list[Path]:
    """The files that SQLite keeps beside a history that is open, or was not closed."""
    paths = (history.with_name(history.name + tail) for tail in _COMPANIONS)
    return [path for path in paths if path.exists()]


def log_of(path: Path) -> Path:
    """Where SQLite keeps what is not yet merged into the file."""
    return path.with_name(f"{path.name}-wal")


def names_in(connection: sqlite3.Connection) -> set[str]:
    """The tables and views that there are. sqlite3.Error."""
    return {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")}


def mark_in(connection: sqlite3.Connection, version: int = VERSION) -> Mark:
    """The mark as SQLite sees it, with what its log holds and the file does not yet. sqlite3.Error.

    Both numbers are of one moment: the very first save may mark the file between two, and half a mark is another program's.
    """
    connection.execute("SAVEPOINT mark")
    numbers = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")]
    connection.execute(
        "RELEASE mark"
    )  # not after a fault: SQLite may have ended it already, and would tell of that instead
    return kind_of(numbers[0], numbers[1], version)


def true_mark(path: Path, version: int = VERSION) -> Mark:
    """What the file is, looked at through SQLite: its log may hold newer marks, and unmarked tables are another program's.

    OSError; sqlite3.Error where it cannot be read just now.
    """
    mark = mark_of(path, version)
    if mark not in (Mark.OURS, Mark.BLANK):
        return mark
    try:
        with closing(look_in(path)) as connection:
            connection.execute("BEGIN")  # one look at both: the very first save may mark the file between two
            mark, names = mark_in(connection, version), names_in(connection)
    except sqlite3.DatabaseError as error:
        code = faults.primary_code(error)
        if code in faults.DAMAGE:
            return Mark.DAMAGED
        if code == sqlite3.SQLITE_READONLY:  # an end in the middle of a save: who may write takes that back first
            return mark
        raise
    return Mark.FOREIGN if mark is Mark.BLANK and names else mark


def refuse(mark: Mark) -> None:
    """Trouble where the mark is of what this program cannot read as its history."""
    match mark:
        case Mark.NEWER:
            raise faults.newer()
        case Mark.FOREIGN:
            raise faults.foreign()
        case Mark.NO_FILE:
            raise faults.no_file()
        case Mark.DAMAGED:
            raise faults.damaged()


def kind_of(application: int, user_version: int, version: int = VERSION) -> Mark:
    """What the two numbers of a header mean."""
    if application == APPLICATION_ID:
        return Mark.OURS if user_version <= version else Mark.NEWER
    return Mark.BLANK if application == 0 and user_version == 0 else Mark.FOREIGN

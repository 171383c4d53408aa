"""The power goes at any write: what was acknowledged is there, and the file is sound.

The statements of real saves are replayed through a file system that writes down what SQLite asks of it. From that, the disk is
made as it may look when the power goes after any step: what was synced is there, of the rest all, nothing, some, or half a write.
"""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from ombudsview.history.connection import PRAGMAS
from ombudsview.history.soundness import is_sound
from ombudsview.history.store import Store
from ombudsview.places import Places
from tests.history.made import Letter, finished

apsw: Any = pytest.importorskip("apsw", reason="the file system that writes down what SQLite does is made with apsw")

State = tuple[int, ...]
COUNTS = "SELECT (SELECT count(*) FROM revision), (SELECT count(*) FROM event), (SELECT count(*) FROM letter WHERE filed IS NULL)"


@dataclass
class Diary:
    """What SQLite asked of the disk, in order: (what, file, place, bytes); and what was acknowledged after which step."""

    steps: list[tuple[str, str, int, bytes]] = field(default_factory=list)
    acknowledged: list[tuple[int, State]] = field(default_factory=list)


def system(diary: Diary, name: str) -> Any:
    """SQLite's file system, with a diary."""

    class File(apsw.VFSFile):  # type: ignore[misc]
        def __init__(self, filename: Any, flags: list[int]) -> None:
            self.name = Path(filename.filename() if isinstance(filename, apsw.URIFilename) else filename).name
            super().__init__("", filename, flags)

        def xWrite(self, data: bytes, offset: int) -> None:
            diary.steps.append(("write", self.name, offset, bytes(data)))
            super().xWrite(data, offset)

        def xTruncate(self, size: int) -> None:
            diary.steps.append(("cut", self.name, size, b""))
            super().xTruncate(size)

        def xSync(self, flags: int) -> None:
            diary.steps.append(("sync", self.name, 0, b""))
            super().xSync(flags)

    class System(apsw.VFS):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__(name, "")

        def xOpen(self, filename: Any, flags: list[int]) -> Any:
            return File(filename, flags)

    return System()


def replay(statements: list[str], path: Path, synchronous: int) -> Diary:
    """Run statements on a database through the diary; each COMMIT that returns is an acknowledgement."""
    diary = Diary()
    kept = system(diary, path.parent.name)  # SQLite knows it by name as long as it is held here
    connection = apsw.Connection(str(path), vfs=path.parent.name)
    connection.execute("PRAGMA locking_mode = exclusive").fetchall()  # this file system has no shared memory
    for name, value in (PRAGMAS | {"synchronous": synchronous}).items():
        connection.execute(f"PRAGMA {name} = {value}").fetchall()
    diary.acknowledged.append((len(diary.steps), connection.execute(COUNTS).fetchone()))
    for statement in statements:
        connection.execute(statement).fetchall()
        if statement == "COMMIT":
            diary.acknowledged.append((len(diary.steps), connection.execute(COUNTS).fetchone()))
    connection.close()
    kept.unregister()
    return diary


def disk(base: bytes, diary: Diary, end: int, chance: random.Random, share: float) -> dict[str, bytes]:
    """The files after the power went at step `end`: of what was not synced, that share of the writes, some of them torn."""
    files = {"history.sqlite": bytearray(base)}
    synced = {name: at for at, (what, name, _, _) in enumerate(diary.steps[:end]) if what == "sync"}
    for at, (what, name, place, data) in enumerate(diary.steps[:end]):
        content = files.setdefault(name, bytearray())
        if at > synced.get(name, -1):
            if chance.random() >= share:
                continue
            if 0 < share < 1 and chance.random() < 0.2:
                data = data[: len(data) // 2]
        if what == "write":
            content.extend(bytes(max(0, place + len(data) - len(content))))
            content[place : place + len(data)] = data
        elif what == "cut":
            del content[place:]
    return {name: bytes(content) for name, content in files.items()}


def traced(places: Places) -> Iterator[list[str]]:
    """The statements of a session of saves: a new letter, an amendment, another letter, a save taken back."""
    with closing(Store.open(places)) as store:
        statements: list[str] = []
        store._db.conn.set_trace_callback(lambda sql: None if sql.startswith("--") else statements.append(sql))
        letter = finished(authority="Alder Council")
        letter.save(store)
        letter.review.reopen()
        letter.review.correct("investigations", "6")
        letter.review.finish("Amended.")
        letter.save(store)
        second = Letter(text="A second one.")
        second.review.finish("Kept.")
        second.save(store)
        store.remove_save(letter.name)
        store._db.conn.set_trace_callback(None)
        yield [sql for sql in statements if not sql.startswith("PRAGMA")]


def crashes(tmp_path: Path, synchronous: int, images: int) -> Iterator[tuple[State | None, set[State]]]:
    """For each image of a disk: what is found on it (None where it is not sound), and what may be."""
    places = Places.under(tmp_path / "base")
    with closing(Store.open(places)) as store:
        finished().save(store)
    base = places.history.read_bytes()
    [statements] = traced(places)
    stage = tmp_path / f"stage{synchronous}"
    stage.mkdir()
    (stage / "history.sqlite").write_bytes(base)
    diary = replay(statements, stage / "history.sqlite", synchronous)
    chance = random.Random(1)
    first, last = diary.acknowledged[0][0], diary.acknowledged[-1][0]
    for number in range(images):
        end = first + (last - first + 1) * number // images
        files = disk(base, diary, end, chance, chance.choice([0, 0.5, 0.8, 1]))
        sure = max(n for n, (at, _) in enumerate(diary.acknowledged) if at <= end)
        yield found(tmp_path / "image", files), {state for _, state in diary.acknowledged[sure : sure + 2]}


def found(folder: Path, files: dict[str, bytes]) -> State | None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    with suppress(sqlite3.DatabaseError), closing(sqlite3.connect(folder / "history.sqlite")) as connection:
        if is_sound(connection):
            return tuple(connection.execute(COUNTS).fetchone())
    return None


def test_no_acknowledged_save_is_lost_when_the_power_goes(tmp_path: Path, full: bool) -> None:
    images = 5000 if full else 150
    seen = set()
    for state, allowed in crashes(tmp_path, int(PRAGMAS["synchronous"]), images):
        assert state in allowed
        seen.add(state)
    assert len(seen) > 4


def test_the_test_would_notice(tmp_path: Path) -> None:
    """With a sync left out, as `synchronous = NORMAL` does, acknowledged saves are lost."""
    assert any(state not in allowed for state, allowed in crashes(tmp_path, 1, 100))

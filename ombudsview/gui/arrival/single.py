"""One window for each officer and data folder: a second start hands its letters to the first and ends.

Whoever holds the lock is the first. The asking side needs no Qt, so that it is over before Qt would have been imported.
"""

from __future__ import annotations

import hashlib
import os
import sys
import time
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from ombudsview.disk.lock import seize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtCore import QObject
    from PySide6.QtNetwork import QLocalServer

    from ombudsview.places import Places

PATIENCE = 2.0
"""Seconds to wait for a first window that holds the lock but does not answer, as while it starts."""

_LONGEST = 2**20
_PORTION = 2**18
"""Bytes that a message has at most, but for the last path in it: ten thousand letters are handed over in several."""


class First:
    """The right to be the first window of a data folder; released with the process."""

    def __init__(self, places: Places) -> None:
        self.address = _address(places)
        self._lock = _seize(places.data / "window.lock")

    @property
    def is_first(self) -> bool:
        """Whether no other window has it.

        A folder without locks, or that cannot be written, makes everyone first: nothing can be saved there.
        """
        return self._lock is not None

    def listen(self, heard: Callable[[list[Path]], object], parent: QObject) -> QLocalServer | None:
        """Take letters from later starts; None where the system gives no socket."""
        from PySide6.QtNetwork import QLocalServer

        server = QLocalServer(parent)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(self.address)
        if not server.listen(self.address):
            return None

        def take() -> None:
            socket = server.nextPendingConnection()
            while socket is not None:
                _serve(socket, heard)
                socket = server.nextPendingConnection()

        server.newConnection.connect(take)
        return server

    def release(self) -> None:
        """Let another window be first."""
        if self._lock is not None and self._lock >= 0:
            os.close(self._lock)
        self._lock = None


def hand_over(places: Places, letters: list[Path], patience: float = PATIENCE) -> bool:
    """Give letters to the first window; whether it took them all."""
    address = _address(places)
    end = time.monotonic() + patience
    return all(_handed(address, message, end) for message in _portions(letters))


def _portions(letters: list[Path]) -> Iterator[bytes]:
    """Messages that the first window reads whole; one that brings nothing where there are no letters."""
    import json

    portion: list[str] = []
    size = 0
    for path in letters:
        portion.append(str(path.absolute()))
        size += len(json.dumps(portion[-1])) + 2
        if size >= _PORTION:
            yield json.dumps(portion).encode() + b"\n"
            portion, size = [], 0
    if portion or not letters:
        yield json.dumps(portion).encode() + b"\n"


def _handed(address: str, message: bytes, end: float) -> bool:
    """Whether the first window took a message before a time of the monotonic clock."""
    while True:
        with suppress(OSError):
            return _tell(address, message)
        if time.monotonic() > end:
            return False
        time.sleep(0.05)


def _serve(socket: object, heard: Callable[[list[Path]], object]) -> None:
    """One start that hands over: a line of JSON, a list of paths; answered with a line."""
    import json

    from PySide6.QtNetwork import QLocalSocket

    if not isinstance(socket, QLocalSocket):
        return

    def read() -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > _LONGEST:
                socket.abort()
            return
        try:
            names = json.loads(bytes(socket.readLine().data()))
        except ValueError:
            names = None
        if isinstance(names, list) and all(isinstance(name, str) for name in names):
            socket.write(b"taken\n")
            socket.flush()
            heard([Path(name) for name in names])
        socket.disconnectFromServer()

    socket.readyRead.connect(read)
    socket.disconnected.connect(socket.deleteLater)
    read()


def _address(places: Places) -> str:
    """The socket's name: of this user and this data folder."""
    user = os.environ.get("USERNAME", "") if sys.platform == "win32" else str(os.getuid())
    whose = f"{user}|{places.data.absolute()}"
    name = f"ombudsview-{hashlib.sha256(whose.encode()).hexdigest()[:20]}"
    if sys.platform == "win32":
        return name
    folder = os.environ.get("XDG_RUNTIME_DIR") or os.environ.get("TMPDIR") or "/tmp"  # noqa: S108 - the name is the user's own
    return str(Path(folder) / name)


def _tell(address: str, message: bytes) -> bool:
    """Send a message to the first window and wait for its word. OSError where nobody listens."""
    if sys.platform == "win32":
        with open(rf"\\.\pipe\{address}", "r+b", buffering=0) as pipe:  # noqa: PTH123 - a pipe is no path
            return _exchange(pipe, message)
    import socket

    with closing(socket.socket(socket.AF_UNIX)) as line:
        line.settimeout(PATIENCE)
        line.connect(address)
        with line.makefile("rwb", buffering=0) as stream:
            return _exchange(stream, message)


class _Stream(Protocol):
    def write(self, data: memoryview, /) -> int | None: ...
    def read(self, size: int, /) -> bytes | None: ...


def _exchange(stream: _Stream, message: bytes) -> bool:
    view = memoryview(message)
    while view:
        view = view[stream.write(view) or 0 :]
    return (stream.read(16) or b"").startswith(b"taken")


def _seize(path: Path) -> int | None:
    """A lock on a file, as the open file's number; None where another process has it, -1 where the folder has no locks."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError:
        return -1
    try:
        is_ours = seize(handle)
    except OSError:
        os.close(handle)
        return -1
    if not is_ours:
        os.close(handle)
        return None
    return handle

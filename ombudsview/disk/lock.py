"""A lock on an open file, which the system lets go with the process, whichever way that ends."""

from __future__ import annotations

import errno
import sys

_HELD = frozenset({errno.EACCES, errno.EAGAIN, errno.EDEADLK})

if sys.platform == "win32":
    import msvcrt
    import os

    def _seize(handle: int, byte: int) -> None:
        here = os.lseek(handle, 0, os.SEEK_CUR)
        os.lseek(handle, byte, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        finally:
            os.lseek(handle, here, os.SEEK_SET)

else:
    import fcntl

    def _seize(handle: int, byte: int) -> None:  # noqa: ARG001 - the whole file is locked
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def seize(handle: int, byte: int = 0) -> bool:
    """Lock an open file without waiting; whether nobody else has it. OSError where the file's folder has no locks.

    On Windows a lock keeps others from reading what it covers, so that it covers one `byte`: one that the file never has.
    """
    try:
        _seize(handle, byte)
    except OSError as error:
        if error.errno not in _HELD:
            raise
        return False
    return True

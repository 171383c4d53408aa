"""The limits that the reader process puts on itself before it meets a letter: memory, CPU, files, and where the kernel helps
no other programs, no network and no files but its own code. What cannot be had is left out and not reported as held.
"""

from __future__ import annotations

import os
import sys

MEMORY_GROWTH = 768 << 20
CPU_SECONDS = 10
_OPEN_FILES = 64
_PATIENCE = 20.0  # seconds; the parent waits 15
_has_lifeline = False

if sys.platform != "win32":  # there the parent's clock is the limit
    import fcntl
    import resource


def impose(memory_growth: int = MEMORY_GROWTH) -> tuple[str, ...]:
    """Take on every limit that this system has; returns the names of those that hold."""
    if sys.platform == "win32":
        return ()
    holds = [
        name
        for name, kind, soft in (
            ("files written: none", resource.RLIMIT_FSIZE, 0),
            ("open files", resource.RLIMIT_NOFILE, _OPEN_FILES),
            ("no core dumps", resource.RLIMIT_CORE, 0),
        )
        if _limited(kind, soft)
    ]
    # Where the system does not say how much is in use (macOS), it does not keep such a limit either.
    used = _address_space()
    if used is not None and _limited(resource.RLIMIT_AS, used + memory_growth):
        holds.append("memory")
    if allow_cpu():
        holds.append("processor time")
    if sys.platform.startswith("linux"):
        from ombudsview.paper import sandbox

        holds.extend(sandbox.enter())
    return tuple(holds)


def allow_cpu(seconds: int = CPU_SECONDS) -> bool:
    """Let this process use so many more seconds of CPU; the kernel ends it where it goes on (SIGXCPU)."""
    if sys.platform == "win32":
        return False
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime) + 1 + seconds
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.getrlimit(resource.RLIMIT_CPU)[1]))
    except (OSError, ValueError):
        return False
    return True


def end_with(lifeline: int) -> None:
    """From now on this process ends the moment the other end of this pipe closes, as it does when the program ends. Linux only.

    Needed because MuPDF holds the interpreter while it works, so that no Python of ours would notice. No pipe on which anything
    is ever sent would do: the signal that something came can be late by so much that it comes when all has been read.
    """
    global _has_lifeline  # noqa: PLW0603 - of this very process
    try:
        fcntl.fcntl(lifeline, fcntl.F_SETOWN, os.getpid())
        fcntl.fcntl(lifeline, fcntl.F_SETFL, fcntl.fcntl(lifeline, fcntl.F_GETFL) | os.O_ASYNC)
    except OSError:
        return
    _has_lifeline = True


def end_unwatched(on: bool, patience: float = _PATIENCE) -> None:
    """While on, a process without a lifeline ends by a clock outside the interpreter: when its parent's patience is over."""
    if not _has_lifeline:
        end_after(patience if on else None)


def end_after(seconds: float | None) -> None:
    """End this process after so many seconds, even while the interpreter is held; None calls it off."""
    import faulthandler

    if seconds is None:
        faulthandler.cancel_dump_traceback_later()
    else:
        faulthandler.dump_traceback_later(seconds, exit=True, file=2)


def step_back() -> None:
    """Let every other program go first; for work that nobody watches move by move."""
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.windll.kernel32
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), 0x4000)  # below normal
    else:
        os.nice(10)


def _limited(kind: int, soft: int) -> bool:
    if sys.platform == "win32":
        return False
    try:
        resource.setrlimit(kind, (soft, soft))
    except (OSError, ValueError):
        return False
    return True


def _address_space() -> int | None:
    """Bytes of address space in use now, or None where the system does not say."""
    if sys.platform == "win32":
        return None
    try:
        with open("/proc/self/statm", "rb") as file:  # noqa: PTH123 (pathlib costs the start 5 ms)
            return int(file.read().split()[0]) * resource.getpagesize()
    except (OSError, ValueError):
        return None

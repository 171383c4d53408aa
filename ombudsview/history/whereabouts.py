"""Where the history lies: on this machine alone, or where others write too: a network folder, a folder that is kept in step."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from ombudsview.errors import Trouble

_MOUNTS = Path("/proc/self/mounts")
_NETWORK = re.compile(r"nfs\d?|cifs|smb\w*|9p|afs|ceph|glusterfs|davfs|fuse\.(sshfs|davfs\w*|rclone|gvfsd-fuse|s3fs)")
_REMOTE_DRIVE = 4  # DRIVE_REMOTE of Windows' GetDriveType
# The names that such programs give their folders, alone or before " - Council" or "-account".
_IN_STEP = re.compile(r"(OneDrive|Dropbox|Google ?Drive|iCloud ?Drive|Nextcloud|Box Sync)\b.*", re.IGNORECASE)
_APPLE = {"Mobile Documents": "iCloud Drive", "CloudStorage": "another program"}
# How such programs name the other one of two files that were written at the same time; the second way is also that of a copy.
_OTHER = re.compile(r"history\b.*(conflict|konflikt).*", re.IGNORECASE | re.DOTALL)
_PERHAPS = re.compile(r"history ?\(\d+\)\.sqlite|history-[^.]+\.sqlite", re.IGNORECASE)
_HOME_OF = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")


def shared(folder: Path, mounts: str | None = None) -> Trouble | None:
    """Trouble `network_folder` or `synced_folder`, which names it; None for a folder of this machine alone.

    `mounts` is what the system says of its disks, in the form of /proc/self/mounts; asked for where it is not given.
    """
    network, program = lies_in(folder, mounts)
    way_on = "Keep it on this machine: start OmbudsView with --base and a folder there."
    if network:
        return Trouble(
            "network_folder",
            f"The history lies in a network folder, {network}. Two machines that write to it can spoil it, "
            "and a save fails where the connection does.",
            way_on,
        )
    if program:
        return Trouble(
            "synced_folder",
            f"The history lies in a folder that {program} keeps in step with other machines, {folder}. "
            "An older copy from there can take its place.",
            way_on,
        )
    return None


def lies_in(folder: Path, mounts: str | None = None) -> tuple[str, str]:
    """The network folder that holds this one, and the program that keeps it in step with other machines; empty for none."""
    return _network(folder, _mounts() if mounts is None else mounts), _in_step(folder)


def conflict(folder: Path, *, is_shared: bool) -> Trouble | None:
    """Trouble `conflicted_copy`, where a program that keeps folders in step has laid another history beside this one. OSError.

    `is_shared`: other machines write there, so that a copy whose name does not say why it is there may be theirs.
    """
    there = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
    names = [name for name in there if _OTHER.fullmatch(name) or (is_shared and _PERHAPS.fullmatch(name))]
    if not names:
        return None
    return Trouble(
        "conflicted_copy",
        f"Beside the history lies another copy of it, {names[0]}, in {folder}: perhaps two machines wrote at the same time. "
        "What was saved there only is not in this history.",
        "Save its letters here too, then move the copy away. To keep it from coming again, keep the history on one machine: "
        "start OmbudsView with --base and a folder there.",
    )


def _mounts() -> str:
    with suppress(OSError):
        return _MOUNTS.read_text("utf-8", "surrogateescape")
    return ""


def _network(folder: Path, mounts: str) -> str:
    """The network folder that holds this one, or nothing."""
    if str(folder).startswith(("\\\\", "//")):
        return str(folder)
    if sys.platform == "win32":
        import ctypes

        drive = folder.absolute().anchor
        return drive if ctypes.windll.kernel32.GetDriveTypeW(drive) == _REMOTE_DRIVE else ""
    lines = (line.split(" ") for line in mounts.splitlines() if line.count(" ") >= 2)
    holding = [(_plain(place), kind) for _, place, kind, *_ in lines if folder.is_relative_to(_plain(place))]
    place, kind = max(reversed(holding), key=lambda one: len(one[0]), default=("", ""))  # the last one lies on top
    return place if _NETWORK.fullmatch(kind) else ""


def _plain(place: str) -> str:
    """A place as the system lists it, where a space is written as a number."""
    return re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), place)


def _in_step(folder: Path) -> str:
    """The program that keeps the folder in step with other machines, as its name or place tells; or nothing."""
    for name in _HOME_OF:
        if (home := os.environ.get(name)) and folder.is_relative_to(home):
            return "OneDrive"
    return next(_named(folder.parts), "")


def _named(parts: Iterable[str]) -> Iterator[str]:
    for part in parts:
        if match := _IN_STEP.fullmatch(part):
            yield match[1]
        elif part in _APPLE:
            yield _APPLE[part]

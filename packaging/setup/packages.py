"""Packages of the system, by apt where that may be done: as root, or by sudo without a password. Never asks anything."""

from __future__ import annotations

import os
import shutil
import subprocess
import time

from say import say

_NO_QUESTIONS = {"DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}
_OPTIONS = ["-qq", "-y", "-o", "Dpkg::Use-Pty=0", "-o", "DPkg::Lock::Timeout=120", "--no-install-recommends"]


def install(names: list[str], purpose: str) -> bool:
    """Installs the packages; False where that may not be done or did not work, having said why."""
    before = _as_root()
    if before is None:
        return False
    say(f"Installing {purpose} with apt ({', '.join(names)}) ...")
    started = time.monotonic()
    order = [*before, "apt-get", "install", *_OPTIONS, *names]
    done = _run(order)
    if done.returncode:  # a fresh system has no lists yet, an old one has stale ones
        _run([*before, "apt-get", "update", "-qq"])
        done = _run(order)
    say(done.stderr.strip() if done.returncode else f"Installed ({time.monotonic() - started:.0f} s).")
    return done.returncode == 0


def command(names: list[str]) -> str:
    """What a person would type to install them."""
    plain = f"apt install {' '.join(names)}"
    return f"sudo {plain}" if shutil.which("sudo") else f"{plain} (as root)"


def _as_root() -> list[str] | None:
    """What to put before a command to run it as root; None where there is no way."""
    if shutil.which("apt-get") is None:
        return None
    variables = [f"{name}={value}" for name, value in _NO_QUESTIONS.items()]
    if os.geteuid() == 0:
        return ["env", *variables]
    if (
        shutil.which("sudo")
        and subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    ):
        return ["sudo", "-n", "env", *variables]
    return None


def _run(order: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(order, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)

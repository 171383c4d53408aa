"""The virtual environment with the libraries that pyproject.toml names; made once, and again when that file changes."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
import tomllib
from dataclasses import dataclass
from pathlib import Path

from packages import install
from say import Stop, say

ROOT = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True)
class Environment:
    """A folder with Python and the libraries; the program itself is found through a .pth file, so the checkout is only read."""

    folder: Path

    @property
    def scripts(self) -> Path:
        """Where the environment keeps its commands."""
        return self.folder / ("Scripts" if os.name == "nt" else "bin")

    @property
    def python(self) -> Path:
        """The environment's interpreter."""
        return self.scripts / ("python.exe" if os.name == "nt" else "python")

    @property
    def libraries(self) -> Path:
        """Its site-packages."""
        if os.name == "nt":
            return self.folder / "Lib" / "site-packages"
        return self.folder / "lib" / f"python{sys.version_info.major}.{sys.version_info.minor}" / "site-packages"


def prepare(extra: str | None) -> Environment:
    """The environment, ready; `extra` names a group of optional libraries to have as well."""
    environment = Environment(_place())
    if not _is_ready(environment, extra):
        _fill(environment, extra)
    _compile(environment)
    return environment


def _fill(environment: Environment, extra: str | None) -> None:
    started = time.monotonic()
    _make(environment)
    say("Fetching the libraries that OmbudsView needs (once; about 150 MB; with the tests 200 MB) ...")
    _fetch(environment, _requirements(extra))
    (environment.libraries / "ombudsview-checkout.pth").write_text(f"{ROOT}\n")
    _command(environment)
    for group in {None, extra}:
        _stamp(environment, group).write_text(_mark(group))
    say(f"The libraries are in {environment.folder} ({time.monotonic() - started:.0f} s).")


def _compile(environment: Environment) -> None:
    """The program's files, compiled. The reader process may write nothing: it would compile its own again at every start."""
    if os.access(ROOT, os.W_OK):
        order = [environment.python, "-m", "compileall", "-q", ROOT / "ombudsview"]
        subprocess.run(order, capture_output=True, check=False)


def _is_ready(environment: Environment, extra: str | None) -> bool:
    stamp = _stamp(environment, extra)
    return environment.python.exists() and stamp.is_file() and stamp.read_text() == _mark(extra)


def _stamp(environment: Environment, extra: str | None) -> Path:
    return environment.folder / f"ready-{extra or 'plain'}"


def _mark(extra: str | None) -> str:
    """What the environment depends on: this place, this Python, these libraries."""
    return hashlib.sha256("\n".join([str(ROOT), sys.version, *_requirements(extra)]).encode()).hexdigest()


def _place() -> Path:
    """`.venv` beside the program, or a folder of the user's where the checkout cannot be written to."""
    if os.access(ROOT, os.W_OK):
        return ROOT / ".venv"
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return cache / "ombudsview-setup" / hashlib.sha256(str(ROOT).encode()).hexdigest()[:12]


def _requirements(extra: str | None) -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return [*project["dependencies"], *(project["optional-dependencies"][extra] if extra else ())]


def _make(environment: Environment) -> None:
    """A new environment, unless there is one that this Python can use."""
    if environment.libraries.is_dir() and _works(environment):
        return
    if not _can_make() and not install(["python3-venv"], "Python's own venv package"):
        raise Stop(
            "Python cannot make a virtual environment here; install python3-venv (apt install python3-venv) and run this again."
        )
    shutil.rmtree(environment.folder, ignore_errors=True)
    made = subprocess.run(
        [sys.executable, "-m", "venv", environment.folder], capture_output=True, text=True, check=False
    )
    if made.returncode:
        raise Stop(f"The virtual environment could not be made in {environment.folder}: {_last_line(made)}")


def _works(environment: Environment) -> bool:
    try:
        return (
            subprocess.run([environment.python, "-m", "pip", "--version"], capture_output=True, check=False).returncode
            == 0
        )
    except OSError:
        return False


def _can_make() -> bool:
    return (
        subprocess.run([sys.executable, "-c", "import ensurepip, venv"], capture_output=True, check=False).returncode
        == 0
    )


def _fetch(environment: Environment, wanted: list[str]) -> None:
    order = [environment.python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *wanted]
    fetched = subprocess.run(
        order, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False
    )
    if fetched.returncode:
        raise Stop(
            f"{fetched.stderr.strip()}\nThe libraries could not be fetched: see above, check the network, and run this again."
        )


def _command(environment: Environment) -> None:
    """The `ombudsview` command, which `pip install .` would have made."""
    if os.name == "nt":
        return
    command = environment.scripts / "ombudsview"
    command.write_text(f'#!/bin/sh\nexec "{environment.python}" -P -m ombudsview "$@"\n')
    command.chmod(0o755)


def _last_line(done: subprocess.CompletedProcess[str]) -> str:
    lines = (done.stderr or done.stdout).strip().splitlines()
    return lines[-1] if lines else "no reason given"

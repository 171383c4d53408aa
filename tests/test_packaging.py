"""What `pip install .` brings, and what the set-up commands say before they can do anything."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.helpers.process import ROOT

_PARTS = ("ombudsview", "resources", "pyproject.toml", "setup.py", "README.md", "LICENSE")
_WHERE = "import ombudsview.places as p; print(p.__file__); print(p.resources()); print(p.resources().is_dir())"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package, built from a copy so that nothing is left in the checkout."""
    source, out = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    for part in _PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, source / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / part, source)
    order = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "-q",
        "--no-deps",
        "--no-build-isolation",
        "--no-index",
        "-w",
        str(out),
        str(source),
    ]
    done = subprocess.run(order, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return next(out.glob("*.whl"))


def files(folder: str) -> set[str]:
    """All files below a folder of the checkout, relative to it."""
    paths = (path for path in (ROOT / folder).rglob("*") if path.is_file() and path.suffix != ".pyc")
    return {path.relative_to(ROOT / folder).as_posix() for path in paths}


def test_the_package_holds_the_program_and_its_resources_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    resources = {f"ombudsview/resources/{name}" for name in files("resources")}
    assert "ombudsview/resources/sample-letter.pdf" in names
    assert names == resources | {f"ombudsview/{name}" for name in files("ombudsview")}


def test_the_package_carries_its_licence(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        texts = [archive.read(name) for name in archive.namelist() if name.endswith("licenses/LICENSE")]
    assert texts == [(ROOT / "LICENSE").read_bytes()]


def test_an_installed_program_finds_its_resources_within_itself(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    variables = os.environ | {"PYTHONPATH": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", _WHERE], cwd=tmp_path, env=variables, capture_output=True, text=True, check=True
    )
    inside = tmp_path / "ombudsview"
    assert done.stdout.splitlines() == [str(inside / "places.py"), str(inside / "resources"), "True"]


@pytest.mark.skipif(os.name == "nt", reason="the set-up commands are shell scripts")
@pytest.mark.parametrize("command", ["start", "test"])
def test_set_up_says_so_where_python_is_missing_or_too_old(command: str, tmp_path: Path) -> None:
    shell = shutil.which("sh")
    assert shell
    (tmp_path / "dirname").symlink_to(shutil.which("dirname") or "")
    old = tmp_path / "python3"
    old.write_text(f"#!{shell}\nexit 1\n")
    old.chmod(0o755)
    done = subprocess.run(
        [shell, ROOT / "packaging" / command], env={"PATH": str(tmp_path)}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert "Python 3.11" in done.stderr

"""What every test stands on: no screen, no trace outside temporary folders, and no warning that nobody expected."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from ombudsview.places import ENVIRONMENT_VARIABLE, Places
from tests.helpers.log import Watch
from tests.helpers.screen import Screen

_PARTS_OF_HOME = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "DISPLAY", "WAYLAND_DISPLAY")
_home = tempfile.TemporaryDirectory(prefix="ombudsview-tests-", ignore_cleanup_errors=True)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--full", action="store_true", help="take the numbers of the long run: more kills, more letters")


def pytest_configure(config: pytest.Config) -> None:
    """Before anything of Qt is imported: no screen, and a home that is thrown away, for this process and those it starts."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["HOME"] = os.environ["USERPROFILE"] = _home.name
    os.environ[ENVIRONMENT_VARIABLE] = str(Path(_home.name) / "base")
    for name in _PARTS_OF_HOME:
        os.environ.pop(name, None)
    hypothesis.settings.register_profile("short", database=None, deadline=None, derandomize=True)
    hypothesis.settings.register_profile("full", database=None, deadline=None, max_examples=2000)
    hypothesis.settings.load_profile("full" if config.getoption("--full") else "short")


def pytest_unconfigure() -> None:
    _home.cleanup()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--full"):
        return
    for item in items:
        if item.get_closest_marker("full"):
            item.add_marker(pytest.mark.skip(reason="part of the long run: give --full"))


@pytest.fixture
def full(request: pytest.FixtureRequest) -> bool:
    """Whether the long run was asked for: tests with a number of rounds take the larger one then."""
    return bool(request.config.getoption("--full"))


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """Folders of this test's own."""
    return Places.under(tmp_path / "base")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the example letters and the bad PDFs, which are not part of the project; without it the test is skipped."""
    beside = Path(__file__).resolve().parents[2] / "shared"
    folder = Path(os.environ.get("OMBUDSVIEW_SHARED", beside))
    if not (folder / "letters").is_dir():
        pytest.skip("the folder of example letters is not on this machine (OMBUDSVIEW_SHARED names it)")
    return folder


@pytest.fixture(autouse=True)
def logs() -> Iterator[Watch]:
    """Fails the test that logs a warning or worse, unless it said `with logs.expected(...)`."""
    with Watch() as watch:
        yield watch
    if watch.unexpected:
        pytest.fail("Logged, and not expected:\n" + "\n".join(watch.unexpected), pytrace=False)


@pytest.fixture(scope="session")
def screen() -> Iterator[Screen]:
    """An X server of 1440 x 900 without a monitor; mark its tests `xvfb` and start windows with `screen.variables`."""
    with Screen.started(1440, 900) as screen:
        yield screen

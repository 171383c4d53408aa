"""Garbage of tests that make widgets, looked for between them, in the thread that the widgets are of, as in the program."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from ombudsview.gui.work.garbage import collect_due


@pytest.fixture(autouse=True, scope="package")
def no_garbage_meanwhile() -> Iterator[None]:
    """Python looks for none by itself, which it would do in any thread."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture(autouse=True)
def garbage_between() -> Iterator[None]:
    """What the test left over goes."""
    yield
    collect_due()

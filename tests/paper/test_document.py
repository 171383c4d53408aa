"""A letter's file is taken once, and only where it is a file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ombudsview.errors import Trouble, Verdict
from ombudsview.paper.document import take


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no such pipes")
def test_what_is_no_file_is_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "letter.pdf")
    for path in (tmp_path / "letter.pdf", Path("/dev/zero")):
        with pytest.raises(Trouble) as caught:
            take(path)
        assert caught.value.code == Verdict.NOT_PDF
        assert caught.value.what == f"“{path.name}” is no file."


def test_a_folder_is_told_as_one(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="is a folder"):
        take(tmp_path)

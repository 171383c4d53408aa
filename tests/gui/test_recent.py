"""Which folder is opened for the next letter."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from ombudsview.gui import recent
from ombudsview.gui.settings import Settings
from ombudsview.places import resources


def test_the_sample_is_no_place_to_look_for_letters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    documents, letters = tmp_path / "Documents", tmp_path / "letters"
    documents.mkdir()
    letters.mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda which: str(documents))
    settings = Settings(tmp_path / "settings.json")
    assert recent.last_folder(settings) == str(documents)
    settings.remember(resources() / "sample-letter.pdf")
    assert recent.last_folder(settings) == str(documents)
    settings.remember(letters / "one.pdf")
    settings.remember(resources() / "sample-letter.pdf")
    assert recent.last_folder(settings) == str(letters)
    letters.rmdir()
    assert recent.last_folder(settings) == str(documents)
    documents.rmdir()
    assert recent.last_folder(settings) == str(Path.home())

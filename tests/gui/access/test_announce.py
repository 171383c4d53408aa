"""Whatever is said aloud is said in one way."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ombudsview.gui.access.announce import announce
from tests.helpers.process import ROOT


def test_nothing_is_said_aloud_in_another_way() -> None:
    saying = [path for path in (ROOT / "ombudsview").rglob("*.py") if "AnnouncementEvent" in path.read_text("utf-8")]
    assert [path.name for path in saying] == ["announce.py"]


@pytest.mark.parametrize(("urgent", "how"), [(False, "Polite"), (True, "Assertive")])
def test_a_sentence_waits_its_turn_unless_it_is_urgent(
    urgent: bool, how: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[tuple[str, str]] = []
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: said.append((event.message(), event.politeness().name))
    )
    widget = QWidget()
    qtbot.addWidget(widget)
    announce(widget, "", urgent=urgent)
    announce(widget, "Three places begin so.", urgent=urgent)
    assert said == [("Three places begin so.", how)]

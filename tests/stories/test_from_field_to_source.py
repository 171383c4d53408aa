"""From a field to its source and back: by double click, by a flash, and from one open field to the next."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.stories.conftest import SAMPLE, Officer

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def test_a_double_click_on_a_highlight_edits_its_value(officer: Officer) -> None:
    officer.opens(SAMPLE)
    view = officer.window.letter_page.view
    place = view.place_of("letter_date").center().toPoint()
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    edit = officer.window.letter_page.panel.row("letter_date").edit
    assert edit.hasFocus()
    assert edit.selectedText() == edit.text() == "22 July 2020", "what is typed takes its place"


def test_the_source_flashes_when_it_is_asked_for(officer: Officer) -> None:
    officer.opens(SAMPLE)
    officer.desk.focus("upheld_rate")
    glow = officer.window.letter_page.view._glow
    officer.sees(lambda: not glow.strength)
    officer.presses(Qt.Key.Key_Space, CONTROL)
    officer.sees(lambda: glow.strength > 0)
    assert officer.window.letter_page.panel.row("upheld_rate").edit.text() == "57%", "no space is typed"


def test_f8_goes_through_the_open_fields_both_ways(officer: Officer) -> None:
    officer.opens(SAMPLE)
    desk = officer.desk
    for key in ("period_start", "title", "upheld_rate"):
        desk.agree(key)
    wanted = desk.review.open_keys()
    desk.focus(wanted[0])
    seen = [wanted[0]]
    for _ in wanted[1:]:
        officer.presses(Qt.Key.Key_F8)
        seen.append(desk.focus_key)
    assert sorted(seen) == sorted(wanted), "each once"
    for key in (*reversed(seen[:-1]), seen[-1]):
        officer.presses(Qt.Key.Key_F8, SHIFT)
        assert desk.focus_key == key, "and back the same way, round the end"

"""What letters and files are called is shown as it stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as QtText
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ombudsview.gui.dialogs.password import PasswordDialog
from ombudsview.gui.history.model import LettersModel
from ombudsview.gui.letter.header import Header
from ombudsview.gui.letter.letter_page import NARROW_PANEL
from ombudsview.gui.open_letter import OpenLetter
from ombudsview.gui.queue.model import Entry, Queue
from ombudsview.gui.style.words import breakable, plain_tip, visible
from ombudsview.history.rows import LetterRow
from ombudsview.review.review import Review
from tests.gui.handmade import reading

ODD = '<img src="file:///nowhere/x.png">&amp; <b>letter</b>.pdf'
SHOWN = "&lt;img src=&quot;file:///nowhere/x.png&quot;&gt;&amp;amp; &lt;b&gt;letter&lt;/b&gt;.pdf"


def test_plain_words_stay_plain() -> None:
    assert plain_tip("Some Council\nTo check") == "Some Council\nTo check"
    assert QtText.mightBeRichText(ODD), "else there is nothing to guard against"
    assert plain_tip(f"{ODD}\nNew") == f"<qt>{SHOWN}<br>New</qt>"


def test_tooltips_hold_no_markup_of_others(qtbot: QtBot) -> None:
    row = LetterRow("a-1", None, None, None, None, ODD, "2026-11-23T10:00:00+00:00", 1, "a", (1, 1))
    letters = LettersModel()
    letters.show_rows((row,))
    queue = Queue()
    queue.add([Entry(ODD, Path("/letters") / "x")])
    queue.entries[0].path = None
    header = Header()
    qtbot.addWidget(header)
    header.show_letter(OpenLetter(ODD))
    tips = [
        letters.index(0, 0).data(Qt.ItemDataRole.ToolTipRole),
        queue.index(0).data(Qt.ItemDataRole.ToolTipRole),
        *(child.toolTip() for child in header.findChildren(QLabel)),
    ]
    assert sum(SHOWN in tip for tip in tips) == 3
    assert not any("<img" in tip for tip in tips)


@pytest.mark.parametrize("attempt", [1, 2])
def test_a_dialog_shows_a_name_as_text(attempt: int, qtbot: QtBot) -> None:
    dialog = PasswordDialog(ODD, attempt)
    qtbot.addWidget(dialog)
    (words,) = [label for label in dialog.findChildren(QLabel) if ODD in label.text()]
    assert words.textFormat() is Qt.TextFormat.PlainText


def test_a_name_shows_what_would_turn_it_round_and_keeps_every_letter() -> None:
    assert visible("letter\N{RIGHT-TO-LEFT OVERRIDE}fdp.exe") == "letter\N{REPLACEMENT CHARACTER}fdp.exe"
    assert visible("a\nb\tc\x1b\x85") == "a\ufffdb\ufffdc\ufffd\ufffd"
    assert visible(b"lettre \xe9.pdf".decode("utf-8", "surrogateescape")) == "lettre \ufffd.pdf"
    assert visible("Llythyr blynyddol – Cyngor Môn 信.pdf") == "Llythyr blynyddol – Cyngor Môn 信.pdf"


def test_long_words_may_go_over_several_lines_and_others_stay_as_they_are() -> None:
    assert breakable("Wraxmere letter-2021.pdf, at page 2") == "Wraxmere letter-2021.pdf, at page 2"
    assert breakable("the Annual_Letter-2021.v2.pdf") == "the Annual_\u200bLetter-\u200b2021.\u200bv2.\u200bpdf"
    assert breakable("a" * 29) == "\u200b".join(("a" * 12, "a" * 12, "a" * 5))


@pytest.mark.parametrize("name", ["Annual_Review_Letter_2021_Some_District_Council_FINAL_v2.pdf", "W" * 200])
def test_the_name_of_a_file_never_makes_the_fields_wider(qtbot: QtBot, name: str) -> None:
    header = Header()
    qtbot.addWidget(header)
    header.show_letter(OpenLetter(name))
    assert header.minimumSizeHint().width() <= NARROW_PANEL
    letter = OpenLetter(name)
    letter.review = Review(reading(), "letter", who="tester", clock=lambda: "2026-01-01T00:00:00+00:00")
    header.show_letter(letter)
    assert header.minimumSizeHint().width() <= NARROW_PANEL
    assert header._about.text().replace("\u200b", "").endswith(name)
    assert header._about.accessibleName().endswith(name)

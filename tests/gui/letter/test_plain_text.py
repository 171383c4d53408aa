"""The letter as plain text: the words of a place are the ones that are selected."""

from __future__ import annotations

from ombudsview.gui.letter.page_texts import PageTexts
from ombudsview.gui.letter.plain_text import PlainText
from ombudsview.reading.model import Source
from tests.paper.handmade import typed_paper


def test_characters_that_count_twice_in_qt_shift_no_selection(qtbot) -> None:
    paper = typed_paper("\N{GRINNING FACE} \N{MATHEMATICAL BOLD CAPITAL A} cases\n31 of 39 upheld", "next page 12")
    text = PlainText()
    qtbot.addWidget(text)
    text.show_text(PageTexts(paper), range(2))
    for page, words in ((1, "39"), (2, "12")):
        boxes = tuple(word.box for word in paper.sheets[page - 1].words if word.text == words)
        text.show_source(Source(page, boxes, words))
        assert text.textCursor().selectedText() == words

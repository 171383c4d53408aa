from __future__ import annotations

from ombudsview.gui.letter.page_text import PageText
from ombudsview.paper.geometry import Box
from ombudsview.paper.paper import Sheet, Word

SHEET = Sheet(
    595.0,
    842.0,
    0,
    (
        Word("Upheld", Box(100, 100, 160, 112), 0),
        Word("57%", Box(170, 100, 200, 112), 0),
        Word("Compliance", Box(100, 130, 200, 142), 1),
    ),
)


def test_words_of_a_line_are_joined_and_lines_are_kept() -> None:
    assert PageText(SHEET).text == "Upheld 57%\nCompliance"
    assert PageText(Sheet(595.0, 842.0, 0, ())).text == ""


def test_a_soft_hyphen_is_neither_read_nor_copied() -> None:
    words = (Word("reme\u00ad", Box(100, 100, 140, 112), 0), Word("dies", Box(100, 130, 140, 142), 1))
    text = PageText(Sheet(595.0, 842.0, 0, words))
    assert text.text == "reme\ndies"
    assert text.box_at(3) == Box(130, 100, 140, 112)


def test_each_character_has_the_box_of_its_part_of_the_word() -> None:
    text = PageText(SHEET)
    assert text.box_at(7) == Box(170, 100, 180, 112)
    assert text.box_at(9) == Box(190, 100, 200, 112)
    assert text.box_at(6) is None, "between words"
    assert text.box_at(99) is None
    assert text.box_at(-1) is None


def test_a_point_leads_to_its_character() -> None:
    text = PageText(SHEET)
    for offset in (0, 5, 7, 8, 11, 20):
        box = text.box_at(offset)
        assert box is not None
        assert text.offset_at(*box.middle) == offset
    assert text.offset_at(10, 10) == -1

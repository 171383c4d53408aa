"""What lies over a word is told: lines through it, bars, notes; what stands beside it, or around it, is not."""

from __future__ import annotations

import pymupdf
import pytest

from ombudsview.paper.geometry import Box
from ombudsview.paper.overlaid import Over, over

TURNS = (0, 90, 180, 270)
WORD = pymupdf.Rect(100, 88, 124, 104)
"""Where the figures stand on the page before it is turned."""


KEPT: list[pymupdf.Document] = []
"""A page lives no longer than its document."""


def drawn(turn: int = 0, *, cropped: bool = False) -> pymupdf.Page:
    document = pymupdf.open()
    page = document.new_page(width=595, height=842)
    page.insert_text((100, 100), "4321", fontsize=11)
    if cropped:
        page.set_cropbox(pymupdf.Rect(30, 40, 500, 700))
    page.set_rotation(turn)
    KEPT.append(document)
    return page


def told(page: pymupdf.Page) -> Over | None:
    """What lies over the page's one word, from the document as a reader opens it."""
    again = pymupdf.open("pdf", page.parent.tobytes())[0]
    [word] = [word for word in again.get_textpage().extractWORDS() if word[4] == "4321"]
    box = pymupdf.Rect(word[:4]) * again.rotation_matrix
    [found] = over(again, [Box(*box.normalize())])
    return found


def strike(page: pymupdf.Page) -> None:
    page.draw_rect(pymupdf.Rect(99, 96, 126, 96.7), fill=(0, 0, 0), width=0)


def stroke(page: pymupdf.Page) -> None:
    page.draw_line((99, 96), (126, 96), width=0.7)


def bar(page: pymupdf.Page) -> None:
    page.draw_rect(pymupdf.Rect(98, 90, 126, 103), fill=(0, 0, 0), width=0)


def white_bar(page: pymupdf.Page) -> None:
    page.draw_rect(pymupdf.Rect(98, 86, 128, 106), fill=(1, 1, 1), color=(1, 1, 1))


@pytest.mark.parametrize("turn", TURNS)
@pytest.mark.parametrize(
    ("draw", "what"), [(strike, Over.STRUCK), (stroke, Over.STRUCK), (bar, Over.HIDDEN), (white_bar, Over.HIDDEN)]
)
def test_lines_through_a_word_and_bars_over_it(draw, what: Over, turn: int) -> None:
    page = drawn()
    draw(page)
    page.set_rotation(turn)
    assert told(page) is what


def test_a_cropped_page() -> None:
    page = drawn(cropped=True)
    page.draw_rect(pymupdf.Rect(69, 56, 96, 56.7), fill=(0, 0, 0), width=0)
    assert told(page) is Over.STRUCK


def test_what_is_painted_below_beside_or_around_a_word_does_nothing_to_it() -> None:
    page = drawn()
    assert told(page) is None
    page.draw_line((99, 102.5), (126, 102.5), width=0.7)  # under it
    page.draw_rect(pymupdf.Rect(140, 90, 160, 103), fill=(0, 0, 0))
    page.draw_circle((112, 96), 30, width=6)
    page.draw_line((40, 110), (90, 110), width=0.7)
    assert told(page) is None


def test_a_ground_painted_before_its_word_hides_nothing() -> None:
    document = pymupdf.open()
    page = document.new_page(width=595, height=842)
    page.draw_rect(pymupdf.Rect(90, 80, 140, 110), fill=(0.8, 0.8, 0.9))
    page.insert_text((100, 100), "4321", fontsize=11)
    assert told(page) is None


def marked(page: pymupdf.Page, kind: str) -> None:
    match kind:
        case "text over it":
            page.add_freetext_annot(WORD, "9", fontsize=10)
        case "struck out":
            page.add_strikeout_annot(WORD)
        case "redacted":
            page.add_redact_annot(WORD)
        case "filled":
            note = page.add_rect_annot(WORD)
            note.set_colors(fill=(0, 0, 0))
            note.update()
        case "framed":
            page.add_rect_annot(pymupdf.Rect(96, 84, 128, 108))
        case "highlighted":
            page.add_highlight_annot(WORD)
        case "noted":
            page.add_text_annot(WORD.tl, "9")
        case "elsewhere":
            page.add_freetext_annot(pymupdf.Rect(100, 148, 124, 164), "9", fontsize=10)


@pytest.mark.parametrize("turn", TURNS)
@pytest.mark.parametrize("kind", ["text over it", "struck out", "redacted", "filled"])
def test_marks_of_a_reader_that_change_what_is_printed(kind: str, turn: int) -> None:
    page = drawn()
    marked(page, kind)
    page.set_rotation(turn)
    assert told(page) is Over.MARKED


@pytest.mark.parametrize("kind", ["framed", "highlighted", "noted", "elsewhere"])
def test_marks_of_a_reader_that_do_not(kind: str) -> None:
    page = drawn()
    marked(page, kind)
    assert told(page) is None

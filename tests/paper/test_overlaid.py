"""What lies over a word is told: lines through it, bars, notes; what stands beside it, or around it, is not."""

from __future__ import annotations

import pymupdf
import pytest

from ombudsview.paper import overlaid
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
        case "watermark":
            page.parent.xref_set_key(page.add_rect_annot(WORD).xref, "Subtype", "/Watermark")
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


@pytest.mark.parametrize("kind", ["framed", "highlighted", "watermark", "noted", "elsewhere"])
def test_marks_of_a_reader_that_do_not(kind: str) -> None:
    page = drawn()
    marked(page, kind)
    assert told(page) is None


def among(content: bytes, turn: int = 0) -> tuple[pymupdf.Page, list[Box]]:
    """A page of forty figures with something painted over it, and the boxes of its figures as shown."""
    document = pymupdf.open()
    page = document.new_page(width=595, height=842)
    for number in range(40):
        page.insert_text((60 + 90 * (number % 5), 60 + 40 * (number // 5)), str(1000 + number), fontsize=11)
    stream = document.get_new_xref()
    document.update_object(stream, "<<>>")
    document.update_stream(stream, content)
    document.xref_set_key(
        page.xref, "Contents", f"[{' '.join(f'{one} 0 R' for one in (*page.get_contents(), stream))}]"
    )
    document.xref_set_key(int(document.xref_get_key(page.xref, "Resources")[1].split()[0]), "ExtGState", _THROUGH)
    page.set_rotation(turn)
    KEPT.append(pymupdf.open("pdf", document.tobytes()))
    again = KEPT[-1][0]
    raw = again.get_textpage().extractWORDS()
    return again, [Box(*(pymupdf.Rect(word[:4]) * again.rotation_matrix).normalize()) for word in raw]


_THROUGH = "<</Through <</BM /Multiply>>>>"
"""A way to paint that lets through what is below."""


@pytest.mark.parametrize(
    "each", ["{x} {y} 3 3 re f", "{x} 10 0.4 800 re f", "{x} {y} m 590 {y} l S", "0 0 595 842 re f"]
)
def test_of_a_hundred_drawings_each_is_held_against_few_words(each: str, monkeypatch: pytest.MonkeyPatch) -> None:
    drawings = "\n".join(each.format(x=5 * number, y=8 * number) for number in range(100))
    page, words = among(f" q 0.9 g {drawings} Q ".encode())
    looks = 0
    for name in ("_shared", "_goes_through"):
        real = getattr(overlaid, name)

        def counted(*boxes: Box, real=real):
            nonlocal looks
            looks += 1
            return real(*boxes)

        monkeypatch.setattr(overlaid, name, counted)
    over(page, words)
    assert looks < 100 * len(words) / 4


def test_words_under_more_than_can_be_drawn_in_time_are_hidden_and_nothing_is_drawn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page, words = among(b" q 0.9 g " + b"0 0 595 842 re f\n" * 5_000 + b"Q ")
    monkeypatch.delattr(pymupdf.Page, "get_pixmap")
    assert over(page, words) == [Over.HIDDEN] * len(words)


@pytest.mark.parametrize("turn", TURNS)
def test_of_several_covered_words_only_those_that_cannot_be_seen_are_hidden(turn: int) -> None:
    """A bar over one figure, and a colour over the whole page that lets through what is below."""
    page, words = among(b" q 55 770 40 30 re f Q q /Through gs 1 1 0.8 rg 0 0 595 842 re f Q ", turn)
    assert over(page, words) == [Over.HIDDEN, *[None] * 39]


def test_a_word_that_begins_like_an_order_to_paint_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    page, words = among(b" q BT /helv 11 Tf 60 20 Td (were received and recorded) Tj ET Q ")
    monkeypatch.delattr(pymupdf.Page, "get_bboxlog")
    assert set(over(page, words)) == {None}

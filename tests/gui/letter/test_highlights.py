from __future__ import annotations

from dataclasses import replace

import msgspec
import numpy as np
import pymupdf
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from ombudsview.gui.letter.highlights import Highlight, frame_of, highlights, lines, paint
from ombudsview.letters.fields import FIELDS
from ombudsview.paper.geometry import Box
from ombudsview.paper.text import TextMap
from ombudsview.places import resources
from ombudsview.reading.evidence import read_field
from ombudsview.reading.model import Reading, Source
from ombudsview.review.review import Review
from ombudsview.review.state import State
from tests.gui.handmade import box, paper, reading, source
from tests.letters.ask import read_json
from tests.paper.handmade import typed_paper


def review() -> Review:
    return Review(reading(), "letter-1", who="tester", clock=lambda: "2026-11-23T10:00:00+00:00")


def lit(one: Review, key: str) -> Highlight:
    (found,) = [mark for mark in highlights(one, paper()) if mark.key == key]
    return found


def test_every_source_is_lit_once_in_the_colour_of_its_state() -> None:
    one = review()
    one.agree("upheld_rate")
    assert lit(one, "upheld_rate").state is State.AGREED
    assert lit(one, "upheld_rate").boxes == (box("100%", 80, 200),)
    assert lit(one, "letter_date").state is State.TO_CHECK
    assert [mark.key for mark in highlights(one, paper())].count("upheld_rate") == 1


def test_what_is_not_in_the_letter_is_not_lit() -> None:
    one = review()
    one.deny("upheld_rate")
    assert "upheld_rate" not in {mark.key for mark in highlights(one, paper())}


def test_words_of_one_line_are_one_box() -> None:
    assert lit(review(), "letter_date").boxes == (Box(100, 140, 174, 152),)


def test_words_of_two_lines_are_two_boxes() -> None:
    assert len(lines((Box(400, 100, 450, 112), Box(60, 114, 90, 126)))) == 2


def test_words_far_apart_on_a_line_are_two_boxes() -> None:
    assert len(lines((Box(60, 100, 80, 112), Box(300, 100, 330, 112)))) == 2


def test_words_that_read_as_printed_are_sure() -> None:
    marks = highlights(review(), paper())
    assert marks
    assert all(mark.sure for mark in marks)


def test_a_word_that_holds_more_than_the_value_is_sure() -> None:
    assert lit(review(), "investigations").sure


@pytest.mark.parametrize(
    "wrong",
    [
        Source(2, (box("45%", 240, 240),), "100%"),  # the box lies elsewhere
        Source(2, (Box(10, 10, 40, 20),), "100%"),  # on bare paper
        Source(2, (box("45%", 240, 240),), "45%"),  # what stands there is another value
    ],
)
def test_words_that_read_otherwise_are_not_sure(wrong: Source) -> None:
    first = reading()
    fields = tuple(msgspec.structs.replace(f, sources=(wrong,)) if f.key == "upheld_rate" else f for f in first.fields)
    one = Review(msgspec.structs.replace(first, fields=fields), "x", who="", clock=lambda: "2026-11-23T10:00:00+00:00")
    assert not lit(one, "upheld_rate").sure


@pytest.mark.parametrize(
    ("found", "so"),
    [
        ("(2)", True),
        ("2.", True),
        ("2%", True),
        ("12", False),
        ("2.5", False),
        ("1.2", False),
        ("2,400", False),
        ("2nd", False),
    ],
)
def test_the_printed_figure_is_not_part_of_another(found: str, so: bool) -> None:
    first, page = reading(), paper()
    (old,) = [f for f in first.fields if f.key == "investigations"]
    place = msgspec.structs.replace(old.sources[0], text=found)
    words = tuple(msgspec.structs.replace(w, text=found) if w.text == "(2)" else w for w in page.sheets[1].words)
    page = msgspec.structs.replace(page, sheets=(page.sheets[0], msgspec.structs.replace(page.sheets[1], words=words)))
    other = msgspec.structs.replace(old, sources=(place,))
    fields = tuple(other if f.key == old.key else f for f in first.fields)
    one = Review(msgspec.structs.replace(first, fields=fields), "x", who="", clock=lambda: "2026-11-23T10:00:00+00:00")
    (mark,) = [mark for mark in highlights(one, page) if mark.key == old.key]
    assert mark.sure is so


@pytest.mark.parametrize("hyphen", ["-", "\u00ad"])
@pytest.mark.parametrize(
    ("told", "so"), [("four cases of 10.", True), ("for cases of 10.", False), ("four cases of 1 0.", False)]
)
def test_a_word_that_the_end_of_a_line_breaks_reads_as_a_whole_one(hyphen: str, told: str, so: bool) -> None:
    letter = typed_paper(f"Your Council was late in four ca{hyphen}\nses of 10.")
    text = TextMap(letter)
    read = read_field(FIELDS["remarks"], text, ((0, len(text.raw.rstrip())),))
    assert read.value == ("Your Council was late in four cases of 10",)
    said = (f"Your Council was late in {told}",)
    read = msgspec.structs.replace(read, value=said, printed=said)
    one = Review(Reading("measures-2019", (1, 1), (read,), (), "test-1"), "x", who="", clock=lambda: "")
    (mark,) = highlights(one, letter)
    assert mark.sure is so


def test_a_place_that_the_officer_pointed_at_is_held_against_their_value() -> None:
    one = review()
    one.correct("upheld_rate", "45", (source(6),))
    assert lit(one, "upheld_rate").sure
    one.correct("upheld_rate", "46", (source(6),))
    assert not lit(one, "upheld_rate").sure


def test_a_highlight_is_hit_with_a_little_slack() -> None:
    mark = lit(review(), "upheld_rate")
    assert mark.holds(79, 199)
    assert not mark.holds(70, 199)
    assert not replace(mark, boxes=()).holds(79, 199)


@pytest.mark.parametrize("state", list(State))
def test_nothing_is_drawn_over_what_is_printed(qapp: QApplication, state: State) -> None:
    place = QRectF(20, 20, 7, 11)  # a single small figure
    image = QImage(60, 60, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint(painter, place, state, sure=True, focused=False, hovered=False, glow=0.0)
    painter.end()
    inside = {image.pixelColor(x, y).name() for x in range(21, 26) for y in range(22, 30)}
    assert inside == {"#ffffff"}
    outside = [image.pixelColor(x, y).name() != "#ffffff" for x in range(29, 40) for y in range(8, 19)]
    assert any(outside) is (state is not State.TO_CHECK), "the mark of the state stands beside it"


@pytest.mark.parametrize("focused", [True, False])
def test_a_frame_covers_the_ink_and_neither_hangs_nor_floats(*, focused: bool) -> None:
    """Titles and figures of the sample letter as they are printed, at 100%: one point is one pixel there."""
    sample, fine = resources() / "sample-letter.pdf", 6
    fields = read_json([sample])[0]["fields"]
    inks = {}
    with pymupdf.open(sample) as letter:
        for number, page in enumerate(letter, 1):
            pixels = page.get_pixmap(matrix=pymupdf.Matrix(fine, fine), colorspace=pymupdf.csGRAY)
            inks[number] = np.frombuffer(pixels.samples, np.uint8).reshape(pixels.h, pixels.w)
    looked = 0
    for lit in (lit for field in fields.values() for lit in field["sources"]):
        if set(lit["text"]) & set("gjpqyQ,;()/"):
            continue  # its tails are ink as well, and stand where the room is
        for x0, y0, x1, y1 in lit["boxes"]:
            place = QRectF(x0, y0, x1 - x0, y1 - y0)
            frame = frame_of(place, focused=focused)
            assert frame.contains(place)
            part = inks[lit["page"]][
                round(frame.top() * fine) : round(frame.bottom() * fine), round(x0 * fine) : round(x1 * fine)
            ]
            rows = np.flatnonzero((abs(part.astype(int) - int(np.median(part))) > 60).any(axis=1))
            lines_of_ink = np.split(rows, np.flatnonzero(np.diff(rows) > place.height() * fine / 8) + 1)
            rows = max(lines_of_ink, key=len)  # not what is printed under it and reaches into its box
            over, under = rows[0] / fine, (len(part) - 1 - rows[-1]) / fine
            assert min(over, under) > 0.5, f"the frame touches {lit['text']}"
            assert abs(over - under) < 0.16 * place.height(), f"{lit['text']} has {over} over it and {under} under it"
            looked += 1
    assert looked > 15

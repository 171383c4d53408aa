"""Words and their boxes, held against the picture of the page: what is printed must lie under a box, and nothing else."""

from __future__ import annotations

import math

import pytest

from ombudsview.errors import Trouble, Verdict
from ombudsview.paper import extract
from ombudsview.paper.geometry import Box
from ombudsview.paper.paper import Sheet, Word
from ombudsview.paper.render import Pixels, render
from tests import badfiles

SCALE = 2.0
BOXES = {
    "plain": b"/MediaBox[0 0 595 842]",
    "media box elsewhere": b"/MediaBox[100 -200 695 642]",
    "cropped": b"/MediaBox[0 0 595 842]/CropBox[50 100 500 800]",
    "both": b"/MediaBox[-100 -50 495 792]/CropBox[-50 100 450 780]",
    "cropped beyond the media box": b"/MediaBox[0 0 595 842]/CropBox[-50 -50 700 900]",
    "larger units": b"/MediaBox[0 0 595 842]/UserUnit 1.5",
}
SAID = " ".join(badfiles.LINES).split()


def sheet(data: bytes) -> Sheet:
    return extract.extract(extract.open_pdf(data, None), "0" * 64).sheets[0]


def spell(words: tuple[Word, ...]) -> list[str]:
    return [word.text for word in words]


def ink(picture: Pixels) -> set[tuple[int, int]]:
    """The dark pixels as (x, y)."""
    rows = range(picture.height)
    reds = (picture.pixels[row * picture.stride : row * picture.stride + 3 * picture.width : 3] for row in rows)
    return {(x, y) for y, row in enumerate(reds) for x, value in enumerate(row) if value < 100}


@pytest.mark.parametrize("boxes", BOXES)
@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_boxes_lie_where_the_words_are_shown(rotation: int, boxes: str) -> None:
    data = badfiles.page(attributes=BOXES[boxes] + b"/Rotate %d" % rotation, content=badfiles.text(left=140, top=400))
    document = extract.open_pdf(data, None)
    page = extract.extract(document, "0" * 64).sheets[0]
    assert spell(page.words) == SAID
    assert page.turn == (360 - rotation) % 360

    picture = render(document[0], SCALE)
    assert (picture.width, picture.height) == (math.ceil(page.width * SCALE), math.ceil(page.height * SCALE))
    dark = ink(picture)
    for word in page.words:
        x0, y0, x1, y1 = (edge * SCALE for edge in word.box)
        mine = {(x, y) for x, y in dark if x0 - 1 <= x <= x1 + 1 and y0 - 1 <= y <= y1 + 1}
        assert mine, f"nothing is printed under {word}"
        # The ink fills the box along the word: no neighbour's box, and no box that is too long.
        along = word.box.height if rotation % 180 else word.box.width
        places = [y if rotation % 180 else x for x, y in mine]
        assert max(places) - min(places) >= 0.8 * along * SCALE - 4
        dark -= mine
    assert not dark, "something is printed that no box covers"


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_the_picture_under_a_box_is_the_word(rotation: int) -> None:
    """Render the clip alone: its ink is that of the whole page's picture at that place."""
    data = badfiles.page(attributes=BOXES["cropped"] + b"/Rotate %d" % rotation)
    document = extract.open_pdf(data, None)
    whole = ink(render(document[0], 1))
    for word in extract.extract(document, "0" * 64).sheets[0].words:
        x0, y0, x1, y1 = map(round, word.box)
        clip = render(document[0], 1, Box(x0, y0, x1, y1))
        assert (clip.width, clip.height) == (x1 - x0, y1 - y0)
        assert {(x + x0, y + y0) for x, y in ink(clip)} == {(x, y) for x, y in whole if x0 <= x < x1 and y0 <= y < y1}


def test_words_that_nobody_sees_are_left_out() -> None:
    content = (
        badfiles.text(("seen",), 300, 400) + badfiles.text(("above",), 300, 810) + badfiles.text(("beside",), 5, 400)
    )
    page = sheet(badfiles.page(content, attributes=BOXES["cropped"]))
    assert spell(page.words) == ["seen"]


def test_boxes_end_at_the_edge_of_the_page() -> None:
    page = sheet(badfiles.page(badfiles.text(("Wide",), -2, 828, 30)))
    assert page.words
    for word in page.words:
        assert word.box.x0 >= 0
        assert word.box.y0 >= 0


@pytest.mark.parametrize(
    ("matrix", "turn"), [(b"1 0 0 1", 0), (b"0 1 -1 0", 90), (b"-1 0 0 -1", 180), (b"0 -1 1 0", 270)]
)
def test_turn_makes_text_upright_that_was_written_sideways(matrix: bytes, turn: int) -> None:
    content = b"q " + matrix + b" 300 400 cm " + badfiles.text(("one two three", "four five six"), 0, 0) + b" Q"
    assert sheet(badfiles.page(content)).turn == turn


def test_turn_of_single_words_comes_from_their_letters() -> None:
    content = b"q 0 1 -1 0 300 400 cm " + badfiles.text(("alone",), 0, 0) + b" Q"
    assert sheet(badfiles.page(content)).turn == 90


@pytest.mark.parametrize(("level", "turn"), [(("some words",), 90), (("a table with its rows", "and its figures"), 0)])
def test_headings_written_upwards_do_not_turn_a_page(level: tuple[str, ...], turn: int) -> None:
    upwards = (
        b"q 0 1 -1 0 300 400 cm "
        + badfiles.text(("headings of columns", "that are all long", "and there are many"), 0, 0)
        + b" Q "
    )
    assert sheet(badfiles.page(upwards + badfiles.text(level, 72, 200))).turn == turn


def figures(*parts: tuple[str, float, float]) -> bytes:
    """One line of text in parts, each with its size and rise, nothing between them."""
    shows = b" ".join(b"/F %g Tf %g Ts (%s) Tj" % (size, rise, said.encode("latin-1")) for said, size, rise in parts)
    return badfiles.page(b"BT 72 700 Td " + shows + b" ET")


@pytest.mark.parametrize("rotation", [0, 90])
def test_a_big_figure_is_not_glued_to_the_small_word_after_it(rotation: int) -> None:
    data = figures(("2", 30, 0), ("upheld", 11, 0), (" decisions", 11, 0))
    data = data.replace(b"/MediaBox[0 0 595 842]", b"/Rotate %3d/MediaBox[0 0 595 842]" % rotation)
    two, upheld, decisions = sheet(data).words
    assert (two.text, upheld.text, decisions.text) == ("2", "upheld", "decisions")
    assert two.line == upheld.line == decisions.line
    first, second = (two.box.x1, upheld.box.x0) if rotation == 0 else (two.box.y1, upheld.box.y0)
    assert first == pytest.approx(second, abs=0.1)
    assert two.box.width * two.box.height > 2 * upheld.box.height * upheld.box.width / len("upheld")


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ([("45%", 30, 0), ("of complaints", 11, 0)], ["45%", "of", "complaints"]),
        ([("20 of the 45", 12, 0), ("1", 7, 5)], ["20", "of", "the", "45¹"]),
        ([("complaints", 12, 0), ("3", 7, 5)], ["complaints", "³"]),
        ([("of 20", 11, 0), ("1", 8, 6), (" of 12 in 2019", 11, 0)], ["of", "20¹", "of", "12", "in", "2019"]),
        ([("20", 30, 0), ("1", 18, 12)], ["20¹"]),
        ([("of 45", 12, 0), ("12", 12, 4), (" in 2019", 12, 0)], ["of", "45¹²", "in", "2019"]),
        ([("of 45", 12, 0), ("\N{SUPERSCRIPT TWO}", 12, 0), (" in 2019", 12, 0)], ["of", "45²", "in", "2019"]),
        ([("22", 12, 0), ("nd", 7, 5), (" July", 12, 0)], ["22nd", "July"]),
        ([("100", 30, 0), ("%", 14, 0)], ["100%"]),
        ([("LE16 7AG", 11, 0)], ["LE16", "7AG"]),
        ([("3", 11, 0), ("rd", 11, 0), (" 2019-20", 11, 0)], ["3rd", "2019-20"]),
    ],
)
def test_sizes_tell_where_a_word_ends(parts: list[tuple[str, float, float]], words: list[str]) -> None:
    assert spell(sheet(figures(*parts)).words) == words


def test_ligatures_come_as_their_letters() -> None:
    names = b"<</Type/Encoding/Differences[97/fi/fl]>>"
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding %s>>" % names
    data = badfiles.page(badfiles.text(("a b",)), more={5: font})
    assert spell(sheet(data).words) == ["fi", "fl"]


def test_what_does_not_print_is_no_word() -> None:
    names = b"<</Type/Encoding/Differences[97/uni200B/uni0041/uni202E]>>"
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding %s>>" % names
    data = badfiles.page(badfiles.text(("a bb b cb",)), more={5: font})
    assert spell(sheet(data).words) == ["AA", "A", "A"]


def test_a_soft_hyphen_is_kept_where_a_word_breaks() -> None:
    names = b"<</Type/Encoding/Differences[97/uni00AD/uni0041/uni0042]>>"
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding %s>>" % names
    data = badfiles.page(badfiles.text(("bac bba a",)), more={5: font})
    assert spell(sheet(data).words) == ["AB", "AA\u00ad"]


def test_a_letter_of_this_project_needs_no_images() -> None:
    """The flags that reach MuPDF hold none that decodes pictures, and none that keeps ligatures."""
    import pymupdf

    assert not extract._FLAGS & (pymupdf.TEXT_PRESERVE_IMAGES | pymupdf.TEXT_PRESERVE_LIGATURES)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", Verdict.EMPTY),
        (b"<html><body>%P</body></html>", Verdict.NOT_PDF),
        (b"PK\x03\x04", Verdict.NOT_PDF),
        (b"x" * 1_024 + badfiles.page(), Verdict.NOT_PDF),
    ],
)
def test_what_is_no_pdf_is_refused(data: bytes, code: Verdict) -> None:
    with pytest.raises(Trouble) as told:
        extract.open_pdf(data, None)
    assert told.value.code == code


def test_a_broken_page_leaves_the_others_alone() -> None:
    good = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>"
    data = badfiles.page(more={2: b"<</Type/Pages/Kids[3 0 R 10 0 R]/Count 3>>", 10: good})
    document = extract.open_pdf(data, None)
    extent = extract.extent(document)
    paper = extract.extract(document, "0" * 64)
    assert extent.short
    assert extent.sizes == ((595.0, 842.0), (300.0, 800.0))
    assert [len(page.words) > 0 for page in paper.sheets] == [True, True]

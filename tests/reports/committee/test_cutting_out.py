"""Pictures asked of the reader: each of the figure's line, and what cannot be pictured says why and keeps its place."""

from __future__ import annotations

import io
from dataclasses import dataclass, field

import pytest
from PIL import Image

from ombudsview.errors import Trouble
from ombudsview.paper.geometry import Box
from ombudsview.reports.committee.cutting_out import BORDER, DPI, Source, strips
from ombudsview.reports.committee.model import Evidence
from tests.reports.committee.dossiers import LAST, SIZE, THIS, place


@dataclass
class Sheet:
    width: int
    height: int

    @property
    def stride(self) -> int:
        return 3 * self.width

    @property
    def pixels(self) -> memoryview:
        return memoryview(b"\xf0" * (self.stride * self.height))


@dataclass
class Opened:
    sizes: tuple = (SIZE,) * 3


@dataclass
class Reader:
    """Answers with grey; `troubles` are raised by the turn in which it is asked, from 0."""

    troubles: dict[int, Trouble] = field(default_factory=dict)
    broken: Trouble | None = None
    opened: list[tuple[bytes, str | None]] = field(default_factory=list)
    asked: list[tuple[int, float, Box]] = field(default_factory=list)

    def open(self, data, password=None, *, allow_large=False):
        assert allow_large
        self.opened.append((data, password))
        if self.broken is not None:
            raise self.broken
        return Opened()

    def picture(self, page, scale, clip=None):
        self.asked.append((page, scale, clip))
        if (trouble := self.troubles.get(len(self.asked) - 1)) is not None:
            raise trouble
        return Sheet(round(clip.width * scale), round(clip.height * scale))


def evidence(name="e1", letter=THIS, key="upheld_rate", **more) -> Evidence:
    given = {"page": 3, "boxes": (place(key),), "printed": "100%"} | more
    return Evidence(name, key, "100%", letter.row.letter, letter.row.sha256, "A title", **given)


SOURCES = {
    THIS.row.letter: Source(lambda: b"this", "secret", THIS.paper),
    LAST.row.letter: Source(lambda: b"last", None, LAST.paper),
}


def test_the_clip_is_the_line_and_the_picture_holds_it_all() -> None:
    reader = Reader()
    strip = strips([evidence()], SOURCES, reader)["e1"]
    ((page, scale, clip),) = reader.asked
    box = place("upheld_rate")
    assert page == 2
    assert scale == DPI / 72
    assert clip.x0 < 40 < box.x0
    assert clip.y0 <= box.y0
    assert clip.x1 >= box.x1
    assert clip.y1 >= box.y1
    assert strip.words == "Upheld 100%"
    image = Image.open(io.BytesIO(strip.png))
    assert image.width / scale == pytest.approx(strip.size[0])
    assert strip.size[0] == pytest.approx(clip.width + 2 * BORDER, abs=1)
    inside = ((box.x0 + box.x1) / 2 - clip.x0 + BORDER, (box.y0 + box.y1) / 2 - clip.y0 + BORDER)
    assert image.getpixel(tuple(round(scale * one) for one in inside)) == (0xF0,) * 3


def test_each_document_is_opened_once_with_its_password() -> None:
    reader, heard = Reader(), []
    both = [evidence("e1"), evidence("e2", LAST), evidence("e3", THIS, "investigations")]
    made = strips(both, SOURCES, reader, lambda done, of: heard.append((done, of)))
    assert sorted(reader.opened) == [(b"last", None), (b"this", "secret")]
    assert set(made) == {"e1", "e2", "e3"}
    assert heard == [(1, 3), (2, 3), (3, 3)]


def test_what_is_named_or_has_no_place_is_not_pictured() -> None:
    reader = Reader()
    assert strips([evidence(pictured=False), evidence(page=None), evidence(boxes=())], SOURCES, reader) == {}
    assert reader.opened == []


def test_one_page_that_cannot_be_drawn_costs_one_picture() -> None:
    reader = Reader({0: Trouble("crashed", "The reader died over the page.", "Try again.")})
    made = strips([evidence("e1"), evidence("e2", THIS, "investigations")], SOURCES, reader)
    assert made["e1"].why_not == "The picture could not be made: the reader died over the page."
    assert made["e1"].words == "Upheld 100%"
    assert made["e2"].png


def test_a_document_that_does_not_open_costs_its_own_pictures_only() -> None:
    def gone() -> bytes:
        raise Trouble("document_missing", "The kept copy is gone.")

    sources = SOURCES | {LAST.row.letter: Source(gone)}
    made = strips([evidence("e1"), evidence("e2", LAST)], sources, Reader())
    assert made["e1"].png
    assert made["e2"].why_not == "The picture could not be made: the kept copy is gone."
    made = strips([evidence("e1")], SOURCES, Reader(broken=Trouble("password", "It is protected.")))
    assert made["e1"].why_not == "The picture could not be made: it is protected."


def test_stopped_is_stopped() -> None:
    for reader in (Reader(broken=Trouble("cancelled", "Stopped.")), Reader({0: Trouble("cancelled", "Stopped.")})):
        with pytest.raises(Trouble) as told:
            strips([evidence()], SOURCES, reader)
        assert told.value.code == "cancelled"


@pytest.mark.parametrize("more", [{"page": 4}, {"page": 0}, {"page": 2**40}, {"boxes": (Box(0, 0, 9e9, 9),)}])
def test_a_place_that_is_not_there_is_told_and_nothing_is_asked(more) -> None:
    reader = Reader()
    strip = strips([evidence(**more)], SOURCES, reader)["e1"]
    assert reader.asked == []
    assert strip.why_not
    assert not strip.png


def test_a_strip_of_a_page_as_large_as_a_wall_is_drawn_less_sharp() -> None:
    class Wall(Reader):
        def open(self, data, password=None, *, allow_large=False):
            return Opened(((20_000.0, 20_000.0),) * 3)

    reader = Wall()
    sources = {THIS.row.letter: Source(lambda: b"this")}
    strip = strips([evidence(boxes=(Box(10, 10, 19_000, 9_000),))], sources, reader)["e1"]
    ((_, scale, clip),) = reader.asked
    assert clip.width * clip.height * scale**2 < 4_000_001
    assert strip.png

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from ombudsview.gui.letter.pictures import TILE, Key, Pictures, tiles
from ombudsview.gui.work.bridge import Bridge
from ombudsview.paper import troubles
from ombudsview.paper.bounds import DRAWN_WHOLE
from ombudsview.paper.geometry import Box
from tests.gui.handmade import SIZES, FakeReader
from tests.gui.listen import Heard


@pytest.fixture
def pictures(bridge: Bridge) -> Pictures:
    bridge.worker.open(b"")  # type: ignore[union-attr]
    return Pictures(bridge)


def pages(reader: FakeReader) -> list[object]:
    return [about[0] for verb, *about in reader.asked if verb == "picture"]


def test_a_picture_is_asked_for_once_and_kept(pictures: Pictures, reader: FakeReader, qtbot: QtBot) -> None:
    key = Key(0, 1.0)
    pictures.want([key], [])
    pictures.want([key], [])
    qtbot.waitUntil(lambda: pictures.sharp(key) is not None)
    pictures.want([key], [])
    image = pictures.sharp(key)
    assert image is not None
    assert (image.width(), image.height()) == (595, 842)
    assert image.pixelColor(5, 5).red() == 0xF0
    assert pages(reader) == [0]


def test_what_is_no_longer_wanted_is_not_drawn(pictures: Pictures, reader: FakeReader, qtbot: QtBot) -> None:
    reader.gate.clear()
    pictures.want([Key(0, 1.0)], [])
    qtbot.waitUntil(lambda: pages(reader) == [0])
    pictures.want([Key(0, 1.1)], [])
    pictures.want([Key(0, 1.2)], [])
    reader.gate.set()
    qtbot.waitUntil(lambda: pictures.sharp(Key(0, 1.2)) is not None)
    assert [about for verb, *about in reader.asked if verb == "picture"] == [[0, 1.0, None], [0, 1.2, None]]


def test_the_nearest_other_scale_stands_in(pictures: Pictures, qtbot: QtBot) -> None:
    for scale in (0.5, 1.0):
        pictures.want([Key(0, scale)], [])
        qtbot.waitUntil(lambda scale=scale: pictures.sharp(Key(0, scale)) is not None)
    stand_in = pictures.stand_in(Key(0, 1.3))
    assert stand_in is not None
    assert stand_in.width() == 595
    assert pictures.stand_in(Key(1, 1.3)) is None


def test_the_cache_is_bounded(bridge: Bridge, qtbot: QtBot) -> None:
    pictures = Pictures(bridge, room=3 * 595 * 842 * 4)
    for number in range(8):
        key = Key(0, 1 + number / 100)
        pictures.want([key], [])
        qtbot.waitUntil(lambda key=key: pictures.sharp(key) is not None)
        assert pictures.size <= 3 * 595 * 842 * 4 or number == 0


def test_what_shows_is_never_let_go(bridge: Bridge, reader: FakeReader, qtbot: QtBot) -> None:
    """At 200% two pages can be more than there is room for: letting one go for the other would never end."""
    pictures = Pictures(bridge, room=595 * 842 * 4)
    both = [Key(0, 1.0), Key(1, 1.0)]
    for _ in range(5):
        pictures.want(both, [Key(0, 1.5)])
        qtbot.waitUntil(lambda: all(pictures.sharp(key) is not None for key in both))
    assert sorted(map(str, pages(reader))) in (
        ["0", "1"],
        ["0", "0", "1"],
    )  # the one ahead may have been asked for at first
    pictures.want(both[:1], [])
    pictures.want([Key(0, 0.5)], [])
    qtbot.waitUntil(lambda: pictures.sharp(Key(0, 0.5)) is not None)
    assert pictures.size <= 595 * 842 * 4


def test_a_reader_that_died_draws_at_the_second_asking(pictures: Pictures, reader: FakeReader, qtbot: QtBot) -> None:
    reader.troubles = [("picture", troubles.trouble("crashed"))]
    told = Heard(pictures.failed)
    pictures.want([Key(0, 1.0)], [])
    qtbot.waitUntil(lambda: bool(told.all))
    assert not pictures.given_up(0)
    pictures.want([Key(0, 1.0)], [])
    qtbot.waitUntil(lambda: pictures.sharp(Key(0, 1.0)) is not None)


def test_a_page_that_kills_twice_is_given_up(pictures: Pictures, reader: FakeReader, qtbot: QtBot) -> None:
    reader.troubles = [("picture", troubles.trouble("crashed"))] * 2
    told = Heard(pictures.failed)
    for number in (1, 2, 3):
        pictures.want([Key(0, 1.0)], [])
        if number < 3:
            qtbot.waitUntil(lambda number=number: len(told.all) == number)
    assert pictures.given_up(0)
    assert pages(reader) == [0, 0]
    pictures.clear()
    pictures.want([Key(0, 1.0)], [])
    qtbot.waitUntil(lambda: pictures.sharp(Key(0, 1.0)) is not None)


def test_another_letters_pictures_do_not_come(pictures: Pictures, reader: FakeReader, qtbot: QtBot) -> None:
    reader.gate.clear()
    pictures.want([Key(0, 1.0)], [])
    qtbot.waitUntil(lambda: pages(reader) == [0])
    pictures.clear()
    pictures.want([Key(1, 1.0)], [])
    reader.gate.set()
    qtbot.waitUntil(lambda: pictures.sharp(Key(1, 1.0)) is not None)
    assert pictures.sharp(Key(0, 1.0)) is None


@pytest.mark.parametrize("scale", [4.0, 6.0, 16.0])
def test_a_large_page_is_drawn_in_clips_that_cover_what_shows(scale: float) -> None:
    shown = Box(100, 200, 100 + 900 / scale, 200 + 800 / scale)
    keys = tiles(0, SIZES[0], scale, shown)
    assert len(keys) <= 4
    for key in keys:
        assert key.clip is not None
        assert key.clip.width * scale <= TILE + 1
        assert key.clip.height * scale <= TILE + 1
    for x, y in ((shown.x0, shown.y0), (shown.x1, shown.y1), (shown.x0, shown.y1), shown.middle):
        assert any(key.clip is not None and key.clip.holds(x, y) for key in keys)


def test_a_usual_page_is_one_picture() -> None:
    assert tiles(0, SIZES[0], 3.0, Box(0, 0, 10, 10)) == [Key(0, 3.0)]
    assert DRAWN_WHOLE > 595 * 842 * 9

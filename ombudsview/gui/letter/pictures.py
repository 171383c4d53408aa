"""Pictures of pages: asked for when they show, kept while there is room, a stand-in until the sharp one is there."""

from __future__ import annotations

from collections import OrderedDict
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from ombudsview.errors import Trouble, Verdict
from ombudsview.gui.work.bridge import Bridge
from ombudsview.gui.work.errands import Errand, Rank
from ombudsview.paper.bounds import DRAWN_WHOLE
from ombudsview.paper.geometry import Box
from ombudsview.paper.troubles import CANCELLED

if TYPE_CHECKING:
    from ombudsview.paper.frames import Picture

ROOM = 48 * 2**20
"""Bytes of pictures kept."""

TILE = 1600
"""Width and height, in device pixels, of the clips that a very large page is drawn in."""

TRIES = 2


class Key(NamedTuple):
    """One picture: a page (from 0) at so many device pixels a point, or a clip of it in points."""

    page: int
    scale: float
    clip: Box | None = None


class Pictures(QObject):
    """A bounded cache of one letter's pictures. `came` tells the page of a picture that arrived, `failed` what went wrong."""

    came = Signal(int)
    failed = Signal(int, object)

    def __init__(self, bridge: Bridge, parent: QObject | None = None, room: int = ROOM) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._room = room
        self._kept: OrderedDict[Key, QImage] = OrderedDict()
        self._asked: dict[Key, Errand[Picture]] = {}
        self._tries: dict[Key, int] = {}
        self._given_up: set[Key] = set()
        self._visible: set[Key] = set()
        self._letter = 0

    def clear(self) -> None:
        """Another letter: nothing of the last one is kept, and what is still to come is not wanted."""
        for errand in self._asked.values():
            errand.drop()
        self._asked.clear()
        self._kept.clear()
        self._tries.clear()
        self._given_up.clear()
        self._letter += 1

    def lay_in(self, key: Key, picture: Picture) -> None:
        """Keep a picture that was drawn before anyone asked."""
        self._kept[key] = image_of(picture)

    def want(self, visible: list[Key], soon: list[Key]) -> None:
        """Say what shows now and what may show next; whatever else was asked for is dropped."""
        soon = soon if self._has_room(visible) else []
        self._visible = set(visible)
        wanted = {**dict.fromkeys(soon, Rank.SOON), **dict.fromkeys(visible, Rank.VISIBLE)}
        for key in [key for key, errand in self._asked.items() if wanted.get(key) != errand.rank]:
            if not self._asked[key].dropped:
                self._asked.pop(key).drop()
        for key in (*visible, *soon):
            if key not in self._kept and key not in self._asked and key not in self._given_up:
                ask = partial(self._bridge.worker.picture, key.page, key.scale, key.clip)
                self._asked[key] = self._bridge.ask(ask, wanted[key], partial(self._came, key, self._letter))

    def sharp(self, key: Key) -> QImage | None:
        """The picture itself, where it is there."""
        image = self._kept.get(key)
        if image is not None:
            self._kept.move_to_end(key)
        return image

    def stand_in(self, key: Key) -> QImage | None:
        """A whole picture of the same page at the nearest other scale."""
        others = [other for other in self._kept if other.page == key.page and other.clip is None]
        if not others:
            return None
        return self._kept[min(others, key=lambda other: abs(other.scale / key.scale - 1))]

    def given_up(self, page: int) -> bool:
        """Whether a page cannot be drawn."""
        return any(key.page == page for key in self._given_up)

    @property
    def size(self) -> int:
        """Bytes kept."""
        return sum(image.sizeInBytes() for image in self._kept.values())

    def _came(self, key: Key, letter: int, errand: Errand[Picture]) -> None:
        if letter != self._letter:
            return
        self._asked.pop(key, None)
        try:
            picture = errand.result
        except Trouble as trouble:
            self._missed(key, trouble)
            return
        self._kept[key] = image_of(picture)
        self._make_room()
        self.came.emit(key.page)

    def _make_room(self) -> None:
        """Let go of what was not looked at for longest; what shows stays, however large."""
        for key in [key for key in self._kept if key not in self._visible]:
            if self.size <= self._room:
                return
            del self._kept[key]

    def _has_room(self, visible: list[Key]) -> bool:
        """Whether one more picture of this size can be kept beside what shows."""
        sizes = [image.sizeInBytes() for key, image in self._kept.items() if key in visible]
        return not sizes or sum(sizes) + max(sizes) <= self._room

    def _missed(self, key: Key, trouble: Trouble) -> None:
        """A reader that died draws the page at the second asking; one that dies twice is not asked again."""
        self._tries[key] = self._tries.get(key, 0) + 1
        hopeless = trouble.code != Verdict.CRASHED or self._tries[key] >= TRIES
        if hopeless and trouble.code != CANCELLED:
            self._given_up.add(key)
        self.failed.emit(key.page, trouble)


def image_of(picture: Picture) -> QImage:
    """A copy of the pixels that the screen draws fastest."""
    rows = QImage(picture.pixels, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB888)
    return rows.convertToFormat(QImage.Format.Format_RGB32)


def tiles(page: int, size: tuple[float, float], scale: float, shown: Box) -> list[Key]:
    """The pictures that cover the part of a page (points) that shows: the whole page, or clips where that is too large."""
    width, height = size
    if width * scale * height * scale <= DRAWN_WHOLE:
        return [Key(page, scale)]
    step = TILE / scale
    keys = []
    for row in range(int(max(0.0, shown.y0) // step), int(min(height, shown.y1) // step) + 1):
        for column in range(int(max(0.0, shown.x0) // step), int(min(width, shown.x1) // step) + 1):
            x, y = column * step, row * step
            if x < width and y < height:
                keys.append(Key(page, scale, Box(x, y, min(width, x + step), min(height, y + step))))
    return keys

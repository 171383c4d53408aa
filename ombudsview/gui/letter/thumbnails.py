"""The pages of a long letter or pack, small and in a column: which one shows, which have figures, and a way to each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ombudsview.errors import Trouble
from ombudsview.gui.letter.column import Sizes
from ombudsview.gui.letter.pictures import image_of
from ombudsview.gui.style.theme import CORNER, FOCUS, LIGHT, UNIT, theme, type_font, type_size
from ombudsview.gui.work.bridge import Bridge
from ombudsview.gui.work.errands import Errand, Rank

if TYPE_CHECKING:
    from ombudsview.paper.frames import Picture

WIDTH = 13 * UNIT
_HEIGHT = 17 * UNIT
_MOST_KEPT = 400
LIT_ROLE = Qt.ItemDataRole.UserRole + 1
IMAGE_ROLE = Qt.ItemDataRole.UserRole + 2

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class PagesModel(QAbstractListModel):
    """A row a page. Pictures are asked for as rows are painted, behind everything else that the reader does."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._sizes: Sizes = ()
        self._lit: frozenset[int] = frozenset()
        self._images: dict[int, QImage] = {}
        self._asked: dict[int, Errand[Picture]] = {}
        self._letter = 0

    def show_pages(self, sizes: Sizes) -> None:
        """Another letter."""
        self.beginResetModel()
        self.drop()
        self._letter += 1
        self._sizes, self._lit = sizes, frozenset()
        self._images = {}
        self.endResetModel()

    def light(self, pages: frozenset[int]) -> None:
        """Mark the pages (from 0) that have figures."""
        if pages != self._lit:
            self._lit = pages
            if self._sizes:
                self.dataChanged.emit(self.index(0), self.index(len(self._sizes) - 1))

    def drop(self) -> None:
        """Ask for nothing any more."""
        for errand in self._asked.values():
            errand.drop()
        self._asked.clear()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._sizes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._sizes):
            return None
        page = index.row()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{page + 1}"
            case Qt.ItemDataRole.AccessibleTextRole:
                words = self.tr("Page {page}, with figures") if page in self._lit else self.tr("Page {page}")
                return words.format(page=page + 1)
            case _ if role == LIT_ROLE:
                return page in self._lit
            case _ if role == IMAGE_ROLE:
                return self._image(page)
        return None

    def _image(self, page: int) -> QImage | None:
        image = self._images.get(page)
        if image is None and page not in self._asked:
            width, height = self._sizes[page]
            scale = min(2 * WIDTH / width, 2 * _HEIGHT / height)
            ask = partial(self._bridge.worker.picture, page, scale, None)
            self._asked[page] = self._bridge.ask(ask, Rank.SOON, partial(self._came, page, self._letter))
        return image

    def _came(self, page: int, letter: int, errand: Errand[Picture]) -> None:
        if letter != self._letter:
            return
        try:
            image = image_of(errand.result)
        except Trouble:  # it stays white; the page itself says why
            image = QImage(1, 1, QImage.Format.Format_RGB32)
            image.fill(QColor(LIGHT.paper))
        self._asked.pop(page, None)
        while len(self._images) >= _MOST_KEPT:
            del self._images[next(iter(self._images))]
        self._images[page] = image
        self.dataChanged.emit(self.index(page), self.index(page))


class Thumbnails(QListView):
    """`asked` names the page (from 0) to go to."""

    asked = Signal(int)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages = PagesModel(bridge, self)
        self.setModel(self.pages)
        self.setItemDelegate(_PagePainter(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setFixedWidth(WIDTH + 5 * UNIT)
        self.setAccessibleName(self.tr("Pages, small"))
        self.clicked.connect(lambda index: self.asked.emit(index.row()))
        self.activated.connect(lambda index: self.asked.emit(index.row()))

    def show_page(self, page: int) -> None:
        """Mark the page (from 0) that shows."""
        index = self.pages.index(page)
        if index.isValid() and index != self.currentIndex():
            self.setCurrentIndex(index)
            self.scrollTo(index)


class _PagePainter(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(WIDTH + 2 * UNIT, _HEIGHT + type_size(11) + 3 * UNIT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens, place = theme(), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        room = QRectF(place.center().x() - WIDTH / 2, place.top() + UNIT, WIDTH, _HEIGHT)
        image = index.data(IMAGE_ROLE)
        sheet = room
        if isinstance(image, QImage) and image.width() > 1:
            scale = min(room.width() / image.width(), room.height() / image.height())
            sheet = QRectF(0, 0, image.width() * scale, image.height() * scale)
            sheet.moveCenter(room.center())
        painter.fillRect(sheet, QColor(LIGHT.paper))
        if isinstance(image, QImage):
            painter.drawImage(sheet, image)
        here = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = here and bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.setPen(QPen(QColor(tokens.accent if here else tokens.line), 2 if here else 1))
        painter.drawRect(sheet)
        if focused:
            painter.setPen(QPen(QColor(tokens.accent), FOCUS))
            painter.drawRoundedRect(place.adjusted(3, 3, -3, -3), CORNER, CORNER)
        painter.setFont(type_font(11, bold=here))
        painter.setPen(QColor(tokens.ink if here else tokens.soft))
        words = f"{index.data()} ◆" if index.data(LIT_ROLE) else str(index.data())
        painter.drawText(
            QRectF(place.left(), room.bottom() + 2, place.width(), type_size(11) + UNIT),
            int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop),
            words,
        )
        painter.restore()

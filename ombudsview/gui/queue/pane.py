"""The queue beside the letter: what is open today, how far each letter is, how far the others are read."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLabel, QListView, QMenu, QPushButton, QVBoxLayout, QWidget

from ombudsview.gui.queue.model import Entry, Queue
from ombudsview.gui.queue.order import Order, is_of
from ombudsview.gui.queue.painter import EntryPainter
from ombudsview.gui.queue.progress import ReadingProgress
from ombudsview.gui.queue.standing import Standing
from ombudsview.gui.queue.status import Status
from ombudsview.gui.style.heading import Heading
from ombudsview.gui.style.theme import UNIT

ORDERS = {Order.CAME: "order_came", Order.NEED: "order_need", Order.AUTHORITY: "order_authority"}
ON_ENTRIES = ("try_again", "our_council", "remove_from_queue", "clear_finished")
"""The actions that the menu of an entry offers."""

_REFRESH_MS = 40


class QueuePane(QWidget):
    """Lists the queue; `asked` names the entry that shall come to the desk. Its buttons are the window's own actions."""

    access_role = "Grouping"

    asked = Signal(object)

    def __init__(self, queue: Queue, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Queue"))
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(160)
        self._queue, self._actions = queue, actions
        self._heading = Heading(parent=self)
        self._heading.setWordWrap(True)
        self.order = self._order_button()
        self.progress = ReadingProgress(actions["stop_reading"], actions["go_on_reading"], self)
        self.list = self._list_view()
        self.why = self._explanation()
        column = QVBoxLayout(self)
        column.setContentsMargins(UNIT, UNIT // 2, UNIT, UNIT)
        column.setSpacing(0)
        column.addWidget(self._heading)
        column.addWidget(self.order, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self.progress, self.list, self.why):
            column.addWidget(widget)
        column.setStretchFactor(self.list, 1)
        self._timer = QTimer(self, singleShot=True, interval=_REFRESH_MS)
        self._timer.timeout.connect(self._count)
        for signal in (queue.dataChanged, queue.rowsInserted, queue.rowsRemoved, queue.layoutChanged):
            signal.connect(self._refresh)
        queue.current_changed.connect(self._select_current)
        queue.ordered.connect(self._show_order)
        self._show_order()
        self._select_current()
        self._count()

    # How it is put together

    def _order_button(self) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("look", "quiet")
        menu = QMenu(button)
        for name in ORDERS.values():
            menu.addAction(self._actions[name])
        button.setMenu(menu)
        return button

    def _list_view(self) -> QListView:
        view = QListView(self)
        view.setModel(self._queue)
        view.setItemDelegate(EntryPainter(self))
        view.setUniformItemSizes(True)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        view.setAccessibleName(self.tr("Queue of letters"))
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._offer)
        view.clicked.connect(self._clicked)
        view.activated.connect(self._ask)
        view.installEventFilter(self)
        view.selectionModel().currentChanged.connect(self._explain)
        return view

    def _explanation(self) -> QLabel:
        words = QLabel(self)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        words.setProperty("ink", "look")
        words.setContentsMargins(UNIT + 2, UNIT, UNIT, 0)
        words.setAccessibleName(self.tr("Why this letter cannot be opened"))
        words.hide()
        return words

    # What it shows

    def show_standing(self, standing: Standing | None) -> None:
        """How far the background reading is; None where there is none."""
        self.progress.show_standing(standing)

    def _refresh(self) -> None:
        """Count once for many changes: thousands of letters are read in a minute."""
        if not self._timer.isActive():
            self._timer.start()

    def _count(self) -> None:
        words = self.tr("{left} of {count} left").format(left=self._queue.left, count=len(self._queue.entries))
        self._heading.say(f"{self.tr('Queue')}: {words}", shown=f"{self.tr('Queue').upper()}   {words}")
        self._actions["clear_finished"].setEnabled(self._queue.left < len(self._queue.entries))
        self._actions["try_again"].setEnabled(bool(self._queue.tally()[Status.PROBLEM]))
        self._explain()

    def _select_current(self) -> None:
        """The letter that came to the desk is selected; nothing else moves the selection."""
        current: Entry | None = self._queue.current
        if current in self._queue.entries:
            index = self._queue.index(self._queue.entries.index(current))
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.list.selectionModel().setCurrentIndex(index, flags)
            self.list.scrollTo(index)

    def _show_order(self) -> None:
        order = self._queue.order
        words = {
            Order.CAME: self.tr("As they came"),
            Order.NEED: self.tr("By need"),
            Order.AUTHORITY: self.tr("By authority"),
        }
        self.order.setText(words[order])
        self.order.setAccessibleName(self.tr("Order of the queue: {order}").format(order=words[order]))
        for which, name in ORDERS.items():
            self._actions[name].setChecked(which is order)

    def _explain(self) -> None:
        """The whole sentence of a letter that cannot be opened, as its row has room for its beginning only; and whose it is."""
        index = self.list.currentIndex()
        entry = self._queue.entries[index.row()] if index.isValid() else None
        self._actions["our_council"].setChecked(entry is not None and is_of(entry, self._queue.ours.casefold()))
        trouble = entry.trouble if entry is not None else ""
        self.why.setText(trouble)
        self.why.setVisible(bool(trouble))

    # What the officer does

    def selected(self) -> list[Entry]:
        """The entries that are selected, in order."""
        rows = sorted(index.row() for index in self.list.selectionModel().selectedRows())
        return [self._queue.entries[row] for row in rows]

    def _clicked(self, index: QModelIndex) -> None:
        if len(self.list.selectionModel().selectedRows()) == 1:  # more are being chosen, to be removed
            self._ask(index)

    def _ask(self, index: QModelIndex) -> None:
        entry = self._queue.entries[index.row()]
        if entry is not self._queue.current:
            self.asked.emit(entry)

    def _offer(self, place: QPoint) -> None:
        menu = QMenu(self)
        for name in ON_ENTRIES:
            menu.addAction(self._actions[name])
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.list.viewport().mapToGlobal(place))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Delete:
            self._actions["remove_from_queue"].trigger()
            return True
        return False

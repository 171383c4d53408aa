"""The History page: every saved letter, found by typing, opened with Enter or a double click."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSettings, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ombudsview.gui.history.model import AUTHORITY, FILE, LETTER_ROLE, SAVED, TITLE, LettersModel
from ombudsview.gui.style.beside import Beside
from ombudsview.gui.style.button_row import ButtonRow
from ombudsview.gui.style.columns import Columns
from ombudsview.gui.style.heading import Heading
from ombudsview.gui.style.line_box import LineBox
from ombudsview.gui.style.table_style import prepare, table_style
from ombudsview.gui.style.theme import UNIT, theme
from ombudsview.history.rows import LetterRow

_WIDTHS = (246, 116, 130, 176, 228, 84, 190)


class HistoryPage(QWidget):
    """The saved letters that `show_rows` was given. `open_letter` names the one that was asked for.

    `saves_asked`, `take_back_asked` and `paper_asked` name a letter in the record, and for people.
    """

    open_letter = Signal(str)
    open_asked = Signal()
    saves_asked = Signal(str, str)
    take_back_asked = Signal(str, str)
    paper_asked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None, state: QSettings | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._style = self._trouble = ""
        self.model = LettersModel()
        self.filter = self._filter()
        self.table = LettersTable(self.model, state)
        self.table.asked.connect(self._open)
        self.menu = self._menu()
        self.deeds = self._deeds()
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._show_menu)
        self.empty = QLabel(self._nothing_saved())
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.empty.setTextFormat(Qt.TextFormat.PlainText)
        self.empty.setProperty("ink", "soft")
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.hide()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self._empty_page())
        self.heading = Heading(self.tr("Saved letters"), look="title")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4 * UNIT, 2 * UNIT, 4 * UNIT, 2 * UNIT)
        layout.setSpacing(UNIT)
        for widget in (self.heading, self.told, self.deeds):
            layout.addWidget(widget)
        layout.addWidget(self.stack, 1)
        self.setFocusProxy(self.table)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.filter.setFocus)
        self._dress()
        self._look()

    def _menu(self) -> QMenu:
        """What can be done to the letter in focus."""
        menu = QMenu(self)
        menu.addAction(self.tr("&Open"), lambda: self._of_current(self.open_letter.emit))
        paper = menu.addAction(
            self.tr("&Committee paper..."), lambda: self._of_current(self.paper_asked.emit, titled=True)
        )
        paper.setIconText(self.tr("For committee"))  # as a button on a low screen, all four must have room
        menu.addSeparator()
        menu.addAction(
            self.tr("&Saves of this letter..."), lambda: self._of_current(self.saves_asked.emit, titled=True)
        )
        menu.addAction(
            self.tr("Take the &last save back"), lambda: self._of_current(self.take_back_asked.emit, titled=True)
        )
        return menu

    def _deeds(self) -> QWidget:
        """What the menu offers, in sight."""
        self.buttons = [_button(action) for action in self.menu.actions() if not action.isSeparator()]
        room = self.filter.fontMetrics().horizontalAdvance(self.filter.placeholderText()) + 8 * UNIT
        return Beside(self.filter, ButtonRow(self.buttons), room)

    def _show_menu(self, place: QPoint) -> None:
        if self.table.current_letter() is not None:
            self.menu.popup(self.table.viewport().mapToGlobal(place))

    def _of_current(self, emit: Callable[..., object], *, titled: bool = False) -> None:
        letter = self.table.current_letter()
        if letter is not None:
            emit(letter, self.model.title_of(letter)) if titled else emit(letter)

    def _empty_page(self) -> QWidget:
        """Why there is no table, and the way to a first letter."""
        self.invite = QPushButton(self.tr("Open a letter"))
        self.invite.setProperty("look", "primary")
        self.invite.clicked.connect(self.open_asked)
        place = QWidget()
        column = QVBoxLayout(place)
        column.setSpacing(2 * UNIT)
        column.addStretch(2)
        column.addWidget(self.empty)
        column.addWidget(self.invite, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        return place

    def tell(self, sentence: str) -> None:
        """Say above the letters what became of their history; it stays while the window does."""
        self.told.setText(sentence)
        self.told.setVisible(bool(sentence))

    def show_trouble(self, sentence: str) -> None:
        """Say why the saved letters cannot be listed; that there are none would not be true."""
        self._trouble = sentence
        self.model.show_rows(())
        self._look()

    def wait(self) -> None:
        """Nobody knows yet whether there are any letters."""
        self.show_trouble(self.tr("Looking for the saved letters\N{HORIZONTAL ELLIPSIS}"))

    def show_rows(self, rows: tuple[LetterRow, ...], texts: Mapping[str, str] | None = None) -> None:
        """List these letters; the letter in focus stays in focus where it is still there. `texts`: see the model."""
        self._trouble = ""
        self.model.show_rows(rows, texts)
        self._look()

    def _filter(self) -> QLineEdit:
        box = LineBox()
        box.setPlaceholderText(self.tr("Filter by authority, year or title"))
        box.setAccessibleName(self.tr("Filter the saved letters"))
        box.setClearButtonEnabled(True)
        for clear in box.findChildren(QAbstractButton):
            clear.setAccessibleName(self.tr("Clear the filter"))
        box.setMaximumWidth(48 * UNIT)
        box.textChanged.connect(self._on_filter)
        box.returnPressed.connect(self._to_table)
        return box

    def _on_filter(self, text: str) -> None:
        self.model.wish(text)
        self._look()

    def _to_table(self) -> None:
        if self.model.rowCount():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, letter: str) -> None:
        self.open_letter.emit(letter)

    def _look(self) -> None:
        """Show the table, or why there is none."""
        saved, shown = self.model.saved, self.model.rowCount()
        wish = self.filter.text().strip()
        self.filter.setVisible(saved > 0)
        for button in self.buttons:
            button.setVisible(saved > 0)
            button.setEnabled(shown > 0)
        self.empty.setText(
            self.tr('No saved letter has "{wish}". Clear the filter to see all of them.').format(wish=wish)
            if saved
            else self._trouble or self._nothing_saved()
        )
        self.invite.setVisible(not saved and not self._trouble)
        self.stack.setCurrentIndex(0 if shown else 1)
        self.table.setAccessibleDescription(self.tr("{shown} of {saved} letters").format(shown=shown, saved=saved))

    def _nothing_saved(self) -> str:
        return self.tr(
            "No letters saved yet.\n\nOpen a letter, check its figures and finish it with Ctrl+Enter: it is kept here with its PDF."
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down leads from the filter into the table, Esc clears the filter."""
        if event.key() == Qt.Key.Key_Down and self.filter.hasFocus():
            self._to_table()
        elif event.key() == Qt.Key.Key_Escape and self.filter.text():
            self.filter.clear()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def _dress(self) -> None:
        style = table_style(theme())
        if style != self._style:
            self._style = style
            self.table.setStyleSheet(style)


def _button(action: QAction) -> QPushButton:
    """A button that does what an action of the menu does."""
    button = QPushButton(action.iconText())  # the shorter words, or the action's own without mnemonic and dots
    button.clicked.connect(action.trigger)
    return button


class LettersTable(QTableView):
    """The letters, a row each. `asked` names the one that Enter or a double click asked for."""

    asked = Signal(str)

    def __init__(self, model: LettersModel, state: QSettings | None = None) -> None:
        super().__init__()
        self._letters = model
        self._kept: str | None = None
        prepare(self)
        self.setModel(model)
        model.modelAboutToBeReset.connect(self._keep_place)
        model.modelReset.connect(self._find_place)
        self.setAccessibleName(self.tr("Saved letters"))
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setSortingEnabled(True)
        self.sortByColumn(SAVED, Qt.SortOrder.DescendingOrder)
        self.columns = Columns(self, _WIDTHS, (TITLE, FILE), state, "history")
        self.doubleClicked.connect(self._ask)

    def current_letter(self) -> str | None:
        """The letter whose row has the focus."""
        index = self.currentIndex()
        return str(index.data(LETTER_ROLE)) if index.isValid() else None

    def go_to(self, letter: str | None) -> None:
        """Put the focus on a letter's row; on the first where it is not shown."""
        found = self._letters.place_of(letter)
        self.setCurrentIndex(found if found.isValid() else self._letters.index(0, AUTHORITY))

    def _keep_place(self) -> None:
        self._kept = self.current_letter()

    def _find_place(self) -> None:
        self.go_to(self._kept)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ask(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _ask(self, index: QModelIndex) -> None:
        if index.isValid():
            self.asked.emit(str(index.data(LETTER_ROLE)))

"""The key sheet: every action with its key, made from the actions themselves."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from ombudsview.gui.actions import ACTS, MENUS, Act, all_keys_text, plain_words
from ombudsview.gui.dialogs.sheet import Sheet
from ombudsview.gui.style.heading import Heading
from ombudsview.gui.style.theme import UNIT

_ELSEWHERE = {
    "letter": (
        ("Esc", "Drop what is typed; else put a notice away"),
        ("Shift+Enter", "Another remark, on a line of its own"),
        ("Double click", "Edit the figure under the mouse"),
    ),
    "go": (("Space", "Show where it is printed (nothing typed)"),),
    "page": (
        ("Click", "Fill the field with a word"),
        ("Shift+drag", "Fill it with the words in a box"),
        ("Ctrl+click", "Add another place of the same value"),
        ("]   [", "Next and previous word"),
        ("Shift+]   Shift+[", "Take that word in as well"),
        ("Enter", "Fill the field with these words"),
        ("Shift+Enter", "Add them as another place"),
    ),
}
"""What no action stands for: by its menu, or by what has the keyboard."""


class KeySheet(Sheet):
    """Its menus stand side by side, or one below the other where the screen is too narrow for that."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("KeySheet", "Keys"), parent)
        page = QWidget()
        columns = QHBoxLayout(page)
        columns.setContentsMargins(UNIT, 0, UNIT, 0)
        columns.setSpacing(5 * UNIT)
        for menus in (("letter", "edit"), ("go",), ("file", "queue", "view", "help")):
            grid = QGridLayout()
            grid.setHorizontalSpacing(2 * UNIT)
            grid.setVerticalSpacing(6)
            for name in menus:
                self._add_menu(grid, name)
            if "go" in menus:
                self._add_lines(grid, self.tr("On the page"), self._elsewhere("page"))
            grid.setRowStretch(grid.rowCount(), 1)
            columns.addLayout(grid)
        if page.sizeHint().width() > self.room.width() - 6 * UNIT:
            columns.setDirection(QHBoxLayout.Direction.TopToBottom)
        self.fill(page)

    def _add_menu(self, grid: QGridLayout, name: str) -> None:
        lines = [(keys, plain_words(act).rstrip(".")) for act in acts_of(name) if (keys := all_keys_text(act))]
        heading = QCoreApplication.translate("Menu", dict(MENUS)[name]).replace("&", "")
        if lines:
            self._add_lines(grid, heading, [*lines, *self._elsewhere(name)])

    def _elsewhere(self, name: str) -> list[tuple[str, str]]:
        return [(self.tr(key), self.tr(words)) for key, words in _ELSEWHERE.get(name, ())]

    def _add_lines(self, grid: QGridLayout, title: str, lines: list[tuple[str, str]]) -> None:
        heading = Heading(title, self)
        grid.addWidget(heading, grid.rowCount(), 1)
        for key, words in lines:
            key_words = QLabel(key, self)
            key_words.setProperty("ink", "soft")
            key_words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            place = grid.rowCount()
            grid.addWidget(key_words, place, 0)
            grid.addWidget(QLabel(words, self), place, 1)


def acts_of(menu: str) -> tuple[Act, ...]:
    """The actions of a menu, in order."""
    return tuple(act for act in ACTS if act.menu == menu)

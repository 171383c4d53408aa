"""How the tables of record look: hairlines between rows, small headings, the cell in focus outlined."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ombudsview.gui.style.theme import Theme, type_size

ROW = 30
"""The height of a row in pixels at the usual text size."""


def prepare(table: QTableView) -> None:
    """The ways of a table that is read and opened from, never edited: Tab leaves it, arrows move in it."""
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # both ends of a file's name tell it from others
    table.setTabKeyNavigation(False)
    table.setCornerButtonEnabled(False)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.verticalHeader().setDefaultSectionSize(round(ROW * type_size(13) / 13))
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def table_style(tokens: Theme) -> str:
    """The style sheet of a table and its heading in the colours of a theme."""
    return f"""
    QTableView {{ background: {tokens.panel}; color: {tokens.ink}; border: none; outline: none;
        selection-background-color: {tokens.row}; selection-color: {tokens.ink}; }}
    QTableView::item {{ border: none; border-bottom: 1px solid {tokens.line}; padding: 0 12px; }}
    QTableView::item:selected {{ background: {tokens.row}; }}
    QTableView::item:focus {{ border: 2px solid {tokens.accent}; padding: 0 10px; }}
    QHeaderView {{ background: {tokens.panel}; border: none; }}
    QHeaderView::section {{ background: {tokens.panel}; color: {tokens.soft}; border: none;
        border-bottom: 1px solid {tokens.line}; padding: 6px 15px; font-size: {type_size(11)}px; font-weight: 600; }}
    """


def tree_style(tokens: Theme) -> str:
    """The same of a tree that is read."""
    return (
        table_style(tokens)
        .replace("QTableView", "QTreeView")
        .replace("padding: 0 12px", "padding: 5px 12px")
        .replace("padding: 0 10px", "padding: 3px 10px")
    )

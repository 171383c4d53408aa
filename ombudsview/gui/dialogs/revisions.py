"""The saves of one letter: who, when, what was changed since the one before; and the way to take the last back, or bring it back."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from ombudsview.gui.letter.deeds import deed_lines
from ombudsview.gui.record.keeping import clock_time
from ombudsview.gui.style.room import open_at
from ombudsview.gui.style.table_style import tree_style
from ombudsview.gui.style.theme import UNIT, theme
from ombudsview.history.revisions import Revision, taken_back_last

translate = QCoreApplication.translate


class RevisionsDialog(QDialog):
    """Shows what it is given; `take_back_asked` and `bring_back_asked` are for its owner, who shows it the new state."""

    take_back_asked = Signal()
    bring_back_asked = Signal()

    def __init__(self, title: str, found: tuple[Revision, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Saves of {title}").format(title=title))
        open_at(self, 920, 460)
        self.tree = QTreeWidget(self)
        self.tree.setAccessibleName(self.windowTitle())
        self.tree.setHeaderLabels([self.tr("Save"), self.tr("When"), self.tr("Who"), self.tr("What was done")])
        self.tree.setUniformRowHeights(True)
        self.tree.setAllColumnsShowFocus(True)
        self.tree.setStyleSheet(tree_style(theme()))
        self.tree.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.tree.header().setStretchLastSection(False)  # what is longer than the window is scrolled to, not cut
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.back = buttons.addButton("", QDialogButtonBox.ButtonRole.ActionRole)
        self.bring = buttons.addButton("", QDialogButtonBox.ButtonRole.ActionRole)
        self.back.clicked.connect(self.take_back_asked)
        self.bring.clicked.connect(self.bring_back_asked)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * UNIT, 2 * UNIT, 3 * UNIT, 2 * UNIT)
        column.setSpacing(UNIT + 4)
        column.addWidget(self.tree)
        column.addWidget(buttons)
        self.show_revisions(found)

    def show_revisions(self, found: tuple[Revision, ...]) -> None:
        """The newest first, each with its steps beneath; the one that counts is open."""
        self.tree.clear()
        for revision in found:
            row = QTreeWidgetItem([_name(revision), clock_time(revision.saved), revision.who, _about(revision)])
            for event in revision.events:
                for line in deed_lines(event):
                    row.addChild(QTreeWidgetItem(["", clock_time(event.when), event.who, line]))
            self.tree.addTopLevelItem(row)
            row.setExpanded(revision.counts)
            for column in range(self.tree.columnCount()):
                row.setToolTip(column, row.text(column))
        current = next((number for number, one in enumerate(found) if one.counts), len(found))
        if (item := self.tree.topLevelItem(min(current, len(found) - 1))) is not None:
            self.tree.setCurrentItem(item)
        last = taken_back_last(found, found[current].number if current < len(found) else None)
        self.back.setVisible(current < len(found))
        self.bring.setVisible(last is not None)
        if current < len(found):
            self.back.setText(self.tr("Take save {number} back").format(number=found[current].number))
        self.bring.setText(self.tr("Bring save {number} back").format(number=last.number if last is not None else ""))
        self.tree.setFocus()  # a key more does not go to the next save

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.tree.hasFocus():
            item = self.tree.currentItem()
            if item is not None:
                item.setExpanded(not item.isExpanded())
        else:
            super().keyPressEvent(event)


def _name(revision: Revision) -> str:
    if revision.withdrawn is not None:
        return translate("Revisions", "{number} (taken back)").format(number=revision.number)
    if revision.counts:
        return translate("Revisions", "{number} (current)").format(number=revision.number)
    return str(revision.number)


def _about(revision: Revision) -> str:
    parts = []
    if revision.reason:
        parts.append(translate("Revisions", "Finished anyway: {reason}").format(reason=revision.reason))
    if revision.withdrawn is not None:
        parts.append(translate("Revisions", "Taken back {when}").format(when=clock_time(revision.withdrawn)))
    steps = sum(len(deed_lines(event)) for event in revision.events)
    parts.append(
        translate("Revisions", "1 step") if steps == 1 else translate("Revisions", "{count} steps").format(count=steps)
    )
    return "; ".join(parts)

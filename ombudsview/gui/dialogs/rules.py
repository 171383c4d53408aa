"""Your rules: what the officer taught by pointing, in words; removed, handed on to a colleague, taken from one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QListView, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from ombudsview.errors import Trouble
from ombudsview.gui.dialogs.proposal import Proposal
from ombudsview.gui.dialogs.rules_model import RulesModel
from ombudsview.gui.record.holding import Holding
from ombudsview.gui.style.heading import Heading
from ombudsview.gui.style.room import open_at
from ombudsview.gui.style.theme import UNIT
from ombudsview.history import rules as kept
from ombudsview.history.rules import OwnRule
from ombudsview.letters.rule import Rule
from ombudsview.reading.rule_data import rule_name

FILE_NAME = "ombudsview-rules.json"


class RulesDialog(QDialog):
    """Not modal. Whatever is removed can be brought back until the window is closed."""

    letter_asked = Signal(str, str)

    def __init__(self, keeping: Holding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._may_write = keeping.insist_on_writing
        self._places = keeping.places
        self._removed: tuple[OwnRule, ...] = ()
        self.proposal: Proposal | None = None
        self.setWindowTitle(self.tr("Your rules"))
        open_at(self, 640, 440)
        self.model = RulesModel()
        self.list = self._list()
        self.empty = QLabel(_nothing(), self)
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setProperty("ink", "soft")
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.empty)
        self.told = QLabel(self)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)
        self._build()
        self.refresh()

    def _list(self) -> QListView:
        view = QListView(self)
        view.setModel(self.model)
        view.setProperty("look", "boxed")
        view.setWordWrap(True)
        view.setSpacing(2)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        view.setAccessibleName(self.tr("Your rules"))
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), view)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.remove)
        view.selectionModel().selectionChanged.connect(self._look)
        return view

    def _build(self) -> None:
        heading = Heading(self.tr("Your rules"), self, look="title")
        about = QLabel(
            self.tr("They say where figures stand. A letter is read by them from its next reading on."), self
        )
        about.setProperty("ink", "soft")
        about.setWordWrap(True)
        self.remove_button = self._button(self.tr("Remove"), self.remove)
        self.back_button = self._button(self.tr("Bring back"), self.bring_back)
        self.export_button = self._button(self.tr("Export…"), self._ask_export)
        self.export_button.setToolTip(self.tr("The rules that are selected, or all of them where none is"))
        self.import_button = self._button(self.tr("Import…"), self._ask_import)
        close = self._button(self.tr("Close"), self.reject)
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        for button in (self.remove_button, self.back_button):
            row.addWidget(button)
        row.addStretch(1)
        for button in (self.import_button, self.export_button, close):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * UNIT, 2 * UNIT, 3 * UNIT, 2 * UNIT)
        column.setSpacing(UNIT + 4)
        for widget in (heading, about):
            column.addWidget(widget)
        column.addWidget(self.stack, 1)
        column.addWidget(self.told)
        column.addLayout(row)

    def _button(self, text: str, then: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _=False: then())
        return button

    # What it shows

    def refresh(self) -> None:
        """The rules as they are kept now; what is wrong with any of them is said."""
        try:
            loaded = kept.load(self._places)
        except Trouble as trouble:
            self.model.show_rules(())
            self._tell(trouble.sentence, grave=True)
        else:
            self.model.show_rules(loaded.rules)
            self._tell("\n".join(trouble.sentence for trouble in loaded.troubles), grave=True)
        self._look()

    def _look(self) -> None:
        any_rules = self.model.rowCount() > 0
        self.stack.setCurrentWidget(self.list if any_rules else self.empty)
        self.remove_button.setEnabled(bool(self._selected()))
        self.export_button.setEnabled(any_rules)
        self.back_button.setVisible(bool(self._removed))

    def _tell(self, sentence: str, *, grave: bool = False) -> None:
        self.told.setText(sentence)
        self.told.setVisible(bool(sentence))
        self.told.setProperty("ink", "look" if grave else "soft")
        self.told.style().polish(self.told)

    def _selected(self) -> tuple[OwnRule, ...]:
        rows = sorted(index.row() for index in self.list.selectionModel().selectedIndexes())
        return tuple(self.model.rules[row] for row in rows)

    # What can be done

    def remove(self) -> None:
        """Forget the rules that are selected."""
        some = self._selected()
        if not some or not self._did(self._may_write):
            return

        def forget() -> None:
            for own in some:
                kept.remove(self._places, own.name)

        if not self._did(forget):
            return
        self._removed = some
        self.refresh()
        self._tell(_count(len(some), self.tr("1 rule was removed."), self.tr("{count} rules were removed.")))
        (self.list if self.model.rowCount() else self.back_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def bring_back(self) -> None:
        """Keep what was removed last once more."""
        some, self._removed = self._removed, ()

        def keep() -> None:
            for own in some:
                kept.keep_as(self._places, own)

        if self._did(keep):
            self.refresh()
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def export_to(self, path: Path) -> None:
        """Write the rules that are selected, or all of them, for a colleague."""
        some = self._selected() or self.model.rules
        path = path if path.suffix else path.with_suffix(".json")
        if self._did(lambda: kept.export_to(path, (own.rule for own in some))):
            words = _count(len(some), self.tr("1 rule is in {name}."), self.tr("{count} rules are in {name}."))
            self._tell(words.replace("{name}", path.name))

    def import_from(self, path: Path) -> None:
        """Look at a colleague's rules: they are tried first, and kept only when the officer says so."""
        found: list[Rule] = []
        if not self._did(self._may_write) or not self._did(lambda: found.extend(kept.read_export(path))):
            return
        known = {own.name for own in self.model.rules}
        fresh = tuple(rule for rule in found if rule_name(rule) not in known)
        if not fresh:
            self._tell(self.tr("All the rules in {name} are kept already.").replace("{name}", path.name))
            return
        about = _count(len(fresh), self.tr("1 rule from {name}."), self.tr("{count} rules from {name}."))
        dialog = self.proposal = Proposal(
            self.tr("A colleague's rules"), about.replace("{name}", path.name), self._places, self, whole=True
        )
        dialog.letter_asked.connect(self.letter_asked)
        dialog.kept.connect(self._take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()
        dialog.start(lambda: fresh)

    def _take(self, rules: tuple[Rule, ...]) -> None:
        if self._did(lambda: kept.save_all(self._places, rules)):
            self.refresh()
            self._tell(_count(len(rules), self.tr("1 rule was taken."), self.tr("{count} rules were taken.")))

    def _did(self, what: Callable[[], object]) -> bool:
        """Do it; False, and the sentence, where the world does not allow it."""
        try:
            what()
        except Trouble as trouble:
            self._tell(trouble.sentence, grave=True)
            return False
        return True

    def _ask_export(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getSaveFileName(self, self.tr("Export rules"), FILE_NAME, self.tr("Rules (*.json)"))
        if name:
            self.export_to(Path(name))

    def _ask_import(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getOpenFileName(self, self.tr("Import rules"), "", self.tr("Rules (*.json)"))
        if name:
            self.import_from(Path(name))


def _count(count: int, one: str, many: str) -> str:
    return one if count == 1 else many.replace("{count}", f"{count:,}")


def _nothing() -> str:
    return QCoreApplication.translate(
        "Rules",
        "No rules yet. Where the program does not find a figure, point at it on the page, then choose “Remember where this is "
        "printed” beside the field. Or import the rules of a colleague.",
    )

"""The officer's own rules as rows of a list: the field and the rule in words, and beneath it for which letters and since when."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

from ombudsview.gui.dialogs.rule_words import field_name, precedence, scope
from ombudsview.letters.fields import Unit, shown

if TYPE_CHECKING:
    from ombudsview.history.rules import OwnRule

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class RulesModel(QAbstractListModel):
    """By field, then by rule."""

    def __init__(self) -> None:
        super().__init__()
        self.rules: tuple[OwnRule, ...] = ()

    def show_rules(self, rules: tuple[OwnRule, ...]) -> None:
        """List these."""
        self.beginResetModel()
        self.rules = tuple(sorted(rules, key=lambda own: (field_name(own.rule), own.says)))
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rules)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        own = self.rules[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{field_name(own.rule)}: {own.says}\n{_beneath(own)}"
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{field_name(own.rule)}: {own.says}. {_beneath(own)}"
        return None


def _beneath(own: OwnRule) -> str:
    parts = [scope(own.rule), precedence(own.rule), _made(own.made)]
    return "  ·  ".join(part.rstrip(".") for part in parts if part)


def _made(when: str) -> str:
    """The day on which a rule was taught; nothing where the file says no such thing."""
    try:
        day = datetime.fromisoformat(when).date().isoformat()
    except ValueError:
        return ""
    return QCoreApplication.translate("Rules", "kept on {day}").format(day=shown(Unit.DATE, day))

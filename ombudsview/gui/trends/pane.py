"""The choices beside the chart: whose letters, which measure, the average or not."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QListWidget, QVBoxLayout, QWidget

from ombudsview.gui.style.combo import Combo
from ombudsview.gui.style.heading import Heading
from ombudsview.gui.style.theme import UNIT
from ombudsview.gui.style.words import plain_tip
from ombudsview.trends.measure import MEASURES, Measure


class Choices(QFrame):
    """`changed` says that any choice is another one now."""

    access_role = "Grouping"

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("What is shown"))
        self.setProperty("surface", "panel")
        self.setObjectName("choices")
        self.authorities = Combo()
        self.authorities.setAccessibleName(self.tr("Authority"))
        self.authorities.setMinimumHeight(4 * UNIT)
        self.authorities.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.measures = QListWidget()
        self.measures.setAccessibleName(self.tr("Measure"))
        self.measures.addItems([measure.label for measure in MEASURES])
        self.measures.setCurrentRow(0)
        self.measures.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.measures.setFrameShape(QFrame.Shape.NoFrame)
        self.average = QCheckBox(self.tr("&Average of similar authorities"))
        self.average.setChecked(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        layout.setSpacing(UNIT)
        for head, widget in (
            (self.tr("Authority"), self.authorities),
            (self.tr("Measure"), self.measures),
            (self.tr("Compare"), self.average),
        ):
            layout.addWidget(_head(head))
            layout.addWidget(widget)
            layout.addSpacing(UNIT)
        layout.addStretch(1)
        self.authorities.currentTextChanged.connect(self._say)
        self.measures.currentRowChanged.connect(self._say)
        self.average.toggled.connect(self._say)

    @property
    def least_width(self) -> int:
        """Pixels across that its words need, but for names of authorities, which can be cut."""
        self.average.ensurePolished()
        return self.average.sizeHint().width() + 4 * UNIT + 2  # margins, and the hairline at the side

    @property
    def authority(self) -> str:
        """The authority chosen; empty where there is none to choose."""
        return self.authorities.currentText()

    @property
    def measure(self) -> Measure:
        """The measure chosen."""
        return MEASURES[max(0, self.measures.currentRow())]

    @property
    def compare(self) -> bool:
        """Whether the average is wanted."""
        return self.average.isChecked()

    def show_authorities(self, names: tuple[str, ...], wish: str = "") -> None:
        """Offer these and choose `wish` where it is among them; else the one chosen stays chosen. Says nothing."""
        chosen = wish if wish in names else self.authority
        self.authorities.blockSignals(True)
        self.authorities.clear()
        self.authorities.addItems(names)
        if chosen in names:
            self.authorities.setCurrentText(chosen)
        self.authorities.blockSignals(False)

    def fit(self) -> None:
        """As high a list as there are measures."""
        rows = self.measures.count()
        self.measures.setFixedHeight(rows * max(1, self.measures.sizeHintForRow(0)) + 4)
        self._mark()

    def _say(self) -> None:
        self._mark()
        self.changed.emit()

    def _mark(self) -> None:
        """The chosen measure in bold, the whole name of the authority at hand, no average for counts."""
        for row in range(self.measures.count()):
            item = self.measures.item(row)
            font = item.font()
            font.setBold(row == self.measures.currentRow())
            item.setFont(font)
        self.authorities.setToolTip(plain_tip(self.authority))
        self.average.setEnabled(self.measure.is_rate)


def _head(text: str) -> Heading:
    label = Heading(text, look="small")
    label.setProperty("ink", "soft")
    label.setObjectName("head")
    return label

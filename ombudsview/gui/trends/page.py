"""The Trends page: choices on the left; the finding as title, its chart, and the same figures as a table."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ombudsview.errors import Trouble
from ombudsview.gui.save_as import Asked
from ombudsview.gui.style.heading import Heading
from ombudsview.gui.style.room import scrolling
from ombudsview.gui.style.splitter import Splitter
from ombudsview.gui.style.table_style import table_style
from ombudsview.gui.style.theme import CORNER, UNIT, Theme, theme, type_size
from ombudsview.gui.trends.canvas import Chart
from ombudsview.gui.trends.drawer import Drawer
from ombudsview.gui.trends.export import FORMS, Export, Form, ask_path, suggested_name, words
from ombudsview.gui.trends.model import SeriesModel
from ombudsview.gui.trends.pane import Choices
from ombudsview.gui.trends.table import SeriesTable
from ombudsview.history.rows import Figure
from ombudsview.trends.caption import caption
from ombudsview.trends.finding import finding, progress
from ombudsview.trends.series import Series, series


class TrendsPage(QWidget):
    """Asks for authorities and figures whenever it is shown, so that it never shows an older record.

    `figures` gives one authority's saved figures, `authorities` the names; both may raise Trouble. `font_cache` is a folder for
    what matplotlib keeps. `open_letter` names the letter and the field whose printed line was asked for.
    """

    open_letter = Signal(str, str)
    open_asked = Signal()
    noticed = Signal(str)
    troubled = Signal(object)

    def __init__(
        self,
        figures: Callable[[str | None], tuple[Figure, ...]],
        authorities: Callable[[], tuple[str, ...]],
        *,
        font_cache: Path | None = None,
        ask: Callable[[QWidget, Form, str], Asked | None] = ask_path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._figures, self._authorities, self._ask = figures, authorities, ask
        self._style = self._wish = ""
        self.drawer = Drawer(font_cache, self)
        self.series: Series | None = None
        self.chart = Chart(self.drawer)
        self.chart.setMinimumHeight(26 * UNIT)
        self.chart.picked.connect(self.open_letter)
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.choices = Choices()
        self.choices.changed.connect(self._show)
        self.title = Heading(look="title")
        self.title.setWordWrap(True)
        self.progress, self.caption, self.empty = map(_label, ("progress", "caption", "empty"))
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.model = SeriesModel()
        self.table = SeriesTable(self.model)
        self.table.asked.connect(self.open_letter)
        self.export_button = self._export_button()
        self._export = Export(self.drawer, self)
        self._export.written.connect(lambda path: self.noticed.emit(self.tr("Saved “{name}”.").format(name=path.name)))
        self._export.troubled.connect(self.troubled)
        self.split = Splitter(Qt.Orientation.Vertical, names=(self.tr("Line between chart and table"),))
        self.split.addWidget(self.table)
        self.split.insertWidget(0, self.chart)
        self._share_out()
        self.invite = QPushButton(self.tr("Open a letter"))
        self.invite.setProperty("look", "primary")
        self.invite.clicked.connect(self.open_asked)
        self._lay_out()
        self._dress()
        self._say_empty(self._nothing_saved())

    # What it shows

    def refresh(self) -> None:
        """Ask the record again."""
        try:
            names = self._authorities()
        except Trouble as trouble:
            self._say_empty(trouble.sentence, invite=False)
            return
        self.choices.show_authorities(names, self._wish)
        self._wish = ""
        self._show()

    def show_authority(self, name: str) -> None:
        """Choose an authority, where it has letters: now, or when the page is shown."""
        if self.isVisible():
            self.choices.authorities.setCurrentText(name)
        else:
            self._wish = name

    def _show(self) -> None:
        authority = self.choices.authority
        if not authority:
            self._say_empty(self._nothing_saved())
            return
        try:
            self.series = series(self._figures(authority), self.choices.measure)
        except Trouble as trouble:
            self._say_empty(trouble.sentence, invite=False)
            return
        self._show_series(self.series)

    def _show_series(self, shown: Series) -> None:
        compare = self.choices.compare
        self.title.say(finding(shown, compare=compare))
        self.progress.setText(progress(shown))
        self.caption.setText(self._caption(shown))
        self.model.show_series(shown, compare=compare)
        self.table.fit()
        self._show_parts(True)
        self.chart.show_series(shown, compare=compare and shown.measure.is_rate)

    def _caption(self, shown: Series) -> str:
        if not shown.given:
            return self.tr("No saved letter of this authority gives this figure. Choose another measure on the left.")
        sentences = list(caption(shown, compare=self.choices.compare))
        sentences.append(self.tr("Click a figure to see its printed line."))
        if len(shown.given) == 1:
            sentences.append(self.tr("One year is no trend yet: save the letter of another year."))
        return " ".join(sentences)

    def _share_out(self) -> None:
        self.split.setStretchFactor(0, 3)
        self.split.setStretchFactor(1, 2)
        self.split.setSizes([360, 300])

    def _say_empty(self, sentence: str, *, invite: bool = True) -> None:
        self.series = None
        self.model.show_series(None, compare=False)
        self.empty.setText(sentence)
        self._show_parts(False)
        self.invite.setVisible(invite)

    def _show_parts(self, there: bool) -> None:
        for widget in (self.title, self.caption, self.split, self.choices, self.export_button):
            widget.setVisible(there)
        self.progress.setVisible(there and bool(self.progress.text()))
        self.blank.setVisible(not there)

    def _nothing_saved(self) -> str:
        return self.tr(
            "No trend to show yet.\n\n"
            "Open a letter, check its figures and finish it with Ctrl+Enter. Saved letters of several years make a trend."
        )

    # Saving

    def export_as(self, form: Form) -> None:
        """Ask where, and save the chart there."""
        if self.series is None:
            return
        asked = self._ask(self, form, suggested_name(self.series, form))
        if asked is None:
            return
        self._export.export(self.series, form, asked, compare=self.choices.compare)

    def _export_button(self) -> QPushButton:
        button = QPushButton(self.tr("&Export"))
        button.setAccessibleDescription(self.tr("Save the chart as a picture or its numbers as a table"))
        menu = QMenu(button)
        for form in FORMS:
            menu.addAction(words(form)).triggered.connect(lambda _checked=False, form=form: self.export_as(form))
        button.setMenu(menu)
        return button

    # How it looks

    def _lay_out(self) -> None:
        self.choices.setFixedWidth(max(round(33 * UNIT * type_size(13) / 13), self.choices.least_width))
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.export_button, 0, Qt.AlignmentFlag.AlignTop)
        right = QVBoxLayout()
        right.setContentsMargins(4 * UNIT, 2 * UNIT, 4 * UNIT, 2 * UNIT)
        right.setSpacing(UNIT // 2)
        right.addLayout(head)
        right.addWidget(self.progress)
        right.addWidget(self.caption)
        right.addSpacing(UNIT)
        right.addWidget(self.split, 1)
        right.addWidget(self._blank(), 1)
        inside = QWidget()
        across = QHBoxLayout(inside)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.choices)
        across.addLayout(right, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(inside))
        self.setFocusProxy(self.choices.measures)
        self.setTabOrder(self.choices.average, self.export_button)
        self.setTabOrder(self.export_button, self.table)

    def _blank(self) -> QWidget:
        """What stands there while there is nothing to draw."""
        self.blank = QWidget()
        column = QVBoxLayout(self.blank)
        column.setSpacing(2 * UNIT)
        column.addStretch(2)
        self.empty.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column.addWidget(self.empty)
        column.addWidget(self.invite, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        return self.blank

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.drawer.start()
        self.choices.fit()
        self.refresh()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.drawer.close()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def _dress(self) -> None:
        style = _style(theme())
        if style != self._style:
            self._style = style
            self.setStyleSheet(style)


def _label(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return label


def _style(tokens: Theme) -> str:
    return f"""
    #caption, #empty {{ color: {tokens.soft}; }}
    #head {{ font-weight: 600; }}
    #choices {{ border: none; border-right: 1px solid {tokens.line}; }}
    QListWidget {{ background: {tokens.panel}; color: {tokens.ink}; border: none; }}
    QListWidget::item {{ padding: 6px 8px; border-radius: {CORNER}px; border: 2px solid transparent; }}
    QListWidget::item:selected {{ background: {tokens.row}; color: {tokens.accent}; }}
    QListWidget::item:selected:focus {{ border-color: {tokens.accent}; }}
    QSplitter::handle {{ background: transparent; height: {UNIT}px; }}
    {table_style(tokens)}
    """

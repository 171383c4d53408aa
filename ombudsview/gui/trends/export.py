"""Saving the chart: which forms there are, and where the officer wants it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from ombudsview.errors import Trouble
from ombudsview.gui import save_as
from ombudsview.gui.save_as import Asked, plain_name
from ombudsview.gui.trends.drawer import Drawer
from ombudsview.reports.saving import for_spreadsheet, save
from ombudsview.reports.trend_csv import as_trend_csv
from ombudsview.trends import drawing
from ombudsview.trends.series import Series


@dataclass(frozen=True)
class Form:
    """One way of saving a chart: the file's ending, its words, and what draws it; None where it is the numbers, written at once."""

    ending: str
    words: object
    drawing: drawing.Form | None = None


FORMS = (
    Form("png", QT_TRANSLATE_NOOP("Trends", "&Picture (PNG)..."), drawing.Form.PNG),
    Form("svg", QT_TRANSLATE_NOOP("Trends", "&Drawing (SVG)..."), drawing.Form.SVG),
    Form("csv", QT_TRANSLATE_NOOP("Trends", "&Numbers (CSV)...")),
)


def words(form: Form) -> str:
    """The form's name in a menu."""
    return QCoreApplication.translate("Trends", str(form.words))


def suggested_name(series: Series, form: Form) -> str:
    """A file name from the authority and the measure, of letters that every system takes."""
    return plain_name(f"{series.authority} - {series.measure.label}", form.ending)


def ask_path(parent: QWidget, form: Form, suggested: str) -> Asked | None:
    """Ask where to save the chart; None where the officer thought better."""
    title = QCoreApplication.translate("Trends", "Save the chart")
    return save_as.ask_path(parent, title, form.ending.upper(), form.ending, suggested)


class Export(QObject):
    """Writes files of a series. Drawings come from the process that draws, so the files of these are written a little later.

    `written` gives the path, `troubled` a Trouble.
    """

    written = Signal(object)
    troubled = Signal(object)

    def __init__(self, drawer: Drawer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._drawer = drawer
        self._waiting: dict[int, Asked] = {}
        drawer.drawn.connect(self._drawn)
        drawer.failed.connect(self._failed)

    def export(self, series: Series, form: Form, asked: Asked, *, compare: bool) -> None:
        """Make the file, whole or not at all. The numbers are given whole, whatever is drawn."""
        if form.drawing is None:
            self._write(for_spreadsheet(as_trend_csv(series)), asked)
        else:
            self._waiting[self._drawer.ask(drawing.Order(0, form.drawing, series, compare))] = asked

    def _drawn(self, drawn: drawing.Drawn) -> None:
        asked = self._waiting.pop(drawn.ticket, None)
        if asked is not None:
            self._write(drawn.data, asked)

    def _failed(self, ticket: int) -> None:
        if self._waiting.pop(ticket, None) is not None:
            self.troubled.emit(
                Trouble("not_drawn", "The chart could not be drawn, so no file was written.", "Try it again.")
            )

    def _write(self, data: bytes, asked: Asked) -> None:
        path, replace = asked
        try:
            save(path, data, replace=replace)
        except Trouble as trouble:
            self.troubled.emit(trouble)
        else:
            self.written.emit(path)

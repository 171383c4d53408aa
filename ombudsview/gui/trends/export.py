"""Saving the chart: which forms there are, and where the officer wants it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from ombudsview.reports.saving import for_spreadsheet, save
from ombudsview.reports.trend_csv import as_trend_csv
from ombudsview.trends.series import Series


@dataclass(frozen=True)
class Form:
    """One way of saving a chart: the file's ending, its words, and what makes the bytes from a series with or without average."""

    ending: str
    words: object
    made: Callable[[Series, bool], bytes]


def _png(series: Series, compare: bool) -> bytes:
    from ombudsview.trends.export import as_png

    return as_png(series, compare=compare)


def _svg(series: Series, compare: bool) -> bytes:
    from ombudsview.trends.export import as_svg

    return as_svg(series, compare=compare)


def _csv(series: Series, compare: bool) -> bytes:  # noqa: ARG001 - the numbers are given whole, whatever is drawn
    return for_spreadsheet(as_trend_csv(series))


FORMS = (
    Form("png", QT_TRANSLATE_NOOP("Trends", "&Picture (PNG)..."), _png),
    Form("svg", QT_TRANSLATE_NOOP("Trends", "&Drawing (SVG)..."), _svg),
    Form("csv", QT_TRANSLATE_NOOP("Trends", "&Numbers (CSV)..."), _csv),
)

Asked = tuple[Path, bool]
"""Where to save, and whether the officer has agreed that a file there is replaced."""


def words(form: Form) -> str:
    """The form's name in a menu."""
    return QCoreApplication.translate("Trends", str(form.words))


def suggested_name(series: Series, form: Form) -> str:
    """A file name from the authority and the measure, of letters that every system takes."""
    plain = re.sub(r"[^\w' -]+", " ", f"{series.authority} - {series.measure.label}")
    return f"{' '.join(plain.split())[:120]}.{form.ending}"


def ask_path(parent: QWidget, form: Form, suggested: str) -> Asked | None:
    """Ask where to save; the dialog itself asks before it names a file that is there. None where the officer thought better."""
    pattern = f"{form.ending.upper()} (*.{form.ending})"
    title = QCoreApplication.translate("Trends", "Save the chart")
    name, _ = QFileDialog.getSaveFileName(parent, title, suggested, pattern)
    if not name:
        return None
    path = Path(name)
    if path.suffix.casefold() == f".{form.ending}":
        return path, True
    # The dialog asked about the name without its ending: whatever has this other name must not be replaced.
    return path.with_name(f"{path.name}.{form.ending}"), False


def export(series: Series, form: Form, path: Path, *, compare: bool, replace: bool) -> None:
    """Make the file, whole or not at all. Trouble as `reports.saving.save` tells it."""
    save(path, form.made(series, compare), replace=replace)

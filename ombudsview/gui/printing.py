"""The letter on paper: its pages as they stand, or the record of its fields."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from math import sqrt
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QRectF, Qt
from PySide6.QtGui import QPageLayout, QPainter, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from ombudsview.errors import Trouble
from ombudsview.gui.letter.pictures import image_of
from ombudsview.gui.letter.sheet_of_record import sheet_of_record
from ombudsview.gui.work.errands import Errand, Rank
from ombudsview.paper.bounds import DRAWN_WHOLE

if TYPE_CHECKING:
    from ombudsview.gui.desk import Desk
    from ombudsview.paper.frames import Picture

translate = QCoreApplication.translate

DPI = 200
"""Dots an inch at which pages are drawn: text is crisp on paper, and a page takes 12 MB for a moment."""


class Printing(QObject):
    """One letter at a time; another letter on the desk ends what is under way."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._run: _Run | None = None
        desk.arriving.connect(lambda _: self._stop())
        desk.left.connect(self._stop)

    def ask_pages(self) -> None:
        """Ask for a printer, and print the letter's own pages; of a large pack no others."""
        if pages := self.pages():
            self._choose(translate("Printing", "Print the pages"), len(pages), self.print_pages)

    def ask_record(self) -> None:
        """Ask for a printer, and print the table of fields."""
        if self._desk.review is not None:
            self._choose(translate("Printing", "Print the record"), 0, self.print_record)

    def pages(self) -> tuple[int, ...]:
        """The letter's pages, from 0; all pages where nobody knows which are its own."""
        letter = self._desk.letter
        if letter is None or not letter.sizes:
            return ()
        reading = letter.reading
        if reading is None or reading.pages is None:
            return tuple(range(len(letter.sizes)))
        return tuple(range(reading.pages[0] - 1, min(reading.pages[1], len(letter.sizes))))

    def print_pages(self, printer: QPrinter) -> None:
        """Draw each page in the reader, and put it on paper as large as it fits."""
        letter, pages = self._desk.letter, self.pages()
        if letter is None or not pages:
            return
        if printer.fromPage():
            pages = pages[printer.fromPage() - 1 : printer.toPage()]
        self._stop()
        printer.setDocName(letter.title)
        self._run = _Run(printer, pages)
        if not pages or not self._run.begin(letter.sizes[pages[0]]):
            self._fail(Trouble("printer", "The printer does not answer.", "Check it, or print to a PDF file."))
            return
        self._next()

    def print_record(self, printer: QPrinter) -> None:
        """Put the table of fields on paper."""
        letter, review = self._desk.letter, self._desk.review
        if letter is None or review is None:
            return
        document = QTextDocument()
        document.setHtml(sheet_of_record(letter, review))
        printer.setDocName(letter.title)
        document.print_(printer)
        self._desk.noticed.emit(translate("Printing", "The record of {title} was printed.").format(title=letter.title))

    def _choose(self, title: str, pages: int, then: Callable[[QPrinter], None]) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self._window)
        dialog.setWindowTitle(title)
        if pages:
            dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
            dialog.setMinMax(1, pages)
        dialog.accepted.connect(lambda: then(printer))
        dialog.finished.connect(dialog.deleteLater)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    def _next(self) -> None:
        run = self._run
        if run is None:
            return
        if not run.left:
            run.end()
            self._run = None
            words = translate("Printing", "1 page was printed.")
            if run.done != 1:
                words = translate("Printing", "{count} pages were printed.").format(count=run.done)
            self._desk.noticed.emit(words)
            return
        letter, page = self._desk.letter, run.left[0]
        if letter is None:
            return
        worker, scale = self._desk.bridge.worker, sharpness(*letter.sizes[page])
        self._desk.bridge.ask(lambda: worker.picture(page, scale), Rank.SOON, partial(self._drawn, run))

    def _drawn(self, run: _Run, errand: Errand[Picture]) -> None:
        if run is not self._run:
            return
        try:
            picture = errand.result
        except Trouble as trouble:
            self._fail(trouble)
            return
        letter = self._desk.letter
        if letter is not None:
            run.put(picture, letter.sizes)
        self._next()

    def _fail(self, trouble: Trouble) -> None:
        self._stop()
        self._desk.troubled.emit(trouble)

    def _stop(self) -> None:
        run, self._run = self._run, None
        if run is not None:
            run.abort()


def sharpness(width: float, height: float) -> float:
    """Pixels a point at which a page of that size (points) is drawn: `DPI`, and less where the picture would be too large."""
    return min(DPI / 72, sqrt(DRAWN_WHOLE / (width * height)))


class _Run:
    """Pages on their way to a printer."""

    def __init__(self, printer: QPrinter, pages: tuple[int, ...]) -> None:
        self.printer, self.left, self.done = printer, list(pages), 0
        self._painter = QPainter()

    def begin(self, size: tuple[float, float]) -> bool:
        """Whether the printer takes it."""
        self._turn(size)
        return self._painter.begin(self.printer)

    def _turn(self, size: tuple[float, float]) -> None:
        """Landscape pages lie down."""
        lies = size[0] > size[1]
        self.printer.setPageOrientation(QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait)

    def put(self, picture: Picture, sizes: tuple[tuple[float, float], ...]) -> None:
        """Draw the next page, in the middle, as large as the paper allows and no larger than it is."""
        size = sizes[self.left.pop(0)]
        if self.done:
            self._turn(size)
            self.printer.newPage()
        image = image_of(picture)
        there = QRectF(self.printer.pageRect(QPrinter.Unit.DevicePixel))
        points = self.printer.resolution() / 72
        scale = min(there.width() / size[0], there.height() / size[1], points)
        width, height = size[0] * scale, size[1] * scale
        place = QRectF((there.width() - width) / 2, (there.height() - height) / 2, width, height)
        self._painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._painter.drawImage(place, image, QRectF(image.rect()), Qt.ImageConversionFlag.ColorOnly)
        self.done += 1

    def end(self) -> None:
        self._painter.end()

    def abort(self) -> None:
        if self._painter.isActive():
            self.printer.abort()
            self._painter.end()

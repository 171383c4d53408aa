"""A letter as a word processor's document (.docx)."""

from __future__ import annotations

import io
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt, RGBColor

from tests.letters.eras.book import Break, Lines, Para, Part, Sides, Table
from tests.letters.eras.ink import Ink
from tests.letters.eras.look import PAPERS, Look, head_size
from tests.letters.wording import Block, Run, Text

_FACES = {"sans": "DejaVu Sans", "serif": "DejaVu Serif", "embedded": "Liberation Sans"}
_SIDES = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "centre": WD_ALIGN_PARAGRAPH.CENTER,
}


def document(parts: tuple[Part, ...], look: Look, ink: Ink, running: Text | None) -> bytes:
    """The document."""
    clerk = _Clerk(look, ink)
    if running:
        clerk.runs(clerk.file.sections[0].header.paragraphs[0], running, 8)
    for part in parts:
        clerk.part(part)
    out = io.BytesIO()
    clerk.file.save(out)
    return out.getvalue()


class _Clerk:
    def __init__(self, look: Look, ink: Ink) -> None:
        self.look = look
        self.ink = ink
        self.file: Any = docx.Document()
        normal = self.file.styles["Normal"]
        normal.font.name, normal.font.size = _FACES[look.face], Pt(look.size)
        normal.paragraph_format.line_spacing = look.leading * 0.85
        self._lay(self.file.sections[0], False)

    def _lay(self, section: Any, wide: bool) -> None:
        across, along = PAPERS[self.look.paper]
        section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = Pt(along if wide else across), Pt(across if wide else along)
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Pt(self.look.margin)
        self.room = (along if wide else across) - 2 * self.look.margin

    def part(self, part: Part) -> None:
        size = self.look.size
        match part:
            case Para("heading" | "title", words):
                self.paragraph(words, size + 2, keep=True, space=10)
            case Para("cover", words):
                self.paragraph(words, size * 1.9, side="centre", space=24)
            case Para(look, words):
                self.paragraph(words, size - 2 * (look == "small"))
            case Lines(lines, side):
                self.lined(lines, side)
            case Sides(left, right):
                line = self.paragraph(left, size + 1, keep=True, space=10)
                line.paragraph_format.tab_stops.add_tab_stop(Pt(self.room), docx.enum.text.WD_TAB_ALIGNMENT.RIGHT)
                line.add_run("\t")
                self.runs(line, right, size)
            case Table():
                self.table(part)
            case Block():
                self.block(part)
            case Break(wide):
                self._lay(self.file.add_section(), wide and self.look.pages != "upright")

    def paragraph(
        self, words: Text, size: float, keep: bool = False, side: str = "left", space: float = 0.0, where: Any = None
    ) -> Any:
        line = (where or self.file).add_paragraph()
        line.alignment = _SIDES[side]
        line.paragraph_format.keep_with_next = keep
        line.paragraph_format.space_before = Pt(space)
        line.paragraph_format.space_after = Pt(size * 0.7)
        self.runs(line, words, size)
        return line

    def lined(self, lines: tuple[Text, ...], side: str) -> None:
        block = self.paragraph((), self.look.size, side=side)
        block.paragraph_format.keep_together = True
        for number, words in enumerate(lines):
            if number:
                block.add_run().add_break()
            self.runs(block, words, self.look.size)

    def table(self, what: Table) -> None:
        head = 1 + bool(what.groups)
        if what.split == "no":
            table = self._grid(what, head + len(what.rows))
            self._head(table, what)
            self._rows(table, what, head)
            return
        self._head(self._grid(what, head), what)
        self.file.add_page_break()
        again = head if what.split == "repeated" else 0
        table = self._grid(what, again + len(what.rows))
        if again:
            self._head(table, what)
        self._rows(table, what, again)

    def _grid(self, what: Table, rows: int) -> Any:
        columns = len(what.headings) + what.labelled
        table = self.file.add_table(rows, columns)
        table.style = "Normal Table" if self.look.rules == "none" else "Table Grid"
        table.autofit = False
        first = self.room * self.look.label_share if what.labelled else 0.0
        each = (self.room - first) / len(what.headings)
        for number, column in enumerate(table.columns):
            for cell in column.cells:
                cell.width = Pt(first if number == 0 and what.labelled else each)
        return table

    def _head(self, table: Any, what: Table) -> None:
        size = head_size(self.look, what)
        shift = int(what.labelled)
        if what.groups:
            for group in what.groups:
                over = table.cell(0, group.first + shift).merge(table.cell(0, group.last + shift))
                self.cell(over, (Run(group.heading),), size, "centre")
        row = int(bool(what.groups))
        if what.labelled:
            self.cell(table.cell(row, 0), (Run(what.corner),), size, "left")
        for number, words in enumerate(what.headings):
            self.cell(table.cell(row, number + shift), (Run(words, bold=True),), size, self.look.align)
        if self.look.far and what.split == "no":
            table.rows[row].height = Pt(self.look.far + size * 7)

    def _rows(self, table: Any, what: Table, first: int) -> None:
        for number, row in enumerate(what.rows, first):
            if what.labelled:
                self.cell(table.cell(number, 0), row.label, self.look.size - 1.5, "left")
            for column, words in enumerate(row.cells, int(what.labelled)):
                self.cell(table.cell(number, column), words, self.look.size - 1, self.look.align)

    def cell(self, cell: Any, words: Text, size: float, side: str) -> None:
        line = cell.paragraphs[0]
        line.alignment = _SIDES[side]
        line.paragraph_format.space_after = Pt(1)
        self.runs(line, words, size)

    def block(self, block: Block) -> None:
        look = self.look
        self.paragraph((Run(block.heading),), look.size + 3, keep=True, space=14)
        where: Any = self.file
        if block.count and look.number == "right":
            table = self.file.add_table(1, 2)
            where = table.cell(0, 0)
            self.cell(table.cell(0, 1), block.count, look.number_size, "centre")
            self.paragraph((Run(block.label),), look.size, side="centre", where=table.cell(0, 1))
        elif block.count and look.number == "above":
            self.paragraph(block.count, look.number_size, keep=True)
            self.paragraph((Run(block.label),), look.size)
        for words in block.sentences:
            self.paragraph(words, look.size, where=where)
        if block.count and look.number == "inline":
            self.paragraph((*block.count, Run(f" {block.label}")), look.size)
        for tail in (block.base, block.note):
            if tail:
                self.paragraph(tail, look.size - 1.5)

    def runs(self, line: Any, words: Text, size: float) -> None:
        for run in words:
            piece = line.add_run(run.text)
            piece.font.size, piece.bold = Pt(size), run.bold or None
            if run.key:
                piece.font.color.rgb = RGBColor(*self.ink.shade(run.key))

"""The described paper as a Word document. Built-in styles, marked header rows, alt text; letters' words are words and nothing else."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import UTC, datetime
from itertools import count, groupby

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph

from ombudsview.reports.committee import model, ooxml
from ombudsview.reports.committee.cutting_out import Strip
from ombudsview.reports.committee.model import CommitteePaper, Evidence, Line, Paragraph, Part, Section, Table
from ombudsview.reports.text import for_terminal

WIDTH = Cm(17)
_TALLEST = 230.0  # points; a strip of a page as large as a wall still leaves room for its words
_LONGEST_ALT = 500
_WHOLE = 12  # rows that still stand together; more would leave half a page white
_MANY = 7  # columns, in which words would be broken in two
_FACE = "Arial"
_INK, _SOFT = RGBColor(0x1A, 0x1A, 0x1A), RGBColor(0x4A, 0x4A, 0x4A)
_STYLES = {"body": "Normal", "bullet": "List Bullet", "quote": "Quote", "note": "Normal", "warning": "Normal"}
_SIZES = {
    "Normal": 11,
    "Title": 20,
    "Subtitle": 13,
    "Heading 1": 15,
    "Heading 2": 12,
    "Caption": 9.5,
    "List Bullet": 11,
    "Quote": 11,
}


def as_word(paper: CommitteePaper, strips: Mapping[str, Strip], now: str) -> bytes:
    """The file's bytes. `strips` by the evidence's name; `now` is ISO 8601."""
    return _Writer(paper, strips, now).bytes()


def plain(text: str) -> str:
    """A text as a document may hold it: one line, no control characters, nothing that turns the words around it."""
    return for_terminal(text)


class _Writer:
    """One document being written, from top to bottom."""

    def __init__(self, paper: CommitteePaper, strips: Mapping[str, Strip], now: str) -> None:
        self.paper, self.strips = paper, strips
        self.document: Document = docx.Document()
        self.numbers = count(1)
        self.led_from: set[str] = set()
        _dress(self.document)
        self._properties(now)
        self._top()
        for section in paper.sections:
            self._section(section)
        self._evidence()
        self._line((Part(paper.made),), "note")
        self._foot()

    def bytes(self) -> bytes:
        made = io.BytesIO()
        self.document.save(made)
        return made.getvalue()

    def _properties(self, now: str) -> None:
        about = self.document.core_properties
        about.title, about.subject = plain(self.paper.title)[:255], plain(self.paper.subtitle)[:255]
        about.author = about.last_modified_by = "OmbudsView"
        about.comments, about.keywords, about.language = "", "", "en-GB"
        about.created = about.modified = datetime.fromisoformat(now).astimezone(UTC).replace(microsecond=0)

    def _top(self) -> None:
        self.document.add_paragraph(plain(self.paper.title), style="Title")
        self.document.add_paragraph(plain(self.paper.subtitle), style="Subtitle")
        for name, text in self.paper.particulars:
            paragraph = self.document.add_paragraph()
            shape = paragraph.paragraph_format
            shape.left_indent, shape.first_line_indent, shape.space_after = Cm(3.2), Cm(-3.2), Pt(2)
            shape.tab_stops.add_tab_stop(Cm(3.2))
            paragraph.add_run(f"{name}\t").bold = True
            paragraph.add_run(plain(text))
        for notice in self.paper.notices:
            self._line((Part(notice),), "warning")

    def _section(self, section: Section) -> None:
        self.document.add_heading(section.heading, 1)
        for block, after in zip(section.blocks, (*section.blocks[1:], None), strict=True):
            if isinstance(block, Table):
                self._table(block)
            elif isinstance(block, Paragraph):
                written = self._line(block.line, block.look)
                written.paragraph_format.keep_with_next = True if isinstance(after, Table) else None
            else:
                self.document.add_heading(plain(block.text), 2)

    def _line(self, line: Line, look: str) -> WordParagraph:
        paragraph = self.document.add_paragraph(style=_STYLES[look])
        if look == "warning":
            paragraph.add_run("Please note: ").bold = True
            paragraph.paragraph_format.space_before = Pt(8)
        self._fill(paragraph, line)
        if look == "note":
            _small(paragraph, 9.5)
            paragraph.paragraph_format.space_after = Pt(4)
        return paragraph

    def _fill(self, paragraph: WordParagraph, line: Line) -> None:
        """Text as it is; a figure leads to its evidence, and is where the evidence leads back to when it stands here first."""
        for part in line:
            if not part.evidence:
                paragraph.add_run(plain(part.text))
                continue
            run = ooxml.link(paragraph, plain(part.text), f"strip_{part.evidence}")
            if part.evidence not in self.led_from:
                self.led_from.add(part.evidence)
                ooxml.bookmark(run, f"figure_{part.evidence}", next(self.numbers))

    def _table(self, table: Table, *, named: tuple[Evidence, ...] = ()) -> None:
        """A table with its caption above. `named`: what each row is the evidence of, led to and leading back."""
        caption = self.document.add_paragraph(plain(table.caption), style="Caption")
        caption.paragraph_format.keep_with_next = True
        caption.paragraph_format.space_before = Pt(6)
        made = self.document.add_table(rows=1, cols=len(table.head), style="Table Grid")
        made.autofit = False
        ooxml.describe_table(made, plain(table.caption), plain(table.about))
        for cell, text in zip(made.rows[0].cells, table.head, strict=True):
            cell.paragraphs[0].add_run(text).bold = True
        ooxml.head_row(made.rows[0])
        ooxml.shade(made.rows[0], "E8EDF3")
        for number, line in enumerate(table.rows):
            row = made.add_row()
            ooxml.whole_row(row)
            for cell, content in zip(row.cells, line, strict=True):
                self._fill(cell.paragraphs[0], content)
            if named:
                first = row.cells[0].paragraphs[0]
                ooxml.bookmark(first.runs[0], f"strip_{named[number].name}", next(self.numbers))
                first.add_run(" ")
                ooxml.link(first, "back", f"figure_{named[number].name}")
        share = int(WIDTH) / sum(table.widths)
        for column, width in zip(made.columns, table.widths, strict=True):
            column.width = int(share * width)
        for row in made.rows:
            for cell, width in zip(row.cells, table.widths, strict=True):
                cell.width = int(share * width)
                _small(cell.paragraphs[0], 9.5 if len(table.widths) < _MANY else 8.5)
                cell.paragraphs[0].paragraph_format.space_after = Pt(2)
                cell.paragraphs[0].paragraph_format.space_before = Pt(2)
        if len(made.rows) <= _WHOLE:
            _hold_together(made)
        self.document.add_paragraph().paragraph_format.space_after = Pt(2)

    def _evidence(self) -> None:
        pictured = [one for one in self.paper.evidence if one.pictured]
        if self.paper.evidence:
            heading = self.document.add_heading("Evidence: where each figure is printed", 1)
            heading.paragraph_format.page_break_before = True
        for _, of_letter in groupby(
            sorted(pictured, key=lambda one: one.letter != pictured[0].letter), lambda one: one.letter
        ):
            pieces = list(of_letter)
            self.document.add_heading(plain(pieces[0].title), 2)
            for one in pieces:
                self._piece(one)
        named = tuple(one for one in self.paper.evidence if not one.pictured)
        if named:
            self.document.add_heading("Figures of earlier letters", 2)
            self._table(_named(named), named=named)

    def _piece(self, one: Evidence) -> None:
        """One figure: its name, the picture of its line, and what stands there; or why there is no picture."""
        head = self.document.add_paragraph()
        name = head.add_run(plain(one.figure))
        name.bold = True
        ooxml.bookmark(name, f"strip_{one.name}", next(self.numbers))
        head.add_run("  ")
        ooxml.link(head, "back to the figure", f"figure_{one.name}")
        head.paragraph_format.keep_with_next = True
        head.paragraph_format.space_after = Pt(2)
        strip = self.strips.get(one.name, Strip())
        if strip.png:
            self._picture(one, strip)
        caption = self.document.add_paragraph(style="Caption")
        caption.add_run(plain(one.caption))
        caption.paragraph_format.space_after = Pt(10)
        for words in (*_instead(one, strip), *one.remarks):
            caption.add_run(f". {plain(words).rstrip('.')}").bold = False

    def _picture(self, one: Evidence, strip: Strip) -> None:
        width, height = strip.size
        shrink = min(1.0, WIDTH.pt / width, _TALLEST / height)
        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.keep_with_next = True
        paragraph.paragraph_format.space_after = Pt(2)
        run = paragraph.add_run()
        run.add_picture(io.BytesIO(strip.png), width=Pt(shrink * width))
        ooxml.describe_picture(run, plain(one.caption), alt_text(one, strip))

    def _foot(self) -> None:
        section = self.document.sections[0]
        paragraph = section.footer.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        paragraph.add_run("Page ")
        ooxml.page_number(paragraph, 9)
        _small(paragraph, 9)


def alt_text(one: Evidence, strip: Strip) -> str:
    """What a strip shows, for those who do not see it: the words printed in it, and which of them are outlined."""
    printed = plain(one.printed)
    words = plain(strip.words)
    if len(words) > _LONGEST_ALT:
        words = f"{words[:_LONGEST_ALT]}…"
    told = f"Picture of the printed line of {plain(one.figure)}, {plain(one.place)}. Outlined in it: “{printed}”."
    heading = f" Over it stands “{plain(strip.heading)}”." if strip.heading else ""
    return f"{told}{heading} The line reads: “{words}”." if words else told


def _instead(one: Evidence, strip: Strip) -> tuple[str, ...]:
    """Why there is no picture, with the words that stand there."""
    if strip.png or one.page is None:
        return ()
    printed = f"There is printed “{one.printed}”." if one.printed else ""
    why = strip.why_not or ("No place on the page is known." if not one.boxes else "No picture was made.")
    return tuple(filter(None, (printed, why)))


def _named(named: tuple[Evidence, ...]) -> Table:
    rows = tuple(
        (
            model.line(one.figure),
            model.line(one.value),
            model.line(one.place, *(f". {remark.rstrip('.')}" for remark in one.remarks)),
        )
        for one in named
    )
    return Table("Figures of earlier letters", "Each figure with the letter and the page that it is printed on.",
                 ("Figure", "As given", "Where it is printed"), rows, (45, 13, 42))  # fmt: skip


def _hold_together(table: WordTable) -> None:
    """A small table moves to the next page whole: each row stays with the one below it."""
    for row in table.rows[:-1]:
        for cell in row.cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True


def _small(paragraph: WordParagraph, size: float) -> None:
    for run in paragraph.iter_inner_content():
        for one in getattr(run, "runs", [run]):
            one.font.size = Pt(size)


def _dress(document: Document) -> None:
    """A4, one plain typeface, dark ink: read on screens, on paper, and by those who listen."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
    ooxml.link_style(document)
    ooxml.in_british_english(document)
    ooxml.without_thumbnail(document)
    for name, size in _SIZES.items():
        style = document.styles[name]
        ooxml.font(style.element.get_or_add_rPr(), _FACE)
        style.font.size, style.font.italic = Pt(size), False
        style.font.color.rgb = _SOFT if name in ("Caption", "Subtitle") else _INK
    document.styles["Normal"].paragraph_format.space_after = Pt(6)
    document.styles["Normal"].paragraph_format.line_spacing = 1.15
    for spacing in document.styles["Subtitle"].element.iter(qn("w:spacing")):
        spacing.attrib.pop(qn("w:val"), None)  # letters set apart are harder to read
    document.styles["Quote"].paragraph_format.left_indent = Cm(0.8)

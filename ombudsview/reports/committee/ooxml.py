"""The few things of a Word document that python-docx has no words for: links within it, bookmarks, marked header rows, alt text."""

from __future__ import annotations

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

LINK = "Hyperlink"
_BLUE = RGBColor(0x0B, 0x4F, 0x9E)


def link_style(document: Document) -> None:
    """The built-in style of links, which python-docx's own template lacks."""
    style = document.styles.add_style(LINK, WD_STYLE_TYPE.CHARACTER, builtin=True)
    style.font.underline = True
    style.font.color.rgb = _BLUE


def link(paragraph: Paragraph, text: str, anchor: str) -> Run:
    """Put a link to a bookmark of this document at the end of a paragraph. It leads nowhere else: it has an anchor, no address."""
    run = paragraph.add_run(text, style=LINK)
    element = OxmlElement("w:hyperlink")
    element.set(qn("w:anchor"), anchor)
    element.set(qn("w:history"), "1")
    run._r.addprevious(element)
    element.append(run._r)
    return run


def bookmark(first: Run, name: str, number: int) -> None:
    """Mark a run, or the link that it is in, as a place to be led to. `number` is any that no other bookmark has."""
    element = first._r.getparent() if first._r.getparent().tag == qn("w:hyperlink") else first._r
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (start, end):
        mark.set(qn("w:id"), str(number))
    start.set(qn("w:name"), name)
    element.addprevious(start)
    element.addnext(end)


def head_row(row: _Row) -> None:
    """Say that a row is the table's head, repeated on each page and never split."""
    for name in ("w:cantSplit", "w:tblHeader"):
        row._tr.get_or_add_trPr().append(OxmlElement(name))


def whole_row(row: _Row) -> None:
    """Keep a row on one page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def describe_table(table: Table, caption: str, about: str) -> None:
    """Alternative text of a table, and that its first row and column are heads."""
    look = table._tbl.tblPr.find(qn("w:tblLook"))
    if look is not None:
        table._tbl.tblPr.remove(look)
    look = OxmlElement("w:tblLook")
    for name, value in {"val": "00A0", "firstRow": "1", "lastRow": "0", "firstColumn": "1", "lastColumn": "0",
                        "noHBand": "1", "noVBand": "1"}.items():  # fmt: skip
        look.set(qn(f"w:{name}"), value)
    table._tbl.tblPr.append(look)
    for name, text in (("w:tblCaption", caption), ("w:tblDescription", about)):
        element = OxmlElement(name)
        element.set(qn("w:val"), text)
        table._tbl.tblPr.append(element)


def shade(row: _Row, colour: str) -> None:
    """A ground under the cells of a row, as `RRGGBB`."""
    for cell in row.cells:
        shading = OxmlElement("w:shd")
        for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
            shading.set(qn(f"w:{name}"), value)
        cell._tc.get_or_add_tcPr().append(shading)


def page_number(paragraph: Paragraph, size: float) -> None:
    """The number of the page that it stands on, in points of that size: the only field of the paper."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), " PAGE ")
    run = paragraph.add_run("1")
    run.font.size = Pt(size)
    run._r.addprevious(field)
    field.append(run._r)


def describe_picture(run: Run, title: str, text: str) -> None:
    """Alternative text of the picture in a run."""
    for properties in run._r.iter(qn("wp:docPr")):
        properties.set("title", title)
        properties.set("descr", text)


def in_british_english(document: Document) -> None:
    """The language by which the paper is read aloud and its spelling checked."""
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")


def font(run_properties: object, name: str) -> None:
    """One typeface for whatever script a style writes, in place of the theme's."""
    fonts = run_properties.get_or_add_rFonts()  # type: ignore[attr-defined]
    for key in list(fonts.attrib):
        del fonts.attrib[key]
    for key in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{key}"), name)


def without_thumbnail(document: Document) -> None:
    """The template's picture of an empty page is none of this paper."""
    relations = document.part.package.rels
    for key in [key for key, relation in relations.items() if relation.reltype.endswith("/thumbnail")]:
        del relations[key]

"""A letter as HTML, for the browser and for the page engine that reads HTML."""

from __future__ import annotations

from html import escape

from tests.letters.eras.book import Break, Lines, Para, Part, Row, Sides, Table
from tests.letters.eras.ink import Ink
from tests.letters.eras.look import PAPERS, Look, head_size
from tests.letters.wording import Block, Run, Text

_FACES = {"sans": "sans-serif", "serif": "serif", "embedded": "sans-serif"}


def page(parts: tuple[Part, ...], look: Look, ink: Ink, running: Text | None) -> str:
    """The whole document: a section for each run of pages that lie the same way."""
    pen = _Pen(look, ink)
    sections: list[tuple[bool, list[str]]] = [(False, [])]
    for part in parts:
        if isinstance(part, Break):
            sections.append((part.wide and look.pages != "upright", []))
        else:
            sections[-1][1].append(pen.part(part))
    if running:
        sections[0][1].insert(0, f"<header>{pen.runs(running)}</header>")
    inside = "".join(
        f"<section class={'wide' if wide else 'tall'}>{''.join(body)}</section>" for wide, body in sections
    )
    return f"<!doctype html><meta charset=utf-8><html lang=en-GB><style>{_css(look)}</style>{inside}"


def _css(look: Look) -> str:
    across, along = PAPERS[look.paper]
    footer = '@bottom-center { content: "Page " counter(page); font-size: 8pt }' if look.footer else ""
    border = {"grid": "0.5pt solid #888", "none": "none", "lines": "none"}[look.rules]
    lines = "th, td { border-top: 0.5pt solid #888; border-bottom: 0.5pt solid #888 }" if look.rules == "lines" else ""
    how = {"centre": "center", "left": "left", "right": "right"}[look.align]
    return (
        f"@page tall {{ size: {across}pt {along}pt; margin: {look.margin}pt; {footer} }}"
        f"@page wide {{ size: {along}pt {across}pt; margin: {look.margin}pt; {footer} }}"
        f".tall {{ page: tall }} .wide {{ page: wide }} section + section {{ break-before: page }}"
        f"body {{ margin: 0; font: {look.size}pt/{look.leading} {_FACES[look.face]}; text-align: "
        f"{'justify' if look.justify else 'left'} }} header {{ font-size: 8pt }}"
        "h2, .purple { color: rgb(92, 45, 131); font-size: 1.2em; font-weight: normal; break-after: avoid; text-align: left }"
        "h3 { font-size: 1.1em; break-after: avoid; text-align: left }"
        ".cover { font-size: 1.9em; text-align: center; margin-top: 1.4em } .small { font-size: 0.85em }"
        ".lines { break-inside: avoid; text-align: left } .right { text-align: right } .sides { display: flex; "
        "justify-content: "
        "space-between; margin-top: 1.5em } table { border-collapse: collapse; width: 100%; table-layout: fixed; "
        "margin: 1em 0 }"
        f"th, td {{ border: {border}; padding: 2pt; text-align: {how}; vertical-align: top; overflow-wrap: break-word }} {lines}"
        f"th {{ line-height: 1.2 }} td {{ font-size: {look.size - 1}pt }}"
        f"td.label, th.label {{ text-align: left; width: {look.label_share * 100:.0f}% }} .figures td {{ border: none }}"
        f".big {{ font-size: {look.number_size}pt; line-height: 1.2 }} .count {{ text-align: center; width: 36% }}"
        ".figures td.said { text-align: left }"
    )


class _Pen:
    def __init__(self, look: Look, ink: Ink) -> None:
        self.look = look
        self.ink = ink

    def part(self, part: Part) -> str:
        match part:
            case Para("heading", words):
                return f"<h2>{self.runs(words)}</h2>"
            case Para("title", words):
                return f"<h3>{self.runs(words)}</h3>"
            case Para(look, words):
                return f"<p class={look}>{self.runs(words)}</p>"
            case Lines(lines, side):
                return f'<p class="lines {side}">{"<br>".join(map(self.runs, lines))}</p>'
            case Sides(left, right):
                return (
                    f"<div class=sides><span class=purple>{self.runs(left)}</span><span>{self.runs(right)}</span></div>"
                )
            case Table():
                return self.table(part)
            case Block():
                return self.block(part)
        raise AssertionError(part)

    def table(self, what: Table) -> str:
        head, rows = self.head(what), "".join(self.row(row, what) for row in what.rows)
        if what.split == "no":
            columns = len(what.headings) + what.labelled
            far = f'<tr><td colspan={columns} style="border: none; height: {self.look.far}pt">' if self.look.far else ""
            return f"<table>{head}{far}{rows}</table>"
        again = head if what.split == "repeated" else ""
        return f'<table>{head}</table><table style="break-before: page">{again}{rows}</table>'

    def head(self, what: Table) -> str:
        over = ""
        if what.groups:
            over = "<tr>" + ("<th class=label>" if what.labelled else "")
            column = 0
            for group in what.groups:
                over += "<th>" * (group.first - column)
                over += f"<th colspan={group.last - group.first + 1}>{escape(group.heading)}"
                column = group.last + 1
            over += "<th>" * (len(what.headings) - column)
        corner = f"<th class=label>{escape(what.corner)}" if what.labelled else ""
        size = head_size(self.look, what)
        return (
            f'<tbody style="font-size: {size:.1f}pt">'
            f"{over}<tr>{corner}{''.join(f'<th>{escape(head)}' for head in what.headings)}"
        )

    def row(self, row: Row, what: Table) -> str:
        label = f"<td class=label>{self.runs(row.label)}" if what.labelled else ""
        return f"<tr>{label}{''.join(f'<td>{self.runs(cell)}' for cell in row.cells)}"

    def block(self, block: Block) -> str:
        said = "".join(f"<p>{self.runs(line)}</p>" for line in block.sentences)
        if block.count:
            number = f"<span class=big>{self.runs(block.count)}</span>"
            match self.look.number:
                case "right":
                    said = f"<table class=figures><tr><td class=said>{said}<td class=count>{number}<br>{escape(block.label)}</table>"
                case "above":
                    said = f"<p>{number}<br>{escape(block.label)}</p>{said}"
                case _:
                    said += f"<p>{self.runs(block.count)} {escape(block.label)}</p>"
        tail = "".join(f"<p class=small>{self.runs(words)}</p>" for words in (block.base, block.note) if words)
        return f'<div style="break-inside: avoid"><h2>{escape(block.heading)}</h2>{said}{tail}</div>'

    def runs(self, words: Text) -> str:
        return "".join(map(self.run, words))

    def run(self, run: Run) -> str:
        tag = "b" if run.bold else "span"
        red, green, blue = self.ink.shade(run.key)
        colour = f' style="color: rgb({red}, {green}, {blue})"' if run.key else ""
        return f"<{tag}{colour}>{escape(run.text)}</{tag}>" if run.key or run.bold else escape(run.text)

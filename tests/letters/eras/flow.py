"""The flowing engine (Typst): real tables that its own rules lay out, fonts embedded as subsets."""

from __future__ import annotations

import json

import typst

from tests.letters.eras.book import Break, Lines, Para, Part, Row, Sides, Table
from tests.letters.eras.ink import Ink
from tests.letters.eras.look import Look, head_size
from tests.letters.flowed import _FONTS
from tests.letters.wording import Block, Run, Text

_FACES = {"sans": "Bitstream Vera Sans", "serif": "Libertinus Serif", "embedded": "New Computer Modern"}
_PURPLE = "rgb(92, 45, 131)"


def typeset(parts: tuple[Part, ...], look: Look, ink: Ink, running: Text | None, seed: int) -> bytes:
    """The letter as a PDF. Sideways pages are wide ones, to be laid along upright paper afterwards."""
    pen = _Pen(look, ink)
    source = "\n".join(["#" + line for line in (*pen.settings(running), *map(pen.part, parts))])
    return typst.compile(source.encode(), font_paths=[_FONTS], ignore_system_fonts=True, timestamp=0)


class _Pen:
    def __init__(self, look: Look, ink: Ink) -> None:
        self.look = look
        self.ink = ink

    def settings(self, running: Text | None) -> list[str]:
        look = self.look
        above = (
            f"context if counter(page).get().first() > 1 {{ text(8pt, {self.runs(running)}) }}" if running else "none"
        )
        below = (
            'align(center, text(8pt, context counter(page).display("1 of 1", both: true)))' if look.footer else "none"
        )
        return [
            f'set page(paper: "{look.paper}", margin: {look.margin}pt, header: {above}, footer: {below})',
            f'set text(font: "{_FACES[look.face]}", size: {look.size}pt, hyphenate: false, lang: "en", region: "GB")',
            f"set par(justify: {str(look.justify).lower()}, leading: {look.leading - 0.7:.2f}em, spacing: 1.1em)",
        ]

    def part(self, part: Part) -> str:
        size = self.look.size
        match part:
            case Para("heading" | "title" as look, words):
                colour = _PURPLE if look == "heading" else "black"
                return f"block(above: 1.5em, sticky: true, text({size + 2}pt, {colour}, {self.runs(words)}))"
            case Para("cover", words):
                return f"block(width: 100%, above: 2.5em, align(center, text({size * 1.9}pt, {self.runs(words)})))"
            case Para("small", words):
                return f"par(text({size - 2}pt, {self.runs(words)}))"
            case Para(_, words):
                return f"par({self.runs(words)})"
            case Lines(lines, side):
                return f"block(width: 100%, breakable: false, align({side}, {self.lined(lines)}))"
            case Sides(left, right):
                return f"block(width: 100%, above: 1.5em, {self.runs(left)} + h(1fr) + {self.runs(right)})"
            case Table():
                return self.table(part)
            case Block():
                return self.block(part)
            case Break(wide):
                flipped = str(wide and self.look.pages != "upright").lower()
                return f"set page(flipped: {flipped})" if self.look.pages != "upright" else "pagebreak(weak: true)"
        raise AssertionError(part)

    def table(self, what: Table) -> str:
        if what.split == "no":
            far = [f"table.cell(colspan: {len(what.headings) + what.labelled}, stroke: none, v({self.look.far}pt))"]
            return self.cells(what, [*self.head(what), *(far if self.look.far else []), *self.rows(what.rows, what)])
        again = self.head(what) if what.split == "repeated" else []
        first, second = self.cells(what, self.head(what)), self.cells(what, [*again, *self.rows(what.rows, what)])
        return f"{{ {first}; pagebreak(); {second} }}"

    def cells(self, what: Table, cells: list[str]) -> str:
        share = f"{self.look.label_share * 100:.0f}%, " if what.labelled else ""
        stroke = {"grid": "0.5pt", "lines": "(x, y) => (top: 0.5pt, bottom: 0.5pt)", "none": "none"}[self.look.rules]
        how = {"centre": "center", "left": "left", "right": "right"}[self.look.align]
        return (
            f"block(above: 1em, {{ set par(justify: false); table(columns: ({share}{'1fr, ' * len(what.headings)}), inset: 3pt, "
            f"align: {how}, stroke: {stroke}, {', '.join(cells)}) }})"
        )

    def head(self, what: Table) -> list[str]:
        size = head_size(self.look, what)
        over: list[str] = []
        if what.groups:
            starts = {group.first: group for group in what.groups}
            inside = {column for group in what.groups for column in range(group.first + 1, group.last + 1)}
            over += ["[]"] if what.labelled else []
            for column in range(len(what.headings)):
                if group := starts.get(column):
                    words = json.dumps(group.heading, ensure_ascii=False)
                    over.append(
                        f"table.cell(colspan: {group.last - group.first + 1}, align: center, text({size}pt, {words}))"
                    )
                elif column not in inside:
                    over.append("[]")
        corner = [f"text({size}pt, {json.dumps(what.corner, ensure_ascii=False)})"] if what.labelled else []
        heads = [f'text({size}pt, weight: "bold", {json.dumps(head, ensure_ascii=False)})' for head in what.headings]
        return [*over, *corner, *heads]

    def rows(self, rows: tuple[Row, ...], what: Table) -> list[str]:
        out = []
        for row in rows:
            label = [f"align(left, text({self.look.size - 1.5}pt, {self.runs(row.label)}))"] if what.labelled else []
            out += [*label, *(f"text({self.look.size - 1}pt, {self.runs(cell)})" for cell in row.cells)]
        return out

    def block(self, block: Block) -> str:
        look = self.look
        heading = (
            f"block(sticky: true, text({look.size + 3}pt, {_PURPLE}, {json.dumps(block.heading, ensure_ascii=False)}))"
        )
        lines = "{ set par(justify: false); " + "; ".join(f"par({self.runs(line)})" for line in block.sentences) + " }"
        figures = lines
        if block.count:
            number = f"text({look.number_size}pt, {self.runs(block.count)})"
            label = json.dumps(block.label, ensure_ascii=False)
            match look.number:
                case "right":
                    stack = f"align(center, {{ set par(justify: false); {number} + linebreak() + {label} }})"
                    figures = f"grid(columns: (58%, 1fr), column-gutter: 6pt, {lines}, {stack})"
                case "above":
                    figures = f"block({number} + linebreak() + {label}) + {lines}"
                case _:
                    figures = f"{lines} + par({self.runs(block.count)} + [ ] + {label})"
        tail = [f"par(text({look.size - 1.5}pt, {self.runs(words)}))" for words in (block.base, block.note) if words]
        return f"block(above: 2em, {{ {'; '.join([heading, figures, *tail])} }})"

    def lined(self, texts: tuple[Text, ...]) -> str:
        return "{ " + "; linebreak(); ".join(map(self.runs, texts)) + " }"

    def runs(self, words: Text) -> str:
        return "{ " + "; ".join(map(self.run, words)) + " }"

    def run(self, run: Run) -> str:
        red, green, blue = self.ink.shade(run.key)
        fill = f", fill: rgb({red}, {green}, {blue})" if run.key else ""
        bold = ', weight: "bold"' if run.bold else ""
        return f"text({json.dumps(run.text, ensure_ascii=False)}{fill}{bold})"

"""The flowing engine (Typst): paragraphs, grids and tables, fonts with ligatures and kerning, embedded as subsets."""

from __future__ import annotations

import json
import math
from pathlib import Path

import reportlab
import typst

from tests.letters.marks import shade
from tests.letters.style import Style
from tests.letters.wording import Block, Content, Run, Text

_FACES = {
    "sans": "Bitstream Vera Sans",
    "serif": "Libertinus Serif",
    "mono": "DejaVu Sans Mono",
    "embedded": "New Computer Modern",
}
_FONTS = Path(reportlab.__file__).parent / "fonts"
_PURPLE = "rgb(92, 45, 131)"


def typeset(content: Content, style: Style, seed: int = 0) -> bytes:
    """The letter as a PDF. There is nothing to shuffle: `seed` is for engines that draw."""
    return typst.compile(_source(content, style).encode(), font_paths=[_FONTS], ignore_system_fonts=True, timestamp=0)


def _source(content: Content, style: Style) -> str:
    parts = [_settings(content, style), _masthead(), _head(content)]
    for paragraph in content.body:
        words = _runs(paragraph.text)
        if paragraph.look == "heading":
            parts.append(f"block(above: 1.6em, sticky: true, text({style.size + 2}pt, {_PURPLE}, {words}))")
        else:
            parts.append(f"par({words})")
    parts.append(f"block(breakable: false, above: 3.4em, {_lined(content.signature)})")
    parts.append("pagebreak()" if style.new_page else "v(2em)")
    if content.header:
        parts.append(f"align(right, text({style.size - 1}pt, {_lined(content.header)}))")
    parts += [_block(block, style) for block in content.blocks]
    return "\n".join(["#" + part for part in parts])


def _settings(content: Content, style: Style) -> str:
    running = (
        f"context if counter(page).get().first() > 1 {{ text(8pt, {_runs(content.running)}) }}"
        if content.running
        else "none"
    )
    above = f"{_quoted(style.small_print)} + linebreak() + " if style.small_print else ""
    footer = (
        f"align(center, text(8pt, {above}"
        'context { "Page " + counter(page).display() + " of " '
        "+ str(counter(page).final().first()) }))"
        if style.footer
        else "none"
    )
    return "\n#".join(
        (
            f'set page(paper: "{style.paper}", margin: {style.margin}pt, header: {running}, footer: {footer})',
            f'set text(font: "{_FACES[style.face]}", size: {style.size}pt, hyphenate: false, lang: "en", region: "GB")',
            f"set par(justify: {str(style.justify).lower()}, leading: {style.leading - 0.7:.2f}em, spacing: 1.1em)",
        )
    )


def _masthead() -> str:
    return f'block(below: 2em, text(15pt, {_PURPLE}, "Local Government & Social Care" + linebreak() + "OMBUDSMAN"))'


def _head(content: Content) -> str:
    left = "stack(spacing: 1.3em, " + ", ".join(_lined(group) for group in content.left) + ")"
    if not content.right:
        return f"block({left})"
    right = "stack(spacing: 1.3em, " + ", ".join(f"align(right, {_lined(group)})" for group in content.right) + ")"
    return f"grid(columns: (2fr, 1fr), {left}, {right})"


def _block(block: Block, style: Style) -> str:
    heading = (
        f"block(above: 1.6em, below: 1em, sticky: true, text({style.size + 3}pt, {_PURPLE}, {_quoted(block.heading)}))"
    )
    parts = [heading, _figures(block, style)]
    if block.base:
        parts.append(f"block(text({style.size - 2.5}pt, {_runs(block.base)}))")
    if block.note:
        parts.append(f"list({_runs(block.note)})")
    return f"block(above: 2.2em, breakable: {str(not style.keep_blocks).lower()}, {{ " + "; ".join(parts) + " })"


def _figures(block: Block, style: Style) -> str:
    """The sentences and the count, as the style arranges them."""
    share = round(style.column * 100)
    # Nobody spreads three words over a narrow column, nor the words of a label.
    loose = f"set par(justify: {str(style.justify and share >= 50).lower()}); "
    lines = "{ " + loose + "; ".join(f"par({_runs(text)})" for text in block.sentences) + " }"
    ring = _ring(block.share) if style.graphic and block.sentences else "none"
    if block.count is None:
        return f"grid(columns: (52pt, {share}%), {ring}, {lines})"
    number = f"text({style.number_size}pt, {_runs(block.count)})"
    label = _quoted(block.label)
    stack = f"align(center + horizon, {{ set par(justify: false); {number} + linebreak() + {label} }})"
    match style.number:
        case "right":
            return f"grid(columns: (52pt, {share}%, 1fr), column-gutter: 6pt, {ring}, {lines}, {stack})"
        case "left":
            return f"table(columns: (1fr, {share}%), inset: 5pt, stroke: 0.4pt + gray, {stack}, {lines})"
        case "above":
            return f"block(width: {share}%, {stack}) + block(width: {share}%, {lines})"
        case "below":
            return f"block(width: {share}%, {lines}) + block(width: {share}%, {stack})"
        case "beside":
            return f"block(width: {share}%, {lines}) + block({number} + [ ] + {label})"
        case _:
            return f"block(width: {share}%, {lines}) + par({_runs(block.count)} + [ ] + {label})"


def _ring(share: float) -> str:
    """A ring, filled clockwise from the top by a share of it."""
    turns = [math.tau * share * step / 60 for step in range(61)]
    points = [f"({20 + 16 * math.sin(turn):.2f}pt, {20 - 16 * math.cos(turn):.2f}pt)" for turn in turns]
    lines = ", ".join(f"curve.line({point})" for point in points[1:])
    arc = f"place(curve(stroke: 7pt + {_PURPLE}, curve.move({points[0]}), {lines}))" if share else ""
    return f"box(width: 40pt, height: 40pt, {{ place(dx: 4pt, dy: 4pt, circle(radius: 16pt, stroke: 7pt + luma(220))); {arc} }})"


def _lined(texts: tuple[Text, ...]) -> str:
    return "{ " + "; linebreak(); ".join(_runs(text) for text in texts) + " }"


def _runs(text: Text) -> str:
    return "{ " + "; ".join(_run(run) for run in text) + " }"


def _run(run: Run) -> str:
    weight = ', weight: "bold"' if run.bold else ""
    if run.key is None:
        return f"text({_quoted(run.text)}{weight})"
    red, green, blue = shade(run.key, run.block)
    return f"text({_quoted(run.text)}, fill: rgb({red}, {green}, {blue}){weight})"


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)

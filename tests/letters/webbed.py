"""The browser-like engine (WeasyPrint): HTML and CSS, for machines that have its libraries."""

from __future__ import annotations

import logging
from html import escape

import weasyprint

from tests.letters.marks import shade
from tests.letters.style import PAPERS, Style
from tests.letters.wording import Block, Content, Run, Text

logging.getLogger("weasyprint").setLevel(logging.ERROR)  # it warns of a library that it will want one day

_FACES = {"sans": "sans-serif", "serif": "serif", "mono": "monospace", "embedded": "sans-serif"}
_FLOAT = {"right": "float: right; width: 30%", "left": "float: left; width: 30%"}


def typeset(content: Content, style: Style, seed: int = 0) -> bytes:
    """The letter as a PDF. There is nothing to shuffle: `seed` is for engines that draw."""
    return bytes(weasyprint.HTML(string=_page(content, style)).write_pdf())


def _page(content: Content, style: Style) -> str:
    groups = "".join(f"<p>{_lined(group)}</p>" for group in content.left)
    right = "".join(f"<p>{_lined(group)}</p>" for group in content.right)
    body = "".join(f"<p class={paragraph.look}>{_runs(paragraph.text)}</p>" for paragraph in content.body)
    running = f"<header>{_runs(content.running)}</header>" if content.running else ""
    return (
        f"<style>{_css(style)}</style>{running}<h1>Local Government &amp; Social Care<br>OMBUDSMAN</h1>"
        f"<div class=right>{right}</div>{groups}{body}<p class=signature>{_lined(content.signature)}</p>"
        f"<section><p class=over>{_lined(content.header)}</p>"
        + "".join(_block(block, style) for block in content.blocks)
        + "</section>"
    )


def _css(style: Style) -> str:
    wide, high = PAPERS[style.paper]
    footer = (
        '@bottom-center { content: "Page " counter(page) " of " counter(pages); font-size: 8pt }'
        if style.footer
        else ""
    )
    return (
        f"@page {{ size: {wide}pt {high}pt; margin: {style.margin}pt; @top-left {{ content: element(running) }} {footer} }}"
        f"body {{ font: {style.size}pt/{style.leading} {_FACES[style.face]}; text-align: {'justify' if style.justify else 'left'} }}"
        "header { position: running(running); font-size: 8pt } h1 { font-size: 15pt; color: rgb(92, 45, 131); font-weight: normal }"
        ".heading, h2 { color: rgb(92, 45, 131); font-size: 1.2em; font-weight: normal; break-after: avoid }"
        ".title { font-weight: bold }"
        ".right { float: right; text-align: right } .over { text-align: right } .signature { margin-top: 3em; break-inside: avoid }"
        f"section {{ break-before: {'page' if style.new_page else 'auto'} }}"
        f".block {{ clear: both; break-inside: {'avoid' if style.keep_blocks else 'auto'} }}"
        f".said {{ width: {style.column * 100:.0f}%; margin-left: {32 if style.number == 'left' else 0}% }}"
        f".count {{ text-align: center; break-inside: avoid; {_FLOAT.get(style.number, 'width: 40%')} }}"
        f".count b {{ font-size: {style.number_size}pt; line-height: 1.2 }} .base {{ clear: both; font-size: 0.8em }}"
    )


def _block(block: Block, style: Style) -> str:
    said = f"<div class=said>{''.join(f'<p>{_runs(text)}</p>' for text in block.sentences)}</div>"
    count = ""
    if block.count:
        inline = style.number in ("beside", "inline")
        space = " " if inline else "<br>"
        number = _runs(block.count)
        count = f"<p class={'inline' if inline else 'count'}>{number}{space}{escape(block.label)}</p>"
    parts = said + count if style.number in ("below", "beside", "inline") else count + said
    base = f"<p class=base>{_runs(block.base)}</p>" if block.base else ""
    note = f"<ul><li>{_runs(block.note)}</ul>" if block.note else ""
    return f"<div class=block><h2>{escape(block.heading)}</h2>{parts}{base}{note}</div>"


def _lined(texts: tuple[Text, ...]) -> str:
    return "<br>".join(_runs(text) for text in texts)


def _runs(text: Text) -> str:
    return "".join(_run(run) for run in text)


def _run(run: Run) -> str:
    tag = "b" if run.bold else "span"
    red, green, blue = shade(run.key, run.block)
    colour = f' style="color: rgb({red}, {green}, {blue})"' if run.key else ""
    return f"<{tag}{colour}>{escape(run.text)}</{tag}>"

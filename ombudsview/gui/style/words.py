"""Marks words for translation where they are data, and shows words of letters and files as they stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:

    def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
        """Gives the text back; the name is what the translators' tools look for."""
else:
    from PySide6.QtCore import QT_TRANSLATE_NOOP

__all__ = ["QT_TRANSLATE_NOOP", "breakable", "plain_tip", "visible"]


def plain_tip(text: str) -> str:
    """A tooltip of words from a letter or of a file's name: Qt takes some for rich text, and would load what they name."""
    if "<" not in text and "&" not in text:
        return text
    from html import escape  # 2 ms that few starts need to pay

    return f"<qt>{escape(text)}</qt>".replace("\n", "<br>")


_MARK = "\N{REPLACEMENT CHARACTER}"
_CONTROLS = (*range(0x20), *range(0x7F, 0xA0))
_TURNING = (0x61C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A), 0xFEFF)
_NO_TEXT = range(0xD800, 0xE000)
_HIDDEN = dict.fromkeys((*_CONTROLS, *_TURNING, *_NO_TEXT), _MARK)
"""Controls, what turns the direction of writing round, and bytes that are no text: with these a name can look like another one."""


def visible(name: str) -> str:
    """The name of a file as it can be shown: a mark stands for each character that would hide or turn round the others."""
    return name.translate(_HIDDEN)


_LONG_WORD = re.compile(r"\S{21,}")
_BREAKS_AFTER = re.compile(r"([-_.]|[^-_.]{12})(?=.)")


def breakable(text: str) -> str:
    """Text whose long words, as file names are, may go over several lines. A label is never narrower than its longest word."""
    return _LONG_WORD.sub(lambda word: _BREAKS_AFTER.sub("\\1\N{ZERO WIDTH SPACE}", word[0]), text)

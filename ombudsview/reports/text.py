"""Text made fit to leave the program: for a terminal, for a spreadsheet, for a file in UTF-8."""

from __future__ import annotations

from unicodedata import category

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes a spreadsheet take a text for a formula, the full-width forms of East Asian Excel included."""


def safe_cell(text: str) -> str:
    """A text as a spreadsheet may open it: one that could be taken for a formula gets a leading apostrophe.

    Only for texts: a number is written as a number, so that -3 stays one.
    """
    starts = text.lstrip(" ").startswith(FORMULA_STARTS) or text.startswith("'")
    return f"'{text}" if starts else text


def for_terminal(text: str) -> str:
    """A text on one line without control characters: a letter or a file name must not steer somebody's terminal."""
    return "".join(_plain(mark) for mark in text)


def _plain(mark: str) -> str:
    if mark.isprintable():
        return mark
    if mark.isspace():
        return " "
    return "" if category(mark) == "Cf" else "\N{REPLACEMENT CHARACTER}"


def encodable(text: str) -> str:
    r"""A text that UTF-8 can hold: the bytes of a file name that is no UTF-8 are written as `\udcff`, which JSON reads back."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")

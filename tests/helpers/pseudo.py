"""A language that nobody speaks: every word of the program, with accents and two fifths longer, so that what has no room is found."""

from __future__ import annotations

import re

from PySide6.QtCore import QTranslator

_ACCENTS = str.maketrans("aeiouyAEIOUYcnszCNSZ", "äëïöüÿÄËÏÖÜŸçñšžÇÑŠŽ")
_HELD = re.compile(r"\{[^}]*\}|&.|<[^>]+>|Ctrl\+\S+|Enter|Del\b")


class Pseudo(QTranslator):
    """Leaves alone what is filled in, marks and keys."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        if not text.strip():
            return text
        parts, at = [], 0
        for held in _HELD.finditer(text):
            parts += [text[at : held.start()].translate(_ACCENTS), held.group()]
            at = held.end()
        longer = "".join(parts) + text[at:].translate(_ACCENTS)
        words = max(1, round(0.4 * len(text)))
        return longer + ("ö" * words if words < 8 else " " + " ".join(["öööö"] * max(1, words // 5)))

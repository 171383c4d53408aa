"""Words of a name, a role, a title or a reference that may be torn or joined: what nobody writes so, where words were recognised."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ombudsview.letters.fields import FIELDS, Unit
from ombudsview.letters.usual_words import is_usual
from ombudsview.reading import registered

# White on one side only of a stroke, an apostrophe or an “&”; none behind a comma or a colon.
_STROKE = re.compile(r"\w[-–/'’&] \w|\w [-–/'’&]\w|[^\W\d_]{3}[,;:][^\W\d_]")
# A small word that runs on in one with the word before or behind it.
_RUN_ON = re.compile(r"\A(?:Mrs?|Ms)[a-rt-z][a-z]+\b|\b[A-Z][a-z]{2,}of\b")
_PARTICLES = frozenset(
    re.findall(
        r"\w+", "a an and ap at by da de del den der di du el en for in la le of on or per the to upon van von y yr"
    )
)
_NAMES = frozenset(("authority", "addressees", "addressee_role", "signatory", "signatory_role"))
_PEOPLE = frozenset(("addressees", "signatory"))
_INITIALS = re.compile(r"[A-Z]{2,3}\Z|[A-Z]{2}[a-z]+\Z")
_HONOURS = frozenset(re.findall(r"\w+", "BA BSC CB CBE CPFA DBE DL FCA JP KBE KC MA MBA MBE MP OBE QC QPM"))
_AROUND = ".,;:()[]\"'“”‘’&–-"


def torn(key: str, value: str) -> str | None:
    """The first words of a field's text that look torn or joined; None where none do, and for fields that are no text."""
    if FIELDS[key].unit is not Unit.TEXT or key == "remarks":
        return None
    if found := _STROKE.search(value):
        return _words_around(value, *found.span())
    if key in _NAMES and (found := _RUN_ON.search(value)):
        return found[0]
    return next(_odd(key, value), None) if key in _NAMES else None


def _words_around(value: str, start: int, end: int) -> str:
    """The whole words that a stretch of a text begins and ends in."""
    before, after = value[:start].rsplit(" ", maxsplit=1)[-1], value[end:].split(" ", maxsplit=1)[0]
    return f"{before}{value[start:end]}{after}"


def _odd(key: str, value: str) -> Iterator[str]:
    """Words that begin with a small letter and are none that names and roles hold; in a person's name initials without white."""
    for word in value.split():
        bare = word.strip(_AROUND)
        piece = bare[:1].islower() and not _known(bare.lower())
        initials = key in _PEOPLE and _INITIALS.match(bare) is not None and bare.upper() not in _HONOURS
        if piece or initials:
            yield word


def _known(word: str) -> bool:
    return is_usual(word) or word in _PARTICLES or word in registered.words()

"""Names with their differences folded away: `plain` drops case and marks, `parted` also what kind of body it says it is."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_APOSTROPHES = str.maketrans("", "", "'’‘ʼ`´\u00ad")
_OTHER = re.compile(r"[^a-z0-9]+")
_AND = str.maketrans({"&": " and "})

_FIRE = (
    r"(?: county)?(?: combined)? fire(?: and (?:rescue|cd|civil defence|emergency))*"
    r"(?: authority| services?| brigade| commissioner| planning)*$| fr[as]$"
)
# How bodies that are no council end: the group, and the words that say so.
_BODIES = tuple(
    (group, re.compile(pattern))
    for group, pattern in (
        ("fire", _FIRE),
        ("national_park", r" national park(?: authority)?$| npa?$"),
        ("combined", r"(?: mayoral)?(?: county)? combined(?: county)? authority$"),
        ("police", r" police(?: authority)?$"),
        ("executive", r" (?:passenger transport executive|pte)$"),
        ("transport", r" (?:(?:integrated|passenger) transport authority|[ip]ta)$"),
        ("waste", r" waste(?: disposal)? authority$"),
        ("parish", r" (?:parish|town|community|village) council$"),
    )
)
_BEFORE = re.compile(
    r"^(?:council of the|corporation of|(?:lb|rb)(?: of)?"
    r"|(?:(?:royal|london|metropolitan|city|county|district|borough|and|council)\s)*"
    r"(?:of|borough|city|county|district|council)(?: the)?) (?=\S)"
)
_AFTER = re.compile(
    r"(?: (?:royal|london|metropolitan|met|city|county|district|dist|borough|boro|unitary authority|unitary|council|corporation|corp"
    r"|city and district|bc|mbc|mdc|dc|cc|lbc|lb|rb|mb|ua))+$"
)
_KINDS = {
    "county": "county",
    "city": "city",
    "borough": "borough",
    "boro": "borough",
    "district": "district",
    "dist": "district",
    "metropolitan": "metropolitan",
    "met": "metropolitan",
    "london": "london",
    "bc": "borough",
    "dc": "district",
    "mbc": "metropolitan",
    "mdc": "metropolitan",
    "mb": "metropolitan",
    "lb": "london",
    "lbc": "london",
}


COUNCIL = "council"
"""The group of every name that does not say otherwise."""


@dataclass(frozen=True, slots=True)
class Parted:
    """A name in parts: the `group` of bodies it is of, the place it is named after, the `kinds` of council it says it is.

    `ended`: whether words such as "Council" follow the place, so that nothing of it can have been cut off.
    """

    group: str
    place: str
    kinds: frozenset[str]
    ended: bool

    @property
    def form(self) -> tuple[frozenset[str], bool]:
        """The name without its place."""
        return self.kinds, self.ended


def plain(name: str) -> str:
    """Lower case letters, figures and single spaces; "and" for "&", "st" for "Saint", apostrophes and a first "the" left out."""
    if not name.isascii():
        name = unicodedata.normalize("NFKD", name)
        name = "".join(letter for letter in name if not unicodedata.combining(letter))
    name = name.translate(_APOSTROPHES).translate(_AND).lower()
    words = _OTHER.sub(" ", name).split()
    if words[:1] == ["the"]:
        del words[0]
    return " ".join("st" if word == "saint" else word for word in words)


def parted(folded: str) -> Parted:
    """The parts of a name that `plain` has folded."""
    for group, pattern in _BODIES:
        found = pattern.search(folded)
        if found and found.start():
            return Parted(group, folded[: found.start()], frozenset(), True)
    before = _BEFORE.match(folded)
    start = before.end() if before else 0
    after = _AFTER.search(folded, start)
    end = after.start() if after and after.start() > start else len(folded)
    said = f"{folded[:start]} {folded[end:]}".split()
    return Parted(
        COUNCIL, folded[start:end], frozenset(_KINDS[word] for word in said if word in _KINDS), end < len(folded)
    )


def one_apart(one: str, other: str) -> bool:
    """Whether one letter more, less, other, or swapped with the next makes the first name the second."""
    if abs(len(one) - len(other)) > 1:
        return False
    at = next(
        (at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), min(len(one), len(other))
    )
    rest, left = one[at:], other[at:]
    swapped = rest[:2] == left[1::-1] and rest[2:] == left[2:]
    return rest != left and (rest[1:] == left[1:] or rest[1:] == left or rest == left[1:] or swapped)

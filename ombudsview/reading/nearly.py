"""Names and offices that letters of all years are signed with: on a page that was recognised, what nearly reads so may be misread."""

from __future__ import annotations

import re
from functools import lru_cache

_SIGNATORIES = (
    "J R White",
    "Tony Redmond",
    "Anne Seex",
    "Jane Martin",
    "Michael King",
    "Paul Najsarek",
    "Amerdeep Somal",
)
_OFFICES = ("Local Government Ombudsman", "Local Government and Social Care Ombudsman")
_KNOWN = {
    "signatory": _SIGNATORIES,
    "signatory_role": tuple(f"{before}{office}" for before in ("", "Interim ", "Acting ") for office in _OFFICES),
    "addressee_role": ("Chief Executive", "Interim Chief Executive", "Acting Chief Executive", "Managing Director"),
}
_TITLED = re.compile(r"\A(?:mr|mrs|ms|miss|dr|sir)\b\.?")
_MOST = 2  # letters that may be others, lost or added
_LONG = 5  # letters for each of which one may be wrong


@lru_cache(maxsize=256)
def nearly(key: str, value: str) -> str | None:
    """Which known value of a field this one differs from by a letter or two; None where it is one, or like none."""
    bare, known = _bare(value), {_bare(one): one for one in _KNOWN.get(key, ())}
    if bare in known:
        return None
    apart = {other: _apart(bare, other) for other in known if abs(len(other) - len(bare)) <= _MOST}
    near = [other for other, steps in apart.items() if steps <= min(_MOST, len(other) // _LONG)]
    return known[min(near, key=lambda other: apart[other])] if near else None


def _bare(value: str) -> str:
    return re.sub(r"[\W_]+", "", _TITLED.sub("", value.casefold()))


def _apart(one: str, other: str) -> int:
    """How many letters must be changed, left out or put in to make one of the other."""
    row = list(range(len(other) + 1))
    for number, sign in enumerate(one, 1):
        before, row[0] = row[0], number
        for place, meant in enumerate(other, 1):
            before, row[place] = row[place], min(row[place] + 1, row[place - 1] + 1, before + (sign != meant))
    return row[-1]

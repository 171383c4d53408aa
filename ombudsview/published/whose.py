"""Which row of a published table is that of a letter's authority: by the register; a likeness is never taken silently."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from ombudsview.authorities import Authority, How, Register
from ombudsview.authorities.fold import parted, plain
from ombudsview.published.table import Row


@dataclass(frozen=True)
class Whose:
    """The rows that are the authority's; `doubt` says why that is not certain, `why` why there is none."""

    rows: tuple[Row, ...] = ()
    doubt: str = ""
    why: str = ""


@dataclass
class _Index:
    by_key: dict[str, list[Row]] = field(default_factory=dict)
    by_name: dict[str, list[Row]] = field(default_factory=dict)
    alike: dict[str, list[Row]] = field(default_factory=dict)
    unsure: dict[str, list[Row]] = field(default_factory=dict)


class Rows:
    """The rows of one table, asked for by an authority's name. `on` is the last day of the year, which decides between namesakes."""

    def __init__(self, rows: Iterable[Row], register: Register, on: date) -> None:
        self._register, self._on = register, on
        self._index = _Index()
        for row in rows:
            found = register.match(row.name, on)
            if found.authority is not None and found.how is not How.FUZZY:
                self._index.by_key.setdefault(found.authority.key, []).append(row)
            else:
                could_be = [one for one in found.candidates if one.existed(on)]
                among = self._index.alike if len(could_be) == 1 else self._index.unsure
                for one in could_be:
                    among.setdefault(one.key, []).append(row)
            self._index.by_name.setdefault(plain(row.name), []).append(row)

    def of(self, authority: str) -> Whose:
        """The row of the authority that a letter is filed under."""
        found = self._register.match(authority, self._on)
        own = found.authority if found.how is not How.FUZZY else None
        rows = list(self._index.by_name.get(plain(authority), []))
        rows += [row for row in (self._index.by_key.get(own.key, []) if own else []) if row not in rows]
        if len(rows) > 1:
            named = " and ".join(f"{row.place.words} (“{row.name}”)" for row in rows[:3])
            return Whose(why=f"Several rows are of {authority}: {named}. None of them was taken.")
        if rows:
            return Whose(tuple(rows))
        alike = self._index.alike.get(own.key, []) if own else self._named_after(authority)
        if len(alike) == 1:
            row = alike[0]
            return Whose(
                (row,),
                doubt=f"The row of {row.place.words} is of “{row.name}”, which is taken for {authority}. Check that it is.",
            )
        return Whose(why=self._why_not(authority, own))

    def _named_after(self, authority: str) -> list[Row]:
        """Rows of the same place, for a body that the register does not know: "Mereford" for Mereford Borough Council."""
        mine = parted(plain(authority))
        return [
            row
            for name, rows in self._index.by_name.items()
            for row in rows
            if (theirs := parted(name)).place == mine.place
            and theirs.group == mine.group
            and (theirs.kinds == mine.kinds or not theirs.kinds or not mine.kinds)
        ]

    def _why_not(self, authority: str, own: Authority | None) -> str:
        """No row; where those that took over from it, or those it took over from, have one, the reason is theirs."""
        if own is not None:
            if unsure := self._index.unsure.get(own.key):
                row = unsure[0]
                return f"The row of {row.place.words}, “{row.name}”, may be of {authority} or of another, so it was not taken."
            after = [one for one in self._register.successors(own) if one.key in self._index.by_key]
            if after:
                return f"No row is of {authority}; its complaints may be counted with {_names(after)}, which took over from it."
            before = [one for one in self._register.predecessors(own) if one.key in self._index.by_key]
            if before:
                return f"No row is of {authority}; there are rows of {_names(before)}, which it took over from."
        return f"No row is of {authority}."


def _names(some: list[Authority]) -> str:
    *others, last = [one.name for one in some[:6]]
    return f"{', '.join(others)} and {last}" if others else last

"""The register as a whole: read once, asked for a printed name, which is sought exactly, then by ever looser forms of it."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path

from ombudsview.authorities.authority import Authority
from ombudsview.authorities.fold import COUNCIL, Parted, one_apart, parted, plain
from ombudsview.authorities.match import UNKNOWN, How, Match, decided, guessed, undecided

_LEAST_CUT = 12  # letters that a name cut short must have left to be believed without a doubt
_SHORT = 8  # a shorter name is like another with one letter wrong, a longer one with two
_NOT_COUNTY = frozenset({"district", "borough", "city", "metropolitan", "london"})

Index = dict[str, tuple[Authority, ...]]
Group = Sequence[tuple[Parted, Authority]]


class Register:
    """Every authority that the program knows, none of them needed: an unknown name is a name like any other."""

    def __init__(self, authorities: Iterable[Authority]) -> None:
        self.authorities = tuple(authorities)
        self._by_key = {one.key: one for one in self.authorities}
        self._groups: dict[tuple[str, frozenset[str]], Group] = {}

    @classmethod
    @lru_cache(maxsize=1)
    def load(cls) -> Register:
        """The shipped register, read on the first call. Empty where its file cannot be read: the program works without."""
        inside = Path(__file__).parent.parent / "resources"
        folder = inside if inside.is_dir() else inside.parent.parent / "resources"
        try:
            return cls.read(folder / "authorities.csv")
        except OSError:
            return cls(())

    @classmethod
    def read(cls, path: Path) -> Register:
        """From a file of the register's form; OSError where it cannot be read."""
        with path.open(encoding="utf-8", newline="") as file:
            rows = csv.reader(file)
            next(rows)
            return cls(map(Authority.of_row, rows))

    def get(self, key: str) -> Authority | None:
        """By its key."""
        return self._by_key.get(key)

    def successors(self, authority: Authority) -> tuple[Authority, ...]:
        """Those that took over from it."""
        return tuple(self._by_key[key] for key in authority.successors if key in self._by_key)

    def predecessors(self, authority: Authority) -> tuple[Authority, ...]:
        """Those it took over from."""
        return tuple(one for one in self.authorities if authority.key in one.successors)

    def compared(self, name: str, on: date | None = None) -> bool | None:
        """Whether letters give averages of similar authorities to the body of this name.

        False also for names that say that they are no council's (fire, police, national park); None where nothing tells.
        """
        found = self.match(name, on)
        types = {one.compared for one in ((found.authority,) if found.authority else found.candidates)}
        if found.how is not How.FUZZY and len(types) == 1:
            return types.pop()
        return None if parted(plain(name)).group == COUNCIL else False

    def known(self, name: str, on: date | None = None) -> Authority | None:
        """The one of that name, however it is written; no guess is made, so that names it does not know cost no time."""
        found = self._names.get(" ".join(name.split())) or self._folded.get(plain(name), ())
        choice = found if len(found) == 1 else tuple(one for one in found if on is None or one.existed(on))
        return choice[0] if len(choice) == 1 else None

    def match(self, name: str, on: date | None = None) -> Match:
        """The authority that a printed name stands for. `on`, the last day that the letter covers, decides between namesakes."""
        printed = " ".join(name.split())
        folded = plain(printed)
        if not folded:
            return UNKNOWN
        if found := self._names.get(printed):
            return decided(printed, found, How.EXACT, on)
        said = parted(folded)
        group = self._group(said)
        how = How.ALIAS if printed in self._aliases else How.FOLDED
        found = self._aliases.get(printed, ()) or self._folded.get(folded, ())
        if found and said.place == folded:  # nothing but a place: every council named after it may be meant
            found = _unique((*found, *(one for parts, one in group if parts.place == folded)))
        if found:
            return decided(printed, found, how, on)
        return (
            self._by_place(printed, said, group, on)
            or _cut_short(printed, said, group, on)
            or self._similar(printed, said, group)
        )

    @cached_property
    def _names(self) -> Index:
        return _index((one.name, one) for one in self.authorities)

    @cached_property
    def _aliases(self) -> Index:
        return _index((name, one) for one in self.authorities for name in one.aliases)

    @cached_property
    def _folded(self) -> Index:
        return _index(self._plain)

    @cached_property
    def _plain(self) -> tuple[tuple[str, Authority], ...]:
        """Every name as `plain` folds it, authority by authority: folded once for all who look it up."""
        return tuple((plain(name), one) for one in self.authorities for name in one.names)

    @cached_property
    def _parts(self) -> dict[str, tuple[tuple[Parted, Authority], ...]]:
        """By group, each name in parts."""
        groups: dict[str, list[tuple[Parted, Authority]]] = {}
        for (name, _), one in {(name, one.key): one for name, one in self._plain}.items():
            parts = parted(name)
            groups.setdefault(parts.group, []).append((parts, one))
        return {group: tuple(parts) for group, parts in groups.items()}

    def _group(self, said: Parted) -> Group:
        """Those that may call themselves what the name says they are, each name in parts; few things are said, of many places."""
        says = said.group, said.kinds
        if says not in self._groups:
            parts = self._parts.get(said.group, ())
            self._groups[says] = [(name, one) for name, one in parts if _may_be(said.kinds, one)]
        return self._groups[says]

    def _by_place(self, printed: str, said: Parted, group: Group, on: date | None) -> Match | None:
        """Those named after the same place. Where that is another kind of council than the name says, a longer name, or one with a
        letter other, may be meant as well.
        """
        here = [(parts, one) for parts, one in group if parts.place == said.place]
        same = [(parts, one) for parts, one in here if parts.kinds & said.kinds]
        found = _unique(one for _, one in same or here)
        if not found:
            return None
        others = () if any(parts.form == said.form for parts, _ in here) else _likelier(said, group)
        if not same and (said.kinds or said.place not in self._folded):
            others += _unique(one for parts, one in group if parts.place.startswith(f"{said.place} "))
        if others:
            return undecided(printed, _unique((*found, *others)), How.FOLDED)
        return decided(printed, found, How.FOLDED, on)

    def _similar(self, printed: str, said: Parted, group: Group) -> Match:
        """Those with nearly the same letters: never without a doubt, and none where two are about as near."""
        from rapidfuzz.distance import OSA  # 10 ms that letters of known authorities need not pay

        most = 1 if len(said.place) < _SHORT else 2
        whole = plain(printed)
        pairs = [(said.place, parts.place, one) for parts, one in group]
        pairs += [(whole, name, one) for name, found in self._folded.items() for one in found]
        close = [pair for pair in pairs if abs(len(pair[0]) - len(pair[1])) <= most]
        apart = [(OSA.distance(name, other, score_cutoff=most), one) for name, other, one in close]
        best = min((distance for distance, _ in apart), default=most + 1)
        if best > most:
            return UNKNOWN
        found = _unique(one for distance, one in apart if distance <= min(best + 1, most))
        return guessed(printed, found[0]) if len(found) == 1 else undecided(printed, found, How.FUZZY)


def _cut_short(printed: str, said: Parted, group: Group, on: date | None) -> Match | None:
    """Those whose words begin with the words printed, as old statistics titles cut them: King's Lynn & W Nor."""
    found = _unique(one for parts, one in group if _begins(parts.place.split(), said))
    if not found:
        return None
    if len(said.place) < _LEAST_CUT:
        return guessed(printed, found[0]) if len(found) == 1 else undecided(printed, found, How.FUZZY)
    return decided(printed, found, How.FOLDED, on)


def _index(pairs: Iterable[tuple[str, Authority]]) -> Index:
    index: dict[str, list[Authority]] = {}
    for name, one in pairs:
        listed = index.setdefault(name, [])
        if one not in listed[-1:]:
            listed.append(one)
    return {name: tuple(listed) for name, listed in index.items()}


def _unique(found: Iterable[Authority]) -> tuple[Authority, ...]:
    return tuple({one.key: one for one in found}.values())


def _may_be(kinds: frozenset[str], one: Authority) -> bool:
    """Whether an authority may call itself so: cities and boroughs change their style, counties and districts are never each other."""
    if "county" in kinds and one.compared:
        return one.type in {"county", "unitary"}
    if "metropolitan" in kinds:
        return one.type == "metropolitan"
    if "london" in kinds:
        return one.type in {"london_borough", "city_corporation"}
    return not (kinds & _NOT_COUNTY and one.type == "county")


def _likelier(said: Parted, group: Group) -> tuple[Authority, ...]:
    """Councils of just the kind that the name says, whose place has one letter other."""
    return _unique(one for parts, one in group if parts.form == said.form and one_apart(parts.place, said.place))


def _begins(whole: Sequence[str], said: Parted) -> bool:
    """Whether each printed word is, in turn, a word of the whole name or its beginning; the last words may be cut off at the end."""
    words = said.place.split()
    if said.ended and (len(words) != len(whole) or words[-1] != whole[-1]):
        return False
    return len(words) <= len(whole) and all(long.startswith(short) for long, short in zip(whole, words, strict=False))

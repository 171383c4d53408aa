"""The officer's own rules: one JSON file each in the data folder, written whole, readable by people, handed on as one file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from ombudsview.disk.durable import sync_folder, write_whole
from ombudsview.errors import Trouble
from ombudsview.history import faults
from ombudsview.history.clock import local_time
from ombudsview.places import Places
from ombudsview.reading import rule_data
from ombudsview.reading.rule_data import MOST_RULES, Rule, in_words, rule_name


@dataclass(frozen=True)
class OwnRule:
    """A rule that is kept: its name (that of its file), the rule, and when it was taught, as ISO 8601."""

    name: str
    rule: Rule
    made: str

    @property
    def says(self) -> str:
        """The rule in words."""
        return in_words(self.rule)


@dataclass(frozen=True)
class Loaded:
    """The rules that are kept, by name, and what is wrong with files that could not be used; these stay where they are."""

    rules: tuple[OwnRule, ...]
    troubles: tuple[Trouble, ...] = ()

    @property
    def plain(self) -> tuple[Rule, ...]:
        """The rules as the reader wants them."""
        return tuple(own.rule for own in self.rules)


def load(places: Places) -> Loaded:
    """Every rule that is kept. Trouble where the folder cannot be read; a damaged file is told and the others count."""
    with faults.told():
        paths = sorted(places.rules.glob("*.json")) if places.rules.is_dir() else []
    found: dict[str, OwnRule] = {}
    troubles = []
    for path in paths:
        try:
            rule, made = rule_data.from_json(_content(path, rule_data.LONGEST))
        except Trouble as trouble:
            sentence = f"The rule in the file {path.name} cannot be used, and was left as it is."
            troubles.append(Trouble(trouble.code, sentence, "Remove the file, or teach the rule again."))
            continue
        name = rule_name(rule)
        found.setdefault(name, OwnRule(name, rule, made))
    if len(found) > MOST_RULES:
        sentence = f"There are more than {MOST_RULES} rules; only the first {MOST_RULES} are used."
        troubles.append(Trouble("too_many_rules", sentence, "Remove those that are no longer needed."))
    return Loaded(tuple(found.values())[:MOST_RULES], tuple(troubles))


def for_reader(places: Places) -> bytes:
    """The rules that are kept, packed for the reader process; nothing where there are none. Trouble as `load` raises it."""
    return rule_data.pack(load(places).plain)


def save(places: Places, rule: Rule, clock: Callable[[], str] = local_time) -> OwnRule:
    """Keep a rule; one that says the same takes its place. Trouble: too_many_rules, disk_full, not_writable."""
    name = rule_name(rule)
    others = {own.name: own for own in load(places).rules}
    if name not in others and len(others) >= MOST_RULES:
        raise Trouble("too_many_rules", f"{MOST_RULES} rules are kept already.", "Remove one that is no longer needed.")
    made = others[name].made if name in others else clock()
    with faults.told():
        write_whole(_path(places, name), rule_data.to_json(rule, made))
    return OwnRule(name, rule, made)


def keep_as(places: Places, own: OwnRule) -> None:
    """Keep a rule that was removed once more, as it was. Trouble as `save` raises it."""
    save(places, own.rule, lambda: own.made)


def remove(places: Places, name: str) -> None:
    """Forget a rule; nothing happens where there is none of that name. Trouble `not_writable`."""
    with faults.told():
        for path in places.rules.glob("*.json") if places.rules.is_dir() else ():
            if path.stem == name or _name_in(path) == name:
                path.unlink()
        if places.rules.is_dir():
            sync_folder(places.rules)


def export_to(file: Path, rules: Iterable[Rule]) -> None:
    """Write rules to a file for a colleague: words of letters, and no figures. Trouble where it cannot be written."""
    with faults.told_of(file):
        write_whole(file, rule_data.export(tuple(rules)))


def save_all(places: Places, rules: Iterable[Rule], clock: Callable[[], str] = local_time) -> tuple[OwnRule, ...]:
    """Keep those rules that are not kept yet; those that were taken.

    Trouble `too_many_rules`, and nothing taken, where there is no room for them.
    """
    kept = {own.name for own in load(places).rules}
    fresh = [rule for rule in rules if rule_name(rule) not in kept]
    if len(kept) + len(fresh) > MOST_RULES:
        raise Trouble(
            "too_many_rules",
            f"With these there would be more than {MOST_RULES} rules. Nothing was taken.",
            "Remove rules that are no longer needed.",
        )
    return tuple(save(places, rule, clock) for rule in fresh)


def read_export(file: Path) -> tuple[Rule, ...]:
    """The rules in a file that was handed on. Trouble `rule_refused`, `rule_newer` or `not_readable`."""
    return rule_data.imported(_content(file, rule_data.LONGEST_EXPORT))


def _path(places: Places, name: str) -> Path:
    return places.rules / f"{name}.json"


def _name_in(path: Path) -> str | None:
    """The name of the rule in a file that was copied there under another; None where it is no rule."""
    try:
        return rule_name(rule_data.from_json(_content(path, rule_data.LONGEST))[0])
    except Trouble:
        return None


def _content(path: Path, longest: int) -> bytes:
    """A file's bytes, one more than allowed at most."""
    try:
        with path.open("rb") as file:
            return file.read(longest + 1)
    except OSError as error:
        raise Trouble(
            "not_readable", f"The file {path.name} cannot be read.", "Check that it is still there."
        ) from error

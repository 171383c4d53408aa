"""Rules tried on the kept letters, one after the other, by a connection of its own that cannot write."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from ombudsview.errors import Trouble
from ombudsview.history import faults
from ombudsview.history.looking import opened
from ombudsview.history.packed import unpack_paper, unpack_reading
from ombudsview.letters.fields import Value, year_name
from ombudsview.places import Places
from ombudsview.reading.rule_data import Rule
from ombudsview.reading.trial import Stored, Trial, Tried, try_each

_LETTERS = """SELECT letter.name, letter.authority, letter.period_end, revision.file_name, paper.body, reading.body
    FROM letter JOIN revision ON revision.letter = letter.id AND revision.number = letter.current
    JOIN reading ON reading.letter = letter.id AND reading.revision = letter.current
    JOIN paper ON paper.hash = reading.paper
    WHERE reading.number = (SELECT max(number) FROM reading AS other
        WHERE other.letter = letter.id AND other.revision = letter.current)
    ORDER BY letter.authority, letter.period_end, letter.name"""


def how_many(places: Places) -> int:
    """How many letters a rule would be tried on."""
    with faults.told(), opened(places) as connection:
        if connection is None:
            return 0
        count: int = connection.execute("SELECT count(*) FROM letter WHERE current IS NOT NULL").fetchone()[0]
        return count


def try_rules(places: Places, rules: Sequence[Rule], go_on: Callable[[int, int], bool]) -> tuple[Trial, ...]:
    """Each of the rules tried by itself on every saved letter; one whose paper is damaged is passed over.

    Trouble where the history cannot be read. For use by one thread, any one.
    `go_on` hears how many letters of how many are done, and ends the trial by False; what is tried by then is told.
    """
    total = how_many(places)
    tried: list[list[Tried]] = [[] for _ in rules]
    if rules and go_on(0, total):
        for done, (stored, recorded) in enumerate(_kept(places, {rule.key for rule in rules}), 1):
            for some, one in zip(tried, try_each(rules, stored, recorded), strict=True):
                some.append(one)
            if not go_on(done, total):
                break
    return tuple(Trial(rule, tuple(some)) for rule, some in zip(rules, tried, strict=True))


def _kept(places: Places, keys: Iterable[str]) -> Iterator[tuple[Stored, dict[str, Value | None]]]:
    """Every saved letter at its newest revision, with the final values of these fields; none where there is no history."""
    with faults.told(), opened(places) as connection:
        if connection is None:
            return
        sql = "SELECT letter, value FROM figures WHERE key = ?"
        values = {key: dict(connection.execute(sql, [key])) for key in keys}
        for name, authority, period_end, file_name, paper, reading in connection.execute(_LETTERS):
            title = f"{authority}, {year_name(period_end)}" if authority and period_end else file_name
            try:
                stored = Stored(name, title, unpack_paper(paper), unpack_reading(reading))
            except Trouble:
                continue
            yield stored, {key: recorded.get(name) for key, recorded in values.items()}

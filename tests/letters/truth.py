"""What a letter's reading must be, by construction: for each field its canonical values, and how it may be printed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ombudsview.letters.fields import Value
from tests.letters.facts import Facts, Measure, long_date


@dataclass(frozen=True)
class Answer:
    """The right reading of one field.

    `values` are the acceptable canonical values, the best first; empty where the letter does not print the field. `printed`
    are the acceptable printed texts of a place, single items for a list. `implied` may be given as worked out.
    """

    values: tuple[Value, ...] = ()
    printed: frozenset[str] = frozenset()
    implied: tuple[str, ...] = ()

    @property
    def value(self) -> Value | None:
        """The best value, or None where the field is not in the letter."""
        return self.values[0] if self.values else None


Answers = dict[str, Answer]


def expected(facts: Facts) -> dict[str, Value | None]:
    """The canonical value of every field, None where it is not printed."""
    return {key: answer.value for key, answer in answers(facts).items()}


def answers(facts: Facts) -> Answers:
    """The answer for every field, in the vocabulary's order."""
    found = {
        **_identity(facts),
        **_measure(facts.upheld, "upheld_rate", "upheld_decisions", "investigations"),
        **_measure(facts.compliance, "compliance_rate", None, "compliance_outcomes"),
        **_measure(facts.remedies, "remedy_rate", "satisfactory_remedies", "remedy_base"),
    }
    if facts.remedies.silent and facts.upheld.count == 0 and found["upheld_decisions"].values:
        # The remedies are counted among the upheld decisions, of which the letter prints that there were none.
        found["satisfactory_remedies"] = found["remedy_base"] = Answer(implied=("0",))
    return found


def _identity(facts: Facts) -> Answers:
    names = tuple(person.name for person in facts.people)
    return {
        "authority": Answer((facts.council,), frozenset({facts.council, facts.known_as or facts.council})),
        **_period(facts),
        "letter_date": Answer((facts.letter_date.isoformat(),), frozenset({long_date(facts.letter_date)})),
        "title": _text(facts.title),
        "reference": _text(facts.reference) if facts.reference else Answer(),
        "addressees": Answer((names,), frozenset(names)),
        "addressee_role": _role(facts),
        "signatory": _text(facts.signatory),
        "signatory_role": _lines(facts.signatory_role),
    }


def _text(words: str) -> Answer:
    return Answer((words,), frozenset({words}))


def _lines(lines: tuple[str, ...]) -> Answer:
    """Several lines for one text: the first, or all of them one after the other."""
    choices = [lines[0], " ".join(lines), ", ".join(lines), "; ".join(lines)]
    return Answer(tuple(dict.fromkeys(choices)), frozenset(choices))


def _role(facts: Facts) -> Answer:
    roles = tuple(person.role for person in facts.people if person.role)
    if facts.shared_role:
        return _text(facts.shared_role)
    return _lines(roles) if roles else Answer()


def _period(facts: Facts) -> Answers:
    start, end = date(facts.year - 1, 4, 1), date(facts.year, 3, 31)
    blocks = any(not measure.silent for measure in (facts.upheld, facts.compliance, facts.remedies))
    ends = {long_date(end), f"{end:%d/%m/%y}", f"{end:%d/%m/%Y}"}
    first = (
        Answer((start.isoformat(),), frozenset({long_date(start)})) if blocks else Answer(implied=(start.isoformat(),))
    )
    return {"period_start": first, "period_end": Answer((end.isoformat(),), frozenset(ends))}


def _measure(measure: Measure, rate: str, count: str | None, base: str) -> Answers:
    said = measure.silent and measure.silence == "sentence"
    silent = Answer(implied=("0",)) if said else Answer()
    found = {
        rate: _percent(measure.rate),
        f"{rate}_similar": Answer() if measure.silent else _percent(measure.average),
        base: silent if measure.silent else _number(measure.base),
    }
    if count:
        found[count] = silent if measure.silent or measure.count is None else _number(measure.count)
    return found


def _percent(rate: str | None) -> Answer:
    if rate is None:
        return Answer()
    whole, _, part = rate.partition(".")
    part = part.rstrip("0")
    return Answer((f"{whole}.{part}" if part else whole,), frozenset({f"{rate}%"}))


def _number(number: int) -> Answer:
    return Answer((str(number),), frozenset({f"{number:,}"}))

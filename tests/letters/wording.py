"""From facts to words: the content of a letter as runs of text, each marked with the field that it prints. No geometry."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tests.letters import prose
from tests.letters.facts import Facts, Measure, long_date


@dataclass(frozen=True)
class Run:
    """Some text; `key` where it is a field's value, `block` where it stands in the statistics."""

    text: str
    key: str | None = None
    bold: bool = False
    block: bool = False


Text = tuple[Run, ...]


@dataclass(frozen=True)
class Paragraph:
    """One paragraph; `look` is "body", "heading" or "title"."""

    look: str
    text: Text


@dataclass(frozen=True)
class Block:
    """One measure: its sentences, the big count with its label, the line that names the base, a note."""

    heading: str
    sentences: tuple[Text, ...]
    count: Text | None
    label: str
    base: Text | None
    note: Text | None
    share: float


@dataclass(frozen=True)
class Content:
    """A whole letter. `left` and `right` are the groups of lines of its head, side by side where both are there."""

    left: tuple[tuple[Text, ...], ...]
    right: tuple[tuple[Text, ...], ...]
    body: tuple[Paragraph, ...]
    signature: tuple[Text, ...]
    header: tuple[Text, ...]
    blocks: tuple[Block, ...]
    running: Text | None


def plain(text: Text) -> str:
    """The words of some runs."""
    return "".join(run.text for run in text)


def content(facts: Facts) -> Content:
    """The letter that says these facts."""
    left, right = _head(facts)
    running = (Run(facts.council, "authority"), Run(" - "), Run(facts.title, "title"))
    return Content(
        left=left,
        right=right,
        body=_body(facts),
        signature=(
            (Run(facts.signatory, "signatory"),),
            *((Run(line, "signatory_role"),) for line in facts.signatory_role),
        ),
        header=_header(facts),
        blocks=(_upheld(facts), _compliance(facts), _remedies(facts)),
        running=running if facts.wording.running else None,
    )


def _head(facts: Facts) -> tuple[tuple[tuple[Text, ...], ...], tuple[tuple[Text, ...], ...]]:
    dated: list[tuple[Text, ...]] = [((Run(long_date(facts.letter_date), "letter_date"),),)]
    if facts.reference:
        dated.append(((Run("Our ref: "), Run(facts.reference, "reference")),))
    address = [*_names(facts), (Run(facts.council, "authority"),)]
    address += [(Run(line),) for line in facts.postal]
    email: list[tuple[Text, ...]] = [((Run("By email"),),)] if facts.wording.by_email else []
    if facts.wording.date_side == "right":
        return (*email, tuple(address)), tuple(dated)
    return (*dated, *email, tuple(address)), ()


def _names(facts: Facts) -> list[Text]:
    lines: list[Text] = []
    if facts.wording.share_line and not any(person.role for person in facts.people):
        lines.append(_joined(facts, " "))
    else:
        for person in facts.people:
            lines.append((Run(person.name, "addressees"),))
            if person.role:
                lines.append((Run(person.role, "addressee_role"),))
    if facts.shared_role:
        lines.append((Run(facts.shared_role, "addressee_role"),))
    return lines


def _joined(facts: Facts, space: str) -> Text:
    runs: list[Run] = []
    for person in facts.people:
        if runs:
            runs.append(Run(f"{space}{facts.wording.joiner}{space}"))
        runs.append(Run(person.name, "addressees"))
    return tuple(runs)


def _body(facts: Facts) -> tuple[Paragraph, ...]:
    salutation = (Run("Dear "), *_joined(facts, " "))
    short = "Council" if "Council" in facts.council or "Borough" in facts.council else "Authority"
    before, after = prose.OPENING.format(short=short, period_end="{period_end}").split("{period_end}")
    period_end = Run(long_date(date(facts.year, 3, 31)), "period_end")
    parts = list(prose.COMMON[: 3 if facts.wording.prose == 0 else len(prose.COMMON)])
    parts += prose.REMARK if facts.wording.remark else ()
    parts += prose.RESOURCES if facts.wording.prose >= 2 else ()
    parts += prose.LONG if facts.wording.prose >= 3 else ()
    fill = {"similar": facts.wording.similar, "published": long_date(facts.published)}
    return (
        Paragraph("body", salutation),
        Paragraph("title", (Run(facts.title, "title", bold=True),)),
        Paragraph("body", (Run(before), period_end, Run(after))),
        *(Paragraph(look, (Run(words.format(**fill)),)) for look, words in parts),
        Paragraph("body", (Run("Yours sincerely,"),)),
    )


def _header(facts: Facts) -> tuple[Text, ...]:
    if facts.wording.header is None:
        return ()
    year = str(facts.year) if facts.wording.header == "long" else f"{facts.year % 100:02d}"
    return (
        (Run(facts.known_as or facts.council, "authority", block=True),),
        (Run("For the period ending: "), Run(f"31/03/{year}", "period_end", block=True)),
    )


def counted(number: int, thing: str) -> str:
    """The label for a count, in the singular for one: `upheld decision`."""
    return thing if number == 1 else f"{thing}s"


def _base(facts: Facts, measure: Measure, key: str, thing: str) -> Text | None:
    if measure.silent:
        return None
    return (
        Run("Statistics are based on a total of "),
        Run(f"{measure.base:,}", key, block=True),
        Run(f" {counted(measure.base, thing)} for the period between "),
        Run(f"1 April {facts.year - 1}", "period_start", block=True),
        Run(" to "),
        Run(f"31 March {facts.year}", "period_end", block=True),
    )


def _sentences(facts: Facts, measure: Measure, key: str, before: str, after: str, silence: str) -> tuple[Text, ...]:
    if measure.silent:
        return ((Run(silence),),) if measure.silence == "sentence" else ()
    lines: list[Text] = []
    if measure.rate is not None:
        start = (Run(before),) if before else ()
        lines.append((*start, Run(f"{measure.rate}%", key, bold=True, block=True), Run(after)))
    if measure.average is not None:
        average = Run(f"{measure.average}%", f"{key}_similar", bold=True, block=True)
        ending = Run(f" in similar {facts.wording.similar}.")
        lines.append((Run("This compares to an average of "), average, ending))
    return tuple(lines)


def _count(measure: Measure, key: str) -> Text | None:
    if measure.count is None or measure.silent:
        return None
    return (Run(f"{measure.count:,}", key, bold=True, block=True),)


def _share(measure: Measure) -> float:
    return float(measure.rate or 0) / 100


def _upheld(facts: Facts) -> Block:
    upheld = facts.upheld
    return Block(
        heading="Complaints upheld",
        sentences=_sentences(
            facts,
            upheld,
            "upheld_rate",
            "",
            " of complaints we investigated were upheld.",
            "There were no detailed investigations in this period.",
        ),
        count=_count(upheld, "upheld_decisions"),
        label=counted(upheld.count or 0, "upheld decision"),
        base=_base(facts, upheld, "investigations", "detailed investigation"),
        note=None,
        share=_share(upheld),
    )


def _compliance(facts: Facts) -> Block:
    compliance = facts.compliance
    reminder = (
        "Failure to comply with our recommendations is rare. An authority with a compliance rate below 100% should scrutinise "
        "those complaints where it failed to comply and identify any learning."
    )
    return Block(
        heading="Compliance with Ombudsman recommendations",
        sentences=_sentences(
            facts,
            compliance,
            "compliance_rate",
            "In ",
            f" of cases we were satisfied {facts.wording.body} had successfully implemented our recommendations.",
            "No recommendations were due for compliance in this period.",
        ),
        count=None,
        label="",
        base=_base(facts, compliance, "compliance_outcomes", "compliance outcome"),
        note=(Run(reminder),) if facts.wording.note and not compliance.silent else None,
        share=_share(compliance),
    )


def _remedies(facts: Facts) -> Block:
    remedies = facts.remedies
    return Block(
        heading=f"Satisfactory remedies provided by {facts.wording.body}",
        sentences=_sentences(
            facts,
            remedies,
            "remedy_rate",
            "In ",
            f" of upheld cases we found {facts.wording.body} had provided a satisfactory remedy before the complaint reached "
            "the Ombudsman.",
            "No complaints were upheld in this period.",
        ),
        count=_count(remedies, "satisfactory_remedies"),
        label=counted(remedies.count or 0, "satisfactory remedy decision"),
        base=_base(facts, remedies, "remedy_base", facts.wording.remedy_base),
        note=None,
        share=_share(remedies),
    )

"""What the desk says of a field, in plain sentences: where it is printed, what was read, what is final, what the arithmetic says."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ombudsview.errors import Trouble
from ombudsview.gui.style.marks import state_word
from ombudsview.letters.fields import FIELDS, Value, shown
from ombudsview.letters.rates import rounds_to
from ombudsview.letters.topics import labels
from ombudsview.letters.totals import totals_of, why_totals_differ
from ombudsview.review.edit import Ruling
from ombudsview.review.state import FieldReview, State
from ombudsview.review.typed import typed_value

if TYPE_CHECKING:
    from ombudsview.reading.model import Source
    from ombudsview.review.review import Review

translate = QCoreApplication.translate

_RATES = {
    "upheld_rate": ("upheld_decisions", "investigations"),
    "remedy_rate": ("satisfactory_remedies", "upheld_decisions"),
}
"""Rates that can be worked out from a part and a whole that the letter gives too."""

_LONGEST_ANSWER = 24
"""Letters of a value that a button has room for."""

SEPARATOR = "  ·  "


@dataclass(frozen=True)
class Line:
    """The closed row: the value, the printed value to strike through beside it, what stands where there is no value."""

    value: str
    struck: str
    instead: str


def line(field: FieldReview) -> Line:
    """What a closed row shows."""
    declared = FIELDS[field.key]
    instead = {
        State.NOT_FOUND: translate("Row", "not found"),
        State.NOT_IN_LETTER: translate("Row", "not in letter"),
        State.LOOK_HERE: translate("Row", "not found"),
    }.get(field.state, "")
    struck = ""
    if field.state in {State.CHANGED, State.NOT_IN_LETTER} and field.read.value is not None:
        struck = shown(declared.unit, field.read.value, declared.joint)
    return Line(shown(declared.unit, field.value, declared.joint), struck, instead)


def values_line(field: FieldReview) -> str:
    """Printed, read and final value side by side, as rich text; letters' own text in it is escaped."""
    declared = FIELDS[field.key]
    if declared.is_prose:
        return _prose_line(field)
    unit, joint = declared.unit, declared.joint
    printed, read = plain(field.read.printed, joint), shown(unit, field.read.value, joint)
    parts: list[str] = []
    if printed and printed == read:
        parts.append(_bold(translate("Row", "printed and read {value}"), read) + _where(field))
    elif printed:
        parts.append(_bold(translate("Row", "printed {value}"), printed) + _where(field))
        if field.read.value is not None:
            parts.append(_bold(translate("Row", "read {value}"), read))
    elif field.state is State.WORKED_OUT:
        parts.append(_bold(translate("Row", "worked out: {value}"), read))
    if (reason := _reason(field)) and reason not in worry(field):
        parts.append(escape(reason))
    if field.is_changed:
        parts.append(_bold(translate("Row", "yours {value}"), shown(unit, field.value, joint)) + _pointed(field))
    elif field.answer is not None and field.answer.ruling is Ruling.NOT_IN_LETTER:
        parts.append(translate("Row", "yours: not in letter"))
    if declared.many:
        parts.append(translate("Row", "separate several with {mark}").format(mark=declared.joint.strip()))
    return SEPARATOR.join(parts)


def _prose_line(field: FieldReview) -> str:
    """The same of remarks, as rich text: what stands in the box above is not said once more; then how another one is begun."""
    joint = FIELDS[field.key].joint
    printed, read, here = plain(field.read.printed, joint), plain(field.read.value, joint), plain(field.value, joint)
    parts: list[str] = []
    if printed and read == here:
        parts.append(escape(translate("Row", "as it is printed")) + _where(field))
    elif printed:
        parts.append(_bold(translate("Row", "printed {value}"), printed) + _where(field))
    if (reason := _reason(field)) and reason not in worry(field):
        parts.append(escape(reason.rstrip(".") if parts else reason))
    parts += _about(field)
    if field.is_changed:
        parts.append(escape(translate("Row", "changed by you")) + _pointed(field))
    elif field.answer is not None and field.answer.ruling is Ruling.NOT_IN_LETTER:
        parts.append(translate("Row", "yours: not in letter"))
    way = translate("Row", "Each remark stands on a line of its own: Shift+Enter begins another.")
    return "<br>".join(part for part in (SEPARATOR.join(parts), way) if part)


def _reason(field: FieldReview) -> str:
    """Why there is no value, until the officer has given one; or by which rule it was read."""
    filled = field.answer is not None and field.answer.ruling is Ruling.CHANGED
    if field.read.value is None:
        return "" if filled else field.read.reason or ""
    return field.read.reason or ""


def checks_line(review: Review, field: FieldReview) -> str:
    """What the arithmetic says where it agrees; empty where there is nothing to work out, or where a doubt says more."""
    part_key, whole_key = _RATES.get(field.key, ("", ""))
    values = review.values()
    rate, part, whole = field.value, values.get(part_key), values.get(whole_key)
    if field.doubts or not isinstance(rate, str) or not isinstance(part, str) or not isinstance(whole, str):
        return ""
    if whole == "0" or not rounds_to(int(part), int(whole), Decimal(rate)):
        return ""
    return translate("Row", "{part} of {whole}, the arithmetic agrees").format(
        part=shown(FIELDS[part_key].unit, part), whole=shown(FIELDS[whole_key].unit, whole)
    )


def totals_line(review: Review, field: FieldReview) -> str:
    """Why the totals received and decided differ, beside either; nothing is explained away while one of them is in doubt."""
    totals = totals_of(field.key)
    doubted = any(set(totals) & set(doubt.keys) for doubt in review.doubts())
    return "" if doubted else why_totals_differ(review.values(), field.key)


def worry(field: FieldReview) -> str:
    """Why somebody should look, in one or more sentences, and what is worth knowing; empty where there is neither."""
    sentences = [refusal(field), *(doubt.sentence for doubt in (*field.doubts, *field.notes))]
    sentences = [sentence for sentence in sentences if sentence]
    if field.state is State.LOOK_HERE and not sentences and field.read.reason:
        sentences.append(field.read.reason)
    if field.answer is not None and field.answer.note:
        sentences.append(translate("Row", "Query: {note}").format(note=field.answer.note))
    return " ".join(dict.fromkeys(sentences))


def worry_over(field: FieldReview, text: str) -> str:
    """The same while a text is typed in the place of one that was not taken: what is mended is said no longer."""
    return worry(replace(field, typing=text if misfit(field.key, text) else None))


def refusal(field: FieldReview) -> str:
    """Why text that was typed into a field is not its value; empty where none was typed, or it was entered."""
    if field.typing is None:
        return ""
    if sentence := misfit(field.key, field.typing):
        return sentence
    return translate("Row", "What was typed is not entered yet. Press Enter to take it, or Esc to drop it.")


def misfit(key: str, text: str) -> str:
    """Why a text is no value of the field; empty where it is one, and where it is empty."""
    try:
        if text.strip():
            typed_value(key, text)
    except Trouble as trouble:
        return trouble.sentence
    return ""


@dataclass(frozen=True)
class Entering:
    """What Enter does with what stands in the box, in a word or two; `can` is False where it would only be refused.

    `typing`: something is typed there, or chosen to take its place. `deny`: it can still be said that the letter does not give it.
    """

    words: str
    can: bool
    typing: bool = True
    deny: bool = True


def entering(field: FieldReview, text: str | None) -> Entering:
    """What Enter would do; `text` is what is being typed, None where nothing is."""
    if text is None:
        return _entering_nothing(field)
    if not text.strip():
        return Entering(translate("Details", "Not in letter"), can=True, deny=False)
    try:
        value = typed_value(field.key, text)
    except Trouble:
        return Entering(translate("Details", "Change to …"), can=False)
    if value == field.read.value:
        return Entering(translate("Details", "Agree"), can=True)
    if FIELDS[field.key].is_prose:  # a button has no room for what the box shows
        several = isinstance(value, tuple) and len(value) > 1
        words = translate("Details", "Enter these remarks") if several else translate("Details", "Enter this remark")
        return Entering(words, can=True)
    words = shown(FIELDS[field.key].unit, value)
    words = words if len(words) <= _LONGEST_ANSWER else f"{words[: _LONGEST_ANSWER - 1].rstrip()}…"
    return Entering(translate("Details", "Change to {value}").format(value=words), can=True)


def _entering_nothing(field: FieldReview) -> Entering:
    if field.state.is_open:
        return Entering(translate("Details", "Agree"), can=field.read.value is not None, typing=False)
    if field.state is State.QUERY and field.value is not None:
        return Entering(translate("Details", "Agree"), can=True, typing=False)
    deny = field.state is not State.NOT_IN_LETTER
    return Entering(translate("Details", "Next"), can=True, typing=False, deny=deny)


def described(field: FieldReview) -> str:
    """State, printed value and page in one line, for a screen reader and for tooltips."""
    printed = plain(field.printed)
    parts = [state_word(field.state)]
    if printed and field.sources:
        parts.append(translate("Row", "Printed {value}, page {page}").format(value=printed, page=field.sources[0].page))
    else:
        parts.append(translate("Row", "No place on the page"))
    if sentence := worry(field):
        parts.append(sentence)
    return " ".join(part if part.endswith((".", "?", "!")) else f"{part}." for part in parts)


def label(key: str) -> str:
    """The field's name for people."""
    return translate("Field", FIELDS[key].label)


_ONCE = frozenset(label for label, times in Counter(field.label for field in FIELDS.values()).items() if times == 1)
"""Names that one field alone bears; asked for every row of every letter."""


def full_label(key: str) -> str:
    """The field's name, with its group where another field bears the same name."""
    field = FIELDS[key]
    if field.label in _ONCE:
        return label(key)
    return f"{translate('FieldsPanel', field.group)}: {label(key)[:1].lower()}{label(key)[1:]}"


def _about(field: FieldReview) -> list[str]:
    """What each remark is about: a late remedy, a public report."""
    if field.key != "remarks" or not isinstance(field.value, tuple):
        return []
    kinds = (
        (number, ", ".join(translate("Topic", one) for one in labels(remark)))
        for number, remark in enumerate(field.value, 1)
    )
    return [
        escape(translate("Row", "remark {number}: {kinds}").format(number=n, kinds=kinds))
        for n, kinds in kinds
        if kinds
    ]


def _where(field: FieldReview) -> str:
    return ", " + _on_pages(field.read.sources) if field.read.sources else ""


def _pointed(field: FieldReview) -> str:
    """Where the officer pointed, if anywhere."""
    if not field.is_pointed:
        return ""
    return ", " + translate("Row", "from {pages}").format(pages=_on_pages(field.sources))


def _on_pages(sources: tuple[Source, ...]) -> str:
    pages = sorted({source.page for source in sources})
    if len(pages) > 1:
        before, last = ", ".join(map(str, pages[:-1])), pages[-1]
        words = translate("Row", "pages {before} and {last}").format(before=before, last=last)
    else:
        words = translate("Row", "page {page}").format(page=pages[0])
    return words.replace(" ", "\N{NO-BREAK SPACE}")


def _bold(pattern: str, value: str) -> str:
    return escape(pattern).format(value=f"<b>{escape(value)}</b>")


def plain(printed: Value | None, joint: str = "; ") -> str:
    """What is printed, on one line; empty where nothing is."""
    if printed is None:
        return ""
    return printed if isinstance(printed, str) else joint.join(printed)


def escape(text: str) -> str:
    """Text that is shown as it stands where rich text is drawn."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

"""What an event did, in the officer's words: one line for each field."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ombudsview.gui.letter.says import full_label
from ombudsview.letters.fields import FIELDS, shown
from ombudsview.review.edit import Answer, Change, Deed, Event, Reread, Ruling

translate = QCoreApplication.translate


def deed_lines(event: Event) -> tuple[str, ...]:
    """Nothing for text that was only being typed."""
    match event.deed:
        case Deed.ANSWER:
            return tuple(_change(change) for change in event.changes)
        case Deed.REREAD if not event.readings:
            return (translate("Deeds", "Read again: nothing was taken"),)
        case Deed.REREAD:
            return tuple(_reread(one) for one in event.readings)
        case Deed.UNDO:
            return (translate("Deeds", "Took a step back"),)
        case Deed.REDO:
            return (translate("Deeds", "Did a step again"),)
        case Deed.LEARNT | Deed.DONE:
            return (_note(event),)
        case Deed.FINISH:
            return (translate("Deeds", "Finished"),)
        case Deed.REOPEN:
            return (translate("Deeds", "Opened it again"),)
    return ()


def _note(event: Event) -> str:
    if (carried := event.carried) is not None:
        words = translate("Deeds", "Done about the note of {year}: {text} (“{note}”)")
        if not event.text:
            words = translate("Deeds", "Removed what was done about the note of {year} (“{note}”)")
        return words.format(year=carried.year, note=carried.note, text=event.text)
    if not event.text:
        return translate("Deeds", "Removed the note of what was learnt")
    return translate("Deeds", "Learnt: {note}").format(note=event.text)


def _change(change: Change) -> str:
    words = translate("Deeds", "{field}: {after}")
    if change.before is not None:
        words = translate("Deeds", "{field}: {after} (before: {before})")
    return words.format(
        field=full_label(change.key), after=_answer(change.key, change.after), before=_answer(change.key, change.before)
    )


def _answer(key: str, answer: Answer | None) -> str:
    if answer is None:
        return translate("Deeds", "back to the reader's value")
    value = shown(FIELDS[key].unit, answer.value)
    words = {
        Ruling.AGREED: translate("Deeds", "agreed to {value}"),
        Ruling.CHANGED: translate("Deeds", "changed to {value}"),
        Ruling.NOT_IN_LETTER: translate("Deeds", "not in letter"),
        Ruling.QUERY: translate("Deeds", "query: {note}"),
    }[answer.ruling]
    return words.format(value=value, note=answer.note or "\N{EN DASH}")


def _reread(one: Reread) -> str:
    unit = FIELDS[one.key].unit
    before, after = (shown(unit, side.value) if side is not None else "" for side in (one.before, one.after))
    nothing = translate("Deeds", "nothing")
    words = translate("Deeds", "{field}: read again, {after} taken (before: {before})")
    return words.format(field=full_label(one.key), after=after or nothing, before=before or nothing)

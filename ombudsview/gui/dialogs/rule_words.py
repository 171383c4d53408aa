"""Rules and their trials in the officer's words: for which letters, for which field, and what one would find in a letter."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ombudsview.gui.letter import says
from ombudsview.letters.fields import FIELDS, Value, shown
from ombudsview.letters.phrase import said
from ombudsview.letters.rule import Rule
from ombudsview.reading.trial import Outcome, Tried

translate = QCoreApplication.translate

FIRST = (Outcome.CHANGED, Outcome.AGAINST, Outcome.UNSURE, Outcome.FOUND)
"""What the officer should look at, and in which order."""


def field_name(rule: Rule) -> str:
    """The field that a rule reads."""
    return says.full_label(rule.key)


def scope(rule: Rule) -> str:
    """The letters that a rule is for."""
    from ombudsview.letters.kinds import KINDS

    if rule.kind is not None:
        # Forms of one era share their key.
        names = [f"“{kind.name}”" for kind in KINDS if kind.key == rule.kind] or [f"“{rule.kind}”"]
        return translate("Rules", "For letters of the kind {names}").format(
            names=translate("Rules", " or ").join(names)
        )
    if rule.marks:
        marks = ", ".join(f"“{said(mark)}”" for mark in rule.marks)
        return translate("Rules", "For letters of unknown layout that say {marks}").format(marks=marks)
    return translate("Rules", "For letters of unknown layout")


def precedence(rule: Rule) -> str:
    """When a rule is asked, where that is unusual."""
    if not rule.instead:
        return ""
    return translate("Rules", "It is asked before the program's own way of finding this.")


def outcome_line(rule: Rule, tried: Tried) -> str:
    """What a rule would do in one letter: `Alder Council, 2019-20: it finds 43%, recorded is 57%`."""
    finds, recorded = _value(rule, tried.finds), _value(rule, tried.recorded)
    words = {
        Outcome.CHANGED: translate("Rules", "{name}: it finds {finds}, recorded is {recorded}"),
        Outcome.AGAINST: translate("Rules", "{name}: it finds {finds}, recorded is {recorded}, which stays"),
        Outcome.UNSURE: translate("Rules", "{name}: it finds places that say different things"),
        Outcome.FOUND: translate("Rules", "{name}: it finds {finds}, where nothing is recorded"),
    }.get(tried.outcome, translate("Rules", "{name}: it finds {finds}, as recorded"))
    return words.format(name=tried.name, finds=finds, recorded=recorded)


def _value(rule: Rule, value: Value | None) -> str:
    return shown(FIELDS[rule.key].unit, value)

"""A reading with nothing in it: the fields of a kind, for a letter that the reader could not make out."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ombudsview.letters.kind import Kind, Need
from ombudsview.reading.model import FieldReading, ReaderState, Reading

READER = "by hand"


def by_hand(kind: Kind) -> Reading:
    """Every field of a kind, absent; those that such a letter must have ask to be looked at."""
    required = QCoreApplication.translate("ByHand", "Such a letter gives this: type it as it is printed.")
    optional = QCoreApplication.translate("ByHand", "Not read.")
    fields = tuple(
        FieldReading(
            entry.key,
            None,
            None,
            ReaderState.LOOK_HERE if entry.need is Need.REQUIRED else ReaderState.ABSENT,
            (),
            (),
            required if entry.need is Need.REQUIRED else optional,
        )
        for entry in kind.entries
    )
    return Reading(kind.key, None, fields, (), READER, kind.office)

"""What stands in the place of the fields while nobody knows what kind of letter it is: why, what was seen, and what to say of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QFormLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ombudsview.authorities.register import Register
from ombudsview.gui.access.announce import announce
from ombudsview.gui.again.by_hand import Chosen
from ombudsview.gui.letter import says
from ombudsview.gui.style.combo import Combo
from ombudsview.gui.style.heading import Heading
from ombudsview.gui.style.line_box import LineBox
from ombudsview.gui.style.theme import UNIT
from ombudsview.letters.fields import FIELDS, Unit, parse, shown
from ombudsview.letters.kinds import KINDS

if TYPE_CHECKING:
    from ombudsview.reading.model import Reading

Half = tuple[str, dict[str, str], str]
"""The kind where another one was chosen, fields by key where something was typed, and the one of them that was typed in last."""

MOST_SUGGESTED = 8
_YEAR = re.compile(r"(?:(?:19|20)\d\d\s?[-/\u2013]\s?)?(\d{4}|\d\d)\Z")


class UnknownLetter(QWidget):
    """`asked`: the officer has said what it is (`Chosen`)."""

    access_role = "Grouping"

    asked = Signal(object)

    def __init__(
        self, why: str, reading: Reading | None = None, parent: QWidget | None = None, *, unread: bool = False
    ) -> None:
        """`unread`: there was no text by which a layout could be known."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("surface", "panel")
        self.setAccessibleName(self.tr("What kind of letter it is"))
        title = self.tr("Nothing has been read yet") if unread else self.tr("This layout is not known")
        heading = Heading(title, self, look="strong")
        self.kind = self._kinds(reading)
        self._nearest = self.kind.currentText()
        self._suggested = {key: _text(reading, key) for key in ("authority", "period_end")}
        self.authority = LineBox(self._suggested["authority"], self)
        self.authority.setCompleter(_known_names(self))
        self.year = LineBox(self._suggested["period_end"], self)
        self.year.setPlaceholderText(self.tr("such as 2030-31, or 31 March 2031"))
        self._boxes, self._typed_in = {"authority": self.authority, "period_end": self.year}, ""
        self.kind.activated.connect(lambda _: self._typing_in(""))
        for key, box in self._boxes.items():
            box.textEdited.connect(lambda _, key=key: self._typing_in(key))
        self._wrong = self._label("", "look")
        self._wrong.hide()
        self.choose = QPushButton(self.tr("Fill in its fields"), self)
        self.choose.setProperty("look", "primary")
        self.choose.clicked.connect(self._ask)
        self.authority.returnPressed.connect(self._entered)
        self.year.returnPressed.connect(self._ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * UNIT + 2, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        column.setSpacing(UNIT + 4)
        what = self.tr("Say what kind of letter it is, then fill in its fields: click a word of the page, or type.")
        for words in (heading, self._label(why, "soft"), self._label(what), self._label(_seen(reading), "soft")):
            words.setVisible(bool(words.text()))
            column.addWidget(words)
        column.addLayout(self._form())
        column.addWidget(self._wrong)
        column.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    @property
    def half(self) -> Half:
        """What was said so far."""
        typed = {"authority": self.authority.text().strip(), "period_end": self.year.text().strip()}
        changed = {key: text for key, text in typed.items() if text and text != self._suggested[key]}
        return self.kind.currentText() if self.kind.currentText() != self._nearest else "", changed, self._typed_in

    def go_on(self, half: Half) -> None:
        """Say again what was said so far; the keyboard is to go on where it was then."""
        kind, typed, self._typed_in = half
        if kind:
            self.kind.setCurrentText(kind)
        for key, box in self._boxes.items():
            box.setText(typed.get(key, box.text()))

    def take_keys(self) -> None:
        """Give the keyboard to the box that was typed in last, to the kind's where none was."""
        self._boxes.get(self._typed_in, self.kind).setFocus(Qt.FocusReason.OtherFocusReason)

    def _typing_in(self, key: str) -> None:
        self._typed_in = key

    def _label(self, text: str, ink: str = "") -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setProperty("ink", ink)
        return label

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(UNIT)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        for name, box in (
            (self.tr("Kind of letter"), self.kind),
            (self.tr("Authority"), self.authority),
            (self.tr("Year that it is about"), self.year),
        ):
            box.setAccessibleName(name)
            form.addRow(name, box)
        return form

    def _kinds(self, reading: Reading | None) -> QComboBox:
        """Every kind, the newest first; the nearest one is chosen."""
        box = Combo(self)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(20)
        box.addItems([kind.name for kind in KINDS[::-1]])
        nearest = reading.nearest if reading is not None else None
        sender = reading.sender if reading is not None else "lgsco"
        box.setCurrentText(nearest or next(kind.name for kind in KINDS[::-1] if kind.office == sender))
        return box

    def _entered(self) -> None:
        """Enter in the list of names takes one of them, and no more."""
        names = self.authority.completer()
        if names is None or not (popup := names.popup()) or not popup.isVisible():
            self._ask()

    def _ask(self) -> None:
        """Say it, unless what stands for the year is none."""
        typed: dict[str, str] = {}
        authority, year = self.authority.text().strip(), self.year.text().strip()
        if authority != self._suggested["authority"]:  # what was suggested and left is still to be checked
            typed["authority"] = authority
        if year != self._suggested["period_end"]:
            end = year_end(year)
            if year and end is None:
                words = self.tr(
                    "“{year}” is no year that can be understood: type 2030-31, or the day on which it ended."
                )
                self._wrong.setText(words.format(year=year))
                self._wrong.show()
                self.year.setFocus(Qt.FocusReason.OtherFocusReason)
                announce(self, self._wrong.text(), urgent=True)
                return
            typed["period_end"] = shown(Unit.DATE, end)
            if end is not None and end.endswith("-03-31"):
                typed["period_start"] = f"1 April {int(end[:4]) - 1}"
        kind = next(kind for kind in KINDS if kind.name == self.kind.currentText())
        self.asked.emit(Chosen(kind, {key: text for key, text in typed.items() if text}))


def year_end(text: str) -> str | None:
    """The last day of a year as people write it, in canonical form: of 2030-31, 2031 or 31 March 2031."""
    found = _YEAR.match(text)
    if found is None:
        return parse(Unit.DATE, text)
    last = found[1]
    if len(last) == 4:
        return f"{last}-03-31"
    return f"{text[:2]}{last}-03-31" if len(text) > 2 else None


def _known_names(parent: QWidget) -> QCompleter:
    completer = QCompleter(sorted({one.name for one in Register.load().authorities}), parent)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    if (popup := completer.popup()) is not None:
        popup.setProperty("look", "boxed")
    return completer


def _text(reading: Reading | None, key: str) -> str:
    """What was suggested for a field, as people write it."""
    field = reading.field(key) if reading is not None else None
    return shown(FIELDS[key].unit, field.value) if field is not None else ""


def _seen(reading: Reading | None) -> str:
    """What stands on the page in plain sight, or was read by the officer's own rules."""
    fields = [field for field in reading.fields if field.value is not None] if reading is not None else []
    if not fields:
        return ""
    some = [f"{says.full_label(one.key)} {shown(FIELDS[one.key].unit, one.value)}" for one in fields[:MOST_SUGGESTED]]
    more = len(fields) - len(some)
    if more:
        some.append(QCoreApplication.translate("UnknownLetter", "{count} more").format(count=more))
    words = QCoreApplication.translate("UnknownLetter", "Seen on the page, to be compared with it: {fields}.")
    return words.format(fields="; ".join(some))

"""Says aloud, for those who do not see it, what a step has done: "Upheld rate agreed, next: Investigations"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QWidget

from ombudsview.gui.desk import Desk
from ombudsview.gui.letter import says
from ombudsview.gui.style.marks import state_word
from ombudsview.review.states import Deed, State

if TYPE_CHECKING:
    from ombudsview.review.review import Review

translate = QCoreApplication.translate


class Announcer(QObject):
    """Listens to the desk. Waits for the step to come to its end, so that one sentence holds what was done and what is next."""

    def __init__(self, desk: Desk, widget: QWidget) -> None:
        super().__init__(widget)
        self._desk, self._widget = desk, widget
        self._keys: tuple[str, ...] = ()
        self._wait = QTimer(self, singleShot=True, interval=0)
        self._wait.timeout.connect(self._say)
        desk.changed.connect(self._changed)
        desk.read.connect(self._read)
        desk.drafted.connect(self._drafted)
        for signal in (desk.arriving, desk.left):
            signal.connect(self._wait.stop)

    def _changed(self, keys: tuple[str, ...]) -> None:
        self._keys = keys
        self._wait.start()

    def _read(self) -> None:
        """The letter's fields are there: how many, and how many of them need a look."""
        letter, review = self._desk.letter, self._desk.review
        if letter is None or review is None:
            return
        looks = sum(1 for field in review.fields() if field.state is State.LOOK_HERE)
        count = len(review.open_keys())
        one = translate("Announcer", "{title} is read: 1 field to check")
        words = one if count == 1 else translate("Announcer", "{title} is read: {open} fields to check")
        said = words.format(title=letter.title, open=count)
        if looks:
            one = translate("Announcer", ", which needs a look")
            several = translate("Announcer", ", 1 of them needs a look")
            many = translate("Announcer", ", {looks} of them need a look")
            said += (one if count == 1 else several if looks == 1 else many).format(looks=looks)
        self._tell(said)

    def _drafted(self, time: str) -> None:
        """Only that it could not be kept: that every step is kept would be said at every step."""
        if not time:
            self._tell(translate("Announcer", "The draft is not saved"), urgent=True)

    def _say(self) -> None:
        if sentence := self.sentence(self._keys):
            self._tell(sentence)

    def sentence(self, keys: tuple[str, ...]) -> str:
        """What the last step did to these fields, and which field has the focus now where it is another one."""
        review = self._desk.review
        if review is None:
            return ""
        keys = keys or self._taken_back(review)
        if len(keys) > 1 and review.events[-1].deed is not Deed.ANSWER:
            return translate("Announcer", "{count} answers {done}").format(count=len(keys), done=self._way(review))
        if len(keys) != 1 or review.reading.field(keys[0]) is None:
            return ""  # a step of many fields is told by its notice
        (key,) = keys
        field = review.field(key)
        if refusal := says.refusal(field):
            return f"{says.full_label(key)}: {refusal}"
        done = f"{says.full_label(key)} {self._done(review, field.state)}"
        value = says.line(field).value
        if field.state is State.CHANGED and value:
            done = translate("Announcer", "{done} to {value}").format(done=done, value=value)
        focus = self._desk.focus_key
        if focus and focus != key:
            return translate("Announcer", "{done}, next: {name}").format(done=done, name=says.full_label(focus))
        return (
            done if review.open_keys() else translate("Announcer", "{done}; nothing is left to check").format(done=done)
        )

    @staticmethod
    def _taken_back(review: Review) -> tuple[str, ...]:
        """The fields of the step that the last event took back or did again."""
        target = review.events[-1].target if review.events else None
        return tuple(change.key for event in review.events if event.sequence == target for change in event.changes)

    @staticmethod
    def _way(review: Review) -> str:
        """`undone` or `done again`, where the last event was that; else empty."""
        ways = {Deed.UNDO: translate("Announcer", "undone"), Deed.REDO: translate("Announcer", "done again")}
        return ways.get(review.events[-1].deed, "") if review.events else ""

    def _done(self, review: Review, state: State) -> str:
        word = state_word(state)
        word = word[:1].lower() + word[1:]
        return ", ".join(part for part in (self._way(review), word) if part)

    def _tell(self, sentence: str, *, urgent: bool = False) -> None:
        from ombudsview.gui.access.announce import announce  # 1.5 ms, after the letter is on the screen

        announce(self._widget, sentence, urgent=urgent)

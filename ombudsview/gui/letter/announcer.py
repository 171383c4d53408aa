"""Says aloud, for those who do not see it, what a step has done: "Upheld rate agreed, next: Investigations"."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QWidget

from ombudsview.gui.desk import Desk
from ombudsview.gui.letter import says
from ombudsview.gui.marks import state_word
from ombudsview.review.states import Deed, State

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
        words = translate("Announcer", "{title} is read: {open} fields to check").format(
            title=letter.title, open=len(review.open_keys())
        )
        if looks:
            words += translate("Announcer", ", {looks} of them need a look").format(looks=looks)
        self._tell(words)

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
        if review is None or len(keys) != 1 or review.reading.field(keys[0]) is None:
            return ""  # a step of many fields is told by its notice
        (key,) = keys
        field = review.field(key)
        if refusal := says.refusal(field):
            return f"{says.full_label(key)}: {refusal}"
        done = f"{says.full_label(key)} {self._done(field.state)}"
        value = says.line(field).value
        if field.state is State.CHANGED and value:
            done = translate("Announcer", "{done} to {value}").format(done=done, value=value)
        focus = self._desk.focus_key
        if focus and focus != key:
            return translate("Announcer", "{done}, next: {name}").format(done=done, name=says.full_label(focus))
        return (
            done if review.open_keys() else translate("Announcer", "{done}; nothing is left to check").format(done=done)
        )

    def _done(self, state: State) -> str:
        word = state_word(state)
        word = word[:1].lower() + word[1:]
        review = self._desk.review
        deed = review.events[-1].deed if review is not None and review.events else None
        if deed is Deed.UNDO:
            return translate("Announcer", "undone, {state}").format(state=word)
        if deed is Deed.REDO:
            return translate("Announcer", "done again, {state}").format(state=word)
        return word

    def _tell(self, sentence: str, *, urgent: bool = False) -> None:
        from ombudsview.gui.access.announce import announce  # 1.5 ms, after the letter is on the screen

        announce(self._widget, sentence, urgent=urgent)

"""Movement on the page: gliding to a source that is near, and the glow that shows where it is."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal
from PySide6.QtWidgets import QScrollBar

GLIDE_MS = 160
GLOW_MS = 900


class Glide(QVariantAnimation):
    """Moves a scroll bar: at once where the way is far, smoothly where it is near enough for the eye to follow."""

    def __init__(self, bar: QScrollBar, parent: QObject) -> None:
        super().__init__(parent)
        self._bar = bar
        self.setDuration(GLIDE_MS)
        self.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.valueChanged.connect(lambda value: bar.setValue(round(value)))

    @property
    def bound_for(self) -> int:
        """Where the bar will stand: the end of the way that it is on, or where it is."""
        return round(self.endValue()) if self.state() is QVariantAnimation.State.Running else self._bar.value()

    @property
    def ahead(self) -> int:
        """How far the bar has still to go on that way."""
        return self.bound_for - self._bar.value()

    def to(self, value: int, *, near: int) -> None:
        """Go there; `near` is the longest way, in pixels, that is worth gliding."""
        self.stop()
        value = max(self._bar.minimum(), min(value, self._bar.maximum()))
        if abs(value - self._bar.value()) > near:
            self._bar.setValue(value)
            return
        self.setStartValue(float(self._bar.value()))
        self.setEndValue(float(value))
        self.start()


class Glow(QVariantAnimation):
    """Fades from 1 to 0; `faded` at each step."""

    faded = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.strength = 0.0
        self.setDuration(GLOW_MS)
        self.setStartValue(1.0)
        self.setEndValue(0.0)
        self.setEasingCurve(QEasingCurve.Type.InOutQuad)
        self.valueChanged.connect(self._step)

    def flash(self) -> None:
        """Glow once."""
        self.stop()
        self.start()

    def _step(self, value: float) -> None:
        self.strength = value
        self.faded.emit()

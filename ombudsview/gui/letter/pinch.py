"""Two fingers drawn apart or together, on a touchpad or on a touch screen, as one thing to do: zoom about the place between them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QNativeGestureEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QWidget


class Pinch(QObject):
    """Listens to a widget. `pinched`: by what factor since it was last said, and the place between the fingers on the widget."""

    pinched = Signal(float, QPointF)

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._step = 1.0
        widget.grabGesture(Qt.GestureType.PinchGesture)  # a touchpad's gestures come unasked
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() is not Qt.NativeGestureType.ZoomNativeGesture:
                return False
            self.pinched.emit(1 + event.value(), event.position())
            return True
        pinch = event.gesture(Qt.GestureType.PinchGesture) if isinstance(event, QGestureEvent) else None
        if not isinstance(pinch, QPinchGesture):
            return False
        before, self._step = self._step, pinch.scaleFactor()
        # Qt 6.11 tells each step twice, the same to the last bit: as two steps it would zoom by the square of it.
        if self._step not in (before, 1.0) and self._step > 0:
            self.pinched.emit(self._step, self._widget.mapFromGlobal(pinch.centerPoint()))
        return True

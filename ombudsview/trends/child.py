"""The process that draws charts: orders come through stdin, drawings go through stdout, until stdin closes."""

from __future__ import annotations

import io
import os
from typing import Any

from ombudsview.trends.drawing import Drawn, Form, Order, Parcels, packed

_AT_ONCE = 1 << 20


def main() -> int:
    """Serve; returns the exit code."""
    target = io.FileIO(os.dup(1), "w")
    os.dup2(2, 1)  # what libraries print is no drawing
    from ombudsview.trends import figure  # noqa: F401  while nobody waits yet

    orders = Parcels(Order)
    while data := os.read(0, _AT_ONCE):
        for order in _newest(orders.take(data)):
            _write(target, packed(drawn(order)))
    return 0


def _newest(orders: list[Order]) -> list[Order]:
    """Without the screen's older orders where a newer one waits."""
    for_screen = [order for order in orders if order.form is Form.SCREEN]
    return [order for order in orders if order.form is not Form.SCREEN or order is for_screen[-1]]


def drawn(order: Order) -> Drawn:
    """The drawing of an order."""
    from ombudsview.trends import export

    if order.form is Form.PNG:
        return Drawn(order.ticket, export.as_png(order.series, compare=order.compare))
    if order.form is Form.SVG:
        return Drawn(order.ticket, export.as_svg(order.series, compare=order.compare))
    return _for_screen(order)


def _for_screen(order: Order) -> Drawn:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    from ombudsview.trends.figure import fill
    from ombudsview.trends.lettering import DPI

    if order.palette is None or order.look is None:
        raise ValueError("a drawing for the screen needs its colours and its size")
    width, height = order.look.size
    figure = Figure((width / DPI, height / DPI), dpi=DPI * order.ratio)
    canvas: Any = FigureCanvasAgg(figure)
    plan = fill(figure, order.series, order.palette, order.look)
    canvas.draw()
    pixels = canvas.buffer_rgba()
    return Drawn(order.ticket, bytes(pixels), pixels.shape[1], pixels.shape[0], plan)


def _write(target: io.FileIO, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[target.write(view) or 0 :]

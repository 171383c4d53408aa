"""What stands under the title, for those who read the chart: whose figures, which years, of what, and what the marks mean."""

from __future__ import annotations

from ombudsview.trends.point import UNSURE, corrected
from ombudsview.trends.series import Series

_POINTS = {
    "upheld_rate": "Each point: upheld, of all detailed investigations.",
    "compliance_rate": "Each point: the rate, of all compliance outcomes.",
    "remedy_rate": "Each point: remedied before, of all upheld cases.",
}
"""What the numbers beside the points of each rate say."""


def caption(series: Series, *, compare: bool = True) -> tuple[str, ...]:
    """The sentences that this very chart needs; the denominator is always named."""
    sentences = [f"{series.authority}, years to 31 March."]
    if series.measure.is_rate:
        sentences.append(f"{_POINTS[series.measure.key]} Bars: 95% interval.")
        if compare and series.similar_runs:
            sentences.append(_squares(series))
    if any(point.worked_part is not None for point in series.given):
        sentences.append("* worked out from the printed rate.")
    if any(point.value and point.value.state in UNSURE for point in series.given):
        sentences.append("Hollow circles: not checked, or worked out.")
    if series.left_out:
        letters = (
            "1 letter of another ombudsman is"
            if series.left_out == 1
            else f"{series.left_out} letters of other ombudsmen are"
        )
        sentences.append(f"{letters} left out.")
    return tuple(sentences)


def _squares(series: Series) -> str:
    told: dict[str, list[str]] = {}
    for point in series.points:
        if words := corrected(point.similar):
            told.setdefault(words, []).append(point.name)
    return f"Squares: printed average{''.join(f'; as {words} for {_listed(names)}' for words, names in told.items())}."


def _listed(names: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))

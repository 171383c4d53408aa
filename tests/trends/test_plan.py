import pytest

from ombudsview.trends.caption import caption
from ombudsview.trends.frame import Look
from ombudsview.trends.lettering import measured
from ombudsview.trends.measure import measure
from ombudsview.trends.plan import frame, nice_top
from ombudsview.trends.series import series
from tests.trends.figures import TEN_YEARS

UPHELD = measure("upheld_rate")
LOOK = Look((1000, 340))


@pytest.fixture
def ten():
    return series(TEN_YEARS, UPHELD)


def test_a_place_is_picked_back_to_its_figure(ten):
    plan = frame(ten, LOOK)
    for point in ten.points:
        hit = plan.pick(ten, plan.x(point.year) + 2, plan.y(float(point.value.value)))
        assert hit == (point, point.value)
    far = ten.points[5]  # 100% beside 45%: the marks do not touch
    assert plan.pick(ten, plan.x(far.year), plan.y(45)) == (far, far.similar)


def test_nothing_is_picked_far_from_any_mark_nor_an_average_that_is_not_drawn(ten):
    plan = frame(ten, LOOK)
    assert plan.pick(ten, plan.x(2020), plan.y(70)) is None
    assert plan.pick(ten, plan.x(2020), plan.y(45), compare=False) is None


@pytest.mark.parametrize("width", [420, 640, 1000, 2400])
def test_labels_of_breaks_do_not_touch_and_stay_on_the_chart(ten, width):
    plan = frame(ten, Look((width, 340)))
    spans = [(y, x, x + measured(one.label, 11)[0]) for one, x, y in plan.break_labels]
    assert len(spans) == 3
    assert all(right <= width for _, _, right in spans)
    for y, left, right in spans:
        assert all(other == (y, left, right) or other[0] != y or other[2] < left or right < other[1] for other in spans)
    assert all(y < plan.plot.top for y, _, _ in spans)


def test_years_stand_in_order_and_rates_rise_upwards(ten):
    plan = frame(ten, LOOK)
    assert plan.plot.left < plan.x(2015) < plan.x(2024) < plan.plot.right
    assert (plan.y(100), plan.y(0)) == pytest.approx((plan.plot.top, plan.plot.bottom))
    assert plan.plot.top < plan.plot.bottom


def test_a_heading_takes_room_from_the_plot(ten):
    assert frame(ten, Look((1000, 340), titled=True)).plot.top > frame(ten, LOOK).plot.top + 30


@pytest.mark.parametrize(("largest", "top"), [(0, 4), (4, 4), (5, 8), (9, 12), (13, 20), (21, 40), (1400, 2000)])
def test_a_scale_of_counts_ends_on_a_round_number(largest, top):
    assert nice_top(largest) == top


def test_an_empty_series_has_a_plan():
    assert frame(series((), UPHELD), LOOK).plot.bottom > 0


def test_the_caption_is_broken_into_lines_of_the_width(ten):
    plan = frame(ten, Look((420, 400), titled=True))
    assert len(plan.caption) > 1
    assert " ".join(plan.caption) == " ".join(caption(ten))

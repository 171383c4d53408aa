import pytest

from ombudsview.trends.child import drawn
from ombudsview.trends.drawing import Drawn, Form, Order, Parcels, packed
from ombudsview.trends.frame import Look
from ombudsview.trends.measure import MEASURES
from ombudsview.trends.palette import PRINT
from ombudsview.trends.series import series
from tests.trends.figures import TEN_YEARS

TEN = series(TEN_YEARS, MEASURES[0])
SCREEN = Order(3, Form.SCREEN, TEN, compare=True, palette=PRINT, look=Look((600, 300)), ratio=2)


def test_an_order_arrives_as_it_was_sent_however_it_is_cut():
    parcels, sent = Parcels(Order), packed(SCREEN) * 2
    arrived = [order for at in range(0, len(sent), 7) for order in parcels.take(sent[at : at + 7])]
    assert arrived == [SCREEN, SCREEN]


def test_a_drawing_is_as_sharp_as_the_screen():
    answer = drawn(SCREEN)
    assert (answer.ticket, answer.width, answer.height) == (3, 1200, 600)
    assert Parcels(Drawn).take(packed(answer)) == [answer]


@pytest.mark.parametrize(("form", "start"), [(Form.PNG, b"\x89PNG"), (Form.SVG, b"<?xml")])
def test_files_are_files(form, start):
    assert drawn(Order(1, form, TEN, compare=False)).data.startswith(start)


@pytest.mark.parametrize("nonsense", [b"\xff\xff\xff\xff", b"\x02\0\0\0ab", b"\x01\0\0\0\xc0"])
def test_nonsense_is_refused(nonsense):
    with pytest.raises(ValueError):
        Parcels(Drawn).take(nonsense)

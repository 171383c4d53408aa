import struct
from xml.etree import ElementTree as ET

import pytest

from ombudsview.trends.export import SIZE, as_png, as_svg
from ombudsview.trends.finding import finding
from ombudsview.trends.measure import measure
from ombudsview.trends.series import series
from tests.trends.figures import TEN_YEARS

DUBLIN = "{http://purl.org/dc/elements/1.1/}"


@pytest.fixture
def ten():
    return series(TEN_YEARS, measure("upheld_rate"))


def test_a_png_has_its_size_and_says_its_finding(ten):
    png = as_png(ten)
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", png[16:24]) == (2 * SIZE[0], 2 * SIZE[1])
    assert finding(ten).encode("latin-1") in png


def test_an_svg_is_the_same_each_time_and_tells_its_summary(ten):
    svg = as_svg(ten)
    assert svg == as_svg(ten)
    root = ET.fromstring(svg)
    assert finding(ten) in [element.text for element in root.iter(f"{DUBLIN}title")]
    assert any("2019-20: 100%, 2 of 2" in (element.text or "") for element in root.iter(f"{DUBLIN}description"))


def test_the_average_is_left_out_where_it_is_not_wanted(ten):
    assert b"above the average" not in as_svg(ten, compare=False)

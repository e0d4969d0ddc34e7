"""Colour differences against the published data, and what shades are called."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.catalog.colour import Family, Lab, Likeness, difference, distance, family, lab_of, likeness, parse_hex

SHARMA = """
50.0000 2.6772 -79.7751 50.0000 0.0000 -82.7485 2.0425
50.0000 3.1571 -77.2803 50.0000 0.0000 -82.7485 2.8615
50.0000 2.8361 -74.0200 50.0000 0.0000 -82.7485 3.4412
50.0000 -1.3802 -84.2814 50.0000 0.0000 -82.7485 1.0000
50.0000 -1.1848 -84.8006 50.0000 0.0000 -82.7485 1.0000
50.0000 -0.9009 -85.5211 50.0000 0.0000 -82.7485 1.0000
50.0000 0.0000 0.0000 50.0000 -1.0000 2.0000 2.3669
50.0000 -1.0000 2.0000 50.0000 0.0000 0.0000 2.3669
50.0000 2.4900 -0.0010 50.0000 -2.4900 0.0009 7.1792
50.0000 2.4900 -0.0010 50.0000 -2.4900 0.0010 7.1792
50.0000 2.4900 -0.0010 50.0000 -2.4900 0.0011 7.2195
50.0000 2.4900 -0.0010 50.0000 -2.4900 0.0012 7.2195
50.0000 -0.0010 2.4900 50.0000 0.0009 -2.4900 4.8045
50.0000 -0.0010 2.4900 50.0000 0.0010 -2.4900 4.8045
50.0000 -0.0010 2.4900 50.0000 0.0011 -2.4900 4.7461
50.0000 2.5000 0.0000 50.0000 0.0000 -2.5000 4.3065
50.0000 2.5000 0.0000 73.0000 25.0000 -18.0000 27.1492
50.0000 2.5000 0.0000 61.0000 -5.0000 29.0000 22.8977
50.0000 2.5000 0.0000 56.0000 -27.0000 -3.0000 31.9030
50.0000 2.5000 0.0000 58.0000 24.0000 15.0000 19.4535
50.0000 2.5000 0.0000 50.0000 3.1736 0.5854 1.0000
50.0000 2.5000 0.0000 50.0000 3.2972 0.0000 1.0000
50.0000 2.5000 0.0000 50.0000 1.8634 0.5757 1.0000
50.0000 2.5000 0.0000 50.0000 3.2592 0.3350 1.0000
60.2574 -34.0099 36.2677 60.4626 -34.1751 39.4387 1.2644
63.0109 -31.0961 -5.8663 62.8187 -29.7946 -4.0864 1.2630
61.2901 3.7196 -5.3901 61.4292 2.2480 -4.9620 1.8731
35.0831 -44.1164 3.7933 35.0232 -40.0716 1.5901 1.8645
22.7233 20.0904 -46.6940 23.0331 14.9730 -42.5619 2.0373
36.4612 47.8580 18.3852 36.2715 50.5065 21.2231 1.4146
90.8027 -2.0831 1.4410 91.1528 -1.6435 0.0447 1.4441
90.9257 -0.5406 -0.9208 88.6381 -0.8985 -0.7239 1.5381
6.7747 -0.2908 -2.4247 5.8714 -0.0985 -2.2286 0.6377
2.0776 0.0795 -1.1350 0.9033 -0.0636 -0.5514 0.9082
"""
"""Sharma, Wu, Dalal: The CIEDE2000 Color-Difference Formula (2005), table 1."""
HEXES = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")


@pytest.mark.parametrize("line", SHARMA.strip().splitlines())
def test_the_published_differences(line: str) -> None:
    l1, a1, b1, l2, a2, b2, expected = (float(part) for part in line.split())
    assert difference(Lab(l1, a1, b1), Lab(l2, a2, b2)) == pytest.approx(expected, abs=5e-5)
    assert difference(Lab(l2, a2, b2), Lab(l1, a1, b1)) == pytest.approx(expected, abs=5e-5)


@given(HEXES, HEXES)
def test_a_distance_is_one(one: str, other: str) -> None:
    assert distance(one, other) == pytest.approx(distance(other, one), abs=1e-9)
    assert distance(one, one) == 0
    assert 0 <= distance(one, other) < 130
    assert (distance(one, other) > 0) == (one != other)


def test_lab_of_known_colours() -> None:
    red = lab_of("#FF0000")
    assert (red.light, red.a, red.b) == pytest.approx((53.24, 80.09, 67.20), abs=0.02)
    assert lab_of("#FFFFFF").light == pytest.approx(100, abs=0.01)


@pytest.mark.parametrize(
    ("hex_colour", "expected"),
    [
        ("#B8141F", Family.RED),
        ("#D6A796", Family.NUDE),
        ("#E39AA6", Family.PINK),
        ("#E4604F", Family.CORAL),
        ("#7F2548", Family.PLUM),
        ("#5A3A2A", Family.BROWN),
        ("#101010", Family.BLACK),
        ("#FFFFFF", Family.WHITE),
        ("#808080", Family.GREY),
        ("#2E7D32", Family.GREEN),
        ("#1E4E9E", Family.BLUE),
        ("#8E44AD", Family.PURPLE),
        ("#F4D03F", Family.YELLOW),
        ("#F07A1A", Family.ORANGE),
    ],
)
def test_families(hex_colour: str, expected: Family) -> None:
    assert family(hex_colour) is expected


@given(HEXES)
def test_every_colour_has_a_family(hex_colour: str) -> None:
    assert family(hex_colour) in Family


def test_likeness_grows_with_the_distance() -> None:
    order = list(Likeness)
    places = [order.index(likeness(away / 10)) for away in range(200)]
    assert places == sorted(places)
    assert {order[at] for at in places} == set(order)


@pytest.mark.parametrize(
    ("typed", "read"),
    [("#b8141f", "#B8141F"), ("B8141F", "#B8141F"), (" #abc ", "#AABBCC"), ("#12345", None), ("красный", None)],
)
def test_hexes_as_they_are_typed(typed: str, read: str | None) -> None:
    assert parse_hex(typed) == read

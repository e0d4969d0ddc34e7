"""Where an order goes and how it is paid for, over the in-memory database, in both languages."""

from __future__ import annotations

from dataclasses import replace

from domain.consultants.geo import Point
from domain.delivery.models import PickupPoint, Rate, Tariff
from domain.joining.address import Address
from domain.ordering.models import Delivery, Payment
from domain.shared.ids import AddressId, CustomerId, PointId
from domain.shared.localised import Localised
from domain.shared.money import rubles
from tests.handlers.cabinet import ANNA, Cabinet, buttons
from tests.handlers.test_shopping import data_of, joined, screen


def point(number: int, city: str = "Орёл", latitude: float = 52.9, *, is_open: bool = True) -> PickupPoint:
    same = Localised(city, city)
    street = Localised(f"ул. <{number}>", f"street <{number}>")
    return PickupPoint(
        PointId(number), f"PP{number}", same, same, street, "10–20", Point(latitude, 36.0 + number / 10), is_open
    )


async def filled(cabinet: Cabinet) -> CustomerId:
    customer = await joined(cabinet)
    await cabinet.press("prc:1:1:0:1")
    return customer


async def placed(cabinet: Cabinet, summary_data: str) -> object:
    """The order made by the summary's button."""
    await cabinet.press(summary_data)
    orders = cabinet.database.data.orders
    return orders[max(orders)]


async def test_the_registered_address_comes_first_without_a_question(cabinet: Cabinet) -> None:
    await filled(cabinet)
    summary = await cabinet.press("sum:courier")
    assert "119019, Москва, ул. Арбат, 10, 5" in screen(summary).text
    await cabinet.press(data_of(summary, "ord")[0])
    [order] = cabinet.database.data.orders.values()
    assert (order.address, order.payment) == ("119019, Москва, ул. Арбат, 10, 5", Payment.ON_DELIVERY)


async def test_a_typed_address_is_saved_chosen_and_used_again(cabinet: Cabinet) -> None:
    customer = await filled(cabinet)
    summary = await cabinet.press("sum:courier")
    listed = await cabinet.press(data_of(summary, "adl")[0])
    assert data_of(listed, "adu") == ["adu:0"]
    await cabinet.press(data_of(listed, "adn")[0])
    assert await cabinet.state() == "Delivering:address"
    refused = await cabinet.say("где-то там")
    assert refused.forget
    assert await cabinet.state() == "Delivering:address", "another try"
    summary = await cabinet.say("302001, Орловская обл., Орёл, ул. Ленина, д. 1")
    assert summary.forget
    assert "Орёл, ул. Ленина" in screen(summary).text
    await cabinet.press(data_of(summary, "ord")[0])
    assert cabinet.database.data.orders[max(cabinet.database.data.orders)].address.startswith("302001")
    await cabinet.press("prc:1:1:0:1")
    cart = await cabinet.say("/cart")
    again = await cabinet.press(data_of(cart, "bef")[0])
    assert "Орёл, ул. Ленина" in screen(again).text, "two presses from the cart to the order"
    assert data_of(again, "ord")
    listed = await cabinet.press("adl")
    assert data_of(listed, "adu") == ["adu:0", "adu:1"]
    await cabinet.press("adx:1")
    assert not [each for each in cabinet.database.data.addresses if each[0] == customer]
    assert "119019" in screen(await cabinet.press("bef")).text


async def test_somebody_elses_address_is_not_to_be_had(cabinet: Cabinet) -> None:
    await filled(cabinet)
    cabinet.database.data.addresses[CustomerId(999), AddressId(7)] = Address(city="Тайная", house="1")
    await cabinet.press("sum:courier")
    for data in ("adu:7", "adx:7", "adl", "bef"):
        assert "Тайная" not in screen(await cabinet.press(data)).text
    assert (CustomerId(999), AddressId(7)) in cabinet.database.data.addresses


async def test_an_address_changed_on_another_device_makes_the_summary_stale(cabinet: Cabinet) -> None:
    await filled(cabinet)
    summary = await cabinet.press("sum:courier")
    await cabinet.press("adn")
    await cabinet.say("302001, Орловская обл., Орёл, ул. Ленина, д. 1")
    refused = await cabinet.press(data_of(summary, "ord")[0])
    assert not cabinet.database.data.orders
    assert data_of(refused, "cart")


async def test_a_point_is_found_by_city_or_by_place(cabinet: Cabinet) -> None:
    await filled(cabinet)
    ways = await cabinet.press("dlv")
    assert "sum:pickup" not in data_of(ways, "sum"), "no points, no pick-up"
    assert data_of(await cabinet.press("sum:pickup"), "dlv"), "an old button leads to the other ways"
    points = [point(1), point(2), point(3, "Тверь", 56.8), point(4, "Тверь", is_open=False)]
    cabinet.database.data.pickup_points.update({each.id: each for each in points})
    ways = await cabinet.press("dlv")
    assert "sum:pickup" in data_of(ways, "sum")
    cities = await cabinet.press("sum:pickup")
    assert data_of(cities, "pcp") == ["pcp:1:0"]
    assert data_of(cities, "pcu") == ["pcu:3"], "a city of one point is that point"
    listed = await cabinet.press("pcp:1:0")
    assert data_of(listed, "pcu") == ["pcu:1", "pcu:2"]
    await cabinet.press("pcn")
    assert await cabinet.state() == "Delivering:place"
    near = await cabinet.locate(56.8, 36.3)
    assert data_of(near, "pcu")[0] == "pcu:3"
    assert near.forget
    summary = await cabinet.press("pcu:3")
    assert "Тверь" in screen(summary).text
    assert data_of(await cabinet.press("pcu:4"), "ord") == [], "a closed point is none"
    summary = await cabinet.press("bef")
    cabinet.database.data.pickup_points[PointId(3)] = replace(point(3, "Тверь"), is_open=False)
    await cabinet.press(data_of(summary, "ord")[0])
    assert not cabinet.database.data.orders, "it closed in between"


async def test_costs_follow_the_region_and_the_table(cabinet: Cabinet) -> None:
    await filled(cabinet)
    rates = cabinet.database.data.rates
    rates[Delivery.COURIER, "москва"] = Rate(Delivery.COURIER, "г. Москва", Tariff(rubles(111), None, (1, 1)))
    rates[Delivery.POST, ""] = Rate(Delivery.POST, "", Tariff(rubles(222), None, (3, 3), is_on=False))
    ways = await cabinet.press("dlv")
    assert any("111" in words for words, _ in buttons(screen(ways)))
    assert "sum:post" not in data_of(ways, "sum")
    summary = await cabinet.press("sum:courier")
    await cabinet.press(data_of(summary, "ord")[0])
    [order] = cabinet.database.data.orders.values()
    assert order.delivery_cost == rubles(111)


async def test_a_payment_is_chosen_and_kept(cabinet: Cabinet) -> None:
    await filled(cabinet)
    await cabinet.press("sum:courier")
    ways = await cabinet.press("pmc")
    assert data_of(ways, "pmu") == ["pmu:on_delivery", "pmu:consultant", "pmu:card"]
    summary = await cabinet.press("pmu:consultant")
    await cabinet.press(data_of(summary, "ord")[0])
    [order] = cabinet.database.data.orders.values()
    assert order.payment is Payment.CONSULTANT
    await cabinet.press("prc:1:1:0:1")
    assert cabinet.database.data.cart_choices[order.customer_id].payment is Payment.CONSULTANT


async def test_terms_are_agreed_to_once_a_version(cabinet: Cabinet) -> None:
    customer = await filled(cabinet)
    first = await cabinet.press("sum:courier")
    assert "/terms" in screen(first).text
    await cabinet.press(data_of(first, "ord")[0])
    assert cabinet.database.data.terms[customer, "1"] == cabinet.now
    await cabinet.press("prc:1:1:0:1")
    assert "/terms" not in screen(await cabinet.press("sum:courier")).text
    person = await cabinet.meet_person(ANNA, cabinet.language_code)
    assert person.customer_id == customer

"""Pick-up points of the demo: places that do not exist, in towns where its consultants are."""

from __future__ import annotations

from domain.consultants.geo import Point
from domain.delivery.models import NewPoint
from domain.shared.localised import Localised

_HOURS = "10:00–21:00"
_PLACES = (
    ("Москва", "Moscow", "Москва", "Moscow", 55.752, 37.605, ("ул. Лепестковая, 4", "Lepestkovaya street, 4")),
    ("Москва", "Moscow", "Москва", "Moscow", 55.792, 37.559, ("пр-т Акварельный, 17", "Akvarelny avenue, 17")),
    ("Москва", "Moscow", "Москва", "Moscow", 55.706, 37.654, ("пер. Ванильный, 2", "Vanilny lane, 2")),
    (
        "Санкт-Петербург",
        "Saint Petersburg",
        "Санкт-Петербург",
        "Saint Petersburg",
        59.934,
        30.335,
        ("наб. Розовая, 9", "Rozovaya embankment, 9"),
    ),
    (
        "Санкт-Петербург",
        "Saint Petersburg",
        "Санкт-Петербург",
        "Saint Petersburg",
        59.968,
        30.311,
        ("ул. Белых ночей, 31", "White Nights street, 31"),
    ),
    ("Казань", "Kazan", "Татарстан", "Tatarstan", 55.789, 49.122, ("ул. Медовая, 12", "Medovaya street, 12")),
    (
        "Екатеринбург",
        "Yekaterinburg",
        "Свердловская область",
        "Sverdlovsk Oblast",
        56.838,
        60.605,
        ("ул. Самоцветная, 8", "Samotsvetnaya street, 8"),
    ),
    (
        "Новосибирск",
        "Novosibirsk",
        "Новосибирская область",
        "Novosibirsk Oblast",
        55.030,
        82.920,
        ("ул. Ландышевая, 5", "Landyshevaya street, 5"),
    ),
    (
        "Нижний Новгород",
        "Nizhny Novgorod",
        "Нижегородская область",
        "Nizhny Novgorod Oblast",
        56.326,
        44.005,
        ("ул. Ярмарочная, 21", "Yarmarochnaya street, 21"),
    ),
)


def demo_points() -> list[NewPoint]:
    """The points, by codes of their own."""
    return [
        NewPoint(
            f"D{number:03}",
            Localised(city, city_en),
            Localised(region, region_en),
            Localised(*address),
            _HOURS,
            Point(latitude, longitude),
        )
        for number, (city, city_en, region, region_en, latitude, longitude, address) in enumerate(_PLACES, start=1)
    ]

"""What the buttons of delivery and payment carry."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData

from domain.ordering.models import Delivery, Payment
from handlers.ui.numbers import Id, PageNumber


class PickAddress(CallbackData, prefix="adl"):
    """The addresses to choose from."""


class UseAddress(CallbackData, prefix="adu"):
    """An address to deliver to; 0 is the registered one."""

    address: Id = 0


class RemoveAddress(CallbackData, prefix="adx"):
    address: Id


class NewAddress(CallbackData, prefix="adn"):
    pass


class PickCity(CallbackData, prefix="pcc"):
    """The cities with pick-up points."""

    page: PageNumber = 0


class PickPoint(CallbackData, prefix="pcp"):
    """The points of a city; `one` is one of them."""

    one: Id
    page: PageNumber = 0


class UsePoint(CallbackData, prefix="pcu"):
    point: Id


class NearMe(CallbackData, prefix="pcn"):
    """Points by a shared place."""


class PickPayment(CallbackData, prefix="pmc"):
    pass


class UsePayment(CallbackData, prefix="pmu"):
    payment: Payment


class AsBefore(CallbackData, prefix="bef"):
    """Straight to the summary, with the delivery and payment chosen before."""


class OpenDelivery(CallbackData, prefix="dla"):
    """The table of costs, for admins."""


class AskRate(CallbackData, prefix="dlr"):
    """Another tariff for everywhere."""

    delivery: Delivery


class AskRegion(CallbackData, prefix="dlg"):
    """A tariff for one region."""


class AskPoints(CallbackData, prefix="dlp"):
    """A new list of pick-up points."""

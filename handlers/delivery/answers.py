"""What comes next on the way to an order: a question that is still open, or the summary."""

from __future__ import annotations

from domain.delivery.use_cases import Addresses, FindPoint
from domain.ordering.checkout import Summary
from domain.ordering.models import Delivery
from domain.people.models import Person
from handlers.delivery import views
from handlers.ordering import cart_views
from handlers.ui.screen import Screen
from locales.translator import Translator


async def next_screen(
    summary: Summary, person: Person, addresses: Addresses, find_point: FindPoint, tr: Translator
) -> Screen:
    """The ways of delivery, then where to, then everything once more with the button that orders."""
    if summary.delivery is None:
        return cart_views.delivery_screen(summary, tr)
    if summary.destination is not None:
        return cart_views.summary_screen(summary, summary.delivery, tr)
    if summary.delivery is Delivery.PICKUP:
        return views.cities_screen(await find_point.cities(0), tr)
    return views.addresses_screen(await addresses(person), tr)

"""Identities. An id of one kind cannot be handed over as another."""

from __future__ import annotations

import secrets
from typing import NewType

PersonId = NewType("PersonId", int)
"""A Telegram account; its user id."""
CustomerId = NewType("CustomerId", int)
"""A cabinet: who buys. Several Telegram accounts may belong to one."""
ConsultantId = NewType("ConsultantId", int)
PlaceId = NewType("PlaceId", int)
"""A town of the world, by its GeoNames id."""
CategoryId = NewType("CategoryId", int)
ProductId = NewType("ProductId", int)
ArticleId = NewType("ArticleId", int)
"""What is ordered: a product, or one shade of it; has a code and a stock of its own."""
OrderId = NewType("OrderId", int)
AddressId = NewType("AddressId", int)
"""An address a customer has saved."""
PointId = NewType("PointId", int)
"""A pick-up point."""
PaymentId = NewType("PaymentId", int)
PressKey = NewType("PressKey", str)
"""Travels in a button that matters: the same key gives the same result, however often it is pressed."""


def new_press_key() -> PressKey:
    """A fresh key of 11 URL-safe characters (64 random bits)."""
    return PressKey(secrets.token_urlsafe(8))

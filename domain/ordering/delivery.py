"""What delivery costs; see domain.delivery."""

from __future__ import annotations

from domain.delivery.models import DeliveryTable, Tariff

__all__ = ["DeliveryTable", "Tariff"]

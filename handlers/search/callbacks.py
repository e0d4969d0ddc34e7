"""What the buttons of a search carry. The words themselves are in the FSM's data: they do not fit into a button."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field


class Kind(StrEnum):
    """A filter; ALL stands for the list of them."""

    ALL = "all"
    CATEGORY = "category"
    PRICE = "price"
    SKIN = "skin"
    FAMILY = "family"
    STOCK = "stock"
    OFFER = "offer"


class OpenFilters(CallbackData, prefix="sef"):
    """The filters, or with a kind the choices of one."""

    kind: Kind = Kind.ALL


class Narrow(CallbackData, prefix="sen"):
    """Sets a filter; an empty value takes it away."""

    kind: Kind
    value: Annotated[str, Field(max_length=20, pattern=r"^[a-z0-9]*$")] = ""

"""What the buttons of managing promotions on prices carry."""

from __future__ import annotations

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from domain.pricing.promotions import PromotionKind, Segment
from handlers.ui.numbers import Id, PressKeyText


class Field(StrEnum):
    """What is typed about a promotion that is being made."""

    VALUE = "value"
    TITLE = "title"
    GOODS = "goods"
    THRESHOLD = "threshold"
    PERIOD = "period"
    PRIORITY = "priority"


class Switch(StrEnum):
    """What is on or off about it."""

    FIRST_ORDER = "first_order"
    BIRTHDAY = "birthday"
    ALONE = "alone"
    BY_CODE = "by_code"


class OpenOffer(CallbackData, prefix="ofo"):
    promotion: Id


class SwitchOffer(CallbackData, prefix="ofs"):
    """Says what it shall be, so that a second press changes nothing."""

    promotion: Id
    on: bool


class NewOffer(CallbackData, prefix="ofn"):
    pass


class ChooseKind(CallbackData, prefix="ofk"):
    kind: PromotionKind


class ShowDraft(CallbackData, prefix="ofd"):
    pass


class AskField(CallbackData, prefix="ofi"):
    field: Field


class FlipSwitch(CallbackData, prefix="oft"):
    switch: Switch
    on: bool


class FlipSegment(CallbackData, prefix="ofg"):
    segment: Segment
    on: bool


class ShowCategories(CallbackData, prefix="ofc"):
    pass


class FlipCategory(CallbackData, prefix="ofy"):
    category: Id
    on: bool


class SaveOffer(CallbackData, prefix="ofv"):
    key: PressKeyText


class AskNewCode(CallbackData, prefix="ofp"):
    promotion: Id


class SwitchCode(CallbackData, prefix="ofx"):
    code: Id
    on: bool

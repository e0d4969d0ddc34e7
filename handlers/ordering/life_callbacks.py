"""What the buttons of an order's life carry."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData

from domain.ordering.find_orders import Group, Period
from domain.ordering.life import Decision
from handlers.ui.numbers import Id, PageNumber, Version


class OrderList(CallbackData, prefix="oll"):
    """A page of orders, narrowed; with `found` to what the conversation remembers of a search."""

    serving: bool = False
    group: Group = Group.ALL
    period: Period = Period.ALL
    found: bool = False
    page: PageNumber = 0


class OpenListed(CallbackData, prefix="opl"):
    """An order of such a list; the way back leads there."""

    order: Id
    serving: bool = False
    group: Group = Group.ALL
    period: Period = Period.ALL
    found: bool = False
    page: PageNumber = 0


class AskSearch(CallbackData, prefix="osq"):
    serving: bool = False


class SendSheet(CallbackData, prefix="oxl"):
    """The list as a table."""

    serving: bool = False
    group: Group = Group.ALL
    period: Period = Period.ALL


class SendPaper(CallbackData, prefix="opd"):
    """The order as a PDF."""

    order: Id


class OpenBelow(CallbackData, prefix="opb"):
    """An order as a new message: the notice whose button was pressed stays."""

    order: Id


class CardDecide(CallbackData, prefix="dcn"):
    """A decision pressed in a notice, which then shows what is now."""

    order: Id
    decision: Decision


class AskTracking(CallbackData, prefix="trk"):
    order: Id


class SkipTracking(CallbackData, prefix="trs"):
    order: Id


class AskNote(CallbackData, prefix="nte"):
    order: Id


class TakeMoneyPress(CallbackData, prefix="mny"):
    order: Id


class RemindPress(CallbackData, prefix="rmd"):
    order: Id
    version: Version


class AskHandOver(CallbackData, prefix="hov"):
    order: Id
    page: PageNumber = 0


class HandOverPress(CallbackData, prefix="hvt"):
    order: Id
    consultant: Id


class AskReturnPress(CallbackData, prefix="rta"):
    order: Id


class AcceptReturn(CallbackData, prefix="rty"):
    """`back`: the goods go back to the shelf; else they are written off."""

    order: Id
    back: bool


class RefuseReturn(CallbackData, prefix="rtn"):
    order: Id

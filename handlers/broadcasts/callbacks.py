"""What the buttons of announcements carry."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from domain.broadcasts.kinds import BroadcastKind
from domain.broadcasts.models import BroadcastState
from handlers.ui.numbers import Id, PageNumber, PressKeyText

Zone = Annotated[str, Field(min_length=1, max_length=40, pattern=r"^[A-Za-z0-9_+/-]+$")]


class Whom(StrEnum):
    """Conditions that can be pressed; the values are what the domain calls them."""

    CONSULTANTS = "consultants"
    CUSTOMERS_OF = "customers_of"
    TOWN = "town"
    ZONE = "zone"
    ORDERED = "ordered"
    SILENT = "silent"
    SPENT = "spent"
    NEVER_ORDERED = "never_ordered"
    BIRTHDAY = "birthday"


class OpenBroadcast(CallbackData, prefix="bco"):
    broadcast: Id


class OpenBroadcastBelow(CallbackData, prefix="bcj"):
    """The same as a new message, from one that stays in the chat."""

    broadcast: Id


class NewBroadcast(CallbackData, prefix="bcn"):
    pass


class NewOwnBroadcast(CallbackData, prefix="bcm"):
    """A consultant's own, to their customers."""


class ShowDraft(CallbackData, prefix="bdd"):
    pass


class SetKind(CallbackData, prefix="bdk"):
    kind: BroadcastKind


class AskContent(CallbackData, prefix="bdt"):
    pass


class AskEnglish(CallbackData, prefix="bde"):
    pass


class DropEnglish(CallbackData, prefix="bcs"):
    """The Russian text goes to everybody."""


class DropPictures(CallbackData, prefix="bdp"):
    pass


class ShowPeople(CallbackData, prefix="bpw"):
    pass


class AskWhom(CallbackData, prefix="bpk"):
    """Asks what a condition needs to know."""

    whom: Whom


class AddWhom(CallbackData, prefix="bpa"):
    """`value` is the consultant, the town, the days, or the whole roubles; 0 where there is nothing to say."""

    whom: Whom
    value: Id = 0


class AddZone(CallbackData, prefix="bpz"):
    zone: Zone


class DropWhom(CallbackData, prefix="bpd"):
    whom: Whom


class Everybody(CallbackData, prefix="bpe"):
    pass


class ShowLinks(CallbackData, prefix="blw"):
    pass


class AskGoods(CallbackData, prefix="blg"):
    pass


class AskAddress(CallbackData, prefix="bla"):
    pass


class ShowCategories(CallbackData, prefix="blc"):
    pass


class AddCategory(CallbackData, prefix="bly"):
    category: Id


class DropLink(CallbackData, prefix="bld"):
    number: Id


class ShowPromotions(CallbackData, prefix="blp"):
    page: PageNumber = 0


class SetPromotion(CallbackData, prefix="blo"):
    """0 takes it away."""

    promotion: Id


class ShowTimes(CallbackData, prefix="btw"):
    pass


class AtOnce(CallbackData, prefix="bto"):
    pass


class SetLocal(CallbackData, prefix="btl"):
    on: bool


class SetQuiet(CallbackData, prefix="btq"):
    on: bool


class Preview(CallbackData, prefix="bdv"):
    pass


class Publish(CallbackData, prefix="bcp"):
    key: PressKeyText


class Approve(CallbackData, prefix="bca"):
    broadcast: Id


class ShowAsSent(CallbackData, prefix="bcv"):
    """What people get, shown to whoever manages it."""

    broadcast: Id


class Steer(CallbackData, prefix="bcg"):
    """Says what it shall become, so that a second press changes nothing."""

    broadcast: Id
    to: BroadcastState


class StopPromotions(CallbackData, prefix="bcx"):
    """No more announcements, from this very press on; under messages of before there were kinds."""


class StopAll(CallbackData, prefix="bkx"):
    """No more announcements, from this very press on; `broadcast` is the one it stands under, 0 in a preview."""

    broadcast: Id


class Fewer(CallbackData, prefix="bkf"):
    """No more of this kind, from this very press on."""

    broadcast: Id
    kind: BroadcastKind


class WantKind(CallbackData, prefix="bkw"):
    """Says what it shall be, so that a second press changes nothing."""

    kind: BroadcastKind
    on: bool


class StopKinds(CallbackData, prefix="bks"):
    """All of them, from the screen of kinds."""


class AgreeAgain(CallbackData, prefix="bka"):
    version: Annotated[str, Field(max_length=32)]


class FollowLink(CallbackData, prefix="bfl"):
    """Opens what a button under an announcement leads to."""

    broadcast: Id
    number: Annotated[int, Field(ge=0, le=9)]


class SeePromotion(CallbackData, prefix="bfp"):
    """The terms of a price promotion, for a customer."""

    promotion: Id


class SteerHere(CallbackData, prefix="bch"):
    """As Steer, from the message that shows how far it is and stays in the chat."""

    broadcast: Id
    to: BroadcastState


class OpenRecall(CallbackData, prefix="bcr"):
    """What taking an announcement back would do, or has done."""

    broadcast: Id


class Recall(CallbackData, prefix="bcd"):
    """Takes it back; there is one recall of an announcement, however often this is pressed."""

    broadcast: Id


class OpenReport(CallbackData, prefix="bcz"):
    """What became of it."""

    broadcast: Id


class AskReportSheet(CallbackData, prefix="bcy"):
    """The same as a table."""

    broadcast: Id

"""What delivery brings of conversations, worded when it is sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from domain.notices.models import NoticeKind
from domain.people.models import Person
from domain.relay.carry import CarryMessages
from domain.relay.models import ConversationId, Kind, Relayed, RelayedId, Side, Standing
from domain.relay.share import SeeShared
from handlers.relay.parcels import changed_screen, parcel_screen
from handlers.relay.share_views import shared_screen
from handlers.relay.views import offer_screen, rate_screen, reminder_screen, undelivered_screen
from handlers.ui.carried import Carried
from handlers.ui.screen import Screen
from locales.translator import Translator

_ABOUT_ONE = {
    NoticeKind.RELAY_EDIT,
    NoticeKind.RELAY_DELETE,
    NoticeKind.RELAY_REACTION,
    NoticeKind.RELAY_UNDELIVERED,
}
KINDS = frozenset(
    {NoticeKind.RELAY, NoticeKind.RELAY_CLOSED, NoticeKind.RELAY_REMINDER, NoticeKind.RELAY_OFFER} | _ABOUT_ONE
)


@dataclass(frozen=True, slots=True)
class RelayNotices:
    """Renders the notices of KINDS: messages, what becomes of them, and words about the conversation."""

    carry: CarryMessages
    see_shared: SeeShared

    async def render(
        self, kind: NoticeKind, args: Mapping[str, int | str], person: Person, tr: Translator
    ) -> Screen | None:
        """None when there is nothing to say any more, or the person is at neither end of it."""
        if kind is NoticeKind.RELAY:
            parcel = await self.carry.next(person, ConversationId(int(args["conversation"])))
            if parcel is None:
                return None
            if (content := parcel.messages[0].content).kind in (Kind.PRODUCT, Kind.CART):
                return shared_screen(parcel, await self.see_shared.of(content), tr)
            return parcel_screen(parcel, tr)
        if kind in _ABOUT_ONE:
            found = await self.carry.one(person, RelayedId(int(args["message"])))
            return None if found is None else _about(kind, found[0].standing, found[1], person, tr)
        standing = await self.carry.standing(person, ConversationId(int(args["conversation"])))
        return None if standing is None else _word(kind, standing, tr)


def _word(kind: NoticeKind, standing: Standing, tr: Translator) -> Screen | None:
    """About a conversation as a whole, as long as it still is so."""
    conversation, waits = standing.conversation, standing.conversation.waits_since is not None
    match kind, standing.side:
        case NoticeKind.RELAY_CLOSED, Side.CUSTOMER:
            return None if conversation.rating is not None else rate_screen(standing, tr)
        case NoticeKind.RELAY_REMINDER, Side.CONSULTANT:
            return reminder_screen(standing, tr) if waits else None
        case NoticeKind.RELAY_OFFER, Side.CUSTOMER:
            return offer_screen(standing, tr) if waits else None
    return None


def _about(kind: NoticeKind, standing: Standing, message: Relayed, person: Person, tr: Translator) -> Screen | None:
    target = message.in_chat_of(person.id)
    match kind:
        case NoticeKind.RELAY_EDIT:
            return None if message.deleted_at else changed_screen(standing, message, tr)
        case NoticeKind.RELAY_DELETE:
            return None if target is None else Screen("", carried=Carried((), "delete", target=target))
        case NoticeKind.RELAY_REACTION:
            by_sender = person.id == message.receiver_id
            emoji = message.sender_reaction if by_sender else message.receiver_reaction
            return None if target is None else Screen("", carried=Carried((), "react", target=target, emoji=emoji))
    # Undelivered.
    if message.sent_id is not None or message.deleted_at is not None:
        return None
    return undelivered_screen(standing, message.failed_at is not None, tr)

"""The use cases of conversations, by the names handlers ask for them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from bot.adapters.working_days import RussianWorkingDays
from bot.settings import Settings
from domain.relay.carry import CarryMessages
from domain.relay.change import DeleteMessage, EditMessage, ReactToMessage
from domain.relay.rate import RateConversation
from domain.relay.send import SendMessage
from domain.relay.share import SeeShared, ShareGoods
from domain.relay.talk import CloseConversation, LeaveWord, ListConversations, OpenConversation
from domain.relay.watch import WatchConversations
from domain.shared.clock import Clock
from domain.shared.working_time import WorkingTime
from handlers.relay.notices import RelayNotices
from storage.database import Database


def relay_cases(database: Database, settings: Settings, clock: Clock) -> dict[str, Any]:
    """What the two ends of a conversation do, and what delivery does for them."""
    read, write = database.read, database.write
    send, carry = SendMessage(read, write, clock, settings.relay_per_minute), CarryMessages(read, write, clock)
    return {
        "open_conversation": OpenConversation(write, clock),
        "list_conversations": ListConversations(read),
        "close_conversation": CloseConversation(write, clock),
        "rate_conversation": RateConversation(write, clock),
        "leave_word": LeaveWord(write),
        "send_message": send,
        "share_goods": ShareGoods(read, send),
        "see_shared": SeeShared(read, write, carry),
        "edit_message": EditMessage(write),
        "delete_message": DeleteMessage(write, clock),
        "react_to_message": ReactToMessage(write, clock),
        "carry_messages": carry,
    }


def watch_conversations(database: Database, settings: Settings, clock: Clock) -> WatchConversations:
    """Who looks after what waits for an answer."""
    opens, closes = settings.working_hours
    hours = WorkingTime(RussianWorkingDays(), settings.zone, opens, closes)
    return WatchConversations(database.write, clock, hours, timedelta(hours=settings.relay_hours))


def relay_notices(cases: dict[str, Any]) -> RelayNotices:
    """What words the notices of conversations."""
    return RelayNotices(cases["carry_messages"], cases["see_shared"])

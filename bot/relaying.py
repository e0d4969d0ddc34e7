"""What delivery sends with: relayed messages by the carrier, with their pairs kept, all else as ever."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, replace

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError

from bot.delivery.ports import Send
from bot.telegram_faults import Fault, fault_of, reason_of
from domain.relay.carry import CarryMessages
from domain.relay.models import RelayedId
from handlers.ui.carried import Carried
from handlers.ui.carrier import Arrived, Carrier
from handlers.ui.screen import Screen

PAUSES = (0.1, 0.5, 2.0)
log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Relaying:
    """Sends what is owed. What Telegram will not have of a relayed message is its sender's to know, not to be tried

    again; what cannot reach its receiver waits for them, and the sender is told.
    """

    others: Send
    carrier: Carrier
    carry: CarryMessages

    async def __call__(self, bot: Bot, person_id: int, screen: Screen) -> int | None:
        """The message's id, if one came of it. Raises what Telegram answers, but no refusal of what is relayed."""
        if screen.carried is None:
            return await self.others(bot, person_id, screen)
        return await self._relay(bot, person_id, screen, screen.carried)

    async def _relay(self, bot: Bot, person_id: int, screen: Screen, carried: Carried) -> int | None:
        ids = [RelayedId(each) for each in carried.messages]
        try:
            arrived = await self._bring(bot, person_id, screen, carried)
        except TelegramAPIError as error:
            fault = fault_of(error)
            if fault is Fault.UNREACHABLE and ids:
                await self.carry.unreached(ids)
            if fault is not Fault.REFUSED:
                raise
            log.warning("a relayed message was refused", deed=carried.deed, error=reason_of(error))
            if ids:
                await self.carry.failed(ids)
            return None
        if not arrived.ids:
            return None
        await self._keep({RelayedId(own): there for own, there in arrived.ids.items()}, arrived.also)
        return next(iter(arrived.ids.values()))

    async def _keep(self, sent: Mapping[RelayedId, int], also: int | None) -> None:
        """Sent is sent: giving the pair up at the first trouble of the database would send the message twice."""
        for pause in PAUSES:
            try:
                await self.carry.sent(sent, also)
            except Exception as error:
                log.warning("a relayed message's pair could not be written yet", error=reason_of(error))
                await asyncio.sleep(pause)
            else:
                return
        await self.carry.sent(sent, also)

    async def _bring(self, bot: Bot, person_id: int, screen: Screen, carried: Carried) -> Arrived:
        if screen.picture is None:
            return await self.carrier(person_id, screen, carried)
        # A card of the shop's own, whose picture the carrier does not know.
        sent = await self.others(bot, person_id, replace(screen, carried=None))
        return Arrived({} if sent is None else {carried.messages[0]: sent})

"""What people did while the bot was away: Telegram keeps it, and all of it is there when the bot starts."""

from __future__ import annotations

import random
from collections.abc import Sequence

from tests.sandbox_client import SandboxClient
from tests.soak.people import Client

IMPATIENT = 60
"""Deeds that one of them does in a row: far more than Telegram lets anybody be answered at once."""
SOMETHING = {"inline_keyboard": [[{"text": "Каталог", "callback_data": "x"}]]}


async def pile_up(
    sandbox: SandboxClient, clients: Sequence[Client], updates: int, dice: random.Random, pace: int
) -> None:
    """At least so many updates, whose turn it is by chance; from then on the sandbox refuses what is too fast.

    It lets `pace` messages through a second, and a thirtieth of that to one chat.
    """
    for client in clients:
        await client.begin()
        # The message whose buttons are pressed.
        await sandbox.bot("sendMessage", chat_id=client.who.person, text="Здравствуйте!", reply_markup=SOMETHING)
    impatient = True
    while clients[0].sent.updates < updates:
        client, times = dice.choice(clients), 1
        if impatient and clients[0].sent.updates > updates // 2:
            impatient, times = False, IMPATIENT
        for _ in range(times):
            await client.act()
    await sandbox.limits(per_second=pace, per_chat_per_second=pace / 30, per_group_per_minute=20)

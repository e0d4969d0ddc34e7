"""What people did while the bot was away: Telegram keeps it, and all of it is there when the bot starts."""

from __future__ import annotations

import random
from collections.abc import Sequence

from tests.sandbox_client import SandboxClient
from tests.soak.people import Client

SOMETHING = {"inline_keyboard": [[{"text": "Каталог", "callback_data": "x"}]]}


async def pile_up(
    sandbox: SandboxClient, clients: Sequence[Client], updates: int, dice: random.Random, pace: int
) -> None:
    """At least so many updates, whose turn it is by chance; from then on the sandbox refuses what is too fast.

    It lets `pace` messages through a second, and to one chat what Telegram does.
    """
    for client in clients:
        await client.begin()
        # The message whose buttons are pressed.
        await sandbox.bot("sendMessage", chat_id=client.who.person, text="Здравствуйте!", reply_markup=SOMETHING)
    while clients[0].sent.updates < updates:
        await dice.choice(clients).act()
    await sandbox.limits(per_second=pace, per_chat_per_second=1, per_group_per_minute=20)

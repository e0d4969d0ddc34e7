"""Four people press everything at random for 2,000 steps: nothing breaks, nothing spins, nobody is stuck.

The seed is printed; RANDOM_SEED repeats a walk.
"""

from __future__ import annotations

import asyncio
import os
import random
from collections import Counter
from dataclasses import dataclass, field

import pytest

from tests.bot_process import BotProcess
from tests.e2e.test_first_order import add_lipstick, join
from tests.sandbox_client import Message, PersonClient, SandboxClient

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.slow]
STEPS = int(os.environ.get("RANDOM_STEPS", "2000"))
COMMANDS = (
    *("/start", "/catalog", "/cart", "/orders", "/consultant", "/form", "/invite", "/admin"),
    *("/points", "/offers", "/faq", "/tickets"),
    *("/language", "/help", "/cancel", "/support", "/privacy", "/terms"),
)
TEXTS = (
    "Анна",
    "07.05.1990",
    "31.02.1990",
    "01.01.2020",
    "Москва",
    "моск",
    "Кзань",
    "10482715",
    "/staff 10482715 40",
    '<b>жирный</b> & "кавычки"',
    "'; DROP TABLE people; --",
    "я" * 4000,
    "\u202e\u200bзадом наперёд",
    "🙂🙃",
    "/start nosuchcode",
    "/nosuchcommand",
)
TAMPERED = ("prd:999999:0:0", "cat:0:9999", "opn:1:1:0", "dcd:1:accept", "crc:1:99:0", "garbage", "ord:abc:post:0:0")
TAMPERED += ("tko:1:0:0", "tkx:1:1", "tkv:1:5:1", "tso:1:0:0", "tsx:1:1", "fqo:nosuch:0", "fqh:pay:1")
TAMPERED += ("cnc:g9999_99999:0::0", "cnc:p1:9:zz:999", "cno:1:n:0::0", "cns:999", "cnr:1:1", "cnk:0")


@dataclass
class Walker:
    """One person who presses what they see, first of all what was not pressed yet."""

    client: PersonClient
    dice: random.Random
    pressed: Counter[str] = field(default_factory=Counter)

    async def step(self) -> None:
        kind = self.dice.random()
        messages = [m for m in await self.client.messages() if not m.outgoing]
        live = [m for m in messages[-4:] if m.buttons]
        if kind < 0.72 and live:
            await self._press(self.dice.choice([live[-1], live[-1], self.dice.choice(live)]))
        elif kind < 0.80:
            keys = (await self.client.chat()).keys()
            await self.client.say(self.dice.choice(keys or COMMANDS), settle=False)
        elif kind < 0.88:
            await self.client.say(self.dice.choice(COMMANDS), settle=False)
        elif kind < 0.95:
            await self.client.say(self.dice.choice(TEXTS), settle=False)
        else:
            await self._oddity(messages)

    async def follow(self, words: str, *kinds: str) -> None:
        """Says the words, then presses the last button of each kind in turn, as its screen comes."""
        await self.client.say(words)
        for kind in kinds:
            chat = await self.client.wait_for(lambda chat, kind=kind: _last(chat.messages, kind))
            message, data = _last(chat.messages, kind) or (chat.messages[-1], "")
            await self._press_this(message, data)
            await self.client.settle()

    async def _press(self, message: Message) -> None:
        data = [b["callback_data"] for row in message.buttons for b in row if b.get("callback_data")]
        if not data:
            return
        fewest = min(self.pressed[_kind(each)] for each in data)
        rare = [each for each in data if self.pressed[_kind(each)] == fewest]
        chosen = self.dice.choice(rare if self.dice.random() < 0.8 else data)
        await self._press_this(message, chosen)

    async def _press_this(self, message: Message, data: str) -> None:
        self.pressed[_kind(data)] += 1
        answer = await self.client.sandbox.press(self.client.id, message.id, data, wait=10)
        assert answer["answer"] is not None, f"the press of {data} spun for 10 s"

    async def _oddity(self, messages: list[Message]) -> None:
        match self.dice.randrange(4):
            case 0:
                await self.client.sandbox.send(self.client.id, sticker="🙂")
            case 1:
                await self.client.share_contact(settle=False)
            case 2:
                await self.client.sandbox.send(self.client.id, location={"latitude": 55.75, "longitude": 37.61})
            case _ if messages:
                data = self.dice.choice(TAMPERED)
                answer = await self.client.sandbox.press(self.client.id, messages[-1].id, data, wait=10)
                assert answer["answer"] is not None, f"the tampered press {data} spun for 10 s"

    async def check(self) -> None:
        """Nothing that is shown is a dead end."""
        chat = await self.client.chat()
        assert chat.keys(), "the bottom menu is gone"
        for message in chat.messages[-3:]:
            leads = [b.get("callback_data", "") for row in message.buttons for b in row]
            assert not leads or any(_leads_out(data) for data in leads), f"no way out of {message.text!r}: {leads}"


def _kind(data: str) -> str:
    return data.split(":")[0]


def _last(messages: list[Message], kind: str) -> tuple[Message, str] | None:
    """The last button of this kind in the newest message that has buttons at all."""
    for message in reversed(messages):
        if message.buttons:
            found = [b.get("callback_data", "") for row in message.buttons for b in row]
            wanted = [data for data in found if _kind(data) == kind]
            return (message, wanted[-1]) if wanted else None
    return None


def _leads_out(data: str) -> bool:
    """Home itself, or a screen that has it."""
    return _kind(data) in {
        "home",
        "hmb",
        "cart",
        "ctg",
        "ords",
        "ols",
        "oll",
        "opn",
        "opl",
        "cons",
        "form",
        "rlo",
        "adm",
        "help",
    }


async def buyer(sandbox: SandboxClient) -> PersonClient:
    """A customer with two orders that wait for Oleg, and a filled cart."""
    customer = await join(sandbox, "Клиентка")
    for _ in range(2):
        await add_lipstick(customer)
        await customer.say("/cart")
        for words in ("Оформить", "Лично", "Заказать"):
            await customer.press(words)
    await add_lipstick(customer)
    return customer


async def test_two_thousand_random_steps(sandbox: SandboxClient, bot: BotProcess) -> None:
    seed = int(os.environ.get("RANDOM_SEED", "0")) or random.SystemRandom().randrange(1, 10**9)
    print(f"RANDOM_SEED={seed}")
    people = [
        await sandbox.add_person("Гость", phone="+79161112233"),
        await buyer(sandbox),
        sandbox.person(2001),
        sandbox.person(3001),
    ]
    walkers = [Walker(person, random.Random(seed + i)) for i, person in enumerate(people)]

    for walker in walkers:
        await walker.client.say("/start")

    # The long journeys once on purpose, since chance alone may miss their ends.
    await walkers[1].follow("/cart", "why", "pcd")
    await walkers[1].follow("/cart", "crc", "dlv", "sum", "ord")
    await walkers[1].follow("/orders", "opl", "dca", "dcd")
    await walkers[3].follow("/admin", "adc", "adp", "ads", "ads")
    await walkers[3].follow("/offers", "ofn", "ofk", "ofi")

    async def walk(walker: Walker) -> None:
        for number in range(STEPS // len(walkers)):
            try:
                await walker.step()
                if number % 10 == 0:
                    await walker.check()
            except AssertionError as broken:
                raise AssertionError(f"step {number} of {walker.client.id}, RANDOM_SEED={seed}: {broken}") from broken

    await asyncio.gather(*(walk(walker) for walker in walkers))
    await sandbox.settle(within=60)
    for walker in walkers:
        await walker.check()
    unknown = [call for call in await sandbox.calls() if not call["known"]]
    assert unknown == []
    assert bot.errors() == []
    pressed = sum((walker.pressed for walker in walkers), Counter[str]())
    print("pressed:", dict(pressed.most_common()))
    if STEPS >= 2000:
        assert {"ord", "opl", "dcd", "dca", "sum", "crc", "ads"} <= set(pressed), "the walk missed a whole journey"

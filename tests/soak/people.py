"""People who use the bot through the sandbox, quicker than people do, and remember what they sent."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from dataclasses import dataclass, field

from domain.ordering.models import Delivery
from handlers.catalog.callbacks import CountProduct, OpenCategory, OpenProduct
from handlers.ordering.callbacks import AddComment, CartPage, ClearCart, CountLine, PlaceOrderPress, Summarise
from handlers.ui.links import OpenCart, OpenCatalog
from tests.sandbox_client import SandboxClient
from tests.soak.model import Cabinet
from tests.soak.shop import Customer, Shop

STEPS = (1, 1, 1, 2, 5, -1, -1, -2, -7, 60)


@dataclass(slots=True)
class Sent:
    """What went to the bot, counted."""

    updates: int = 0
    repeats: int = 0
    comments: int = 0


@dataclass(slots=True)
class Client:
    """One person: sends a deed, and does the same to `cabinet`, which is what the bot must come to."""

    sandbox: SandboxClient
    shop: Shop
    who: Customer
    dice: random.Random
    sent: Sent
    cabinet: Cabinet
    _message: int = 0
    _seen: int = 0
    _keys: int = 0
    _comments: int = 0
    _repeatable: list[tuple[int, Callable[[], None]]] = field(default_factory=list)

    async def run(self, pause: float, go: asyncio.Event, over: asyncio.Event) -> None:
        """Deeds with pauses of about `pause` seconds until `over`; waits while `go` is not set."""
        await self.begin()
        while not over.is_set():
            await self._wait(self.dice.uniform(0.2, 1.8) * pause, over)
            await go.wait()
            # Several deeds at once, as fingers do: the next does not wait for the answer to the one before.
            for _ in range(self.dice.choice((1, 1, 2, 4))):
                await self.act()

    @staticmethod
    async def _wait(seconds: float, over: asyncio.Event) -> None:
        try:
            async with asyncio.timeout(seconds):
                await over.wait()
        except TimeoutError:
            return

    async def begin(self) -> None:
        """Writes to the bot for the first time."""
        await self._say("/start")

    async def act(self) -> None:
        """One deed, of one update or two; the first ones only look until there is something to press."""
        if self._message == 0 or self.dice.random() < 0.2:
            await self._look()
        if self._message == 0:
            return
        deeds = (self._count, self._flip, self._comment, self._place, self._repeat, self._clear)
        await self.dice.choices(deeds, weights=(50, 15, 10, 12, 10, 1))[0]()

    async def _look(self) -> None:
        """Reads the chat; from now on the newest message with buttons is pressed."""
        chat = await self.sandbox.chat(self.who.person, self._seen)
        self._seen = chat.last_event
        for message in chat.messages:
            if message.buttons and not message.deleted:
                self._message = max(self._message, message.id)

    async def _count(self) -> None:
        goods, step = self.dice.choice(self.shop.goods), self.dice.choice(STEPS)
        data = CountLine(article=goods.article, step=step).pack()
        if self.dice.random() < 0.3:
            data = CountProduct(product=goods.product, article=goods.article, page=0, step=step).pack()
        await self._press(data, lambda: self.cabinet.count(goods.article, step))

    async def _flip(self) -> None:
        page = self.dice.randrange(2)
        product = self.shop.goods[self.dice.randrange(3)].product
        screens = (OpenCategory(category=self.shop.category, page=page), OpenProduct(product=product))
        others = (CartPage(page=page), Summarise(delivery=Delivery.POST))
        if self.dice.random() < 0.2:
            await self._press(OpenCatalog().pack(), self.cabinet.leave)
            return
        await self._press(self.dice.choice((*screens, *others)).pack(), lambda: None)

    async def _comment(self) -> None:
        self._comments += 1
        words = f"слово {self._comments}"
        if self.dice.random() < 0.8:
            await self._press(AddComment().pack(), self.cabinet.ask_comment)
        if self.dice.random() < 0.1:
            await self._press(OpenCart().pack(), self.cabinet.leave)
        await self._say(words)
        self.cabinet.text(words)
        self.sent.comments += 1

    async def _place(self) -> None:
        if not self.cabinet.lines:
            await self._count()
        self._keys += 1
        key, way = f"k{self._keys}", self.dice.choice([each for each in Delivery if each is not Delivery.PICKUP])
        version, total = self.cabinet.version, self.cabinet.total(way)
        if self.dice.random() < 0.1:
            # A summary from before the last change: nothing may be bought by it.
            version = max(0, version - 1)
        data = PlaceOrderPress(key=key, delivery=way, version=version, total=total).pack()
        await self._press(data, lambda: self.cabinet.place(key, way, version, total))
        if self.dice.random() < 0.3:
            # A double tap.
            await self._press(data, lambda: self.cabinet.place(key, way, version, total))

    async def _clear(self) -> None:
        await self._press(ClearCart().pack(), self.cabinet.clear)

    async def _repeat(self) -> None:
        """One of the last presses once more with a new update_id, as a client that reconnected sends it."""
        if not self._repeatable:
            return
        update_id, effect = self.dice.choice(self._repeatable)
        await self.sandbox.repeat(update_id)
        effect()
        self.sent.updates += 1
        self.sent.repeats += 1

    async def _press(self, data: str, effect: Callable[[], None]) -> None:
        answer = await self.sandbox.press(self.who.person, self._message, data)
        effect()
        self.sent.updates += 1
        self._repeatable.append((answer["update_id"], effect))
        # The sandbox keeps the last 5,000 updates of everybody.
        del self._repeatable[:-4]

    async def _say(self, text: str) -> None:
        await self.sandbox.send(self.who.person, text=text)
        self.sent.updates += 1

"""Favourites, what was seen, what is compared, and who is told when something is back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta, tzinfo
from typing import Literal

from domain.catalog.models import Article, Product, ProductBrief
from domain.notices.models import Notice, NoticeKind
from domain.people.models import Person
from domain.shared.clock import Clock
from domain.shared.errors import NotFound
from domain.shared.ids import ArticleId, ProductId
from domain.shared.paging import Page, clamp_page
from domain.shared.transaction import Transaction
from domain.wishes.models import MOST_COMPARED, MOST_SEEN, Compared, Comparison, Details, Marks
from domain.wishes.ports import WishesWork

PAGE = 6
_SEEN_ANEW = timedelta(minutes=10)
BATCH = 200


@dataclass(frozen=True, slots=True)
class LookAt:
    """How a cabinet has a product marked; the product is then the last one it has seen.

    Looking again within ten minutes writes nothing: turning over shades is not looking anew.
    """

    read: Transaction[WishesWork]
    write: Transaction[WishesWork]
    clock: Clock
    zone: tzinfo

    async def __call__(self, person: Person, product_id: ProductId) -> Marks:
        now = self.clock()
        today = now.astimezone(self.zone).date()
        async with self.read() as work:
            marks = await work.wishes.marks(person.customer_id, product_id, today)
        if marks.seen_at is None or now - marks.seen_at > _SEEN_ANEW:
            async with self.write() as work:
                if await work.catalog.product(product_id) is not None:
                    await work.wishes.note_seen(person.customer_id, product_id, now, MOST_SEEN)
        return marks if marks.ends is None else replace(marks, days_left=(marks.ends - today).days)


@dataclass(frozen=True, slots=True)
class ShowDetails:
    """Composition, use, videos and what goes with a product. Raises NotFound."""

    read: Transaction[WishesWork]

    async def __call__(self, product_id: ProductId) -> tuple[Product, Details]:
        async with self.read() as work:
            product = await work.catalog.product(product_id)
            details = await work.wishes.details(product_id)
        if product is None or details is None:
            raise NotFound(f"product {product_id}")
        return product, details


@dataclass(frozen=True, slots=True)
class Mark:
    """Sets or takes away a mark; the same press again changes nothing. Raises NotFound.

    A fourth product to compare does not come in: False.
    """

    write: Transaction[WishesWork]
    clock: Clock

    async def __call__(
        self, person: Person, kind: Literal["favourite", "compared"], product_id: ProductId, on: bool
    ) -> bool:
        async with self.write() as work:
            if await work.catalog.product(product_id) is None:
                raise NotFound(f"product {product_id}")
            if kind == "favourite":
                await work.wishes.set_favourite(person.customer_id, product_id, on, self.clock())
                return True
            already = await work.wishes.compared(person.customer_id)
            if on and product_id not in already and len(already) >= MOST_COMPARED:
                return False
            await work.wishes.set_compared(person.customer_id, product_id, on, self.clock())
            return True


@dataclass(frozen=True, slots=True)
class WatchArticle:
    """Asks to be told when an article is back, or no longer. Raises NotFound.

    What is there needs no watching: False.
    """

    write: Transaction[WishesWork]
    clock: Clock

    async def __call__(self, person: Person, product_id: ProductId, article_id: ArticleId, on: bool) -> bool:
        async with self.write() as work:
            product = await work.catalog.product(product_id)
            article = product.article(article_id) if product else None
            if product is None or article is None:
                raise NotFound(f"article {article_id}")
            if on and article.stock > 0 and product.on_sale:
                return False
            await work.wishes.set_watch(person.customer_id, article.id, on, self.clock())
            return True


@dataclass(frozen=True, slots=True)
class ListWishes:
    """A page of favourites or of what was seen lately, the newest first; the nearest page that exists."""

    read: Transaction[WishesWork]

    async def __call__(self, person: Person, kind: Literal["favourites", "seen"], number: int) -> Page[ProductBrief]:
        async with self.read() as work:
            listed = work.wishes.favourites if kind == "favourites" else work.wishes.seen
            found, total = await listed(person.customer_id, number * PAGE, PAGE)
            if not found and total:
                number = clamp_page(number, PAGE, total)
                found, total = await listed(person.customer_id, number * PAGE, PAGE)
        return Page(found, clamp_page(number, PAGE, total), PAGE, total)


@dataclass(frozen=True, slots=True)
class Compare:
    """The two or three products a cabinet compares."""

    read: Transaction[WishesWork]

    async def __call__(self, person: Person) -> Comparison:
        found: list[Compared] = []
        async with self.read() as work:
            for product_id in await work.wishes.compared(person.customer_id):  # three at most
                product, details = await work.catalog.product(product_id), await work.wishes.details(product_id)
                if product is not None and details is not None:
                    found.append(Compared(product, details))
        return found


@dataclass(frozen=True, slots=True)
class ShowBack:
    """The article a notice says is back, with its product; None when it has gone again since."""

    read: Transaction[WishesWork]

    async def __call__(self, article_id: ArticleId) -> tuple[Product, Article] | None:
        async with self.read() as work:
            goods = await work.carts.goods(article_id)
            product = None if goods is None else await work.catalog.product(goods.product_id)
        article = next((each for each in product.articles if each.id == article_id), None) if product else None
        if product is None or article is None or article.stock <= 0 or not product.on_sale:
            return None
        return product, article


@dataclass(frozen=True, slots=True)
class TellBack:
    """Owes everybody who waits for an article the notice that it is back, each exactly once; gives how many watches.

    Whatever brought it back (a delivery, an import, an order that was cancelled) is seen here, in the stock itself: the
    watch ends in the transaction that owes the notice.
    """

    write: Transaction[WishesWork]

    async def __call__(self) -> int:
        told = 0
        async with self.write() as work:
            back = await work.wishes.back(BATCH)
            for each in back:
                for person_id in await work.buyers.persons_of(each.customer_id):
                    key = f"back:{each.article_id}:{person_id}:{each.asked_at.timestamp():.0f}"
                    args = {"article": each.article_id}
                    await work.outbox.put(Notice(person_id, NoticeKind.BACK_IN_STOCK, key, args))
                told += 1
        return told

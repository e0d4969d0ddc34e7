"""Making and pausing promotions on prices and promo codes; for admins and content managers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain.deals.errors import CodeTaken, InvalidTerms
from domain.deals.models import KeptPromoCode, KeptPromotion, NewPromoCode
from domain.deals.ports import DealsWork
from domain.ordering.cart import Goods
from domain.people.models import Person
from domain.pricing.codes import CodeId, normalised
from domain.pricing.promotions import Promotion, PromotionId, PromotionKind
from domain.shared.clock import Clock
from domain.shared.errors import NotFound
from domain.shared.ids import PressKey
from domain.shared.paging import Page, clamp_page
from domain.shared.transaction import Transaction

PAGE = 6
CODES = 10
TITLE = 80
MOST_KOPECKS = 100_000_000
MOST_POINTS = 100_000
MOST_USES = 1_000_000
MOST_CODES = 30
LEAST_CODE = 3


@dataclass(frozen=True, slots=True)
class PromotionSheet:
    """A promotion with its newest codes."""

    kept: KeptPromotion
    codes: Sequence[KeptPromoCode]


def checked(promotion: Promotion) -> Promotion:
    """The promotion, if its terms make sense. Raises InvalidTerms, naming what to mend."""
    titles = (promotion.title.ru, promotion.title.en)
    if not all(title.strip() and len(title) <= TITLE for title in titles):
        raise InvalidTerms("title")
    if not _value_makes_sense(promotion):
        raise InvalidTerms("value")
    terms = promotion.conditions
    if terms.starts_at is not None and terms.ends_at is not None and terms.starts_at >= terms.ends_at:
        raise InvalidTerms("period")
    if not 0 <= terms.from_goods.minor <= MOST_KOPECKS:
        raise InvalidTerms("threshold")
    return promotion


def _value_makes_sense(promotion: Promotion) -> bool:
    match promotion.kind:
        case PromotionKind.PERCENT:
            return 1 <= promotion.value <= 100
        case PromotionKind.AMOUNT | PromotionKind.FIXED_PRICE:
            return 1 <= promotion.value <= MOST_KOPECKS
        case PromotionKind.N_PLUS_M:
            return 1 <= promotion.buy <= 99 and 1 <= promotion.free <= 99
        case PromotionKind.POINTS:
            return 1 <= promotion.value <= MOST_POINTS
        case PromotionKind.GIFT:
            return 1 <= len(promotion.gifts) <= 8
        case PromotionKind.FREE_DELIVERY:
            return True


@dataclass(frozen=True, slots=True)
class ManagePromotions:
    """Lists, makes, pauses and resumes promotions on prices.

    What was promised with an order stays: a promotion is never changed, only paused. Raises Forbidden, NotFound,
    InvalidTerms.
    """

    read: Transaction[DealsWork]
    write: Transaction[DealsWork]
    clock: Clock

    async def __call__(self, person: Person, number: int) -> Page[KeptPromotion]:
        """A page of them, the newest first."""
        person.require_content()
        number = max(0, min(number, 10_000))
        async with self.read() as work:
            found, total = await work.price_promotions.stretch(number * PAGE, PAGE)
            if not found and total:
                number = clamp_page(number, PAGE, total)
                found, total = await work.price_promotions.stretch(number * PAGE, PAGE)
        return Page(found, number, PAGE, total)

    async def open(self, person: Person, promotion_id: PromotionId) -> PromotionSheet:
        """One of them with its codes."""
        person.require_content()
        async with self.read() as work:
            return await _sheet(work, promotion_id)

    async def create(self, person: Person, promotion: Promotion, key: PressKey) -> PromotionSheet:
        """Makes it; the same key gives the same promotion."""
        person.require_content()
        checked(promotion)
        async with self.write() as work:
            kept = await work.price_promotions.add(promotion, key, self.clock())
            return await _sheet(work, kept.promotion.id)

    async def switch(self, person: Person, promotion_id: PromotionId, on: bool) -> PromotionSheet:
        """Pauses or resumes it; saying so again changes nothing."""
        person.require_content()
        async with self.write() as work:
            await work.price_promotions.switch(promotion_id, on)
            return await _sheet(work, promotion_id)

    async def goods(self, person: Person, typed: str) -> Sequence[Goods]:
        """The articles whose codes, or whose products' codes, somebody typed in a list."""
        person.require_content()
        codes = [each.upper() for each in typed.replace(",", " ").replace(";", " ").split()][:MOST_CODES]
        async with self.read() as work:
            return await work.price_promotions.by_codes(codes) if codes else ()


@dataclass(frozen=True, slots=True)
class ManageCodes:
    """Makes, pauses and resumes promo codes. Raises Forbidden, NotFound, InvalidTerms, CodeTaken."""

    read: Transaction[DealsWork]
    write: Transaction[DealsWork]
    clock: Clock

    async def create(self, person: Person, code: NewPromoCode, key: PressKey) -> PromotionSheet:
        """Makes it; the same key gives the same code. The word is kept as it will be compared."""
        person.require_content()
        word = normalised(code.code)
        if len(word) < LEAST_CODE:
            raise InvalidTerms("code")
        if code.limit is not None and not 1 <= code.limit <= MOST_USES:
            raise InvalidTerms("limit")
        if code.expires_at is not None and code.expires_at <= self.clock():
            raise InvalidTerms("expiry")
        async with self.write() as work:
            if await work.price_promotions.get(code.promotion_id) is None:
                raise NotFound(f"promotion {code.promotion_id}")
            made = NewPromoCode(word, code.promotion_id, code.limit, code.expires_at)
            if await work.price_promotions.add_code(made, key, self.clock()) is None:
                raise CodeTaken(word)
            return await _sheet(work, code.promotion_id)

    async def switch(self, person: Person, code_id: CodeId, on: bool) -> PromotionSheet:
        """Pauses or resumes it; saying so again changes nothing."""
        person.require_content()
        async with self.write() as work:
            promotion_id = await work.price_promotions.switch_code(code_id, on)
            if promotion_id is None:
                raise NotFound(f"code {code_id}")
            return await _sheet(work, promotion_id)


async def _sheet(work: DealsWork, promotion_id: PromotionId) -> PromotionSheet:
    kept = await work.price_promotions.get(promotion_id)
    if kept is None:
        raise NotFound(f"promotion {promotion_id}")
    return PromotionSheet(kept, await work.price_promotions.codes(promotion_id, CODES))

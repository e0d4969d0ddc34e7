"""A promotion while it is being put together: kept with the conversation, read from what is typed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime, time, timedelta, tzinfo
from decimal import Decimal, InvalidOperation
from typing import Any

from domain.deals.errors import InvalidTerms
from domain.deals.models import NewPromoCode
from domain.ordering.cart import Goods
from domain.pricing.promotions import Conditions, Promotion, PromotionId, PromotionKind, Segment
from domain.shared.ids import ArticleId, CategoryId, ProductId
from domain.shared.localised import Localised
from domain.shared.money import Money
from handlers.offers.callbacks import Field, Switch

_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_SHARE = re.compile(r"(\d{1,2})\s*[+＋]\s*(\d{1,2})")


@dataclass(frozen=True, slots=True)
class Draft:
    """Plain values only, so that it can be kept. `names` are the codes of what it is on or gives, for the screen."""

    kind: str
    key: str
    value: int = 0
    buy: int = 0
    free: int = 0
    gifts: list[int] = field(default_factory=list)
    products: list[int] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    categories: list[int] = field(default_factory=list)
    segments: list[str] = field(default_factory=list)
    ru: str = ""
    en: str = ""
    from_goods: int = 0
    starts_at: str = ""
    ends_at: str = ""
    first_order: bool = False
    birthday: bool = False
    alone: bool = False
    by_code: bool = False
    priority: int = 0

    def switched(self, switch: Switch, on: bool) -> Draft:
        """With one of its switches on or off."""
        match switch:
            case Switch.FIRST_ORDER:
                return replace(self, first_order=on)
            case Switch.BIRTHDAY:
                return replace(self, birthday=on)
            case Switch.ALONE:
                return replace(self, alone=on)
            case Switch.BY_CODE:
                return replace(self, by_code=on)

    def kept(self) -> dict[str, Any]:
        return asdict(self)

    @property
    def missing(self) -> Field | None:
        """The first of what it cannot do without; None once there is everything."""
        if self.kind == PromotionKind.GIFT:
            valued = bool(self.gifts)
        else:
            valued = bool(self.value or self.buy) or self.kind == PromotionKind.FREE_DELIVERY
        if not valued:
            return Field.GOODS if self.kind == PromotionKind.GIFT else Field.VALUE
        return None if self.ru else Field.TITLE

    def promotion(self) -> Promotion:
        conditions = Conditions(
            products=frozenset(ProductId(each) for each in self.products),
            categories=frozenset(CategoryId(each) for each in self.categories),
            segments=frozenset(Segment(each) for each in self.segments),
            from_goods=Money(self.from_goods),
            starts_at=datetime.fromisoformat(self.starts_at) if self.starts_at else None,
            ends_at=datetime.fromisoformat(self.ends_at) if self.ends_at else None,
            first_order=self.first_order,
            birthday=self.birthday,
        )
        return Promotion(
            id=PromotionId(0),
            kind=PromotionKind(self.kind),
            title=Localised(self.ru, self.en),
            value=self.value,
            buy=self.buy,
            free=self.free,
            gifts=tuple(ArticleId(each) for each in self.gifts),
            conditions=conditions,
            priority=self.priority,
            alone=self.alone,
            by_code=self.by_code,
        )


def typed(draft: Draft, what: Field, text: str, zone: tzinfo) -> Draft:
    """The draft with what was typed. Goods need the catalog, see `with_goods`. Raises InvalidTerms."""
    match what:
        case Field.VALUE:
            return _with_value(draft, text)
        case Field.TITLE:
            ru, _, en = (part.strip() for part in text.partition("|"))
            return replace(draft, ru=ru, en=en or ru)
        case Field.THRESHOLD:
            return replace(draft, from_goods=_kopecks(text, "threshold"))
        case Field.PERIOD:
            starts, ends = _period(text, zone)
            return replace(draft, starts_at=starts, ends_at=ends)
        case _:
            return replace(draft, priority=min(_whole(text, "priority"), 1000))


def with_goods(draft: Draft, found: Sequence[Goods], *, given: bool) -> Draft:
    """The draft on these goods, or giving them. Raises InvalidTerms if there are none."""
    if not found:
        raise InvalidTerms("goods")
    names = [each.code for each in found]
    if given:
        return replace(draft, gifts=[int(each.article_id) for each in found][:8], names=names[:8])
    return replace(draft, products=sorted({each.product_id for each in found}), names=names)


def typed_code(text: str, promotion_id: int, zone: tzinfo) -> NewPromoCode:
    """ "SPRING10 100 31.12.2026": the word, then in any order how often over all customers and the last day."""
    word, *more = text.split() or [""]
    limit, expires = None, None
    for each in more:
        if _DAY.fullmatch(each):
            expires = _day_after(each, zone, "expiry")
        else:
            limit = _whole(each, "limit")
    return NewPromoCode(word, PromotionId(promotion_id), limit, expires)


def _with_value(draft: Draft, text: str) -> Draft:
    match PromotionKind(draft.kind):
        case PromotionKind.N_PLUS_M:
            found = _SHARE.search(text)
            if not found:
                raise InvalidTerms("value")
            return replace(draft, buy=int(found[1]), free=int(found[2]))
        case PromotionKind.AMOUNT | PromotionKind.FIXED_PRICE:
            return replace(draft, value=_kopecks(text, "value"))
        case PromotionKind.PERCENT:
            value = _whole(text, "value")
            if not 1 <= value <= 100:
                raise InvalidTerms("value")
            return replace(draft, value=value)
        case _:
            return replace(draft, value=_whole(text, "value"))


def _whole(text: str, what: str) -> int:
    digits = text.strip().rstrip("%").replace("\N{NO-BREAK SPACE}", "").replace(" ", "")
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= 9):
        raise InvalidTerms(what)
    return int(digits)


def _kopecks(text: str, what: str) -> int:
    bare = re.sub(r"[\s₽]|руб\.?|rub", "", text.strip().lower()).replace(",", ".")
    try:
        minor = Decimal(bare) * 100
    except InvalidOperation as wrong:
        raise InvalidTerms(what) from wrong
    if not (minor.is_finite() and 0 <= minor <= 10**9 and minor == minor.to_integral_value()):
        raise InvalidTerms(what)
    return int(minor)


def _period(text: str, zone: tzinfo) -> tuple[str, str]:
    """From the beginning of the first day to the end of the last, both on the clocks of the company."""
    days = [found.group() for found in _DAY.finditer(text)]
    if len(days) == 1:
        return "", _day_after(days[0], zone, "period").isoformat()
    if len(days) != 2:
        raise InvalidTerms("period")
    starts = datetime.combine(_day(days[0], "period"), time(), zone)
    ends = _day_after(days[1], zone, "period")
    if starts >= ends:
        raise InvalidTerms("period")
    return starts.isoformat(), ends.isoformat()


def _day(text: str, what: str) -> date:
    found = _DAY.fullmatch(text)
    try:
        return date(int(found[3]), int(found[2]), int(found[1])) if found else date.min
    except ValueError as wrong:
        raise InvalidTerms(what) from wrong


def _day_after(text: str, zone: tzinfo, what: str) -> datetime:
    day = _day(text, what)
    if not 2000 <= day.year <= 2200:
        raise InvalidTerms(what)
    return datetime.combine(day + timedelta(days=1), time(), zone)

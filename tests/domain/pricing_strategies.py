"""Random carts, customers and promotions for the price engine."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from domain.pricing.codes import CodeId, PromoCode
from domain.pricing.engine import Offers, Terms, Wishes, quote
from domain.pricing.ladder import Ladder
from domain.pricing.points import PointsRules
from domain.pricing.promotions import (
    Conditions,
    CustomerFacts,
    Item,
    Promotion,
    PromotionId,
    PromotionKind,
    Segment,
)
from domain.pricing.quote import Quote
from domain.pricing.shipping import Shipping
from domain.shared.ids import ArticleId, CategoryId, ProductId
from domain.shared.localised import Localised
from domain.shared.money import Money, rubles

NOW = datetime(2026, 5, 20, 12, tzinfo=UTC)
TITLE = Localised("Акция", "Promotion")
REGULAR = CustomerFacts(orders=1, last_order_at=NOW)
NO_WISHES, USUAL = Wishes(), Terms()

item = st.builds(
    Item,
    article_id=st.integers(1, 30).map(ArticleId),
    product_id=st.integers(1, 6).map(ProductId),
    category_id=st.integers(1, 3).map(CategoryId),
    price=st.integers(1, 3_000_000).map(Money),
    quantity=st.integers(1, 99),
)
items = st.lists(item, max_size=12)
moments = st.one_of(st.none(), st.integers(-40, 40).map(lambda days: NOW + timedelta(days=days)))
conditions = st.builds(
    Conditions,
    products=st.frozensets(st.integers(1, 6).map(ProductId), max_size=3),
    categories=st.frozensets(st.integers(1, 3).map(CategoryId), max_size=2),
    segments=st.frozensets(st.sampled_from(Segment), max_size=2),
    from_goods=st.integers(0, 2_000_000).map(Money),
    starts_at=moments,
    ends_at=moments,
    first_order=st.booleans(),
    birthday=st.booleans(),
)


@st.composite
def promotion(draw: st.DrawFn, at: int = 1) -> Promotion:
    kind = draw(st.sampled_from(PromotionKind))
    value = draw(st.integers(0, 100 if kind is PromotionKind.PERCENT else 500_000))
    return Promotion(
        id=PromotionId(at),
        kind=kind,
        title=TITLE,
        value=value,
        buy=draw(st.integers(1, 5)),
        free=draw(st.integers(1, 3)),
        gifts=tuple(draw(st.lists(st.integers(31, 36).map(ArticleId), max_size=3, unique=True))),
        # Most hold always, or hardly any would meet a cart.
        conditions=draw(st.one_of(st.just(Conditions()), conditions)),
        priority=draw(st.integers(0, 3)),
        alone=draw(st.booleans()),
        by_code=draw(st.booleans()),
    )


@st.composite
def offers(draw: st.DrawFn) -> Offers:
    count = draw(st.integers(0, 5))
    promotions = tuple(draw(promotion(at)) for at in range(1, count + 1))
    code = PromoCode(
        CodeId(1),
        "SPRING",
        PromotionId(draw(st.integers(1, max(1, count)))),
        limit=draw(st.one_of(st.none(), st.integers(1, 3))),
        used=draw(st.integers(0, 3)),
        expires_at=draw(moments),
    )
    return Offers(
        promotions,
        draw(st.one_of(st.none(), st.just(code))),
        draw(st.dictionaries(st.integers(31, 36).map(ArticleId), st.integers(0, 3))),
    )


facts = st.builds(
    CustomerFacts,
    last_month=st.integers(0, 10_000_000).map(Money),
    orders=st.integers(0, 3),
    last_order_at=moments,
    birthday=st.one_of(st.none(), st.dates(date(1940, 1, 1), date(2006, 12, 31))),
)
wishes = st.builds(
    Wishes,
    points=st.integers(0, 50_000),
    gifts=st.dictionaries(st.integers(1, 5).map(PromotionId), st.integers(31, 36).map(ArticleId)),
)
terms = st.builds(
    Terms,
    ladder=st.integers(0, 60).map(lambda cap: Ladder(cap=cap)),
    points=st.builds(PointsRules, percent=st.integers(0, 20), least=st.integers(1, 50), share=st.integers(0, 100)),
)
shipping = st.one_of(
    st.none(),
    st.builds(
        Shipping,
        cost=st.integers(0, 100_000).map(Money),
        free_from=st.one_of(st.none(), st.integers(0, 900_000).map(Money)),
    ),
)
balances = st.integers(0, 100_000)
cases = st.tuples(items, facts, offers(), wishes, terms, st.just(NOW), shipping, balances)

Case = tuple[list[Item], CustomerFacts, Offers, Wishes, Terms, datetime, Shipping | None, int]


def goods(
    article: int = 1, *, roubles: int = 1_000, quantity: int = 1, product: int | None = None, category: int = 1
) -> Item:
    """A line; every article is a product of its own unless told."""
    return Item(ArticleId(article), ProductId(product or article), CategoryId(category), rubles(roubles), quantity)


def promo(kind: PromotionKind, value: int = 0, at: int = 1, **more: object) -> Promotion:
    """A promotion that always holds, unless told."""
    return Promotion(PromotionId(at), kind, TITLE, value, **more)  # type: ignore[arg-type]


def priced(
    lines: list[Item],
    *promotions: Promotion,
    facts: CustomerFacts = REGULAR,
    code: PromoCode | None = None,
    stock: dict[int, int] | None = None,
    wishes: Wishes = NO_WISHES,
    terms: Terms = USUAL,
    shipping: Shipping | None = None,
    balance: int = 0,
    now: datetime = NOW,
) -> Quote:
    """The quote of a customer who has bought before."""
    gift_stock = {ArticleId(at): count for at, count in (stock or {}).items()}
    return quote(lines, facts, Offers(promotions, code, gift_stock), wishes, terms, now, shipping, balance)

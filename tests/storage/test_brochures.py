"""What a brochure shows, on both engines: every theme, at this person's prices."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import insert

from bot.settings import Settings
from domain.goods.brochures import BrochureEmpty, GatherBrochure, Theme, Wish
from domain.people.models import Person
from domain.pricing.promotions import Conditions, Promotion, PromotionId, PromotionKind
from domain.shared.localised import Localised
from domain.shared.money import Money
from storage.database import Database
from storage.tables import catalog_periods, catalog_places, favourites, product_pictures
from tests.storage.conftest import Watch
from tests.storage.shop import ANNA, Shop


async def gather(db: Database, shop: Shop, watch: Watch, theme: Theme, **more: object) -> list[str]:
    person = Person(ANNA, "ru", shop.anna, consultant_id=shop.oleg)
    wish = Wish(theme, category=shop.lips, **more)  # type: ignore[arg-type]
    found = await GatherBrochure(db.read, watch, Settings().price_terms, Settings().zone)(person, wish)
    assert found.consultant is not None
    assert all((item.offer is None) or item.offer < item.price for item in found.items)
    return [item.code for item in found.items]


async def test_every_theme(db: Database, shop: Shop, watch: Watch) -> None:
    assert await gather(db, shop, watch, Theme.ALL) == ["20-1", "10-1"], "what is off sale is not printed"
    assert await gather(db, shop, watch, Theme.CATEGORY) == ["10-1"]
    for theme in (Theme.OFFERS, Theme.FAVOURITES, Theme.SELECTION):
        with pytest.raises(BrochureEmpty):
            await gather(db, shop, watch, theme)
    async with db.write() as work:
        run = work.connection.execute
        await run(insert(favourites), {"customer_id": shop.anna, "product_id": shop.cream, "at": watch()})
        await run(insert(favourites), {"customer_id": shop.boris, "product_id": shop.lipstick, "at": watch()})
        for number, (starts, ends) in enumerate(
            [(date(2026, 1, 1), date(2026, 1, 31)), (watch().date(), watch().date())]
        ):
            period = {
                "id": number + 1,
                "slug": f"p{number}",
                "name_ru": "П",
                "name_en": "P",
                "starts": starts,
                "ends": ends,
            }
            await run(insert(catalog_periods), period)
        for product, period, is_offer in ((shop.lipstick, 2, True), (shop.cream, 1, True), (shop.cream, 2, False)):
            place = {"period_id": period, "product_id": product, "page": 1, "is_offer": is_offer}
            await run(insert(catalog_places), place)
        await work.carts.set_quantity(shop.anna, shop.cream_article, 2)
    assert await gather(db, shop, watch, Theme.FAVOURITES) == ["20-1"]
    assert await gather(db, shop, watch, Theme.OFFERS) == ["10-1"]
    async with db.write() as work:
        terms = Conditions(products=frozenset({shop.cream}))
        made = Promotion(PromotionId(0), PromotionKind.PERCENT, Localised("А", "A"), 5, conditions=terms)
        await work.price_promotions.add(made, "cream", watch())
    assert await gather(db, shop, watch, Theme.OFFERS) == ["20-1", "10-1"], "and what a promotion is made for"
    assert await gather(db, shop, watch, Theme.SELECTION) == ["20-1"]


async def test_swatches_pictures_and_own_prices(db: Database, shop: Shop, watch: Watch) -> None:
    async with db.write() as work:
        row = {"product_id": shop.lipstick, "position": 0, "picture": "photo/abc"}
        await work.connection.execute(insert(product_pictures), row)
        await work.carts.set_quantity(shop.anna, shop.cream_article, 3)
    person = Person(ANNA, "ru", shop.anna)
    gathered = GatherBrochure(db.read, watch, Settings().price_terms, Settings().zone)
    lipstick = (await gathered(person, Wish(Theme.CATEGORY, category=shop.lips))).items[0]
    assert [each.code for each in lipstick.swatches] == ["10-1-1", "10-1-2"]
    assert lipstick.picture == "photo/abc"
    assert lipstick.offer == Money(lipstick.price.minor * 65 // 100), "35 % from two units on, as the card says"
    bare = (await gathered(person, Wish(Theme.CATEGORY, prices=False, category=shop.lips))).items[0]
    assert bare.offer is None

"""Sent goods files in memory, and a desk that only notes what it was asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from domain.catalog.models import Category, Product
from domain.goods.brochures import Printed, Theme
from domain.goods.imports import OPEN, GoodsImport, State
from domain.people.models import Person
from domain.pricing.promotions import NOT_OFFERED, Offered
from domain.shared.ids import CategoryId, CustomerId, PersonId
from tests.fake_data import Data


class FakeGoodsImports:
    def __init__(self, data: Data) -> None:
        self.data = data

    async def add(self, person_id: PersonId, file_id: str, name: str) -> GoodsImport:
        made = GoodsImport(len(self.data.goods_imports) + 1, person_id, file_id, name, State.WAITING)
        self.data.goods_imports[made.id] = made
        return made

    async def get(self, import_id: int) -> GoodsImport | None:
        return self.data.goods_imports.get(import_id)

    async def open(self) -> Sequence[GoodsImport]:
        return [each for each in self.data.goods_imports.values() if each.state in OPEN]

    async def move(self, import_id: int, before: State, after: State, key: str = "") -> bool:
        found = self.data.goods_imports[import_id]
        if found.state is not before:
            return False
        self.data.goods_imports[import_id] = replace(found, state=after, key=key)
        return True

    async def stands_at(self, import_id: int, message_id: int) -> None:
        self.data.goods_imports[import_id] = replace(self.data.goods_imports[import_id], message_id=message_id)


class FakeBrochures:
    def __init__(self, data: Data) -> None:
        self.data = data

    async def goods(
        self,
        theme: Theme,
        category_id: CategoryId | None,
        customer_id: CustomerId,
        on: date,
        limit: int,
        offered: Offered = NOT_OFFERED,
    ) -> Sequence[Printed]:
        gathered = {article for customer, article in self.data.cart_lines if customer == customer_id}
        found: list[Printed] = []
        for each in self.data.products.values():
            shown = {
                Theme.ALL: True,
                Theme.CATEGORY: each.category_id == category_id,
                Theme.OFFERS: each.id in offered.products or each.category_id in offered.categories,
                Theme.SELECTION: any(article.id in gathered for article in each.articles),
            }
            if each.on_sale and shown.get(theme, False):
                found.append(printed(each, self.data.categories[each.category_id]))
        return found[:limit]


def printed(product: Product, category: Category) -> Printed:
    """The product as a brochure shows it."""
    return Printed(
        id=product.id,
        category_id=product.category_id,
        category_slug=category.slug,
        category=category.name,
        code=product.code,
        name=product.name,
        about=product.about,
        volume=product.volume,
        price=product.price,
        form=product.form,
        tint=product.tint,
        is_new=product.is_new,
        is_hit=product.is_hit,
    )


@dataclass
class FakeDesk:
    """What was asked for."""

    asked: list[Any] = field(default_factory=list)

    def export(self, person: Person, form: str) -> None:
        self.asked.append((person.id, form))

    def brochure(self, person: Person, brochure: Any) -> None:
        self.asked.append((person.id, brochure))

"""Goods files on both engines: all or nothing, the same again for nothing, past prices, and back as they went out."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from bot.adapters.goods.reader import read
from bot.adapters.goods.write import FORMATS, write
from domain.goods.imports import FileTooLarge, State
from domain.goods.models import Reading
from domain.goods.plans import Plan
from domain.goods.use_cases import ApplyGoods, CheckGoods, DecideGoods, ExportGoods, SendGoods
from domain.people.models import Duty, Person
from domain.search.models import Narrowed
from domain.shared.errors import Forbidden, NotFound, Stale
from domain.shared.ids import CustomerId, PersonId
from domain.wishes.use_cases import TellBack
from storage.database import Database
from storage.tables import articles, price_history, product_pictures, products
from tests.goods_files import ROWS, archive, csv_file, many, picture
from tests.storage.conftest import Watch
from tests.storage.shop import ANNA, Shop

EDITOR = Person(PersonId(ANNA), "ru", CustomerId(1), duties=frozenset({Duty.CONTENT}))
GUEST = Person(PersonId(ANNA), "ru", CustomerId(1))


async def nobody(what: str, count: int) -> None:
    """Progress that is not looked at."""


def reading(folder: Path, content: bytes | str) -> Reading:
    source = folder / "goods"
    source.write_bytes(content if isinstance(content, bytes) else content.encode())
    found = read(source, None, folder / "work", lambda *_: None)
    assert not found.problems, found.problems
    return found


async def bring(db: Database, folder: Path, content: bytes | str) -> Plan:
    return await ApplyGoods(db.write)(EDITOR, reading(folder, content), nobody)


async def rows(db: Database, statement: Any) -> Sequence[Any]:
    async with db.read() as work:
        return [tuple(row) for row in (await work.connection.execute(statement)).all()]


async def test_new_goods_then_nothing_then_a_changed_price(db: Database, tmp_path: Path, watch: Watch) -> None:
    await db_person(db)
    first = await bring(db, tmp_path, csv_file())
    assert (len(first.products), len(first.articles)) == (2, 3)
    assert [place.slug for place in first.categories] == ["novinki", "guby"]
    again = await bring(db, tmp_path, csv_file())
    assert (again.is_empty, again.same) == (True, 3)
    watch.forward(hours=1)
    changed = await bring(db, tmp_path, "артикул;цена;остаток\n50-0001;1500;9\n")
    assert len(changed.products) == len(changed.articles) == 1
    prices = select(products.c.code, price_history.c.price, price_history.c.who).join(products)
    assert await rows(db, prices.order_by(price_history.c.id)) == [
        ("50-0001", 129050, ANNA),
        ("50-0002", 99000, ANNA),
        ("50-0001", 150000, ANNA),
    ]
    stock = select(articles.c.code, articles.c.stock, articles.c.position).order_by(articles.c.code)
    assert await rows(db, stock) == [("50-0001", 9, 0), ("50-0002-01", 3, 0), ("50-0002-02", 0, 1)]


async def db_person(db: Database) -> None:
    async with db.write() as work:
        await work.people.add(ANNA, "ru")


async def test_nothing_is_written_where_the_writing_fails(db: Database, tmp_path: Path) -> None:
    found = reading(tmp_path, many(600))

    async def fails(what: str, count: int) -> None:
        if count > 500:
            raise RuntimeError("the power is gone")

    with pytest.raises(RuntimeError):
        await ApplyGoods(db.write)(None, found, fails)
    assert await rows(db, select(func.count()).select_from(products)) == [(0,)]


@pytest.mark.parametrize("form", FORMATS)
async def test_what_goes_out_comes_back_as_no_change(db: Database, shop: Shop, tmp_path: Path, form: str) -> None:
    nasty = ("'=cmd|' /C calc'!A0", '"Крем" & <b>;,\tx', "Ёж\nв две строки", "'@SUM(1)")
    table = [
        (f"N-{n}", f"N-{n}", "Раздел «Ё»", f"Товар {n}", "10.05", "1", "", "", text) for n, text in enumerate(nasty)
    ]
    await bring(db, tmp_path, csv_file([*ROWS, *table]))
    out = await ExportGoods(db.read)(EDITOR)
    content = write(form, out, "Бренд & Ко", "2026-05-07T12:00:00+00:00")
    if form == "csv":
        assert b";=cmd" not in content
        assert b"'=cmd" in content
    plan = await CheckGoods(db.read)(EDITOR, reading(tmp_path, content))
    assert plan.problems == ()
    assert [(change.code, change.differences) for change in (*plan.products, *plan.articles)] == []
    assert plan.same == len(out) == 3 + 4 + 4


async def test_a_press_does_only_what_was_shown(db: Database, shop: Shop, tmp_path: Path) -> None:
    found = reading(tmp_path, "артикул;цена\n20-1;2500\n")
    shown = (await CheckGoods(db.read)(EDITOR, found)).key
    await bring(db, tmp_path, "артикул;цена\n20-1;2500\n")
    with pytest.raises(Stale):
        await ApplyGoods(db.write)(EDITOR, found, nobody, shown)
    fresh = reading(tmp_path, "артикул;остаток\n20-1;0\n10-1-2;8\n")
    key = (await CheckGoods(db.read)(EDITOR, fresh)).key
    plan = await ApplyGoods(db.write)(EDITOR, fresh, nobody, key)
    async with db.write() as work:
        assert list(await work.goods.ids(plan)) == sorted([shop.lipstick, shop.cream])


async def test_what_came_in_is_found_and_what_was_renamed_too(db: Database, shop: Shop, tmp_path: Path) -> None:
    async def found(text: str) -> int:
        async with db.read() as work:
            return (await work.search.find(text, Narrowed(), date(2026, 11, 22), 0, 10)).total

    assert await found("роса") == 0
    await bring(db, tmp_path, csv_file())
    assert (await found("роса"), await found("туман")) == (1, 0)
    await bring(db, tmp_path, "артикул;название\n50-0001;Крем «Туман»\n")
    assert await found("туман") == 1
    families = await rows(db, select(articles.c.code, articles.c.family).where(articles.c.code.like("50-%")))
    assert dict(families)["50-0001"] is None
    assert dict(families)["50-0002-01"] is not None


async def test_whoever_waits_is_told_of_what_an_import_brought_back(
    db: Database, shop: Shop, tmp_path: Path, watch: Watch
) -> None:
    async with db.write() as work:
        await work.wishes.set_watch(shop.anna, shop.mask_article, True, watch())
    tell = TellBack(db.write)
    assert await tell() == 0
    await bring(db, tmp_path, "артикул;остаток;продаётся\n20-2;4;да\n")
    assert (await tell(), await tell()) == (1, 0)


async def test_pictures_of_a_product_and_of_a_shade(db: Database, shop: Shop, tmp_path: Path) -> None:
    parts = {"20-1.jpg": picture(), "20-1_2.png": picture("#112233", "PNG"), "10-1-1.jpg": picture("#9B1B30")}
    plan = await bring(db, tmp_path, archive(parts))
    album = select(product_pictures.c.product_id, product_pictures.c.position).order_by(product_pictures.c.position)
    assert await rows(db, album) == [(shop.cream, 0), (shop.cream, 1)]
    shade = await rows(db, select(articles.c.picture).where(articles.c.id == shop.ruby))
    assert shade == [(plan.article_photos["10-1-1"],)]
    assert (await bring(db, tmp_path, archive(parts))).is_empty
    async with db.read() as work:
        lipstick, cream = await work.catalog.product(shop.lipstick), await work.catalog.product(shop.cream)
    assert lipstick is not None
    assert cream is not None
    assert [each.picture for each in lipstick.articles] == [plan.article_photos["10-1-1"], None]
    assert cream.picture == plan.albums["20-1"][0]
    assert cream.pictures == plan.albums["20-1"]
    assert lipstick.pictures == ()
    await bring(db, tmp_path, archive({"20-1.jpg": picture("#112233")}))
    assert len(await rows(db, album)) == 1, "another album takes the place of the old one"


async def test_only_who_manages_the_catalog(db: Database, shop: Shop, tmp_path: Path) -> None:
    found = reading(tmp_path, csv_file())
    with pytest.raises(Forbidden):
        await CheckGoods(db.read)(GUEST, found)
    with pytest.raises(Forbidden):
        await ApplyGoods(db.write)(GUEST, found, nobody)
    with pytest.raises(Forbidden):
        await ExportGoods(db.read)(GUEST)
    with pytest.raises(Forbidden):
        await SendGoods(db.write)(GUEST, "file", "goods.csv", 100)


async def test_a_sent_file_is_decided_once(db: Database, shop: Shop) -> None:
    with pytest.raises(FileTooLarge):
        await SendGoods(db.write)(EDITOR, "file", "goods.csv", 20_000_001)
    sent = await SendGoods(db.write)(EDITOR, "file", "goods.csv", 20_000_000)
    async with db.write() as work:
        assert [each.id for each in await work.goods_imports.open()] == [sent.id]
        assert await work.goods_imports.move(sent.id, State.WAITING, State.CHECKED, "k1")
        await work.goods_imports.stands_at(sent.id, 55)
    decide = DecideGoods(db.write)
    with pytest.raises(Stale):
        await decide(EDITOR, sent.id, "old", apply=True)
    other = Person(PersonId(999), "ru", CustomerId(2), is_admin=True)
    with pytest.raises(NotFound):
        await decide(other, sent.id, "k1", apply=True)
    both = await asyncio.gather(*(decide(EDITOR, sent.id, "k1", apply=True) for _ in range(2)))
    assert {each.state for each in both} == {State.APPROVED}
    assert (await decide(EDITOR, sent.id, "k1", apply=False)).state is State.APPROVED
    async with db.read() as work:
        found = await work.goods_imports.get(sent.id)
    assert found is not None
    assert (found.state, found.key, found.message_id) == (State.APPROVED, "k1", 55)

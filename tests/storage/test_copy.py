"""The copy of one's own data: whatever the JSON has, the PDF has in words, whatever tables there are."""

from __future__ import annotations

import io
import json
import re
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from pypdf import PdfReader
from sqlalchemy import LargeBinary

from bot.adapters.pdf import dossier
from domain.access import models as access
from domain.broadcasts.kinds import BroadcastKind
from domain.broadcasts.models import BroadcastState
from domain.clients.care import TaskKind, TaskState
from domain.clients.models import Quiet
from domain.joining.address import Address
from domain.notices.models import Channel, NoticeKind
from domain.ordering.models import Delivery, EventKind, OrderState, Party, Payment
from domain.payments.models import Charge, PaymentState, Trouble
from domain.people.models import Person
from domain.personal import models as personal
from domain.points.models import MoveKind, PointsAccount
from domain.proposals.models import ProposalState
from domain.relay.models import Content
from domain.relay.models import Kind as RelayKind
from domain.shared.ids import ArticleId
from domain.shared.money import Money
from domain.tickets import models as tickets
from handlers.privacy.papers import INNER, sections
from locales.translator import Translators
from storage.called import with_names
from storage.database import Database
from storage.holdings import EXCEPTIONS, HOLDINGS
from storage.relayed import to_json
from tests.storage.shop import ANNA, Shop, new_order
from tests.storage.test_holdings import fill

TRANSLATORS = Translators(strict=True)
ZONE = ZoneInfo("Europe/Moscow")


def squeezed(text: str) -> str:
    """Without what a line break or a table cell changes."""
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_column_has_a_name_for_people_or_is_the_programs_own(language: str) -> None:
    tr = TRANSLATORS.for_language(language)
    for each in HOLDINGS:
        # The act of destruction names them all.
        assert tr.has(f"mydata-area-{each.table.name}"), each.table.name
        for column in each.table.columns if each.copied else ():
            bare = column.name.removesuffix("_sealed")
            secret = bare == column.name and isinstance(column.type, LargeBinary)
            if column.name in each.hidden or secret or bare in INNER:
                continue
            assert tr.has(f"mydata-field-{bare}"), f"{each.table.name}.{column.name}"
    assert tr.has("mydata-area-people")
    assert "people" in EXCEPTIONS


async def everything(db: Database, shop: Shop, watch: Any) -> None:
    """Anna with something of every table that people see."""
    await fill(db, shop, watch)
    anna = Person(ANNA, "ru", shop.anna)
    async with db.write() as work:
        await work.addresses.add(
            shop.anna, Address("170000", "Тверская область", "Тверь", "ул. Заречная", "7"), watch()
        )
        await work.terms.accept(anna, "2026-01", watch())
        order_id = await work.orders.add(
            new_order(shop, watch, key="второй", address="Тверь, Заречная, 7", contact="anna@example.org")
        )
        assert order_id is not None
        await work.orders.set_tracking(order_id, "80094512345678")
        charge = Charge("charge-of-anna", "provider-1", "payload", Money(1_290_00))
        assert await work.payments.add(charge, order_id, ANNA, Trouble.AMOUNT, watch())
        await work.wishes.set_favourite(shop.anna, shop.cream, True, watch())
        await work.wishes.note_seen(shop.anna, shop.mask, watch(), 20)


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_the_paper_says_what_the_json_says(db: Database, shop: Shop, watch: Any, language: str) -> None:
    await everything(db, shop, watch)
    tr = TRANSLATORS.for_language(language)
    async with db.read() as work:
        found = await work.holdings.copy(shop.anna, ANNA)
    made = sections(found, tr, ZONE)
    paper = {"title": "x", "lead": [], "sections": made, "language": language, "brand": "Роза", "note": ""}
    pages = PdfReader(io.BytesIO(dossier.draw(paper))).pages
    read = squeezed("".join(page.extract_text() for page in pages))

    tables = {"people", "forms", "orders", "order_lines", "addresses", "payments", "data_requests", "tickets"}
    assert tables | {"former_contacts", "terms_accepted", "ticket_entries", "favourites"} <= found.keys()
    for table in found:
        assert squeezed(tr.plain(f"mydata-area-{table}")) in read, table
    said = [(name, value) for _, lines in made for name, value in lines]
    for name, value in said:
        assert squeezed(name) in read
        assert squeezed(value) in read, (name, value)
    # Every text a person typed, and what was told to them, stands there as it is.
    for text in ("Петрова", "Ивановна", "4509123456", "+79161234567", "anna@example.org", "секретАнны", "Заречная"):
        assert text in read, text
    for text in ("80094512345678", "charge-of-anna", "old.anna@example.org", "123456780", "photo-of-1001"):
        assert text in read or text in squeezed(json.dumps(found, ensure_ascii=False)), text
    words = json.dumps(found, ensure_ascii=False)
    for value in ("80094512345678", "charge-of-anna", "old.anna@example.org", "секрет Анны", "Заречная"):
        assert value in words, value
        assert squeezed(value) in read, value
    own = "ru" if language == "ru" else "en"
    for table, rows in found.items():
        shown = [name for row in rows for name in row if name not in INNER]
        foreign = [name for name in shown if name.endswith(("_ru", "_en")) and not name.endswith(f"_{own}")]
        for name in set(shown) - set(foreign):
            assert tr.has(f"mydata-field-{name}"), f"{table}.{name}"


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_goods_and_consultants_have_their_names(db: Database, shop: Shop, watch: Any, language: str) -> None:
    """In favourites, in the cart and in conversations, where rows hold numbers alone."""
    tr = TRANSLATORS.for_language(language)
    cart = Content(RelayKind.CART, lines=((shop.cream_article, 2),))
    async with db.write() as work:
        await work.wishes.set_favourite(shop.anna, shop.cream, True, watch())
        await work.carts.set_quantity(shop.anna, shop.rose, 1, Money(900_00))
        await work.orders.add(new_order(shop, watch))
    async with db.read() as work:
        found = dict(await work.holdings.copy(shop.anna, ANNA))
        shown = {"relayed_messages": [{"kind": "cart", "content": to_json(cart)}]}
        found |= await with_names(shown, work.holdings._run)
    made = {table: sections({table: rows}, tr, ZONE) for table, rows in found.items()}
    own = "по-русски" if language == "ru" else "in English"
    said = {table: [value for _, lines in made[table] for _, value in lines] for table in made}
    assert f"cream {own}" in said["favourites"]
    assert {f"lipstick {own}", "rose"} <= set(said["cart_lines"])
    assert f"cream {own} × 2" in said["relayed_messages"]
    assert f"Олег {own}" in said["orders"]
    numbers = {tr.plain(f"mydata-field-{name}") for name in ("product_id", "article_id", "new_id", "consultant_id")}
    assert not numbers & {name for lines in made.values() for _, each in lines for name, _ in each}


def test_a_word_somebody_typed_is_not_translated() -> None:
    """Only columns of a few words are: a comment that says "done" stays "done"."""
    tr = TRANSLATORS.for_language("ru")
    made = sections({"carts": [{"comment": "done"}], "data_requests": [{"state": "done"}]}, tr, ZONE)
    assert [value for _, lines in made for _, value in lines] == ["done", "исполнено"]


CODED: dict[str, tuple[type[StrEnum], ...]] = {
    "order_events": (EventKind, Party),
    "orders": (OrderState, Delivery, Payment),
    "payments": (PaymentState, Trouble),
    "point_entries": (PointsAccount, MoveKind),
    "relayed_messages": (RelayKind,),
    "muted_kinds": (BroadcastKind,),
    "proposals": (ProposalState,),
    "broadcasts": (BroadcastState, BroadcastKind),
    "client_tasks": (TaskKind, TaskState),
    "client_quiets": (Quiet,),
    "tickets": (tickets.Category, tickets.State),
    "ticket_entries": (tickets.EntryKind,),
    "data_requests": (personal.Kind, personal.State, personal.Ground),
    "outbox": (NoticeKind, Channel),
    "bindings": (access.Ending,),
    "entries": (access.Proof,),
}


@pytest.mark.parametrize("language", ["ru", "en"])
def test_no_code_of_the_programs_stands_in_the_paper(language: str) -> None:
    tr = TRANSLATORS.for_language(language)
    for table, kinds in CODED.items():
        for each in (value for kind in kinds for value in kind):
            ((_, [(_, said)]),) = sections({table: [{"kind": each.value}]}, tr, ZONE)
            assert said == tr.plain(f"mydata-value-{each.value}")


def test_the_paper_calls_things_by_the_numbers_people_know() -> None:
    tr = TRANSLATORS.for_language("ru")
    made = sections({"tickets": [{"id": 1, "version": 2}], "order_events": [{"order_id": 1}]}, tr, ZONE)
    assert [lines for _, lines in made] == [[("Номер", "1001")], [("Заказ №", "10001")]]


def test_a_birthday_without_its_year_is_said_as_a_day() -> None:
    marks = {"audience_marks": [{"town": "524901", "birthday": "02-29"}]}
    for language, said in (("ru", "29 февраля"), ("en", "29 February")):
        ((_, [(_, day)]),) = sections(marks, TRANSLATORS.for_language(language), ZONE)
        assert day == said


def test_a_relayed_message_is_said_in_words() -> None:
    tr = TRANSLATORS.for_language("ru")
    photo = Content(RelayKind.PHOTO, html="<b>Да</b> &amp; нет", file_id="file-7")
    cart = Content(RelayKind.CART, lines=((ArticleId(3), 2),))
    rows = [{"kind": each.kind.value, "content": to_json(each)} for each in (photo, cart)]
    made = sections({"relayed_messages": rows}, tr, ZONE)
    said = [value for _, lines in made for _, value in lines]
    assert said == ["фотография", "Да & нет, file-7", "корзина", "3 × 2"]

"""A change of keys on a live database."""

from __future__ import annotations

import asyncio
import os
import sys
from asyncio.subprocess import PIPE
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from aiogram.fsm.storage.base import StorageKey
from sqlalchemy import func, insert, select

from domain.audit.models import Action, NewEntry
from domain.broadcasts.marks import Marks, Unmarked
from domain.codes.models import NewCode, Purpose, Way
from domain.consultants.models import Change
from domain.joining.address import Address
from domain.joining.models import Step
from domain.ordering.models import EventKind, OrderEvent, Party
from domain.people.models import Person
from domain.personal.models import Kind, State
from domain.shared.ids import CustomerId, PersonId, PlaceId, PressKey
from domain.tickets.models import Category, EntryKind, NewTicket, Said, TicketId
from storage.database import Database
from storage.fsm import make_fsm_storage
from storage.rotation import INDEXES, ROWS, Rotated, index_columns, rotate, sealed_columns
from storage.sealing import Keyring, SealBroken
from storage.tables import carts, customers, forms, metadata, tickets
from storage.updates import Updates
from tests.forms import JOINED
from tests.services import SECRET
from tests.storage.shop import ANNA, OLEG, Shop, new_order
from tests.storage.talk import wrote

ROOT = Path(__file__).resolve().parents[2]
NEW = "a newer secret for tests, 2"
CHAT = StorageKey(1, 1001, 1001)


@pytest.fixture
def both(db: Database) -> Database:
    """The same database, with a newer key before the old one."""
    db.keyring = Keyring.from_secrets([NEW, SECRET])
    return db


async def fill(db: Database, shop: Shop, watch: Any) -> None:
    """Something in every sealed column there is."""
    async with db.write() as work:
        await work.forms.save(shop.anna, replace(JOINED, email="Anna@Example.org", complete=True), watch())
        await work.audit.add(NewEntry(watch(), ANNA, Action.OPENED, shop.anna, "звонила Анна"))
        await work.carts.set_comment(shop.anna, "не звонить")
        order_id = await work.orders.add(new_order(shop, watch, address="Тверь, 1", contact="anna@example.org"))
        assert order_id is not None
        await work.orders.set_tracking(order_id, "80094512345678")
        await work.orders.note(order_id, OrderEvent(EventKind.NOTED, Party.CONSULTANT, None, watch(), "жду в среду"))
        await work.choices.note(
            Change(customer_id=shop.anna, old=shop.oleg, new=shop.vera, asked=True, at=watch(), reason="переехала")
        )
        draft = await work.proposals.draft(shop.oleg, shop.anna, watch())
        await work.proposals.set_note(draft.id, "к вашему тону")
        assert await work.credentials.issue(shop.anna, "12345678", watch())
        await work.credentials.set_password(shop.anna, "a hash", watch())
        await work.addresses.add(shop.anna, Address(city="Тверь", house="1"), watch())
        asked = await work.data_requests.add(
            Kind.QUESTION, State.OPEN, shop.anna, ANNA, watch(), watch(), words="что обо мне есть?"
        )
        await work.data_requests.extend(asked.id, watch(), "ждём архив")
        await work.data_requests.end(asked.id, State.DONE, ANNA, watch(), answer="анкета и заказы")
        await work.former_contacts.add(shop.anna, Step.EMAIL, Way.EMAIL, "anna@example.org", watch())
        await work.codes.add(NewCode(ANNA, Purpose.EMAIL, Way.EMAIL, "Anna@example.org", watch(), watch()))
        await work.choices.choose(shop.anna, shop.oleg, watch())
        await work.conversations.set_away_text(shop.oleg, "вернусь в среду")
        form = Unmarked(shop.anna, watch(), JOINED.birth_date, "Тверь")
        await work.audience_marks.save(form, Marks(PlaceId(480060), "Europe/Moscow", "05-07"))
    talk, _ = await wrote(db, shop.anna, shop.oleg, ANNA, OLEG, "здравствуйте", watch)
    async with db.write() as work:
        await work.conversations.set_word(talk.id, "спасибо")
        new = NewTicket(ANNA, PressKey("k"), Category.ORDER, None, watch(), watch())
        ticket, _ = await work.tickets.add(new)
        await work.tickets.note(ticket, EntryKind.WORDS, ANNA, watch(), Said("Анна пишет", "a photo of Anna's"))
        await work.tickets.set_name(ANNA, "Анна")
    await Updates(db).put_aside(77, ANNA, '{"text": "Анна"}', "ValueError", 5, watch())
    await make_fsm_storage(db, None).set_data(CHAT, {"typed": "Анна"})
    async with db.scope(78) as scope:
        async with db.write():
            pass
        await scope.commit("Здравствуйте, Анна")


async def stale(db: Database) -> dict[str, int]:
    """How many fields of each column are not sealed with the newest key."""
    found: dict[str, int] = {}
    async with db.read() as work:
        for table in metadata.sorted_tables:
            for name in sealed_columns(table):
                rows = (await work.connection.execute(select(table.c[name]))).scalars()
                values = [bytes(each) for each in rows if each is not None]
                found[f"{table.name}.{name}"] = sum(not work.keyring.is_current(each) for each in values)
    return found


def test_no_sealed_column_is_forgotten() -> None:
    tables = {table.name for table in metadata.sorted_tables if sealed_columns(table)}
    assert tables == set(ROWS)
    indexes = {(table.name, name) for table in metadata.sorted_tables for name in index_columns(table)}
    assert indexes == set(INDEXES)


async def test_everything_is_sealed_anew_and_needs_the_old_key_no_more(db: Database, shop: Shop, watch: Any) -> None:
    await fill(db, shop, watch)
    before = db.keyring
    db.keyring = Keyring.from_secrets([NEW, SECRET])
    assert sum((await stale(db)).values()) > 15
    done = [each async for each in rotate(db, batch=2)]
    assert {each.table for each in done} == set(ROWS)
    assert [each for each in done if not each.rows or each.broken] == []
    assert not any((await stale(db)).values())

    db.keyring = Keyring.from_secrets([NEW])
    async with db.read() as work:
        form = await work.forms.get(shop.anna)
        assert form.phone == JOINED.phone
        assert form.email == "Anna@Example.org"
        other = replace(JOINED, email="other@example.org", phone="+79990000000", passport="1111222222")
        for same in ("passport", "phone", "email"):
            assert await work.forms.is_taken(shop.boris, replace(other, **{same: getattr(JOINED, same)})), same
        assert not await work.forms.is_taken(shop.boris, other)
        credential = await work.credentials.of(shop.anna)
        assert credential is not None
        assert credential.password_hash == "a hash"
        sent = await work.codes.sent_since(
            Person(PersonId(5), "ru", shop.boris), "ANNA@example.org", watch().replace(year=2020)
        )
        assert len(sent[1]) == 1
    async with db.read() as work:
        assert [each.reason for each in await work.choices.changes(shop.anna)] == ["переехала"]
        ticket = TicketId((await work.connection.execute(select(tickets.c.id))).scalar_one())
        said = (await work.tickets.thread(ticket))[0]
        assert (said.text, said.photo) == ("Анна пишет", "a photo of Anna's")
    assert await make_fsm_storage(db, None).get_data(CHAT) == {"typed": "Анна"}
    assert [each.payload for each in await Updates(db).failed(9)] == ['{"text": "Анна"}']
    db.keyring = before
    async with db.read() as work:
        with pytest.raises(SealBroken):
            await work.forms.get(shop.anna)


async def test_again_there_is_nothing_to_do(both: Database, shop: Shop, watch: Any) -> None:
    await fill(both, shop, watch)
    assert [each async for each in rotate(both)] == [
        Rotated(t.name, 0, 0) for t in metadata.sorted_tables if t.name in ROWS
    ]


async def test_what_no_key_opens_is_left_and_told(db: Database, shop: Shop, watch: Any) -> None:
    await fill(db, shop, watch)
    async with db.write() as work:
        await work.connection.execute(
            carts.update().where(carts.c.customer_id == shop.boris).values(comment_sealed=b"x" * 40)
        )
    db.keyring = Keyring.from_secrets([NEW, SECRET])
    done = {each.table: each async for each in rotate(db, batch=1)}
    assert done["carts"] == Rotated("carts", 1, 1)
    assert (await stale(db))["carts.comment_sealed"] == 1


async def test_a_conversation_held_in_memory_follows(db: Database, shop: Shop, watch: Any) -> None:
    conversations = make_fsm_storage(db, None)
    await conversations.set_data(CHAT, {"typed": "Анна"})
    assert await conversations.get_data(CHAT) == {"typed": "Анна"}
    db.keyring = Keyring.from_secrets([NEW, SECRET])
    assert [each async for each in rotate(db)]
    db.keyring = Keyring.from_secrets([NEW])
    assert await conversations.get_data(CHAT) == {"typed": "Анна"}
    await conversations.set_state(CHAT, "somewhere")
    assert not any((await stale(db)).values())


MANY = 1_500


async def many(db: Database, watch: Any) -> list[CustomerId]:
    """Cabinets with a form each, sealed with the key of now."""
    async with db.write() as work:
        add = insert(customers).returning(customers.c.id)
        made = [
            CustomerId((await work.connection.execute(add, {"registered": False, "created_at": watch()})).scalar_one())
            for _ in range(MANY)
        ]
        for each in made:
            await work.forms.save(each, replace(JOINED, first_name=f"Анна {each}"), watch())
    return made


async def waiting(db: Database) -> int:
    """How many phones are not sealed with the newest key."""
    async with db.read() as work:
        found = (await work.connection.execute(select(forms.c.phone_sealed))).scalars()
        return sum(not work.keyring.is_current(bytes(each)) for each in found if each is not None)


@pytest.mark.slow
async def test_killed_in_the_middle_and_begun_again_while_people_write(
    db: Database, engine_url: str, watch: Any
) -> None:
    old, new = "an-old-secret-for-tests", "a-newer-secret-for-tests"
    db.keyring = Keyring.from_secrets([old])
    made = await many(db, watch)
    # The bot of this test runs on with both keys, as one that has followed the key file.
    db.keyring = Keyring.from_secrets([new, old])
    environment = {**os.environ, "DATABASE_URL": engine_url, "DATA_KEYS": f"{new} {old}", "PYTHONPATH": str(ROOT)}
    written: dict[CustomerId, str] = {}
    over = asyncio.Event()

    async def people() -> None:
        # Half of them at most: on a busy machine people would have sealed everything before the program is up.
        for turn, each in enumerate(reversed(made[MANY // 2 :])):
            if over.is_set():
                return
            async with db.write() as work:
                form = await work.forms.get(each)
                written[each] = f"Мария {turn}"
                await work.forms.save(each, replace(form, first_name=written[each]), watch())
            await asyncio.sleep(0.05)

    async def start() -> asyncio.subprocess.Process:
        return await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "keys", "rotate"), cwd=ROOT, env=environment, stdout=PIPE, stderr=PIPE
        )

    writing = asyncio.create_task(people())
    try:
        first = await start()
        left = MANY
        for _ in range(3_000):
            left = await waiting(db)
            if first.returncode is not None or left <= MANY - len(written) - 200:
                break
            await asyncio.sleep(0.02)
        first.kill()
        await first.communicate()
        assert 0 < left < MANY, "it was not killed in the middle"
        assert await waiting(db) > 0
        again = await start()
        out, errors = await again.communicate()
        assert again.returncode == 0, errors.decode()
    finally:
        over.set()
        await writing
    told = dict(line.split("\t") for line in out.decode().splitlines())
    assert 0 < int(told["forms"].split()[0]) < MANY
    assert not any((await stale(db)).values())
    db.keyring = Keyring.from_secrets([new])
    assert len(written) > 20
    async with db.read() as work:
        assert (await work.connection.execute(select(func.count()).select_from(forms))).scalar_one() == MANY
        for each in made:
            form = await work.forms.get(each)
            assert form.first_name == written.get(each, f"Анна {each}")
            assert form.passport == JOINED.passport

"""What is held about somebody: whole in a copy, gone after destruction, on both engines."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy import LargeBinary, select, text, update

from bot.data_requests import DataRequestsJob
from domain.clients.models import Quiet
from domain.codes.models import NewCode, Purpose, Way
from domain.consents.models import Consent
from domain.consents.models import Purpose as ConsentPurpose
from domain.joining.address import Address
from domain.joining.models import Step
from domain.notices.models import NoticeKind
from domain.people.models import Duty, Person
from domain.personal.models import Kind, State
from domain.personal.use_cases import AskErasure, DecideRequest
from domain.relay.models import Side
from domain.shared.ids import CustomerId, PersonId, PressKey
from domain.tickets.models import Category, EntryKind, NewTicket, Said
from storage.audit import verify
from storage.database import Database
from storage.holdings import EXCEPTIONS, HOLDINGS, naming_somebody
from storage.tables import metadata, orders, outbox, people
from storage.updates import Updates
from tests.forms import JOINED
from tests.storage.shop import ANNA, BORIS, OLEG, VERA, Shop, new_order
from tests.storage.talk import wrote

OFFICER = Person(PersonId(4001), "ru", CustomerId(0), duties=frozenset({Duty.OFFICER}))
VALUES = ("Петрова", "Ивановна", "4509123456", "+79161234567", "anna@example.org", "Арбат", "770-001", "секрет Анны")
SAID = tuple(f"секрет Анны в {where}" for where in ("переписке", "ответе", "оценке"))
VALUES += ("секрет Анны в обращении", "photo-of-1001", "имя Анны")


class EveryDay:
    def is_working(self, day: Any) -> bool:
        return True


async def fill(db: Database, shop: Shop, watch: Any) -> None:
    """Anna and Boris, each with something of everything."""
    for number, (person, customer) in enumerate(((ANNA, shop.anna), (BORIS, shop.boris))):
        mine = (
            JOINED
            if person == ANNA
            else replace(
                JOINED,
                last_name="Борисов",
                patronymic="Борисович",
                passport_department="540-002",
                address=replace(JOINED.address or Address(), street="ул. Мира"),
                passport="1111222222",
                phone="+79990000000",
                email="boris@example.org",
            )
        )
        whose = "Анны" if person == ANNA else "Бориса"
        async with db.write() as work:
            await work.forms.save(customer, replace(mine, complete=True), watch())
            await work.consents.give(Person(person, "ru", customer), Consent(ConsentPurpose.CABINET, "1", watch()))
            await work.carts.set_comment(customer, f"секрет {whose}")
            await work.orders.add(replace(new_order(shop, watch), customer_id=customer, comment=f"секрет {whose}"))
            draft = await work.proposals.draft(shop.oleg, customer, watch())
            await work.proposals.set_line(draft.id, shop.ruby, 2)
            await work.proposals.set_note(draft.id, f"секрет {whose}")
            await work.quiets.set(customer, Quiet.CARE, True, watch())
            assert await work.credentials.issue(customer, f"12345678{number}", watch())
            await work.bindings.bind(person, customer, None, watch())
            asked = await work.data_requests.add(
                Kind.QUESTION, State.OPEN, customer, person, watch(), watch(), words=f"вопрос: секрет {whose}"
            )
            await work.data_requests.extend(asked.id, watch(), f"причина: секрет {whose}")
            await work.data_requests.end(asked.id, State.DONE, OFFICER.id, watch(), answer=f"ответ: секрет {whose}")
            await work.data_requests.add(
                Kind.CORRECTION, State.OPEN, customer, person, watch(), watch(), Step.PHONE, f"верно: секрет {whose}"
            )
            await work.former_contacts.add(customer, Step.EMAIL, Way.EMAIL, f"old.{mine.email}", watch())
            new = NewTicket(person, PressKey("k"), Category.ORDER, None, watch(), watch())
            ticket, _ = await work.tickets.add(new)
            said = Said(f"секрет {whose} в обращении", f"photo-of-{person}")
            await work.tickets.note(ticket, EntryKind.WORDS, person, watch(), said)
            await work.tickets.set_name(person, f"имя {whose}")
            await work.codes.add(NewCode(person, Purpose.EMAIL, Way.EMAIL, mine.email or "", watch(), watch()))
        other = VERA if person == ANNA else OLEG
        await wrote(db, customer, shop.oleg, person, other, f"секрет {whose} в переписке", watch, message_id=number)
        back, side = f"секрет {whose} в ответе", Side.CONSULTANT
        talk, _ = await wrote(db, customer, shop.oleg, other, person, back, watch, message_id=number, side=side)
        async with db.write() as work:
            await work.conversations.set_word(talk.id, f"секрет {whose} в оценке")
        await Updates(db).put_aside(70 + number, person, f'{{"text": "секрет {whose}"}}', "ValueError", 5, watch())


async def opened(db: Database) -> str:
    """Everything in the database, unsealed where a key opens it."""
    from storage.rotation import ROWS
    from storage.sealing import place

    found: list[str] = []
    async with db.read() as work:
        for table in metadata.sorted_tables:
            for row in (await work.connection.execute(select(table))).all():
                for column in table.columns:
                    value = row._mapping[column.name]
                    if value is None:
                        continue
                    if column.name.endswith("_sealed") and isinstance(column.type, LargeBinary):
                        spot = place(table.name, column.name.removesuffix("_sealed"), ROWS[table.name](row))
                        value = work.keyring.open(value, spot)
                    found.append(str(value))
    return "\n".join(found)


def test_no_table_about_somebody_is_forgotten() -> None:
    named = {each.table.name for each in HOLDINGS}
    assert not named & set(EXCEPTIONS)
    missing = naming_somebody() - named - set(EXCEPTIONS)
    assert not missing, f"say in storage/holdings.py what a copy shows of {missing} and what becomes of it"
    assert all(each.why for each in HOLDINGS if each.kept is not None or not each.copied)


async def test_a_copy_has_everything_of_the_person_and_nothing_of_others(db: Database, shop: Shop, watch: Any) -> None:
    await fill(db, shop, watch)
    async with db.write() as work:
        text = json.dumps(await work.holdings.copy(shop.anna, ANNA), ensure_ascii=False)
    for value in (*VALUES, *SAID, "вопрос: ", "причина: ", "ответ: ", "верно: ", "old.anna@example.org"):
        assert value in text, value
    for value in ("Борисов", "1111222222", "boris@example.org", "секрет Бориса", "123456781", str(BORIS), "имя Бориса"):
        assert value not in text, value
    assert "123456780" in text


async def test_destroyed_in_one_go_and_the_orders_stay_without_a_name(db: Database, shop: Shop, watch: Any) -> None:
    await fill(db, shop, watch)
    before = await opened(db)
    assert all(value in before for value in (*VALUES, *SAID))
    anna = Person(ANNA, "ru", shop.anna)
    ask = AskErasure(db.read, db.write, watch, EveryDay(), (OFFICER.id,))
    decide = DecideRequest(db.write, watch)
    async with db.write() as work:
        await work.people.add(OFFICER.id, "ru")
    request = await ask(anna, Kind.WITHDRAWAL)
    assert await ask(anna, Kind.WITHDRAWAL) == request, "asked twice is one request"
    assert await decide.destroy(OFFICER, request.id) == (ANNA,)
    after = await opened(db)
    for value in VALUES:
        assert value not in after, value
    for value in ("Борисов", "секрет Бориса", "123456781"):
        assert value in after, value
    async with db.read() as work:
        left = (await work.connection.execute(select(orders).where(orders.c.customer_id == shop.anna))).all()
        assert [row.comment_sealed for row in left] == [None]
        act = await decide.act(OFFICER, request.id)
        assert act is not None
        assert act.state is State.DONE
        assert dict(act.destroyed)["forms"] == 1
        assert dict(act.destroyed)["proposals"] == 1
        kinds = (await work.connection.execute(select(outbox.c.kind).where(outbox.c.person_id == ANNA))).scalars().all()
        assert list(kinds) == [NoticeKind.ERASED]
        moved = (await work.connection.execute(select(people.c.customer_id).where(people.c.id == ANNA))).scalar_one()
        assert moved != shop.anna
    verdict = await verify(db)
    assert not verdict.faults
    assert verdict.count == 1

    job = DataRequestsJob(db, watch, EveryDay(), (OFFICER.id,))
    await job()
    assert str(ANNA) in await opened(db), "until the last word is sent the account stays"
    async with db.write() as work:
        await work.connection.execute(update(outbox).where(outbox.c.person_id == ANNA).values(state="sent"))
    await job()
    assert str(ANNA) not in (await opened(db)).splitlines()


async def test_half_done_is_not_done(db: Database, shop: Shop, watch: Any) -> None:
    await fill(db, shop, watch)
    before = await opened(db)
    try:
        async with db.write() as work:
            await work.holdings.destroy(shop.anna, ANNA, watch())
            raise RuntimeError("the power went")
    except RuntimeError:
        pass
    assert await opened(db) == before


async def test_whoever_writes_again_is_not_forgotten(db: Database, shop: Shop, watch: Any) -> None:
    await fill(db, shop, watch)
    async with db.write() as work:
        await work.people.add(OFFICER.id, "ru")
    request = await AskErasure(db.read, db.write, watch, EveryDay(), ())(Person(ANNA, "ru", shop.anna), Kind.WITHDRAWAL)
    await DecideRequest(db.write, watch).destroy(OFFICER, request.id)
    async with db.write() as work:
        await work.connection.execute(update(outbox).where(outbox.c.person_id == ANNA).values(state="sent"))
        anew = await work.people.get(ANNA)
        assert anew is not None
        await work.forms.save(anew.customer_id, replace(JOINED, last_name="Новая"), watch())
    await DataRequestsJob(db, watch, EveryDay(), ())()
    async with db.read() as work:
        assert await work.people.get(ANNA) is not None


async def rows_as_text(db: Database) -> str:
    """Every row of every table as the engine itself writes it; bytes as hex."""
    found: list[str] = []
    async with db.read() as work:
        for table in metadata.sorted_tables:
            if work.connection.engine == "postgresql":
                statement = text(f'SELECT "{table.name}"::text FROM "{table.name}"')
                found += (await work.connection.execute(statement)).scalars().all()
                continue
            for row in (await work.connection.execute(select(table))).all():
                found += [bytes(each).hex() if isinstance(each, bytes) else str(each) for each in row]
    return "\n".join(found)


async def sealed_of(db: Database, customer: CustomerId, person: PersonId) -> set[str]:
    """Every sealed value and blind index of somebody, as hex."""
    found: set[str] = set()
    async with db.read() as work:
        for table in metadata.sorted_tables:
            for row in (await work.connection.execute(select(table))).all():
                theirs = getattr(row, "customer_id", None) == customer or getattr(row, "person_id", None) == person
                if theirs and table.name != "audit_log":
                    found |= {bytes(each).hex() for each in row if isinstance(each, bytes) and len(each) >= 16}
    return found


async def test_no_row_anywhere_has_a_byte_of_theirs(db: Database, shop: Shop, watch: Any) -> None:
    """On both engines: neither a value nor its ciphertext nor its blind index, in whatever table there is."""
    await fill(db, shop, watch)
    async with db.write() as work:
        await work.people.add(OFFICER.id, "ru")
    anna, boris = await sealed_of(db, shop.anna, ANNA), await sealed_of(db, shop.boris, BORIS)
    assert len(anna) > 20
    before = await rows_as_text(db)
    assert all(each in before for each in anna | boris)
    assert not [value for value in VALUES if value in before], "nothing stood open before either"
    request = await AskErasure(db.read, db.write, watch, EveryDay(), ())(Person(ANNA, "ru", shop.anna), Kind.WITHDRAWAL)
    await DecideRequest(db.write, watch).destroy(OFFICER, request.id)
    async with db.write() as work:
        await work.connection.execute(update(outbox).where(outbox.c.person_id == ANNA).values(state="sent"))
    await DataRequestsJob(db, watch, EveryDay(), ())()
    after = await rows_as_text(db)
    assert not [each for each in anna if each in after]
    assert not re.search(rf"\b{ANNA}\b", after), "not even the number of the account"
    assert all(each in after for each in boris)


async def test_nothing_is_left_in_the_file_or_beside_it(tmp_path: Path, watch: Any) -> None:
    """The bytes of the sealed values themselves: gone from the file, the log and the index."""
    from tests.services import keyring, sqlite_database
    from tests.storage.shop import open_shop

    db = Database(await sqlite_database(tmp_path), keyring(), clock=watch)
    shop = await open_shop(db)
    await fill(db, shop, watch)
    async with db.write() as work:
        sealed = [
            bytes(value)
            for table in metadata.sorted_tables
            if "customer_id" in table.c or table.name == "codes"
            for row in (await work.connection.execute(select(table))).all()
            if getattr(row, "customer_id", None) == shop.anna or getattr(row, "person_id", None) == ANNA
            for value in row
            if isinstance(value, bytes)
        ]
        await work.people.add(OFFICER.id, "ru")

    def there() -> int:
        raw = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
        return sum(each in raw for each in sealed)

    assert len(sealed) > 15
    await db.backend.empty_log()
    assert there() == len(sealed)
    request = await AskErasure(db.read, db.write, watch, EveryDay(), ())(Person(ANNA, "ru", shop.anna), Kind.WITHDRAWAL)
    async with db.scope(1) as scope:
        await DecideRequest(db.write, watch).destroy(OFFICER, request.id)
        await scope.commit("done")
    assert there() == 0, "with the officer's yes, not an hour later"
    await DataRequestsJob(db, watch, EveryDay(), ())()
    assert there() == 0
    await db.close()


async def test_the_log_is_emptied_also_while_another_checkpoint_runs(tmp_path: Path, watch: Any) -> None:
    """Many commits have set a checkpoint going; SQLite says "busy" then, and the log must go all the same."""
    from tests.services import keyring, sqlite_database

    db = Database(await sqlite_database(tmp_path), keyring(), clock=watch)
    for number in range(60):
        async with db.write() as work:
            mine = (await work.people.add(PersonId(9000 + number), "ru")).customer_id
        for _ in range(12):
            async with db.write() as work:
                await work.forms.save(mine, JOINED, watch())
    [log] = list(tmp_path.rglob("*-wal"))
    assert log.stat().st_size > 0
    await db.backend.empty_log()
    assert log.stat().st_size == 0
    await db.close()

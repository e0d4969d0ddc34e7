"""A few cabinets to break into: Anna's has a number and a password, Boris is a guest, Eve wants in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import select

from bot.access_cases import access_cases
from bot.adapters.passwords import Argon2, Cost
from bot.settings import Settings
from domain.access.issue import open_cabinet
from domain.access.log_in import LoggedIn, MustChange
from domain.access.models import Credential
from domain.joining.models import Form, Proof
from domain.people.models import Person
from domain.shared.ids import PersonId
from storage.database import Database
from storage.tables import outbox
from tests.storage.conftest import Watch
from tests.storage.shop import ANNA, BORIS, Shop, open_shop

EVE = PersonId(6666)
TABLET, PHONE = PersonId(1101), PersonId(1102)
PASSWORD = "четыре кита плывут мимо"
OTHER = "совсем другие три слова"
ADDRESS = "anna@example.org"
NUMBER = "+79161234567"
CHEAP = Cost(memory=8, passes=1, at_once=2)


@dataclass
class House:
    """The use cases by name, over one database and one clock."""

    database: Database
    watch: Watch
    shop: Shop
    passwords: Argon2
    cases: dict[str, Any]

    def __getattr__(self, name: str) -> Any:
        try:
            return self.cases[name]
        except KeyError:
            raise AttributeError(name) from None

    async def person(self, person_id: PersonId) -> Person:
        """Who that is now; a stranger is met first."""
        async with self.database.write() as work:
            return await work.people.add(person_id, "ru")

    async def credential(self) -> Credential:
        """What Anna's cabinet is entered with."""
        async with self.database.read() as work:
            found = await work.credentials.of(self.shop.anna)
        assert found is not None
        return found

    async def notices(self, person_id: PersonId | None = None) -> list[tuple[int, str, str, dict[str, Any]]]:
        """(to, kind, channel, args) of all that is owed, oldest first."""
        async with self.database.read() as work:
            found = await work.connection.execute(select(outbox).order_by(outbox.c.id))
        rows = [(row.person_id, row.kind, row.channel, row.args) for row in found]
        return [row for row in rows if person_id in (None, row[0])]

    async def letter(self) -> str:
        """The password of Anna's letter, as it is written when it is sent."""
        letter = await self.write_letter(self.shop.anna)
        assert letter is not None
        return str(letter.password)

    async def enter(self, person_id: PersonId, password: str = PASSWORD) -> Any:
        """Tries number and password from that account."""
        return await self.log_in(await self.person(person_id), (await self.credential()).number, password)

    async def code(self, person_id: PersonId) -> str:
        """The digits of the code last sent to the person."""
        async with self.database.read() as work:
            ids = [args["code"] for _, kind, _, args in await self.notices(person_id) if kind == "code"]
            return str(await work.codes.digits(ids[-1]))


async def open_house(database: Database, watch: Watch) -> House:
    """Anna's cabinet is open and has a password of her own; its letter was read."""
    shop = await open_shop(database)
    passwords = Argon2(CHEAP)
    cases = access_cases(database, Settings(), watch, passwords)
    house = House(database, watch, shop, passwords, cases)
    form = Form(
        last_name="Смирнова",
        first_name="Анна",
        birth_date=date(1990, 5, 7),
        phone=NUMBER,
        phone_proof=Proof.OWN,
        email=ADDRESS,
        email_proof=Proof.OWN,
    )
    anna = await house.person(ANNA)
    async with database.write() as work:
        await work.forms.save(anna.customer_id, replace(form, complete=True), watch())
        await open_cabinet(work, anna, watch)
    await house.person(BORIS)
    await house.person(EVE)
    return house


async def with_password(house: House) -> House:
    """Anna has logged in from her tablet with the letter's password and set one of her own there."""
    assert isinstance(await house.enter(TABLET, await house.letter()), MustChange)
    await house.set_password(await house.person(TABLET), PASSWORD)
    return house


def is_in(outcome: Any) -> bool:
    """Whether a log-in let somebody in."""
    return isinstance(outcome, (LoggedIn, MustChange))

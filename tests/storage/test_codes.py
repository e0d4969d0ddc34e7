"""One-time codes and consents as rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from domain.codes.errors import WrongCode
from domain.codes.models import DIGITS, LIFE, NewCode, Purpose, Way
from domain.codes.use_cases import CheckCode, SendCode
from domain.consents.models import Consent
from domain.consents.models import Purpose as ConsentPurpose
from domain.people.models import Person
from storage.database import Database
from storage.sealing import Keyring
from storage.tables import consents, outbox
from tests.services import SECRET
from tests.storage.shop import ANNA, BORIS, Shop

EMAIL = "anna@example.org"


def raw(folder: Path) -> bytes:
    """Everything that lies in the folder."""
    return b"".join(path.read_bytes() for path in folder.iterdir())


def anna(shop: Shop) -> Person:
    return Person(ANNA, "ru", shop.anna)


def new(watch: Any, **changes: Any) -> NewCode:
    made = NewCode(ANNA, Purpose.EMAIL, Way.EMAIL, EMAIL, watch(), watch() + LIFE)
    return replace(made, **changes)


async def test_a_code_has_digits_of_its_own_that_stay_the_same(db: Database, shop: Shop, watch: Any) -> None:
    async with db.write() as work:
        ids = [await work.codes.add(new(watch)) for _ in range(20)]
        digits = [await work.codes.digits(id_) for id_ in ids]
        assert [await work.codes.digits(id_) for id_ in ids] == digits
        assert len(set(digits)) > 15
        assert all(len(each) == DIGITS and each.isdigit() for each in digits)
        assert await work.codes.is_right(ids[0], digits[0])
        for wrong in (digits[1] if digits[1] != digits[0] else "", "", digits[0][:-1], f"{digits[0]}0"):
            assert not await work.codes.is_right(ids[0], wrong)


async def test_the_newest_of_a_purpose_counts_and_its_tries(db: Database, shop: Shop, watch: Any) -> None:
    async with db.write() as work:
        await work.codes.add(new(watch))
        second = await work.codes.add(new(watch, address="other@example.org"))
        await work.codes.add(new(watch, purpose=Purpose.PHONE, way=Way.SMS, address="+79161234567"))
        await work.codes.count_wrong(second)
        await work.codes.use(second)
    async with db.read() as work:
        latest = await work.codes.latest(anna(shop), Purpose.EMAIL)
        assert latest is not None
        assert (latest.id, latest.address, latest.attempts, latest.used) == (second, "other@example.org", 1, True)
        assert (latest.sent_at, latest.expires_at) == (watch(), watch() + LIFE)
        assert await work.codes.latest(anna(shop), Purpose.RECOVERY) is None
        assert await work.codes.get(10**6) is None


async def test_codes_are_counted_by_person_and_by_address(db: Database, shop: Shop, watch: Any) -> None:
    start = watch()
    async with db.write() as work:
        await work.codes.add(new(watch))
        watch.forward(minutes=30)
        await work.codes.add(new(watch, person_id=BORIS, address="ANNA@example.org"))
        by_anna, to_address = await work.codes.sent_since(anna(shop), EMAIL, start - timedelta(seconds=1))
        assert (by_anna, to_address) == ([start], [start, watch()])
        assert await work.codes.sent_since(anna(shop), EMAIL, start) == ([], [watch()])
        assert await work.codes.prune(watch()) == 1


async def test_a_code_on_its_way_outlives_a_change_of_keys(db: Database, shop: Shop, watch: Any) -> None:
    async with db.write() as work:
        code = await work.codes.add(new(watch))
        digits = await work.codes.digits(code)
        work.keyring = Keyring.from_secrets(["another secret for tests", SECRET])
        assert await work.codes.is_right(code, digits)
        work.keyring = Keyring.from_secrets(["another secret for tests"])
        assert not await work.codes.is_right(code, digits)


async def test_a_wrong_try_counts_inside_the_transaction_of_an_update(db: Database, shop: Shop, watch: Any) -> None:
    person = anna(shop)
    await SendCode(db.write, watch)(person, Purpose.EMAIL, Way.EMAIL, EMAIL)
    async with db.scope(1) as scope:
        with pytest.raises(WrongCode) as wrong:
            await CheckCode(db.write, watch)(person, Purpose.EMAIL, "x")
        assert wrong.value.keeps
        await scope.commit()
    async with db.read() as work:
        latest = await work.codes.latest(person, Purpose.EMAIL)
    assert latest is not None
    assert latest.attempts == 1


@pytest.mark.parametrize("engine_url", ["sqlite"], indirect=True)
async def test_neither_table_nor_outbox_hold_code_or_address(
    db: Database, shop: Shop, watch: Any, tmp_path: Path
) -> None:
    await SendCode(db.write, watch)(anna(shop), Purpose.EMAIL, Way.EMAIL, EMAIL)
    async with db.write() as work:
        latest = await work.codes.latest(anna(shop), Purpose.EMAIL)
        assert latest is not None
        digits = await work.codes.digits(latest.id)
        owed = (await work.connection.execute(select(outbox.c.channel, outbox.c.args))).all()
    assert [(row.channel, row.args) for row in owed] == [("email", {"code": latest.id})]
    files = raw(tmp_path)
    assert digits.encode() not in files
    assert EMAIL.encode() not in files


async def test_consents_in_force_and_the_proof_of_those_that_were(db: Database, shop: Shop, watch: Any) -> None:
    person, given = anna(shop), Consent(ConsentPurpose.PROMOTIONS, "2026-11-29.2", watch())
    async with db.write() as work:
        assert await work.consents.of(shop.anna) == {}
        await work.consents.give(person, given)
        assert await work.consents.of(shop.anna) == {ConsentPurpose.PROMOTIONS: given}
        assert await work.consents.of(shop.boris) == {}
        await work.consents.withdraw(shop.anna, ConsentPurpose.CABINET, watch())
        await work.consents.withdraw(shop.anna, ConsentPurpose.PROMOTIONS, watch.forward(days=1))
        assert await work.consents.of(shop.anna) == {}
        kept = (await work.connection.execute(select(consents))).one()
    assert (kept.person_id, kept.version, kept.given_at) == (ANNA, "2026-11-29.2", given.given_at)
    assert kept.withdrawn_at == watch()

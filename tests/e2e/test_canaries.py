"""Fifty people with known values join; in files, backup, logs and metrics nobody finds any of them."""

from __future__ import annotations

import asyncio
import base64
import json
import random
import re
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from pathlib import Path
from urllib.parse import quote

import aiohttp
import pytest

from tests.bot_process import bot_environment, run_bot, seed_demo, start_bot
from tests.e2e.test_first_order import add_lipstick, code_in, receipt
from tests.sandbox_client import PersonClient, SandboxClient, start_sandbox

PEOPLE = 50
AT_ONCE = 10
SYLLABLES = ("бра", "вле", "гну", "дро", "жми", "зла", "кре", "льна", "мхо", "пшу", "рва", "стре", "тво", "хле", "чми")


@dataclass(frozen=True, slots=True)
class Canary:
    """Somebody whose every value is like nobody else's."""

    last_name: str
    first_name: str
    birth: str
    series: str
    number: str
    street: str
    flat: str
    phone: str
    email: str
    card: str

    def spellings(self) -> set[str]:
        """How the values might lie somewhere, each long enough not to turn up by chance."""
        day, month, year = self.birth.split(".")
        digits = self.phone.removeprefix("+")
        found = {
            *(self.last_name, self.first_name, self.street, self.email, self.email.partition("@")[0]),
            *(self.birth, f"{year}-{month}-{day}"),
            *(f"{self.series}{self.number}", f"{self.series} {self.number}"),
            *(f"{self.series[:2]} {self.series[2:]} {self.number}", self.phone, digits, digits[1:]),
            f"{digits[1:4]} {digits[4:7]}-{digits[7:9]}-{digits[9:]}",
        }
        return found | {each.upper() for each in found} | {each.lower() for each in found}


def canary(dice: random.Random, n: int) -> Canary:
    def word(count: int) -> str:
        return "".join(dice.choice(SYLLABLES) for _ in range(count)).capitalize()

    phone = f"+7916{dice.randrange(10**7):07}"
    return Canary(
        last_name=word(5),
        first_name=word(4),
        birth=f"{dice.randrange(1, 29):02}.{dice.randrange(1, 13):02}.{dice.randrange(1983, 1999)}",
        series=f"{dice.randrange(10, 90)}19",
        number=f"{dice.randrange(10**6):06}",
        street=word(6),
        flat=str(dice.randrange(1, 200)),
        phone=phone,
        email=f"{''.join(dice.choices('bcdfghklmnpqrstvwxz', k=14))}{n}@example.org",
        card=f"{dice.randrange(10**4):04}",
    )


def forms_of(text: str) -> Iterator[bytes]:
    """A text as it might be written: plain, wide, in JSON, in an address, in base64 at any offset."""
    plain = text.encode()
    yield plain
    yield text.encode("utf-16-le")
    yield json.dumps(text)[1:-1].encode()
    yield quote(text).encode()
    for shift in range(3):
        encoded = base64.b64encode(b"\0" * shift + plain)
        # The first and last characters also hold bits of what is beside.
        yield encoded[4 if shift else 0 : len(encoded) - 4]


def found_in(places: dict[str, bytes], canaries: list[Canary]) -> list[str]:
    """Where something of somebody lies open."""
    wanted = {form for each in canaries for text in each.spellings() for form in forms_of(text) if len(form) >= 8}
    # One pass over each place, however many are looked for.
    pattern = re.compile(b"|".join(re.escape(each) for each in sorted(wanted, key=len, reverse=True)))
    return [f"{name}: {match.group()!r}" for name, content in places.items() if (match := pattern.search(content))]


async def joined(sandbox: SandboxClient, who: Canary, invite: str) -> PersonClient:
    """The person after the whole form and a first order."""
    guest = await sandbox.add_person("Гость", phone=who.phone)
    await guest.say(f"/start {invite}")
    await guest.press("Выбрать")
    await guest.say("/form")
    for _ in range(3):
        await guest.press("Даю согласие")
    await guest.say(who.last_name)
    await guest.say(who.first_name)
    await guest.press("Пропустить")
    for answer in (who.birth, f"{who.series[:2]} {who.series[2:]} {who.number}", "20.06.2019", "770-001"):
        await guest.say(answer)
    await guest.say(f"119019, Москва, ул. {who.street}, д. 10, кв. {who.flat}")
    await guest.press("Адрес верный")
    await guest.share_contact()
    await guest.say(who.email)
    await guest.say(await code_in(sandbox, who.email))
    await guest.press("Для себя и семьи")
    await guest.press("Пропустить")
    await guest.say(f"Мир {who.card}")
    await guest.press("Всё верно")
    return guest


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.suffix != ".jpg"}


async def metrics_of(port: int) -> bytes:
    async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{port}/metrics") as answer:
        assert answer.status == 200
        return await answer.read()


@pytest.mark.slow
async def test_nothing_of_anybody_lies_open_anywhere(tmp_path: Path, unused_tcp_port: int) -> None:
    seed = random.randrange(10**6)
    print("seed", seed)
    dice = random.Random(seed)
    canaries = [canary(dice, n) for n in range(PEOPLE)]
    assert len({value for each in canaries for value in astuple(each)[-3:-1]}) == 2 * PEOPLE
    async with start_sandbox() as sandbox:
        await sandbox.unlimited()
        environment = bot_environment(sandbox, tmp_path, OBSERVE_PORT=str(unused_tcp_port))
        await seed_demo(environment, tmp_path)
        async with start_bot(environment, tmp_path / "log") as bot:
            oleg = sandbox.person(2001)
            await oleg.say("/start")
            await oleg.say("/invite")
            invite = re.search(r"start=([A-Za-z0-9_-]+)", (await oleg.last()).text)
            assert invite
            gate = asyncio.Semaphore(AT_ONCE)

            async def come(who: Canary) -> PersonClient:
                async with gate:
                    return await joined(sandbox, who, invite.group(1))

            people = await asyncio.gather(*(come(who) for who in canaries))
            # One of them orders, so that notices and letters name somebody too.
            buyer = people[0]
            await add_lipstick(buyer)
            await buyer.say("/cart")
            await buyer.press("Оформить")
            await buyer.press("Лично")
            await buyer.press("Заказать")
            await receipt(buyer)
            await oleg.wait_for(canaries[0].last_name)
            assert found_in({"the consultant's chat": (await oleg.last()).text.encode()}, canaries), "blind search"
            code, out = await run_bot(environment, "backup", str(tmp_path / "backup.db"))
            assert code == 0, out
            places = files_of(tmp_path) | {"/metrics": await metrics_of(unused_tcp_port), "output": out.encode()}
            assert {"cabinet.db", "cabinet.db-wal", "backup.db", "log", "/metrics"} <= places.keys()
            assert found_in(places, canaries) == []
            assert bot.errors() == []
        assert found_in(files_of(tmp_path), canaries) == [], "after the end"

"""Fifty people with known values join; in files, backup, logs and metrics nobody finds any of them. Two are erased."""

from __future__ import annotations

import asyncio
import base64
import json
import random
import re
from collections.abc import Awaitable, Callable, Iterable, Iterator
from dataclasses import astuple, dataclass
from pathlib import Path
from urllib.parse import quote

import aiohttp
import pytest

from tests.bot_process import bot_environment, run_bot, seed_demo, start_bot
from tests.e2e.test_first_order import add_lipstick, receipt
from tests.sandbox_client import PersonClient, SandboxClient, start_sandbox

PEOPLE = 50
OFFICER = 3001
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


SHORTEST = 8
"""Bytes; anything shorter may turn up by chance."""


def found_in(places: dict[str, bytes], canaries: list[Canary]) -> list[str]:
    """Where something of somebody lies open.

    One look at each place by the first eight bytes: an alternation of six thousand words took forty times as long.
    """
    heads: dict[bytes, set[bytes]] = {}
    for each in canaries:
        for text in each.spellings():
            for form in forms_of(text):
                if len(form) >= SHORTEST:
                    heads.setdefault(form[:SHORTEST], set()).add(form)
    found = []
    for name, content in places.items():
        for at in range(len(content) - SHORTEST + 1):
            words = heads.get(content[at : at + SHORTEST])
            if words:
                found += [f"{name}: {each!r}" for each in words if content.startswith(each, at)]
    return found


async def all_join(sandbox: SandboxClient, canaries: list[Canary], invite: str) -> list[PersonClient]:
    """Everybody fills in the whole form, question by question side by side: one wait a question, not one a person."""
    guests = [await sandbox.add_person("Гость", phone=each.phone) for each in canaries]

    async def together(deeds: Iterable[Awaitable[object]]) -> None:
        await asyncio.gather(*deeds)
        await sandbox.settle(within=120)

    async def say(answer: Callable[[Canary], str] | str) -> None:
        texts = [answer if isinstance(answer, str) else answer(who) for who in canaries]
        await together(guest.say(text, settle=False) for guest, text in zip(guests, texts, strict=True))

    async def press(words: str) -> None:
        await together(guest.press(words, settle=False, wait=60) for guest in guests)

    # One of them has a consultant, and will order.
    await guests[0].say(f"/start {invite}")
    await guests[0].press("Выбрать")
    await say("/form")
    for _ in range(2):
        await press("Даю согласие")
    await say(lambda who: who.last_name)
    await say(lambda who: who.first_name)
    await press("Пропустить")
    await say(lambda who: who.birth)
    await say(lambda who: f"{who.series[:2]} {who.series[2:]} {who.number}")
    await say("20.06.2019")
    await say("770-001")
    await say(lambda who: f"119019, Москва, ул. {who.street}, д. 10, кв. {who.flat}")
    await press("Адрес верный")
    await together(guest.share_contact(settle=False) for guest in guests)
    await say(lambda who: who.email)
    codes = await codes_in(sandbox, {who.email for who in canaries})
    await say(lambda who: codes[who.email])
    await press("Для себя и семьи")
    await press("Пропустить")
    await say(lambda who: f"Мир {who.card}")
    await press("Всё верно")
    for guest in guests:
        assert "Анкета заполнена" in " ".join(m.text for m in await guest.messages()), "everybody has come to the end"
    return guests


async def codes_in(sandbox: SandboxClient, addresses: set[str]) -> dict[str, str]:
    """The code that was sent to each address, once all of them are there."""
    async with asyncio.timeout(120):
        while True:
            found = {each["to"]: re.search(r"\b\d{6}\b", each["text"]) for each in await sandbox.mail()}
            codes = {to: code.group() for to, code in found.items() if code}
            if addresses <= codes.keys():
                return codes
            await asyncio.sleep(0.2)


async def erased(sandbox: SandboxClient, person: PersonClient) -> None:
    """The person withdraws the consent to the cabinet, and the officer destroys their data."""
    await person.say("/privacy")
    await person.press("Мои согласия")
    await person.press("Отозвать: кабинет")
    await person.press("Да, отозвать")
    officer = sandbox.person(OFFICER)
    await officer.say("/requests")
    await officer.press("отзыв согласия")
    await officer.press("Уничтожить данные")
    await officer.press("Да, уничтожить")
    await person.wait_for("Ваши данные уничтожены", within=60)


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
        environment = bot_environment(sandbox, tmp_path, OBSERVE_PORT=str(unused_tcp_port), OFFICER_IDS=str(OFFICER))
        await seed_demo(environment, tmp_path)
        async with start_bot(environment, tmp_path / "log") as bot:
            oleg = sandbox.person(2001)
            await oleg.say("/start")
            await oleg.say("/invite")
            invite = re.search(r"start=([A-Za-z0-9_-]+)", (await oleg.last()).text)
            assert invite
            people = await all_join(sandbox, canaries, invite.group(1))
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
            # Two go: who ordered, and who only filled in the form.
            await sandbox.person(OFFICER).say("/start")
            gone = (buyer, people[1])
            for person in gone:
                await erased(sandbox, person)
            assert bot.errors() == []
        assert found_in(files_of(tmp_path), canaries) == [], "after the end"

"""Letters and SMS over real servers: nothing is lost by one that refuses or is slow, and nobody else waits for it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest
from aiohttp import web
from aiosmtpd.smtp import SMTP, Envelope, Session
from sqlalchemy import select

from bot.adapters.mail import SmtpMail
from bot.adapters.sms import GatewayDown, HttpGateway, SmsOffice, TelegramGateway
from bot.backoff import Backoff
from bot.delivery.letters import LetterDelivery, LetterRefused, Message, Rules
from bot.delivery.ports import OutboxRow
from domain.access.issue import WriteLetter
from domain.codes.models import Purpose, Way
from domain.codes.use_cases import CheckCode, CodeToSend, SendCode
from domain.notices.models import Channel
from domain.people.models import Person
from domain.shared.ids import PersonId
from handlers.letters import Letter, Letters, Sms
from handlers.ui.company import Company
from locales.translator import Translators
from storage.database import Database, utc_now
from storage.outbox_queue import OutboxQueue
from storage.tables import outbox
from tests.fake_access import PlainPasswords
from tests.services import keyring, sqlite_database

RULES = Rules(workers=2, send_timeout=0.5, look=0.02, drain=1.0, refused=2, temporary=50, pauses=Backoff(0.05, 0.1))
TR = Translators(strict=True).for_language("ru")
LETTER = Letter("anna@example.org", "Код — <Роза>", "Ваш код: 123456\n", "<p>Ваш код: <b>123456</b></p>")


@dataclass
class MailServer:
    """A real SMTP server whose manners a test decides; `letters` is what it took."""

    answers: list[str] = field(default_factory=list)
    slow_for: str = ""
    letters: list[tuple[str, EmailMessage]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    port: int = 0

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        self.asked.append(address)
        if address == self.slow_for:
            await asyncio.sleep(5)
        envelope.rcpt_tos.append(address)
        return self.answers.pop(0) if self.answers else "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        content = envelope.content if isinstance(envelope.content, bytes) else b""
        self.letters.append((envelope.rcpt_tos[0], message_from_bytes(content, EmailMessage, policy=policy.default)))
        return "250 OK"

    def to(self, address: str) -> list[EmailMessage]:
        return [letter for to, letter in self.letters if to == address]

    @property
    def client(self) -> SmtpMail:
        return SmtpMail("127.0.0.1", self.port, "none", "cabinet@example.org", 'Роза "и" Ко', timeout=3)


@asynccontextmanager
async def listening(server: MailServer) -> AsyncIterator[MailServer]:
    loop = asyncio.get_running_loop()
    made = await loop.create_server(
        lambda: SMTP(server, hostname="test", enable_SMTPUTF8=True, loop=loop), "127.0.0.1", server.port
    )
    server.port = made.sockets[0].getsockname()[1]
    try:
        yield server
    finally:
        made.close()


@dataclass
class Gateway:
    """An HTTP server that notes what it is asked and answers as told."""

    answers: list[tuple[int, str]] = field(default_factory=list)
    asked: list[tuple[str, str, str, str]] = field(default_factory=list)
    url: str = ""

    async def take(self, request: web.Request) -> web.Response:
        authorization = request.headers.get("Authorization", "")
        self.asked.append((request.method, request.path_qs, authorization, await request.text()))
        status, text = self.answers.pop(0) if self.answers else (200, '{"ok": true}')
        return web.Response(status=status, text=text)


@pytest.fixture
async def gateway() -> AsyncIterator[Gateway]:
    made = Gateway()
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", made.take)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    made.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield made
    await runner.cleanup()


@pytest.fixture
async def mail() -> AsyncIterator[MailServer]:
    async with listening(MailServer()) as server:
        yield server


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    made = Database(await sqlite_database(tmp_path), keyring())
    yield made
    await made.close()


@asynccontextmanager
async def delivering(
    database: Database, channel: Channel, send: Callable[[Message], Awaitable[None]]
) -> AsyncIterator[LetterDelivery]:
    write_letter = WriteLetter(database.read, database.write, utc_now, PlainPasswords(), timedelta(days=14))
    letters = Letters(CodeToSend(database.read, utc_now), write_letter, Company("Роза", "ООО", "", "bot", ""))

    async def render(row: OutboxRow) -> Message | None:
        return await letters.render(row.kind, row.args, TR)

    delivery = LetterDelivery(channel, OutboxQueue(database, channel), render, send, rules=RULES)
    running = asyncio.create_task(delivery.run())
    try:
        yield delivery
    finally:
        delivery.stop()
        await running


async def asks(database: Database, number: int, way: Way = Way.EMAIL) -> Person:
    """Somebody who asks for a code to their own address."""
    async with database.write() as work:
        person = await work.people.add(PersonId(number), "ru")
    address = f"p{number}@example.org" if way is Way.EMAIL else f"+791612345{number:02}"
    await SendCode(database.write, utc_now)(person, Purpose.EMAIL, way, address)
    return person


async def until(true: Callable[[], object]) -> None:
    for _ in range(400):
        if true():
            return
        await asyncio.sleep(0.02)
    raise AssertionError("it did not come true in 8 s")


async def states(database: Database) -> list[str]:
    async with database.read() as work:
        return list((await work.connection.execute(select(outbox.c.state).order_by(outbox.c.id))).scalars())


def digits_in(text: str) -> str:
    return next(word.strip(".") for word in text.split() if word.strip(".").isdigit() and len(word.strip(".")) == 6)


async def test_a_letter_has_text_and_html_and_no_foreign_headers(mail: MailServer) -> None:
    await mail.client.send(LETTER)
    [letter] = mail.to("anna@example.org")
    assert letter["Subject"] == "Код — <Роза>"
    assert letter["From"].addresses[0].display_name == 'Роза "и" Ко'
    text, html = letter.get_body(("plain",)), letter.get_body(("html",))
    assert text is not None
    assert html is not None
    assert text.get_content().splitlines() == LETTER.text.splitlines()
    assert "<b>123456</b>" in html.get_content()
    assert {"Date", "Message-ID"} <= set(letter.keys())
    with pytest.raises(ValueError, match=r"linefeed|newline|CR"):
        await mail.client.send(Letter("a@example.org", "x\r\nBcc: all@example.org", "x", "x"))
    assert len(mail.letters) == 1


async def test_starttls_is_not_done_without(mail: MailServer) -> None:
    careful = SmtpMail("127.0.0.1", mail.port, "starttls", "cabinet@example.org", timeout=3)
    with pytest.raises(Exception, match="STARTTLS"):
        await careful.send(LETTER)
    assert mail.letters == []


async def test_a_code_arrives_by_letter_and_is_right(database: Database, mail: MailServer) -> None:
    person = await asks(database, 1)
    async with delivering(database, Channel.EMAIL, mail.client.send):  # type: ignore[arg-type]
        await until(lambda: mail.letters)
    body = mail.to("p1@example.org")[0].get_body(("plain",))
    assert body is not None
    checked = await CheckCode(database.write, utc_now)(person, Purpose.EMAIL, digits_in(body.get_content()))
    assert (checked.way, checked.address) == (Way.EMAIL, "p1@example.org")
    assert await states(database) == ["sent"]


async def test_a_server_that_is_away_or_busy_loses_nothing(database: Database) -> None:
    server = MailServer(answers=["451 later", "421 busy"])
    async with listening(server):
        pass
    await asks(database, 1)
    async with delivering(database, Channel.EMAIL, server.client.send) as delivery:  # type: ignore[arg-type]
        await asyncio.sleep(0.3)
        assert await states(database) == ["waiting"]
        async with listening(server):
            delivery.wake()
            await until(lambda: server.to("p1@example.org"))
    assert len(server.letters) == 1
    assert await states(database) == ["sent"]


async def test_a_slow_recipient_holds_up_nobody_else(database: Database, mail: MailServer) -> None:
    mail.slow_for = "p1@example.org"
    for number in range(1, 8):
        await asks(database, number)
    async with delivering(database, Channel.EMAIL, mail.client.send):  # type: ignore[arg-type]
        await until(lambda: len(mail.letters) == 6)
        mail.slow_for = ""
        await until(lambda: mail.to("p1@example.org"))


async def test_a_no_for_good_is_put_aside_and_the_reason_names_nobody(database: Database, mail: MailServer) -> None:
    mail.answers = ["550 no such user p1@example.org"] * RULES.refused
    await asks(database, 1)
    async with delivering(database, Channel.EMAIL, mail.client.send):  # type: ignore[arg-type]
        await until(lambda: len(mail.asked) == RULES.refused)
        await asyncio.sleep(0.1)
    async with database.read() as work:
        row = (await work.connection.execute(select(outbox))).one()
    assert (row.state, row.last_error) == ("dead", "SMTP 550")


async def test_a_code_that_is_void_is_not_sent(database: Database, mail: MailServer) -> None:
    person = await asks(database, 1)
    async with database.write() as work:
        code = await work.codes.latest(person, Purpose.EMAIL)
        assert code is not None
        await work.codes.use(code.id)
    async with delivering(database, Channel.EMAIL, mail.client.send):  # type: ignore[arg-type]
        await asyncio.sleep(0.3)
        assert await states(database) == ["sent"], "settled without a letter"
    assert mail.letters == []


async def test_channels_do_not_wait_for_each_other(database: Database, gateway: Gateway) -> None:
    await asks(database, 1)
    await asks(database, 2, Way.SMS)
    office = SmsOffice(HttpGateway(f"{gateway.url}/send"), None)
    async with delivering(database, Channel.SMS, office.send):  # type: ignore[arg-type]
        await until(lambda: gateway.asked)
        await asyncio.sleep(0.1)
    await office.close()
    assert await states(database) == ["waiting", "sent"], "the letter waits for a mail server"
    sent = json.loads(gateway.asked[0][3])
    assert sent["to"] == "+79161234502"
    assert len(digits_in(sent["text"])) == 6


@pytest.fixture
async def office(gateway: Gateway) -> AsyncIterator[Callable[..., SmsOffice]]:
    made: list[SmsOffice] = []

    def make(**changes: str) -> SmsOffice:
        made.append(SmsOffice(HttpGateway(**({"url": f"{gateway.url}/send"} | changes)), None))
        return made[-1]

    yield make
    for each in made:
        await each.close()


NASTY = Sms("+79161234567", 'Код {to} "1" & \\ %\n<ё>', "123456")


async def test_a_gateway_gets_what_the_operator_wrote_escaped(
    gateway: Gateway, office: Callable[..., SmsOffice]
) -> None:
    await office(authorization="Bearer x", body='{"phone": "{to}", "m": {"t": "{text}"}}').send(NASTY)
    method, path, authorization, body = gateway.asked[-1]
    assert (method, path, authorization) == ("POST", "/send", "Bearer x")
    assert json.loads(body) == {"phone": NASTY.to, "m": {"t": NASTY.text}}
    form = "application/x-www-form-urlencoded"
    await office(content_type=form, body="to={to}&text={text}").send(NASTY)
    assert "&text=%D0%9A%D0%BE%D0%B4%20%7Bto%7D%20%221%22%20%26%20" in gateway.asked[-1][3]
    await office(method="GET", url=f"{gateway.url}/s?to={{to}}&t={{text}}").send(NASTY)
    assert gateway.asked[-1][:2] == ("GET", gateway.asked[-1][1])
    assert "to=%2B79161234567" in gateway.asked[-1][1] or "to=+79161234567" in gateway.asked[-1][1]


@pytest.mark.parametrize(
    ("status", "error"),
    [(400, LetterRefused), (404, LetterRefused), (429, GatewayDown), (401, GatewayDown), (502, GatewayDown)],
)
async def test_answers_of_a_gateway(
    gateway: Gateway, office: Callable[..., SmsOffice], status: int, error: type[Exception]
) -> None:
    gateway.answers = [(status, "no +79161234567")]
    with pytest.raises(error) as raised:
        await office().send(NASTY)
    assert "7916" not in str(raised.value)


async def test_a_gateway_that_says_no_with_200(gateway: Gateway, office: Callable[..., SmsOffice]) -> None:
    gateway.answers = [(200, '{"status": "ERROR"}'), (200, '{"status": "OK"}')]
    patient = office(success='"status": "OK"')
    with pytest.raises(GatewayDown):
        await patient.send(NASTY)
    await patient.send(NASTY)


async def test_codes_go_by_telegram_and_else_by_the_gateway(gateway: Gateway) -> None:
    both = SmsOffice(HttpGateway(f"{gateway.url}/send"), TelegramGateway("token", f"{gateway.url}/tg"))
    await both.send(NASTY)
    method, path, authorization, body = gateway.asked[-1]
    assert (method, path, authorization) == ("POST", "/tg/sendVerificationMessage", "Bearer token")
    assert json.loads(body) == {"phone_number": NASTY.to, "code": "123456", "ttl": 600}
    await both.send(Sms(NASTY.to, "без кода"))
    assert gateway.asked[-1][1] == "/send"
    gateway.answers = [(200, '{"ok": false, "error": "PHONE_NUMBER_NOT_FOUND"}')]
    await both.send(NASTY)
    assert [path for _, path, _, _ in gateway.asked[-2:]] == ["/tg/sendVerificationMessage", "/send"]
    gateway.answers = [(200, '{"ok": false, "error": "FLOOD_WAIT_30"}')]
    with pytest.raises(GatewayDown):
        await both.send(NASTY)
    await both.close()
    alone = SmsOffice(None, TelegramGateway("token", f"{gateway.url}/tg"))
    gateway.answers = [(200, '{"ok": false, "error": "PHONE_NUMBER_NOT_FOUND"}')]
    with pytest.raises(LetterRefused, match="PHONE_NUMBER_NOT_FOUND"):
        await alone.send(NASTY)
    await alone.close()

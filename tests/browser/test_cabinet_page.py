"""The cabinet as a newcomer meets it: the page, three phones, an invite, an order paid by card. All by clicking."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio

from tests.bot_process import BotProcess, bot_environment, seed_demo, start_bot
from tests.browser.conftest import ADMIN, CONSULTANT, CUSTOMER, Desk, expect
from tests.sandbox_client import SandboxClient

pytestmark = [
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.browser,
    pytest.mark.xdist_group("sandbox_page"),
]
PATIENCE = 90_000


@pytest_asyncio.fixture(loop_scope="module")
async def cabinet(sandbox: SandboxClient, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[BotProcess]:
    """The real bot with the demo catalog in the page's sandbox."""
    folder = tmp_path_factory.mktemp("cabinet")
    environment = bot_environment(sandbox, folder, PROVIDER_TOKEN="1:TEST:1")
    await seed_demo(environment, folder)
    async with start_bot(environment, folder / "log") as running:
        yield running
        assert running.errors() == []


async def click(desk: Desk, person: int, words: str) -> None:
    """The newest button of a message with these words."""
    await desk.phone(person).locator(".inline-button", has_text=words).last.click(timeout=PATIENCE)


async def sees(desk: Desk, person: int, words: str) -> None:
    """A message with these words comes."""
    await expect(desk.phone(person).locator(".row", has_text=words).last).to_be_visible(timeout=PATIENCE)


async def start(desk: Desk, person: int) -> None:
    await desk.phone(person).get_by_role("button", name="Запустить").click(timeout=PATIENCE)


async def write(desk: Desk, person: int, words: str) -> None:
    await desk.field(person).fill(words)
    await desk.field(person).press("Enter")


async def pay_by_card(desk: Desk) -> None:
    """The sheet over the chat: the bank refuses first, then takes it."""
    invoice = desk.phone(CUSTOMER).locator(".row").filter(has=desk.page.locator(".invoice"))
    await invoice.get_by_role("button", name="Оплатить").click(timeout=PATIENCE)
    sheet = desk.phone(CUSTOMER).get_by_role("dialog", name="Оформление")
    await sheet.get_by_role("button", name="Отказ банка").click(timeout=PATIENCE)
    await expect(sheet.get_by_role("status")).to_have_text("Банк отклонил платёж.", timeout=PATIENCE)
    await sheet.get_by_role("button", name="Оплатить").click(timeout=PATIENCE)
    await expect(invoice.locator(".paid")).to_have_text("Оплата прошла", timeout=PATIENCE)
    await sees(desk, CUSTOMER, "Оплата прошла, спасибо!")


async def code_of_sms(desk: Desk) -> str:
    """Read where a newcomer reads it: in the panel beside the phones."""
    await desk.page.get_by_role("tab", name="SMS").click(timeout=PATIENCE)
    text = await desk.page.locator(".sms > p").first.inner_text(timeout=PATIENCE)
    return next(iter(re.findall(r"\b\d{6}\b", text)))


async def code_of_letter(desk: Desk) -> str:
    """In the panel as well."""
    await desk.page.get_by_role("tab", name="Письма").click(timeout=PATIENCE)
    letter = desk.page.locator(".letter").first
    await letter.locator("summary").click(timeout=PATIENCE)
    text = await letter.get_by_text(re.compile(r"\b\d{6}\b")).first.inner_text(timeout=PATIENCE)
    return next(iter(re.findall(r"\b\d{6}\b", text)))


async def join(desk: Desk) -> None:
    """The whole form, with its consents, and the codes of an SMS and a letter."""
    await write(desk, CUSTOMER, "/form")
    for asked in ("личный кабинет", "рекламные сообщения"):
        await sees(desk, CUSTOMER, asked)
        await click(desk, CUSTOMER, "Даю согласие")
    answers = {
        "Ваша фамилия": "Петрова",
        "Ваше имя": "Анна",
        "Ваше отчество": "Ивановна",
        "Когда вы родились": "07.05.1990",
        "Серия и номер паспорта": "45 09 123456",
        "Когда выдан паспорт": "20.06.2010",
        "Код подразделения": "770-001",
        "Адрес регистрации": "119019, Москва, ул. Арбат, д. 10, кв. 5",
    }
    for asked, answer in answers.items():
        await sees(desk, CUSTOMER, asked)
        await write(desk, CUSTOMER, answer)
    await click(desk, CUSTOMER, "Адрес верный")
    await sees(desk, CUSTOMER, "Ваш номер телефона")
    # Sharing the account's own number would need no SMS.
    await write(desk, CUSTOMER, "8 916 765-43-21")
    await sees(desk, CUSTOMER, "Код из сообщения")
    await write(desk, CUSTOMER, await code_of_sms(desk))
    await sees(desk, CUSTOMER, "Ваша электронная почта")
    await write(desk, CUSTOMER, "anna@example.org")
    await sees(desk, CUSTOMER, "Код из письма")
    await write(desk, CUSTOMER, await code_of_letter(desk))
    await click(desk, CUSTOMER, "Для себя и семьи")
    await click(desk, CUSTOMER, "Пропустить")
    await sees(desk, CUSTOMER, "Карта для оплаты")
    await write(desk, CUSTOMER, "Мир 1234")
    await click(desk, CUSTOMER, "Всё верно")


async def test_an_invite_an_order_an_answer(cabinet: BotProcess, sandbox: SandboxClient, open_desk: Any) -> None:
    desk: Desk = await open_desk(width=1760, height=1000)
    for person in (CONSULTANT, ADMIN, CUSTOMER):
        await start(desk, person)
    await click(desk, CONSULTANT, "Моё приглашение")
    await sees(desk, CONSULTANT, "start=")

    await desk.field(CUSTOMER).fill("/start k7Rm2QxA")
    await desk.field(CUSTOMER).press("Enter")
    await sees(desk, CUSTOMER, "Олег Савельев")
    await click(desk, CUSTOMER, "Выбрать")
    await sees(desk, CONSULTANT, "У вас новый клиент")

    await join(desk)

    await desk.phone(CUSTOMER).locator(".reply-button", has_text="Каталог").click(timeout=PATIENCE)
    await click(desk, CUSTOMER, "Губы")
    await click(desk, CUSTOMER, "Помада «Атласная лента»")
    await click(desk, CUSTOMER, "Чайная роза")
    await click(desk, CUSTOMER, "В корзину")
    await expect(desk.phone(CUSTOMER).locator(".inline-button", has_text="1 в корзине")).to_be_visible(timeout=PATIENCE)
    await desk.shot("cabinet-card")
    await click(desk, CUSTOMER, "Корзина · 1")
    await click(desk, CUSTOMER, "Оформить заказ")
    await click(desk, CUSTOMER, "Курьер")
    await sees(desk, CUSTOMER, "Проверьте заказ")
    await click(desk, CUSTOMER, "Другая оплата")
    await click(desk, CUSTOMER, "Картой сейчас")
    await click(desk, CUSTOMER, "Заказать и оплатить")
    await pay_by_card(desk)

    await sees(desk, CUSTOMER, "Ваш кабинет открыт")
    await sees(desk, CONSULTANT, "Клиент: Анна Петрова")
    await sees(desk, CONSULTANT, "Оплачен")
    await desk.shot("cabinet-order")
    await click(desk, CONSULTANT, "Принять заказ")
    await sees(desk, CUSTOMER, "Консультант подтвердил")
    await desk.shot("cabinet")
    unknown = [call["method"] for call in await sandbox.calls() if not call["known"]]
    assert unknown == []

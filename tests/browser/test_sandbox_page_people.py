"""The sandbox's page between people: links that go from phone to phone, groups, the panel, hostile words."""

import asyncio
import smtplib
from email.message import EmailMessage
from typing import Any

import pytest

from tests.browser.conftest import ADMIN, CONSULTANT, CUSTOMER, Bot, Desk, expect
from tests.sandbox_client import SandboxClient

pytestmark = [
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.xdist_group("sandbox_page"),
]


async def test_the_bots_links_become_start_codes_of_whoever_opens_them(open_desk: Any, bot: Bot) -> None:
    desk: Desk = await open_desk()
    name = (await bot.call("getMe"))["username"]
    message = await bot.say(CUSTOMER, f"Приглашение: https://t.me/{name}?start=Oleg2024")
    await desk.bubble(CUSTOMER, message).locator("a").click()
    sent = await bot.heard("message")
    assert (sent["text"], sent["from"]["id"]) == ("/start Oleg2024", CUSTOMER)

    share = f"https://t.me/share/url?url=https%3A%2F%2Ft.me%2F{name}%3Fstart%3DInvite_7"
    rows = {"inline_keyboard": [[{"text": "Поделиться", "url": share}]]}
    message = await bot.say(CONSULTANT, "Ваша ссылка", reply_markup=rows)
    await desk.bubble(CONSULTANT, message).get_by_role("button", name="Поделиться").click()
    await desk.page.get_by_role("dialog").get_by_role("button", name="Анна").click()
    sent = await bot.heard("message")
    assert (sent["text"], sent["from"]["id"]) == ("/start Invite_7", CUSTOMER)

    await desk.phone(ADMIN).get_by_role("button", name="Меню чата").click()
    await desk.page.get_by_role("menuitem", name="Открыть ссылку").click()
    sheet = desk.phone(ADMIN).get_by_role("dialog")
    await sheet.get_by_role("textbox").fill("javascript:alert(1)")
    await sheet.get_by_role("button", name="Открыть").click()
    await expect(sheet).to_be_visible()
    await sheet.get_by_role("textbox").fill("Code-1")
    await sheet.get_by_role("button", name="Открыть").click()
    sent = await bot.heard("message")
    assert (sent["text"], sent["from"]["id"]) == ("/start Code-1", ADMIN)


HOSTILE = "<img src=x onerror=window.broken=1><script>window.broken=2</script>"


async def test_hostile_words_stay_words(open_desk: Any, sandbox: SandboxClient, bot: Bot) -> None:
    desk: Desk = await open_desk()
    eve = await sandbox.add_person(f"Ева{HOSTILE}", last_name='"><b>', username="eve_customer")
    await sandbox.send(eve.id, text="/start")
    await bot.say(eve.id, HOSTILE)
    await bot.say(eve.id, "<a href='javascript:window.broken=3'>тык</a>", parse_mode="HTML")
    buttons = [[{"text": HOSTILE, "callback_data": HOSTILE[:60]}], [{"text": "tg", "url": "tg://resolve?domain=x"}]]
    await bot.say(eve.id, "кнопки", reply_markup={"inline_keyboard": buttons})
    await bot.call("sendContact", chat_id=eve.id, phone_number="+7900", first_name=HOSTILE)
    await bot.call("sendInvoice", chat_id=eve.id, **{**INVOICE, "title": "<i>Счёт</i>", "description": HOSTILE})
    await sandbox.request("POST", "/sandbox/sms", json={"to": HOSTILE, "text": HOSTILE})
    await send_letter(
        sandbox, HOSTILE, f"<p>Текст</p>{HOSTILE}<a href='javascript:window.broken=4'>тык</a><form>x</form>"
    )
    await desk.page.locator(".chip", has_text="Ева").click()
    phone = desk.phone(eve.id)
    await expect(phone.locator(".device h2")).to_have_text(f'Ева{HOSTILE} "><b>')
    await expect(phone.locator(".row .text").nth(1)).to_have_text(HOSTILE)
    await expect(phone.locator(".invoice-title")).to_have_text("<i>Счёт</i>")
    for tab in ("Письма", "SMS", "Вызовы API"):
        await desk.page.get_by_role("tab", name=tab).click()
    await desk.page.get_by_role("tab", name="Письма").click()
    letter = desk.page.locator(".letter")
    await letter.locator("summary").click()
    await expect(letter.locator(".letter-body p")).to_have_text("Текст")
    for nothing in ("img[src=x]", "a[href^=javascript]", ".letter-body script", ".letter-body form", "[onerror]"):
        await expect(desk.page.locator(nothing)).to_have_count(0)
    await desk.page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.broken=5\">')")
    await asyncio.sleep(0.3)
    assert await desk.page.evaluate("window.broken") is None, "even an injected handler must be stopped by the policy"


async def test_the_page_asks_nothing_of_other_hosts(open_desk: Any, sandbox: SandboxClient, bot: Bot) -> None:
    desk: Desk = await open_desk()
    asked: list[str] = []
    desk.page.on("request", lambda request: asked.append(request.url))
    await bot.call("sendInvoice", chat_id=CUSTOMER, **INVOICE, photo_url="https://example.org/tracker.png")
    await expect(desk.phone(CUSTOMER).locator(".invoice")).to_be_visible()
    await desk.page.reload()
    await desk.page.wait_for_selector("#page[data-ready][data-line=up]")
    assert asked
    assert [url for url in asked if not url.startswith(sandbox.url)] == []


INVOICE = {
    "title": "Заказ",
    "description": "Помада",
    "payload": "order:7",
    "currency": "RUB",
    "provider_token": "1:TEST:1",
    "prices": [{"label": "Помада", "amount": 119000}],
}


async def send_letter(sandbox: SandboxClient, subject: str, html: str) -> None:
    letter = EmailMessage()
    letter["From"], letter["To"], letter["Subject"] = "cabinet@example.org", "anna@example.org", subject
    letter.set_content("Простой текст")
    letter.add_alternative(html, subtype="html")
    port = sandbox.smtp_port
    assert port

    def send() -> None:
        with smtplib.SMTP("127.0.0.1", port) as server:
            server.send_message(letter)

    await asyncio.to_thread(send)


async def test_letters_and_sms_arrive_in_the_panel(open_desk: Any, sandbox: SandboxClient, bot: Bot) -> None:
    desk: Desk = await open_desk()
    name = (await bot.call("getMe"))["username"]
    await send_letter(
        sandbox, "Подтвердите почту", f"<h2>Анна!</h2><p><a href='https://t.me/{name}?start=mail_1'>Да</a></p>"
    )
    await sandbox.request("POST", "/sandbox/sms", json={"to": "+79161234567", "text": "Код: 4821"})
    await expect(desk.page.get_by_role("tab", name="Письма")).to_have_text("Письма1")
    await desk.page.get_by_role("tab", name="SMS").click()
    await expect(desk.page.locator(".sms")).to_contain_text("Код: 4821")
    await desk.page.get_by_role("tab", name="Письма").click()
    letter = desk.page.locator(".letter")
    await letter.locator("summary").click()
    await expect(letter.locator("h2")).to_have_text("Анна!")
    await desk.shot("letter")
    await letter.get_by_role("link", name="Да").click()
    await desk.page.get_by_role("dialog").get_by_role("button", name="Анна").click()
    assert (await bot.heard("message"))["text"] == "/start mail_1"


async def test_calls_are_listed_opened_filtered_and_unknown_ones_are_red(
    open_desk: Any, sandbox: SandboxClient, bot: Bot
) -> None:
    desk: Desk = await open_desk()
    await bot.say(CUSTOMER, "Привет из вызова")
    assert (await sandbox.bot("sendMegaMessage", chat_id=1))["error_code"] == 404
    await sandbox.bot("sendMessage", chat_id=CUSTOMER, text="")
    rows = desk.page.locator(".call:visible")
    unknown = rows.filter(has_text="sendMegaMessage")
    await expect(unknown).to_have_class("call unknown")
    await expect(unknown).to_contain_text("неизвестный метод")
    await expect(rows.filter(has_text="400")).to_have_class("call refused")
    await expect(rows.filter(has_text="getUpdates")).to_have_count(0)
    await desk.page.get_by_role("searchbox").fill("привет из")
    await expect(rows).to_have_count(1)
    await rows.locator("summary").click()
    await expect(rows.locator("pre").first).to_contain_text('"text": "Привет из вызова"')


async def test_faults_set_on_the_page_hit_the_bot(open_desk: Any, sandbox: SandboxClient, bot: Bot) -> None:
    desk: Desk = await open_desk()
    await desk.page.get_by_role("tab", name="Сбои").click()
    await desk.page.get_by_label("Вид сбоя").select_option("500")
    await desk.page.get_by_label("Сколько раз").fill("1")
    await desk.page.get_by_role("button", name="Устроить сбой").click()
    await expect(desk.page.locator(".faults")).to_contain_text("sendMessage")
    assert (await sandbox.bot("sendMessage", chat_id=CUSTOMER, text="раз"))["error_code"] == 500
    await bot.say(CUSTOMER, "два")
    await desk.page.get_by_role("button", name="Убрать все сбои").click()
    await expect(desk.page.locator(".faults")).to_contain_text("Сбоев не задано")


async def test_people_and_groups_are_added_and_phones_put_away(open_desk: Any, bot: Bot) -> None:
    desk: Desk = await open_desk()
    await desk.page.get_by_role("button", name="Добавить человека").click()
    form = desk.page.get_by_role("dialog")
    await form.get_by_label("Имя", exact=True).fill("Мария")
    await form.get_by_label("Номер").fill("2002")
    await form.get_by_role("button", name="Добавить").click()
    await expect(desk.phone(2002).locator(".device")).to_contain_text("консультант")
    await desk.page.get_by_role("button", name="Создать группу").click()
    await form.get_by_label("Название группы").fill("Поддержка")
    await form.get_by_role("button", name="Создать").click()
    await expect(desk.phone(CUSTOMER).locator(".chat-name")).to_contain_text("Поддержка")
    await desk.field(CONSULTANT).fill("Всем привет")
    await desk.field(CONSULTANT).press("Enter")
    sent = await bot.heard("message", within=5)
    while sent.get("text") != "Всем привет":
        sent = await bot.heard("message", within=5)
    row = desk.bubble(CUSTOMER, sent["message_id"])
    await expect(row.locator(".sender")).to_have_text("Олег")
    await bot.call("sendMessage", chat_id=CUSTOMER, text="лично")
    await expect(desk.phone(CUSTOMER).locator(".chat-name .count")).to_have_text("1")
    await desk.shot("group")

    await desk.phone(ADMIN).get_by_role("button", name="Убрать телефон").click()
    await expect(desk.phone(ADMIN)).to_have_count(0)
    await bot.call("sendMessage", chat_id=ADMIN, text="Пока телефона не было")
    chip = desk.page.locator(f'.chip[data-person="{ADMIN}"]')
    await expect(chip.locator(".count")).to_have_text("1")
    await desk.page.reload()
    await desk.page.wait_for_selector("#page[data-ready][data-line=up]")
    await expect(desk.phone(ADMIN)).to_have_count(0)
    await chip.click()
    await expect(desk.phone(ADMIN).locator(".row .text").last).to_have_text("Пока телефона не было")


async def test_a_blocked_bot_cannot_write_until_it_is_unblocked(
    open_desk: Any, sandbox: SandboxClient, bot: Bot
) -> None:
    desk: Desk = await open_desk()
    phone = desk.phone(CUSTOMER)
    await phone.get_by_role("button", name="Меню чата").click()
    await desk.page.get_by_role("menuitem", name="Заблокировать бота").click()
    await expect(phone.get_by_role("button", name="Разблокировать")).to_be_visible()
    assert (await bot.heard("my_chat_member"))["new_chat_member"]["status"] == "kicked"
    assert (await sandbox.bot("sendMessage", chat_id=CUSTOMER, text="?"))["error_code"] == 403
    await phone.get_by_role("button", name="Разблокировать").click()
    await expect(desk.field(CUSTOMER)).to_be_visible()
    await bot.say(CUSTOMER, "Снова тут")


async def test_starting_over_empties_the_phones(open_desk: Any, bot: Bot) -> None:
    desk: Desk = await open_desk()
    await bot.say(CUSTOMER, "Старое")
    await expect(desk.phone(CUSTOMER).locator(".row")).to_have_count(2)
    await desk.page.get_by_role("button", name="Начать заново").click()
    await desk.page.get_by_role("dialog").get_by_role("button", name="Стереть").click()
    await expect(desk.phone(CUSTOMER).locator(".row")).to_have_count(0)
    await expect(desk.phone(CUSTOMER).get_by_role("button", name="Запустить")).to_be_visible()

"""The sandbox's page over time and on every screen: a broken line, scrolling, dark, phone width, keyboard, contrast."""

import asyncio
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.browser.conftest import CONSULTANT, CUSTOMER, Bot, Desk, expect, picture
from tests.sandbox_client import SandboxClient

pytestmark = [
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.xdist_group("sandbox_page"),
]


class Wire:
    """A line to the sandbox that can be cut and mended."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.tasks: set[asyncio.Task[None]] = set()
        self.writers: set[asyncio.StreamWriter] = set()
        self.up = True

    async def take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.writers.add(writer)
        if not self.up:
            writer.close()
            return
        back_reader, back_writer = await asyncio.open_connection("127.0.0.1", self.port)
        self.writers.add(back_writer)
        for source, target in ((reader, back_writer), (back_reader, writer)):
            task = asyncio.create_task(self.pour(source, target))
            self.tasks.add(task)
            task.add_done_callback(self.tasks.discard)

    async def pour(self, source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
        try:
            while data := await source.read(65536):
                target.write(data)
                await target.drain()
        except ConnectionError:
            pass
        finally:
            target.close()

    def cut(self) -> None:
        self.up = False
        for writer in self.writers:
            writer.close()
        self.writers.clear()

    async def end(self) -> None:
        self.cut()
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)


async def test_after_a_broken_line_the_page_catches_up(open_desk: Any, sandbox: SandboxClient, bot: Bot) -> None:
    wire = Wire(urlsplit(sandbox.url).port or 0)
    server = await asyncio.start_server(wire.take, "127.0.0.1", 0)
    async with server:
        desk: Desk = await open_desk(url=f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}")
        kept = await bot.say(CUSTOMER, "до обрыва")
        gone = await bot.say(CUSTOMER, "исчезнет")
        await expect(desk.bubble(CUSTOMER, gone)).to_be_visible()
        wire.cut()
        await expect(desk.page.locator(".line")).to_contain_text("нет связи")
        await bot.call("editMessageText", chat_id=CUSTOMER, message_id=kept, text="изменено без связи")
        await bot.call("deleteMessage", chat_id=CUSTOMER, message_id=gone)
        await bot.say(CUSTOMER, "после", reply_markup={"keyboard": [[{"text": "Кнопка"}]]})
        await sandbox.request("POST", "/sandbox/sms", json={"to": "+7", "text": "без связи"})
        wire.up = True
        words = desk.phone(CUSTOMER).locator(".row .text")
        await expect(words).to_have_text(["/start", "изменено без связи", "после"], timeout=15_000)
        await expect(desk.phone(CUSTOMER).locator(".reply-button")).to_have_text("Кнопка")
        await expect(desk.page.locator(".line")).to_contain_text("на связи")
        await desk.page.get_by_role("tab", name="SMS").click()
        await expect(desk.page.locator(".sms")).to_contain_text("без связи")
        await desk.page.context.close()
        await wire.end()


async def test_the_chat_stays_at_its_end_unless_somebody_reads_above(open_desk: Any, bot: Bot) -> None:
    desk: Desk = await open_desk()
    for number in range(40):
        await bot.say(CUSTOMER, f"Строка {number}")
    phone = desk.phone(CUSTOMER)
    await expect(phone.get_by_text("Строка 39")).to_be_in_viewport()
    await bot.upload("sendPhoto", {"photo": ("a.jpg", picture(600, 800, "#a05"))}, chat_id=str(CUSTOMER))
    log = phone.locator(".log")
    left = "log => log.scrollHeight - log.scrollTop - log.clientHeight"
    await expect(phone.locator(".photo")).to_be_in_viewport()
    await asyncio.sleep(0.4)
    assert await log.evaluate(left) < 3
    await log.evaluate("log => { log.scrollTop = 0 }")
    pill = phone.locator(".pill")
    await expect(pill).to_be_visible()
    await bot.say(CUSTOMER, "Новое")
    await expect(pill).to_have_attribute("data-count", "1")
    await expect(phone.get_by_text("Строка 0", exact=True)).to_be_in_viewport()
    await pill.click()
    await expect(phone.get_by_text("Новое")).to_be_in_viewport()
    await expect(pill).to_be_hidden()


async def test_typing_is_shown_until_the_message_comes(open_desk: Any, bot: Bot) -> None:
    desk: Desk = await open_desk()
    status = desk.phone(CUSTOMER).locator(".status")
    await bot.call("sendChatAction", chat_id=CUSTOMER, action="typing")
    await expect(status).to_have_text("печатает")
    await bot.say(CUSTOMER, "Вот")
    await expect(status).to_have_text("бот")


async def test_dark_follows_the_system_until_somebody_chooses(open_desk: Any, bot: Bot) -> None:
    desk: Desk = await open_desk(color_scheme="dark")
    root = desk.page.locator("html")
    await expect(root).to_have_attribute("data-theme", "dark")
    await fill_showcase(bot)
    await desk.page.wait_for_timeout(500)
    await desk.shot("dark")
    await desk.page.get_by_role("button", name="Светлое оформление").click()
    await expect(root).to_have_attribute("data-theme", "light")
    await desk.shot("light")
    await desk.page.reload()
    await expect(root).to_have_attribute("data-theme", "light")


async def test_the_pages_words_come_in_two_languages(open_desk: Any, bot: Bot) -> None:
    desk: Desk = await open_desk(locale="en-GB")
    await bot.say(CUSTOMER, "Слова бота остаются")
    await expect(desk.field(CUSTOMER)).to_have_attribute("placeholder", "Message")
    await expect(desk.phone(CUSTOMER).locator(".role")).to_have_text("customer")
    await expect(desk.phone(CUSTOMER).locator(".day")).to_have_text("Today")
    await desk.page.get_by_role("button", name="Переключить на русский").click()
    await expect(desk.field(CUSTOMER)).to_have_attribute("placeholder", "Сообщение")
    await expect(desk.phone(CUSTOMER).locator(".day")).to_have_text("Сегодня")
    await expect(desk.page.get_by_role("tab", name="Письма")).to_be_visible()
    await expect(desk.phone(CUSTOMER).locator(".row .text").last).to_have_text("Слова бота остаются")
    missing = """async () => {
        const { t, setLanguage } = await import("/page/js/words.js");
        const text = await (await fetch("/page/js/words.js")).text();
        const keys = [...text.matchAll(/^  (\\w+): \\[/gm)].map((match) => match[1]);
        const empty = [];
        for (const language of ["ru", "en"]) { setLanguage(language); empty.push(...keys.filter((key) => !t(key))); }
        return [keys.length, empty];
    }"""
    count, empty = await desk.page.evaluate(missing)
    assert count > 100
    assert empty == []


async def test_at_phone_width_one_phone_shows_at_a_time(open_desk: Any, bot: Bot) -> None:
    desk: Desk = await open_desk(width=390, height=800, has_touch=True, is_mobile=True, device_scale_factor=2)
    await fill_showcase(bot)
    await expect(desk.phone(CUSTOMER)).to_be_visible()
    await expect(desk.phone(CONSULTANT)).to_be_hidden()
    await expect(desk.page.locator(f'.chip[data-person="{CONSULTANT}"] .count')).to_have_text("2")
    await desk.page.wait_for_timeout(400)
    await desk.shot("phone-width")
    overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert await desk.page.evaluate(overflow) == 0
    await desk.page.get_by_role("button", name="Открыть телефон: Олег").click()
    await expect(desk.phone(CUSTOMER)).to_be_hidden()
    await expect(desk.phone(CONSULTANT).get_by_text("Новый заказ")).to_be_visible()
    await desk.page.get_by_role("button", name="Письма, SMS и вызовы").click()
    await expect(desk.page.get_by_role("tab", name="Вызовы API")).to_be_visible()
    await desk.shot("phone-width-panel")
    for width in (320, 768, 1024):
        await desk.page.set_viewport_size({"width": width, "height": 700})
        assert await desk.page.evaluate(overflow) == 0, width


async def test_a_keyboard_is_enough(open_desk: Any, bot: Bot) -> None:
    desk: Desk = await open_desk()
    rows = {"inline_keyboard": [[{"text": "Дальше", "callback_data": "next"}]]}
    message = await bot.say(CUSTOMER, "Шаг 1", reply_markup=rows)
    button = desk.bubble(CUSTOMER, message).get_by_role("button", name="Дальше")
    await expect(button).to_be_visible()
    await desk.phone(CUSTOMER).locator(".log").focus()
    for _ in range(12):
        await desk.page.keyboard.press("Tab")
        if await button.evaluate("node => node === document.activeElement"):
            break
    await expect(button).to_be_focused()
    await desk.page.keyboard.press("Enter")
    assert (await bot.heard("callback_query"))["data"] == "next"
    await desk.page.keyboard.press("Tab")
    await desk.page.keyboard.press("Enter")
    menu = desk.page.get_by_role("menu")
    await expect(menu).to_be_visible()
    await desk.page.keyboard.press("Escape")
    await expect(menu).to_have_count(0)
    nameless = """() => [...document.querySelectorAll("button, input, textarea, select, [role=tab]")]
        .filter((node) => node.getClientRects().length)
        .filter((node) => !(node.getAttribute("aria-label") || node.textContent.trim() || node.labels?.length))
        .map((node) => node.outerHTML)"""
    assert await desk.page.evaluate(nameless) == []
    assert await desk.phone(CUSTOMER).locator("[role=log][aria-live=polite]").count() == 1


# What is written, on what it stands, and what shines through that.
PAIRS = [
    *(f"{ink}/{ground}" for ink in ("text", "muted", "link") for ground in ("surface", "surface-2")),
    *(f"{ink}-{side}/bubble-{side}" for ink in ("meta", "quote") for side in ("in", "out")),
    *("text/bubble-in", "text/bubble-out", "link/bubble-in", "link-out/bubble-out"),
    *("muted/desk", "faint/surface", "danger/surface", "good/surface", "on-accent/accent-strong"),
    *(f"on-accent/{ground}/wall-{wall}" for ground in ("key", "pill") for wall in (1, 2, 3, 4)),
]
CONTRAST = """(pairs) => {
    const style = getComputedStyle(document.documentElement);
    const brush = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const light = (...layers) => {
        for (const name of layers) {
            brush.fillStyle = style.getPropertyValue("--" + name).trim();
            brush.fillRect(0, 0, 1, 1);
        }
        const [r, g, b] = [...brush.getImageData(0, 0, 1, 1).data]
            .map((c) => c / 255).map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    return pairs.map((pair) => {
        const [ink, ground, below] = pair.split("/");
        const [a, b] = [light(ink), below ? light(below, ground) : light(ground)];
        return [pair, (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)];
    });
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_words_stand_out_from_what_is_behind_them(open_desk: Any, scheme: str) -> None:
    desk: Desk = await open_desk(color_scheme=scheme)
    found = await desk.page.evaluate(CONTRAST, PAIRS)
    assert [(pair, round(ratio, 2)) for pair, ratio in found if ratio < 4.5] == []


async def fill_showcase(bot: Bot) -> None:
    """Two chats as the cabinet fills them."""
    card = {
        "inline_keyboard": [
            [
                {"text": "‹", "callback_data": "1"},
                {"text": "3 / 14", "callback_data": "2"},
                {"text": "›", "callback_data": "3"},
            ],
            [{"text": "В корзину", "callback_data": "4", "style": "success"}],
            [{"text": "К разделам", "callback_data": "5"}],
        ]
    }
    menu = {
        "keyboard": [
            [{"text": "🛍 Каталог"}, {"text": "🛒 Корзина"}],
            [{"text": "📦 Мои заказы"}, {"text": "💬 Консультант"}],
        ]
    }
    await bot.say(CUSTOMER, "<b>Добро пожаловать!</b> Ваш консультант — Олег.", parse_mode="HTML", reply_markup=menu)
    await bot.upload(
        "sendPhoto",
        {"photo": ("a.jpg", picture(900, 700, "#c9657f"))},
        chat_id=str(CUSTOMER),
        caption="<b>Помада «Бархат»</b>\n<s>1 490 ₽</s> <b>1 190 ₽</b>",
        parse_mode="HTML",
        reply_markup=card,
    )
    order = {
        "inline_keyboard": [
            [
                {"text": "Принять", "callback_data": "y", "style": "success"},
                {"text": "Отклонить", "callback_data": "n", "style": "danger"},
            ]
        ]
    }
    await bot.say(CONSULTANT, "<b>Новый заказ № 1042</b>\nАнна, 2 380 ₽", parse_mode="HTML", reply_markup=order)
    await bot.say(CONSULTANT, "Клиент ждёт ответа")

"""The sandbox's page as a person uses it: chats, buttons, keyboards, pictures, payments."""

from typing import Any

import pytest

from tests.browser.conftest import ADMIN, CONSULTANT, CUSTOMER, Bot, Desk, expect, picture
from tests.sandbox_client import SandboxClient

pytestmark = [
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.xdist_group("sandbox_page"),
]


async def test_an_empty_chat_begins_with_the_start_button(open_desk: Any, sandbox: SandboxClient) -> None:
    desk: Desk = await open_desk()
    await expect(desk.page.locator(".phone")).to_have_count(3)
    phone = desk.phone(CUSTOMER)
    await expect(phone.locator(".device")).to_contain_text("Анна")
    await expect(desk.field(CUSTOMER)).to_be_hidden()
    await desk.shot("empty")
    await phone.get_by_role("button", name="Запустить").click()
    await expect(phone.locator(".row.out .text")).to_have_text("/start")
    assert (await Bot(sandbox).heard("message"))["text"] == "/start"
    await expect(desk.field(CUSTOMER)).to_be_visible()


async def test_formatted_words_appear_as_formatted(open_desk: Any, bot: Bot) -> None:
    desk: Desk = await open_desk()
    text = (
        "<b>жирно</b> <i>курсив</i> <u>черта</u> <s>нет</s> <code>код</code> <tg-spoiler>тайна</tg-spoiler>"
        "<blockquote expandable>цитата</blockquote><pre><code class='language-json'>{}</code></pre>/orders #метка"
    )
    message = await bot.say(CUSTOMER, text, parse_mode="HTML")
    words = desk.bubble(CUSTOMER, message).locator(".text")
    for tag, inside in {"strong": "жирно", "em": "курсив", "u": "черта", "s": "нет", "blockquote": "цитата"}.items():
        await expect(words.locator(tag)).to_have_text(inside)
    await expect(words.locator("code").first).to_have_text("код")
    await expect(words.locator("pre")).to_have_attribute("data-language", "json")
    spoiler = words.locator(".spoiler")
    assert await spoiler.evaluate("node => getComputedStyle(node).color") == "rgba(0, 0, 0, 0)"
    await spoiler.click()
    await expect(spoiler).to_have_class("spoiler open")
    await words.get_by_text("/orders").click()
    assert (await bot.heard("message"))["text"] == "/orders"


async def test_enter_sends_and_shift_enter_breaks_the_line(open_desk: Any, bot: Bot) -> None:
    desk: Desk = await open_desk()
    field = desk.field(CUSTOMER)
    await field.press_sequentially("Первая")
    await field.press("Shift+Enter")
    await field.press_sequentially("вторая")
    await field.press("Enter")
    assert (await bot.heard("message"))["text"] == "Первая\nвторая"
    await expect(field).to_have_value("")
    await expect(desk.phone(CUSTOMER).locator(".row.out .text").last).to_have_text("Первая\nвторая")


async def test_a_press_spins_until_the_bot_answers(open_desk: Any, bot: Bot) -> None:
    desk: Desk = await open_desk()
    rows = [[{"text": "Тост", "callback_data": "toast:1"}, {"text": "Окно", "callback_data": "alert:1"}]]
    message = await bot.say(CUSTOMER, "Выберите", reply_markup={"inline_keyboard": rows})
    phone = desk.phone(CUSTOMER)
    toast, alert = (desk.bubble(CUSTOMER, message).get_by_role("button", name=name) for name in ("Тост", "Окно"))
    await toast.click()
    await expect(toast).to_have_class("inline-button waiting")
    await toast.click()  # pressed again while it waits: passed over, as Telegram does
    query = await bot.heard("callback_query")
    assert (query["data"], query["from"]["id"], query["message"]["message_id"]) == ("toast:1", CUSTOMER, message)
    assert await bot.nothing_heard()
    await bot.call("answerCallbackQuery", callback_query_id=query["id"], text="Готово")
    await expect(phone.get_by_role("status").get_by_text("Готово")).to_be_visible()
    await expect(toast).to_have_class("inline-button")
    await alert.click()
    query = await bot.heard("callback_query")
    await bot.call("answerCallbackQuery", callback_query_id=query["id"], text="Важно <b>!</b>", show_alert=True)
    window = phone.get_by_role("dialog")
    await expect(window).to_contain_text("Важно <b>!</b>")
    await window.get_by_role("button", name="ОК").click()
    await expect(window).to_have_count(0)
    await expect(alert).to_be_focused()


async def test_a_message_changes_in_place_and_goes_away(open_desk: Any, bot: Bot) -> None:
    desk: Desk = await open_desk()
    rows = [[{"text": "−", "callback_data": "less"}, {"text": "+", "callback_data": "more"}]]
    photo = await bot.upload(
        "sendPhoto",
        {"photo": ("a.jpg", picture(800, 600, "#b0244f"))},
        chat_id=str(CUSTOMER),
        caption="1 шт.",
        reply_markup={"inline_keyboard": rows},
    )
    row = desk.bubble(CUSTOMER, photo["message_id"])
    await row.locator("img").evaluate("image => { image.kept = true }")
    await row.get_by_role("button", name="+").focus()
    await bot.call(
        "editMessageCaption",
        chat_id=CUSTOMER,
        message_id=photo["message_id"],
        caption="2 шт.",
        reply_markup={"inline_keyboard": rows},
    )
    await expect(row.locator(".text")).to_have_text("2 шт.")
    await expect(row.locator(".edited")).to_have_text("изменено")
    assert await row.locator("img").evaluate("image => image.kept"), "the picture was loaded anew and flickered"
    await expect(row.get_by_role("button", name="+")).to_be_focused()
    await bot.call("deleteMessage", chat_id=CUSTOMER, message_id=photo["message_id"])
    await expect(row).to_have_count(0)
    await expect(desk.phone(CUSTOMER).locator(".row")).to_have_count(1)


async def test_pictures_keep_their_ratio_and_open_in_the_viewer(open_desk: Any, bot: Bot) -> None:
    desk: Desk = await open_desk()
    files = {
        f"p{at}": (f"{at}.jpg", picture(800 - 100 * at, 600, colour))
        for at, colour in enumerate(["#c22", "#2a2", "#22c"])
    }
    media = [{"type": "photo", "media": f"attach://{name}", "caption": f"Фото {name}"} for name in files]
    album = await bot.upload("sendMediaGroup", files, chat_id=str(CONSULTANT), media=media)
    row = desk.bubble(CONSULTANT, album[0]["message_id"])
    await expect(row.locator(".album .photo")).to_have_count(3)
    await expect(desk.phone(CONSULTANT).locator(".row")).to_have_count(2)
    wide = await bot.upload("sendPhoto", {"photo": ("w.jpg", picture(1000, 500, "#333"))}, chat_id=str(CONSULTANT))
    box = await desk.bubble(CONSULTANT, wide["message_id"]).locator(".photo").bounding_box()
    assert box is not None
    assert box["width"] / box["height"] == pytest.approx(2, abs=0.03)
    await row.locator(".photo").nth(1).click()
    viewer = desk.page.locator("dialog.viewer")
    await expect(viewer.locator(".viewer-caption")).to_have_text("Фото p1")
    await desk.page.keyboard.press("ArrowRight")
    await expect(viewer.locator(".viewer-about")).to_contain_text("3/4")
    await desk.shot("viewer")
    await desk.page.keyboard.press("Escape")
    await expect(viewer).to_have_count(0)


async def test_files_from_the_chat_never_open_as_pages(open_desk: Any, bot: Bot) -> None:
    desk: Desk = await open_desk()
    page = await bot.upload(
        "sendDocument", {"document": ("акция.html", b"<script>alert(1)</script>")}, chat_id=str(CUSTOMER)
    )
    file = desk.bubble(CUSTOMER, page["message_id"]).locator("a.file")
    await expect(file).to_contain_text("акция.html")
    await expect(file).to_have_attribute("download", "акция.html")
    async with desk.page.expect_download() as download:
        await file.click()
    assert (await download.value).suggested_filename == "акция.html"


async def test_the_bottom_keyboard_stays_folds_and_shares_after_asking(open_desk: Any, bot: Bot) -> None:
    desk: Desk = await open_desk()
    phone = desk.phone(CUSTOMER)
    rows = [
        [{"text": "Каталог"}],
        [{"text": "Мой номер", "request_contact": True}, {"text": "Где я", "request_location": True}],
    ]
    markup = {"keyboard": rows, "is_persistent": True, "resize_keyboard": True, "input_field_placeholder": "Раздел?"}
    await bot.say(CUSTOMER, "Меню", reply_markup=markup)
    keyboard = phone.locator(".reply-keyboard")
    await expect(keyboard.get_by_role("button")).to_have_text(["Каталог", "Мой номер", "Где я"])
    await expect(desk.field(CUSTOMER)).to_have_attribute("placeholder", "Раздел?")
    await keyboard.get_by_text("Каталог").click()
    assert (await bot.heard("message"))["text"] == "Каталог"
    await keyboard.get_by_text("Мой номер").click()
    ask = phone.get_by_role("dialog", name="Поделиться номером телефона?")
    await ask.get_by_role("button", name="Отмена").click()
    assert await bot.nothing_heard()
    await keyboard.get_by_text("Мой номер").click()
    await ask.get_by_role("button", name="Поделиться").click()
    contact = (await bot.heard("message"))["contact"]
    assert contact["user_id"] == CUSTOMER
    await expect(phone.locator(".contact-card")).to_contain_text("Анна")
    await keyboard.get_by_text("Где я").click()
    await phone.get_by_role("dialog").get_by_role("button", name="Поделиться").click()
    assert (await bot.heard("message"))["location"]["latitude"] == pytest.approx(55.7558)
    await expect(phone.locator(".map-card")).to_be_visible()
    await phone.get_by_role("button", name="Скрыть кнопки бота").click()
    await expect(keyboard).to_be_hidden()
    await bot.say(CUSTOMER, "Тот же набор", reply_markup=markup)
    await expect(keyboard).to_be_hidden()
    await phone.get_by_role("button", name="Показать кнопки бота").click()
    await expect(keyboard).to_be_visible()
    await bot.say(CUSTOMER, "Без кнопок", reply_markup={"remove_keyboard": True})
    await expect(keyboard).to_be_hidden()


INVOICE = {
    "title": "Заказ № 7",
    "description": "Помада и крем",
    "payload": "order:7",
    "currency": "RUB",
    "provider_token": "1:TEST:1",
    "prices": [{"label": "Помада", "amount": 119000}, {"label": "Доставка", "amount": 25050}],
}


async def test_the_pay_sheet_shows_the_sum_pays_and_says_why_not(open_desk: Any, bot: Bot) -> None:
    desk: Desk = await open_desk()
    message = (await bot.call("sendInvoice", chat_id=CUSTOMER, **INVOICE))["message_id"]
    row, phone = desk.bubble(CUSTOMER, message), desk.phone(CUSTOMER)
    await row.get_by_role("button", name="Оплатить 1 440,50 ₽").click()
    sheet = phone.get_by_role("dialog", name="Оформление")
    await expect(sheet.locator(".prices dd")).to_have_text(["1 190 ₽", "250,50 ₽", "1 440,50 ₽"])
    await desk.shot("paysheet")
    pay = sheet.get_by_role("button", name="Оплатить")
    await pay.click()
    await expect(sheet.get_by_role("status")).to_have_text("Бот подтверждает заказ…")
    query = await bot.heard("pre_checkout_query")
    await bot.call(
        "answerPreCheckoutQuery", pre_checkout_query_id=query["id"], ok=False, error_message="Помада <закончилась>"
    )
    await expect(sheet.get_by_role("status")).to_contain_text("Помада <закончилась>")
    await sheet.get_by_role("button", name="Отказ банка").click()
    query = await bot.heard("pre_checkout_query")
    await bot.call("answerPreCheckoutQuery", pre_checkout_query_id=query["id"], ok=True)
    await expect(sheet.get_by_role("status")).to_have_text("Банк отклонил платёж.")
    await pay.click()
    query = await bot.heard("pre_checkout_query")
    await bot.call("answerPreCheckoutQuery", pre_checkout_query_id=query["id"], ok=True)
    payment = (await bot.heard("message"))["successful_payment"]
    assert (payment["total_amount"], payment["invoice_payload"]) == (144050, "order:7")
    await expect(sheet).to_have_count(0)
    await expect(row.locator(".paid")).to_have_text("Оплата прошла")


async def test_commands_are_offered_while_a_slash_is_typed(open_desk: Any, bot: Bot) -> None:
    desk: Desk = await open_desk()
    commands = [("start", "Начало"), ("catalog", "Каталог"), ("cart", "Корзина")]
    await bot.call("setMyCommands", commands=[{"command": name, "description": about} for name, about in commands])
    phone, field = desk.phone(CUSTOMER), desk.field(CUSTOMER)
    await phone.get_by_role("button", name="Команды бота").click()
    await expect(phone.get_by_role("option")).to_have_count(3)
    await field.press_sequentially("/ca")
    await expect(phone.get_by_role("option")).to_have_text(["/catalogКаталог", "/cartКорзина"])
    await field.press("ArrowDown")
    await field.press("Enter")
    assert (await bot.heard("message"))["text"] == "/cart"
    await expect(phone.get_by_role("option")).to_have_count(0)
    await bot.call("setMyCommands", commands=[])


async def test_inline_mode_lists_results_and_sends_the_chosen_one(open_desk: Any, bot: Bot) -> None:
    desk: Desk = await open_desk()
    name = (await bot.call("getMe"))["username"]
    await desk.field(CONSULTANT).press_sequentially(f"@{name} пом")
    query = await bot.heard("inline_query")
    while query["query"] != "пом":
        query = await bot.heard("inline_query")
    result = {
        "type": "article",
        "id": "p1",
        "title": "Помада <Бархат>",
        "description": "1 190 ₽",
        "input_message_content": {"message_text": "Помада Бархат, 1 190 ₽"},
    }
    await bot.call("answerInlineQuery", inline_query_id=query["id"], results=[result], cache_time=0)
    option = desk.phone(CONSULTANT).get_by_role("option")
    await expect(option).to_contain_text("Помада <Бархат>")
    await option.click()
    assert (await bot.heard("chosen_inline_result"))["result_id"] == "p1"
    sent = desk.phone(CONSULTANT).locator(".row.out").last
    await expect(sent.locator(".text")).to_have_text("Помада Бархат, 1 190 ₽")
    await expect(desk.field(CONSULTANT)).to_have_value("")


async def test_own_messages_are_answered_edited_and_reacted_to(open_desk: Any, bot: Bot) -> None:
    desk: Desk = await open_desk()
    message = await bot.say(ADMIN, "Вопрос клиента")
    row, field, menu = desk.bubble(ADMIN, message), desk.field(ADMIN), desk.page.get_by_role("menu")
    await row.locator(".bubble").click(button="right")
    await desk.shot("menu")
    await menu.get_by_role("menuitem", name="Ответить").click()
    await field.press_sequentially("Отвечаю")
    await field.press("Enter")
    answer = await bot.heard("message")
    assert answer["reply_to_message"]["message_id"] == message
    own = desk.bubble(ADMIN, answer["message_id"])
    await expect(own.locator(".quote")).to_contain_text("Вопрос клиента")
    await field.press("ArrowUp")
    await expect(field).to_have_value("Отвечаю")
    await field.fill("Отвечаю подробно")
    await field.press("Enter")
    assert (await bot.heard("edited_message"))["text"] == "Отвечаю подробно"
    await expect(own.locator(".edited")).to_be_visible()
    await row.locator(".bubble").dblclick(position={"x": 6, "y": 6})
    reaction = await bot.heard("message_reaction")
    assert reaction["new_reaction"] == [{"type": "emoji", "emoji": "👍"}]
    await row.get_by_role("button", name="Поставить 👍").click()
    assert (await bot.heard("message_reaction"))["new_reaction"] == []


async def test_photos_are_sent_with_a_caption_and_several_make_an_album(open_desk: Any, bot: Bot) -> None:
    desk: Desk = await open_desk()
    phone = desk.phone(CUSTOMER)
    await phone.get_by_role("button", name="Прикрепить").click()
    async with desk.page.expect_file_chooser() as chooser:
        await desk.page.get_by_role("menuitem", name="Фото").click()
    files = [{"name": f"{at}.jpg", "mimeType": "image/jpeg", "buffer": picture(300, 400, "#a05")} for at in range(2)]
    await (await chooser.value).set_files(files)
    sheet = phone.get_by_role("dialog")
    await expect(sheet.locator("img")).to_have_count(2)
    await sheet.get_by_label("Подпись").fill("Мои покупки")
    await sheet.get_by_role("button", name="Отправить 2").click()
    first, second = await bot.heard("message"), await bot.heard("message")
    assert first["caption"] == "Мои покупки"
    assert first["media_group_id"] == second["media_group_id"]
    await expect(phone.locator(".album .photo")).to_have_count(2)

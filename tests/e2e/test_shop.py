"""The shop from end to end: found however it is typed, marked, printed, ordered by codes, delivered, repeated."""

from __future__ import annotations

import io
import re

import pytest
from pypdf import PdfReader

from tests.bot_process import BotProcess
from tests.e2e.test_first_order import OLEG, add_lipstick, join, receipt
from tests.goods_files import csv_file, picture
from tests.sandbox_client import PersonClient, SandboxClient

pytestmark = pytest.mark.asyncio(loop_scope="module")
IRINA = 3001
LIPSTICK, SHADE = "Помада «Атласная лента»", "40-0401-04"
PATIENCE = 120


async def guest(sandbox: SandboxClient, name: str) -> PersonClient:
    person = await sandbox.add_person(name)
    await person.say("/start")
    return person


async def file_of(sandbox: SandboxClient, person: PersonClient, ending: str, count: int = 1) -> bytes:
    """The newest file of that kind, once there are so many in the chat."""
    chat = await person.wait_for(lambda chat: len(_files(chat.messages, ending)) >= count, within=PATIENCE)
    media = _files(chat.messages, ending)[-1].media or {}
    async with sandbox.session.get(sandbox.url + media["url"]) as response:
        return bytes(await response.read())


def _files(messages: list, ending: str) -> list:  # type: ignore[type-arg]
    return [m for m in messages if str((m.media or {}).get("file_name", "")).endswith(ending)]


async def bring(sandbox: SandboxClient, code: str, stock: int) -> None:
    """Irina sends a table with the stock of an article and applies it."""
    irina = sandbox.person(IRINA)
    await irina.say("/import")
    await irina.send_file("document", csv_file([(code, str(stock))], ("артикул", "остаток")).encode(), f"{stock}.csv")
    await irina.wait_for(lambda chat: chat.messages[-1].button("Применить"), within=PATIENCE)
    await irina.press("Применить")
    await irina.wait_for(lambda chat: "Готово" in chat.messages[-1].text, within=PATIENCE)


async def test_found_however_it_is_typed_and_narrowed_down(sandbox: SandboxClient, bot: BotProcess) -> None:
    rita = await guest(sandbox, "Рита Искалова")
    for typed in ("помады", "gjvflf", "pomada", "памада", "lipsticks", "помада атласная лента"):
        await rita.say(typed)
        found = await rita.last()
        assert LIPSTICK in " ".join(found.words()), (typed, found.words())
    await rita.say(SHADE)
    await rita.press(LIPSTICK)
    card = await rita.last()
    assert SHADE in card.text
    assert "Чайная роза" in card.text, "the shade whose code was typed is chosen"
    await rita.press("Назад")
    assert SHADE in (await rita.last()).text, "back to what was found"
    await rita.press("Искать другое")
    await rita.say("крем")
    before = re.search(r"(\d+) товар", (await rita.last()).text)
    for words in ("Фильтры", "Тип кожи", "Сухая", "Только в наличии", "Показать"):
        await rita.press(words)
    after = re.search(r"(\d+) товар", (await rita.last()).text)
    assert before is not None
    assert after is not None
    assert int(after[1]) < int(before[1])
    assert "Фильтры · 2" in " ".join(await rita.buttons())
    await rita.say("экскаваторный")
    assert "ничего не" in (await rita.last()).text


async def test_sent_into_any_chat_a_card_brings_the_consultants_invite(sandbox: SandboxClient, bot: BotProcess) -> None:
    oleg = sandbox.person(OLEG)
    await oleg.say("/start")
    answer = await oleg.inline("gjvflf")
    results = answer["results"]
    assert any(LIPSTICK in str(each) for each in results)
    url = next(b["url"] for each in results for row in each["reply_markup"]["inline_keyboard"] for b in row)
    link = re.search(r"start=(prd-\d+-k7Rm2QxA)$", url)
    assert link, url
    friend = await sandbox.add_person("Подруга")
    await friend.say(f"/start {link[1]}")
    assert "Олег" in (await friend.last()).text
    await friend.press("👀 Посмотреть")
    assert "Артикул" in (await friend.last()).text


async def test_my_shade_by_its_colour_its_name_and_a_photo(sandbox: SandboxClient, bot: BotProcess) -> None:
    nina = await guest(sandbox, "Нина Оттенкова")
    for sample in ("#D0787C", "чайная роза"):
        await nina.say("/catalog")
        await nina.press("Найти свой оттенок")
        await nina.say(sample)
        assert "1. " in (await nina.last()).text
        assert "Чайная роза" in (await nina.last()).text
    await nina.press("Другой цвет")
    await nina.send_file("photo", picture("#D0787C"), "swatch.jpg", settle=False)
    await nina.wait_for(
        lambda chat: chat.messages[-1].media and "Чайная роза" in chat.messages[-1].text, within=PATIENCE
    )
    await nina.press((await nina.buttons())[0])
    await nina.press("Похожие оттенки")
    assert "Ближайшие к" in (await nina.last()).text


async def test_kept_compared_and_told_when_it_is_back(sandbox: SandboxClient, bot: BotProcess) -> None:
    zoya = await guest(sandbox, "Зоя Ждущая")
    await bring(sandbox, SHADE, 0)
    await zoya.say(SHADE)
    await zoya.press(LIPSTICK)
    assert not [words for words in await zoya.buttons() if "В корзину ·" in words]
    asked = await zoya.press("Сообщить, когда появится")
    assert "Напишем" in str(asked)
    await zoya.press("В избранное")
    await zoya.press("Сравнить")
    await zoya.say("тушь")
    await zoya.press((await zoya.buttons())[0])
    await zoya.press("Сравнить")
    await zoya.press("Сравнение · 2")
    compared = (await zoya.last()).text
    assert LIPSTICK in compared
    assert compared.count("по каталогу") == 2
    await zoya.say("/catalog")
    await zoya.press("Избранное")
    assert LIPSTICK in " ".join(await zoya.buttons())
    await zoya.say("/catalog")
    await zoya.press("Недавние")
    assert len([words for words in await zoya.buttons() if "₽" in words or "нет в наличии" in words]) == 2
    await bring(sandbox, SHADE, 31)
    await zoya.wait_for("снова в наличии", within=PATIENCE)
    told = [m for m in await zoya.messages() if "снова в наличии" in m.text]
    await zoya.press("Открыть", message_id=told[0].id)
    assert "В корзину ·" in " ".join(await zoya.buttons())
    assert len(told) == 1


async def test_a_brochure_is_made_once(sandbox: SandboxClient, bot: BotProcess) -> None:
    lena = await guest(sandbox, "Лена Печатная")
    await add_lipstick(lena)
    for count in (1, 2):
        await lena.say("/catalog")
        for words in ("Брошюра", "Из корзины", "A4"):
            await lena.press(words)
        paper = await file_of(sandbox, lena, ".pdf", count)
        text = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(paper)).pages)
        assert "Атласная лента" in text
    sent = [call for call in await sandbox.calls("sendDocument") if str(call["params"].get("chat_id")) == str(lena.id)]
    assert [str(call["params"]["document"]).startswith("attach://") for call in sent] == [True, False], sent


async def test_ordered_by_codes_delivered_as_one_likes_and_repeated(sandbox: SandboxClient, bot: BotProcess) -> None:
    vera = await join(sandbox, "Вера Кодова")
    await vera.say(f"{SHADE} x2, 40-0401; 99-9999")
    report = await vera.last()
    assert f"{LIPSTICK}, Чайная роза, 2 шт." in report.text
    assert "99-9999: такого кода нет" in report.text
    assert "🎨 Выбрать оттенок: 40-0401" in report.words()
    await vera.press("Корзина")
    await vera.press("Оформить")
    await vera.press("Пункт выдачи")
    await vera.press("Москва")
    points = [words for words in await vera.buttons() if words[0].isdigit()]
    await vera.press(points[0])
    summary = (await vera.last()).text
    assert "Доставка: Пункт выдачи" in summary
    await vera.press("Другая доставка")
    await vera.press("Курьер")
    await vera.press("Другой адрес")
    await vera.press("Новый адрес")
    await vera.say("190000, Санкт-Петербург, Невский пр., д. 1")
    summary = (await vera.last()).text
    assert "Невский" in summary
    assert not [m for m in await vera.messages() if m.outgoing and "Невский" in m.text and not m.deleted]
    await vera.press("Другая оплата")
    await vera.press("Консультанту")
    await vera.press("Заказать")
    first = re.search(r"№\s(\d+)", (await receipt(vera)).text)
    assert first

    await vera.say("/orders")
    await vera.press(first[1])
    await vera.press("Повторить")
    await vera.press("В корзину:")
    await vera.press("Как выбирали")
    assert [m for m in await vera.messages() if "Проверьте заказ" in m.text and "Невский" in m.text]
    await vera.press("Заказать")
    await vera.wait_for(lambda chat: [m for m in chat.messages if "оформлен" in m.text and first[1] not in m.text])
    await vera.say("/orders")
    await vera.press(first[1])
    await vera.press("Отменить заказ")
    await vera.press("Да, отменить")
    await vera.say("/orders")
    assert "Всего: 2" in (await vera.last()).text
    await vera.press("Отменены и возвращены")
    rows = [words for words in await vera.buttons() if "№" in words]
    assert len(rows) == 1
    assert first[1] in rows[0]
    await vera.press("30 дней")
    assert len([words for words in await vera.buttons() if "№" in words]) == 1
    await vera.press("✓ ✖️")
    assert len([words for words in await vera.buttons() if "№" in words]) == 2

"""An announcement from the admin's words to the people's chats, and one press that ends them."""

from __future__ import annotations

import pytest
from aiohttp import FormData

from tests.bot_process import BotProcess
from tests.browser.conftest import picture
from tests.e2e.test_first_order import OLEG, join
from tests.sandbox_client import PersonClient, SandboxClient

pytestmark = pytest.mark.asyncio(loop_scope="module")
ADMIN = 3001


async def by_night_too(admin: PersonClient) -> None:
    """Tests run at any hour. How far another announcement is may come below the draft meanwhile."""
    await admin.wait_for(lambda chat: any("ночью не будим" in each.text for each in chat.messages), within=20)
    await admin.press("Когда")
    await admin.press("Ночью не будить")
    await admin.press("Назад")


async def write(admin: PersonClient, text: str) -> None:
    """Up to the button that sends it."""
    await admin.say("/promo")
    await admin.press("Новая рассылка")
    await admin.say(text)
    await by_night_too(admin)


async def got(person: PersonClient, text: str) -> int:
    return sum(text in message.text for message in await person.messages())


async def test_who_agreed_gets_it_once_and_one_press_stops_it(sandbox: SandboxClient, bot: BotProcess) -> None:
    anna, vera = await join(sandbox, "Анна Петрова"), await join(sandbox, "Вера Орлова")
    guest = await sandbox.add_person("Гость")
    await guest.say("/start")
    admin = sandbox.person(ADMIN)
    await admin.say("/start")
    await write(admin, "Помада со скидкой")
    assert "2 человека" in (await admin.last()).text
    await admin.press("Отправить")
    await anna.wait_for("Помада со скидкой", within=20)
    # A message of its own, at the end with its summary.
    await admin.wait_for(
        lambda chat: any("завершена" in m.text and "Получили: 2" in m.text for m in chat.messages), within=30
    )
    await vera.wait_for("Помада со скидкой", within=20)
    await vera.press("Больше не присылать")

    await write(admin, "Кремы со скидкой")
    await admin.press("Отправить")
    await anna.wait_for("Кремы со скидкой", within=20)
    await admin.wait_for(
        lambda chat: any("завершена" in m.text and "Получили: 1" in m.text for m in chat.messages), within=30
    )
    assert sum("завершена" in m.text for m in await admin.messages()) == 2, "one message of each shows how far it is"
    assert [await got(each, "Кремы со скидкой") for each in (anna, vera, guest)] == [1, 0, 0]
    assert [await got(each, "Помада со скидкой") for each in (anna, vera, guest)] == [1, 1, 0]

    done = next(m for m in reversed(await admin.messages()) if "завершена" in m.text)
    await admin.press("Открыть рассылку", message_id=done.id)
    await admin.press("Удалить у всех")
    await admin.press("Да, удалить")
    await admin.wait_for(lambda chat: any("Удалено из чатов: 1" in m.text for m in chat.messages), within=30)
    assert [await got(each, "Кремы со скидкой") for each in (anna, vera, guest)] == [0, 0, 0]
    assert await got(vera, "Помада со скидкой") == 1


async def album(admin: PersonClient, words: str) -> None:
    """Two pictures that belong together, with words under the first."""
    form = FormData()
    for number, colour in enumerate(("#b3123f", "#6d3fb0")):
        form.add_field("photo", picture(90, 60, colour), filename=f"{number}.jpg")
    form.add_field("caption", words)
    await admin.sandbox.request("POST", f"/sandbox/people/{admin.id}/send", data=form)
    await admin.settle()


async def test_an_album_with_buttons_and_no_more_of_its_kind(sandbox: SandboxClient, bot: BotProcess) -> None:
    zoya = await join(sandbox, "Зоя Белова")
    # Goes on wanting what Zoya stops: with nobody left to get it there is nothing to send.
    dina = await join(sandbox, "Дина Чернова")
    admin = sandbox.person(ADMIN)
    await admin.say("/start")
    await admin.say("/promo")
    await admin.press("Новая рассылка")
    await album(admin, "Зимняя акция")
    await admin.wait_for("2 картинки", within=20)
    await admin.press("Акции")
    await by_night_too(admin)
    await admin.press("Кнопки")
    await admin.press("Раздел")
    await admin.press("Губы")
    await admin.press("Назад")
    await admin.press("Кому")
    await admin.press("Ещё не заказывали")
    await admin.press("Назад")
    await admin.press("Показать мне")
    await admin.press("Отправить")
    await zoya.wait_for("Зимняя акция", within=30)
    messages = await zoya.messages()
    at = next(number for number, each in enumerate(messages) if "Зимняя акция" in each.text)
    assert [each.kind for each in messages[at - 2 : at]] == ["photo", "photo"]
    await zoya.press("Губы")
    assert "Губы" in (await zoya.last()).text
    await zoya.press("Реже")
    assert "Что вам присылать" in (await zoya.last()).text
    assert await got(zoya, "Зимняя акция") == 1

    for words, kind in (("Ещё одна акция", "Акции"), ("Новости зимы", "Новости")):
        await write(admin, words)
        await admin.press(kind)
        await admin.press("Отправить")
    await zoya.wait_for("Новости зимы", within=30)
    await dina.wait_for("Ещё одна акция", within=30)
    assert await got(zoya, "Ещё одна акция") == 0

    # A consultant's own goes the same way, in their name.
    oleg = sandbox.person(OLEG)
    await write(oleg, "Олег о новинках")
    await oleg.press("Отправить")
    await zoya.wait_for("ваш консультант\n\nОлег о новинках", within=30)
    await oleg.wait_for(lambda chat: any("завершена" in m.text for m in chat.messages), within=30)

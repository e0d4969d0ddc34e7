"""Finding, choosing and changing a consultant over HTTP, as people do it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bot_process import BotProcess, bot_environment, seed_demo, start_bot
from tests.e2e.test_first_order import OLEG
from tests.sandbox_client import PersonClient, SandboxClient, start_sandbox

pytestmark = pytest.mark.asyncio(loop_scope="module")
KAZAN = {"latitude": 55.7887, "longitude": 49.1221}
GULNARA, ADMIN = 2003, 3001


async def guest(sandbox: SandboxClient, name: str) -> PersonClient:
    """Somebody new who has opened the finder."""
    made = await sandbox.add_person(name)
    await made.say("/start")
    await made.say("/consultant")
    return made


async def screen(person: PersonClient) -> str:
    return (await person.last()).text


async def menu(person: PersonClient) -> list[str]:
    """The menu at the bottom."""
    chat = await person.chat()
    return chat.keys()


async def test_a_city_typed_in_any_way_and_one_press_to_the_card(sandbox: SandboxClient, bot: BotProcess) -> None:
    anna = await guest(sandbox, "Анна")
    for typed in ("казань", "Kazan", "rfpfym", "Кзань", "г. Казань"):
        await anna.say(typed)
        assert "Казань" in await screen(anna), typed
        assert "Гульнара" in " ".join(await anna.buttons()), typed
    await anna.press("Гульнара")
    card = await anna.last()
    assert card.media
    assert "по местному времени" in card.text
    await anna.press("Назад")
    assert "Гульнара" in " ".join(await anna.buttons())


async def test_by_name_number_and_a_town_without_consultants(sandbox: SandboxClient, bot: BotProcess) -> None:
    vera = await guest(sandbox, "Вера")
    await vera.say("сафена")
    await vera.press("По имени")
    assert "Гульнара Сафина" in " ".join(await vera.buttons())
    await vera.say("10355208")
    assert "Гульнара Сафина" in await screen(vera)
    await vera.say("Подольск")
    assert "Подольск" in await screen(vera)
    assert "37 км" in (await vera.buttons())[0]
    await vera.say("Киров")
    assert "Киров, Калужская область" in await vera.buttons()
    await vera.say("абракадабра")
    assert "ничего не нашлось" in await screen(vera)


async def test_by_place_with_wishes_then_chosen_and_both_are_told(sandbox: SandboxClient, bot: BotProcess) -> None:
    gulnara = await sandbox.add_person("Гульнара", id=GULNARA) if GULNARA not in await ids(sandbox) else None
    gulnara = gulnara or sandbox.person(GULNARA)
    await gulnara.say("/start")
    dina = await guest(sandbox, "Дина")
    await dina.press("Рядом со мной")
    assert "📍 Отправить, где я" in await menu(dina)
    await sandbox.send(dina.id, location=KAZAN)
    await dina.settle()
    assert "Ближайшие: Казань" in await screen(dina)
    assert "Гульнара" in (await dina.buttons())[0]
    assert "км" in (await dina.buttons())[1]
    assert "📍 Отправить, где я" not in await menu(dina)
    await dina.press("На каком языке")
    await dina.press("татарский")
    assert len([words for words in await dina.buttons() if "км" in words]) == 1
    await dina.press("Гульнара")
    await dina.press("Выбрать")
    assert "Ваш консультант: Гульнара Сафина" in await screen(dina)
    await gulnara.wait_for("У вас новый клиент")


async def test_changing_with_a_reason_once(sandbox: SandboxClient, bot: BotProcess) -> None:
    oleg = sandbox.person(OLEG)
    await oleg.say("/start")
    zoya = await guest(sandbox, "Зоя")
    await zoya.say("10482715")
    await zoya.press("Выбрать")
    await zoya.say("/consultant")
    await zoya.press("Сменить консультанта")
    await zoya.say("ветрова наталья")
    await zoya.press("По имени")
    await zoya.press("Наталья")
    await zoya.press("Перейти")
    assert "почему" in await screen(zoya)
    await zoya.say("Хочу учиться макияжу")
    assert "Ваш консультант: Наталья Ветрова" in await screen(zoya)
    await oleg.wait_for("Клиент перешёл к другому консультанту")
    assert "макияжу" not in " ".join(message.text for message in await oleg.messages())
    await zoya.press_data("cns:1")
    assert "недавно" in await screen(zoya)


async def test_an_invite_with_its_code_as_a_picture(sandbox: SandboxClient, bot: BotProcess) -> None:
    oleg = sandbox.person(OLEG)
    await oleg.say("/start")
    await oleg.say("/invite")
    invite = await oleg.last()
    assert invite.media
    assert "10482715" in invite.text
    await oleg.press("Не принимать")
    ira = await guest(sandbox, "Ира")
    await ira.say("москва")
    assert "Олег" not in " ".join(await ira.buttons())
    await oleg.press("Снова принимать")
    await ira.say("москва")
    assert "Олег" in " ".join(await ira.buttons())


async def ids(sandbox: SandboxClient) -> set[int]:
    return {each["id"] for each in await sandbox.people()}


@pytest.mark.slow
async def test_customers_of_who_left_or_blocked_the_bot_are_offered_another(tmp_path: Path) -> None:
    async with start_sandbox() as sandbox:
        await sandbox.unlimited()
        environment = bot_environment(sandbox, tmp_path)
        await seed_demo(environment, tmp_path)
        async with start_bot(environment, tmp_path / "log") as bot:
            left, blocked = await guest(sandbox, "Лена"), await guest(sandbox, "Боря")
            oleg, admin = sandbox.person(OLEG), sandbox.person(ADMIN)
            await oleg.say("/start")
            await left.say("10355208")
            await left.press("Выбрать")
            await blocked.say("10482715")
            await blocked.press("Выбрать")
            await oleg.block()
            await admin.say("/start")
            await admin.say("/staff 10355208")
            await admin.press("Консультант ушёл")
            assert "Консультант ушёл: в поиске" in await screen(admin)
            await sandbox.settle()
            assert bot.errors() == []
        for number in range(2):
            async with start_bot(environment, tmp_path / f"log{number}") as bot:
                for person in (left, blocked):
                    await person.wait_for("Ваш консультант сейчас недоступен")
                    told = [m for m in await person.messages() if "сейчас недоступен" in m.text]
                    assert len(told) == 1
                await sandbox.settle()
                assert bot.errors() == []
        async with start_bot(environment, tmp_path / "last log") as bot:
            notice = next(m for m in await left.messages() if "сейчас недоступен" in m.text)
            await left.press("Выбрать консультанта", message_id=notice.id)
            await left.say("самара")
            await left.press("Марина")
            await left.press("Выбрать")
            assert "Ваш консультант: Марина Терехова" in await screen(left)
            assert bot.errors() == []

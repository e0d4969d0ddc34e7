"""A customer and their consultant who write to each other over HTTP, over restarts of the bot."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from aiohttp import FormData

from tests.bot_process import bot_environment, run_bot, start_bot
from tests.e2e.test_first_order import OLEG
from tests.sandbox_client import Message, PersonClient, SandboxClient, start_sandbox

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6300010000000500010d0a2db4"
    "0000000049454e44ae426082"
)
WITHIN = 40.0


async def customer(sandbox: SandboxClient, name: str, number: str = "10482715") -> PersonClient:
    """A guest who has chosen a consultant."""
    made = await sandbox.add_person(name, phone="+79160000001")
    await made.say("/start")
    await made.say("/consultant")
    await made.say(number)
    await made.press("Выбрать")
    return made


async def came(person: PersonClient, wanted: Callable[[Message], Any]) -> Message:
    """The newest message of the bot that fits, as soon as it is there."""
    chat = await person.wait_for(lambda chat: any(not m.outgoing and wanted(m) for m in chat.messages), within=WITHIN)
    return next(m for m in reversed(chat.messages) if not m.outgoing and wanted(m))


async def text(person: PersonClient, words: str) -> Message:
    return await came(person, lambda m: words in m.text)


async def own(person: PersonClient, wanted: Callable[[Message], Any]) -> Message:
    """The newest message this person has written that fits, as they see it."""
    return next(m for m in reversed(await person.messages()) if m.outgoing and wanted(m))


async def react(person: PersonClient, message_id: int, emoji: str | None) -> None:
    body = {"message_id": message_id, "emoji": emoji}
    await person.sandbox.request("POST", f"/sandbox/people/{person.id}/react", json=body)
    await person.settle()


async def until_shown(person: PersonClient, message_id: int, wanted: Callable[[Message], Any]) -> None:
    """Waits until that message of the person's chat looks as wanted."""
    await person.wait_for(lambda chat: any(m.id == message_id and wanted(m) for m in chat.messages), within=WITHIN)


def reactions(message: Message) -> list[str]:
    return [each["emoji"] for each in message.raw["reactions"]]


async def send_files(person: PersonClient, *kinds: str, caption: str = "") -> None:
    form = FormData()
    for number, kind in enumerate(kinds):
        form.add_field(kind, PNG, filename=f"{number}.{'png' if kind == 'photo' else 'bin'}")
    if caption:
        form.add_field("caption", caption)
    await person.sandbox.request("POST", f"/sandbox/people/{person.id}/send", data=form)
    await person.settle()


async def every_kind(sender: PersonClient, receiver: PersonClient, word: str) -> None:
    """Everything one can send arrives as what it is, with who wrote it, and not a message of it twice."""
    await sender.say(f"{word} текст https://example.org")
    got = await text(receiver, f"{word} текст")
    assert "Ответить" in got.words()[0]
    for kind in ("photo", "video", "voice", "document", "audio", "animation"):
        await sender.send_file(kind, PNG, f"f.{kind}", caption=f"{word} {kind}")
        got = await text(receiver, f"{word} {kind}")
        assert got.kind == kind
        assert "Ответить" in got.words()[0]
    await sender.send_file("video_note", PNG, "round.mp4")
    await came(receiver, lambda m: m.kind == "video_note" and m.words())
    await sender.sandbox.send(sender.id, sticker="👍")
    await came(receiver, lambda m: m.kind == "sticker" and m.words())
    await sender.sandbox.send(sender.id, location={"latitude": 56.85, "longitude": 35.9})
    got = await came(receiver, lambda m: m.kind == "location" and m.words())
    assert got.raw["location"]["latitude"] == 56.85
    await send_files(sender, "photo", "photo", "video", caption=f"{word} альбом")
    below = await text(receiver, "альбом, 3 файла")
    pieces = [m for m in await receiver.messages() if m.album and not m.outgoing and m.id < below.id][-3:]
    assert len({m.album for m in pieces}) == 1
    assert [m.kind for m in pieces] == ["photo", "photo", "video"]
    assert pieces[0].text == f"{word} альбом"
    assert below.reply_to
    assert below.reply_to["id"] == pieces[0].id
    await sender.sandbox.send(sender.id, contact={"phone_number": "+79031112233", "first_name": "Мастер"})
    await sender.settle()
    assert not [m for m in await receiver.messages() if m.kind == "contact" and not m.outgoing]
    await sender.press("Да, передать")
    assert (await came(receiver, lambda m: m.kind == "contact")).raw["contact"]["phone_number"] == "+79031112233"


async def changes(sender: PersonClient, receiver: PersonClient, word: str, *, after: str) -> None:
    """Edits, reactions, replies and deletion of messages sent before."""
    there = await text(receiver, f"{word} текст")
    here = await own(sender, lambda m: f"{word} текст" in m.text)
    await sender.edit(here.id, f"{word} текст исправлен {after}")
    await until_shown(receiver, there.id, lambda m: f"исправлен {after}" in m.text and m.words())
    photo = await own(sender, lambda m: m.kind == "photo" and m.text.startswith(word) and not m.album)
    photo_there = await came(receiver, lambda m: m.kind == "photo" and word in m.text and not m.album)
    await sender.edit(photo.id, f"{word} photo {after}")
    await until_shown(receiver, photo_there.id, lambda m: f"photo {after}" in m.text)
    await react(receiver, there.id, "🔥")
    await until_shown(sender, here.id, lambda m: "🔥" in reactions(m))
    await react(sender, here.id, "👍")
    await until_shown(receiver, there.id, lambda m: "👍" in reactions(m))
    await react(receiver, there.id, None)
    await until_shown(sender, here.id, lambda m: "🔥" not in reactions(m))
    await receiver.say(f"ответ {word} {after}", reply_to=there.id)
    answer = await text(sender, f"ответ {word} {after}")
    assert answer.reply_to
    assert answer.reply_to["id"] == here.id
    await sender.say(f"{word} лишнее {after}")
    extra = await text(receiver, f"{word} лишнее {after}")
    await sender.say("/delete", reply_to=(await own(sender, lambda m: f"{word} лишнее {after}" in m.text)).id)
    await receiver.wait_for(lambda chat: all(m.id != extra.id for m in chat.messages), within=WITHIN)
    assert not [m for m in await sender.messages() if f"{word} лишнее {after}" in m.text or m.text == "/delete"]


@pytest.mark.slow
async def test_every_kind_both_ways_with_changes_over_a_restart(tmp_path: Path) -> None:
    async with start_sandbox() as sandbox:
        await sandbox.unlimited()
        environment = bot_environment(sandbox, tmp_path, RELAY_PER_MINUTE="100", SEND_CHAT_RATE="20")
        assert (await run_bot(environment, "seed-demo"))[0] == 0
        oleg = sandbox.person(OLEG)
        async with start_bot(environment, tmp_path / "log") as bot:
            await oleg.say("/start")
            anna = await customer(sandbox, "Анна")
            await anna.say("/start")
            await anna.press("Написать консультанту")
            assert "Олег" in (await anna.last()).text
            await every_kind(anna, oleg, "анна")
            await oleg.press("Ответить")
            await every_kind(oleg, anna, "олег")
            await changes(anna, oleg, "анна", after="до")
            await changes(oleg, anna, "олег", after="до")
            assert bot.errors() == []
        # Sent while the bot is down: it is passed on in its order when it is back.
        for number in range(3):
            await anna.say(f"пока вас не было {number}", settle=False)
        await send_files_unsettled(anna)
        async with start_bot(environment, tmp_path / "log2") as bot:
            await text(oleg, "альбом, 2 файла")
            said = [m.text for m in await oleg.messages() if "пока вас не было" in m.text]
            assert [each[-1] for each in said] == ["0", "1", "2"]
            await changes(anna, oleg, "анна", after="после")
            await changes(oleg, anna, "олег", after="после")
            for each in (anna, oleg):
                texts = [m.text for m in await each.messages() if not m.outgoing and "текст исправлен" in m.text]
                assert len(texts) == 1
            assert bot.errors() == []
            for words in ("исправлен", "79031112233", "пока вас"):
                assert words not in bot.log
            await nobody_gets_what_is_anothers(sandbox, oleg)
            await who_cannot_be_reached_gets_it_later(anna, oleg)
            await goods_in_the_conversation(anna, oleg)
            assert bot.errors() == []
        raw = b"".join(path.read_bytes() for path in tmp_path.glob("cabinet.db*"))
        assert "исправлен".encode() not in raw
        assert b"79031112233" not in raw


async def nobody_gets_what_is_anothers(sandbox: SandboxClient, oleg: PersonClient) -> None:
    """Two customers and one consultant at once; the consultant answers by replying, from wherever they are."""
    await oleg.say("/done")
    both = {name: await customer(sandbox, name) for name in ("Вера", "Боря")}
    for name, one in both.items():
        await one.say("/chat")
        assert "Олег" in (await one.last()).text, name
    for number in range(3):
        await asyncio.gather(*(one.say(f"{name} {number} говорит", settle=False) for name, one in both.items()))
        for name in both:
            got = await text(oleg, f"{name} {number} говорит")
            await oleg.say(f"для {name} {number}", reply_to=got.id)
    for name, one in both.items():
        await text(one, f"для {name} 2")
        got_all = [m.text for m in await one.messages() if not m.outgoing and "для " in m.text and "↩" not in m.text]
        assert [name in each for each in got_all] == [True] * 3
    await both["Вера"].say("моя карта 4111 1111 1111 1111")
    assert "Visa •••• 1111" in (await text(oleg, "моя карта")).text


async def who_cannot_be_reached_gets_it_later(anna: PersonClient, oleg: PersonClient) -> None:
    """Blocked on either side: the sender is told and offered the company, and the message waits."""
    await anna.say("/chat")
    await oleg.block()
    await anna.say("вы меня слышите?")
    told = await text(anna, "не доставлено")
    assert {"🤝 Другой консультант", "❔ Спросить компанию"} <= set(told.words())
    await oleg.unblock()
    got = await text(oleg, "вы меня слышите?")
    await anna.block()
    await oleg.say("теперь слышу", reply_to=got.id)
    assert "Спросить" in " ".join((await text(oleg, "не доставлено")).words())
    await anna.unblock()
    await text(anna, "теперь слышу")


async def goods_in_the_conversation(anna: PersonClient, oleg: PersonClient) -> None:
    """A product with one press, and alive on the other side; both say how it was in the end."""
    await anna.say("/catalog")
    await anna.press("Губы")
    await anna.press((await anna.buttons())[0])
    name = next(line for line in (await anna.last()).text.splitlines() if line)
    await anna.press("Обсудить в чате")
    shown = await came(oleg, lambda m: "🛍 Открыть карточку" in m.words())
    assert shown.media
    await oleg.press("Открыть карточку", message_id=shown.id)
    assert (await oleg.last()).text.splitlines()[0] == name
    await oleg.say("отличный выбор", reply_to=shown.id)
    await text(anna, "отличный выбор")
    await anna.say("/chat")
    await anna.press("Завершить разговор")
    await anna.press("Да, завершить")
    await text(anna, "Как прошёл разговор?")
    await anna.press("5 ★")
    await anna.say("Спасибо Олегу")
    assert "сохранили" in (await anna.last()).text


async def send_files_unsettled(person: PersonClient) -> None:
    form = FormData()
    for number in range(2):
        form.add_field("photo", PNG, filename=f"{number}.png")
    await person.sandbox.request("POST", f"/sandbox/people/{person.id}/send", data=form)

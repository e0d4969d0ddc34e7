"""Goods by file in the chat: sent, checked, applied by a press, sent out again."""

from __future__ import annotations

import io
import zipfile

import pytest

from tests.bot_process import BotProcess
from tests.goods_files import archive, csv_file, picture
from tests.sandbox_client import PersonClient, SandboxClient

pytestmark = pytest.mark.asyncio(loop_scope="module")
IRINA = 3001


async def admin(sandbox: SandboxClient) -> PersonClient:
    irina = sandbox.person(IRINA)
    await irina.say("/import")
    return irina


async def test_sent_checked_applied_once_and_shown(sandbox: SandboxClient, bot: BotProcess) -> None:
    irina = await admin(sandbox)
    assert "Пришлите таблицу" in (await irina.last()).text
    pictures = {"50-0001.jpg": picture("#20B2AA"), "50-0001_2.jpg": picture("#FFC0CB", side=800)}
    goods = archive({"goods.csv": csv_file().encode("utf-16"), **pictures})
    await irina.send_file("document", goods, "весна.zip")
    chat = await irina.wait_for("Новых строк: 5", within=60)
    report = next(m for m in chat.messages if "Новых строк: 5" in m.text)
    assert "50-0001 · Крем «Роса»: новое" in report.text
    await irina.press("Применить")
    await irina.wait_for("Готово. Новых строк: 5", within=60)
    again = await irina.press_data(str((report.button("Применить") or {})["callback_data"]), message_id=report.id)
    assert again is not None
    assert "Уже применено" in str(again.get("text"))
    vera = await sandbox.add_person("Вера")
    await vera.say("/start")
    await vera.press("Каталог")
    await vera.press("Новинки")
    await vera.press("Крем «Роса»")
    card = await vera.last()
    assert card.media
    assert card.media["width"] == card.media["height"] == 600, "the photograph of the archive, not a drawing"
    assert "50-0001" in card.text
    # The album is turned over in the card; what Telegram has once is not sent again.
    sizes = []
    for _ in range(3):
        await vera.press("🖼 Фото")
        sizes.append(((await vera.last()).media or {})["width"])
    assert sizes == [800, 600, 800]
    assert (await vera.last()).id == card.id
    turned = [call for call in await sandbox.calls("editMessageMedia") if call["params"].get("chat_id") == vera.id]
    assert len([call for call in turned if "attach://" in str(call["params"].get("media"))]) <= 3


async def test_a_bad_file_changes_nothing_and_says_why(sandbox: SandboxClient, bot: BotProcess) -> None:
    irina = await admin(sandbox)
    lines = "\n".join(f"B-{n};-{n}" for n in range(1, 13))
    await irina.send_file("document", f"артикул;цена\n{lines}\n=cmd|'/c calc';1\n".encode(), "плохой.csv")
    chat = await irina.wait_for("ничего не изменено", within=60)
    report = next(m for m in chat.messages if "ничего не изменено" in m.text)
    assert "строка 2, «Цена»: цена больше нуля" in report.text
    assert "Применить" not in " ".join(report.words())
    assert any(str((m.media or {}).get("file_name")).startswith("import-") for m in chat.messages)


async def test_an_export_comes_back_as_nothing_to_do(sandbox: SandboxClient, bot: BotProcess) -> None:
    irina = await admin(sandbox)
    await irina.press("XLSX")
    chat = await irina.wait_for("Все товары:", within=60)
    media = next(m.media for m in reversed(chat.messages) if "Все товары:" in m.text)
    assert media is not None
    async with sandbox.session.get(sandbox.url + media["url"]) as response:
        content = await response.read()
    assert "xl/workbook.xml" in zipfile.ZipFile(io.BytesIO(content)).namelist()
    await irina.say("/import")
    await irina.send_file("document", content, "goods.xlsx")
    await irina.wait_for("менять нечего", within=60)


async def test_not_for_customers(sandbox: SandboxClient, bot: BotProcess) -> None:
    vera = await sandbox.add_person("Зоя")
    await vera.say("/start")
    await vera.say("/import")
    assert "не для вашей роли" in (await vera.last()).text

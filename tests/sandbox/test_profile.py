"""Commands by scope and language, names, descriptions, menu buttons, chats and members."""

from typing import Any

import pytest

from tests.sandbox.conftest import ANNA, IRINA, OLEG, Bench


def commands(*names: str) -> list[dict[str, str]]:
    return [{"command": name, "description": f"about {name}"} for name in names]


async def seen(bench: Bench, person_id: int) -> list[str]:
    person = await bench.client.request("GET", f"/sandbox/people/{person_id}")
    return [each["command"] for each in person["commands"]]


async def test_the_narrowest_scope_wins_and_in_it_the_language(bench: Bench) -> None:
    await bench.ok("setMyCommands", commands=commands("start"))
    assert await seen(bench, ANNA) == ["start"]
    await bench.ok("setMyCommands", commands=commands("start_ru"), language_code="ru")
    assert await seen(bench, ANNA) == ["start_ru"]
    private = {"type": "all_private_chats"}
    await bench.ok("setMyCommands", commands=commands("private"), scope=private)
    assert await seen(bench, ANNA) == ["private"]
    await bench.ok("setMyCommands", commands=commands("admin"), scope={"type": "chat", "chat_id": IRINA})
    assert await seen(bench, IRINA) == ["admin"]
    admin_ru = {"scope": {"type": "chat", "chat_id": IRINA}, "language_code": "ru"}
    await bench.ok("setMyCommands", commands=commands("admin_ru"), **admin_ru)
    assert await seen(bench, IRINA) == ["admin_ru"]
    assert await seen(bench, OLEG) == ["private"]
    assert await bench.ok("getMyCommands", **admin_ru) == commands("admin_ru")
    assert await bench.ok("getMyCommands", language_code="en") == []
    await bench.ok("deleteMyCommands", scope=private)
    assert await seen(bench, ANNA) == ["start_ru"]
    english = await bench.client.add_person("John", language_code="en")
    assert await seen(bench, english.id) == ["start"]


@pytest.mark.parametrize(
    ("params", "description"),
    [
        ({"commands": commands(*(f"c{i}" for i in range(101)))}, "BOT_COMMANDS_TOO_MUCH"),
        ({"commands": commands("Start")}, "BOT_COMMAND_INVALID"),
        ({"commands": commands("x" * 33)}, "BOT_COMMAND_INVALID"),
        ({"commands": commands("старт")}, "BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "a", "description": ""}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ({"commands": [{"command": "a", "description": "x" * 257}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ({"commands": commands("a"), "scope": {"type": "chat", "chat_id": 99}}, "chat not found"),
        ({"commands": commands("a"), "language_code": "rus"}, "invalid language code specified"),
    ],
)
async def test_refused_commands(bench: Bench, params: dict[str, Any], description: str) -> None:
    assert await bench.refused("setMyCommands", **params) == f"Bad Request: {description}"


async def test_names_and_descriptions_by_language(bench: Bench) -> None:
    for what, field, long in (("Name", "name", 64), ("Description", "description", 512)):
        await bench.ok(f"setMy{what}", **{field: "for all"})
        await bench.ok(f"setMy{what}", **{field: "по-русски"}, language_code="ru")
        assert await bench.ok(f"getMy{what}", language_code="ru") == {field: "по-русски"}
        assert await bench.ok(f"getMy{what}", language_code="de") == {field: "for all"}
        assert "INVALID" in await bench.refused(f"setMy{what}", **{field: "x" * (long + 1)})
    await bench.ok("setMyShortDescription", short_description="short")
    assert await bench.ok("getMyShortDescription") == {"short_description": "short"}
    assert (await bench.ok("getMe"))["first_name"] == "for all"


async def test_menu_buttons(bench: Bench) -> None:
    assert await bench.ok("getChatMenuButton") == {"type": "default"}
    await bench.ok("setChatMenuButton", menu_button={"type": "commands"})
    await bench.ok("setChatMenuButton", chat_id=ANNA, menu_button={"type": "default"})
    assert await bench.ok("getChatMenuButton", chat_id=ANNA) == {"type": "default"}
    assert await bench.ok("getChatMenuButton", chat_id=OLEG) == {"type": "commands"}
    people = {person["id"]: person["menu_button"]["type"] for person in await bench.client.people()}
    assert people == {ANNA: "default", OLEG: "commands", IRINA: "commands"}


async def test_chats_and_members(bench: Bench) -> None:
    group = await bench.client.add_group("Клуб", [OLEG, ANNA])
    chat = await bench.ok("getChat", chat_id=group["id"])
    assert (chat["title"], chat["type"]) == ("Клуб", "supergroup")
    owner = await bench.ok("getChatMember", chat_id=group["id"], user_id=OLEG)
    assert owner["status"] == "creator"
    assert (await bench.ok("getChatMember", chat_id=group["id"], user_id=ANNA))["status"] == "member"
    assert (await bench.ok("getChatMember", chat_id=group["id"], user_id=IRINA))["status"] == "left"
    assert await bench.refused("getChatMember", chat_id=group["id"], user_id=7) == "Bad Request: user not found"
    admins = await bench.ok("getChatAdministrators", chat_id=group["id"])
    assert [admin["status"] for admin in admins] == ["creator", "administrator"]
    assert await bench.ok("getChatMemberCount", chat_id=group["id"]) == 3
    assert await bench.ok("getUserProfilePhotos", user_id=ANNA) == {"total_count": 0, "photos": []}
    assert (await bench.ok("getChat", chat_id=ANNA))["first_name"] == "Анна"


async def test_the_bot_tells_who_it_is(bench: Bench) -> None:
    me = await bench.ok("getMe")
    assert me["is_bot"] is True
    assert me["supports_inline_queries"] is True
    assert await bench.ok("logOut") is True
    assert await bench.ok("close") is True

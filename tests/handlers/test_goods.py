"""Goods files and brochures at the face: who may, what is asked, what is begun."""

from __future__ import annotations

from domain.goods.brochures import Shape, Theme
from domain.goods.imports import State
from handlers.goods.views import progress_screen
from tests.handlers.cabinet import ADMIN, EDITOR, TRANSLATORS, Cabinet, buttons, check


async def test_a_file_is_taken_decided_once_and_only_by_who_sent_it(russian: Cabinet) -> None:
    russian.person_id = EDITOR
    await russian.say("/import")
    assert await russian.state() == "Importing:file"
    hint = await russian.say("вот файл")
    assert hint.screen is not None
    assert "нужен файл" in hint.screen.text
    taken = await russian.send_file("goods.csv")
    assert taken.screen is not None
    assert "Файл получен" in taken.screen.text
    assert await russian.state() is None
    imports = russian.database.data.goods_imports
    assert (imports[1].name, imports[1].state) == ("goods.csv", State.WAITING)
    async with russian.database.write() as work:
        await work.goods_imports.move(1, State.WAITING, State.CHECKED, "abc")
    stale = await russian.press("gdd:1:old:1")
    assert stale.screen is not None
    assert "кое-что изменилось" in stale.screen.text
    assert (await russian.press("gdd:1:abc:1")).toast == "Применяю…"
    assert (await russian.press("gdd:1:abc:0")).toast == "Применяю…", "the first press counts"
    assert imports is not russian.database.data.goods_imports
    assert russian.database.data.goods_imports[1].state is State.APPROVED
    russian.person_id = ADMIN
    others = await russian.press("gdd:1:abc:1")
    assert others.screen is not None
    assert "больше нет" in others.screen.text


async def test_a_large_file_says_what_to_do(russian: Cabinet) -> None:
    russian.person_id = EDITOR
    await russian.say("/import")
    answer = await russian.send_file("goods.zip", 20_000_001)
    assert answer.screen is not None
    assert "больше 20 МБ" in answer.screen.text
    assert russian.database.data.goods_imports == {}


async def test_an_export_is_begun_by_who_may(russian: Cabinet) -> None:
    refused = await russian.press("gde:csv")
    assert refused.screen is not None
    russian.person_id = EDITOR
    assert "Готовим файл" in str((await russian.press("gde:csv")).toast)
    assert russian.desk.asked == [(EDITOR, "csv")]


async def test_a_brochure_in_two_presses_from_the_catalog(russian: Cabinet) -> None:
    catalog = await russian.say("/catalog")
    asked = await russian.press_words(catalog, "Брошюра")
    made = await russian.press_words(asked, "Буклет")
    assert made.toast == "Готовим брошюру, она придёт сообщением"
    ((_, brochure),) = russian.desk.asked
    assert (brochure.wish.theme, brochure.wish.shape, brochure.wish.prices) == (Theme.ALL, Shape.BOOKLET, True)
    assert len(brochure.items) == 8
    without = await russian.press_words(asked, "С вашими ценами")
    await russian.press_words(without, "A5, удобно")
    assert russian.desk.asked[1][1].wish.prices is False
    empty = await russian.press("brm:selection:a4:0:1")
    assert empty.screen is not None
    assert "Печатать пока нечего" in empty.screen.text


async def test_of_a_category_and_back(russian: Cabinet) -> None:
    category = await russian.press("cat:1:0")
    asked = await russian.press_words(category, "Брошюра")
    assert asked.screen is not None
    ways = dict(buttons(asked.screen))
    assert "cat:1:0" in ways.values()
    await russian.press_words(asked, "A4")
    assert russian.desk.asked[0][1].wish.category == 1


def test_progress_in_both_languages() -> None:
    for language in ("ru", "en"):
        tr = TRANSLATORS.for_language(language)
        for what in ("reading", "rows", "pictures", "writing"):
            check(progress_screen(what, 1500, tr))

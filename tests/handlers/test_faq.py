"""Frequent questions: read, found however they are typed, edited by admins alone and for one language."""

from __future__ import annotations

import pytest

from domain.faq.use_cases import find
from domain.shared.ids import ConsultantId, CustomerId
from handlers.faq.base import SLUGS, base_of
from tests.handlers.cabinet import ADMIN, ANNA, EDITOR, NASTY, TRANSLATORS, Cabinet, buttons
from tests.handlers.test_tickets import as_, text

BASE = base_of(TRANSLATORS)


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("как вернуть крем", "return"),
        ("возврат товара", "return"),
        ("вирнуть тавар", "return"),  # slips
        ("где мой заказ", "track"),
        ("потерял пароль", "password"),
        ("gfhjkm", "password"),  # пароль on the other keyboard
        ("parol", "password"),
        ("удалить мои данные", "data"),
        ("сменить консультанта", "consultant"),
        ("баллы", "points"),
        ("сколько стоит доставка", "delivery"),
    ],
)
def test_found_however_it_is_typed(typed: str, slug: str) -> None:
    assert [each.slug for each in find(BASE["ru"], typed)][:1] == [slug]


@pytest.mark.parametrize(("typed", "slug"), [("return a cream", "return"), ("lost passwrod", "password")])
def test_found_in_english(typed: str, slug: str) -> None:
    assert [each.slug for each in find(BASE["en"], typed)][:1] == [slug]


@pytest.mark.parametrize("typed", ["", "ъъъ", "🙂", "12345678"])
def test_nothing_fits_nonsense(typed: str) -> None:
    assert find(BASE["ru"], typed) == []


async def test_read_and_searched(cabinet: Cabinet) -> None:
    shown = await cabinet.say("/faq")
    assert f"fqo:{SLUGS[0]}:0" in [data for _, data in buttons(shown.screen)]  # type: ignore[arg-type]
    for slug in SLUGS:
        assert "tkn:" in [data for _, data in buttons((await cabinet.press(f"fqo:{slug}:0")).screen)]  # type: ignore[arg-type]
    await cabinet.press("faq:0")
    found = await cabinet.say("points баллы")
    assert "fqo:points:0" in [data for _, data in buttons(found.screen)]  # type: ignore[arg-type]
    nothing = await cabinet.say(NASTY + "ъъъ")
    assert "tkn:" in [data for _, data in buttons(nothing.screen)]  # type: ignore[arg-type]


async def test_an_admin_changes_hides_and_adds_in_their_language(russian: Cabinet) -> None:
    await as_(russian, ADMIN)
    await russian.press("fqe:pay")
    changed = await russian.say(f"Как платить {NASTY}?\nКартой.\nИли консультанту.")
    assert "Или консультанту." in text(changed)
    await russian.press("fqh:track:1")
    await russian.press("fqn")
    added = await russian.say("Есть ли у вас магазин?\nНет, только консультанты.")
    assert "только консультанты" in text(added)
    own = next(slug for slug, _ in russian.database.data.faq if slug.startswith("own-"))

    await as_(russian, ANNA)
    assert "Или консультанту." in text(await russian.press("fqo:pay:0"))
    assert "Где мой заказ" not in text(await russian.press("fqo:track:0"))
    assert "только консультанты" in text(await russian.press(f"fqo:{own}:0"))
    await russian.press("lng:en")
    assert "By card right here" in text(await russian.press("fqo:pay:0")), "the other language is as it was"
    assert "Where is my order" in text(await russian.press("fqo:track:0"))

    await as_(russian, ADMIN)
    for slug in ("pay", "track", own):
        await russian.press(f"fqr:{slug}")
    assert russian.database.data.faq == {}


async def test_nobody_else_edits(russian: Cabinet) -> None:
    for person in (ANNA, EDITOR):
        await as_(russian, person)
        shown = await russian.press("fqo:pay:0")
        assert not [data for _, data in buttons(shown.screen) if data[:3] in {"fqe", "fqh", "fqr", "fqn"}]  # type: ignore[arg-type]
        for press in ("fqe:pay", "fqn", "fqh:pay:1", "fqr:pay"):
            await russian.press(press)
            assert await russian.state() is None, press
        assert russian.database.data.faq == {}


@pytest.mark.parametrize("typed", ["Только вопрос", "В" * 121 + "\nответ", "Вопрос\n" + "о" * 3001])
async def test_what_is_no_question_with_its_answer_is_refused(russian: Cabinet, typed: str) -> None:
    await as_(russian, ADMIN)
    await russian.press("fqn")
    await russian.say(typed)
    assert russian.database.data.faq == {}


async def test_the_hotline_is_told_in_the_persons_own_time(russian: Cabinet) -> None:
    """NOW is 15:00 in Moscow."""
    told = text(await russian.say("/help"))
    assert "с 09:00 до 21:00 (Москва)" in told
    assert "Сейчас на связи" in told
    data = russian.database.data
    from dataclasses import replace

    data.consultants[ConsultantId(2)] = replace(data.consultants[ConsultantId(2)], time_zone="Asia/Vladivostok")
    data.choices[CustomerId(1)] = ConsultantId(2)
    assert "с 16:00 до 04:00 (Владивосток)" in text(await russian.say("/support"))
    russian.now = russian.now.replace(hour=20)
    assert "Сейчас не работает" in text(await russian.say("/help"))

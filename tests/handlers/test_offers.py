"""Managing promotions on prices, and what a customer sees and does of them, over the whole face."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from domain.deals.errors import InvalidTerms
from domain.points.models import Move, MoveKind
from domain.pricing.promotions import PromotionKind, Segment
from domain.shared.money import Money, rubles
from handlers.offers.callbacks import Field
from handlers.offers.draft import Draft, typed, typed_code
from handlers.ui.screen import Answer
from tests.handlers.cabinet import ADMIN, ANNA, EDITOR, OLEG, Cabinet, buttons

MOSCOW = ZoneInfo("Europe/Moscow")


def text_of(answer: Answer) -> str:
    assert answer.screen is not None
    return answer.screen.text


async def made(cabinet: Cabinet, kind: str, *answers: tuple[str, str], flips: tuple[str, ...] = ()) -> Answer:
    """A promotion put together as the staff does it."""
    await cabinet.say("/offers")
    shown = await cabinet.press("ofn")
    shown = await cabinet.press(f"ofk:{kind}")
    for field, words in answers:
        await cabinet.press(f"ofi:{field}")
        shown = await cabinet.say(words)
    for flip in flips:
        shown = await cabinet.press(flip)
    return await cabinet.press_words(shown, "🚀")


@pytest.mark.parametrize("who", [ADMIN, EDITOR])
async def test_the_staff_makes_a_promotion_with_a_code_and_a_customer_uses_it(who: int) -> None:
    cabinet = Cabinet(person_id=who)  # type: ignore[arg-type]
    saved = await made(
        cabinet, "percent", ("value", "10 %"), ("title", "Весна | Spring"), flips=("oft:by_code:1", "ofg:new:1")
    )
    assert "Весна" in text_of(saved)
    assert "Скидка 10 %" in text_of(saved)
    await cabinet.press("ofp:1")
    coded = await cabinet.say("spring-10 100 31.12.2026")
    assert "SPRING10" in text_of(coded)

    cabinet.person_id = ANNA
    await cabinet.press("crc:1:1:0")
    why = await cabinet.press("why")
    assert "Почему такая цена" in text_of(why)
    await cabinet.press("pcd")
    refused = await cabinet.say("НЕТТАКОГО")
    assert "Такого промокода нет" in text_of(refused)
    used = await cabinet.say("Spring 10")
    assert "SPRING10" in text_of(used)
    assert "−129" in text_of(used)
    assert "1\N{NO-BREAK SPACE}161" in text_of(used)
    dropped = await cabinet.press("pcx")
    assert "SPRING10" not in text_of(dropped)

    cabinet.person_id = who  # type: ignore[assignment]
    paused = await cabinet.press("ofs:1:0")
    assert "На паузе" in text_of(paused)
    cabinet.person_id = ANNA
    await cabinet.press("pcd")
    assert "не подходит" in text_of(await cabinet.say("SPRING10"))


async def test_what_a_promotion_cannot_do_without_is_asked_at_once() -> None:
    """Two presses, two messages and the start; every part is still a button, and a wrong answer is asked anew."""
    cabinet = Cabinet(person_id=ADMIN)
    asked = await cabinet.press("ofk:percent")
    assert "Сколько процентов" in text_of(asked)
    await cabinet.say("много")
    assert not cabinet.database.data.price_promotions
    await cabinet.press("ofd")
    named = await cabinet.say("15")
    assert "Скидка 15 %" in text_of(named)
    assert "Как назвать акцию" in text_of(named)
    ready = await cabinet.say("Весна")
    assert await cabinet.state() is None
    assert "Как назвать акцию" not in text_of(ready)
    await cabinet.press_words(ready, "🚀")
    assert len(cabinet.database.data.price_promotions) == 1


async def test_saving_twice_makes_one() -> None:
    cabinet = Cabinet(person_id=ADMIN)
    await cabinet.press("ofk:free_delivery")
    await cabinet.press("ofi:title")
    shown = await cabinet.say("Доставим даром")
    await cabinet.press_words(shown, "🚀")
    await cabinet.press_words(shown, "🚀")
    assert len(cabinet.database.data.price_promotions) == 1
    await cabinet.press("ofk:points")
    assert "изменилось" in text_of(await cabinet.press_words(shown, "🚀"))


@pytest.mark.parametrize("who", [ANNA, OLEG])
async def test_nobody_else_may(who: int) -> None:
    cabinet = Cabinet(person_id=ADMIN)
    await made(cabinet, "percent", ("value", "10"), ("title", "Весна"))
    cabinet.person_id = who  # type: ignore[assignment]
    pressed = ("off:0", "ofo:1", "ofs:1:0", "ofn", "ofk:percent", "ofi:title", "oft:alone:1", "ofc", "ofp:1", "ofx:1:0")
    refused = [await cabinet.say("/offers"), *[await cabinet.press(data) for data in pressed]]
    assert {text_of(each) for each in refused} == {text_of(refused[0])}
    assert cabinet.database.data.price_promotions[1].is_on  # type: ignore[index]


async def test_a_gift_is_offered_chosen_and_ordered() -> None:
    cabinet = Cabinet(person_id=ADMIN)
    await made(cabinet, "gift", ("goods", "P7, A8"), ("title", "Подарок"), ("threshold", "2000"))
    cabinet.person_id = ANNA
    cart = await cabinet.press("crc:1:1:0")
    assert "до подарка" in text_of(cart)
    assert "🏷" not in text_of(await cabinet.press("prd:1:0:0"))
    cart = await cabinet.press("crc:1:1:0")
    choice = await cabinet.press_words(cart, "Выберите подарок")
    assert len([data for _, data in buttons(choice.screen) if data.startswith("gft")]) == 2  # type: ignore[arg-type]
    taken = await cabinet.press("gft:1:8")
    assert "В подарок" in text_of(taken)
    assert "error" not in text_of(taken)
    gone = await cabinet.press("gft:1:5")
    assert "разобрали" in text_of(gone)


async def test_a_card_names_the_promotions_on_just_such_goods() -> None:
    cabinet = Cabinet(person_id=ADMIN)
    await made(cabinet, "percent", ("goods", "P2"), ("value", "10"), ("title", "Второй крем"))
    cabinet.person_id = ANNA
    card = text_of(await cabinet.press("prd:2:0:0"))
    assert "🏷 Второй крем" in card
    assert "<s>1\N{NO-BREAK SPACE}290" in card
    assert "🏷" not in text_of(await cabinet.press("prd:1:0:0"))


async def test_points_screen_and_spending() -> None:
    cabinet = Cabinet()
    assert "0 баллов" in text_of(await cabinet.say("/points"))
    await cabinet.press("crc:1:1:0")
    assert "нельзя" in text_of(await cabinet.press("pts:100"))
    person = cabinet.database.data.people[ANNA]
    move = Move("given", MoveKind.EARNED, person.customer_id, 200, cabinet.now)
    cabinet.database.data.point_moves[move.key] = move
    spent = await cabinet.press("pts:200")
    assert "200 баллов" in text_of(spent)
    await cabinet.press("pta")
    assert await cabinet.state() == "Dealing:points"
    assert "50 баллов" in text_of(await cabinet.say("50"))
    assert "3 ноября 2026" in text_of(await cabinet.say("/points"))


def test_what_is_typed_is_read() -> None:
    percent = Draft("percent", "key")
    assert typed(percent, Field.VALUE, "15 %", MOSCOW).value == 15
    assert typed(Draft("amount", "key"), Field.VALUE, "1 500,50 ₽", MOSCOW).value == 150_050
    share = typed(Draft("n_plus_m", "key"), Field.VALUE, "2 + 1", MOSCOW)
    assert (share.buy, share.free) == (2, 1)
    both = typed(percent, Field.PERIOD, "01.03.2026 – 08.03.2026", MOSCOW).promotion().conditions
    assert both.starts_at == datetime(2026, 3, 1, tzinfo=MOSCOW)
    assert both.ends_at == datetime(2026, 3, 9, tzinfo=MOSCOW)
    assert typed(percent, Field.THRESHOLD, "3000", MOSCOW).promotion().conditions.from_goods == rubles(3_000)
    title = typed(percent, Field.TITLE, "Весна", MOSCOW)
    assert (title.ru, title.en) == ("Весна", "Весна")
    code = typed_code("VESNA 31.12.2026 50", 3, MOSCOW)
    assert (code.code, code.limit, code.expires_at) == ("VESNA", 50, datetime(2027, 1, 1, tzinfo=MOSCOW))


@pytest.mark.parametrize(
    ("kind", "field", "words"),
    [
        ("percent", Field.VALUE, "101"),
        ("percent", Field.VALUE, "много"),
        ("percent", Field.VALUE, "-5"),
        ("amount", Field.VALUE, "nan"),
        ("amount", Field.VALUE, "1e400"),
        ("n_plus_m", Field.VALUE, "21"),
        ("percent", Field.PERIOD, "31.02.2026"),
        ("percent", Field.PERIOD, "08.03.2026 01.03.2026"),
        ("percent", Field.PERIOD, "31.12.9999"),
        ("percent", Field.PERIOD, "00.00.0000"),
        ("percent", Field.PRIORITY, "²"),
        ("percent", Field.THRESHOLD, "-1"),
    ],
)
def test_nonsense_is_refused(kind: str, field: Field, words: str) -> None:
    with pytest.raises(InvalidTerms):
        typed(Draft(kind, "key"), field, words, MOSCOW)


@pytest.mark.parametrize("kind", list(PromotionKind))
async def test_every_kind_can_be_made(kind: PromotionKind) -> None:
    cabinet = Cabinet(person_id=ADMIN)
    answers = {
        PromotionKind.GIFT: [("goods", "P1 P2")],
        PromotionKind.FREE_DELIVERY: [],
        PromotionKind.N_PLUS_M: [("value", "2+1")],
    }.get(kind, [("value", "20")])
    await made(cabinet, kind, *answers, ("title", "Имя | Name"), flips=("oft:alone:1", "oft:birthday:1", "ofg:loyal:1"))
    kept = next(iter(cabinet.database.data.price_promotions.values())).promotion
    assert (kept.kind, kept.alone, kept.conditions.birthday) == (kind, True, True)
    assert kept.conditions.segments == {Segment.LOYAL}
    assert kept.conditions.from_goods == Money(0)

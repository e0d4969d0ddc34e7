"""An order's life over the in-memory database: every button of it, in both languages."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from domain.notices.models import Notice, NoticeKind
from domain.ordering.models import OrderState
from domain.pricing.quote import Reason, ReasonKind
from domain.shared.ids import OrderId, PersonId
from domain.shared.localised import Localised
from domain.shared.money import Money
from handlers.ordering.notices import KINDS, OrderNotices
from handlers.ordering.papers import order_paper, order_rows
from handlers.ui.screen import Screen
from tests.handlers.cabinet import ADMIN, ANNA, OLEG, TRANSLATORS, Cabinet, buttons, check
from tests.handlers.test_shopping import as_oleg, data_of, joined, ordered, screen

ORDER = OrderId(1)


async def placed(cabinet: Cabinet) -> None:
    """Anna's order, and Oleg at the phone."""
    await joined(cabinet)
    await ordered(cabinet)
    await as_oleg(cabinet)


async def taken_to(cabinet: Cabinet, *decisions: str) -> None:
    for each in decisions:
        await cabinet.press(f"dcd:1:{each}")


def order(cabinet: Cabinet) -> Any:
    return cabinet.database.data.orders[ORDER]


def owed(cabinet: Cabinet, kind: NoticeKind) -> list[Notice]:
    return [each for each in cabinet.database.data.outbox.values() if each.kind is kind]


class NoPapers:
    """Nobody asks for a file here."""


async def words_of(cabinet: Cabinet, notice: Notice) -> Screen | None:
    """The notice as it would be sent now."""
    data = cabinet.dispatcher.workflow_data
    notices = OrderNotices(
        data["show_order"],
        data["find_notice"],
        data["repeat_order"],
        data["wish_reorders"],
        NoPapers(),  # type: ignore[arg-type]
    )
    person = await cabinet.meet_person(notice.to, cabinet.language_code)
    assert notice.kind in KINDS
    tr = TRANSLATORS.for_language(person.language)
    found = await notices.render(notice.kind, notice.args, person, tr, data["zone"])
    if found is not None:
        check(found)
    return found


async def test_one_press_after_the_other_in_the_notice(cabinet: Cabinet) -> None:
    await placed(cabinet)
    card = await words_of(cabinet, owed(cabinet, NoticeKind.ORDER_PLACED)[0])
    assert card is not None
    for state in (OrderState.ACCEPTED, OrderState.ASSEMBLED):
        press = next(data for _, data in buttons(card) if data.startswith("dcn:"))
        answer = await cabinet.press(press)
        assert await cabinet.press(press) == answer, "twice is the same as once"
        card = screen(answer)
        assert card.keep
        assert order(cabinet).state is state
    assert [data for _, data in buttons(card) if data.startswith("trk:")]


async def test_sent_notices_are_edited_and_say_what_is(cabinet: Cabinet) -> None:
    await placed(cabinet)
    await taken_to(cabinet, "accept")
    (refresh,) = owed(cabinet, NoticeKind.ORDER_REFRESH)
    edited = await words_of(cabinet, refresh)
    assert edited is not None
    assert edited.edit == refresh.args["of"]
    assert "dcn:1:assemble" in {data for _, data in buttons(edited)}
    cabinet.database.data.orders[ORDER] = replace(order(cabinet), consultant_id=2)
    gone = await words_of(cabinet, refresh)
    assert gone is not None
    assert gone.edit == refresh.args["of"]
    assert {data for _, data in buttons(gone)} == {"hmb"}


async def test_tracking_typed_skipped_and_refused(cabinet: Cabinet) -> None:
    await placed(cabinet)
    await taken_to(cabinet, "accept", "assemble")
    asked = await cabinet.press("trk:1")
    assert asked.fresh
    assert await cabinet.state() == "OrderLife:tracking"
    await cabinet.sticker()
    await cabinet.say("не номер")
    assert order(cabinet).state is OrderState.ASSEMBLED
    await cabinet.press("trk:1")
    answer = await cabinet.say("RB123456789CN")
    assert answer.forget
    assert order(cabinet).tracking == "RB123456789CN"
    assert "RB123456789CN" in screen(answer).text
    assert await cabinet.state() is None


async def test_without_a_number_too(cabinet: Cabinet) -> None:
    await placed(cabinet)
    await taken_to(cabinet, "accept", "assemble")
    asked = await cabinet.press("trk:1")
    await cabinet.press(data_of(asked, "trs")[0])
    assert order(cabinet).state is OrderState.SHIPPED


async def test_a_note_reaches_the_customer_escaped(cabinet: Cabinet) -> None:
    await placed(cabinet)
    await cabinet.press("nte:1")
    await cabinet.say("  <b>буду</b>\nв среду " + "я" * 400)
    (note,) = owed(cabinet, NoticeKind.ORDER_NOTE)
    shown = await words_of(cabinet, note)
    assert shown is not None
    assert "&lt;b&gt;буду&lt;/b&gt; в среду" in shown.text
    assert "rlb" in {data for _, data in buttons(shown)}, "answered with one press"
    cabinet.person_id = ANNA
    story = await cabinet.press("opn:1:0:0")
    assert "яяя…" in screen(story).text
    assert "rlb" in {data for _, data in buttons(screen(story))}


async def test_whose_doing_it_was_is_said_as_the_reader_sees_it(cabinet: Cabinet) -> None:
    await placed(cabinet)
    await taken_to(cabinet, "accept")
    for reader, own, other in ((OLEG, "accepted", "placed"), (ANNA, "placed", "accepted")):
        cabinet.person_id = reader
        text = screen(await cabinet.press(f"opn:1:{int(reader == OLEG)}:0")).text
        tr = TRANSLATORS.for_language(cabinet.database.data.people[reader].language)
        assert tr(f"event-{own}", who=tr("party-you")) in text
        assert tr(f"event-{other}", who=tr("party-you")) not in text
        # Who packs it is not told that the consultant does.
        assert (tr("order-state-accepted") in text) is (reader == ANNA)


async def test_a_long_order_with_a_long_story_fits(cabinet: Cabinet) -> None:
    await placed(cabinet)
    line = replace(order(cabinet).lines[0], name=Localised("Я" * 60, "W" * 60))
    cabinet.database.data.orders[ORDER] = replace(order(cabinet), lines=(line,) * 30, comment="я" * 300)
    for _ in range(9):
        await cabinet.press("nte:1")
        await cabinet.say("я" * 300)
    text = screen(await cabinet.press("opn:1:1:0")).text
    assert len(text) < 4096


async def test_who_has_it_says_so_in_the_notice_and_older_steps_are_left_out(cabinet: Cabinet) -> None:
    await placed(cabinet)
    await taken_to(cabinet, "accept", "assemble")
    accepted, assembled = owed(cabinet, NoticeKind.ORDER_DECIDED)
    assert await words_of(cabinet, accepted) is None, "the next one says where the order is"
    packed = await words_of(cabinet, assembled)
    assert packed is not None
    assert not [data for _, data in buttons(packed) if data.startswith("dcn:")], "what goes by courier is sent first"
    await cabinet.press("trs:1")
    sent = await words_of(cabinet, owed(cabinet, NoticeKind.ORDER_DECIDED)[-1])
    assert sent is not None
    (press,) = [data for _, data in buttons(sent) if data.startswith("dcn:")]
    cabinet.person_id = ANNA
    received = screen(await cabinet.press(press))
    assert order(cabinet).state is OrderState.DELIVERED
    assert received.keep
    assert not [data for _, data in buttons(received) if data.startswith("dcn:")]
    assert screen(await cabinet.press(press)) == received, "twice is the same as once"


async def test_the_paper_takes_off_what_is_taken_off(cabinet: Cabinet) -> None:
    await placed(cabinet)
    goods, ladder = Reason(ReasonKind.GOODS, Money(3_870_00)), Reason(ReasonKind.LADDER, Money(-1_354_50), 35)
    bought = replace(order(cabinet), reasons=(goods, ladder, Reason(ReasonKind.DELIVERY, Money(290_00))))
    tr, company = TRANSLATORS.for_language(cabinet.language_code), cabinet.dispatcher.workflow_data["company"]
    paper = order_paper(bought, None, {}, company, tr, cabinet.dispatcher.workflow_data["zone"], serving=False)
    assert paper["why"] == [tr("reason-ladder", percent=35, amount=tr.money(1_354_50))]
    assert "−" in paper["why"][0], "a discount has its minus on paper too"


async def test_a_table_of_orders_adds_up_to_their_totals(cabinet: Cabinet) -> None:
    await placed(cabinet)
    assert order(cabinet).delivery_cost.minor, "the delivery costs something"
    tr, zone = TRANSLATORS.for_language(cabinet.language_code), cabinet.dispatcher.workflow_data["zone"]
    rows = order_rows(order(cabinet), tr, zone)
    assert sum(row[-1] for row in rows) == order(cabinet).total.minor
    assert {row[0] for row in rows} == {order(cabinet).number}


async def test_a_customer_who_is_declined_can_ask_why(cabinet: Cabinet) -> None:
    await placed(cabinet)
    await taken_to(cabinet, "decline")
    told = await words_of(cabinet, owed(cabinet, NoticeKind.ORDER_DECIDED)[-1])
    assert told is not None
    assert "rlb" in {data for _, data in buttons(told)}


async def test_money_taken_once(cabinet: Cabinet) -> None:
    await placed(cabinet)
    await taken_to(cabinet, "accept")
    first = await cabinet.press("mny:1")
    assert await cabinet.press("mny:1") == first
    assert order(cabinet).paid_at is not None
    assert len([each for each in owed(cabinet, NoticeKind.ORDER_DECIDED) if each.args["state"] == "money"]) == 1


async def test_a_return_from_the_wish_to_the_answer(cabinet: Cabinet) -> None:
    await placed(cabinet)
    await taken_to(cabinet, "accept", "assemble")
    await cabinet.press("trs:1")
    cabinet.person_id = ANNA
    await cabinet.press("dcd:1:deliver")
    asked = await cabinet.press("rta:1")
    assert "7" in screen(asked).text
    answer = await cabinet.say("Не тот <b>оттенок")
    assert data_of(answer, "rta") == [], "it is asked for once"
    card = await words_of(cabinet, owed(cabinet, NoticeKind.RETURN_ASKED)[0])
    assert card is not None
    assert "Не тот &lt;b&gt;оттенок" in card.text
    await as_oleg(cabinet)
    await cabinet.press("rtn:1")
    assert order(cabinet).state is OrderState.DELIVERED
    cabinet.person_id = ANNA
    await cabinet.press("rta:1")
    await cabinet.say("Не подошёл")
    await as_oleg(cabinet)
    yes = next(data for _, data in buttons(card) if data.startswith("rty:"))
    await cabinet.press(yes)
    await cabinet.press(yes)
    assert order(cabinet).state is OrderState.RETURNED
    assert next(iter(cabinet.database.data.products.values())).articles[0].stock == 10


async def test_admins_remind_and_hand_over(cabinet: Cabinet) -> None:
    await placed(cabinet)
    cabinet.person_id = ADMIN
    shown = await cabinet.press("opn:1:1:0")
    (push,) = data_of(shown, "rmd")
    await cabinet.press(push)
    await cabinet.press(push)
    assert len(owed(cabinet, NoticeKind.ORDER_REMINDER)) == 1
    whom = await cabinet.press("hov:1:0")
    to = data_of(whom, "hvt")
    assert "hvt:1:1" not in to, "whose it is already"
    await cabinet.press(to[0])
    assert order(cabinet).consultant_id == int(to[0].split(":")[2])
    assert len(owed(cabinet, NoticeKind.ORDER_PLACED)) == 2
    await as_oleg(cabinet)
    hidden = await cabinet.press("opn:1:1:0")
    assert order(cabinet).number not in screen(hidden).text


async def test_looking_for_orders(cabinet: Cabinet) -> None:
    await joined(cabinet)
    await ordered(cabinet)
    listed = await cabinet.say("/orders")
    assert len(data_of(listed, "opl")) == 1
    await cabinet.press("osq:0")
    assert await cabinet.state() == "OrderLife:search"
    found = await cabinet.say("крем")
    assert data_of(found, "oxl") == [], "what was searched for is in no queue"
    (one,) = data_of(found, "opl")
    shown = await cabinet.press(one)
    back = next(data for data in data_of(shown, "oll"))
    assert data_of(await cabinet.press(back), "opl") == [one], "the way back leads to what was found"
    await cabinet.press("osq:0")
    nothing = await cabinet.say("такого нет <b>")
    assert data_of(nothing, "opl") == []
    assert "&lt;b&gt;" in screen(nothing).text
    empty = await cabinet.press("oll:0:delivered:month:0:0")
    assert data_of(empty, "opl") == []
    assert len(data_of(await cabinet.press("oll:0:all:all:0:99"), "opl")) == 1


async def test_files_are_owed_once_a_press(cabinet: Cabinet) -> None:
    await joined(cabinet)
    await ordered(cabinet)
    for _ in range(2):
        assert (await cabinet.press("opd:1")).toast
        assert (await cabinet.press("oxl:0:all:all")).toast
    assert len(owed(cabinet, NoticeKind.ORDER_PAPER)) == 1
    assert len(owed(cabinet, NoticeKind.ORDERS_SHEET)) == 1
    cabinet.person_id = PersonId(1999)
    await cabinet.press("opd:1")
    await cabinet.press("oxl:1:all:all")
    assert len(owed(cabinet, NoticeKind.ORDER_PAPER)) == 1
    assert len(owed(cabinet, NoticeKind.ORDERS_SHEET)) == 1


async def test_repeating_and_changing_end_in_the_cart(cabinet: Cabinet) -> None:
    customer = await joined(cabinet)
    await ordered(cabinet)
    preview = await cabinet.press("rpo:1")
    cart = await cabinet.press(data_of(preview, "rpp")[0])
    assert await cabinet.press(data_of(preview, "rpp")[0]) == cart
    lines = {article: n for (owner, article), n in cabinet.database.data.cart_lines.items() if owner == customer}
    assert list(lines.values()) == [2]
    asked = await cabinet.press("cha:1")
    await cabinet.press(data_of(asked, "chp")[0])
    assert order(cabinet).state is OrderState.CANCELLED


async def test_the_last_order_again_in_four_presses(cabinet: Cabinet) -> None:
    """The list, "repeat", "as last time", the order; goods that wait in the cart already are not ordered by the way."""
    customer = await joined(cabinet)
    await ordered(cabinet)
    listed = await cabinet.press("ords:0")
    preview = await cabinet.press(data_of(listed, "rpo")[0])
    (at_once,) = data_of(preview, "rpa")
    summary = await cabinet.press(at_once)
    assert screen(await cabinet.press(at_once)).text == screen(summary).text, "twice is the same as once"
    (place,) = data_of(summary, "ord")
    assert data_of(await cabinet.press(data_of(listed, "rpo")[0]), "rpa") == [], "the cart is to be looked at first"
    await cabinet.press(place)
    orders = [each for each in cabinet.database.data.orders.values() if each.customer_id == customer]
    assert [[line.quantity for line in each.lines] for each in orders] == [[2], [2]]
    await as_oleg(cabinet)
    assert data_of(await cabinet.press("ords:1"), "rpo") == [], "whoever serves repeats nothing"
    cabinet.person_id = ANNA
    for id_, each in cabinet.database.data.orders.items():
        cabinet.database.data.orders[id_] = replace(each, state=OrderState.CANCELLED)
    assert data_of(await cabinet.press("ords:0"), "rpo") == [], "what came to nothing is not offered"


@pytest.mark.parametrize("on", [True, False])
async def test_the_wish_to_be_reminded_is_kept_and_ended(cabinet: Cabinet, on: bool) -> None:
    customer = await joined(cabinet)
    await ordered(cabinet)
    reminder = Notice(ANNA, NoticeKind.REORDER, "r", {"order": 1, "product": 1})
    await cabinet.press("rwi:1:1")
    if not on:
        shown = await words_of(cabinet, reminder)
        assert shown is not None
        await cabinet.press(next(data for _, data in buttons(shown) if data.startswith("rwi:")))
    assert (customer in cabinet.database.data.reorder_wishes) is on
    assert (await words_of(cabinet, reminder) is not None) is on

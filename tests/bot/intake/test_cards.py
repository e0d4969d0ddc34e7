"""What is left of an update that holds a card number."""

from __future__ import annotations

import json
from typing import Any

import pytest
from aiogram.types import Update

from bot.intake.cards import had_card_number, without_card_numbers

NUMBER = "4111 1111 1111 1111"
PERSON = {"id": 7, "is_bot": False, "first_name": "Anna"}


def message(**more: Any) -> dict[str, Any]:
    chat = {"id": 7, "type": "private", "first_name": "Anna"}
    return {"message_id": 5, "date": 1_790_000_000, "chat": chat, "from": PERSON, **more}


@pytest.mark.parametrize(
    "update",
    [
        {"message": message(text=f"моя карта {NUMBER}")},
        {"edited_message": message(text=NUMBER)},
        {"message": message(caption=NUMBER, photo=[])},
        {"message": message(contact={"phone_number": NUMBER, "first_name": "x"})},
        {"message": message(text="вот", reply_to_message=message(text=NUMBER))},
        {"message": message(text="вот", quote={"text": NUMBER, "position": 0})},
        {"message": message(document={"file_id": "f", "file_unique_id": "u", "file_name": f"{NUMBER}.txt"})},
        {"inline_query": {"id": "1", "from": PERSON, "query": NUMBER, "offset": ""}},
        {
            "message": message(
                venue={"location": {"latitude": 1, "longitude": 1}, "title": "", "address": "", "foursquare_id": NUMBER}
            )
        },
    ],
)
def test_wherever_it_stands_it_is_gone(update: dict[str, Any]) -> None:
    raw = {"update_id": 1, **update}
    clean = without_card_numbers(raw)
    assert NUMBER in json.dumps(raw, ensure_ascii=False)
    kept = json.dumps(clean, ensure_ascii=False)
    assert NUMBER not in kept
    assert "Visa •••• 1111" in kept
    assert had_card_number(Update.model_validate(clean))


def test_the_formatting_of_another_text_goes_with_it() -> None:
    bold = [{"type": "bold", "offset": 0, "length": 19}]
    clean = without_card_numbers({"update_id": 1, "message": message(text=NUMBER, entities=bold)})
    assert "entities" not in clean["message"]


def test_everything_else_is_untouched() -> None:
    raw = {"update_id": 1, "message": message(text="1234 x2, 5678")}
    assert without_card_numbers(raw) is raw
    assert not had_card_number(Update.model_validate(raw))


LIKE_A_CARD = "411111111111111100"
"""Eighteen digits, as Telegram numbers its questions."""


@pytest.mark.parametrize(
    "update",
    [
        {"pre_checkout_query": {"id": LIKE_A_CARD, "from": PERSON, "currency": "RUB", "total_amount": 1}},
        {"inline_query": {"id": LIKE_A_CARD, "from": PERSON, "query": "помада", "offset": ""}},
        {"message": message(successful_payment={"telegram_payment_charge_id": LIKE_A_CARD, "total_amount": 1})},
        {"message": message(successful_payment={"provider_payment_charge_id": LIKE_A_CARD, "total_amount": 1})},
        {"message": message(media_group_id=LIKE_A_CARD, photo=[{"file_id": LIKE_A_CARD}])},
        {"message": message(text="🙂", entities=[{"type": "custom_emoji", "custom_emoji_id": LIKE_A_CARD}])},
    ],
)
def test_what_telegram_numbers_is_no_card(update: dict[str, Any]) -> None:
    raw = {"update_id": 1, **update}
    assert LIKE_A_CARD not in json.dumps(without_card_numbers({"message": message(text=LIKE_A_CARD)}))
    assert without_card_numbers(raw) == raw


def test_the_mark_outlives_being_put_aside() -> None:
    update = Update.model_validate(without_card_numbers({"update_id": 1, "message": message(text=NUMBER)}))
    again = Update.model_validate_json(update.model_dump_json(by_alias=True, exclude_unset=True))
    assert had_card_number(again)

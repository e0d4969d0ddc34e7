"""What shows personal data cannot be forwarded or saved, and nothing else is held back by it."""

from __future__ import annotations

import pytest
from aiogram import Bot
from aiogram.types import CallbackQuery, Message, User

from domain.access.consulting import Applicant
from domain.audit.personal import Masked, Personal
from domain.joining.models import Form, Step
from domain.people.models import Duty, Person
from domain.shared.ids import CustomerId, PersonId
from domain.shared.paging import Page
from handlers.access.applicant_views import list_screen
from handlers.joining.views import review_screen, step_screen
from handlers.staff.views import masked_screen, number_screen, personal_screen
from handlers.ui.presenter import Presenter
from handlers.ui.screen import Answer, Screen, button, keyboard
from tests.bot.telegram import ANNA, Telegram, telegram_server
from tests.forms import JOINED
from tests.handlers.cabinet import COMPANY, TRANSLATORS


class OneScreen:
    """Implements Screens for one chat."""

    def __init__(self) -> None:
        self.message_id: int | None = None

    async def get(self, chat_id: int) -> int | None:
        return self.message_id

    async def put(self, chat_id: int, message_id: int) -> None:
        self.message_id = message_id


def screen(text: str, *, private: bool = False) -> Screen:
    return Screen(text, keyboard([[button("On", "on")]]), private=private)


async def shown(telegram: Telegram) -> dict[str, bool]:
    """The bot's messages that are there, and whether each is protected."""
    messages = await telegram.client.person(ANNA).messages()
    return {each.text: bool(each.raw["protected"]) for each in messages if not each.outgoing}


async def press(presenter: Presenter, bot: Bot, sent: Message, answer: Answer) -> None:
    query = CallbackQuery(
        id="1", from_user=User(id=ANNA, is_bot=False, first_name="A"), chat_instance="1", message=sent
    )
    await presenter.show(query, answer)


@pytest.mark.parametrize("private", [False, True])
async def test_a_pressed_message_becomes_protected_or_free_by_a_new_one(private: bool) -> None:
    async with telegram_server() as telegram:
        bot = telegram.bot()
        try:
            await telegram.client.person(ANNA).say("/start", settle=False)
            screens = OneScreen()
            presenter = Presenter(bot, None, screens)  # type: ignore[arg-type]
            before = await bot.send_message(ANNA, "before", protect_content=not private)
            screens.message_id = before.message_id
            await press(presenter, bot, before, Answer(screen("after", private=private)))
            assert await shown(telegram) == {"after": private}
            same = await bot.send_message(ANNA, "same", protect_content=private)
            await press(presenter, bot, same, Answer(screen("edited", private=private)))
            assert await shown(telegram) == {"after": private, "edited": private}
        finally:
            await bot.session.close()


def test_screens_with_personal_data_are_private() -> None:
    tr = TRANSLATORS.for_language("ru")
    officer = Person(PersonId(1), "ru", CustomerId(1), duties=frozenset({Duty.OFFICER}))
    masked = Masked(CustomerId(1), "123456789", "А•••", "+7•••", "a•••")
    none: Page[Applicant] = Page([], 0, 6, 0)
    assert personal_screen(Personal("123456789", JOINED), tr).private
    assert masked_screen(masked, officer, tr).private
    assert list_screen(none, tr).private
    assert review_screen(JOINED, tr).private
    assert all(step_screen(step, JOINED, COMPANY, tr).private for step in Step)
    assert not any(step_screen(step, Form(), COMPANY, tr).private for step in Step)
    assert not number_screen(tr).private

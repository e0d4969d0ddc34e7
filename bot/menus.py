"""The command menu each person sees."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, field

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError
from aiogram.types import BotCommandScopeAllPrivateChats, BotCommandScopeChat

from bot.telegram_faults import reason_of
from domain.people.models import Person, Role
from domain.shared.localised import Language, language_of
from handlers.ui.commands import COMMANDS, commands_of, menu
from locales.translator import LANGUAGES, Translators

KNOWN = 20_000
_EVERYBODYS = {Role.GUEST, Role.CUSTOMER}
"""Who has the menu that is set for all private chats."""
log = structlog.get_logger(__name__)


async def set_common_menus(bot: Bot, translators: Translators) -> None:
    """Everybody's menu, by the language of their Telegram: Russian where we would speak Russian, else English."""
    scope = BotCommandScopeAllPrivateChats()
    everybodys = COMMANDS[Role.CUSTOMER]
    await bot.set_my_commands(menu(everybodys, translators.for_language("en")), scope=scope)
    for language in LANGUAGES:
        await bot.set_my_commands(
            menu(everybodys, translators.for_language(language)), scope=scope, language_code=language
        )


@dataclass(slots=True)
class Menus:
    """Gives people their own menu where the common one does not fit: consultants, admins, another language chosen.

    Done once per person and process, beside the answer, not before it.
    """

    bot: Bot
    translators: Translators
    _given: OrderedDict[int, tuple[tuple[str, ...], Language]] = field(default_factory=OrderedDict)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    def look_after(self, person: Person, language_code: str | None) -> None:
        """Notices who this is; a menu that has to change is changed in the background."""
        plain = person.role in _EVERYBODYS and not person.is_staff
        if plain and person.id not in self._given and person.language == language_of(language_code):
            return
        names = COMMANDS[Role.CUSTOMER] if plain else commands_of(person)
        wanted = (names, person.language)
        if self._given.get(person.id) == wanted:
            return
        self._given[person.id] = wanted
        self._given.move_to_end(person.id)
        if len(self._given) > KNOWN:
            self._given.popitem(last=False)
        task = asyncio.create_task(self._give(person, names))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _give(self, person: Person, names: Iterable[str]) -> None:
        theirs = menu(names, self.translators.for_language(person.language))
        try:
            await self.bot.set_my_commands(theirs, scope=BotCommandScopeChat(chat_id=person.id))
        except AiogramError as error:
            self._given.pop(person.id, None)
            log.info("a command menu could not be set", error=reason_of(error))

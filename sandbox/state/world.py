"""Everything the sandbox knows, in one place."""

import time
from typing import Any

from sandbox.config import Config
from sandbox.errors import PersonError, bad_request, forbidden
from sandbox.state.calls import Calls
from sandbox.state.chats import Chat, Invoice, Stored
from sandbox.state.clock import Clock
from sandbox.state.commands import Commands
from sandbox.state.events import Events
from sandbox.state.faults import Faults
from sandbox.state.files import Files
from sandbox.state.letters import Letters
from sandbox.state.limits import Flood, Limits
from sandbox.state.people import BotProfile, Person, default_people
from sandbox.state.queries import Queries
from sandbox.state.updates import Updates
from sandbox.state.webhook import Webhook
from sandbox.views import message_view

Raw = dict[str, Any]


class World:
    """People, chats, the bot, what waits between them, and the logs."""

    def __init__(self, config: Config) -> None:
        self.config = config
        self.clock = Clock()
        self.events = Events()
        self.calls = Calls(self.clock, self.events)
        self.letters = Letters(self.clock, self.events)
        self.faults = Faults()
        self.limits = Limits(strict=not config.load)
        self.flood = Flood(self.limits)
        self.files = Files()
        self.updates = Updates()
        self.webhook = Webhook()
        self.commands = Commands()
        self.queries = Queries()
        self.bot = BotProfile()
        self.bot_user = self.bot.user()
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self.inline_messages: dict[str, tuple[int, int]] = {}
        self.inline_results: dict[int, dict[str, tuple[str, Raw]]] = {}
        self.charges: dict[str, Raw] = {}
        self.invoice_links: dict[str, Invoice] = {}
        self.smtp_port: int | None = None
        self.apply_mode()
        self._populate()

    def apply_mode(self) -> None:
        """Follow the strict switch: the calls log is for strict mode only."""
        self.calls.on = self.limits.strict

    def reset(self) -> None:
        """Back to the first people and empty chats, fair weather and default limits.

        Kept: files and commands (the bot set them once and holds their ids), the webhook, the count
        of updates (the bot remembers ids it has seen).
        """
        self.updates.drop()
        self.calls.clear()
        self.letters.clear()
        self.faults.clear()
        self.limits.update(Limits(strict=not self.config.load).view())
        self.apply_mode()
        self.flood.clear()
        self.queries = Queries()
        self.people.clear()
        self.chats.clear()
        self.inline_messages.clear()
        self.inline_results.clear()
        self.invoice_links.clear()
        self.charges.clear()
        self.clock.shift = 0.0
        self._populate()
        self.events.emit("reset")

    def _populate(self) -> None:
        for person in default_people():
            self.add_person(person)

    def add_person(self, person: Person) -> None:
        """Let a person in, with an empty private chat."""
        self.people[person.id] = person
        self.chats[person.id] = Chat(person.id, person.chat(), members=[person.id])

    def person(self, person_id: int) -> Person:
        """Somebody by id; PersonError 404 for nobody."""
        person = self.people.get(person_id)
        if person is None:
            raise PersonError(404, f"there is no person {person_id}")
        return person

    def chat_of(self, person: Person, chat_id: int | None) -> Chat:
        """The chat a person acts in: their own, or a group they are in; PersonError otherwise."""
        chat = self.chats.get(person.id if chat_id is None else chat_id)
        if chat is None or (chat.is_private and chat.id != person.id):
            raise PersonError(404, f"person {person.id} has no chat {chat_id}")
        if person.id not in chat.members:
            raise PersonError(409, f"person {person.id} is not a member of chat {chat.id}")
        return chat

    def chat_for_bot(self, chat_id: int | str) -> Chat:
        """The chat the bot names by id or @username; 400 when there is none."""
        if isinstance(chat_id, str):
            text = chat_id.strip()
            if text.lstrip("-").isdigit():
                chat_id = int(text)
            else:
                return self._by_username(text)
        chat = self.chats.get(chat_id)
        if chat is None:
            if not self.limits.strict and chat_id > 0:
                self.add_person(Person(chat_id, f"Person {chat_id}", started=True))
                return self.chats[chat_id]
            raise bad_request("chat not found" if chat_id else "chat_id is empty")
        return chat

    def _by_username(self, text: str) -> Chat:
        if not text:
            raise bad_request("chat_id is empty")
        name = text.removeprefix("@").lower()
        for chat in self.chats.values():
            if not chat.is_private and str(chat.raw.get("username", "")).lower() == name:
                return chat
        raise bad_request("chat not found")

    def check_can_write(self, chat: Chat) -> None:
        """403 in Telegram's words when the bot may not send to a chat."""
        if chat.is_private:
            person = self.people[chat.id]
            if person.blocked:
                raise forbidden("bot was blocked by the user")
            if not person.started and self.limits.strict:
                raise forbidden("bot can't initiate conversation with a user")
        elif not chat.bot_is_member:
            raise forbidden("bot is not a member of the supergroup chat")

    def post(self, chat: Chat, author: int, content: Raw, **more: Any) -> Stored:
        """Put a message into a chat and tell the page; `content` is the Message without its frame."""
        sender = self.bot_user if author == self.bot.id else self.people[author].user()
        raw: Raw = {
            "message_id": chat.take_id(),
            "from": sender,
            "chat": chat.raw,
            "date": self.clock.seconds(),
            **content,
        }
        stored = Stored(raw, author, **more)
        chat.add(stored)
        if author == self.bot.id:
            chat.typing = None
        self.announce(chat, stored, "message")
        return stored

    def announce(self, chat: Chat, stored: Stored, kind: str) -> None:
        """Tell the page that a message is new, edited or deleted."""
        stored.changed = self.events.next()
        if not self.events.heard:
            return
        for member in chat.members:
            person = self.people.get(member)
            if person is None:
                continue
            fields: Raw = {"chat_id": chat.id, "person_id": member}
            if kind == "delete":
                fields["message_id"] = stored.id
            else:
                fields["message"] = message_view(self, stored, member)
            self.events.tell(stored.changed, kind, **fields)

    def quiet_ms(self) -> int:
        """Milliseconds since the bot last did anything but wait for updates."""
        return int((time.monotonic() - self.calls.last_at) * 1000)

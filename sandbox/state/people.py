"""Who uses Telegram here: persons and the one bot."""

from dataclasses import dataclass, field
from typing import Any

Raw = dict[str, Any]


@dataclass(slots=True)
class Person:
    """One person; `started` is true once they wrote to the bot, so it may write back."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None
    phone: str | None = None
    started: bool = False
    blocked: bool = False
    read_upto: dict[int, int] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}" if self.last_name else self.first_name

    def user(self) -> Raw:
        """The person as a Bot API User."""
        raw: Raw = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        if self.last_name:
            raw["last_name"] = self.last_name
        if self.username:
            raw["username"] = self.username
        if self.language_code:
            raw["language_code"] = self.language_code
        return raw

    def chat(self) -> Raw:
        """The private chat with this person as a Bot API Chat."""
        raw: Raw = {"id": self.id, "first_name": self.first_name, "type": "private"}
        if self.last_name:
            raw["last_name"] = self.last_name
        if self.username:
            raw["username"] = self.username
        return raw


def default_people() -> list[Person]:
    """Those who are there on start and after a reset: a customer, a consultant, an admin."""
    return [
        Person(1001, "Анна", username="anna_customer", language_code="ru", phone="+79161234567"),
        Person(2001, "Олег", username="oleg_consultant", language_code="ru", phone="+79262345678"),
        Person(3001, "Ирина", username="irina_admin", language_code="ru", phone="+79033456789"),
    ]


@dataclass(slots=True)
class BotProfile:
    """The bot as people see it; texts are kept per language, "" for all."""

    id: int = 7000000001
    first_name: str = "Кабинет"
    username: str = "cabinet_sandbox_bot"
    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    menu_buttons: dict[int | None, Raw] = field(default_factory=dict)

    def user(self) -> Raw:
        """The bot as a User in messages."""
        return {
            "id": self.id,
            "is_bot": True,
            "first_name": self.names.get("") or self.first_name,
            "username": self.username,
        }

    def me(self) -> Raw:
        """The answer to getMe."""
        return {
            **self.user(),
            "can_join_groups": True,
            "can_read_all_group_messages": True,
            "supports_inline_queries": True,
            "can_connect_to_business": False,
            "has_main_web_app": False,
            "has_topics_enabled": False,
        }

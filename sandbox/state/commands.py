"""The bot's commands by scope and language."""

from typing import Any

Raw = dict[str, Any]
Scope = tuple[str, int | None, int | None]
DEFAULT: Scope = ("default", None, None)


class Commands:
    """What setMyCommands set; the narrowest scope wins, in it the person's language before none."""

    def __init__(self) -> None:
        self._lists: dict[tuple[Scope, str], list[Raw]] = {}

    def set(self, scope: Scope, language: str, commands: list[Raw]) -> None:
        """Set or, with an empty list, remove."""
        if commands:
            self._lists[scope, language] = commands
        else:
            self._lists.pop((scope, language), None)

    def get(self, scope: Scope, language: str) -> list[Raw]:
        """Exactly what was set for a scope and language."""
        return self._lists.get((scope, language), [])

    def seen_by(
        self, chat_id: int, person_id: int, language: str | None, *, group: bool, admin: bool = False
    ) -> list[Raw]:
        """What a person sees in a chat, in the order Telegram documents."""
        scopes: list[Scope] = []
        if group:
            scopes.append(("chat_member", chat_id, person_id))
            if admin:
                scopes.append(("chat_administrators", chat_id, None))
            scopes.append(("chat", chat_id, None))
            if admin:
                scopes.append(("all_chat_administrators", None, None))
            scopes.append(("all_group_chats", None, None))
        else:
            scopes += [("chat", chat_id, None), ("all_private_chats", None, None)]
        scopes.append(DEFAULT)
        for scope in scopes:
            for code in (language or "", "") if language else ("",):
                found = self._lists.get((scope, code))
                if found:
                    return found
        return []

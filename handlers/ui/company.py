"""Who runs the cabinet, as its screens say it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Company:
    """The operator's settings that stand in texts.

    `brand` is what the cabinet is called, `operator` the legal person that answers for it and for personal data,
    `support` where people write to (an e-mail or @username). `privacy_url` and `terms_url` lead to the full documents;
    empty ones are left out. With `sms_codes` a typed phone can be proven by a code.
    """

    brand: str
    operator: str
    hotline: str
    bot_username: str
    support: str
    privacy_url: str = ""
    terms_url: str = ""
    sms_codes: bool = False

    def invite_link(self, code: str) -> str:
        """The link that brings a person to the consultant of this invite code."""
        return f"https://t.me/{self.bot_username}?start={code}"

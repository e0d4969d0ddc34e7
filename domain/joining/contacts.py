"""Phone and e-mail."""

from __future__ import annotations

import phonenumbers
from email_validator import EmailNotValidError, validate_email

from domain.joining.errors import InvalidField
from domain.joining.fields import one_line

LONGEST_PHONE = 40
LONGEST_EMAIL = 254


def parse_phone(number: str, region: str) -> str:
    """The number in E.164 (+79161234567). Raises InvalidField: format (no such number), region (another country's).

    `region` is the ISO country the company serves; +7 is shared by Russia and Kazakhstan, so the prefix is not enough.
    """
    number = one_line(number[:200])
    if len(number) > LONGEST_PHONE:
        raise InvalidField("phone", "format")
    try:
        parsed = phonenumbers.parse(number if number.startswith(("+", "8")) else f"+{number}", region)
    except phonenumbers.NumberParseException:
        raise InvalidField("phone", "format") from None
    if not phonenumbers.is_valid_number(parsed) or parsed.extension:
        raise InvalidField("phone", "format")
    if phonenumbers.region_code_for_number(parsed) != region:
        raise InvalidField("phone", "region")
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)


def parse_email(text: str) -> str:
    """The address as mail servers take it, the domain in small letters. Raises InvalidField: format.

    Nobody is asked whether the domain exists: the code that comes back proves it.
    """
    address = one_line(text[:1000])
    if len(address) > LONGEST_EMAIL:
        raise InvalidField("email", "format")
    try:
        return validate_email(address, check_deliverability=False).normalized
    except EmailNotValidError:
        raise InvalidField("email", "format") from None

"""Positions in text: Telegram counts UTF-16 code units and reports bytes of UTF-8."""


def utf16(text: str) -> int:
    """Length in UTF-16 code units."""
    if text.isascii():
        return len(text)
    return len(text) + sum(1 for char in text if ord(char) > 0xFFFF)


def byte_offset(text: str, position: int) -> int:
    """Where a character stands in the UTF-8 form."""
    return len(text[:position].encode("utf-8", "surrogatepass"))

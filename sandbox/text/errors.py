"""What is wrong with a text's markup."""


class EntityError(ValueError):
    """The markup cannot be parsed; the message is Telegram's, without "can't parse entities: "."""

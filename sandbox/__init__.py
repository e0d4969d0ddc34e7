"""A stand-in for Telegram: the HTTP Bot API for a bot, JSON over HTTP for people, a page of phones."""
